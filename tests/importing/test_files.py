"""Finding and reading files: whatever lies in the way is told in one line, and nothing hangs."""

import os
import socket

import pytest

from articles.importing import files
from articles.importing.files import Candidate, Refused, find_files, printable, read_bytes


def names(candidates):
    return [os.path.basename(candidate.path) for candidate in candidates]


def test_directories_are_searched_and_each_file_comes_once_in_the_order_of_names(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.TXT", "b/1.txt", "c.pdf"):
        (tmp_path / name).write_text("字")
    found = find_files([str(tmp_path / "b" / "2.txt"), str(tmp_path), str(tmp_path / "b" / "*.txt")])
    assert names(found) == ["a.TXT", "1.txt", "2.txt"]


def test_a_linked_directory_is_not_followed_so_that_loops_end(tmp_path):
    (tmp_path / "1.txt").write_text("字")
    (tmp_path / "again").symlink_to(tmp_path)
    assert names(find_files([str(tmp_path)])) == ["1.txt"]


@pytest.mark.parametrize(
    ("argument", "problem"),
    [
        ("empty", "the directory holds no *.txt file"),
        ("nothing*.txt", "nothing has a name like this"),
        ("a\0b", "the path holds a NUL"),
    ],
)
def test_what_names_nothing_comes_back_with_its_problem(tmp_path, argument, problem):
    (tmp_path / "empty").mkdir()
    assert [one.problem for one in find_files([f"{tmp_path}/{argument}"])] == [problem]


def test_a_closed_directory_is_told(tmp_path, monkeypatch):
    def walk(top, onerror):
        onerror(PermissionError(13, "Permission denied", os.path.join(top, "closed")))
        return iter(())

    monkeypatch.setattr(files.os, "walk", walk)
    assert find_files([str(tmp_path)]) == [Candidate(str(tmp_path / "closed"), "no permission to read it")]


def make_pipe(path):
    os.mkfifo(path)


def make_loop(path):
    path.symlink_to(path)


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def make_large(path):
    with path.open("wb") as file:
        file.truncate(100_000_000)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "not a regular file but a directory"),
        (lambda path: path.symlink_to("/dev/zero"), "not a regular file but a device"),
        (make_pipe, "not a regular file but a named pipe"),
        (make_loop, "the symbolic links run in a loop"),
        (make_socket, "not a regular file but a socket"),
        (make_large, "too large for a page: 100000000 bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path, make, reason):
    path = tmp_path / "page.txt"
    make(path)
    with pytest.raises(Refused, match="^" + reason.replace("*", r"\*")):
        read_bytes(str(path))


def test_a_file_closed_to_us_is_refused(tmp_path, monkeypatch):
    def refuse(path, flags):
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "page.txt").write_text("字")
    monkeypatch.setattr(files.os, "open", refuse)
    with pytest.raises(Refused, match="no permission to read it"):
        read_bytes(str(tmp_path / "page.txt"))


def test_a_path_too_long_is_refused():
    with pytest.raises(Refused, match="the name is too long"):
        read_bytes("/tmp/" + "长" * 200)  # noqa: S108 - never made


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "page.txt"
    path.write_text("字")
    look = files._look

    def grow(status, limit):
        look(status, limit)
        path.write_text(path.read_text() + "又一字")

    monkeypatch.setattr(files, "_look", grow)
    with pytest.raises(Refused, match="changed while it was read"):
        read_bytes(str(path))


def test_a_file_that_vanishes_between_looking_and_opening_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "page.txt"
    path.write_text("字")
    monkeypatch.setattr(files, "_look", lambda status, limit: path.unlink(missing_ok=True))
    with pytest.raises(Refused, match="no such file"):
        read_bytes(str(path))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("县报.txt", "县报.txt"),
        (os.fsdecode(b"\xcf\xd8.txt"), r"\xcf\xd8.txt"),
        ("a\nb\x1b[31m.txt", r"a\nb\x1b[31m.txt"),
    ],
)
def test_odd_names_are_shown_in_one_harmless_line(path, shown):
    assert printable(path) == shown

"""Finding page files and reading their bytes, whatever lies in the way: no file can hang or flood an import."""

from __future__ import annotations

import errno
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from articles.reading.encoding import MAX_BYTES

SUFFIX = ".txt"
KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a directory"),
)
ERRORS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "the symbolic links run in a loop",
    errno.ENAMETOOLONG: "the name is too long",
}


class Refused(Exception):
    """A file, a manifest or an option that cannot be taken; str() gives the reason in one line."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A path to import, as the file system spells it, or one found to be hopeless, with the reason."""

    path: str
    problem: str = ""


def find_files(arguments: Iterable[str]) -> list[Candidate]:
    """Return the files that the arguments name, each once, in the order of their absolute paths' bytes.

    An argument is a file, a directory (all *.txt below it, linked directories aside) or a glob. What names nothing
    comes back as a Candidate with its problem.
    """
    found = {}
    for argument in arguments:
        for candidate in _expand(argument):
            found.setdefault(os.path.abspath(candidate.path), candidate)
    return [found[path] for path in sorted(found, key=os.fsencode)]


def _expand(argument: str) -> Iterator[Candidate]:
    if "\0" in argument:
        yield Candidate(argument.replace("\0", "\\0"), "the path holds a NUL")
    elif os.path.lexists(argument) or not glob.has_magic(argument):
        yield from _below(argument)
    else:
        matches = glob.glob(argument, recursive=True)
        if not matches:
            yield Candidate(argument, "nothing has a name like this")
        for match in matches:
            yield from _below(match)


def _below(path: str) -> Iterator[Candidate]:
    if not os.path.isdir(path):
        yield Candidate(path)
        return
    empty = True
    for candidate in _walk(path):
        empty = False
        yield candidate
    if empty:
        yield Candidate(path, f"the directory holds no *{SUFFIX} file")


def _walk(top: str) -> Iterator[Candidate]:
    closed: list[OSError] = []
    for folder, _folders, names in os.walk(top, onerror=closed.append):
        for name in names:
            if name.lower().endswith(SUFFIX):
                yield Candidate(os.path.join(folder, name))
    for error in closed:
        yield Candidate(os.fsdecode(error.filename), _reason(error))


def read_bytes(path: str, limit: int = MAX_BYTES) -> bytes:
    """Return a regular file's bytes, of which it may have `limit`; the size is looked at before anything is read.

    Raises Refused for anything else: pipes and devices (which are never opened), files that are missing, closed to us,
    too large, or changing while they are read.
    """
    with _refusing():
        _look(os.stat(path), limit)
        with open(_open(path), "rb") as file:
            before = os.fstat(file.fileno())
            _look(before, limit)
            data = file.read(limit + 1)
            after = os.fstat(file.fileno())
    if len(data) != after.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused("the file changed while it was read")
    return data


def _open(path: str) -> int:
    # Should a pipe have taken the file's place since it was looked at, opening must not wait for a writer.
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)


def _look(status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for test, name in KINDS if test(status.st_mode)), "something else")
        raise Refused(f"not a regular file but {kind}")
    if status.st_size > limit:
        raise Refused(f"too large for a page: {status.st_size} bytes, at most {limit} are read")


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(_reason(error)) from error
    except ValueError as error:
        raise Refused(f"no usable path: {error}") from error


def _reason(error: OSError) -> str:
    return ERRORS.get(error.errno or 0) or f"cannot be read: {error.strerror}"


def printable(path: str) -> str:
    """Return a path that any terminal and database can take: one line, odd bytes and control characters as \\xNN."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)

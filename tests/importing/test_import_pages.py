"""The command: what it stores, what it says, and how it takes whatever files it is given."""

import os
from datetime import date

import pytest
from django.core.management import CommandError
from django.db import IntegrityError, OperationalError

from articles.importing import run
from articles.models import Article, ImportEntry, ImportRun, Newspaper, Official, Page, Topic
from tests.importing.exporting import export, export_questions
from tests.importing.pages import page_text, write_pages

TEXT = page_text(0)
NAME = "晋中日报_2021-08-07_01.txt"


def summary(imported=0, updated=0, unchanged=0, quarantined=0):
    return f"imported {imported}, updated {updated}, unchanged {unchanged}, quarantined {quarantined}"


def write(folder, data, name=NAME):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_pages_come_in_and_a_second_run_changes_nothing(tmp_path, import_pages):
    write_pages(tmp_path, 3)
    assert import_pages(tmp_path)[1][-1] == summary(imported=3)
    before = export()
    status, lines = import_pages(tmp_path)
    assert (status, lines[-1]) == (0, summary(unchanged=3))
    assert export() == before
    assert Page.objects.count() == 3 and Article.objects.count() == 6 and Official.objects.exists()
    assert list(ImportEntry.objects.values_list("outcome", flat=True)) == ["imported"] * 3 + ["unchanged"] * 3
    assert ImportRun.objects.filter(finished_at__isnull=True).count() == 0
    assert Topic.objects.filter(name="防汛应急").exists()


def test_the_order_in_which_files_are_named_does_not_matter(tmp_path, import_pages):
    write_pages(tmp_path, 6)
    files = sorted(tmp_path.iterdir())
    exports = []
    for order in (files, files[::-1], files[3:] + files[:3]):
        import_pages(*order)
        exports.append((export(), export_questions()))
        Page.objects.all().delete()
        forget_everything()
    assert exports[0] == exports[1] == exports[2]


def test_pages_imported_one_by_one_in_any_order_show_the_same(tmp_path, import_pages):
    write_pages(tmp_path, 6)
    files = sorted(tmp_path.iterdir())
    exports = []
    for order in (files, [files[index] for index in (4, 1, 5, 0, 3, 2)]):
        for file in order:
            import_pages(file)
        exports.append(export())
        Page.objects.all().delete()
        forget_everything()
    assert exports[0] == exports[1]


def forget_everything():
    from articles.models import Place, Policy, Post, Project

    for model in (Official, Post, Project, Policy, Newspaper):
        getattr(model, "objects").filter().delete()  # noqa: B009
    Place.objects.filter(level="village").delete()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        "".join(TEXT.split()).encode(),
    ],
    ids=["BOM", "GB18030", "UTF-16 with BOM", "UTF-16 LE", "UTF-16 BE", "CR only", "CR LF", "one line"],
)
def test_unusual_but_readable_files_come_in(tmp_path, import_pages, data):
    write(tmp_path, data)
    assert import_pages(tmp_path) == (0, [f"imported    {tmp_path}/{NAME}", summary(imported=1)])
    assert Article.objects.filter(body__contains="防汛").exists()


def make_fifo(folder):
    os.mkfifo(folder / NAME)


def make_closed(folder):
    (folder / NAME).symlink_to("/proc/self/mem")


BAD = {
    "empty": (lambda folder: write(folder, ""), "the file is empty"),
    "blank": (lambda folder: write(folder, " \n\u3000\n"), "the file holds only blanks"),
    "binary": (lambda folder: write(folder, b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "binary"),
    "NULs": (lambda folder: write(folder, "县\0委".encode() * 20), "NUL"),
    "undecodable": (lambda folder: write(folder, b"\xff\x80\x81\xfe\xfa" * 40), "neither UTF-8 nor plausible"),
    "100 MB": (lambda folder: os.truncate(write(folder, "县"), 100_000_000), "too large for a page"),
    "pipe": (make_fifo, "not a regular file but a named pipe"),
    "loop": (lambda folder: (folder / NAME).symlink_to(folder / NAME), "the symbolic links run in a loop"),
    "device": (lambda folder: (folder / NAME).symlink_to("/dev/zero"), "not a regular file but a device"),
    "dangling": (lambda folder: (folder / NAME).symlink_to(folder / "gone"), "no such file"),
    "month 13": (lambda folder: write(folder, TEXT, "晋中日报_2021-13-01_01.txt"), "impossible date 2021-13-01"),
    "year 1800": (lambda folder: write(folder, TEXT, "晋中日报_1800-01-01_01.txt"), "impossible date 1800-01-01"),
    "year 2999": (lambda folder: write(folder, TEXT, "晋中日报_2999-01-01_01.txt"), "impossible date 2999-01-01"),
}


@pytest.mark.parametrize(("make", "reason"), BAD.values(), ids=BAD)
def test_bad_files_get_one_line_and_one_row_and_the_rest_goes_on(tmp_path, import_pages, make, reason):
    make(tmp_path)
    write(tmp_path, page_text(5), "晋中日报_2021-09-01_01.txt")
    status, lines = import_pages(tmp_path)
    assert (status, lines[-1], len(lines)) == (1, summary(imported=1, quarantined=1), 3)
    (line,) = [line for line in lines if line.startswith("quarantined")]
    entry = ImportEntry.objects.get(outcome="quarantined")
    assert reason in line and reason in entry.reason
    assert Page.objects.count() == 1


@pytest.mark.parametrize("argument", ["nowhere", "none*.txt", "empty"])
def test_arguments_that_name_nothing_are_quarantined(tmp_path, import_pages, argument):
    (tmp_path / "empty").mkdir()
    status, lines = import_pages(tmp_path / argument)
    assert (status, lines[-1], len(lines)) == (1, summary(quarantined=1), 2)
    assert ImportEntry.objects.get().file == str(tmp_path / argument)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("date", "2021-02-30"),
        ("date", "1800-01-01"),
        ("date", "2999-01-01"),
        ("page", "0"),
        ("page", "1000"),
        ("page", "x"),
    ],
)
def test_an_impossible_option_is_told_once_and_nothing_is_imported(tmp_path, import_pages, option, value):
    write_pages(tmp_path, 2)
    status, lines = import_pages(tmp_path, **{option: value})
    assert (status, lines[-1], len(lines)) == (1, summary(quarantined=1), 2)
    assert value in ImportEntry.objects.get().reason and not Page.objects.exists()


def test_no_path_at_all_is_refused(import_pages):
    with pytest.raises(CommandError, match="name files") as refusal:
        import_pages()
    assert refusal.value.returncode == 2


def test_the_same_page_under_two_names_is_stored_once(tmp_path, import_pages):
    write(tmp_path, TEXT)
    write(tmp_path, TEXT, "运城日报_2021-08-07_01.txt")
    for count in ({"imported": 1, "unchanged": 1}, {"unchanged": 2}):
        status, lines = import_pages(tmp_path)
        assert (status, lines[-1]) == (0, summary(**count))
        assert f"same content as {tmp_path}/{NAME}" in lines[1]
    assert list(Newspaper.objects.values_list("name", flat=True)) == ["晋中日报"]


def test_a_file_that_changed_renews_its_page_and_keeps_the_ids(tmp_path, import_pages):
    write(tmp_path, TEXT)
    import_pages(tmp_path)
    keys = dict(Article.objects.values_list("headline", "uid"))
    write(tmp_path, TEXT.replace("如期完工", "按时完工"))
    assert import_pages(tmp_path)[1][-1] == summary(updated=1)
    assert dict(Article.objects.values_list("headline", "uid")) == keys
    assert Article.objects.filter(body__contains="按时完工").exists() and Page.objects.count() == 1


@pytest.mark.parametrize("name", [NAME, "晋中日报20210807-01.txt"])
def test_another_page_in_a_place_that_is_taken_is_quarantined(tmp_path, import_pages, name):
    write(tmp_path, TEXT)
    import_pages(tmp_path)
    (tmp_path / NAME).unlink()
    write(tmp_path, "全然不同的另一版内容，说的是远方的事情。\n" * 12, name)
    status, lines = import_pages(tmp_path)
    assert (status, lines[-1]) == (1, summary(quarantined=1))
    assert "is there already with other content" in lines[0]
    assert Page.objects.get().raw_text.strip() == TEXT.strip()


def test_names_of_odd_bytes_come_in_under_a_name_that_can_be_shown(tmp_path, import_pages):
    with open(os.path.join(os.fsencode(tmp_path), b"\xbd\xfa\xd6\xd0.txt"), "wb") as file:
        file.write(TEXT.encode())
    assert import_pages(tmp_path)[0] == 0
    assert Page.objects.get().file_name == r"\xbd\xfa\xd6\xd0.txt"


def test_a_page_of_unknown_source_comes_in_and_gains_its_source_from_the_operator(tmp_path, import_pages):
    write(tmp_path, TEXT, "a.txt")
    assert "newspaper and date and page number unknown" in import_pages(tmp_path)[1][0]
    status, lines = import_pages(tmp_path, paper="晋中日报", date="2021-08-07", page="3")
    assert (status, lines[-1]) == (0, summary(updated=1))
    page = Page.objects.get()
    assert (page.newspaper.name, page.date, page.number) == ("晋中日报", date(2021, 8, 7), 3)
    assert set(Article.objects.values_list("published", flat=True)) == {page.date}


def test_a_manifest_says_what_each_file_is(tmp_path, import_pages):
    write(tmp_path, page_text(1), "a.txt"), write(tmp_path, page_text(2), "b.txt")
    lines = ["file,paper,date,page", "a.txt,晋中日报,2021-08-07,2", "b.txt,,,7", "gone.txt,,,1", "c.txt,,2021-02-30,"]
    manifest = write(tmp_path, "\ufeff" + "\n".join(lines), "pages.csv")
    for paths in ([], [tmp_path]):
        status, shown = import_pages(*paths, manifest=str(manifest), paper="忻州日报")
        assert status == 1
    assert set(Page.objects.values_list("newspaper__name", "number")) == {("晋中日报", 2), ("忻州日报", 7)}
    reasons = " ".join(ImportEntry.objects.filter(outcome="quarantined").values_list("reason", flat=True))
    assert "no such file" in reasons and "impossible date 2021-02-30" in reasons


@pytest.mark.parametrize("text", ["file,colour\na.txt,red\n", ""])
def test_an_unusable_manifest_imports_nothing(tmp_path, import_pages, text):
    write(tmp_path, TEXT)
    status, lines = import_pages(tmp_path, manifest=str(write(tmp_path, text, "pages.csv")))
    assert (status, lines[-1]) == (1, summary(quarantined=1)) and not Page.objects.exists()


def test_a_dry_run_says_what_a_real_one_would_do_and_stores_nothing(tmp_path, import_pages):
    write_pages(tmp_path, 2)
    write(tmp_path, page_text(0), "双.txt"), write(tmp_path, "", "空.txt")
    dry = import_pages(tmp_path, dry_run=True)
    assert not (
        Page.objects.exists() or ImportRun.objects.exists() or Newspaper.objects.exists() or Official.objects.exists()
    )
    assert dry == import_pages(tmp_path)
    assert dry[1][-1] == summary(imported=2, unchanged=1, quarantined=1)


@pytest.mark.parametrize(("encoding", "status"), [("gb18030", 0), ("ascii", 1), ("klingon", 1)])
def test_an_encoding_can_be_given(tmp_path, import_pages, encoding, status):
    write(tmp_path, TEXT.encode("gb18030"))
    assert import_pages(tmp_path, encoding=encoding)[0] == status


def test_a_page_that_trips_the_reader_is_quarantined_and_the_rest_goes_on(tmp_path, import_pages, monkeypatch):
    write_pages(tmp_path, 2)
    read = run.read_page

    def trip(text, source, gazetteer):
        if source.paper == "忻州日报":
            raise RecursionError("too\ndeep")
        return read(text, source, gazetteer)

    monkeypatch.setattr(run, "read_page", trip)
    status, lines = import_pages(tmp_path)
    assert (status, lines[-1]) == (1, summary(imported=1, quarantined=1))
    assert "could not be read: RecursionError: too deep" in lines[0]


def test_a_page_that_trips_the_storing_leaves_nothing(tmp_path, import_pages, monkeypatch):
    write(tmp_path, TEXT)

    def trip(file, reading, version, page=None):
        store(file, reading, version, page)
        raise ValueError("half-way")

    store = run.store_page
    monkeypatch.setattr(run, "store_page", trip)
    assert import_pages(tmp_path)[1][-1] == summary(quarantined=1)
    assert not (Page.objects.exists() or Article.objects.exists() or Official.objects.exists())


def test_a_clash_with_another_import_is_tried_again(tmp_path, import_pages, monkeypatch):
    write(tmp_path, TEXT)
    clashes = iter([IntegrityError("UNIQUE constraint failed"), IntegrityError("UNIQUE constraint failed")])
    store = run.store_page

    def clash(*arguments):
        for error in clashes:
            raise error
        return store(*arguments)

    monkeypatch.setattr(run, "store_page", clash)
    assert import_pages(tmp_path)[1][-1] == summary(imported=1)


def test_what_another_import_stored_meanwhile_is_unchanged(tmp_path, import_pages, monkeypatch):
    write(tmp_path, TEXT)
    read = run.read_page

    def read_slowly(text, source, gazetteer):
        monkeypatch.setattr(run, "read_page", read)
        import_pages(tmp_path)
        return read(text, source, gazetteer)

    monkeypatch.setattr(run, "read_page", read_slowly)
    assert import_pages(tmp_path)[1][-1] == summary(unchanged=1)
    assert Page.objects.count() == 1


def test_a_locked_database_ends_the_run_with_a_clear_line(tmp_path, import_pages, monkeypatch):
    write_pages(tmp_path, 2)

    def locked(*arguments):
        raise OperationalError("database is locked")

    monkeypatch.setattr(run, "store_page", locked)
    with pytest.raises(CommandError, match="the database cannot be written: database is locked") as refusal:
        import_pages(tmp_path)
    assert refusal.value.returncode == 2


def test_an_interrupted_run_says_so_and_keeps_what_is_done(tmp_path, import_pages, monkeypatch):
    write_pages(tmp_path, 3)
    store = run.store_page

    def interrupt(file, *arguments):
        if file.source.paper == "晋中日报":
            raise KeyboardInterrupt
        return store(file, *arguments)

    monkeypatch.setattr(run, "store_page", interrupt)
    status, lines = import_pages(tmp_path)
    assert status == 130 and lines[-1].startswith("interrupted: ")
    assert set(Page.objects.values_list("newspaper__name", flat=True)) == {"忻州日报"}
    assert Page.objects.count() == ImportEntry.objects.count() == 1

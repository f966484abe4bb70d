"""Reading stored pages again: said first, done when asked for."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.curation import record_edit
from articles.importing import rereading
from articles.importing.named_pages import page_named
from articles.models import Article, Page, PersonMention, Quotation, Visit, VisitCompanion, VisitStop
from articles.reading.records import PageReading
from tests.factories import make_curator
from tests.importing.exporting import export
from tests.importing.pages import write_pages


@pytest.fixture
def reread(monkeypatch, gazetteer):
    monkeypatch.setattr(rereading.Gazetteer, "load", lambda folder: gazetteer)

    def call(*pages, **options):
        out, status = StringIO(), 0
        try:
            call_command("reread_pages", *pages, stdout=out, stderr=out, **options)
        except SystemExit as end:
            status = end.code
        except CommandError as error:
            return error.returncode, [str(error)]
        return status, out.getvalue().splitlines()

    return call


@pytest.fixture
def stored(tmp_path, import_pages):
    import_pages(write_pages(tmp_path, 3))


@pytest.mark.parametrize(("apply", "verb"), [(False, "would change"), (True, "changed")])
def test_the_same_rules_change_nothing(stored, reread, apply, verb):
    before = export()
    status, lines = reread(all=True, apply=apply)
    assert (status, lines[-1]) == (0, f"{verb} 0, unchanged 3, failed 0")
    assert [line.split()[0] for line in lines[:-1]] == ["unchanged"] * 3
    assert export() == before


def test_other_rules_are_shown_first_and_applied_when_asked(stored, reread):
    article = Article.objects.first()
    name = article.officialmentions.first().official.name
    article.officialmentions.all().delete()
    before = export()
    status, lines = reread(all=True)
    assert (status, lines[-1], export()) == (0, "would change 1, unchanged 2, failed 0", before)
    told = [line for line in lines if line.startswith("    ")]
    assert len(told) == 1 and told[0].startswith("    people added: ") and name in told[0]
    status, lines = reread(all=True, apply=True)
    assert (status, lines[-1]) == (0, "changed 1, unchanged 2, failed 0")
    assert f"changed       page {article.page_id} ({article.page})" in lines
    assert article.officialmentions.filter(official__name=name).exists()


def test_what_goes_is_named_as_well(stored, reread, monkeypatch):
    page = Page.objects.first()
    headlines = list(page.articles.order_by("headline").values_list("headline", flat=True))
    monkeypatch.setattr(rereading, "read_page", lambda text, source, gazetteer: PageReading(source, (), ()))
    lines = reread(str(page.pk))[1]
    assert f"    articles gone: {'; '.join(headlines)}" in lines
    assert f"    headlines gone: {'; '.join(headlines)}" in lines
    assert "    article texts gone: 2" in lines
    told = {line.split(" gone: ")[0].strip() for line in lines if " gone: " in line}
    assert told >= {"people", "posts", "places", "projects", "policies"} and " added: " not in "".join(lines)


def test_quotations_and_visits_are_told_with_their_stops_and_companions(stored, reread):
    said, stop, along = (model.objects.first() for model in (Quotation, VisitStop, VisitCompanion))
    told = [
        f"    quotations added: {said.speaker} {said.text}",
        f"    stops added: {stop.visit.name} {stop.text}",
        f"    companions added: {along.visit.name} {along.name} {along.part}",
    ]
    for row in (said, stop, along):
        row.delete()
    assert set(told) <= set(reread(all=True)[1])
    visit = Visit.objects.exclude(first=None).first()
    visit.delete()
    assert f"    visits added: {visit.name} {visit.first} {visit.last}" in reread(all=True)[1]


def test_a_rejected_quotation_is_not_read_again(stored, reread):
    row = Quotation.objects.first()
    record_edit(row, "status", "rejected", by=make_curator())
    status, lines = reread(all=True, apply=True)
    assert (status, lines[-1]) == (0, "changed 0, unchanged 3, failed 0")
    assert Quotation.objects.filter(article=row.article, words=row.words).count() == 1


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decided_name_is_neither_asked_about_nor_forgotten(tmp_path, import_pages, reread, status):
    folder = write_pages(tmp_path / "names", 1)
    file = next(folder.iterdir())
    tale = "树荫下坐满了人。72岁的义务讲解员冯占海给中学生讲完了课。\n"
    file.write_text(file.read_text(encoding="utf-8") + tale, encoding="utf-8")
    import_pages(folder)
    row = PersonMention.objects.get(name="冯占海")
    assert row.status == "found"
    record_edit(row, "status", status, by=make_curator())
    assert reread(all=True, apply=True)[1][-1] == "changed 0, unchanged 1, failed 0"
    assert [(one.pk, one.status) for one in PersonMention.objects.filter(name="冯占海")] == [(row.pk, status)]


def test_edits_stay(stored, reread):
    article = Article.objects.first()
    record_edit(article, "headline", "改过的题目", by=make_curator())
    reread(all=True, apply=True)
    article.refresh_from_db()
    assert article.headline == "改过的题目"


@pytest.mark.parametrize(
    ("names", "options", "numbers"),
    [
        ((), {"all": True}, [1, 2, 3]),
        ((), {"paper": "晋中日报"}, [1, 3]),
        ((), {"date": "2021-01-02"}, [2]),
        ((), {"older": True}, [2]),
        ((), {"all": True, "paper": "晋中日报", "date": "2021-01-03"}, [3]),
        (("晋中日报/2021-01-01/1",), {}, [1]),
        (("/papers/晋中日报/2021-01-01/01/",), {}, [1]),
        (("忻州日报_2021-01-02_02.txt",), {}, [2]),
        (("pages/忻州日报_2021-01-02_02.txt", "晋中日报/2021-01-01/1"), {}, [1, 2]),
        (("晋中日报/2021-01-01/1", "晋中日报_2021-01-01_01.txt"), {}, [1]),
        (("晋中日报/2021-01-01/1",), {"older": True}, []),
    ],
)
def test_pages_are_named_or_chosen(stored, reread, names, options, numbers):
    Page.objects.filter(newspaper__name="忻州日报").update(reader_version="0")
    status, lines = reread(*names, **options)
    assert (status, lines[-1]) == (0, f"would change 0, unchanged {len(numbers)}, failed 0")
    pages = {page.number: page for page in Page.objects.all()}
    assert lines[:-1] == [f"unchanged     page {pages[number].pk} ({pages[number]})" for number in numbers]


@pytest.mark.parametrize("form", ["{}", "pages/{}", "/pages/{}/"])
def test_a_page_is_named_by_its_id(stored, reread, form):
    page = Page.objects.get(number=2)
    assert reread(form.format(page.pk))[1][0] == f"unchanged     page {page.pk} ({page})"


@pytest.mark.parametrize(
    ("names", "options", "words"),
    [
        ((), {}, "say which pages: name them (an id, the name of an imported file, or an address such as"),
        ((), {"apply": True}, "or give --all for all pages"),
        (("1",), {"all": True}, "name pages or give --all, not both"),
        (("987654321",), {}, "no page has the id 987654321"),
        (("晋中日报.txt",), {}, "no page is known as 晋中日报.txt; give an id, the name of an imported file"),
        (("无此报/2021-01-01/1",), {}, "no newspaper is called 无此报"),
        (("晋中日报/2021-13-01/1",), {}, "2021-13-01 is no day; write it as 2019-05-14"),
        (("晋中日报/2021-01-01/7",), {}, "there is no page 7 of 晋中日报 of 2021-01-01"),
        (("晋中日报/2021-01-01/1", "\udce4\n"), {}, r"no page is known as \xe4\n; give"),
        (("9" * 5000,), {}, "no page is known as 999"),
        ((), {"paper": "无此报"}, "no newspaper is called 无此报"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_read(stored, reread, names, options, words):
    before = export()
    status, lines = reread(*names, **{"apply": True, **options})
    assert status == 2 and words in lines[0] and export() == before


@pytest.mark.parametrize(("name", "statements"), [("晋中日报/2021-01-01/1", 2), ("晋中日报_2021-01-01_01.txt", 1)])
def test_a_name_is_looked_up_at_a_fixed_cost(stored, name, statements, django_assert_num_queries):
    with django_assert_num_queries(statements):
        page_named(name)


def test_a_file_name_of_several_pages_needs_an_id(stored, reread):
    Page.objects.update(file_name="01.txt")
    keys = ", ".join(map(str, Page.objects.order_by("pk").values_list("pk", flat=True)))
    assert reread("01.txt") == (2, [f"several pages come from files called 01.txt; give an id: {keys}"])


def test_a_page_that_trips_the_reader_is_told_and_stays(stored, reread, monkeypatch):
    before = export()

    def trip(*arguments):
        raise ValueError("tripped")

    monkeypatch.setattr(rereading, "read_page", trip)
    status, lines = reread(all=True, apply=True)
    assert (status, lines[-1]) == (1, "changed 0, unchanged 0, failed 3")
    assert all("ValueError: tripped" in line for line in lines[:-1]) and export() == before

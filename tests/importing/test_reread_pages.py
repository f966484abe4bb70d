"""Reading stored pages again: said first, done when asked for."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.curation import record_edit
from articles.importing import rereading
from articles.models import Article, OfficialMention, Page
from tests.factories import make_curator
from tests.importing.exporting import export
from tests.importing.pages import write_pages


@pytest.fixture
def reread(monkeypatch, gazetteer):
    monkeypatch.setattr(rereading.Gazetteer, "load", lambda folder: gazetteer)

    def call(**options):
        out, status = StringIO(), 0
        try:
            call_command("reread_pages", stdout=out, stderr=out, **options)
        except SystemExit as end:
            status = end.code
        return status, out.getvalue().splitlines()

    return call


@pytest.fixture
def stored(tmp_path, import_pages):
    import_pages(write_pages(tmp_path, 3))


@pytest.mark.parametrize(("apply", "verb"), [(False, "would change"), (True, "changed")])
def test_the_same_rules_change_nothing(stored, reread, apply, verb):
    before = export()
    status, lines = reread(apply=apply)
    assert (status, lines[-1]) == (0, f"{verb} 0, unchanged 3, failed 0")
    assert export() == before


def test_other_rules_are_shown_first_and_applied_when_asked(stored, reread):
    OfficialMention.objects.filter(article=Article.objects.first()).delete()
    status, lines = reread()
    assert (status, lines[-1]) == (0, "would change 1, unchanged 2, failed 0")
    assert [line for line in lines if line.startswith("changed") and "officials +" in line]
    missing = OfficialMention.objects.count()
    status, lines = reread(apply=True)
    assert (status, lines[-1]) == (0, "changed 1, unchanged 2, failed 0")
    assert OfficialMention.objects.count() > missing


def test_edits_stay(stored, reread):
    article = Article.objects.first()
    record_edit(article, "headline", "改过的题目", by=make_curator())
    reread(apply=True)
    article.refresh_from_db()
    assert article.headline == "改过的题目"


@pytest.mark.parametrize(
    ("options", "number"),
    [({"paper": "晋中日报"}, 2), ({"paper": "无此报"}, 0), ({"date": "2021-01-02"}, 1), ({"older": True}, 1)],
)
def test_the_pages_can_be_chosen(stored, reread, options, number):
    Page.objects.filter(newspaper__name="忻州日报").update(reader_version="0")
    assert reread(**options)[1][-1] == f"would change 0, unchanged {number}, failed 0"


def test_a_page_that_trips_the_reader_is_told_and_stays(stored, reread, monkeypatch):
    before = export()

    def trip(*arguments):
        raise ValueError("tripped")

    monkeypatch.setattr(rereading, "read_page", trip)
    status, lines = reread(apply=True)
    assert (status, lines[-1]) == (1, "changed 0, unchanged 0, failed 3")
    assert all("ValueError: tripped" in line for line in lines[:-1]) and export() == before

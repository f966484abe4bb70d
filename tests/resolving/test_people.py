"""Names that only the tagger vouches for: they wait for a curator, whose word outlasts every new reading."""

from dataclasses import replace

import pytest

from articles.curation import record_edit
from articles.models import Official, OfficialMention, OpenQuestion, PersonMention
from articles.reading.records import TAGGER
from tests.factories import make_curator, make_place
from tests.importing.readings import COUNTY, make_held, make_person, make_read, only_article, store

pytestmark = pytest.mark.django_db

BODY = "村口来了不少人。从宁夏来务工的冯占海拿着手机扫码，冯占海笑了。"


@pytest.fixture(autouse=True)
def places():
    make_place(COUNTY)


def named(body=BODY, name="冯占海", role="citizen", *others):
    """An article in which the tagger takes this for a name."""
    return make_read(body, people=(*others, replace(make_person(body, name, role=role), rule=TAGGER, confidence=0.5)))


def test_a_find_is_kept_with_its_evidence_and_is_nobody_in_public_life():
    store([named()])
    row = PersonMention.objects.get()
    assert (row.name, row.role, row.rule, row.confidence, row.status) == ("冯占海", "citizen", TAGGER, 0.5, "found")
    assert [BODY[start:end] for start, end in row.spans] == ["冯占海", "冯占海"]
    assert (row.start, row.count, row.sentence) == (
        BODY.index("冯占海"), 2, "从宁夏来务工的冯占海拿着手机扫码，冯占海笑了。",
    )  # fmt: skip
    assert not Official.objects.exists() and not OfficialMention.objects.exists()
    assert not OpenQuestion.objects.filter(kind="official").exists()


def test_reading_again_replaces_what_nobody_decided():
    page = store([named()])
    store([named(BODY.replace("冯占海", "贺三妮"), "贺三妮")], page=page)
    assert [row.name for row in PersonMention.objects.all()] == ["贺三妮"]


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_what_a_curator_decided_stays_and_is_not_doubled(status):
    page = store([named()])
    record_edit(PersonMention.objects.get(), "status", status, by=make_curator())
    store([named()], page=page)
    assert [row.status for row in PersonMention.objects.all()] == [status]


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decided_name_stays_when_the_tagger_finds_it_no_more_and_moves_with_its_words(status):
    page = store([named()])
    PersonMention.objects.update(status=status)
    body = f"雨过天晴。{BODY}"
    store([make_read(body)], page=page)
    row = PersonMention.objects.get()
    assert (row.status, [body[start:end] for start, end in row.spans]) == (status, ["冯占海", "冯占海"])


def test_an_article_that_is_found_no_more_is_kept_for_its_decided_name():
    other = make_read("新学期开始，孩子们走进新校舍。")
    page = store([named(), other])
    PersonMention.objects.update(status="rejected")
    store([other], page=page)
    assert page.articles.get(review_state="orphaned").personmentions.count() == 1


def test_a_name_by_which_the_article_names_an_official_is_not_asked_about():
    body = f"县长郑文若到场。{BODY}郑文若唱歌。"
    official = make_person(body, "郑文若", make_held(body, "县长"))
    store([named(body, "郑文若", "citizen", official)])
    assert not PersonMention.objects.exists() and OfficialMention.objects.count() == 1


def test_a_name_that_a_curator_took_out_of_the_body_is_not_asked_about():
    page = store([named()])
    record_edit(only_article(page), "body", BODY.replace("冯占海", "老人"), by=make_curator())
    store([named()], page=page)
    assert not PersonMention.objects.exists()

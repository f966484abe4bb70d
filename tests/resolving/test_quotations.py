"""Quotations as rows: whose they are, and what stays of what curators decided."""

import pytest

from articles.curation import record_edit
from articles.models import Official, OfficialMention, Quotation
from tests.factories import make_curator, make_place
from tests.importing.readings import (
    COUNTY,
    make_held,
    make_person,
    make_quotation,
    make_read,
    make_source,
    only_article,
    store,
)

pytestmark = pytest.mark.django_db

BODY = "左权县县长郑文若到场。郑文若说，水库年底完工。她强调，要守住质量。"
NEIGHBOUR = "山西省/晋中市/和顺县"
FAR = "山西省/运城市/夏县"
FIRST = ("郑文若说，水库年底完工。", "水库年底完工。")
SECOND = ("她强调，要守住质量。", "要守住质量。")


@pytest.fixture(autouse=True)
def places():
    for path in (COUNTY, NEIGHBOUR, FAR):
        make_place(path)


def spoken(body=BODY, *said, posts=(("县长", COUNTY),), **values):
    """An article in which 郑文若 holds these posts and says these words."""
    helds = [make_held(body, title, place) for title, place in posts]
    quotations = tuple(make_quotation(body, *one, **values) for one in said or (FIRST, SECOND))
    return make_read(body, people=(make_person(body, "郑文若", *helds),), quotations=quotations)


def test_a_quotation_is_kept_with_its_words_its_speaker_and_its_sentence():
    store([spoken()])
    first, second = Quotation.objects.order_by("start")
    assert (first.speaker, first.role, first.verb, first.direct) == ("郑文若", "official", "说", False)
    assert (first.words, first.text, first.sentence) == (
        ["水库年底完工。"],
        "水库年底完工。",
        "郑文若说，水库年底完工。",
    )
    assert BODY[second.start : second.end] == "她强调，要守住质量。"
    assert first.official == second.official == Official.objects.get()
    assert list(Quotation.objects.by(first.official)) == [first, second]


def test_who_has_no_row_speaks_by_name_only():
    store([make_read(BODY, quotations=(make_quotation(BODY, *FIRST, role="citizen"),))])
    row = Quotation.objects.get()
    assert (row.official, row.speaker, row.role) == (None, "郑文若", "citizen")


def test_reading_again_replaces_what_was_read():
    page = store([spoken()])
    store([spoken(BODY, SECOND)], page=page)
    assert [row.words for row in Quotation.objects.all()] == [["要守住质量。"]]


@pytest.mark.parametrize("status", ["confirmed", "rejected", "added"])
def test_what_a_curator_decided_stays_and_is_not_doubled(status):
    page = store([spoken()])
    record_edit(Quotation.objects.order_by("start")[0], "status", status, by=make_curator())
    store([spoken()], page=page)
    assert list(Quotation.objects.order_by("start").values_list("status", flat=True)) == [status, "found"]


def test_words_that_overlap_rejected_ones_are_not_suggested_again():
    page = store([spoken()])
    Quotation.objects.filter(words=["水库年底完工。"]).update(status="rejected")
    store([spoken(BODY, ("郑文若说，水库年底完工。她强调，", "水库年底完工。她强调，"))], page=page)
    assert [row.status for row in Quotation.objects.all()] == ["rejected"]


def test_a_decided_quotation_moves_with_its_words_and_stays_without_a_place_when_they_are_gone():
    page = store([spoken()])
    Quotation.objects.update(status="confirmed")
    moved = "昨日上午，" + BODY
    store([spoken(moved)], page=page)
    assert [moved[row.start : row.end] for row in Quotation.objects.order_by("start")] == [FIRST[0], SECOND[0]]
    gone = moved.replace("水库年底完工", "水库明年完工")
    store([spoken(gone, SECOND)], page=page)
    lost = Quotation.objects.get(start=None)
    assert (lost.sentence, lost.words) == ("郑文若说，水库年底完工。", ["水库年底完工。"])
    assert Quotation.objects.count() == 2


def test_words_that_a_curator_changed_in_the_body_are_not_quoted():
    page = store([spoken()])
    record_edit(only_article(page), "body", BODY.replace("年底", "明年"), by=make_curator())
    store([spoken()], page=page)
    assert [row.words for row in Quotation.objects.all()] == [["要守住质量。"]]


def test_a_rejected_mention_takes_the_quotation_from_the_official_unless_a_curator_vouches_for_it():
    page = store([spoken()])
    official = Official.objects.get()
    OfficialMention.objects.update(status="rejected")
    assert not Quotation.objects.by(official).exists()
    Quotation.objects.filter(verb="说").update(status="confirmed")
    assert Quotation.objects.by(official).count() == 2
    store([spoken()], page=page)
    assert {row.official for row in Quotation.objects.filter(status="found")} <= {None}


def test_quotations_follow_officials_who_turn_out_to_be_one():
    body = "左权县县长、夏县县委书记郑文若到场。郑文若说，水库年底完工。"
    store([spoken(posts=(("县长", COUNTY),))], make_source(page=1))
    other = BODY.replace("左权县县长", "夏县县委书记")
    store([spoken(other, posts=(("县委书记", FAR),))], make_source(page=2))
    assert Quotation.objects.values("official").distinct().count() == 2
    store([spoken(body, FIRST, posts=(("县长", COUNTY), ("县委书记", FAR)))], make_source(page=3))
    stayed = Official.objects.get(merged_into=None)
    assert Quotation.objects.filter(official=stayed).count() == 5


def test_a_name_without_a_post_speaks_for_the_official_of_home():
    bare = "当天，郑文若说，水库年底完工。"
    store([spoken()], make_source(page=1))
    read = make_read(bare, people=(make_person(bare, "郑文若"),), quotations=(make_quotation(bare, *FIRST),))
    store([read], make_source(page=2))
    assert Quotation.objects.get(article__page__number=2).official == Official.objects.get()


def test_a_name_that_becomes_known_later_speaks_for_the_official_then():
    bare = "当天，郑文若说，水库年底完工。"
    read = make_read(bare, people=(make_person(bare, "郑文若"),), quotations=(make_quotation(bare, *FIRST),))
    page = store([read], make_source(page=1))
    assert Quotation.objects.get().official is None
    other = store([spoken()], make_source(page=2))
    row = Quotation.objects.get(article__page=page)
    assert row.official == Official.objects.get()
    store([make_read("什么也没有发生。")], make_source(page=2), page=other)
    row.refresh_from_db()
    assert row.official is None


def test_an_article_that_is_found_no_more_is_kept_for_its_decided_quotation():
    page = store([spoken(), make_read("新学期开始，孩子们走进新校舍。")])
    Quotation.objects.filter(verb="说").update(status="rejected")
    store([make_read("新学期开始，孩子们走进新校舍。")], page=page)
    assert page.articles.get(review_state="orphaned").quotations.count() == 2

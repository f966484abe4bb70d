"""Storing a page: ids that last, edits and decisions that survive, nothing left of what is no longer read."""

import pytest

from articles.curation import record_edit, undo
from articles.models import (
    Article,
    Newspaper,
    Official,
    OfficialMention,
    Page,
    PlaceMention,
    Project,
    ProjectFigure,
    ProjectMention,
    TenureEvidence,
)
from tests.factories import make_article, make_curator, make_page, make_place
from tests.importing.exporting import export
from tests.importing.readings import (
    COUNTY,
    make_found_project,
    make_held,
    make_named_place,
    make_person,
    make_read,
    make_source,
    only_article,
    store,
)

pytestmark = pytest.mark.django_db

WATER = "左权县县长郑文若查看石磨坊水库工程。工程总投资3亿元，年内完工。"
SCHOOL = "新学期开始，左权县的孩子们走进新校舍，窗明几净，书声琅琅。"


@pytest.fixture(autouse=True)
def places():
    make_place(COUNTY)


@pytest.fixture
def curator():
    return make_curator()


def water(body: str = WATER, **values):
    person = make_person(body, "郑文若", make_held(body, "县长"))
    project = make_found_project(body, "石磨坊水库工程", "3亿元")
    return make_read(
        body, "县长看水库", people=(person,), places=(make_named_place(body, "左权县"),), projects=(project,), **values
    )


def school(body: str = SCHOOL):
    return make_read(body, "开学第一天", places=(make_named_place(body, "左权县"),))


def test_a_page_is_stored_with_all_that_it_names():
    page = store([water(), school()])
    first, second = page.articles.order_by("position")
    assert (page.newspaper.name, page.newspaper.slug, str(page.newspaper.home_place)) == (
        "晋中日报",
        "jinzhong-ribao",
        "山西省晋中市",
    )
    assert (first.headline, first.body, first.newspaper, first.published) == (
        "县长看水库",
        WATER,
        page.newspaper,
        page.date,
    )
    assert (first.offsets, first.body_lines, first.reasons) == ([[0, 2]], [[2, 2]], ["made by hand"])
    assert "石磨坊" in first.search_text
    assert second.headline == "开学第一天"
    mention = OfficialMention.objects.get()
    assert (mention.official.name, mention.count, WATER[mention.start : mention.end]) == ("郑文若", 1, "郑文若")
    assert mention.sentence == "左权县县长郑文若查看石磨坊水库工程。"


def test_reading_again_changes_nothing():
    page = store([water(), school()])
    before, keys = export(), list(Article.objects.values_list("pk", "uid"))
    officials = list(Official.objects.values_list("pk", flat=True))
    store([water(), school()], page=page)
    assert export() == before
    assert list(Article.objects.values_list("pk", "uid")) == keys
    assert list(Official.objects.values_list("pk", flat=True)) == officials


def test_a_mended_body_keeps_its_row_and_id_wherever_it_stands():
    page = store([water(), school()])
    keys = {row.headline: (row.pk, row.uid) for row in page.articles.all()}
    store([school(), water(WATER.replace("查看", "检查"))], page=page)
    assert {row.headline: (row.pk, row.uid) for row in page.articles.all()} == keys
    assert page.articles.get(headline="县长看水库").position == 1


def test_a_body_that_is_read_no_more_goes_with_what_only_it_named():
    page = store([water(), school()])
    store([school()], page=page)
    assert page.articles.count() == 1
    assert not Official.objects.exists() and not Project.objects.exists()
    assert PlaceMention.objects.count() == 1


def test_an_edited_article_stays_as_an_orphan_and_comes_back(curator):
    page = store([water(), school()])
    article = page.articles.get(headline="县长看水库")
    record_edit(article, "headline", "县长检查水库", by=curator)
    store([school()], page=page)
    article.refresh_from_db()
    assert (article.review_state, article.headline) == ("orphaned", "县长检查水库")
    assert list(Article.objects.readable()) != [article] and not Official.objects.exists()
    store([water(), school()], page=page)
    article.refresh_from_db()
    assert (article.review_state, article.headline) == ("unreviewed", "县长检查水库")


def test_edits_survive_a_new_reading_and_undoing_shows_what_was_read_last(curator):
    page = store([water()])
    edit = record_edit(only_article(page), "headline", "水库工地见闻", by=curator)
    store([water(text={"subhead": "年内完工"})], page=page)
    article = only_article(page)
    assert (article.headline, article.subhead) == ("水库工地见闻", "年内完工")
    undo(edit, by=curator)
    assert only_article(page).headline == "县长看水库"


def test_facts_follow_the_words_in_an_edited_body(curator):
    page = store([water()])
    shown = "昨日上午，" + WATER
    record_edit(only_article(page), "body", shown, by=curator)
    store([water()], page=page)
    mention = OfficialMention.objects.get()
    assert only_article(page).body == shown
    assert shown[mention.start : mention.end] == "郑文若" and mention.sentence in shown


@pytest.mark.parametrize("status", ["confirmed", "rejected", "added"])
def test_what_a_curator_decided_stays_and_is_not_doubled(status):
    page = store([water()])
    OfficialMention.objects.update(status=status)
    PlaceMention.objects.update(status=status)
    store([water()], page=page)
    assert list(OfficialMention.objects.values_list("status", flat=True)) == [status]
    assert list(PlaceMention.objects.values_list("status", flat=True)) == [status]


def test_what_a_curator_confirmed_moves_with_its_words():
    page = store([water()])
    for model in (OfficialMention, PlaceMention, ProjectMention, TenureEvidence):
        model.objects.update(status="confirmed")
    body = "昨日上午，" + WATER
    store([water(body)], page=page)
    assert only_article(page).body == body
    mention, report, figure = OfficialMention.objects.get(), ProjectMention.objects.get(), ProjectFigure.objects.get()
    assert [body[start:end] for start, end in mention.spans] == ["郑文若"] and mention.sentence in body
    assert body[report.start : report.end] == "石磨坊水库工程" and body[figure.start : figure.end] == "3亿元"
    post = TenureEvidence.objects.get()
    assert body[post.start : post.end] == "县长"


def test_what_a_curator_confirmed_stays_without_a_place_when_its_words_are_gone():
    page = store([water()])
    sentence = OfficialMention.objects.get().sentence
    OfficialMention.objects.update(status="confirmed")
    body = WATER.replace("郑文若", "一行")
    store([make_read(body, "县长看水库")], page=page)
    mention = OfficialMention.objects.get()
    assert (mention.start, mention.end, mention.spans, mention.count) == (None, None, [], 1)
    assert mention.sentence == sentence


def test_equal_bodies_of_one_page_get_different_ids():
    page = store([school(), school()])
    uids = set(page.articles.values_list("uid", flat=True))
    assert len(uids) == 2
    store([school(), school()], page=page)
    assert set(page.articles.values_list("uid", flat=True)) == uids


def test_ids_come_from_identity_and_text_not_from_the_row():
    uid = only_article(store([school()])).uid
    Page.objects.all().delete()
    make_article(make_page(number=9))
    assert only_article(store([school()])).uid == uid


def test_the_source_that_a_curator_corrected_stays(curator):
    page = store([school()])
    record_edit(page, "number", 3, by=curator)
    store([school()], page=page)
    page.refresh_from_db()
    assert page.number == 3


def test_papers_of_one_sound_get_addresses_of_their_own():
    make_place("陕西省/榆林市"), make_place("广西壮族自治区/玉林市", code="450900")
    store([school()], make_source("榆林日报", home="陕西省/榆林市"))
    store([school()], make_source("玉林日报", home="广西壮族自治区/玉林市"))
    slugs = dict(Newspaper.objects.values_list("name", "slug"))
    assert slugs == {"榆林日报": "yulin-ribao", "玉林日报": "yulin-ribao-450900"}

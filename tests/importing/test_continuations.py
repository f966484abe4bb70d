"""Articles that go on on another page, whichever page comes first."""

from itertools import permutations

import pytest

from articles.curation import record_edit
from articles.models import Article
from tests.factories import make_curator, make_place
from tests.importing.readings import CITY, make_read, make_source, store

pytestmark = pytest.mark.django_db

FRONT = "汾河治理工程昨日开工，两岸群众盼了多年的河堤步道年底可以走通。"
BACK = "工程分三段推进，上游清淤，中游筑堤，下游绿化，沿线村民已签下合同。"
SCHOOL = "新学期开始，孩子们走进新校舍，窗明几净，书声琅琅，家长放心。"


@pytest.fixture(autouse=True)
def places():
    make_place(CITY)


def start(headline="一河清水绕城来", on=4, body=FRONT):
    return make_read(body, headline, text={"continued_on": on})


def end(headline="一河清水绕城来", start=1, body=BACK):
    return make_read(body, headline, text={"continued_from": start})


def links():
    rows = Article.objects.filter(continuation__isnull=False)
    return {(row.page.number, row.headline, row.continuation.page.number, row.continuation.headline) for row in rows}


PAGES = {
    1: [start(), start("校园新貌", body=SCHOOL)],
    2: [make_read(SCHOOL, "一河清水绕城来")],
    4: [end("校园新貌", body=SCHOOL[5:]), end()],
}


@pytest.mark.parametrize("order", list(permutations(PAGES)))
def test_notes_and_headlines_decide_whatever_the_order_of_the_pages(order):
    for number in order:
        store(PAGES[number], make_source(page=number))
    assert links() == {(1, "一河清水绕城来", 4, "一河清水绕城来"), (1, "校园新貌", 4, "校园新貌")}


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        (start(), end("（上接第一版）"), True),
        (start(), make_read(BACK, "一河清水绕城来"), True),
        (start(), make_read(BACK, "另一件事"), False),
        (make_read(FRONT, "一河清水绕城来"), end(), True),
        (start(on=3), end(), False),
        (start(), end(start=2), False),
    ],
)
def test_one_note_needs_a_like_headline_and_contradicting_notes_link_nothing(first, second, linked):
    store([first], make_source(page=1))
    store([second], make_source(page=4))
    assert bool(links()) is linked


def test_pages_of_another_day_or_paper_are_not_linked():
    store([start()], make_source(page=1))
    store([end()], make_source("太行日报", page=4))
    assert not links()


def test_a_link_goes_when_a_new_reading_finds_no_note():
    page = store([start()], make_source(page=1))
    store([end()], make_source(page=4))
    assert links()
    store([start(on=None)], make_source(page=1), page)
    store([end("另一件事", start=None)], make_source(page=4), Article.objects.get(body=BACK).page)
    assert not links()


def test_a_link_that_a_curator_undid_stays_undone():
    page = store([start()], make_source(page=1))
    store([end()], make_source(page=4))
    record_edit(Article.objects.get(body=FRONT), "continuation", None, by=make_curator())
    store([start()], make_source(page=1), page)
    assert not links()

"""Which texts are the same, slips and repairs aside."""

import pytest

from articles.importing.similarity import bigrams, containment, likeness, pair_up

RIVER = "汾河治理工程昨日开工，两岸群众盼了多年的河堤步道年底可以走通。"
SCHOOL = "新学期开始，孩子们走进新校舍，窗明几净，书声琅琅，家长放心。"


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (RIVER, RIVER, 1.0, 1.0),
        (RIVER, RIVER.replace("，", "，\n").replace("汾河", "汾 河"), 1.0, 1.0),
        (RIVER, RIVER.replace("昨日", "前日"), 0.8, 0.99),
        (RIVER, SCHOOL, 0.0, 0.1),
        (RIVER, "", 0.0, 0.0),
        ("", "", 0.0, 0.0),
    ],
)
def test_likeness(one, other, least, most):
    assert least <= likeness(one, other) <= most


def test_containment_of_a_part_is_whole():
    assert containment(RIVER[:12], RIVER) == 1.0


def test_a_single_character_counts_as_itself():
    assert dict(bigrams(" 汾 ")) == {"汾": 1}


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([RIVER, SCHOOL], [SCHOOL, RIVER], {0: 1, 1: 0}),
        ([RIVER, RIVER], [RIVER, RIVER], {0: 0, 1: 1}),
        ([RIVER], [RIVER.replace("昨日", "前日"), RIVER], {1: 0}),
        ([RIVER], [RIVER.replace("昨日", "前日"), SCHOOL], {0: 0}),
        ([RIVER], [SCHOOL], {}),
        (["", RIVER], ["", ""], {}),
        ([], [RIVER], {}),
    ],
)
def test_pairing_is_one_to_one_and_the_likest_first(old, new, pairs):
    assert pair_up(old, new) == pairs


def test_a_page_made_of_thousands_of_pieces_is_compared_by_equality_only():
    old = [f"{RIVER}{number}" for number in range(600)]
    assert pair_up(old, [f"{text}。" for text in old]) == {}
    assert pair_up(old, old[1:]) == {index: index + 1 for index in range(599)}

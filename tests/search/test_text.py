"""Folding, the text that is searched, and where folded words stand in what was printed."""

import pytest

from articles.search.text import fold, search_text, spans
from tests.factories import make_article


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("左权县", "左权县"),
        ("ＧＤＰ１２％", "gdp12%"),
        ("（第２版）：“晋”", "(第2版):“晋”"),
        ("㎡ ① Ⅳ", "m2 1 iv"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_folding_makes_forms_alike(printed, folded):
    assert fold(printed) == folded


@pytest.mark.parametrize("text", ["ＡßİΣς㎡", "ﬁ ①Ⅳ…", "İstanbul"])
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_search_text_holds_each_part_on_a_line_of_its_own(db):
    article = make_article(
        section="要闻", kicker="现场", headline="水库 开工", subhead="总投资２亿元", body="第一段。\n第二段。"
    )
    assert search_text(article) == "要闻\n现场\n水库 开工\n总投资2亿元\n第一段。\n第二段。"


@pytest.mark.parametrize(
    ("text", "needles", "found"),
    [
        ("水库开工，水库验收", ("水库",), [(0, 2), (5, 7)]),
        ("投资１２亿", ("12",), [(2, 4)]),
        ("面积30㎡左右", ("m2左",), [(4, 6)]),
        ("文化旅游", ("文化旅", "旅游"), [(0, 4)]),
        ("文化旅游", ("文化", "旅游"), [(0, 2), (2, 4)]),
        ("水库", ("大坝",), []),
        ("水库", (), []),
        ("", ("水",), []),
    ],
)
def test_folded_words_are_found_where_they_were_printed(text, needles, found):
    assert spans(text, needles) == found

"""Search finds the articles that hold every term, letter by letter."""

import pytest

from articles.models import Article
from articles.search import matching, parse
from tests.factories import make_article

HOSTILE = ["%", "_", "\\", "'", '"', "%%%", "a' OR '1'='1", "\x00", "NEAR(", "*", "水库%", "()&|!:*", "\ud800", "🦀"]


def found(typed: str) -> set[str]:
    return set(matching(Article.objects.all(), parse(typed)).values_list("headline", flat=True))


@pytest.fixture
def articles(db):
    make_article(headline="水库开工", body="左权县的ＧＤＰ增长８％。")
    make_article(headline="古镇修缮", kicker="左权 文化", body="县委书记说，不搞a_b。")
    make_article(headline="书记调研", body="文化旅游融合。", section="要闻")


@pytest.mark.parametrize(
    ("typed", "headlines"),
    [
        ("水库", {"水库开工"}),
        ("书记", {"古镇修缮", "书记调研"}),
        ("书记 文化", {"古镇修缮", "书记调研"}),
        ("左权 文化", {"古镇修缮"}),
        ("“左权 文化”", {"古镇修缮"}),
        ("“文化 左权”", set()),
        ("gdp", {"水库开工"}),
        ("8%", {"水库开工"}),
        ("要闻", {"书记调研"}),
        ("a_b", {"古镇修缮"}),
        ("aXb", set()),
        ("开工左权", set()),
        ("", {"水库开工", "古镇修缮", "书记调研"}),
    ],
)
def test_every_term_must_occur(articles, typed, headlines):
    assert found(typed) == headlines


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_plain_words(articles, typed):
    needles = parse(typed).needles
    expected = {row.headline for row in Article.objects.all() if all(needle in row.search_text for needle in needles)}
    assert found(typed) == expected

"""What a visitor types is read as words, whatever it looks like."""

import time

import pytest

from articles.search.query import LONGEST, MOST_TERMS, parse


@pytest.mark.parametrize(
    ("typed", "needles"),
    [
        ("水库", ("水库",)),
        ("  左权　水库\t开工 ", ("左权", "水库", "开工")),
        ("水库 水库 ＧＤＰ gdp", ("水库", "gdp")),
        ("“县委 书记” 调研", ("县委 书记", "调研")),
        ('"县委  书记"', ("县委 书记",)),
        ("「煤矸石」综合", ("煤矸石", "综合")),
        ('水库"开工', ("水库", "开工")),
        ('""', ()),
        ("", ()),
        ("   ", ()),
        ("水\x00库\u200b开工", ("水", "库", "开工")),
        ("NOT 水库 OR a* NEAR(b) {x}: ^y", ("not", "水库", "or", "a*", "near(b)", "{x}:", "^y")),
        ("100%_\\' OR 1=1 --", ("100%_\\'", "or", "1=1", "--")),
        ("a & !b | (c)", ("a", "&", "!b", "|", "(c)")),
    ],
)
def test_words_and_phrases(typed, needles):
    assert parse(typed).needles == needles


def test_a_query_is_cut_at_its_longest():
    query = parse("水" * (LONGEST + 1))
    assert query.cut
    assert query.needles == ("水" * LONGEST,)


def test_a_query_has_so_many_terms_at_most():
    query = parse(" ".join(str(number) for number in range(MOST_TERMS + 5)))
    assert query.cut
    assert len(query.terms) == MOST_TERMS


@pytest.mark.parametrize("typed", ["左权 水库", "“县委 书记” 调研", 'a"b c'])
def test_a_query_written_again_reads_the_same(typed):
    query = parse(typed)
    assert parse(str(query)) == query


def test_a_query_without_one_of_its_terms():
    query = parse("左权 “县委 书记” 水库")
    assert str(query.without(query.terms[0])) == "“县委 书记” 水库"


@pytest.mark.parametrize("typed", ['"' * 1_000_000, "“" * 1_000_000, "a\u200b" * 500_000, " " * 1_000_000])
def test_a_megabyte_is_read_at_once(typed):
    begun = time.process_time()
    assert len(parse(typed).terms) <= MOST_TERMS
    assert time.process_time() - begun < 1

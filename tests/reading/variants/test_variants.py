"""Terms that one page writes in two ways: found where they are slips, and only there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.reading.encoding import decode
from articles.reading.pipeline import read_page
from articles.reading.records import ArticleReading, Facts, PageReading, Person, PlaceMention, Source, Span, Variant
from articles.reading.variants.finding import MOST, find_variants
from articles.reading.variants.likeness import are_alike
from articles.reading.words import read_pairs
from tests.reading.facts import gazetteer, make_text

PAGES = [*(Path(__file__).resolve().parents[3] / "fixtures/wide/pages").glob("*.txt")]
# The share of slips in repeated names that are found; the floor only rises.
FOUND = 0.968


@dataclass(frozen=True)
class Slip:
    """A page's text with one character of a repeated name changed, and what the name has become."""

    text: str
    form: str


def read(text: str) -> PageReading:
    """A page of a paper of its own."""
    return read_page(text, Source(), gazetteer())


def text_of(page: Path) -> str:
    """The text of a page in whatever encoding."""
    return decode(page.read_bytes()).text


def slips_in(text: str) -> Iterator[Slip]:
    """Names of people and places that a page says twice or more, each once with a character for one that looks like it."""
    rng, alikes = random.Random(0), dict(read_pairs("look_alikes"))
    facts = [article.facts for article in read(text).articles]
    names = {one.name for of in facts for one in of.people} | {one.text for of in facts for one in of.places}
    for name in sorted(name for name in names if len(name) >= 3 and text.count(name) > 1):
        at = rng.randrange(len(name))
        if name[at] in alikes:
            form = name[:at] + rng.choice(alikes[name[at]]) + name[at + 1 :]
            first = text.index(name)
            yield Slip(text[:first] + form + text[first + len(name) :], form)


def official(name: str) -> Person:
    """An official whose posts do not matter."""
    return Person(name, "official", (), (), "title name", 0.97)


def variants_of(*bodies: str, people: str = "", places: str = "") -> set[tuple[str, str]]:
    return {variant.terms for variant in find(*bodies, people=people, places=places)}


def find(*bodies: str, people: str = "", places: str = "") -> tuple[Variant, ...]:
    """The variants of articles of these bodies; the first has the people and places named, parted by blanks."""
    facts = Facts(
        people=tuple(map(official, people.split())),
        places=tuple(PlaceMention(name, None, "admin", (), "full name", 0.9) for name in places.split()),
    )
    reads = [ArticleReading(make_text(body), Facts() if n else facts) for n, body in enumerate(bodies)]
    return find_variants(reads, gazetteer(), 2021)


@pytest.mark.parametrize("pair", ["人入", "未末", "沁泌", "记纪", "坂板", "建健", "己已", "汾份"])
def test_characters_are_alike_in_print_or_sound(pair):
    assert are_alike(*pair) and are_alike(*reversed(pair))


@pytest.mark.parametrize("pair", ["人人", "山水", "南北", "县镇"])
def test_other_characters_are_not_alike(pair):
    assert not are_alike(*pair)


@pytest.mark.parametrize(
    ("bodies", "terms"),
    [
        (("全市新登记市场主体六百户。", "新登纪市场主体增多。"), ("新登纪市场主体", "新登记市场主体")),
        (("建设步人快车道。工作步入快车道。",), ("步人快车道", "步入快车道")),
        (("做强川南一体化示范区。", "川嵛一体化示范区开工。"), ("川嵛一体化示范区", "川南一体化示范区")),
    ],
    ids=["alike in sound", "alike in print", "so long that it is one term"],
)
def test_a_term_in_two_writings_between_equal_words(bodies, terms):
    assert variants_of(*bodies) == {terms}


@pytest.mark.parametrize(
    "body",
    [
        "一期主体工程已开工。二期主体工程已备料。",
        "他们制定工作方案。我们制订工作方案。",
        "老李做好登记工作。老张是好登记工作。",
        "石坪县城至河口公路。石坪县城到河口公路。",
        "做强川南示范区，做好川西示范区。",
        "让老人有地方坐，让孩子有地方玩，让客人有地方住，让新人有地方学，让工人有地方歇。",
    ],
    ids=["numbers", "both are words", "particles", "not alike", "directions", "a way of speaking"],
)
def test_what_differs_on_purpose_is_no_slip(body):
    assert not find(body)


@pytest.mark.parametrize(
    ("body", "people", "places", "terms"),
    [
        ("县长卫树棠到会。卫树堂说，路要修好。", "卫树棠", "", ("卫树堂", "卫树棠")),
        ("县长卫棠到会。卫堂说，路要修好。", "卫棠", "", ("卫堂", "卫棠")),
        ("青坂镇修路。青板镇修渠。", "", "青坂镇", ("青板镇", "青坂镇")),
        ("祁县修路。祈县修渠。", "", "祁县", ("祈县", "祁县")),
        ("祈县修路。祈县修渠。祁县种树。", "", "祁县", ("祁县", "祈县")),
    ],
)
def test_a_name_in_two_writings(body, people, places, terms):
    assert variants_of(body, people=people, places=places) == {terms}


@pytest.mark.parametrize(
    ("body", "people", "places"),
    [
        ("烟店镇修路。燕店镇修渠。", "", "烟店镇"),
        ("县长王健到会。村民王建康复出院。", "王健", ""),
        ("玉林市修路。封玉琳说，路要修好。", "封玉琳", "玉林"),
        ("左权县修路。在左全县总动员。", "", "左权"),
        ("程果到会。首批成果落地。", "程果", ""),
        ("威县修路。干部为县里跑腿。", "", "威县"),
    ],
    ids=["two places", "a longer name", "part of a known name", "part of other words", "a word", "a level alone"],
)
def test_what_is_like_a_name_is_not_always_it(body, people, places):
    assert not find(body, people=people, places=places)


def test_a_variant_says_where_it_stands():
    (found,) = find("县长卫树棠到会。", "田间，卫树堂说，路要修好。", people="卫树棠")
    assert (found.article, found.other, found.span) == (1, 0, Span(3, 6, "卫树堂"))


def test_headings_are_looked_at_and_have_no_span():
    reads = [ArticleReading(make_text("卫树棠到会。", "卫树堂在河口村"), Facts((official("卫树棠"),)))]
    (found,) = find_variants(reads, gazetteer(), None)
    assert (found.terms, found.span) == (("卫树堂", "卫树棠"), None)


@pytest.mark.parametrize("piece", ["一", "县长卫树棠", "甲乙丙丁戊己", "卫树棠、卫树堂、", "有地方坐，有地方玩，"])
def test_endless_text_is_looked_through_within_bounds(piece):
    body = (piece * (200_000 // len(piece) + 1))[:200_000]
    found = find(body, people="卫树棠", places="甲乙")
    assert len(found) <= MOST and all(body[v.span.start : v.span.end] == v.terms[0] for v in found)


def test_sample_pages_write_each_term_in_one_way():
    assert not [variant for page in PAGES for variant in read(text_of(page)).variants]


def test_slips_set_into_pages_are_found():
    slips = [slip for page in sorted(PAGES) for slip in slips_in(text_of(page))]
    found = [slip for slip in slips if any(slip.form in term for v in read(slip.text).variants for term in v.terms)]
    assert len(slips) > 60
    assert len(found) / len(slips) >= FOUND, [slip.form for slip in slips if slip not in found]

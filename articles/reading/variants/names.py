"""Names that a page writes in two ways: one found on it comes back with one character for another that is alike.

The other form is no word, no other place of the gazetteer, no part of a longer name and not of the words around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from articles.reading.gazetteer import Gazetteer
from articles.reading.name_shapes import follows_name, may_follow_name
from articles.reading.records import ArticleReading, Variant
from articles.reading.segmentation import is_word
from articles.reading.variants.likeness import are_alike
from articles.reading.variants.spots import Spot, Text, is_chinese, may_be_slip, variant_of

SHORTEST, LONGEST = 2, 24
# 为县里跑腿 and 各县 name no county, whatever 威县 sounds like.
LEVELS, BEFORE_LEVELS = "省市县区州旗盟镇乡村", "为与及和在到对把从向由以各全该本我他其此"
# So that the time stays linear whatever a page holds.
MOST_NAMES = 300


def name_variants(
    texts: Sequence[Text], articles: Sequence[ArticleReading], gazetteer: Gazetteer, year: int | None
) -> Iterator[Variant]:
    """Yield the names of people and places that the texts of a page write in two ways; year is that of its issue."""
    names = dict.fromkeys(name for article in articles for name in _names(article) if SHORTEST <= len(name) <= LONGEST)
    people = {person.name for article in articles for person in article.facts.people}
    for name in sorted(list(names)[:MOST_NAMES], key=len, reverse=True):
        for known in islice(_find(texts, name, 0), 1):
            for hole, spot in _forms(texts, name):
                after = len(name) - hole - 1
                if not (_is_of_person(spot, hole, name, people) or _is_place(spot.term(hole, after), gazetteer, year)):
                    yield variant_of(spot, Spot(known.text, known.at + hole), hole, after, texts)


def _names(article: ArticleReading) -> Iterator[str]:
    yield from (one.name for one in article.text.byline if len(one.name) > 2)
    yield from (person.name for person in article.facts.people)
    yield from (place.text for place in article.facts.places if place.kind == "admin")
    yield from (project.name for project in article.facts.projects)
    yield from (policy.title for policy in article.facts.policies)


def _forms(texts: Sequence[Text], name: str) -> Iterator[tuple[int, Spot]]:
    """Yield where the name first stands with each alike character, and which one that is."""
    for hole in range(len(name)):
        part, offset = (name[hole + 1 :], -1) if hole < len(name) // 2 else (name[:hole], hole)
        seen: set[str] = set()
        for spot in _find(texts, part, offset):
            if spot.beside(0) not in seen and _is_form(spot, hole, name):
                seen.add(spot.char)
                yield hole, spot


def _is_form(spot: Spot, hole: int, name: str) -> bool:
    """Whether the name stands there but for the spot, which is part of no word that goes beyond it, in a form that is none."""
    if not hole <= spot.at < len(spot.text.words):
        return False
    form = spot.term(hole, len(name) - hole - 1)
    if form != name[:hole] + spot.char + name[hole + 1 :] or not _is_slip(spot.char, name[hole]):
        return False
    if len(name) == SHORTEST and name[1] in LEVELS and spot.char in BEFORE_LEVELS:
        return False
    before, after = spot.word()
    return before <= hole and after < len(name) - hole and not is_word(form)


def _find(texts: Sequence[Text], part: str, offset: int) -> Iterator[Spot]:
    """Yield the spots so far from where a part stands."""
    for text in texts:
        at = text.words.find(part)
        while at >= 0:
            yield Spot(text, at + offset)
            at = text.words.find(part, at + 1)


def _is_slip(one: str, other: str) -> bool:
    return is_chinese(one) and may_be_slip(one, other) and are_alike(one, other)


def _is_of_person(spot: Spot, hole: int, name: str, people: Iterable[str]) -> bool:
    """Whether the form is part of a person's longer name: of a known one, or of one that goes on where no verb follows."""
    form = spot.term(hole, len(name) - hole - 1)
    if any(form in person and form != person for person in people):
        return True
    words, end = spot.text.words, spot.at + len(name) - hole
    ends = not is_chinese(words[end : end + 1]) or words.startswith("说", end)
    return len(name) == 2 and name in people and not (ends or follows_name(words, end) or may_follow_name(words, end))


def _is_place(form: str, gazetteer: Gazetteer, year: int | None) -> bool:
    units = (*gazetteer.named(form, year), *gazetteer.shortly_named(form, year))
    return bool(gazetteer.townships(form)) or any(unit.valid_in(year) for unit in units)

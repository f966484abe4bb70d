"""A net for names without posts: what the tagger takes for a name in sentences in which the rules found nobody.

The shape of a name proposes (a family name, characters that names have, no word), the tagger weighs it in its sentence,
and what stands around it may speak against it. Its finds are unconfirmed: their confidence is low, their rule is
“tagger”, and none is an official, since only a post makes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from articles.reading.name_shapes import (
    MARKS,
    begins_word,
    follows_name,
    is_blocked,
    is_common,
    is_of_words,
    is_plain,
    looks_given,
    sizes,
    surnames,
)
from articles.reading.people.lac_files import Floats
from articles.reading.people.roles import RANK
from articles.reading.people.tagger import name_chances
from articles.reading.people.titles import title_kinds
from articles.reading.records import TAGGER, Facts, Person, Span
from articles.reading.sentences import sentence_at, sentences
from articles.reading.words import alternation, read_word_set, read_words

CONFIDENCE = 0.5
# Names of persons had at least this chance, places and plants that look like names mostly less, on the sample pages.
LEAST_CHANCE = 0.8
# Longer sentences are lists or broken text; and no page leaves so many characters over, so that time is bounded.
LONGEST, MOST = 200, 20_000
_ROLES = {"x": "executive", "e": "expert", "c": "citizen"}
_LONGEST_TITLE = 7
# How far before a name the words 62岁的 may stand.
MAX_BACK = 12
_CREDIT = re.compile("[ \u3000]?摄")
_WORK = re.compile("《[^《》\n]{1,60}》")


@dataclass(frozen=True, slots=True)
class _Body:
    """One article's body; where the rules found people (named), and where no name can stand (taken)."""

    text: str
    named: frozenset[int]
    taken: frozenset[int]


def find_untitled(articles: Sequence[tuple[str, Facts]]) -> list[tuple[Person, ...]]:
    """For each article of a page, its body and what the rules found there: whom it names beside.

    All articles at once, since the tagger's time is that of its longest sentence; and who is known from one article is
    no find in another. A name never covers a place or the title of a work.
    """
    known = {person.name for _, facts in articles for person in facts.people}
    bodies = [_body(text, facts) for text, facts in articles]
    left = list(_left_over(bodies))
    found: list[dict[str, list[Span]]] = [{} for _ in bodies]
    for (number, sentence, names), chances in zip(left, name_chances([one.text for _, one, _ in left]), strict=True):
        for name in names:
            chance = _chance(chances, name.start - sentence.start, name.end - sentence.start)
            if chance >= LEAST_CHANCE and name.text not in known:
                found[number].setdefault(name.text, []).append(name)
    return [_persons(body, names) for body, names in zip(bodies, found, strict=True)]


def _body(text: str, facts: Facts) -> _Body:
    named = _offsets(span for person in facts.people for span in person.mentions)
    places = _offsets(span for place in facts.places for span in place.mentions)
    works = _offsets(Span(*match.span(), match.group()) for match in _WORK.finditer(text))
    return _Body(text, named, named | places | works)


def _offsets(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(offset for span in spans for offset in range(span.start, span.end))


def _left_over(bodies: Sequence[_Body]) -> Iterator[tuple[int, Span, list[Span]]]:
    """Sentences in which the rules found nobody, each with its body's number and what looks like a name there."""
    spent = 0
    for number, body in enumerate(bodies):
        for sentence in sentences(body.text):
            if len(sentence.text) > LONGEST or not body.named.isdisjoint(range(sentence.start, sentence.end)):
                continue
            names = [name for name in _proposed(body.text, sentence) if _is_free(body, name)]
            if names and spent + len(sentence.text) <= MOST:
                spent += len(sentence.text)
                yield number, sentence, names


def _is_free(body: _Body, span: Span) -> bool:
    return body.taken.isdisjoint(range(span.start, span.end))


def _proposed(body: str, sentence: Span) -> Iterator[Span]:
    for start in range(sentence.start, sentence.end):
        for size in sizes(body[start : start + 8]):
            end = start + size
            if end <= sentence.end and _looks_like_name(body[start:end]) and (size > 2 or _ends_name(body, end)):
                yield Span(start, end, body[start:end])


def _looks_like_name(text: str) -> bool:
    """Whether a text can be a name. A rare family name is often the end of a word: it needs a given name as most are."""
    if not is_plain(text) or is_blocked(text) or begins_word(text):
        return False
    if not (is_common(text) or looks_given(text) or len(text) > 3 or text[:2] in surnames()[1] or is_of_words(text)):
        return False
    return text[1:] not in read_word_set("forms_of_address") and text not in read_word_set("names_in_doctrines")


def _ends_name(body: str, position: int) -> bool:
    """Whether a mark or a word that proves a name stands here: two characters alone are too often a word."""
    following = body[position : position + 1]
    return not following or following in MARKS or following == "说" or follows_name(body, position)


def _chance(chances: Floats, start: int, end: int) -> float:
    """The chance that a name stands exactly at [start, end), as far as the characters' own chances tell it."""
    inside = float(chances[start + 1 : end, 1].min())
    ends = 1 - float(chances[end, 1]) if end < len(chances) else 1.0
    return min(float(chances[start, 0]), inside, ends)


def _persons(body: _Body, found: dict[str, list[Span]]) -> tuple[Person, ...]:
    persons = [_person(body.text, name, _places_of(body, name, spans)) for name, spans in found.items()]
    return tuple(person for person in persons if person)


def _places_of(body: _Body, name: str, found: list[Span]) -> tuple[Span, ...]:
    """All places of a long name; of one of two characters, which may be a word elsewhere, those found."""
    if len(name) == 2:
        return tuple(found)
    spans = (Span(*match.span(), name) for match in re.finditer(re.escape(name), body.text))
    return tuple(span for span in spans if _is_free(body, span))


def _person(body: str, name: str, spans: tuple[Span, ...]) -> Person | None:
    """The find with the role that the words around it tell, citizen where they tell none; None where it is no find."""
    roles = [_role_at(body, span) for span in spans]
    if None in roles:
        return None
    told = sorted((role for role in roles if role), key=RANK.__getitem__)
    return Person(name, told[0] if told else "citizen", (), spans, TAGGER, CONFIDENCE)


def _role_at(body: str, span: Span) -> str | None:
    """The role told at one place, if any; None where it must be that of an official, or of who took a picture."""
    kind = _title_before(body, span.start)
    if kind:
        return _ROLES.get(kind)
    if _acts().match(body, span.end) or _CREDIT.match(body, span.end):
        return None
    if _lives().search(body, max(0, span.start - MAX_BACK), span.start):
        return "citizen"
    return "historical" if _past().search(sentence_at(body, span.start, span.end).text) else ""


def _title_before(body: str, position: int) -> str:
    """The kind of title that ends at a position, or nothing."""
    words = (body[max(0, position - size) : position] for size in range(_LONGEST_TITLE, 1, -1))
    return next((title_kinds()[word][0] for word in words if word in title_kinds()), "")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(alternation(read_words("verbs_of_office")))


@cache
def _lives() -> re.Pattern[str]:
    return re.compile(f"(?:岁的?[\u4e00-\u9fff]{{0,8}}|{alternation(read_words('citizens'))})$")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(alternation(read_words("times_past")))

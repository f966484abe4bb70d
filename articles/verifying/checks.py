"""What must hold between a fact and the text that it stands on. Each check yields what is wrong, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from articles.models import Stage
from articles.models.base import Status
from articles.reading.projects.amounts import find_amounts
from articles.verifying.facts import Fact, Names
from articles.verifying.lines import shortened

# 我市, 全县, 该镇: a place by its level, seen from the article.
RELATIVE = re.compile("[我全该本此两各][省市县区州盟旗镇乡村]")
# A title as it is printed: marks that open before it, marks that close behind it.
BOUNDED = re.compile(r"[《〈“‘（]*\w(?:.*\w)?[》〉”’）]*", re.DOTALL)
KNOWN_SITE = "known site"
TEXT_LENGTH = {"tenure": 200, "figure": 100, "stop": 100}
# Kinds that are parts of other facts or of the byline, and keep no sentence of their own.
UNQUOTED = ("figure", "contributor", "stop", "companion")
TOLERANCE = 1e-6
Problems = Iterator[str]


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is checked against: the body, the texts round it (headlines, bylines), and the paths of the
    places at each part of the body.
    """

    body: str
    around: tuple[str, ...]
    places: dict[tuple[int, int], set[str]] = field(default_factory=dict)

    def prints(self, words: str) -> bool:
        """Whether the words stand in the body or round it."""
        return words in self.body or any(words in text for text in self.around)


def problems(fact: Fact, text: Text, names: Names) -> list[str]:
    """Return what is wrong with a fact, nothing when all holds. What a curator added need not name a place in it."""
    if fact.status == Status.ADDED and not fact.places:
        return []
    wrong = list(_span_problems(fact, text))
    if wrong:
        return wrong
    entity = "place" if fact.kind == "stop" else fact.kind
    known = {name for name in (fact.name, fact.as_read, *names.get((entity, fact.entity), ())) if name}
    return list(chain(_sentence_problems(fact, text), CHECKS[fact.kind](fact, text, known)))


def plain(text: str) -> str:
    """Return the letters and figures of a text alone, in one width and case: names are compared so.

    >>> plain("《关于〈意见〉的 通知》") == plain("关于《意见》的通知")
    True
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _span_problems(fact: Fact, text: Text) -> Problems:
    length = len(text.body)
    for place in fact.places:
        if len(place) != 2 or not 0 <= place[0] < place[1] <= length:
            yield f"characters {'–'.join(map(str, place))} are not in a body of {length}"
            return
    if fact.places and [fact.start, fact.end] != fact.places[0]:
        yield f"its first place is {fact.places[0]}, not {[fact.start, fact.end]}"
    if fact.kind not in UNQUOTED and fact.count != max(1, len(fact.places)):
        yield f"{fact.count} mentions, but {len(fact.places)} places"


def _sentence_problems(fact: Fact, text: Text) -> Problems:
    if fact.kind in UNQUOTED:
        return
    if not fact.sentence:
        yield "no sentence"
    elif not fact.places:
        if not any(fact.sentence in part for part in text.around):
            yield f"“{shortened(fact.sentence)}” stands in no headline or byline"
    elif text.body.find(fact.sentence, *_reach(fact)) < 0:
        yield f"“{shortened(fact.sentence)}” is not the sentence at {fact.start}–{fact.end}"


def _reach(fact: Fact) -> tuple[int, int]:
    """Where a sentence that holds the fact's first place can start at the earliest and end at the latest."""
    start, end = fact.places[0]
    return max(0, end - len(fact.sentence)), start + len(fact.sentence)


def _official(fact: Fact, text: Text, known: set[str]) -> Problems:
    wanted = {plain(name) for name in known}
    if not fact.places and not any(name in plain(fact.sentence) for name in wanted):
        yield f"“{shortened(fact.sentence)}” does not name {fact.name}"
    yield from (_says(words, fact.name) for words in _printed(fact, text) if plain(words) not in wanted)


def _place(fact: Fact, text: Text, known: set[str]) -> Problems:
    names = {name.rpartition("/")[2] for name in known}
    for start, end in fact.places:
        words = text.body[start:end]
        inside = any(path.startswith(f"{fact.name}/") for path in text.places.get((start, end), ()))
        named = any(name in words for name in names) or RELATIVE.fullmatch(words)
        if not (named or inside or fact.rule == KNOWN_SITE):
            yield _says(words, fact.name)


def _project(fact: Fact, text: Text, known: set[str]) -> Problems:
    wanted = [plain(name) for name in known]
    for words in map(plain, _printed(fact, text)):
        if not words or not any(name in words or _abbreviates(words, name) for name in wanted):
            yield _says(words, fact.name)
    if (fact.stage != Stage.UNKNOWN) != bool(fact.words):
        yield f"stage {fact.stage} by the words “{fact.words}”"
    elif not text.prints(fact.words):
        yield f"“{fact.words}”, the words of stage {fact.stage}, are not printed"


def _abbreviates(words: str, name: str) -> bool:
    """Whether the words are made of the name's characters in their order, as 光明园区一期 of 光明化工园区一期工程."""
    rest = iter(name)
    return all(char in rest for char in words)


def _policy(fact: Fact, text: Text, known: set[str]) -> Problems:
    wanted = {plain(name) for name in (*known, fact.words)} - {""}
    for words in _printed(fact, text):
        if plain(words) not in wanted or not BOUNDED.fullmatch(words):
            yield _says(words, fact.name)


def _topic(fact: Fact, text: Text, known: set[str]) -> Problems:
    yield from (f"its word “{word}” is not printed" for word in fact.listed if not text.prints(str(word)))
    yield from (_says(words, f"no word of {fact.name}") for words in _printed(fact, text) if words not in fact.listed)


def _tenure(fact: Fact, text: Text, known: set[str]) -> Problems:
    printed = _printed(fact, text) or [fact.sentence]
    if fact.places and printed[0][: TEXT_LENGTH["tenure"]] != fact.words:
        yield _says(printed[0], fact.words)
    elif fact.words not in printed[0]:
        yield f"“{shortened(fact.sentence)}” does not say {fact.words}"
    if not any(plain(name) in plain(part) for name in known for part in (text.body, *text.around)):
        yield f"{fact.name} is not named in the article"


def _figure(fact: Fact, text: Text, known: set[str]) -> Problems:
    words = text.body[slice(*fact.places[0])]
    if words[: TEXT_LENGTH["figure"]] != fact.words:
        yield _says(words, fact.words)
        return
    values = {amount.value for amount in find_amounts(words)}
    if values and not any(abs(float(fact.value) - value) <= TOLERANCE * max(1.0, abs(value)) for value in values):
        yield f"“{words}” is not {fact.value.normalize():f} {fact.unit}"


def _quotation(fact: Fact, text: Text, known: set[str]) -> Problems:
    said, at = text.body[fact.start : fact.end] if fact.places else fact.sentence, 0
    for words in map(str, fact.listed):
        at = said.find(words, at)
        if at < 0:
            yield f"“{shortened(words)}” is not said in “{shortened(said)}”"
            return
        at += len(words)
    if not fact.listed or fact.words not in said:
        yield _says(said, f"what {fact.name} says with {fact.words}")
    yield from _named(fact, text)


def _visit(fact: Fact, text: Text, known: set[str]) -> Problems:
    yield from _named(fact, text)
    if not text.prints(fact.words):
        yield f"“{fact.words}”, its day, is not printed"


def _named(fact: Fact, text: Text) -> Problems:
    """What is wrong when the body does not print a name, blanks apart."""
    if plain(fact.name) not in plain(text.body):
        yield f"{fact.name} is not named in the article"


def _stop(fact: Fact, text: Text, known: set[str]) -> Problems:
    (start, end), printed = fact.places[0], _printed(fact, text)[0]
    if printed[: TEXT_LENGTH["stop"]] != fact.words:
        yield _says(printed, fact.words)
    elif fact.name and fact.name not in text.places.get((start, end), ()):
        yield from _place(fact, text, known)


def _companion(fact: Fact, text: Text, known: set[str]) -> Problems:
    printed = _printed(fact, text)[0]
    if plain(fact.name) not in plain(printed):
        yield _says(printed, fact.name)


def _contributor(fact: Fact, text: Text, known: set[str]) -> Problems:
    # Contributors keep no place: pages.py looks for the name on the article's raw lines.
    return iter(())


def _printed(fact: Fact, text: Text) -> list[str]:
    return list(dict.fromkeys(text.body[start:end] for start, end in fact.places))


def _says(words: str, wanted: str) -> str:
    return f"the text says “{shortened(words)}”, not {wanted}"


CHECKS: dict[str, Callable[[Fact, Text, set[str]], Problems]] = {
    "official": _official,
    "place": _place,
    "project": _project,
    "policy": _policy,
    "topic": _topic,
    "tenure": _tenure,
    "figure": _figure,
    "contributor": _contributor,
    "quotation": _quotation,
    "visit": _visit,
    "person": _official,
    "stop": _stop,
    "companion": _companion,
}

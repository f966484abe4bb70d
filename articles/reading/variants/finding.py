"""Terms that a page writes in two ways (登记 and 登纪): one may be a slip. Hints for a curator; nothing is corrected.

Between the same words stands another character, and at most one of the two is part of a word: either both characters are
alike, or so much around them is the same that it is one term. Names are too short for that: see variant_names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice

from articles.reading.gazetteer import Gazetteer
from articles.reading.records import ArticleReading, Variant
from articles.reading.variants.likeness import are_alike
from articles.reading.variants.names import name_variants
from articles.reading.variants.spots import REACH, Spot, Text, is_chinese, may_be_slip, texts_of, variant_of

# How many characters on both sides are the same: at least, and where the characters between are not alike.
NEAR, FAR = 3, 7
# Words that more characters stand between are a way of speaking (一_一策).
MOST_BETWEEN = 4
# Of so many no curator would look at the last; the bound keeps time linear.
MOST = 100
# Where the other character stands in so many equal ones, from the left.
HOLES = (1, 2)


def find_variants(articles: Sequence[ArticleReading], gazetteer: Gazetteer, year: int | None) -> tuple[Variant, ...]:
    """Find the terms that the articles of one page write in two ways, each once; year is that of the page's issue.

    Linear in the length of the articles.
    """
    texts = list(texts_of(articles))
    found: list[Variant] = []
    for variant in islice(chain(name_variants(texts, articles, gazetteer, year), _framed(texts)), MOST):
        if not any(_is_within(variant, other) or _is_within(other, variant) for other in found):
            found.append(variant)
    return tuple(found)


def _is_within(part: Variant, whole: Variant) -> bool:
    """Whether both writings are parts of those of another variant: the same slip, seen with more around it."""
    return any(part.terms[0] in one and part.terms[1] in other for one, other in (whole.terms, whole.terms[::-1]))


def _framed(texts: Sequence[Text]) -> Iterator[Variant]:
    for spots in _frames(texts):
        for one, other in combinations(spots, 2):
            before, after = _shared(one, other, -1), _shared(one, other, 1)
            if _is_slip(one, other, before + after):
                doubtful, sure = sorted((one, other), key=_is_in_word)
                yield variant_of(doubtful, sure, before, after, texts)


def _frames(texts: Sequence[Text]) -> Iterator[list[Spot]]:
    """Yield spots of different characters, a few, between the same NEAR ones, some on either side."""
    where = {text.words[at : at + NEAR + 1]: (text, at) for text in reversed(texts) for at in _starts(text)}
    for hole in HOLES:
        frames: dict[str, list[str]] = defaultdict(list)
        for piece in where:
            frames[piece[:hole] + piece[hole + 1 :]].append(piece)
        for pieces in frames.values():
            if 1 < len(pieces) <= MOST_BETWEEN and all(map(is_chinese, "".join(pieces))):
                yield [Spot(text, at + hole) for text, at in map(where.__getitem__, pieces)]


def _starts(text: Text) -> range:
    """Where pieces start, from the last on: the first of equal ones is to be kept."""
    return range(len(text.words) - NEAR - 1, -1, -1)


def _shared(one: Spot, other: Spot, step: int) -> int:
    """How many Chinese characters are the same beside both spots, at most REACH."""
    for n in range(1, REACH + 1):
        char = one.beside(n * step)
        if not char or char != other.beside(n * step):
            return n - 1
    return REACH


def _is_slip(one: Spot, other: Spot, shared: int) -> bool:
    if not may_be_slip(one.char, other.char):
        return False
    alike = are_alike(one.char, other.char)
    if not alike and shared < FAR:
        return False
    in_words = _is_in_word(one) + _is_in_word(other)
    return in_words < 2 if alike else in_words == 1


def _is_in_word(spot: Spot) -> bool:
    return spot.word() != (0, 0)

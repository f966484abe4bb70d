"""How much the text above and below a border has in common: rare two-character pieces shared by near paragraphs.

An article goes on with its own names, numbers and terms; another article brings its own. Only pieces that at most
COMMON paragraphs of the page hold are counted, since every article of a page says 工作 and 发展.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WINDOW = 2
COMMON = 6


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rare pieces of each paragraph, and how many of the paragraphs hold each piece."""

    rare: tuple[frozenset[str], ...]
    sizes: tuple[int, ...]
    count: Counter[str]

    def weight(self, piece: str) -> float:
        """Natural-log rarity of a piece on this page."""
        return math.log((len(self.rare) + 1) / self.count[piece])


def read_vocabulary(found: Sequence[set[str]]) -> Vocabulary:
    """The vocabulary of paragraphs that follow each other, from the pieces of each. Linear in their length."""
    count: Counter[str] = Counter()
    for of in found:
        count.update(of)
    rare = tuple(frozenset(p for p in of if 1 < count[p] <= COMMON) for of in found)
    return Vocabulary(rare, tuple(map(len, found)), count)


def share(vocabulary: Vocabulary, before: int) -> float:
    """How much rare matter the texts on both sides of the paragraph `before` (from 1) share; 0 where nothing."""
    above = range(max(0, before - WINDOW), before)
    below = range(before, min(len(vocabulary.rare), before + WINDOW))
    shared = _union(vocabulary, above) & _union(vocabulary, below)
    size = math.sqrt(sum(vocabulary.sizes[k] for k in above) * sum(vocabulary.sizes[k] for k in below) + 1)
    return math.fsum(map(vocabulary.weight, shared)) / size


def _union(vocabulary: Vocabulary, places: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(vocabulary.rare[k] for k in places))

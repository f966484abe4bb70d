"""Stretches of a page's running text, and how far two display lines are told of in the same one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.reading.splitting.pieces import pieces

# Lines of half a stretch; the next begins in the middle of it. A piece that more stretches hold tells nothing.
STEP, COMMON = 12, 6
UNTOLD = 0.7


@dataclass(frozen=True, slots=True)
class Passages:
    """For each piece the numbers of the stretches that hold it, and how many stretches the page has."""

    holders: dict[str, list[int]]
    count: int

    def told(self, one: str, other: str) -> tuple[float, float]:
        """(how far both lines are told of in one stretch, how much farther each is in another), as shares of their pieces."""
        shares, others = self._shares(one), self._shares(other)
        together = max((min(share, others.get(n, 0.0)) for n, share in shares.items()), default=0.0)
        apart = min(max(shares.values(), default=0.0), max(others.values(), default=0.0))
        return together, apart - together

    def _shares(self, text: str) -> dict[int, float]:
        """For each stretch the share of a line's pieces, by weight, that it holds."""
        held = {piece: self._held(piece) for piece in sorted(pieces(text))}
        weights = {piece: math.log((self.count + 2) / (len(numbers) + 1)) for piece, numbers in held.items() if numbers}
        total = math.fsum(weights.get(piece, UNTOLD) for piece in held)
        shares: dict[int, float] = defaultdict(float)
        for piece, weight in weights.items():
            for number in held[piece]:
                shares[number] += weight / total
        return shares

    def _held(self, piece: str) -> Sequence[int]:
        """The stretches that hold a piece; none for one that too many hold to tell anything."""
        numbers = self.holders.get(piece, ())
        return numbers if len(numbers) <= COMMON else ()


def read_passages(texts: Sequence[str]) -> Passages:
    """The stretches of running lines, given in page order. Linear."""
    where: dict[str, list[int]] = defaultdict(list)
    halves = ["".join(texts[k : k + STEP]).replace(" ", "") for k in range(0, len(texts), STEP)]
    found = [pieces(half) for half in halves]
    count = max(1, len(halves) - 1)
    for number in range(count):
        seam = [pieces(above[-1:] + below[:1]) for above, below in pairwise(halves[number : number + 2])]
        for piece in set().union(*found[number : number + 2], *seam):
            where[piece].append(number)
    return Passages(where, count)

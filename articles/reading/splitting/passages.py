"""Stretches of a page's running text, and how far two display lines are told of in the same one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.splitting.pieces import pieces

# Lines of a stretch; the next begins in the middle of it. A piece that more stretches hold tells nothing.
STRETCH, STEP, COMMON = 24, 12, 6
UNTOLD = 0.7


@dataclass(frozen=True, slots=True)
class Passages:
    """For each piece the numbers of the stretches that hold it, and its weight."""

    holders: dict[str, list[int]]
    weights: dict[str, float]

    def told(self, one: str, other: str) -> tuple[float, float]:
        """(how far both lines are told of in one stretch, how much farther each is in another), as shares of their pieces."""
        shares, others = self._shares(one), self._shares(other)
        together = max((min(share, others.get(n, 0.0)) for n, share in shares.items()), default=0.0)
        apart = min(max(shares.values(), default=0.0), max(others.values(), default=0.0))
        return together, apart - together

    def _shares(self, text: str) -> dict[int, float]:
        """For each stretch the share of a line's pieces, by weight, that it holds."""
        found = sorted(pieces(text))
        total = math.fsum(self.weights.get(piece, UNTOLD) for piece in found)
        shares: dict[int, float] = defaultdict(float)
        for piece in found:
            for number in self.holders.get(piece, ()):
                shares[number] += self.weights[piece] / total
        return shares


def read_passages(texts: Sequence[str]) -> Passages:
    """The stretches of running lines, given in page order. Linear."""
    where: dict[str, list[int]] = defaultdict(list)
    starts = range(0, max(1, len(texts) - STEP), STEP)
    for number, start in enumerate(starts):
        for piece in pieces("".join(texts[start : start + STRETCH]).replace(" ", "")):
            where[piece].append(number)
    holders = {piece: numbers for piece, numbers in where.items() if len(numbers) <= COMMON}
    return Passages(holders, {p: math.log((len(starts) + 2) / (len(n) + 1)) for p, n in holders.items()})

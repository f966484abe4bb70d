"""How much of a printed line is said again near by: headlines repeat the names and matters of their texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from articles.reading.lines.printed import Line
from articles.reading.splitting.pieces import pieces

# How many lines make the neighbourhood; the line next to it is left out, since headings run over two lines.
REACH = 30


def echoes(lines: Sequence[Line]) -> tuple[list[float], list[float]]:
    """For each line the share of its pieces, by weight, that the lines above it hold, and that those below it hold."""
    found = [pieces(line.text.replace(" ", "")) for line in lines]
    weights = _weights(found)
    totals = [math.fsum(weights[p] for p in of) for of in found]
    above = _shares(found, totals, weights)
    below = _shares(found[::-1], totals[::-1], weights)[::-1]
    return above, below


def _weights(found: Sequence[set[str]]) -> dict[str, float]:
    """A piece weighs the more the fewer lines hold it; one that no other line holds weighs little."""
    count = Counter(piece for of in found for piece in of)
    return {p: math.log((len(found) + 2) / (n + 1)) if n > 1 else 1.0 for p, n in count.items()}


def _shares(found: Sequence[set[str]], totals: Sequence[float], weights: dict[str, float]) -> list[float]:
    """For each line the share of its pieces, by weight, that stand two to REACH + 1 lines before it."""
    # The last line but one, or one before it, that holds a piece.
    last: dict[str, int] = {}
    out: list[float] = []
    for i, of in enumerate(found):
        if i >= 2:
            last.update(dict.fromkeys(found[i - 2], i))
        near = [weights[p] for p in of if last.get(p, -REACH) > i - REACH]
        out.append(math.fsum(near) / totals[i] if near else 0.0)
    return out

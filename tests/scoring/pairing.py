"""Which article that was read stands for which article of gold: those that share most of their bodies' characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.scoring.tally import Json


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of gold and what was read in its place: number and article; None and {} where nothing was."""

    gold: Json
    number: int | None
    got: Json
    overlap: float
    label: str


def lines_of(ranges: Iterable[Sequence[int]] | None) -> set[int]:
    """The line numbers of some [first, last] ranges."""
    return {number for first, last in ranges or () for number in range(first, last + 1)}


def weights_of(text: str) -> Counter[int]:
    """How many characters each line holds, by its number from 1; blank lines and lines beyond the end weigh 0."""
    return Counter({n: len("".join(line.split())) for n, line in enumerate(text.splitlines(), 1)})


def pair_articles(sheet: Json, got: Sequence[Json], weights: Counter[int]) -> tuple[Pair, ...]:
    """Pair each article of gold, in gold's order, with at most one that was read, best overlap first."""
    partners = _partners(sheet["articles"], got, weights)
    return tuple(
        Pair(gold, number, got[number] if number is not None else {}, overlap, _label(sheet, gold))
        for gold, (number, overlap) in zip(sheet["articles"], partners, strict=True)
    )


def _partners(gold: Sequence[Json], got: Sequence[Json], weights: Counter[int]) -> list[tuple[int | None, float]]:
    shares = [(_overlap(g, a, weights), i, j) for i, g in enumerate(gold) for j, a in enumerate(got)]
    partners: list[tuple[int | None, float]] = [(None, 0.0)] * len(gold)
    taken: set[int] = set()
    for share, i, j in sorted(shares, reverse=True):
        if share and partners[i][0] is None and j not in taken:
            partners[i] = (j, share)
            taken.add(j)
    return partners


def _overlap(gold: Json, got: Json, weights: Counter[int]) -> float:
    """The shared part, from 0 to 1, of the characters of two bodies, or of two headlines that have no body."""
    x, y = (lines_of(a["body_lines"]) or lines_of(a["headline_lines"]) for a in (gold, got))
    both = sum(weights[n] for n in x & y)
    return both / sum(weights[n] for n in x | y) if both else 0.0


def _label(sheet: Json, gold: Json) -> str:
    return f"{sheet['file']} {gold['id']} {(gold['headline'] or gold['body_start'])[:14]}"

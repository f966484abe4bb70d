"""Where each cluster of display lines stands among the paragraphs of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.reading.splitting.blocks import Blocks


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cluster stands: the paragraphs next to it (captions left out; None at the page's edge), any text next."""

    above: int | None
    below: int | None
    above_any: int | None
    below_any: int | None
    interrupts: bool


def places_of(blocks: Blocks) -> list[Place]:
    """The paragraphs above and below each cluster, found in one walk down the page."""
    at = {i: n for n, p in enumerate(blocks.paragraphs) for i in p.lines}
    ends = sorted(at)
    out: list[Place] = []
    k = 0
    for cluster in blocks.clusters:
        while k < len(ends) and ends[k] < cluster[0]:
            k += 1
        above = _story_text(blocks, at, ends, range(k - 1, -1, -1))
        below = _story_text(blocks, at, ends, range(k, len(ends)))
        above_any, below_any = at[ends[k - 1]] if k else None, at[ends[k]] if k < len(ends) else None
        out.append(Place(above, below, above_any, below_any, above is not None and above == below))
    return out


def _story_text(blocks: Blocks, at: dict[int, int], ends: list[int], places: Iterable[int]) -> int | None:
    """The first paragraph in that order that is no caption."""
    return next((at[ends[k]] for k in places if not blocks.paragraphs[at[ends[k]]].caption), None)

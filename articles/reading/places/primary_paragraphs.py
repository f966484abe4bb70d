"""Counties that have paragraphs of their own: an article that goes from one to the next is about each, and their city."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from articles.reading.records import PlaceMention

# So many counties must take turns.
LEAST = 3
# In so many characters from its beginning a paragraph names the county that it tells of, and so many times at least, its
# townships and villages counted.
OPENING, MENTIONS = 60, 2
Named = dict[str, list[int]]


def counties_in_turn(paragraphs: Sequence[str], places: tuple[PlaceMention, ...], home: str | None) -> list[str]:
    """The counties of the newspaper's prefecture that have paragraphs of their own, in order of the text; none unless
    there are three, and half of the paragraphs that name such counties are of this kind."""
    if not home or home.count("/") != 1:
        return []
    named = _counties_named(paragraphs, places, home)
    own = [county for number in sorted(named) if (county := _own(named[number]))]
    counties = list(dict.fromkeys(own))
    return counties if len(counties) >= LEAST and 2 * len(own) >= len(named) else []


def _own(named: Named) -> str | None:
    """The county that a paragraph tells of, if it is the only one named there."""
    county, at = next(iter(named.items()))
    return county if len(named) == 1 and len(at) >= MENTIONS and min(at) < OPENING else None


def _counties_named(paragraphs: Sequence[str], places: tuple[PlaceMention, ...], home: str) -> dict[int, Named]:
    """By the number of a paragraph: county → where in it the county or a place of it is named."""
    starts = list(accumulate((len(paragraph) + 1 for paragraph in paragraphs), initial=0))
    found: dict[int, Named] = defaultdict(lambda: defaultdict(list))
    for place in places:
        path = place.resolved or ""
        if place.kind in ("admin", "site") and path.startswith(f"{home}/"):
            county = "/".join(path.split("/")[:3])
            for span in place.mentions:
                number = bisect_right(starts, span.start) - 1
                found[number][county].append(span.start - starts[number])
    return found

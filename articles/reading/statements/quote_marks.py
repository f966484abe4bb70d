"""Where “…” opens and closes."""

from __future__ import annotations

import re
from bisect import bisect_left

from articles.reading.records import Span

LONGEST_QUOTE = 600
_MARK = re.compile("[“”\n]")
Quotes = tuple[tuple[int, int], ...]


def find_quotes(body: str) -> Quotes:
    """[start, end) of each “…”, its marks included, that closes in its paragraph; what never closes is none."""
    found = []
    opened: int | None = None
    for match in _MARK.finditer(body):
        if match.group() == "“":
            opened = match.start()
        elif match.group() == "”" and opened is not None and match.end() - opened <= LONGEST_QUOTE:
            found.append((opened, match.end()))
            opened = None
        else:
            opened = None
    return tuple(found)


def quoted_at(body: str, quotes: Quotes, position: int) -> Span | None:
    """The words within the one of the quotations that opens at a position."""
    index = bisect_left(quotes, (position, 0))
    if index == len(quotes) or quotes[index][0] != position:
        return None
    start, end = quotes[index][0] + 1, quotes[index][1] - 1
    return Span(start, end, body[start:end])

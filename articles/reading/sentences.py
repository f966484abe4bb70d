"""Sentences of a body: the evidence that a fact stands on.

A sentence ends at 。！？ or at the end of its paragraph. A quotation is not cut inside when it closes within
QUOTE_LIMIT characters, so “……。”李某说。 is one sentence; a longer one is cut at its own full stops, and what never
closes is no quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from articles.reading.records import Span

QUOTE_LIMIT = 120
_MARK = re.compile(r"[。！？!?]+[”’」』）)]*|\n|“")
# Whether the first character of such a verb comes at all is asked first, which is quick.
_SPEECH = re.compile(
    r"(?=[^。！？\n“说表介告坦感回指强道]{0,30}+[说表介告坦感回指强道])"
    r"[^。！？\n“]{0,30}?(?:说|表示|介绍|告诉|坦言|感慨|回忆|指出|强调|道)[^\n。！？“]{0,20}[。！？：:，]"
)
_CLOSED = ("”", "’", "」", "』")

Bounds = tuple[tuple[int, int], ...]


def sentences(text: str) -> tuple[Span, ...]:
    """All sentences of `text` in their order, without the white space around them. Linear in the length."""
    return tuple(Span(start, end, text[start:end]) for start, end in _bounds(text))


def sentence_at(body: str, start: int, end: int) -> Span:
    """The sentence that holds body[start:end], or the run of sentences from the first that touches it to the last.

    A range in white space between sentences is returned as it is. Raises ValueError when the range is not within
    the body. Logarithmic after the first call on a body, which is linear.
    """
    if not 0 <= start <= end <= len(body):
        raise ValueError(f"no range of the body: {start}–{end} of {len(body)}")
    bounds, starts, ends = _index(body)
    first = bisect_right(ends, start)
    last = bisect_left(starts, max(end, start + 1)) - 1
    if first > last:
        return Span(start, end, body[start:end])
    left, right = bounds[first][0], bounds[last][1]
    return Span(left, right, body[left:right])


@lru_cache(maxsize=4)
def _index(text: str) -> tuple[Bounds, list[int], list[int]]:
    bounds = _bounds(text)
    return bounds, [start for start, _ in bounds], [end for _, end in bounds]


@lru_cache(maxsize=4)
def _bounds(text: str) -> Bounds:
    found: list[tuple[int, int]] = []
    start = at = 0
    while match := _MARK.search(text, at):
        at = match.end()
        if match.group() == "“":
            at = _past_quote(text, match)
            if not _ends_here(text, at):
                continue
        _append(found, text, start, at)
        start = at
    _append(found, text, start, len(text))
    return tuple(found)


def _past_quote(text: str, opening: re.Match[str]) -> int:
    """The offset after the closing mark of a short quotation, or after the opening mark alone."""
    close = text.find("”", opening.end(), opening.end() + QUOTE_LIMIT)
    line_end = text.find("\n", opening.end(), opening.end() + QUOTE_LIMIT)
    if close < 0 or 0 <= line_end < close:
        return opening.end()
    return close + 1


def _ends_here(text: str, at: int) -> bool:
    """Whether a quotation that closes before `at` ends its sentence: 。” with no 某某说 behind it."""
    if text[at - 1] not in _CLOSED or text[at - 2] not in "。！？!?":
        return False
    return not _SPEECH.match(text, at)


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - len(piece) + len(piece.rstrip())
    if left < right:
        found.append((left, right))

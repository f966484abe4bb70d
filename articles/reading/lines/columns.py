"""The columns of a page: how wide the lines around each line are, and how each one fills that width."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from articles.reading.lines.printed import Line

WINDOW = 9
MIN_SUPPORT = 3
MIN_COLUMN = 4
DISPLAY_MAX = 45.0
# The em and a half that punctuation rules leave, and the ems that a long number may leave.
RULES, NUMBER = 1.5, 6
OPENING = "“‘（《〈【"
PULLED = "，。、；：！？）》〉”’…"
Widths = tuple[float | None, ...]
INNER = re.compile("[，。、；]")
_TOKEN = re.compile(r"[0-9A-Za-z.%~/+\-]{1,20}")


@dataclass(frozen=True, slots=True)
class Columns:
    """For each line the common width of the lines above (this one among them) and below, None where there is none.

    short: ems by which the line stays under its column, negative when it goes over, 0 where there is none.
    full: whether it fills its column, but for what punctuation rules or a long number leave. room: 0 when what the next
    line starts with would not have fitted on it, 1 to 3 for up to one, two, more ems of room.
    """

    before: Widths
    after: Widths
    short: tuple[float, ...]
    full: tuple[bool, ...]
    room: tuple[int, ...]


def measure_columns(lines: list[Line], gaps: tuple[int, ...]) -> Columns:
    """The columns of a page whose lines stand this many blanks more than usual below one another. Linear."""
    widths = _columnar_widths(lines, gaps)
    before, after = _running_modes(widths), _running_modes(widths[::-1])[::-1]
    short: list[float] = []
    full: list[bool] = []
    rooms: list[int] = []
    for i, line in enumerate(lines):
        lacks = [mode - line.width for mode in (before[i], after[i]) if mode is not None]
        short.append(min(lacks, key=abs) if lacks else 0.0)
        room = short[i] - _token_width(lines[i + 1].text) if lacks and i + 1 < len(lines) else None
        rooms.append(0 if room is None else _bin(room))
        filled = any(abs(lack) <= RULES for lack in lacks)
        by_number = room is not None and room < 0 and gaps[i + 1] <= 1 and 0 < min(lacks) <= NUMBER
        full.append(filled or by_number)
    return Columns(before, after, tuple(short), tuple(full), tuple(rooms))


def _columnar_widths(lines: list[Line], gaps: tuple[int, ...]) -> list[int | None]:
    """The rounded width of each line that has a neighbour of its width with no more than the usual blank between."""
    out: list[int | None] = []
    for i, line in enumerate(lines):
        above = i > 0 and gaps[i] <= 0 and abs(lines[i - 1].width - line.width) <= 1.5
        below = i + 1 < len(lines) and gaps[i + 1] <= 0 and abs(lines[i + 1].width - line.width) <= 1.5
        out.append(int(line.width + 0.5) if above or below else None)
    return _of_columns(lines, out)


def _of_columns(lines: list[Line], widths: list[int | None]) -> list[int | None]:
    """Only widths at which enough lines with a comma stand to be a column: headlines stacked up are none."""
    punctuated = Counter(w for line, w in zip(lines, widths, strict=True) if w is not None and INNER.search(line.text))
    wide_enough = {w for w in widths if w is not None and sum(punctuated[w + k] for k in (-1, 0, 1)) >= MIN_COLUMN}
    return [w if w in wide_enough else None for w in widths]


def _running_modes(widths: list[int | None]) -> Widths:
    """For each place the commonest width (pooled with its neighbours of one em) of the last lines up to it."""
    counts: Counter[int] = Counter()
    modes: list[float | None] = []
    for i, width in enumerate(widths):
        old = widths[i - WINDOW] if i >= WINDOW else None
        if i and width == old:
            modes.append(modes[-1])
            continue
        if width is not None:
            counts[width] += 1
        if old is not None:
            counts[old] -= 1
        modes.append(_mode(+counts))
    return tuple(modes)


def _mode(counts: Counter[int]) -> float | None:
    if not counts:
        return None
    support, best = max((counts[w] * 3 + counts[w - 1] + counts[w + 1], w) for w in counts)
    enough = counts[best] + counts[best - 1] + counts[best + 1] >= MIN_SUPPORT
    return float(best) if enough and support and best <= DISPLAY_MAX else None


def _bin(room: float) -> int:
    return 0 if room < 0 else 1 if room < 1 else 2 if room < 2 else 3


def _token_width(text: str) -> float:
    """Ems of the first unbreakable piece of a line: an opening mark, a number or word or character, a mark after it."""
    opening = len(text) - len(text.lstrip(OPENING))
    token = _TOKEN.match(text, opening)
    end = token.end() if token else opening + 1
    closing = len(text[end : end + 3]) - len(text[end : end + 3].lstrip(PULLED))
    return opening + (len(token.group()) / 2 if token else 1.0) + closing

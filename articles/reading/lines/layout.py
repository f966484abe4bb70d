"""How a page is set: joined paragraphs or wrapped columns, double-spaced or not, and the column width at each line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from articles.reading.lines.marks import Marks
from articles.reading.lines.printed import Line

JOINED_WIDTH = 48.0
WINDOW = 9
MIN_SUPPORT = 3
# How far a wide line tells of its neighbours, how many lines make a column, and how many on each side tell the spacing.
REACH, COLUMN_RUN, AROUND, LOCAL = 3, 5, 6, 20
MIN_COLUMN = 4
DISPLAY_MAX = 45.0
OPENING = "“‘（《〈【"
PULLED = "，。、；：！？）》〉”’…"
Modes = tuple[float | None, ...]
_INNER = re.compile("[，。、；]")
_TOKEN = re.compile(r"[0-9A-Za-z.%~/+\-]{1,20}")


@dataclass(frozen=True, slots=True)
class Layout:
    """What holds for the page, and for each line its gap over the usual one and the column width before and after it.

    joined: at each line, whether a line is a whole paragraph there; double: whether one blank follows every line there,
    since a page may hold columns of several kinds. indented: paragraphs start with blanks.
    gapped: paragraphs are parted by a blank line (wrapped pages only). lost_indent: a paragraph's first line is two ems
    short of the column, its blanks lost. stray: blanks stand inside sentences as well, so that they tell little. gaps: blank lines before, less the usual one.
    inner_room: how often a line inside a paragraph leaves no room for what follows, up to one em, up to two, more.
    before, after: the common width of the lines above (this one among them) and below, None where there is none.
    """

    joined: tuple[bool, ...]
    double: tuple[bool, ...]
    indented: bool
    gapped: tuple[bool, ...]
    lost_indent: bool
    stray: bool
    inner_room: tuple[float, ...]
    gaps: tuple[int, ...]
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]


def measure(lines: list[Line], marks: list[Marks]) -> Layout:
    """Measure a page once; every later stage asks this. Linear."""
    joined = _joined(lines, marks)
    double = _double(lines, joined)
    indented = _is_indented(lines, marks)
    gaps = tuple(line.gap - (one or other) for line, one, other in zip(lines, joined, double, strict=True))
    widths = _columnar_widths(lines, gaps)
    before, after = _running_modes(widths), _running_modes(widths[::-1])[::-1]
    gapped, lost = _gapped(lines, marks, before), _has_lost_indent(lines, marks, after)
    stray = _has_stray_blanks(lines, marks, gaps)
    return Layout(
        joined, double, indented, gapped, lost, stray, _inner_room(lines, marks, before, after), gaps, before, after
    )


def _joined(lines: list[Line], marks: list[Marks]) -> tuple[bool, ...]:
    """Whether lines are whole paragraphs, as most of the page has it, save where a run of lines plainly has it otherwise."""
    page = _is_joined(lines, marks)
    wide = [line.width > JOINED_WIDTH for line in lines]
    near = [any(wide[max(0, i - REACH) : i + REACH + 1]) for i in range(len(lines))]
    columnar = _in_column(lines, marks)
    return tuple(
        not columnar[i] if page and not wide[i] else page or near[i] and not columnar[i] for i in range(len(lines))
    )


def _in_column(lines: list[Line], marks: list[Marks]) -> list[bool]:
    """Whether each line stands in a run of COLUMN_RUN lines or more of about one width, the last lines of paragraphs aside, or makes a caption."""
    out = [False] * len(lines)
    start, column = 0, 0.0
    for i in range(len(lines) + 1):
        if i < len(lines):
            width = lines[i].width
            ends = marks[i].final and width < column
            if i > start and width <= DISPLAY_MAX and (abs(width - column) <= 2.5 or ends):
                column = max(column, width)
                continue
        run = lines[start:i]
        caption = len(run) > 1 and marks[i - 1].credit and not any(mark.final for mark in marks[start : i - 1])
        if (caption or len(run) >= COLUMN_RUN) and sum(bool(_INNER.search(line.text)) for line in run) * 2 >= len(run):
            out[start:i] = [True] * (i - start)
        start, column = i, lines[i].width if i < len(lines) else 0.0
    return out


def _double(lines: list[Line], joined: tuple[bool, ...]) -> tuple[bool, ...]:
    """Whether lines are double-spaced, as the page has it, save where as many lines around plainly have it otherwise.

    A column among joined paragraphs has its own spacing.
    """
    if sum(joined) * 2 > len(joined):
        return _double_among_joined(lines, joined)
    page = _is_double(lines)
    out: list[bool] = []
    for i in range(len(lines)):
        around = [line.gap > 0 for line in lines[max(1, i - AROUND) : i + AROUND + 1] if line.width <= JOINED_WIDTH]
        share = sum(around) / len(around) if len(around) > AROUND else float(page)
        out.append(not joined[i] and (share > 0.75 if not page else share > 0.25))
    return tuple(out)


def _is_joined(lines: list[Line], marks: list[Marks]) -> bool:
    """Whether most characters stand in lines wider than any column, or nearly every longer line ends a sentence."""
    wide = sum(line.width for line in lines if line.width > JOINED_WIDTH)
    longer = [mark.final for line, mark in zip(lines, marks, strict=True) if line.width >= 16 and mark.kind == "text"]
    whole = len(longer) >= 3 and sum(longer) >= 0.75 * len(longer)
    return wide > 0.5 * sum(line.width for line in lines) or whole


def _double_among_joined(lines: list[Line], joined: tuple[bool, ...]) -> tuple[bool, ...]:
    """Whether most lines of each run that is not joined have a blank above; its first line tells nothing."""
    out: list[bool] = []
    for whole, run in groupby(range(len(lines)), key=lambda i: joined[i]):
        places = list(run)
        blanks = sum(lines[i].gap > 0 for i in places[1:])
        out += [not whole and blanks > 0.6 * (len(places) - 1)] * len(places)
    return tuple(out)


def _is_double(lines: list[Line]) -> bool:
    gaps = [line.gap for line in lines[1:] if line.width <= JOINED_WIDTH]
    return len(gaps) >= 4 and sum(1 for gap in gaps if gap >= 1) > 0.6 * len(gaps)


def _is_indented(lines: list[Line], marks: list[Marks]) -> bool:
    """Whether indents mark paragraphs: many lines have one, and it stands after the end of a sentence."""
    pairs = [(marks[i - 1].final, line.indent) for i, line in enumerate(lines) if i and marks[i].kind == "text"]
    after_end = sum(1 for final, indent in pairs if final and indent)
    inside = sum(1 for final, indent in pairs if not final and indent)
    return after_end >= 3 and after_end > 2 * inside


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
    punctuated = Counter(w for line, w in zip(lines, widths, strict=True) if w is not None and _INNER.search(line.text))
    wide_enough = {w for w in widths if w is not None and sum(punctuated[w + k] for k in (-1, 0, 1)) >= MIN_COLUMN}
    return [w if w in wide_enough else None for w in widths]


def _running_modes(widths: list[int | None]) -> tuple[float | None, ...]:
    """For each place the commonest width (pooled with its neighbours of one em) of the last lines up to it."""
    counts: Counter[int] = Counter()
    modes: list[float | None] = []
    for i, width in enumerate(widths):
        if width is not None:
            counts[width] += 1
        old = widths[i - WINDOW] if i >= WINDOW else None
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


def _gapped(lines: list[Line], marks: list[Marks], modes: Modes) -> tuple[bool, ...]:
    """Whether a blank line follows a paragraph that plainly ended (a sentence's end on a short line), there or on the page."""
    ended = {
        i: lines[i + 1].gap > 0
        for i, mode in enumerate(modes[:-1])
        if mode and marks[i].final and lines[i].width < mode - 2 and marks[i + 1].kind == "text"
    }
    return _around(ended, len(lines), least=3, share=0.6)


def _has_lost_indent(lines: list[Line], marks: list[Marks], modes: Modes) -> bool:
    """Whether the line after a paragraph's plain end is mostly two or three ems short, and the next one is not."""
    firsts = {
        i: 1.5 <= mode - lines[i].width <= 3.5
        for i, mode in enumerate(modes[:-1])
        if i
        and mode
        and marks[i - 1].final
        and lines[i - 1].width < mode - 2.5
        and abs(lines[i + 1].width - mode) <= 1.5
    }
    return len(firsts) >= 2 and sum(firsts.values()) > 0.5 * len(firsts)


def _has_stray_blanks(lines: list[Line], marks: list[Marks], gaps: tuple[int, ...]) -> bool:
    """Whether many of the blanks between lines of text stand where no sentence has ended."""
    running = [bool(_INNER.search(line.text)) for line in lines]
    texts = [i for i in range(1, len(gaps)) if gaps[i] > 0 and running[i - 1] and running[i]]
    return len(texts) >= 6 and sum(1 for i in texts if not marks[i - 1].final) > 0.3 * len(texts)


def _around(found: dict[int, bool], count: int, least: int, share: float) -> tuple[bool, ...]:
    """For each of `count` lines whether most of what was found near it is so; where too little was, what holds for the page."""
    places = sorted(found)
    page = len(found) >= least and sum(found.values()) > share * len(found)
    out: list[bool] = []
    for i in range(count):
        near = [found[k] for k in places[bisect_left(places, i - LOCAL) : bisect_left(places, i + LOCAL)]]
        out.append(sum(near) > share * len(near) if len(near) >= least else page)
    return tuple(out)


def _inner_room(lines: list[Line], marks: list[Marks], before: Modes, after: Modes) -> tuple[float, ...]:
    """How often a line leaves how much room (bins of room_bin), over lines that end no sentence below such a line."""
    counts = [9.0, 0.5, 0.3, 0.2]
    for i in range(1, len(lines) - 1):
        inner = marks[i].kind == marks[i + 1].kind == "text" and not marks[i].final and not marks[i - 1].final
        modes = [mode for mode in (before[i], after[i]) if mode is not None]
        if inner and modes and abs(modes[0] - lines[i].width) <= 3:
            counts[_bin(_room(lines, modes, i))] += 1
    total = sum(counts)
    return tuple(count / total for count in counts)


def room_bin(layout: Layout, lines: list[Line], i: int) -> int:
    """0 when what line i + 1 starts with would not have fitted on line i, 1 to 3 for up to one, two, more ems of room."""
    modes = [mode for mode in (layout.before[i], layout.after[i]) if mode is not None]
    return _bin(_room(lines, modes, i)) if modes and i + 1 < len(lines) else 0


def _bin(room: float) -> int:
    return 0 if room < 0 else 1 if room < 1 else 2 if room < 2 else 3


def _room(lines: list[Line], modes: list[float], i: int) -> float:
    short = min((mode - lines[i].width for mode in modes), key=abs)
    return short - _token_width(lines[i + 1].text)


def _token_width(text: str) -> float:
    """Ems of the first unbreakable piece of a line: an opening mark, a number or word or character, a mark after it."""
    opening = len(text) - len(text.lstrip(OPENING))
    token = _TOKEN.match(text, opening)
    end = token.end() if token else opening + 1
    closing = len(text[end : end + 3]) - len(text[end : end + 3].lstrip(PULLED))
    return opening + (len(token.group()) / 2 if token else 1.0) + closing


def is_first_width(layout: Layout, lines: list[Line], i: int) -> bool:
    """Whether the line is as wide as a paragraph's first line whose indent was lost."""
    return layout.lost_indent and 1.25 <= shortfall(layout, lines, i) <= 3.5


def is_full(layout: Layout, lines: list[Line], i: int) -> bool:
    """Whether the line fills its column, to within the em and a half that punctuation rules leave, or a long number."""
    modes = [mode for mode in (layout.before[i], layout.after[i]) if mode is not None]
    if any(abs(lines[i].width - mode) <= 1.5 for mode in modes):
        return True
    if not modes or i + 1 >= len(lines) or layout.gaps[i + 1] > 1:
        return False
    return 0 < min(modes) - lines[i].width <= 6 and _room(lines, modes, i) < 0


def shortfall(layout: Layout, lines: list[Line], i: int) -> float:
    """Ems by which the line stays under its column (negative when it goes over); 0 when the column is unknown."""
    modes = [mode for mode in (layout.before[i], layout.after[i]) if mode is not None]
    return min((mode - lines[i].width for mode in modes), key=abs) if modes else 0.0

"""How a page is set: joined paragraphs or wrapped columns, double-spaced or not, and the column width at each line."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby

from articles.reading.lines.columns import DISPLAY_MAX, INNER, Columns, Widths, measure_columns
from articles.reading.lines.marks import Marks
from articles.reading.lines.printed import Line

JOINED_WIDTH = 48.0
# How far a wide line tells of its neighbours, how many lines make a column, and how many on each side tell the spacing.
REACH, COLUMN_RUN, AROUND, LOCAL = 3, 5, 6, 20


@dataclass(frozen=True, slots=True)
class Layout:
    """What holds for the page, and for each line its gap over the usual one and the column width before and after it.

    joined: at each line, whether a line is a whole paragraph there; double: whether one blank follows every line there,
    since a page may hold columns of several kinds. indented: paragraphs start with blanks.
    gapped: paragraphs are parted by a blank line (wrapped pages only). lost_indent: a paragraph's first line is two ems
    short of the column, its blanks lost. stray: blanks stand inside sentences as well, so that they tell little. gaps: blank lines before, less the usual one.
    inner_room: how often a line inside a paragraph leaves which room.
    before, after: the common width of the lines above (this one among them) and below, None where there is none.
    short: ems by which a line stays under its column, negative when it goes over, 0 where there is none.
    full: whether it fills its column. room: how much room it leaves (columns.py). first: whether it is as wide as a paragraph's first line whose indent was lost.
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
    short: tuple[float, ...]
    full: tuple[bool, ...]
    room: tuple[int, ...]
    first: tuple[bool, ...]


def measure(lines: list[Line], marks: list[Marks]) -> Layout:
    """Measure a page once; every later stage asks this. Linear."""
    joined = _joined(lines, marks)
    double = _double(lines, joined)
    gaps = tuple(line.gap - (one or other) for line, one, other in zip(lines, joined, double, strict=True))
    columns = measure_columns(lines, gaps)
    lost = _has_lost_indent(lines, marks, columns.after)
    return Layout(
        joined=joined,
        double=double,
        indented=_is_indented(lines, marks),
        gapped=_gapped(lines, marks, columns.before),
        lost_indent=lost,
        stray=_has_stray_blanks(lines, marks, gaps),
        inner_room=_inner_room(lines, marks, columns),
        gaps=gaps,
        before=columns.before,
        after=columns.after,
        short=columns.short,
        full=columns.full,
        room=columns.room,
        first=tuple(lost and 1.25 <= short <= 3.5 for short in columns.short),
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
        if (caption or len(run) >= COLUMN_RUN) and sum(bool(INNER.search(line.text)) for line in run) * 2 >= len(run):
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


def _gapped(lines: list[Line], marks: list[Marks], modes: Widths) -> tuple[bool, ...]:
    """Whether a blank line follows a paragraph that plainly ended (a sentence's end on a short line), there or on the page."""
    ended = {
        i: lines[i + 1].gap > 0
        for i, mode in enumerate(modes[:-1])
        if mode and marks[i].final and lines[i].width < mode - 2 and marks[i + 1].kind == "text"
    }
    return _around(ended, len(lines), least=3, share=0.6)


def _has_lost_indent(lines: list[Line], marks: list[Marks], modes: Widths) -> bool:
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
    running = [bool(INNER.search(line.text)) for line in lines]
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


def _inner_room(lines: list[Line], marks: list[Marks], columns: Columns) -> tuple[float, ...]:
    """How often a line leaves how much room, over lines that end no sentence below such a line."""
    counts = [9.0, 0.5, 0.3, 0.2]
    for i in range(1, len(lines) - 1):
        inner = marks[i].kind == marks[i + 1].kind == "text" and not marks[i].final and not marks[i - 1].final
        mode = columns.after[i] if columns.before[i] is None else columns.before[i]
        if inner and mode is not None and abs(mode - lines[i].width) <= 3:
            counts[columns.room[i]] += 1
    total = sum(counts)
    return tuple(count / total for count in counts)

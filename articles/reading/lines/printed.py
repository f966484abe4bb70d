"""Raw page text as a list of its printed lines: repaired, measured, and numbered as in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.lines.bylines import BULLET, parse_byline_line
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.repair import is_shadowed, repair, width
from articles.reading.words import read_word_set, read_words

_INDENT = re.compile(r"^(?:\u3000{1,4}|[ \t\u00a0]{2,8})(?=\S)")
_VERTICAL, _HALF = 9, 4
_REST_IN_BRACKETS = re.compile("^[\u3400-\u9fff ]{1,10}）$")
_OPEN_NAME, _REST_OF_NAME = re.compile("[ 、][\u3400-\u9fff]$"), re.compile("^[\u3400-\u9fff]{1,2}$")

# A line of writers may end in a role as well, its names on the next.
_OPEN_ROLE, _NAMES = (
    re.compile("(?:记者|通讯员|实习生)$"),
    re.compile("^[\u3400-\u9fff]{2,4}(?: [\u3400-\u9fff]{1,3}){0,4}$"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. last > number only for a label set vertically and a line of writers broken in two, whose
    characters stand on the raw lines rows.

    gap counts the blank lines before it, width is in ems, indent says that it starts with blanks, shadowed that the text
    layer holds it twice.
    """

    number: int
    last: int
    text: str
    width: float
    gap: int
    indent: bool
    rows: tuple[int, ...] = ()
    shadowed: bool = False


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of a page, vertical labels joined. Lines that hold nothing visible keep an empty text."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            gap += 1
            continue
        fixed = repair(raw)
        indent, shadowed = bool(_INDENT.match(raw)), is_shadowed(raw, fixed)
        lines.append(Line(number, number, fixed, width(fixed), gap, indent, (), shadowed))
        gap = 0
    return _join_bylines(_join_labels(_join_vertical(lines)))


def _join_labels(lines: list[Line]) -> list[Line]:
    """Join two short lines that are the title of a column together: 百姓 / 来信."""
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else None
        if (
            above
            and line.gap <= 1
            and max(len(above.text), len(line.text)) <= _HALF
            and _is_title(above.text + line.text)
        ):
            out[-1] = _joined(above, line)
        else:
            out.append(line)
    return out


def _joined(above: Line, below: Line) -> Line:
    rows = (above.number,) * len(above.text) + (below.number,) * len(below.text)
    return Line(above.number, below.last, above.text + below.text, above.width, above.gap, above.indent, rows)


def _is_title(text: str) -> bool:
    return text in read_word_set("columns") or len(text) == 4 and text.endswith(read_words("column_endings"))


def _join_bylines(lines: list[Line]) -> list[Line]:
    """Join a line of writers and its rest, which stands on the next: □ 本报记者 王小明 通讯员 李 / 大海, （本报记者 王小明 / 整理）."""
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else None
        if above and line.gap <= 1 and (_ends_name(above.text, line.text) or _ends_bracket(above.text, line.text)):
            out[-1] = _joined(above, line)
        else:
            out.append(line)
    return out


def _ends_name(above: str, text: str) -> bool:
    """Whether a line is the rest of the last name of a bulleted byline."""
    broken = _REST_OF_NAME.match(text) and _OPEN_NAME.search(above) or _NAMES.match(text) and _OPEN_ROLE.search(above)
    return bool(
        broken
        and above[:1] in BULLET
        and parse_byline_line(above) is None
        and parse_byline_line(above + text) is not None
    )


def _ends_bracket(above: str, text: str) -> bool:
    """Whether a line is the rest of a byline that stands in brackets on lines of its own."""
    opened = above.startswith("（") and "）" not in above and _REST_IN_BRACKETS.match(text)
    return bool(opened) and parse_closing(above + text) is not None


def _join_vertical(lines: list[Line]) -> list[Line]:
    """Join runs of two to nine lines of one Chinese character each: 编 / 者 / 按."""
    out: list[Line] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_single(lines[end]) and (end == start or lines[end].gap <= 1):
            end += 1
        run = lines[start:end]
        if 2 <= len(run) <= _VERTICAL:
            word = "".join(line.text for line in run)
            rows = tuple(line.number for line in run)
            out.append(Line(run[0].number, run[-1].last, word, float(len(word)), run[0].gap, False, rows))
        else:
            out += run or [lines[start]]
        start = max(end, start + 1)
    return out


def _is_single(line: Line) -> bool:
    return len(line.text) == 1 and "\u3400" <= line.text <= "\u9fff"

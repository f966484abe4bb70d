"""Whether a paragraph ends after a line that ends a sentence: widths, blanks, indents and first words, as log odds.

A paragraph's last line may have any width; a line inside fills its column but for what punctuation rules and
unbreakable numbers leave free. So the room at the end of a line for what the next one starts with, measured against
the room that this page leaves elsewhere, says how likely the break was forced. Where indents were lost, the first line of a paragraph is two ems short.
"""

from __future__ import annotations

import math
import re

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import Marks
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import close_blanks

PRIOR = -0.9
OTHER_COLUMN = 0.75
# How likely a paragraph's last and (indent lost) first line leave room: none, up to one em, up to two, more.
END_ROOM = (0.15, 0.07, 0.07, 0.71)
FIRST_ROOM = (0.08, 0.37, 0.42, 0.13)
_ATTRIBUTION = re.compile(r"^[^，。！？]{1,16}(?:说|介绍|表示|告诉记者|回忆|笑道|感慨)")
_START = re.compile(r"^(?:“|‘|在[^，。]{2,14}，|今年\s?\d|去年\s?\d|\d{1,2}月\s?\d{1,2}日|\d{4}年)")
_PRONOUN = re.compile(r"^(?:他|她|它|这|该|其|但|而|不过|因此|所以|于是|可|也|还|又|原来|其中)")


def ends_paragraph(lines: list[Line], marks: list[Marks], layout: Layout, i: int) -> float:
    """Log odds that line i, which ends a sentence, ends its paragraph, given line i + 1 below it."""
    j = i + 1
    score = PRIOR + _first_words(lines, marks, i, j)
    if layout.joined[i]:
        return score + 7.0
    return (
        score + _free_end(lines, layout, i) + _first_line(lines, layout, j) + _blank(layout, j) + _column(layout, i, j)
    )


def _column(layout: Layout, i: int, j: int) -> float:
    """A column of another width begins: another paragraph, and mostly another article."""
    above, below = layout.before[i], layout.after[j]
    return OTHER_COLUMN if above and below and abs(above - below) > 2 else 0.0


def _free_end(lines: list[Line], layout: Layout, i: int) -> float:
    """The room at the end of line i against what this page leaves inside paragraphs; an end may leave any room."""
    if layout.before[i] is None and layout.after[i] is None:
        return 0.0
    bin_ = layout.room[i]
    return math.log(END_ROOM[bin_] / layout.inner_room[bin_])


def _first_line(lines: list[Line], layout: Layout, j: int) -> float:
    """Whether line j is as wide as a first line: indented on pages that keep indents, two ems short where they are lost."""
    if layout.indented:
        return 6.0 if lines[j].indent else -3.5
    if not layout.lost_indent or j + 1 >= len(lines) or marks_end(lines[j].text):
        return 0.0
    bin_ = layout.room[j]
    return max(-3.0, min(3.0, 1.5 * math.log(FIRST_ROOM[bin_] / layout.inner_room[bin_])))


def marks_end(text: str) -> bool:
    """Whether a line ends a sentence, so that its width says nothing of its start."""
    return text.endswith(("。", "！", "？", "。”", "！”", "？”"))


def _blank(layout: Layout, j: int) -> float:
    gap = layout.gaps[j]
    if layout.double[j]:
        return 1.5 if gap else 0.0
    if layout.gapped[j]:
        return 3.0 if gap > 0 else -2.5
    return 2.5 if gap > 0 else 0.0


def _first_words(lines: list[Line], marks: list[Marks], i: int, j: int) -> float:
    text, following = close_blanks(lines[j].text), marks[j]
    score = 2.2 * following.numbered + 3.5 * following.speaker + 2.8 * following.opener
    if not following.opener:
        score += 2.8 * bool(_START.match(text))
    score += 1.5 * marks[i].concluding
    score += 7.0 * marks[i].ends_article - 0.8 * bool(_PRONOUN.match(text))
    if lines[i].text.endswith("”"):
        score -= 1.5 * bool(_ATTRIBUTION.match(text))
    return score

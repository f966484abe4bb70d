"""What speaks for a line starting a caption that breaks into a paragraph, and for the caption having ended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import NUMBERED_PICTURE, Marks
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import close_blanks

_LEADS_TO_DATE = ("，", "日、", "月、", "：", "（", "“", "于", "从", "自", "在", "至", "到", "截至", "定于", "年")
_CLOSING_MARKS = tuple("，。、；：！？）》〉”’+＋%％")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|昨日|今日|连日来")
NO_CAPTION = -5.0
DATED = 4.0
# Lines of a caption that its date and its credit enclose.
CREDITED, LONGEST_CAPTION = 2.0, 8


@dataclass(frozen=True, slots=True)
class Captions:
    """The lines of a page with their marks and layout, and what they weigh as captions. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout

    def weight(self, i: int) -> float:
        """Weight of line i starting a caption that interrupts a paragraph."""
        whole = self.layout.joined[i] and self.marks[i].credit
        credited = self.is_credited(i)
        dated = self.dates_alone(i) or credited and self.layout.gaps[i] > 0
        return (
            (-3.0 if self.marks[i].caption or whole or dated else NO_CAPTION)
            - 8.0 * self._is_next_picture(i)
            - 8.0 * (self.marks[i].dateline or self.lines[i].text[:1] in _CLOSING_MARKS)
            + 4.0 * self.marks[i].caption
            + 2.0 * whole
            + 1.5 * (self.layout.gaps[i] > 0)
            + 1.0 * self.lines[i].indent
            + DATED * dated
            + CREDITED * credited
        )

    def is_credited(self, i: int) -> bool:
        """Whether line i begins with a date and a picture credit closes it or one of the lines right below."""
        if not self.marks[i].lead or self.marks[i].dateline or not _DATE.match(close_blanks(self.lines[i].text)):
            return False
        for mark in self.marks[i : i + LONGEST_CAPTION]:
            if mark.credit or mark.kind != "text" or mark.dateline:
                return mark.credit
        return False

    def _is_next_picture(self, i: int) -> bool:
        """Whether line i goes on with the numbered pictures of the line above, 图③ below 图②."""
        return i > 0 and bool(
            NUMBERED_PICTURE.match(self.lines[i].text) and NUMBERED_PICTURE.search(self.lines[i - 1].text)
        )

    def dates_alone(self, i: int) -> bool:
        """Whether line i begins with a date that nothing on the line above leads to."""
        above = self.lines[i - 1].text if i else ""
        return self.marks[i].lead and not self.marks[i].dateline and not above.endswith(_LEADS_TO_DATE)

    def ended(self, i: int) -> float:
        """Weight of an interrupting caption having ended with line i."""
        mark = self.marks[i]
        return 4.0 if mark.credit else -1.0 if mark.final else -8.0

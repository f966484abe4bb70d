"""What speaks for a line going on with the text above it, or with a paragraph that something broke into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import Marks
from articles.reading.lines.paragraph_ends import ends_paragraph
from articles.reading.lines.printed import Line
from articles.reading.lines.seams import seam_weight
from articles.reading.splitting.captions import Captions
from articles.reading.splitting.display_rules import SUBHEAD, DisplayRules

_CREDIT_REST = re.compile(r"^[^，。]{0,6}(?:摄|摄影报道)[）)]?$")
_ADVERB = re.compile("^(?:日前|近日|连日来|近年来|近段时间以?来|今年以来|凌晨|清晨|昨日)[，,]")
_BRACKET = re.compile("(?P<closes>[”’）》〉】)])|[“‘（《〈【(]")
ENDED, HELD = 0.5, 1.5
LOST_INDENT = 2.5
GAP_COST = 1.0
OTHER_COLUMN = 2.5
OVERWIDE = 3.0
# No paragraph of wrapped lines goes on in one that is a whole paragraph, and so this many times as wide.
JOINED_BELOW, WHOLE = 5.0, 2.0
# How far a line may go over its column for the blanks round its figures.
OVER = -2.5
TIGHT_RESUMED, RESUMED_DATED = -4.0, 4.0
# Where paragraphs are joined, a line that ends in a picture credit is a caption by itself.
WHOLE_CAPTION = 4.0
UNDER_CREDIT = -5.0
SEAM, SEAM_RESUMED = 1.0, 1.5
# What is closed before anything is opened was opened where the paragraph broke off.
CLOSES = 2.0


@dataclass(frozen=True, slots=True)
class Continuity:
    """The lines of a page with their marks and layout, and how far they go on with each other. i, j are places in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout
    captions: Captions
    rules: DisplayRules

    def joins(self, i: int, j: int) -> tuple[float, float]:
        """Weight of line j going on in the paragraph of line i, as its first line and as a later one, against starting a new one."""
        mark, following = self.marks[i], self.marks[j]
        if _CREDIT_REST.match(self.lines[j].text) and (mark.ends_article or not mark.final):
            return 9.0, 9.0
        if following.plain:
            return -4.0, -4.0
        score = -14.0 * following.dateline - 5.0 * following.note
        score -= (5.0 if self.layout.joined[j] or self.layout.gaps[j] > 0 else 3.0) * following.caption
        score += 6.0 * (self.lines[j].text[:1] in "，。、；：！？）》〉”’")
        if mark.credit:
            return score + UNDER_CREDIT, score + UNDER_CREDIT
        score -= WHOLE_CAPTION * (self.layout.joined[j] and following.credit and not (mark.caption or mark.lead))
        score -= OTHER_COLUMN * self._changes_column(i, j)
        if mark.final:
            score += min(HELD, ENDED - ends_paragraph(self.lines, self.marks, self.layout, i))
            return score, score
        score += self._goes_on(i, j)
        return score + self._fill(i, True), score + self._fill(i, False)

    def _goes_on(self, i: int, j: int) -> float:
        """Weight of line j going on with line i, which ends no sentence, but for how line i fills its column."""
        mark, following, text = self.marks[i], self.marks[j], self.lines[j].text
        short = self.layout.short
        score = -4.0 * text.startswith(("——", "--")) - 4.0 * bool(SUBHEAD.match(self.lines[i].text))
        score -= OVERWIDE * (not self.layout.joined[j] and min(short[i], short[j]) < -2.0)
        whole = self.layout.joined[j] and self.lines[j].width > WHOLE * self.lines[i].width
        score -= JOINED_BELOW * (whole and not self.layout.joined[i])
        score -= LOST_INDENT * self.starts_apart(j) + 1.5 * ((following.lead or following.opener) and not mark.mid)
        score -= 4.0 * following.speaker + 6.0 * (following.numbered and self.lines[i].text.endswith("："))
        score += self._openness(i) - self._gap_cost(j) + SEAM * self._seam(i, j)
        if self.layout.indented:
            score += -5.0 if self.lines[j].indent else 2.5
        if self.layout.joined[j] and self.lines[j].width <= 40 and not following.final:
            score -= 5.0
        return score - 5.0 * (not mark.mid and bool(_ADVERB.match(text)))

    def _changes_column(self, i: int, j: int) -> bool:
        """Whether line j and the one below it are of one width, and the column down to line i is of another."""
        above, width = self.layout.before[i], self.lines[j].width
        if self.layout.joined[j] or above is None or j + 1 >= len(self.lines) or abs(above - self.lines[i].width) > 1.5:
            return False
        return abs(above - width) > 2 and abs(width - self.lines[j + 1].width) <= 1.5 and width >= 8

    def _seam(self, i: int, j: int) -> float:
        """Weight of line j going on where line i breaks off, by the characters that meet."""
        return seam_weight(self.lines[i].text, self.lines[j].text)

    def starts_apart(self, j: int) -> bool:
        """Whether line j stands below a blank, as wide as a first line, with text right below it."""
        gaps = self.layout.gaps
        if gaps[j] <= 0 or j + 1 >= len(gaps) or gaps[j + 1] > 0 or self.rules.below_is_first(j):
            return False
        return self.layout.first[j]

    def _openness(self, i: int) -> float:
        """How unfinished line i is: a comma, an open bracket, a bare word, the end of a sentence."""
        text, mark = self.lines[i].text, self.marks[i]
        score = 3.0 if mark.mid else -1.5 if mark.final else 1.5
        return score + (1.5 if not mark.final and is_unclosed(text) else 0.0)

    def _fill(self, i: int, first: bool) -> float:
        """A paragraph's inner lines fill their column; where paragraphs are joined, each line is one by itself."""
        if self.layout.joined[i]:
            return 1.0 if self.lines[i].width > 30 else -2.0
        if self.layout.full[i] or first and self.layout.first[i]:
            return 2.0
        short = self.layout.short[i]
        return 0.0 if short < 0 else -1.0 - min(short, 8.0) / 4

    def _gap_cost(self, j: int) -> float:
        gap = self.layout.gaps[j]
        if self.layout.double[j] and gap < 0:
            return 1.0
        if gap <= 0 or self.layout.joined[j]:
            return 1.0 if gap > 1 else 0.0
        return GAP_COST if gap == 1 else 3.0

    def resumes(self, opened: int, j: int) -> float:
        """Weight of line j going on with the paragraph that was left open at line `opened`."""
        if opened < 0 or self.marks[opened + 1].kind == "jump":
            return -9.0
        score = (
            self._openness(opened)
            + SEAM_RESUMED * self._seam(opened, j)
            - 8.0 * self.marks[j].dateline
            - 2.0 * self.marks[j].opener
            - RESUMED_DATED * self.captions.dates_alone(j)
        )
        filled = self.layout.joined[opened] or self.layout.full[opened] or OVER < self.layout.short[opened] < 0
        score += 1.0 if filled else -3.0
        score += TIGHT_RESUMED * (self.layout.double[j] and self.layout.gaps[j] < 0)
        if self.layout.indented:
            score += -4.0 if self.lines[j].indent else 2.0
        mark = _BRACKET.search(self.lines[j].text)
        return score + CLOSES * (mark is not None and mark["closes"] is not None)


@lru_cache(maxsize=1024)
def is_unclosed(text: str) -> bool:
    """Whether a line leaves a title, quotation or bracket open."""
    return sum(map(text.count, "《“（")) > sum(map(text.count, "》”）"))

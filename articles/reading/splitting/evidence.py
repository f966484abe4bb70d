"""What speaks for and against each label of a line, weighed in natural-log odds.

The weights here are judgements from the look of many pages, in steps of a half: 1 is a hint, 3 is strong, 6 decides.
For display lines the judgement is one sign among those of display_signs.py, whose weights are fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import NUMBERED_PICTURE, Marks
from articles.reading.lines.paragraph_ends import ends_paragraph
from articles.reading.lines.printed import Line
from articles.reading.lines.seams import seam_weight
from articles.reading.splitting.display_rules import KICKER_END, SUBHEAD, DisplayRules
from articles.reading.splitting.display_signs import Signs, own_signs, weigh, with_neighbours
from articles.reading.splitting.passages import Passages, read_passages

_CREDIT_REST = re.compile(r"^[^，。]{0,6}(?:摄|摄影报道)[）)]?$")
_ADVERB = re.compile("^(?:日前|近日|连日来|近年来|近段时间以?来|今年以来|凌晨|清晨|昨日)[，,]")
_LEADS_TO_DATE = ("，", "日、", "月、", "：", "（", "“", "于", "从", "自", "在", "至", "到", "截至", "定于", "年")
_CLOSING_MARKS = tuple("，。、；：！？）》〉”’+＋%％")
_OPENERS, _CLOSERS = "“‘（《〈【(", "”’）》〉】)"
PARTED = 0.5
HELD = 1.5
TIGHT_UNDER_TEXT, TIGHT_UNDER_END = -2.0, -1.0
LOST_INDENT = 2.5
GAP_COST = 1.0
DATED = 4.0
SURELY_TEXT = -8.0
DISPLAY, SCALE = 1.0, 1.5
NO_CAPTION = -5.0
# Lines of a caption that its date and its credit enclose.
CREDITED, LONGEST_CAPTION = 2.0, 8
UNDER_NOTE = -3.0
OTHER_COLUMN = 2.5
OVERWIDE = 3.0
REST_OF_BRACKET = -8.0
# How far a line may go over its column for the blanks round its figures.
OVER = -2.5
TIGHT_RESUMED, RESUMED_DATED = -4.0, 4.0
# Where paragraphs are joined, a line that ends in a picture credit is a caption by itself.
WHOLE_CAPTION = 4.0
UNDER_KICKER, UNDER_CREDIT = -2.5, -5.0
SEAM, SEAM_RESUMED = 1.0, 1.5
BROKEN_OFF = -4.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The lines of a page with their marks and layout, and the weights asked of them. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout
    _signs: list[Signs] = field(default_factory=list, init=False, repr=False)
    _display: list[float] = field(default_factory=list, init=False, repr=False)
    _passages: list[Passages] = field(default_factory=list, init=False, repr=False)

    def display(self, i: int) -> float:
        """Weight of line i being a headline, kicker, subhead, crosshead or label, against running text."""
        if not self._display:
            judged = [self._rules().weight(k) for k in range(len(self.lines))]
            self._signs.extend(own_signs(self.lines, self.marks, self.layout, judged))
            self._display.extend(map(self._weigh, range(len(self.lines)), judged))
        return self._display[i]

    def _weigh(self, i: int, judged: float) -> float:
        if judged <= SURELY_TEXT or self.marks[i].kind != "text":
            return judged
        return DISPLAY + SCALE * weigh(self._signs, i)

    def display_signs(self, i: int) -> Signs:
        """What speaks for line i being display text, by name."""
        self.display(i)
        return with_neighbours(self._signs, i)

    def passages(self) -> Passages:
        """The stretches of the page's running text, read once."""
        if not self._passages:
            running = [i for i, mark in enumerate(self.marks) if mark.kind == "text" and self.display(i) <= 0]
            self._passages.append(read_passages([self.lines[i].text for i in running]))
        return self._passages[0]

    def _rules(self) -> DisplayRules:
        return DisplayRules(self.lines, self.marks, self.layout)

    def under_text(self, i: int) -> float:
        """Weight of display text starting at line i right below running text, with no blank on either side."""
        gaps = self.layout.gaps
        below = gaps[i + 1] if i + 1 < len(gaps) else 2
        if self.layout.joined[i] or self.layout.double[i] or gaps[i] > 0 or below > 0:
            return 0.0
        ended = self._ends_short(i - 1) or self.marks[i - 1].ends_article
        return TIGHT_UNDER_END if ended else TIGHT_UNDER_TEXT

    def _ends_short(self, i: int) -> bool:
        """Whether line i ends a sentence well before the end of its column."""
        return self.marks[i].final and self.layout.short[i] > 2.5

    def apart(self, i: int) -> float:
        """Weight of line i standing apart: a byline, credit, source note, jump note or furniture."""
        kind = self.marks[i].kind
        if kind in ("text", "source"):
            return -9.0
        if kind in ("masthead", "page label") and self._looks_inside(i):
            return 0.0
        return 9.0 if kind == "byline" else 7.0

    def _looks_inside(self, i: int) -> bool:
        """Whether a line that could be a folio stands tight between two lines of running text."""
        if not 0 < i < len(self.lines) - 1 or self.layout.joined[i]:
            return False
        above, below = self.marks[i - 1], self.marks[i + 1]
        tight = self.layout.gaps[i] <= 0 and self.layout.gaps[i + 1] <= 0
        return tight and above.kind == below.kind == "text" and not above.final and self.layout.full[i - 1]

    def caption(self, i: int) -> float:
        """Weight of line i starting a caption that interrupts a paragraph."""
        whole = self.layout.joined[i] and self.marks[i].credit
        credited = self._is_credited(i)
        dated = self._dates_alone(i) or credited and self.layout.gaps[i] > 0
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

    def _is_credited(self, i: int) -> bool:
        """Whether line i begins with a date and a picture credit closes it or one of the lines right below."""
        if not self.marks[i].lead or self.marks[i].dateline:
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

    def _dates_alone(self, i: int) -> bool:
        """Whether line i begins with a date that nothing on the line above leads to."""
        above = self.lines[i - 1].text if i else ""
        return self.marks[i].lead and not self.marks[i].dateline and not above.endswith(_LEADS_TO_DATE)

    def caption_ended(self, i: int) -> float:
        """Weight of an interrupting caption having ended with line i."""
        mark = self.marks[i]
        return 4.0 if mark.credit else -1.0 if mark.final else -8.0

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
            score += min(HELD, PARTED - ends_paragraph(self.lines, self.marks, self.layout, i))
            return score, score
        score += self._goes_on(i, j)
        return score + self._fill(i, True), score + self._fill(i, False)

    def _goes_on(self, i: int, j: int) -> float:
        """Weight of line j going on with line i, which ends no sentence, but for how line i fills its column."""
        mark, following, text = self.marks[i], self.marks[j], self.lines[j].text
        short = self.layout.short
        score = -4.0 * text.startswith(("——", "--")) - 4.0 * bool(SUBHEAD.match(self.lines[i].text))
        score -= OVERWIDE * (not self.layout.joined[j] and min(short[i], short[j]) < -2.0)
        score -= LOST_INDENT * self._starts_apart(j) + 1.5 * ((following.lead or following.opener) and not mark.mid)
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

    def _starts_apart(self, j: int) -> bool:
        """Whether line j stands below a blank, as wide as a first line, with text right below it."""
        gaps = self.layout.gaps
        if gaps[j] <= 0 or j + 1 >= len(gaps) or gaps[j + 1] > 0 or self._rules().below_is_first(j):
            return False
        return self.layout.first[j]

    def _openness(self, i: int) -> float:
        """How unfinished line i is: a comma, an open bracket, a bare word, the end of a sentence."""
        text, mark = self.lines[i].text, self.marks[i]
        score = 3.0 if mark.mid else -1.5 if mark.final else 1.5
        return score + (1.5 if not mark.final and _unclosed(text) else 0.0)

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

    def parts(self, i: int) -> float:
        """Weight of a paragraph ending with line i."""
        mark = self.marks[i]
        if mark.final:
            return PARTED
        return -6.0 if mark.mid else BROKEN_OFF

    def starts(self, j: int) -> float:
        """Weight of line j starting a paragraph."""
        text = self.lines[j].text
        apart = self._starts_apart(j)
        score = (
            LOST_INDENT * apart
            + 2.0 * (self.marks[j].dateline or self.marks[j].bullet)
            - 6.0 * (text[:1] in "，。、；：！？）》〉”’")
        )
        return score - 1.0 * (self.layout.indented and not self.lines[j].indent)

    def interrupted(self, i: int, first: bool) -> float:
        """Weight of something breaking into the paragraph of line i (its first line or not)."""
        if self.marks[i].final:
            return -9.0
        return -3.0 - 1.0 * (first and not self.layout.joined[i])

    def closes_text(self, i: int) -> bool:
        """Whether a title 《…》 is open between lines i - 1 and i, so that below text line i is no display text."""
        above, text = self.lines[i - 1].text, self.lines[i].text
        if above.count("《") > above.count("》"):
            return True
        closing, opening = text.find("》"), text.find("《")
        return closing >= 0 and not 0 <= opening < closing

    def below_display(self, j: int) -> float:
        """Weight of text starting at line j right below display text."""
        tight = self.layout.gaps[j] <= 0 and not self.layout.joined[j] and not self.layout.double[j]
        kicked = bool(KICKER_END.search(self.lines[j - 1].text)) and not self.marks[j].dateline
        score = UNDER_KICKER * kicked + REST_OF_BRACKET * self._closes_bracket(j)
        return score - 1.0 if tight and self.layout.gapped[j] and not self.marks[j].dateline else score

    def _closes_bracket(self, j: int) -> bool:
        """Whether line j ends the bracket that the line above is the first part of, as a subhead may be one."""
        above, text = self.lines[j - 1].text, self.lines[j].text
        return above.startswith("（") and "）" not in above and text.endswith("）") and "（" not in text

    def resumes(self, opened: int, j: int) -> float:
        """Weight of line j going on with the paragraph that was left open at line `opened`."""
        if opened < 0 or self.marks[opened + 1].kind == "jump":
            return -9.0
        score = (
            self._openness(opened)
            + SEAM_RESUMED * self._seam(opened, j)
            - 8.0 * self.marks[j].dateline
            - 2.0 * self.marks[j].opener
            - RESUMED_DATED * self._dates_alone(j)
        )
        filled = self.layout.joined[opened] or self.layout.full[opened] or OVER < self.layout.short[opened] < 0
        score += 1.0 if filled else -3.0
        score += TIGHT_RESUMED * (self.layout.double[j] and self.layout.gaps[j] < 0)
        if self.layout.indented:
            score += -4.0 if self.lines[j].indent else 2.0
        unbalanced = self.lines[j].text
        closes = min((unbalanced.find(c) for c in _CLOSERS if c in unbalanced), default=-1)
        opens = min((unbalanced.find(c) for c in _OPENERS if c in unbalanced), default=len(unbalanced))
        return score + (2.0 if 0 <= closes < opens else 0.0)

    def display_pair(self, i: int) -> float:
        """Weight of display lines standing together; a quotation or title left open binds them."""
        above = self.lines[i - 1].text
        spaced = self.layout.double[i] or self.layout.joined[i]
        tight = self.layout.gaps[i] < 0 if spaced else self.layout.gaps[i] == 0
        noted = self.marks[i - 1].note and len(above) <= 12
        return 0.5 + (4.0 if _unclosed(above) else 0.0) + (1.5 if tight else 0.0) + UNDER_NOTE * noted


@lru_cache(maxsize=1024)
def _unclosed(text: str) -> bool:
    """Whether a line leaves a title, quotation or bracket open."""
    return sum(map(text.count, "《“（")) > sum(map(text.count, "》”）"))

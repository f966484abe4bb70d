"""What speaks for and against each label of a line, weighed in natural-log odds.

The weights are judgements from the look of many pages, in steps of a half: 1 is a hint, 3 is strong, 6 decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.layout import Layout, is_first_width, is_full, shortfall
from articles.reading.lines import Line
from articles.reading.marks import QUESTION, Marks
from articles.reading.paragraph_ends import ends_paragraph
from articles.reading.repair import CJK

_KICKER_END = re.compile(r"(?:强调|指出|要求|表示|调研|时说|会见|座谈|致辞|讲话|举行|召开|揭牌|开幕|闭幕)$")
_CREDIT_REST = re.compile(r"^[^，。]{0,6}(?:摄|摄影报道)[）)]?$")
_UNFINISHED = ("的", "了", "和", "与", "及", "在", "为", "将", "把", "等", "并", "从", "对", "向", "是")
_ADVERB = re.compile("^(?:日前|近日|连日来|近年来|近段时间以?来|今年以来|凌晨|清晨|昨日)[，,]")
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《]")
_OPENERS, _CLOSERS = "“‘（《〈【(", "”’）》〉】)"
LONGEST_HEADLINE = 46.0
PARTED = 0.5
HELD = 1.5
TIGHT_UNDER_TEXT, TIGHT_UNDER_END = -3.0, -1.0
ALONE_GAPPED, ALONE_TIGHT = 2.5, 5.0
UNPUNCTUATED = 1.5
LOST_INDENT = 2.5
GAP_COST = 1.0
BROKEN_OFF = -3.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The lines of a page with their marks and layout, and the weights asked of them. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout

    def display(self, i: int) -> float:
        """Weight of line i being a headline, kicker, subhead, crosshead or label, against running text."""
        text, mark = self.lines[i].text, self.marks[i]
        if mark.dateline or mark.kind != "text" or not text:
            return -9.0 if mark.kind != "source" else 8.0
        if mark.plain:
            return -9.0
        score = self._display_width(i) + self._display_look(text) + self._display_space(i)
        score += 3.0 * mark.label + 4.0 * mark.note * (len(text) <= 12)
        score -= (
            (5.0 if QUESTION.match(text) else 2.5) * mark.speaker
            + (1.0 if text.endswith("：") else 3.0) * mark.mid
            + 4.0 * mark.ends_article
            + 8.0 * (mark.credit or text.endswith(("摄", "摄）", "摄影报道")))
            + 4.0 * mark.caption
        )
        score -= 2.5 * mark.opener + 2.0 * text.endswith(_UNFINISHED)
        return score - 1.5 * self.lines[i].indent * self.layout.indented

    def _display_width(self, i: int) -> float:
        width = self.lines[i].width
        if width > LONGEST_HEADLINE:
            return -8.0
        if self.layout.joined:
            return 2.0 if width <= 36 else -1.0
        if is_full(self.layout, self.lines, i) or self._is_first(i) or self._has_twin(i):
            return -2.0
        short = shortfall(self.layout, self.lines, i)
        return 1.0 if short > 0 else 1.5 + min(-short, 8.0) / 4

    def _is_first(self, i: int) -> bool:
        """Whether line i is as wide as a paragraph's first line, and one may start there."""
        above = self.marks[i - 1] if i else None
        return is_first_width(self.layout, self.lines, i) and (not above or above.final or above.kind != "text")

    def _has_twin(self, i: int) -> bool:
        """Whether a line below or above is as wide and a comma stands in one of them: text of an unusual width."""
        near = [self.lines[k] for k in (i - 1, i + 1) if 0 <= k < len(self.lines) and self.layout.gaps[max(i, k)] <= 0]
        twins = [line for line in near if abs(line.width - self.lines[i].width) <= 1.0 + 2.0 * self.layout.lost_indent]
        return bool(twins) and any("，" in line.text or "、" in line.text for line in (*twins, self.lines[i]))

    def _display_space(self, i: int) -> float:
        """Display lines stand closer together than double-spaced text, and apart from it on other pages."""
        gaps = self.layout.gaps
        below = gaps[i + 1] if i + 1 < len(gaps) else 2
        if self.layout.joined:
            return 0.0
        if self.layout.double:
            wide = (gaps[i] > 0) + (below > 0) if not self.marks[i].final else 0
            return 2.0 if (i and gaps[i] < 0) or below < 0 else (0.0, 1.0, 2.5)[wide]
        if gaps[i] <= 0 and below <= 0 and i and self.marks[i - 1].kind == "text":
            return TIGHT_UNDER_END if self._ends_short(i - 1) else TIGHT_UNDER_TEXT
        alone = (gaps[i] > 0 or not i) and below > 0 and not self.marks[i].final
        return (ALONE_GAPPED if self.layout.gapped else ALONE_TIGHT) * alone

    def _ends_short(self, i: int) -> bool:
        """Whether line i ends a sentence well before the end of its column."""
        return self.marks[i].final and shortfall(self.layout, self.lines, i) > 2.5

    def _display_look(self, text: str) -> float:
        inside = text.rstrip("。；;")
        score = -5.0 * ("。" in inside) - 2.0 * ("；" in inside)
        score -= 5.0 if text.endswith("。") else 0.0
        score -= 2.0 if text.endswith(("？", "！")) and "，" in text else 0.0
        score += 3.5 if text.startswith(("——", "--", "—")) else 0.0
        score += 1.5 if _HALVES.search(text) else 0.0
        score += 1.0 if _KICKER_END.search(text) else 0.0
        return score + (UNPUNCTUATED if not re.search(r"[，、；：,]", text) else -0.7 * text.count("，"))

    def apart(self, i: int) -> float:
        """Weight of line i standing apart: a byline, credit, source note, jump note or furniture."""
        kind = self.marks[i].kind
        if kind in ("text", "source"):
            return -9.0
        if kind in ("masthead", "page label") and self._looks_inside(i):
            return 0.0
        return 7.0

    def _looks_inside(self, i: int) -> bool:
        """Whether a line that could be a folio stands tight between two lines of running text."""
        if not 0 < i < len(self.lines) - 1 or self.layout.joined:
            return False
        above, below = self.marks[i - 1], self.marks[i + 1]
        tight = self.layout.gaps[i] <= 0 and self.layout.gaps[i + 1] <= 0
        return (
            tight and above.kind == below.kind == "text" and not above.final and is_full(self.layout, self.lines, i - 1)
        )

    def caption(self, i: int) -> float:
        """Weight of line i starting a caption that interrupts a paragraph."""
        whole = self.layout.joined and self.marks[i].credit
        return (
            -3.0
            + 4.0 * self.marks[i].caption
            + 2.0 * whole
            + 1.5 * (self.layout.gaps[i] > 0)
            + 1.0 * self.lines[i].indent
        )

    def caption_ended(self, i: int) -> float:
        """Weight of an interrupting caption having ended with line i."""
        mark = self.marks[i]
        return 4.0 if mark.credit else -1.0 if mark.final else -8.0

    def joins(self, i: int, j: int, first: bool = False) -> float:
        """Weight of line j going on in the paragraph of line i (its first line or not), against starting a new one."""
        mark, following = self.marks[i], self.marks[j]
        if _CREDIT_REST.match(self.lines[j].text) and (mark.ends_article or not mark.final):
            return 9.0
        if following.plain:
            return -4.0
        score = -8.0 * following.dateline - 5.0 * following.note
        score -= (5.0 if self.layout.joined or self.layout.gaps[j] > 0 else 1.0) * following.caption
        score += 6.0 * (self.lines[j].text[:1] in "，。、；：！？）》〉”’")
        if mark.final:
            return score + min(HELD, PARTED - ends_paragraph(self.lines, self.marks, self.layout, i))
        score -= 4.0 * self.lines[j].text.startswith(("——", "--"))
        apart = self._starts_apart(j)
        score -= LOST_INDENT * apart + 1.5 * (following.lead and not mark.mid)
        score -= 4.0 * following.speaker + 6.0 * (following.numbered and self.lines[i].text.endswith("："))
        score += self._openness(i) + self._fill(i, first) - self._gap_cost(j)
        if self.layout.indented:
            score += -5.0 if self.lines[j].indent else 2.5
        if self.layout.joined and self.lines[j].width <= 40 and not following.final:
            score -= 5.0
        return score - 5.0 * (not mark.mid and bool(_ADVERB.match(self.lines[j].text)))

    def _starts_apart(self, j: int) -> bool:
        """Whether line j stands below a blank, as wide as a first line, with text right below it."""
        gaps = self.layout.gaps
        if gaps[j] <= 0 or j + 1 >= len(gaps) or gaps[j + 1] > 0:
            return False
        return is_first_width(self.layout, self.lines, j)

    def _openness(self, i: int) -> float:
        """How unfinished line i is: a comma, an open bracket, a bare word, the end of a sentence."""
        text, mark = self.lines[i].text, self.marks[i]
        score = 3.0 if mark.mid else -1.5 if mark.final else 1.5
        unclosed = sum(map(text.count, "《“（")) > sum(map(text.count, "》”）"))
        return score + (1.5 if unclosed and not mark.final else 0.0)

    def _fill(self, i: int, first: bool) -> float:
        """A paragraph's inner lines fill their column; where paragraphs are joined, each line is one by itself."""
        if self.layout.joined:
            return 1.0 if self.lines[i].width > 30 else -2.0
        if is_full(self.layout, self.lines, i) or first and is_first_width(self.layout, self.lines, i):
            return 2.0
        short = shortfall(self.layout, self.lines, i)
        return 0.0 if short < 0 else -1.0 - min(short, 8.0) / 4

    def _gap_cost(self, j: int) -> float:
        gap = self.layout.gaps[j]
        if self.layout.double and gap < 0:
            return 1.0
        if gap <= 0 or self.layout.joined:
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
        score = LOST_INDENT * apart + 2.0 * self.marks[j].dateline - 6.0 * (text[:1] in "，。、；：！？）》〉”’")
        return score - 1.0 * (self.layout.indented and not self.lines[j].indent)

    def interrupted(self, i: int, first: bool) -> float:
        """Weight of something breaking into the paragraph of line i (its first line or not)."""
        if self.marks[i].final:
            return -9.0
        return -3.0 - 2.0 * (first and not self.layout.joined)

    def below_display(self, j: int) -> float:
        """Weight of text starting at line j right below display text."""
        tight = self.layout.gaps[j] <= 0 and not self.layout.joined and not self.layout.double
        return -1.0 if tight and self.layout.gapped and not self.marks[j].dateline else 0.0

    def resumes(self, opened: int, j: int) -> float:
        """Weight of line j going on with the paragraph that was left open at line `opened`."""
        if opened < 0:
            return -9.0
        score = self._openness(opened) - 8.0 * self.marks[j].dateline - 2.0 * self.marks[j].opener
        score += 1.0 if self.layout.joined or is_full(self.layout, self.lines, opened) else -3.0
        if self.layout.indented:
            score += -4.0 if self.lines[j].indent else 2.0
        unbalanced = self.lines[j].text
        closes = min((unbalanced.find(c) for c in _CLOSERS if c in unbalanced), default=-1)
        opens = min((unbalanced.find(c) for c in _OPENERS if c in unbalanced), default=len(unbalanced))
        return score + (2.0 if 0 <= closes < opens else 0.0)

    def display_pair(self, i: int) -> float:
        """Weight of display lines standing together; a quotation or title left open binds them."""
        above = self.lines[i - 1].text
        unclosed = sum(map(above.count, "《“")) > sum(map(above.count, "》”"))
        spaced = self.layout.double or self.layout.joined
        tight = self.layout.gaps[i] < 0 if spaced else self.layout.gaps[i] == 0
        return 0.5 + (4.0 if unclosed else 0.0) + (1.5 if tight else 0.0)

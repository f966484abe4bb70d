"""What speaks for and against each label of a line, weighed in natural-log odds.

The weights here are judgements from the look of many pages, in steps of a half: 1 is a hint, 3 is strong, 6 decides.
For display lines the judgement is one sign among those of display_signs.py, whose weights are fitted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import Marks
from articles.reading.lines.printed import Line
from articles.reading.splitting.captions import CREDITED, Captions
from articles.reading.splitting.continuity import ENDED, LOST_INDENT, Continuity, is_unclosed
from articles.reading.splitting.display_rules import KICKER_END, DisplayRules
from articles.reading.splitting.display_signs import Signs, own_signs, weigh, with_neighbours
from articles.reading.splitting.passages import Passages, read_passages

TIGHT_UNDER_TEXT, TIGHT_UNDER_END = -2.0, -1.0
SURELY_TEXT = -8.0
DISPLAY, SCALE = 1.0, 1.5
UNDER_NOTE = -3.0
REST_OF_BRACKET = -8.0
UNDER_KICKER = -2.5
BROKEN_OFF = -4.5


@dataclass(slots=True)
class Evidence:
    """The lines of a page with their marks and layout, and the weights asked of them. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout
    rules: DisplayRules = field(init=False, repr=False)
    captions: Captions = field(init=False, repr=False)
    continuity: Continuity = field(init=False, repr=False)
    _signs: list[Signs] = field(default_factory=list, init=False, repr=False)
    _display: list[float] = field(default_factory=list, init=False, repr=False)
    _passages: list[Passages] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        of = self.lines, self.marks, self.layout
        self.rules, self.captions = DisplayRules(*of), Captions(*of)
        self.continuity = Continuity(*of, self.captions, self.rules)

    def display(self, i: int) -> float:
        """Weight of line i being a headline, kicker, subhead, crosshead or label, against running text."""
        if not self._display:
            judged = [self.rules.weight(k) for k in range(len(self.lines))]
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

    def parts(self, i: int) -> float:
        """Weight of a paragraph ending with line i."""
        mark = self.marks[i]
        if mark.final:
            return ENDED
        return -6.0 if mark.mid else BROKEN_OFF

    def starts(self, j: int) -> float:
        """Weight of line j starting a paragraph."""
        text = self.lines[j].text
        apart = self.continuity.starts_apart(j)
        score = (
            LOST_INDENT * apart
            + 2.0 * (self.marks[j].dateline or self.marks[j].bullet)
            + CREDITED * self.captions.is_credited(j)
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

    def display_pair(self, i: int) -> float:
        """Weight of display lines standing together; a quotation or title left open binds them."""
        above = self.lines[i - 1].text
        spaced = self.layout.double[i] or self.layout.joined[i]
        tight = self.layout.gaps[i] < 0 if spaced else self.layout.gaps[i] == 0
        noted = self.marks[i - 1].note and len(above) <= 12
        return 0.5 + (4.0 if is_unclosed(above) else 0.0) + (1.5 if tight else 0.0) + UNDER_NOTE * noted

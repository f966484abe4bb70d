"""What speaks for and against each label of a line, weighed in natural-log odds.

The weights here are judgements from the look of many pages, in steps of a half: 1 is a hint, 3 is strong, 6 decides.
For display lines the judgement is one sign among those of display_signs.py, whose weights are fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from articles.reading.display_signs import Signs, display_signs
from articles.reading.layout import Layout, is_first_width, is_full, shortfall
from articles.reading.lines import Line
from articles.reading.marks import QUESTION, Marks
from articles.reading.paragraph_ends import ends_paragraph
from articles.reading.passages import Passages, read_passages
from articles.reading.repair import CJK
from articles.reading.seams import seam_weight
from articles.reading.words import read_pairs

_KICKER_END = re.compile(r"(?:强调|指出|要求|表示|调研|时说|会见|座谈|致辞|讲话|举行|召开|揭牌|开幕|闭幕)$")
# A report may begin with who learned it and when, before any mark of punctuation: 记者5月6日从市交通运输局获悉.
_REPORTER = re.compile("记者(?:[0-9]|近日|昨日|日前|从)")
_SUBJECT = re.compile(rf"^[{CJK}]{{2,8}}：[^，。]{{4,24}}$")
NOTICE_END = re.compile(r"(?:公告|公示|通告|通知|启事|任免名单|情况的通报|的公报|倡议书|公开信|一览表?)$")
_CREDIT_REST = re.compile(r"^[^，。]{0,6}(?:摄|摄影报道)[）)]?$")
_UNFINISHED = ("的", "了", "和", "与", "及", "在", "为", "将", "把", "等", "并", "从", "对", "向", "是")
_YEAR_END = re.compile(r"\d(?:年|月)$")
_ADVERB = re.compile("^(?:日前|近日|连日来|近年来|近段时间以?来|今年以来|凌晨|清晨|昨日)[，,]")
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《]")
_LEADS_TO_DATE = ("，", "、", "：", "（", "“", "于", "从", "自", "在", "至", "到", "截至", "定于", "年")
_CLOSING_MARKS = tuple("，。、；：！？）》〉”’+＋%％")
_SUBHEAD = re.compile(
    "^[—-]{1,3}(?:专?访|记|来自|对话|写在|[^，。]{2,24}(?:纪实|侧记|综述|见闻|观察|调查|纪事|扫描|掠影|报道)$)"
)
_EVEN = re.compile(rf"^[{CJK}0-9“”《》、·]{{4,16}} [{CJK}0-9“”《》、·]{{4,16}}$")
_OPENERS, _CLOSERS = "“‘（《〈【(", "”’）》〉】)"
LONGEST_HEADLINE = 46.0
PARTED = 0.5
HELD = 1.5
TIGHT_UNDER_TEXT, TIGHT_UNDER_END = -2.0, -1.0
ALONE_GAPPED, ALONE_TIGHT = 2.5, 5.0
UNPUNCTUATED = 1.5
LOST_INDENT = 2.5
GAP_COST = 1.0
DATED = 4.0
# A colon ends many a kicker (…强调：), but a word or two with a colon lead over to a list.
_COLON = (1.0, 6.0)
SHORT_COLON = 5
PUNCTUATED = 0.4
SURELY_TEXT = -8.0
# A headline has no full stop inside.
STOPPED = 8.0
DISPLAY, SCALE = 1.0, 1.5
NO_CAPTION = -5.0
UNDER_NOTE = -3.0
OTHER_COLUMN = 2.5
HALVES = 3.0
OVERWIDE = 3.0
UNDER_KICKER = -2.5
SEAM, SEAM_RESUMED = 1.0, 1.5
KICKER, SUBJECT, NOTICE = 2.0, 1.5, 4.0
BROKEN_OFF = -4.5


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("display_weights")}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The lines of a page with their marks and layout, and the weights asked of them. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout
    _signs: list[Signs] = field(default_factory=list, init=False, repr=False)
    _judged: list[float] = field(default_factory=list, init=False, repr=False)
    _passages: list[Passages] = field(default_factory=list, init=False, repr=False)

    def display(self, i: int) -> float:
        """Weight of line i being a headline, kicker, subhead, crosshead or label, against running text."""
        signs, weights = self.signs()[i], _weights()
        if self._judged[i] <= SURELY_TEXT or self.marks[i].kind != "text":
            return self._judged[i]
        return DISPLAY + SCALE * sum(weights.get(name, 0.0) * value for name, value in signs.items())

    def signs(self) -> list[Signs]:
        """The signs of every line being display text, read once."""
        if not self._signs:
            self._judged.extend(map(self.judged, range(len(self.lines))))
            self._signs.extend(display_signs(self.lines, self.marks, self.layout, self._judged))
        return self._signs

    def passages(self) -> Passages:
        """The stretches of the page's running text, read once."""
        if not self._passages:
            running = [i for i, mark in enumerate(self.marks) if mark.kind == "text" and self.display(i) <= 0]
            self._passages.append(read_passages([self.lines[i].text for i in running]))
        return self._passages[0]

    def judged(self, i: int) -> float:
        """The weight of display text as the rules have it, before it is weighed with the company that the line keeps."""
        text, mark = self.lines[i].text, self.marks[i]
        if mark.dateline or mark.kind != "text" or not text:
            return -9.0 if mark.kind != "source" else 8.0
        if mark.plain or mark.row or mark.caption or mark.ends_article or "以下简称" in text:
            return -9.0
        if "，" in text and text.endswith("的"):
            return -9.0
        score = self._display_width(i) + self._display_look(text) + self._display_space(i)
        score += 3.0 * mark.label + 4.0 * mark.note * (len(text) <= 12)
        score -= (
            (5.0 if QUESTION.match(text) else 2.5) * mark.speaker
            + (_COLON[len(text) <= SHORT_COLON] if text.endswith("：") else 3.0) * mark.mid
            + 8.0 * (mark.credit or text.endswith(("摄", "摄）", "摄影报道")))
        )
        score -= (
            2.5 * mark.opener
            + 5.0 * bool(_REPORTER.match(text))
            + 2.0 * text.endswith(_UNFINISHED)
            + 2.0 * (mark.lead and "，" in text)
            + 3.0 * bool(_YEAR_END.search(text))
        )
        return score - 1.5 * self.lines[i].indent * self.layout.indented

    def _display_width(self, i: int) -> float:
        width = self.lines[i].width
        if width > LONGEST_HEADLINE:
            return -8.0
        if self.layout.joined[i]:
            return -2.0 if self._has_twin(i) else 2.0 if width <= 36 and "，" not in self.lines[i].text else -1.0
        if (
            is_full(self.layout, self.lines, i)
            or not self._below_is_first(i)
            and (self._is_first(i) or self._has_twin(i))
        ):
            return -2.0
        short = shortfall(self.layout, self.lines, i)
        if 1.25 <= short <= 3.5 and self._heads_text(i):
            return 0.0
        return 1.0 if short > 0 else 1.5 + min(-short, 8.0) / 4

    def _is_first(self, i: int) -> bool:
        """Whether line i is as wide as a paragraph's first line, and one may start there."""
        above = self.marks[i - 1] if i else None
        may_start = not above or above.final or above.kind != "text"
        return may_start and is_first_width(self.layout, self.lines, i)

    def _heads_text(self, i: int) -> bool:
        """Whether line i stands below a blank or a byline and right over a full line, as an indented first line does."""
        above = not i or self.layout.gaps[i] > 0 or self.marks[i - 1].kind != "text"
        below = i + 2 < len(self.lines) and self.layout.gaps[i + 1] <= 0 and is_full(self.layout, self.lines, i + 1)
        return above and below and not self.marks[i].final

    def _below_is_first(self, i: int) -> bool:
        """Whether the line right below is a paragraph's first line, so that line i, which ends no sentence, is no first."""
        if i + 2 >= len(self.lines) or self.marks[i].final or self.lines[i].text[-1:] in "，、；：":
            return False
        return is_first_width(self.layout, self.lines, i + 1) and is_full(self.layout, self.lines, i + 2)

    def _has_twin(self, i: int) -> bool:
        """Whether a line below or above is as wide and a comma stands in one of them: text of an unusual width."""
        near = [self.lines[k] for k in (i - 1, i + 1) if 0 <= k < len(self.lines) and self.layout.gaps[max(i, k)] <= 0]
        twins = [line for line in near if abs(line.width - self.lines[i].width) <= 1.0 + 2.0 * self.layout.lost_indent]
        return bool(twins) and any("，" in line.text or "、" in line.text for line in (*twins, self.lines[i]))

    def _display_space(self, i: int) -> float:
        """Display lines stand closer together than double-spaced text, and apart from it on other pages."""
        gaps = self.layout.gaps
        below = gaps[i + 1] if i + 1 < len(gaps) else 2
        if self.layout.joined[i]:
            return 0.0
        if self.layout.double[i]:
            wide = (gaps[i] > 0) + (below > 0) if not self.marks[i].final else 0
            return 2.0 if (i and gaps[i] < 0) or below < 0 else (0.0, 1.0, 2.5)[wide]
        alone = (gaps[i] > 0 or not i) and below > 0 and not self.marks[i].final
        weight = ALONE_GAPPED if self.layout.gapped[i] else ALONE_TIGHT
        return weight * alone * (PUNCTUATED if re.search("[，。]", self.lines[i].text) else 1.0)

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
        return self.marks[i].final and shortfall(self.layout, self.lines, i) > 2.5

    def _display_look(self, text: str) -> float:
        inside = text.rstrip("。；;")
        score = -STOPPED * ("。" in inside) - 2.0 * ("；" in inside)
        score -= 5.0 if text.endswith(("。", "；")) else 0.0
        score -= 2.0 if text.endswith(("？", "！")) and "，" in text else 0.0
        score += (5.5 if _SUBHEAD.match(text) else 3.5) if text.startswith(("——", "--", "—")) else 0.0
        score += (HALVES if _EVEN.match(text) else 1.5) if _HALVES.search(text) else 0.0
        score += KICKER if _KICKER_END.search(text) else 0.0
        score += SUBJECT if _SUBJECT.match(text) and "，" not in text else 0.0
        score += NOTICE if NOTICE_END.search(text) and "，" not in text else 0.0
        return score + (UNPUNCTUATED if not re.search(r"[，、；：,]", text) else -1.0 * text.count("，"))

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
        return (
            tight and above.kind == below.kind == "text" and not above.final and is_full(self.layout, self.lines, i - 1)
        )

    def caption(self, i: int) -> float:
        """Weight of line i starting a caption that interrupts a paragraph."""
        whole = self.layout.joined[i] and self.marks[i].credit
        return (
            (-3.0 if self.marks[i].caption or whole or self._dates_alone(i) else NO_CAPTION)
            - 8.0 * (self.marks[i].dateline or self.lines[i].text[:1] in _CLOSING_MARKS)
            + 4.0 * self.marks[i].caption
            + 2.0 * whole
            + 1.5 * (self.layout.gaps[i] > 0)
            + 1.0 * self.lines[i].indent
            + DATED * self._dates_alone(i)
        )

    def _dates_alone(self, i: int) -> bool:
        """Whether line i begins with a date that nothing on the line above leads to."""
        above = self.lines[i - 1].text if i else ""
        return self.marks[i].lead and not self.marks[i].dateline and not above.endswith(_LEADS_TO_DATE)

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
        score = -14.0 * following.dateline - 5.0 * following.note
        score -= (5.0 if self.layout.joined[j] or self.layout.gaps[j] > 0 else 3.0) * following.caption
        score += 6.0 * (self.lines[j].text[:1] in "，。、；：！？）》〉”’")
        if mark.final:
            held = min(HELD, PARTED - ends_paragraph(self.lines, self.marks, self.layout, i))
            return score + held - OTHER_COLUMN * self._changes_column(i, j)
        score -= 4.0 * self.lines[j].text.startswith(("——", "--")) + 4.0 * bool(_SUBHEAD.match(self.lines[i].text))
        score -= OVERWIDE * (
            not self.layout.joined[j] and min(shortfall(self.layout, self.lines, k) for k in (i, j)) < -2.0
        )
        score -= OTHER_COLUMN * self._changes_column(i, j)
        apart = self._starts_apart(j)
        score -= LOST_INDENT * apart + 1.5 * ((following.lead or following.opener) and not mark.mid)
        score -= 4.0 * following.speaker + 6.0 * (following.numbered and self.lines[i].text.endswith("："))
        score += self._openness(i) + self._fill(i, first) - self._gap_cost(j) + SEAM * self._seam(i, j)
        if self.layout.indented:
            score += -5.0 if self.lines[j].indent else 2.5
        if self.layout.joined[j] and self.lines[j].width <= 40 and not following.final:
            score -= 5.0
        return score - 5.0 * (not mark.mid and bool(_ADVERB.match(self.lines[j].text)))

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
        if gaps[j] <= 0 or j + 1 >= len(gaps) or gaps[j + 1] > 0 or self._below_is_first(j):
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
        if self.layout.joined[i]:
            return 1.0 if self.lines[i].width > 30 else -2.0
        if is_full(self.layout, self.lines, i) or first and is_first_width(self.layout, self.lines, i):
            return 2.0
        short = shortfall(self.layout, self.lines, i)
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
        kicked = bool(_KICKER_END.search(self.lines[j - 1].text)) and not self.marks[j].dateline
        score = UNDER_KICKER * kicked
        return score - 1.0 if tight and self.layout.gapped[j] and not self.marks[j].dateline else score

    def resumes(self, opened: int, j: int) -> float:
        """Weight of line j going on with the paragraph that was left open at line `opened`."""
        if opened < 0 or self.marks[opened + 1].kind == "jump":
            return -9.0
        score = (
            self._openness(opened)
            + SEAM_RESUMED * self._seam(opened, j)
            - 8.0 * self.marks[j].dateline
            - 2.0 * self.marks[j].opener
        )
        score += 1.0 if self.layout.joined[opened] or is_full(self.layout, self.lines, opened) else -3.0
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
        spaced = self.layout.double[i] or self.layout.joined[i]
        tight = self.layout.gaps[i] < 0 if spaced else self.layout.gaps[i] == 0
        noted = self.marks[i - 1].note and len(above) <= 12
        return 0.5 + (4.0 if unclosed else 0.0) + (1.5 if tight else 0.0) + UNDER_NOTE * noted

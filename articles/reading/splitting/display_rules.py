"""What the rules say for and against a line being display text, before its company is weighed (display_signs.py).

The weights are judgements from the look of many pages, in natural-log odds: 1 is a hint, 3 is strong, 6 decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import QUESTION, Marks
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import CJK
from articles.reading.lines.seams import seam_weight

KICKER_END = re.compile(r"(?:强调|指出|要求|表示|调研|时说|会见|座谈|致辞|讲话|举行|召开|揭牌|开幕|闭幕)$")
# A report may begin with who learned it and when, before any mark of punctuation: 记者5月6日从市交通运输局获悉.
_REPORTER = re.compile("记者(?:[0-9]|近日|昨日|日前|从)")
_SUBJECT = re.compile(rf"^[{CJK}]{{2,8}}：[^，。]{{4,24}}$")
_UNFINISHED = ("的", "了", "和", "与", "及", "在", "为", "将", "把", "等", "并", "从", "对", "向", "是")
_YEAR_END = re.compile(r"\d(?:年|月)$")
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《]")
_EVEN = re.compile(rf"^[{CJK}0-9“”《》、·]{{4,16}} [{CJK}0-9“”《》、·]{{4,16}}$")
NOTICE_END = re.compile(r"(?:公告|公示|通告|通知|启事|任免名单|情况的通报|的公报|倡议书|公开信|一览表?)$")
SUBHEAD = re.compile(
    "^[—-]{1,3}(?:专?访|记|来自|对话|写在|[^，。]{2,24}(?:纪实|侧记|综述|见闻|观察|调查|纪事|扫描|掠影|报道)$)"
)
_STOP_INSIDE = re.compile("[。！？].")
# The subhead of an interview.
TALK = re.compile("^(?:——|--)?(?:对话|专访|访谈|访(?=.{2,14}(?:书记|[县市区州旗镇乡局]长|主任)))")
# A post that a name follows, as a subhead prints it: 青石县委副书记、县长.
HELD_POST = "[^，。：]{2,28}(?:书记|[省市县区州旗盟镇乡局厅部]长|主任|主席|专员)"
# The subhead of what an official writes or says: ——青石县委副书记、县长 王小明.
OFFICIAL = re.compile(rf"^[—-]{{1,3}}\s?{HELD_POST} ?[{CJK}·]{{2,8}}$")
LONGEST_HEADLINE = 46.0
ALONE_GAPPED, ALONE_TIGHT = 2.5, 5.0
UNPUNCTUATED = 1.5
# A colon ends many a kicker (…强调：), but a word or two with a colon lead over to a list.
_COLON = (1.0, 6.0)
SHORT_COLON = 5
# The characters that a date and its comma take, with which no headline begins.
DATE = 12
PUNCTUATED = 0.4
# A headline has no full stop inside.
STOPPED = 8.0
HALVES = 3.0
# How many lines of a heading may stand inside a sentence.
SPEECH_GOES_ON, INTERRUPTS = 6.0, 4
# Lines within which a broken word goes on, the width in ems of a joined paragraph, and the seam of one word.
BREAKS, JOINED, WORD = 5, 36.0, 3.5
KICKER, SUBJECT, NOTICE = 2.0, 1.5, 4.0
SUBJECT_BELOW_END = 4.0


@dataclass(frozen=True, slots=True)
class DisplayRules:
    """The lines of a page with their marks and layout, and the weights asked of them. i is a place in lines."""

    lines: list[Line]
    marks: list[Marks]
    layout: Layout

    def weight(self, i: int) -> float:
        """The weight of line i being display text, before it is weighed with the company that the line keeps."""
        text, mark = self.lines[i].text, self.marks[i]
        if mark.dateline or mark.kind != "text" or not text:
            return -9.0 if mark.kind != "source" else 8.0
        if mark.plain or mark.row or mark.caption or mark.ends_article or "以下简称" in text:
            return -9.0
        # Of 3,524 lines of headlines in the gold pages none has two commas.
        if text.count("，") > 1 or "，" in text and text.endswith("的"):
            return -9.0
        if self.layout.joined[i] and self._breaks_word(i):
            return -9.0
        score = self._display_width(i) + self._display_look(text) + self._display_space(i)
        score += 3.0 * mark.label + 4.0 * mark.note * (len(text) <= 12)
        score -= (
            (5.0 if QUESTION.match(text) else 2.5) * mark.speaker
            + (_COLON[len(text) <= SHORT_COLON] if text.endswith("：") else 3.0) * mark.mid
            + 8.0 * (mark.credit or text.endswith(("摄", "摄）", "摄影报道")))
        )
        score += SUBJECT_BELOW_END * self._heads_next_brief(i)
        score -= SPEECH_GOES_ON * self._speech_goes_on(i)
        score -= (
            2.5 * mark.opener
            + 5.0 * bool(_REPORTER.match(text))
            + 2.0 * text.endswith(_UNFINISHED)
            + (5.0 if "，" in text[:DATE] else 2.0) * (mark.lead and "，" in text)
            + 3.0 * bool(_YEAR_END.search(text))
        )
        return score - 1.5 * self.lines[i].indent * self.layout.indented

    def _breaks_word(self, i: int) -> bool:
        """Whether a word that line i begins goes on in the next joined paragraph, over the lines of a heading between.

        So it is for 5 of 127 short lines of broken paragraphs in the gold pages, and for none of 489 lines of headings.
        """
        near = range(i + 1, min(i + 1 + BREAKS, len(self.lines)))
        k = next((k for k in near if self.lines[k].width > JOINED), i)
        if k == i or self.marks[k].dateline:
            return False
        return seam_weight(self.lines[i].text, self.lines[k].text) >= WORD

    def _display_width(self, i: int) -> float:
        width = self.lines[i].width
        if width > LONGEST_HEADLINE:
            return -8.0
        if self.layout.joined[i]:
            return -2.0 if self._has_twin(i) else 2.0 if width <= 36 and "，" not in self.lines[i].text else -1.0
        if self.layout.full[i] or not self.below_is_first(i) and (self._is_first(i) or self._has_twin(i)):
            return -2.0
        short = self.layout.short[i]
        if 1.25 <= short <= 3.5 and self._heads_text(i):
            return 0.0
        return 1.0 if short > 0 else 1.5 + min(-short, 8.0) / 4

    def _heads_next_brief(self, i: int) -> bool:
        """Whether line i names its subject (某县：…) right below the end of an article or a label, as briefs are headed."""
        if not i or not _SUBJECT.match(self.lines[i].text):
            return False
        return self.marks[i - 1].ends_article or self.marks[i - 1].kind in ("closing", "page label")

    def _speech_goes_on(self, i: int) -> bool:
        """Whether line i leaves speech open that the next line of running text closes, whatever heading stands between."""
        text = self.lines[i].text
        if "，" not in text or text.count("“") <= text.count("”"):
            return False
        for line in self.lines[i + 1 : i + 2 + INTERRUPTS]:
            if _STOP_INSIDE.search(line.text):
                closed, opened = line.text.find("”"), line.text.find("“")
                return closed >= 0 and (opened < 0 or closed < opened)
        return False

    def _is_first(self, i: int) -> bool:
        """Whether line i is as wide as a paragraph's first line, and one may start there."""
        above = self.marks[i - 1] if i else None
        may_start = not above or above.final or above.kind != "text"
        return may_start and self.layout.first[i]

    def _heads_text(self, i: int) -> bool:
        """Whether line i stands below a blank or a byline and right over a full line, as an indented first line does."""
        above = not i or self.layout.gaps[i] > 0 or self.marks[i - 1].kind != "text"
        below = i + 2 < len(self.lines) and self.layout.gaps[i + 1] <= 0 and self.layout.full[i + 1]
        return above and below and not self.marks[i].final

    def below_is_first(self, i: int) -> bool:
        """Whether the line right below is a paragraph's first line, so that line i, which ends no sentence, is no first."""
        if i + 2 >= len(self.lines) or self.marks[i].final or self.lines[i].text[-1:] in "，、；：":
            return False
        return self.layout.first[i + 1] and self.layout.full[i + 2]

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

    def _display_look(self, text: str) -> float:
        inside = text.rstrip("。；;")
        score = -STOPPED * ("。" in inside) - 2.0 * ("；" in inside)
        score -= 5.0 if text.endswith(("。", "；")) else 0.0
        score -= 2.0 if text.endswith(("？", "！")) and "，" in text else 0.0
        score += (5.5 if SUBHEAD.match(text) else 3.5) if text.startswith(("——", "--", "—")) else 0.0
        score += (HALVES if _EVEN.match(text) else 1.5) if _HALVES.search(text) else 0.0
        score += KICKER if KICKER_END.search(text) else 0.0
        score += SUBJECT if _SUBJECT.match(text) and "，" not in text else 0.0
        score += NOTICE if NOTICE_END.search(text) and "，" not in text else 0.0
        return score + (UNPUNCTUATED if not re.search(r"[，、；：,]", text) else -1.0 * text.count("，"))

"""What speaks for or against an article ending between two paragraphs that follow each other, as named signs.

A sign's value is 1 where it holds, or how strongly it does; its weight is data (lexicon/border_weights).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.lines.marks import QUESTION, opens_letter
from articles.reading.lines.repair import close_blanks
from articles.reading.lines.seams import seam_weight
from articles.reading.splitting.blocks import Paragraph
from articles.reading.splitting.crossheads import crosshead_like
from articles.reading.splitting.display_rules import NOTICE_END, OFFICIAL
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.notes import ends_note

Signs = dict[str, float]
_HALVES = re.compile("[\u4e00-\u9fff”》！？] [\u4e00-\u9fff“《]")
_CROSS_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．]|\d{1,2}[.．、])")
# A day's end closes many a feature, as its morning opens it.
_EVENING = re.compile("夜幕|夜色|夕阳|傍晚|黄昏|入夜|日落|暮色|华灯|落日|斜阳|天色(?:渐|将|已)")
# Who was there, in a paragraph by itself: it closes a report, and opens none.
_ATTENDED = re.compile(
    r"(?:参加|陪同|出席|列席|一同|随同)(?:会议|调研|活动|座谈|座谈会|有关活动|检查|考察|督导|会见|仪式|揭牌|相关活动|上述活动)?。$"
)
LONGEST_ATTENDANCE = 140
# Who looks round or sits together at a meeting that has been told of above.
_ATTENDEES = re.compile("与会(?:人员|代表|者|同志|领导)|参会(?:人员|代表)|会议代表|考察组一行|调研组一行")
BRIEF, OPENING_LINES = 60, 3
OTHER_WIDTH = 2.0
# First words of paragraphs that go on with something: who is meant, or what is added to, stands above.
_GOES_ON = re.compile(
    r"^(?:他|她|它|这(?!些年|几年|个(?:春|夏|秋|冬))|该|其(?!实)|此|而|但|不过|同时|另外|随后|之后|会议(?!室)|会上|据(?:了解|介绍|悉|统计)|接下来|下一步|与此同时"
    r"|不仅如此|座谈|调研(?:中|期间)|[\u4e00-\u9fff]{0,4}(?:仪式|典礼)(?:由|上|前|后|结束)|活动(?:中|现场)|在(?:听取|随后|座谈)|目前|如今|近年来|为此|针对|因此|所以|[\u4e00-\u9fff]{2,4}(?:指出|强调|要求|表示|说|介绍|认为|还|一行))"
)


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between two paragraphs: display lines, lines apart, and whether the display is a crosshead's twin.

    above, below: the shares of the display lines' rare words that the texts above and below hold.
    """

    display: tuple[int, ...]
    apart: tuple[int, ...]
    twin: bool
    above: float
    below: float


def border_signs(evidence: Evidence, above: Paragraph, below: Paragraph, between: Between, shared: float) -> Signs:
    """The signs of one border; `shared` is how much the two texts have in common, from 0 (nothing) up."""
    # A dateline says it all: an article may be cut off by another one of the same matter.
    dated = evidence.marks[below.first].dateline
    common = 0.0 if dated else min(shared, 0.25)
    signs: Signs = {"always": 1.0, "rare words shared": common, "no rare word shared": float(shared == 0)}
    row = evidence.marks[below.first].row
    signs |= {
        "row of a table": float(row and not between.display),
        "table under its heading": float(row and bool(between.display)),
    }
    signs |= _above(evidence, above, below) | _below(evidence, above, below) | _apart(evidence, between)
    named = any(OFFICIAL.match(evidence.lines[i].text) for i in between.display)
    ended = evidence.marks[above.last].final and not evidence.marks[above.first].speaker
    signs["official's own heading"] = float(named and ended)
    if between.display:
        asked = evidence.marks[above.first].speaker and not evidence.marks[below.first].speaker
        return signs | _display(evidence, below, between) | {"talk ends under a heading": float(asked)}
    return signs | _blank(evidence, above, below, between) | _talk(evidence, above, below)


def _above(evidence: Evidence, above: Paragraph, below: Paragraph) -> Signs:
    last, dated = evidence.marks[above.last], evidence.marks[above.first].dateline
    attended = _attends(evidence, above)
    return {
        "text above is signed": float(above.signed),
        "text above breaks off": float(
            not last.final and not above.signed and not evidence.marks[below.first].dateline
        ),
        "text above concludes": float(last.concluding and not attended),
        "text above says who attended": float(attended and not dated),
        "note ends above": float(ends_note(_tail(evidence, above))),
        "text above is a salutation": float(evidence.marks[above.first].salutation and above.first == above.last),
        "answer to a question above": float(_answers(evidence, above, below)),
        "evening above": float(bool(_EVENING.match(evidence.lines[above.first].text))),
        "text above is brief": float(_size(evidence, above) < BRIEF),
        "text above has a dateline": float(dated),
    }


def _below(evidence: Evidence, above: Paragraph, below: Paragraph) -> Signs:
    first, text = evidence.marks[below.first], close_blanks(evidence.lines[below.first].text)
    layout = evidence.layout
    modes = layout.before[above.last], layout.after[below.first]
    return {
        "dateline": float(first.dateline),
        "note": float(first.note),
        "date first": float(first.lead and not first.dateline),
        "scene first": float(first.scene),
        "evening first": float(bool(_EVENING.match(text))),
        "salutation": float(opens_letter(text, first)),
        "signature": float(first.plain and not first.salutation),
        "numbered": float(first.numbered),
        "goes on": float(bool(_GOES_ON.match(text)) or not first.dateline and _tells_of_attendees(evidence, below)),
        "says who attended": float(_attends(evidence, below)),
        "bullet first": float(first.bullet),
        "quotation first": float(text[:1] in "“‘"),
        "no first line": float(layout.lost_indent and not layout.first[below.first]),
        "credited": float(below.credited),
        "dated and credited": float(below.credited and first.lead),
        "other column": float(bool(modes[0] and modes[1] and abs(modes[0] - modes[1]) > 1.5)),
        "joined below a column": float(layout.joined[below.first] and not layout.joined[above.last]),
        "column below joined": float(layout.joined[above.last] and not layout.joined[below.first]),
        "paragraph of another width": float(_other_width(evidence, above, below)),
    }


def _apart(evidence: Evidence, between: Between) -> Signs:
    kinds = {evidence.marks[i].kind for i in between.apart}
    return {
        "byline between": float(bool(kinds & {"closing", "byline", "jump"})),
        "furniture between": float(bool(kinds & {"masthead", "editors", "page label", "noise"})),
        "anything between": float(bool(between.apart)),
    }


def _display(evidence: Evidence, below: Paragraph, between: Between) -> Signs:
    lines, gaps = [evidence.lines[i] for i in between.display], evidence.layout.gaps
    first, last = between.display[0], between.display[-1]
    over, under = gaps[first], gaps[last + 1] if last + 1 < len(gaps) else 1
    near = below.first == last + 1
    like = crosshead_like(evidence, between.display)
    joined = evidence.layout.joined[first]
    loose = not joined and not evidence.layout.double[first]
    return {
        "headline": 1.0,
        "headline of two lines": float(len(lines) == 2),
        "headline of more lines": float(len(lines) > 2),
        "subhead with dash": float(any(line.text.startswith(("——", "--")) for line in lines)),
        "column label": float(any(evidence.marks[i].label for i in between.display)),
        "note label": float(any(evidence.marks[i].note for i in between.display)),
        "numbered heading": float(bool(_CROSS_NUMBER.match(lines[0].text))),
        "notice": float(any(NOTICE_END.search(line.text) for line in lines)),
        "like a crosshead": float(like and not between.twin),
        "one of like crossheads": float(like and between.twin),
        "nearer to the text below": float(near and over > under),
        "nearer to the text above": float(near and under > over),
        "tight under the text": float(loose and over <= 0),
        "two blanks above": float(over > 1),
        "two blanks below": float(near and under > 1),
        "wide blanks around": float(near and min(over, under) > 0),
        "wider than the column": float(not joined and any(evidence.layout.short[i] < -1.5 for i in between.display)),
        "heading in halves": float(any(_HALVES.search(line.text) for line in lines)),
        "speaks of the text above": max(0.0, between.above - max(between.below, 0.25)),
        "speaks of the text below": max(0.0, between.below - max(between.above, 0.25)),
        "speaks of neither": float(max(between.above, between.below) < 0.2),
    }


def _blank(evidence: Evidence, above: Paragraph, below: Paragraph, between: Between) -> Signs:
    """Blank lines between, beyond those that part the paragraphs of such a page."""
    layout = evidence.layout
    gap = max(0, layout.gaps[below.first])
    if below.first != above.last + 1:
        gap = min(gap, max(0, layout.gaps[above.last + 1]))
    joined, double = layout.joined[below.first], layout.double[below.first]
    kind = (
        "joined"
        if joined
        else "double"
        if double
        else "stray"
        if layout.stray
        else "gapped"
        if layout.gapped[below.first]
        else "plain"
    )
    return {f"{kind} page, blank of {size}": 1.0 for size in (1, 2) if gap == size or gap > 2 == size}


def _talk(evidence: Evidence, above: Paragraph, below: Paragraph) -> Signs:
    first, last = evidence.marks[below.first], evidence.marks[above.last]
    seam = seam_weight(evidence.lines[above.last].text, evidence.lines[below.first].text) if not last.final else 0.0
    return {
        "talk goes on": float(first.speaker and last.final),
        "talk ends": float(evidence.marks[above.first].speaker and not first.speaker),
        "words meet": seam,
    }


def _answers(evidence: Evidence, above: Paragraph, below: Paragraph) -> bool:
    """Whether one is a question of an interview, and the other what is said to it."""
    turns = evidence.marks[above.first].speaker and evidence.marks[below.first].speaker
    asked = evidence.lines[above.last].text.endswith(("？", "?")) or QUESTION.match(evidence.lines[above.first].text)
    return turns and bool(asked) and not QUESTION.match(evidence.lines[below.first].text)


def _tells_of_attendees(evidence: Evidence, paragraph: Paragraph) -> bool:
    """Whether a paragraph soon speaks of those at a meeting, as of people known."""
    return bool(_ATTENDEES.search("".join(evidence.lines[i].text for i in paragraph.lines[:OPENING_LINES])))


def _attends(evidence: Evidence, paragraph: Paragraph) -> bool:
    if _size(evidence, paragraph) > LONGEST_ATTENDANCE:
        return False
    return bool(_ATTENDED.search(_tail(evidence, paragraph)))


def _other_width(evidence: Evidence, above: Paragraph, below: Paragraph) -> bool:
    """Whether the inner lines of two paragraphs are of different widths."""
    one, other = inner_width(evidence, above), inner_width(evidence, below)
    return one is not None and other is not None and abs(one - other) > OTHER_WIDTH


def inner_width(evidence: Evidence, paragraph: Paragraph) -> float | None:
    """The median width of a paragraph's lines but its first and last, in ems; None where it is joined or has no others."""
    widths = sorted(evidence.lines[i].width for i in paragraph.lines[1:-1])
    return widths[len(widths) // 2] if widths and not evidence.layout.joined[paragraph.first] else None


def _tail(evidence: Evidence, paragraph: Paragraph) -> str:
    return "".join(evidence.lines[i].text for i in paragraph.lines[-2:])[-40:]


def _size(evidence: Evidence, paragraph: Paragraph) -> int:
    return sum(len(evidence.lines[i].text) for i in paragraph.lines)


def cover(pairs: Sequence[tuple[float, float]]) -> float:
    """The share of weights that are shared, of pairs (shared, all)."""
    total = sum(weight for _, weight in pairs)
    return sum(got for got, _ in pairs) / total if total else 0.0

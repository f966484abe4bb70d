"""A group of display lines read as section, kicker, headline and subhead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.evidence import Evidence
from articles.reading.marks import NOTE_HEAD, SOURCE_NOTE, is_column_label
from articles.reading.repair import CJK
from articles.reading.words import read_word_set

_DASHES = re.compile(r"^[—\-─–]{1,4}\s?")
_BULLETS = re.compile(r"^[●■◆▲★□◇○►▶]\s?")
_KICKER_END = re.compile(
    r"(?:强调|指出|要求|表示|调研时?|时说|提出|会议上|座谈会上|会见.{0,12}|出席|主持|讲话|考察|检查|督导|侧记|纪实|综述|观察)$"
)
_TWICE = re.compile("(?:^|(?<=[“‘《]))([\u3400-\u9fff])(?=\\1)")
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《0-9]")
_FIGURES = re.compile(r"\d[\d.]*\s?(?:亿|万|元|吨|亩|公里|个|户|人|%|％|家|名|项|座|倍|天)")
_AMOUNTS = re.compile(r"总投资|达到?\d|达|超|突破|增长|新增|新登记|同比|实现|完成")
_EVENT_END = re.compile(
    r"(?:投产|签约|建成|开工|竣工|投用|通车|贯通|揭牌|落地|启动|开街|达产|封顶|成立|获批|出台|印发|发布|公布|揭晓|动工)$"
)
_HELD = re.compile(r"(?:会|会议|仪式|活动)(?:在[\u4e00-\u9fff]{2,8})?(?:召开|举行)$|(?:召开|举行).{0,14}会议?$")
_CONTENT = re.compile(r"^(?:审议|建议|听取|部署|研究|通过|决定|传达|安排)")
ATTENDS = re.compile(
    rf"^[{CJK}·、]{{2,12}}(?:主持|出席|参加|陪同|致辞|讲话)(?:并?(?:讲话|致辞|会议|参加|活动))?(?: |$)"
)
_NOMINAL_END = re.compile(r"(?:探索|实践|纪实|观察|侧记|综述|启示|样本|之路|走笔|见闻|调查|故事|解读)$")
LONGER = 3
# Two tight lines of fewer ems than this are one headline in large type: 河龙贡米 / 香飘山外.
SHORT = 9
_VISIT = re.compile(rf"^[{CJK}·]{{2,6}}(?:在|到|赴|深入).{{2,20}}(?:调研|督导|检查|考察|指导|慰问)$")
# Who went where, over the headline that says what for: 某某在某县调研绿色产业.
VISIT = re.compile(rf"^[{CJK}·]{{2,6}}(?:在|到|赴|深入).{{2,16}}(?:调研|督导|检查|考察|慰问|走访)[{CJK}]{{0,12}}$")
_MEETING = re.compile(r"(?:主持|出席|讲话|参加|致辞|听取|审议|传达)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading; None where the page prints none."""

    section: str | None = None
    kicker: str | None = None
    headline: str | None = None
    subhead: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """Text of a heading that belongs together, the number of lines it is printed on, the longest in characters."""

    text: str
    lines: int
    longest: int


def read_heading(evidence: Evidence, group: Sequence[int], body: str) -> Heading:
    """The heading that the display lines of `group` (places in lines) make over the given body."""
    units = _units(evidence, group, body)
    source = next((u for u in units if SOURCE_NOTE.match(u.text)), None)
    notes = [u for u in units if NOTE_HEAD.match(u.text) and len(u.text) <= 12]
    labels = [u for u in units if is_column_label(u.text) and u not in notes and u != source]
    subheads = [u for u in units if _DASHES.match(u.text)]
    main = [u for u in units if u not in (source, *notes, *labels, *subheads)]
    if not main:
        main, notes = notes[-1:], notes[:-1]
    if not main and not source:
        main, labels = labels[-1:], labels[:-1]
    if subheads and units[0] is subheads[0] and len(main) > 1:
        main = [main[-1], *main[:-1]]
    kicker, headline, subhead = _parts(main)
    subhead = " ".join(_DASHES.sub("", u.text) for u in subheads) or subhead
    section = " ".join(u.text for u in (*notes, *labels)) or None
    kicker = kicker or (_BULLETS.sub("", source.text) if source else None)
    return Heading(section, kicker, headline, subhead or None, source.text if source else None)


def _units(evidence: Evidence, group: Sequence[int], body: str) -> list[Unit]:
    """The lines of a group, those joined that are one line wrapped or one title left open."""
    units: list[Unit] = []
    previous = -1
    for i in group:
        text = _once_only(evidence.lines[i].text, body)
        if units and _goes_on(evidence, previous, i, units[-1].text):
            last = units[-1]
            seamed = last.text + _seam(last.text, text, body) + text
            units[-1] = Unit(seamed, last.lines + 1, max(last.longest, len(text)))
        else:
            units.append(Unit(text, 1, len(text)))
        previous = i
    return units


def _once_only(text: str, body: str) -> str:
    """A display line without the second print of its first character, or the first of a quotation.

    An initial in larger type, or a word set off in another colour, is often held twice by the text layer.
    """
    found = [
        m for m in _TWICE.finditer(text) if m[1] * 2 not in body and m[1] * 2 not in read_word_set("reduplications")
    ]
    for match in reversed(found if len(text) > 3 else []):
        text = text[: match.start(1)] + text[match.end(1) :]
    return text


def _goes_on(evidence: Evidence, above: int, i: int, unit: str) -> bool:
    if sum(map(unit.count, "《“（")) > sum(map(unit.count, "》”）")) or unit.endswith("："):
        return True
    text = evidence.lines[i].text
    if _DASHES.match(text) or NOTE_HEAD.match(text) or _VISIT.match(text) or is_column_label(text):
        return False
    if _DASHES.match(unit):
        return _dash_goes_on(evidence, above, i)
    if _KICKER_END.search(unit) or is_column_label(unit) or ATTENDS.match(text) or _is_whole(unit, text):
        return False
    layout, widths = evidence.layout, (evidence.lines[above].width, evidence.lines[i].width)
    tight = layout.gaps[i] < 0 if layout.double[i] or layout.joined[i] else layout.gaps[i] == 0
    if not tight or i != above + 1:
        return False
    if widths[0] < SHORT and widths[1] < SHORT + 2 and _wraps(unit, text):
        return True
    return min(widths) >= 20 or widths[0] >= 9 and -3 <= widths[0] - widths[1] <= 9 and _wraps(unit, text)


def _is_whole(unit: str, text: str) -> bool:
    """Whether a line tells an event to its end, or a meeting whose agenda the next line gives."""
    return bool(_EVENT_END.search(unit)) or bool(_HELD.search(unit) and _CONTENT.match(text))


def _dash_goes_on(evidence: Evidence, above: int, i: int) -> bool:
    """Whether a subhead with a dash goes on in the line below: it is long and nothing says that it has ended."""
    ends = re.search(
        r"(?:书记|市长|县长|区长|主任|局长|厅长)\S{2,4}$|(?:纪实|综述|之[一二三四五六])$", evidence.lines[above].text
    )
    return not ends and evidence.layout.gaps[i] <= 0 and evidence.lines[above].width >= 10


def _wraps(unit: str, text: str) -> bool:
    """Whether two tight lines look like one headline wrapped, not like two headlines: no blank-parted halves."""
    return not _HALVES.search(unit) and not _HALVES.search(text) and not unit.endswith(("”", "》", "！", "？"))


def _seam(unit: str, text: str, body: str) -> str:
    """Nothing where the body shows that the break cuts a word or inside an open title, a blank elsewhere."""
    inside = sum(map(unit.count, "《")) > sum(map(unit.count, "》"))
    return "" if inside or unit.endswith("：") or unit[-1:] + text[:1] in body else " "


def _parts(main: Sequence[Unit]) -> tuple[str | None, str | None, str | None]:
    """(kicker, headline, subhead) of the units left when labels and subheads with a dash are gone.

    Who took part, or whom a visit was by, explains the headline when it stands under it.
    """
    cut = next((k for k, unit in enumerate(main) if k and ATTENDS.match(unit.text)), len(main))
    if cut > 1 and _KICKER_END.search(main[cut - 1].text):
        cut -= 1
    kicker, headline, subhead = _by_number(main[:cut])
    under = [subhead] if subhead else []
    return kicker, headline, " ".join([*under, *(unit.text for unit in main[cut:])]) or None


def _by_number(main: Sequence[Unit]) -> tuple[str | None, str | None, str | None]:
    if len(main) < 2:
        return None, (main[0].text if main else None), None
    kickers = [k for k, unit in enumerate(main[:-1]) if _KICKER_END.search(unit.text) or VISIT.match(unit.text)]
    if kickers:
        cut = kickers[0] + 1
        return _joined(main[:cut]), _joined(main[cut:]), None
    if len(main) == 2:
        return _of_two(*main)
    if len(main) == 3 and _explains(main[2], main[:2]):
        return None, _joined(main[:2]), main[2].text
    if len(main) == 3 and _are_one(*main[1:]):
        return main[0].text, _joined(main[1:]), None
    _, headline, subhead = _by_number(main[1:])
    return main[0].text, headline, subhead


def _of_two(first: Unit, second: Unit) -> tuple[str | None, str | None, str | None]:
    if _HELD.search(second.text) and not _HELD.search(first.text) and _HALVES.search(first.text):
        return second.text, first.text, None
    if first.lines > 1 and second.lines == 1 and len(second.text) >= first.longest + LONGER:
        return None, first.text, second.text
    if _HALVES.search(first.text) and not _HALVES.search(second.text):
        return first.text, second.text, None
    if _is_subhead(first.text, second.text):
        return None, first.text, second.text
    return first.text, second.text, None


def _joined(units: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in units)


def _explains(last: Unit, above: Sequence[Unit]) -> bool:
    """Whether the third unit is a subhead in smaller type under a headline of two short lines."""
    longest = max(unit.longest for unit in above)
    return len(last.text) >= longest + LONGER and not any(_HALVES.search(unit.text) for unit in above)


def _are_one(second: Unit, third: Unit) -> bool:
    """Whether two units are one headline: as long as each other, or a row of parallel pieces that goes on."""
    pieces = second.text.split(" ")
    if len(pieces) > 1:
        return " " not in third.text and all(abs(len(piece) - len(third.text)) <= 1 for piece in pieces)
    return " " not in third.text and abs(len(second.text) - len(third.text)) <= 4


def _is_subhead(first: str, second: str) -> bool:
    """Whether the second of two lines explains the first: amounts, who presided, what kind of text, much longer."""
    if _HELD.search(first) and _CONTENT.match(second):
        return True
    figures = bool(_FIGURES.search(second) and _AMOUNTS.search(second)) and not _FIGURES.search(first)
    totals = bool(re.match("总投资|计划总投资|完成投资|年产值|涉及", second)) and not re.search("总投资", first)
    if totals:
        return True
    event = bool(_EVENT_END.search(first)) and not _EVENT_END.search(second) and "“" not in second
    if event or _NOMINAL_END.search(second) and "“" in first:
        return True
    presided = bool(_MEETING.search(second)) and len(second) > len(first)
    return figures or presided or len(second) > 2.2 * len(first) >= 15

"""A group of display lines read as section, kicker, headline and subhead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.evidence import Evidence
from articles.reading.marks import NOTE_HEAD, SOURCE_NOTE, is_column_label
from articles.reading.repair import CJK

_DASHES = re.compile(r"^[—\-─–]{1,4}\s?")
_BULLETS = re.compile(r"^[●■◆▲★□◇○►▶]\s?")
_KICKER_END = re.compile(
    r"(?:强调|指出|要求|表示|调研时?|时说|提出|会议上|座谈会上|会见.{0,12}|出席|主持|讲话|考察|检查|督导|侧记|纪实|综述|观察)$"
)
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《0-9]")
_FIGURES = re.compile(r"\d[\d.]*\s?(?:亿|万|元|吨|亩|公里|个|户|人|%|％|家|名|项|座|倍|天)")
_AMOUNTS = re.compile(r"总投资|达到?\d|达|超|突破|增长|新增|新登记|同比|实现|完成")
_EVENT_END = re.compile(
    r"(?:投产|签约|建成|开工|竣工|投用|通车|揭牌|落地|启动|开街|达产|封顶|成立|获批|出台|印发|发布|公布|揭晓|动工)$"
)
_NOMINAL_END = re.compile(r"(?:探索|实践|纪实|观察|侧记|综述|启示|样本|之路|走笔|见闻|调查|故事|解读)$")
_MEETING = re.compile(r"(?:主持|出席|讲话|参加|致辞|听取|审议|传达)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading; None where the page prints none."""

    section: str | None = None
    kicker: str | None = None
    headline: str | None = None
    subhead: str | None = None
    source: str | None = None


def read_heading(evidence: Evidence, group: Sequence[int], body: str) -> Heading:
    """The heading that the display lines of `group` (places in lines) make over the given body."""
    units = _units(evidence, group, body)
    source = next((u for u in units if SOURCE_NOTE.match(u)), None)
    notes = [u for u in units if NOTE_HEAD.match(u) and len(u) <= 12]
    labels = [u for u in units if is_column_label(u) and u not in notes and u != source]
    subheads = [u for u in units if _DASHES.match(u)]
    main = [u for u in units if u not in (source, *notes, *labels, *subheads)]
    if not main:
        main, notes = notes[-1:], notes[:-1]
    if not main and not source:
        main, labels = labels[-1:], labels[:-1]
    kicker, headline, subhead = _parts(main)
    subhead = " ".join(_DASHES.sub("", s) for s in subheads) or subhead
    section = " ".join([*notes, *labels]) or None
    kicker = kicker or (_BULLETS.sub("", source) if source else None)
    return Heading(section, kicker, headline, subhead or None, source)


def _units(evidence: Evidence, group: Sequence[int], body: str) -> list[str]:
    """The lines of a group, those joined that are one line wrapped or one title left open."""
    units: list[str] = []
    previous = -1
    for i in group:
        text = evidence.lines[i].text
        if units and _goes_on(evidence, previous, i, units[-1]):
            units[-1] += _seam(units[-1], text, body) + text
        else:
            units.append(text)
        previous = i
    return units


def _goes_on(evidence: Evidence, above: int, i: int, unit: str) -> bool:
    if sum(map(unit.count, "《“（")) > sum(map(unit.count, "》”）")) or unit.endswith("："):
        return True
    text = evidence.lines[i].text
    if _DASHES.match(text) or _KICKER_END.search(unit) or is_column_label(unit):
        return False
    layout, widths = evidence.layout, (evidence.lines[above].width, evidence.lines[i].width)
    tight = layout.gaps[i] < 0 if layout.double or layout.joined else layout.gaps[i] == 0
    if not tight or i != above + 1:
        return False
    return min(widths) >= 20 or widths[0] >= 9 and -3 <= widths[0] - widths[1] <= 9 and _wraps(unit, text)


def _wraps(unit: str, text: str) -> bool:
    """Whether two tight lines look like one headline wrapped, not like two headlines: no blank-parted halves."""
    return not _HALVES.search(unit) and not _HALVES.search(text) and not unit.endswith(("”", "》", "！", "？"))


def _seam(unit: str, text: str, body: str) -> str:
    """Nothing where the body shows that the break cuts a word or inside an open title, a blank elsewhere."""
    inside = sum(map(unit.count, "《")) > sum(map(unit.count, "》"))
    return "" if inside or unit.endswith("：") or unit[-1:] + text[:1] in body else " "


def _parts(main: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """(kicker, headline, subhead) of the lines left when labels and subheads with a dash are gone."""
    if len(main) < 2:
        return None, (main[0] if main else None), None
    kickers = [k for k, unit in enumerate(main[:-1]) if _KICKER_END.search(unit)]
    if kickers:
        cut = kickers[0] + 1
        return " ".join(main[:cut]), " ".join(main[cut:]), None
    if len(main) == 3 and not any(map(_HALVES.search, main[1:])) and abs(len(main[1]) - len(main[2])) <= 4:
        return main[0], " ".join(main[1:]), None
    if len(main) > 2:
        _, headline, subhead = _parts(main[1:])
        return main[0], headline, subhead
    first, second = main
    if _HALVES.search(first) and not _HALVES.search(second):
        return first, second, None
    if _is_subhead(first, second):
        return None, first, second
    return first, second, None


def _is_subhead(first: str, second: str) -> bool:
    """Whether the second of two lines explains the first: amounts, who presided, what kind of text, much longer."""
    figures = bool(_FIGURES.search(second) and _AMOUNTS.search(second)) and not _FIGURES.search(first)
    event = bool(_EVENT_END.search(first)) and not _EVENT_END.search(second) and "“" not in second
    if event or _NOMINAL_END.search(second) and "“" in first:
        return True
    presided = bool(_MEETING.search(second)) and len(second) > len(first)
    return figures or presided or len(second) > 2.2 * len(first) >= 15

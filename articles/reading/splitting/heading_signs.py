"""What a display line looks like, and how two of them stand to each other, as named signs.

Two fitted models weigh them: which lines make one heading (heading_links.py), and which of its lines is the section,
kicker, headline or subhead (headlines.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.reading.lines.marks import NOTE_HEAD, SOURCE_NOTE, is_column_label, is_comment_label
from articles.reading.lines.repair import CJK
from articles.reading.lines.seams import seam_weight
from articles.reading.name_shapes import surnames
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.pieces import pieces

Signs = dict[str, float]
DASHES = re.compile(r"^[—\-─–]{1,4}\s?")
_KICKER_END = re.compile(
    r"(?:强调|指出|要求|表示|调研时?|时说|提出|会议上|座谈会上|会见.{0,12}|出席|主持|讲话|考察|检查|督导|侧记|纪实|综述|观察)$"
)
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《0-9]")
_FIGURES = re.compile(r"\d[\d.]*\s?(?:亿|万|元|吨|亩|公里|个|户|人|%|％|家|名|项|座|倍|天)")
_AMOUNTS = re.compile(r"总投资|达到?\d|达|超|突破|增长|新增|新登记|同比|实现|完成")
_TOTALS = re.compile("总投资|计划总投资|完成投资|年产值|涉及|预计|全部|年可|可")
_EVENT_END = re.compile(
    r"(?:投产|签约|建成|开工|竣工|投用|通车|贯通|揭牌|落地|启动|开街|达产|封顶|成立|获批|出台|印发|发布|公布|揭晓|动工)$"
)
_HELD = re.compile(r"(?:会|会议|仪式|活动)(?:在[\u4e00-\u9fff]{2,8})?(?:召开|举行)$|(?:召开|举行).{0,14}会议?$")
_CONTENT = re.compile(r"^(?:审议|建议|听取|部署|研究|通过|决定|传达|安排)")
_ATTENDS = re.compile(
    rf"^[{CJK}·、]{{2,12}}(?:主持|出席|参加|陪同|致辞|讲话)(?:并?(?:讲话|致辞|会议|参加|活动))?(?: |$)"
)
# Who went where, over the headline that says what for: 某某在某县调研绿色产业.
_VISIT = re.compile(rf"^[{CJK}·]{{2,6}}(?:在|到|赴|深入).{{2,16}}(?:调研|督导|检查|考察|慰问|走访)[{CJK}]{{0,12}}$")
_NOMINAL_END = re.compile(
    r"(?:探索|实践|纪实|纪事|小记|散记|札记|扫描|掠影|观察|侧记|综述|启示|样本|之路|走笔|见闻|调查|故事|解读)$"
)
_MEETING = re.compile(r"(?:主持|出席|讲话|参加|致辞|听取|审议|传达)")
_PERSON_ACTS = re.compile(
    rf"^(?:[{CJK}]{{2,4}}(?:主持|督导|调研|会见|带队|率队|深入|出席|参加|看望|慰问|检查|走访|专题|实地|督查|暗访)"
    rf"|[{CJK}](?:(?![子要没不上下能会])[{CJK}]){{1,2}}(?:率|赴|到|在))"
)
_INSPECTS = re.compile("调研|督导|检查|考察|慰问|走访|看望|会见")
_CALL = re.compile(
    "^(?:让|把|推动|推进|做好|做大|做强|打造|建设|加快|坚持|全力|全面|深入|扎实|奋力|以|为|用|从|向|守|聚|抓|筑|织|架)"
)
# An object that the line below says what is done with: 把受灾的田块 / 抢种到底, 让绿色饭碗 / 端得更稳.
OBJECT = re.compile(
    "(?:^|[ ：])[把让将使][^到成在下住好开进入给出起回上牢紧实做当变得更走亮红热活强旺富甜美通满飞来去转升流响换创立增 ]{2,12}$"
)
_CITY = re.compile("^(?:全?[省市县区州旗]|我[省市县区州旗])")
_ORDINAL = re.compile("之[一二三四五六七八九十]|[①-⑩]|（[一二三四五六]）")
_RECORD = re.compile("^[—-]*(?:专?访|记|来自|写在|对话)")
_SUBJECT = re.compile(rf"^[{CJK}]{{2,8}}：.")
_PLACE = re.compile("[市县区旗州盟镇乡村]")
_YEAR = re.compile(r"^[（(]?20\d\d年")
OPENING, CLOSING = "《“（", "》”）"
SHORT, VERY_SHORT, LONG = 6, 4, 30
# How many characters of two lines meet where the text says both on end.
MEETING = 2


# Signs of a line that tells who did or said something: a kicker does, wherever it is printed.
_ACTS = {"kicker end", "visit", "held", "inspects", "person acts", "meeting"}


@lru_cache(maxsize=1024)
def look_signs(text: str) -> Signs:
    """The signs of a display line by itself; they are kept, and not to be changed."""
    found = _wording(text) | _shape(text)
    return {name: 1.0 for name, holds in found.items() if holds}


def _wording(text: str) -> dict[str, bool]:
    return {
        "kicker end": bool(_KICKER_END.search(text)),
        "visit": bool(_VISIT.match(text)),
        "attends": bool(_ATTENDS.match(text)),
        "event end": bool(_EVENT_END.search(text)),
        "held": bool(_HELD.search(text)),
        "agenda": bool(_CONTENT.match(text)),
        "dash": bool(DASHES.match(text)),
        "label": is_column_label(text),
        "comment label": is_comment_label(text),
        "note": bool(NOTE_HEAD.match(text)) and len(text) <= 12,
        "source": bool(SOURCE_NOTE.match(text)),
    }


def _shape(text: str) -> dict[str, bool]:
    return {
        "short": len(text) <= SHORT,
        "very short": len(text) <= VERY_SHORT,
        "nominal end": bool(_NOMINAL_END.search(text)),
        "halves": bool(_HALVES.search(text)),
        "quotation": "“" in text,
        "whole quotation": text.startswith("“") and text.endswith("”"),
        "subject": bool(_SUBJECT.match(text)),
        "open colon": text.endswith("："),
        "figures": bool(_FIGURES.search(text)),
        "amounts": bool(_FIGURES.search(text) and _AMOUNTS.search(text)),
        "totals": bool(_TOTALS.match(text)),
        "bracket": text.startswith(("（", "(")),
        "question or call": text.endswith(("？", "！")),
        "comma": "，" in text,
        "meeting": bool(_MEETING.search(text)),
        "record": bool(_RECORD.match(text)),
        "place": bool(_PLACE.search(text)),
        "year": bool(_YEAR.match(text)),
        "person acts": text[:1] in surnames()[0] and bool(_PERSON_ACTS.match(text)),
        "two pieces": text.count(" ") == 1,
        "three pieces": text.count(" ") > 1,
        "middle dot": "·" in text,
        "ordinal": bool(_ORDINAL.search(text)),
        "call to action": bool(_CALL.match(text)),
        "city acts": bool(_CITY.match(text)),
        "inspects": bool(_INSPECTS.search(text)),
    }


def pair_signs(evidence: Evidence, above: int, below: int) -> Signs:
    """The signs of two display lines, given by their places, that follow each other in a heading or column of headings."""
    one, other, layout = evidence.lines[above].text, evidence.lines[below].text, evidence.layout
    gap, spaced = layout.gaps[below], layout.double[below] or layout.joined[below]
    tight = below == above + 1 and (gap < 0 if spaced else gap == 0)
    longer = len(other) - len(one)
    found = {
        "tight": tight,
        "tight, double-spaced": tight and layout.double[below],
        "tight, joined": tight and layout.joined[below],
        "double-spaced": layout.double[below],
        "blank between": gap > 0,
        "something between": below > above + 1,
        "same length": abs(longer) <= 1,
        "near length": abs(longer) <= 3,
        "longer below": longer >= 3,
        "shorter below": longer <= -3,
        "left open": is_left_open(one) or one.endswith("："),
        "both short": len(one) < 9 and len(other) < 11,
        "both long": min(len(one), len(other)) >= 20,
        "quotation ends": one.endswith(("”", "》", "！", "？")),
        "meeting, then agenda": bool(_HELD.search(one) and _CONTENT.match(other)),
        "pieces over a meeting": bool(_HALVES.search(one) and _HELD.search(other) and not _HELD.search(one)),
        "event, then another": bool(_EVENT_END.search(one)) and not _EVENT_END.search(other),
        "pieces go on": " " in one and all(abs(len(piece) - len(other)) <= 1 for piece in one.split(" ")),
        "object without verb": bool(OBJECT.search(one)),
        "from to": one.startswith("从") and other.startswith("到"),
    }
    signs = {name: 1.0 for name, holds in found.items() if holds}
    return signs | {"words meet": seam_weight(one, other) / 3, "long together": _over(len(one) + len(other))}


def step_signs(evidence: Evidence, above: int, below: int, body: str) -> Signs:
    """The signs of a heading over the given body going from one part to another between two lines that follow each other."""
    one, other = evidence.lines[above].text, evidence.lines[below].text
    signs = {f"above: {name}": value for name, value in look_signs(one).items()}
    said_on = {
        "said on in the text": float(one[-MEETING:] + other[:MEETING] in body),
        "open": float(is_left_open(one)),
        "plain": float(not _ACTS & look_signs(other).keys()),
    }
    return {"always": 1.0} | signs | said_on | pair_signs(evidence, above, below)


def _over(length: int) -> float:
    return min(2.0, max(0.0, (length - LONG) / 10))


def is_left_open(text: str) -> bool:
    """Whether a quotation, title or bracket is left open at the end of a text."""
    return sum(map(text.count, OPENING)) > sum(map(text.count, CLOSING))


def company_signs(texts: Sequence[str], k: int, lead: str, body: str) -> Signs:
    """The signs of line k among the lines of a heading, over a text of which `lead` is the beginning."""
    others = [len(text) for j, text in enumerate(texts) if j != k]
    if not others:
        return {"only": 1.0} | _told(texts[k], lead, body)
    size = len(texts[k])
    found = {
        "first": k == 0,
        "last": k == len(texts) - 1,
        "longer": size > max(others) + 1,
        "much longer": size >= max(others) + 4,
        "shorter": size < min(others) - 1,
        "much shorter": size <= min(others) - 4,
        "last and much longer": k == len(texts) - 1 and size >= max(others) + 4,
        "first and longer": k == 0 and size > max(others) + 1,
    }
    told = [_share(text, lead) for text in texts]
    found["told most in the lead"] = told[k] > max(told[:k] + told[k + 1 :])
    found["told least in the lead"] = told[k] < min(told[:k] + told[k + 1 :])
    signs = {name: 1.0 for name, holds in found.items() if holds}
    return signs | {"length": min(LONG, size) / 10} | _told(texts[k], lead, body)


def _told(text: str, lead: str, body: str) -> Signs:
    return {"told in the lead": _share(text, lead), "told in the text": _share(text, body)}


def _share(text: str, body: str) -> float:
    found = pieces(text)
    return sum(piece in body for piece in found) / len(found) if found else 0.0

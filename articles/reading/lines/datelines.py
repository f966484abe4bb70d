"""The dateline in which a report starts: the paper or agency, the place and day, and who reports."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.reading.lines.bylines import MEDIA, PAPER, parse_roles
from articles.reading.lines.repair import CJK
from articles.reading.records import Contributor

_OWN = re.compile(
    rf"^[【\[]?(?:本报|本网|本台|本刊|本社|{PAPER}|[{CJK}]报(?=讯))(?:综合|专)?(?:[{CJK}]{{0,8}}(?:\d{{1,2}}月)?\d{{1,2}}日|[{CJK}]{{2,8}}(?=[讯电]))?(?:讯|电|消息)[】\]]?\s?[:：]?\s?"
)
_AGENCY = re.compile(
    rf"^(?:据)?(?P<agency>{MEDIA}|央视|中央广播电视总台|人民日报社?|《[^》]{{2,10}}》)"
    rf"(?:[{CJK}]{{0,10}}(?:\d{{1,2}}月)?\d{{1,2}}日)?(?:[^，。（(记]{{0,14}}?)(?:电|讯|消息|报道)\s?[:：]?\s?"
)
_LEAD_BULLET = re.compile(r"^[▲△◆◇●○■□★☆►▶※]\s?(?=本报|本网|本台|新华社|\S{0,10}(?:讯|电))")
_PAREN = re.compile(r"[（(](?P<who>[^（()）]{2,90})[）)]\s?")
_BARE = re.compile(r"^(?P<who>[^，。“”]{2,60}?)\s?(?:报道|摄影报道)\s?[:：]?\s?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: its length in characters, the names in it, and the agency that it is taken from."""

    length: int
    byline: tuple[Contributor, ...]
    agency: str | None
    keep: bool


def parse_dateline(text: str) -> Dateline | None:
    """The dateline in which a report starts: 本报讯（记者 王小明）, 新华社青石8月6日电（记者 …）, （记者 王小明）."""
    bullet = _LEAD_BULLET.match(text)
    if bullet:
        dateline = parse_dateline(text[bullet.end() :])
        return dateline and replace(dateline, length=dateline.length + bullet.end())
    head = text[:160]
    own, agency = _OWN.match(head), _AGENCY.match(head)
    end = own.end() if own else agency.end() if agency else 0
    rest = head[end:]
    match = _PAREN.match(rest) or (_BARE.match(rest) if own else None)
    roles = parse_roles(match["who"].strip()) if match else None
    if not own and not agency and not roles:
        return None
    return Dateline(
        end + match.end() if match and roles else end,
        roles or (),
        agency["agency"].strip("《》") if agency else None,
        not own and bool(agency),
    )

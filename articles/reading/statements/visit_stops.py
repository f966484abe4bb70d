"""The places and sites that a phrase leads to: 霍邱县高塘镇, 扶沟县某镇农机专业合作社, 柏叶口水库."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from articles.reading.records import PlaceMention, Span, Stop
from articles.reading.words import alternation, firsts_of, read_words

LONGEST_SITE = 30
# How many characters may stand before the place in a phrase: 该县|庙上乡, 龙华河|苌池镇段.
LONGEST_LEAD = 6
_KINDS = ("admin", "site")
# Where a phrase that names places ends: what is done there begins.
_ENDS = re.compile(
    "就|围绕|进行|开展|参加|出席|主持|召开|专题|实地|现场(?=调研|检查|督导|察看|查看|办公|推进|协调)|调研|考察|视察|检查(?!站)|督查|督导|慰问|看望|走访|暗访|巡查|察看|查看|观摩|指导|宣讲|参观|了解|听取|详细|(?:建设|施工|工程|运行)?(?:进展|进度|情况)|，|—"
)
_PARTS = re.compile("、|以及|(?<=[市县区镇乡村园地场站厂目司社业院家])(?:和|及)")
_LOOSE = re.compile(
    "(?:等(?:地|县|区|县区|乡镇|镇|村|[0-9一二三四五六七八九十]+[个县镇村].{0,4})?|境内|段|一线|各地|城区|县城)?"
)
_TOPIC = re.compile("[\u4e00-\u9fff、“”]{0,40}(?:工作|情况|建设|进展|生产)")
_NAME = re.compile("[\u4e00-\u9fffA-Za-z0-9·—（）()“”]+")
_NO_NAME = re.compile("[\u4e00-\u9fff]{0,8}企业")
# What may stand between a place and its site: 左权农谷（太谷果谷）的|服务中心.
_FILLING = re.compile("(?:（[^（）]*）)?[的了]*")
# A counted site has no name: 一处矿点, 两家纺织厂. 三家村 is one.
_COUNTED = "(?:[一二两三四五六七八九十几0-9]+[多余]?|多|数)[个家处户座条间所栋片台](?![村庄屯堡店镇])|[百千万]亩"
# A name without its level before a site's name is a part of it: 碛口|古镇客运中心.
_LEVELS = "省市县区镇乡村旗州盟道社"


class StopReader:
    """Reads stops in the phrases of one body."""

    def __init__(self, body: str, places: Iterable[PlaceMention]) -> None:
        self._body = body
        self._spots = sorted(
            (span.start, span.end, place.resolved)
            for place in places
            if place.kind in _KINDS and place.resolved and "/" in place.resolved
            for span in place.mentions
        )

    def stops(self, start: int, end: int, *, widely: bool = False, loosely: bool = False) -> tuple[Stop, ...]:
        """The stops of body[start:end) up to where it goes on with what is done there; all of its parts or none.

        widely: also a place whose affairs are seen to (调研|左权县重点项目建设情况); loosely: also a place with
        anything that has no name there (在|桐峪镇的一条老街).
        """
        stop = _ENDS.search(self._body, start, end)
        end = stop.start() if stop and stop.start() > start else end
        parts = [self._part(*bounds, widely, loosely) for bounds in self._parts(start, end)]
        return tuple(one for part in parts for one in part or ()) if parts and parts[0] else ()

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in _PARTS.finditer(self._body, start, end):
            yield start, match.start()
            start = match.end()
        yield start, end

    def _part(self, start: int, end: int, widely: bool, loosely: bool) -> list[Stop]:
        """The place and the site of one part: the last place named, and what stands behind it."""
        here = [spot for spot in self._spots_in(start, end) if not _in_brackets(self._body[start : spot[0]])]
        if here and here[0][0] - start > LONGEST_LEAD:
            return []
        rest = here[-1][1] if here else start
        loosely = loosely and self._body.startswith("的", rest)
        if here and rest < end and not self._is_whole(here[-1]) and _is_site(self._body[here[-1][0] : end]):
            rest = here.pop()[0]
        filling = _FILLING.match(self._body, rest, end) if here else None
        rest = filling.end() if filling else rest
        places = [Stop(path, Span(first, last, self._body[first:last])) for first, last, path in here[-1:]]
        first, last = _site_of(self._body[rest:end])
        text = self._body[rest + first : rest + last]
        if _is_site(text):
            return [*places, Stop(None, Span(rest + first, rest + last, text))]
        return places if loosely or _adds_nothing(text) or widely and _TOPIC.fullmatch(text) else []

    def _spots_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        spots = self._spots[bisect_left(self._spots, (start,)) : bisect_left(self._spots, (end,))]
        return [spot for spot in spots if spot[1] <= end]

    def _is_whole(self, spot: tuple[int, int, str]) -> bool:
        """Whether a place is named with its level, or is a site that is known itself."""
        return self._body[spot[1] - 1] in _LEVELS or spot[1] - spot[0] > 3


def _in_brackets(before: str) -> bool:
    """Whether what stands behind a text is told in brackets: 云朵园区（|左权农谷）服务中心."""
    return before.count("（") > before.count("）")


def _is_site(text: str) -> bool:
    """Whether words name a site, and not only its kind (车间) or any of it (重点项目)."""
    named = len(text) <= LONGEST_SITE and _NAME.fullmatch(text) and text[1:].endswith(read_words("visit_sites"))
    return bool(named) and not _adds_nothing(text)


def _site_of(text: str) -> tuple[int, int]:
    """Where the site stands in 云朵公司|的晾晒场, which is the company's, and in 去年投用的|云朵冷库."""
    head, mark, tail = text.partition("的")
    if not mark:
        return 0, len(text)
    return (0, len(head)) if _is_site(head) else (len(text) - len(tail), len(text))


def _adds_nothing(text: str) -> bool:
    """Whether what stands behind a place leaves it as it is: 左权县|境内, 左权县|车间, 左权县|重点项目, 左权县|一处矿点."""
    return any(pattern.fullmatch(text) for pattern in (_LOOSE, _NO_NAME, _general(), _counted()))


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(f"(?:{_COUNTED})[\u4e00-\u9fff]{{0,40}}(?:{alternation(read_words('visit_sites'))})")


@cache
def _general() -> re.Pattern[str]:
    general, sites = alternation(read_words("visit_generic")), alternation(read_words("visit_sites"))
    return re.compile(f"(?=[{firsts_of(general)}{firsts_of(sites)}])(?:{general})?(?:{sites})")

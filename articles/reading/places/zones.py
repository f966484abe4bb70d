"""Development zones: which city or county a zone's office belongs to. Zones are no places of the gazetteer, and belong to
no township."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from articles.reading.gazetteer import Gazetteer

Spans = Sequence[tuple[int, int, str]]
# How many places are looked at on either side, so that time stays linear.
MAX_AROUND = 100
# How far back, in characters, the zone that an office leaves unnamed is sought.
MAX_BACK = 400
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_ZONE = re.compile("新城|开发区|高新区|经开区|示范区|工业园|产业园|园区|管委会|新区|能源化工基地")
_NAMED = re.compile("(?!经济|高新|国家|省级|综合)[\u4e00-\u9fff]{2,6}(?:新区|新城|开发区|高新区|经开区|示范区)")
_BARE = re.compile("高新区|高新技术产业开发区|经开区|开发区|经济开发区|经济技术开发区|(?:工业|产业)?园区")
_HIGH_TECH = re.compile("(?:国家级?|省级)?高新(?:技术产业)?(?:开发)?区")
_PARK = re.compile("(?:[\u4e00-\u9fff]{0,4}?(?:工业|产业|经济|科技|循环))?园区")
_OF_TOWNSHIP = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,4}?)(?:国家级?|省级)?(?:经济技术|经济|高新技术产业)?(?:开发区|工业园区)"
)
_ECONOMIC = re.compile("(?:国家级?|省级)?(?:经济技术|经济)?开发区|经开区")


def is_zone(organ: str) -> bool:
    """Whether an organ is a zone's: 开发区党工委, 管委会."""
    return bool(_ZONE.search(organ))


def county_of(path: str) -> str:
    """A path down to its county."""
    parts = path.split("/")
    return "/".join(parts[: 2 if parts[0] in _MUNICIPALITIES else 3])


def zone_after_post(organ: str, before: str | None, own: bool, home: str | None) -> str | None:
    """A zone's place from that of the post before it: the same person's (own), else the newspaper's city when the zone
    has a name of its own."""
    named = not own and _NAMED.match(organ) and home and home.count("/") == 1
    return home if named and not (before or "").count("/") > 2 else county_of(before or "")


def zone_in_text(organ: str, position: int, text: str, spans: Spans) -> str | None:
    """The city or county whose name stands before a zone of that kind (阳泉高新区), for an office that is called
    高新区党工委: the nearest before, else the first behind."""
    if not _BARE.match(organ):
        return None
    kind = _HIGH_TECH if organ.startswith("高新") else _PARK if "园区" in organ else _ECONOMIC
    at = bisect_left(spans, (position, 0, ""))
    around = [*reversed(spans[max(0, at - MAX_AROUND) : at]), *spans[at : at + MAX_AROUND]]
    return next(_places_before(kind, around, text), None)


def zone_of_township(organ: str, position: int, text: str, home: str | None, gazetteer: Gazetteer) -> str | None:
    """The county of the township of the newspaper's home whose name the zone named last before bears (风陵渡经济开发区), for
    an office that is called 开发区党工委."""
    if not home or not _BARE.match(organ):
        return None
    named = list(_OF_TOWNSHIP.finditer(text, max(0, position - MAX_BACK), position))
    name = named[-1]["name"] if named else ""
    counties = {
        county_of(town.path)
        for size in range(2, len(name) + 1)
        for kind in ("镇", "乡")
        for town in gazetteer.townships(name[-size:] + kind)
        if town.path.startswith(f"{home}/")
    }
    return counties.pop() if len(counties) == 1 else None


def _places_before(kind: re.Pattern[str], spans: Iterable[tuple[int, int, str]], text: str) -> Iterator[str]:
    return (path for _, end, path in spans if path.count("/") in (1, 2) and kind.match(text, end))

"""Townships that the gazetteer lacks (merged away, or new), made where the text ties them to their county.

Shapes: right behind the county (左权县河口镇, 左权县在河口镇), away from it before a village of theirs (来到东柳乡石沟村), and
beside a township that is known (麻田镇、河口镇).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from articles.reading.places.spots import Spot
from articles.reading.places.village_names import is_village_name, made_spot

_CJK = "\u4e00-\u9fff"
_TOWN_END = re.compile(
    f"(?<=[{_CJK}]{{2}})(?:(?<![镇小集城古名重强特老新旧])镇|(?<![镇乡])乡(?!镇)|苏木|街道)(?![{_CJK}]?长江)"
)
_FREE_TOWN = re.compile(
    f"(?:^|[，。；：、“\n]|来到|走进|深入|前往|位于|[在到赴])(?P<name>[{_CJK}]{{2,3}}(?:(?<![小集城古名])镇|乡))(?=[{_CJK}]{{1,4}}村(?!镇))"
)
_LINK = re.compile("[、和与]")
_FREE_BEFORE = re.compile("(?:^|[，。；：、“\n在到于赴和与经由]|来到|走进|深入|前往|位于)$")
# How many characters a township's name has before its kind: most, and one that tells nationalities.
_SIZES, _SIZES_OF_NATIONALITIES = (2, 3), (4, 5, 6, 7, 8)


def unlisted_townships(text: str, spots: list[Spot], ends: dict[int, Spot], covered: set[int]) -> list[Spot]:
    """Spots of the townships that a text names and the gazetteer lacks; ends are the places of a text by where they
    end, covered what townships cover already. Linear in the text's length."""
    found = list(_behind_counties(text, ends, covered))
    covered = covered | {at for town in found for at in range(town.start, town.end)}
    beside = list(_beside_known(text, spots, covered))
    covered |= {at for town in beside for at in range(town.start, town.end)}
    return found + beside + list(_before_villages(text, spots, covered | set(ends)))


def _behind_counties(text: str, ends: dict[int, Spot], covered: set[int]) -> Iterator[Spot]:
    for match in _ends(text, covered):
        sizes = _SIZES_OF_NATIONALITIES if text[match.start() - 1] == "族" else _SIZES
        for size in sizes:
            start = match.start() - size
            county = ends.get(start) or (ends.get(start - 1) if text[start - 1 : start] == "在" else None)
            name = text[start : match.end()]
            if county and county.unit and county.unit.level == "county" and is_village_name(name):
                yield made_spot(start, match.end(), name, county.path or "", "township after its county", 0.8)


def _ends(text: str, covered: set[int]) -> Iterator[re.Match[str]]:
    return (match for match in _TOWN_END.finditer(text) if match.start() not in covered)


def _beside_known(text: str, spots: list[Spot], covered: set[int]) -> Iterator[Spot]:
    """Townships parted only by 、 or 和 from one that is known, in its county: 麻田镇、河口镇."""
    known = [spot for spot in spots if spot.path and spot.unit and spot.unit.level == "township" and spot.full]
    before, after = {spot.end: spot for spot in known}, {spot.start: spot for spot in known}
    for match in _ends(text, covered):
        link = _LINK.match(text, match.end())
        right = after.get(link.end()) if link else None
        for size in _SIZES:
            start = match.start() - size
            left = before.get(start - 1) if _LINK.match(text, max(0, start - 1)) else None
            beside = left or (right if _FREE_BEFORE.search(text[max(0, start - 2) : max(0, start)]) else None)
            name = text[max(0, start) : match.end()]
            if beside and beside.path and start >= 0 and is_village_name(name):
                yield made_spot(start, match.end(), name, beside.path.rpartition("/")[0], "township in a list", 0.8)
                break


def _before_villages(text: str, spots: list[Spot], covered: set[int]) -> Iterator[Spot]:
    """Away from their county, a village right behind them: 来到东柳乡石沟村."""
    counties = [
        spot for spot in spots if spot.path and spot.unit and spot.unit.level == "county" and spot.kind == "admin"
    ]
    ends = [spot.end for spot in counties]
    for match in _FREE_TOWN.finditer(text):
        before = bisect_right(ends, match.start())
        start, end, name = *match.span("name"), match["name"]
        if before and end - 1 not in covered and end not in covered and is_village_name(name):
            yield made_spot(start, end, name, counties[before - 1].path or "", "township before its village", 0.7)

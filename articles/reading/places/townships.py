"""Townships called by their short names (碛口), by a whole name of two characters (坑镇), or in a list (马头、重坊两镇).

They are sought only among the townships of the counties that an article names, of those it names in full itself, and of
the newspaper's home.
"""

from __future__ import annotations

import re
from collections import Counter

from articles.reading.gazetteer import Unit, township_short
from articles.reading.places.choice import Setting, settle
from articles.reading.places.spots import Spot
from articles.reading.words import alternation, read_word_set

MAX_COUNTIES = 4
# How sure the short names of townships are that stand in a list or are named in full as well, and others.
SURE, LIKELY = 0.9, 0.75
_FREE_BEFORE = re.compile(
    "(?:^|[，。；：！？、“”（\n的在到于至从和与往赴进以据入建的—－]|落户|走进|来到|前往|深入|总投资.{1,8}元的)$"
)


_STREET = re.compile("港|[东南西北中]?(?:路|街|巷|大道|大街)|[镇乡村]|社区|小区")
_OLD_TOWN = re.compile("[\u4e00-\u9fff]{2,4}古镇")
_FREE_AFTER = re.compile(
    r"[^\u4e00-\u9fff]|$|[的和与至等]|一带|[两三四]|新能源|装备|产业|工业|铸造|煤|矿|电|园区|集群|光伏|风电|大桥|古镇|古城|景区|特产|境内|全境|各村"
)
# 马头、重坊、归昌三个乡镇; 玉山、大兴等镇.
_LIST = re.compile(
    "(?P<names>(?:[\u4e00-\u9fff]{2,5}、){1,8}[\u4e00-\u9fff]{2,4}?)(?:等?[两二三四五六七八九十0-9]{1,2}个|等|两|三)(?:乡镇|[乡镇](?![\u4e00-\u9fff]?长)|街道)"
)


def short_townships(text: str, spots: list[Spot], setting: Setting) -> list[Spot]:
    """Townships called by their short names (碛口) in an article that names their county or themselves."""
    found = _old_towns(text, setting) + _listed(text, spots, setting)
    taken = {spot.start for spot in found}
    names = _township_shorts(spots, setting)
    ends = {spot.end for spot in spots}
    for match in re.finditer(alternation(tuple(names)), text) if names else ():
        unit, sure = names[match.group()]
        if match.start() not in taken and _stands(text, match, unit, sure, ends):
            found.append(_spot(match.start(), unit, match.group(), SURE if sure else LIKELY, setting))
    return found


def _stands(text: str, match: re.Match[str], town: Unit, sure: bool, ends: set[int]) -> bool:
    """Whether a name means its township where it stands: sure ones anywhere but in streets, others with room around
    and not in quotation marks, where brands stand."""
    free = bool(_FREE_BEFORE.search(text[max(0, match.start() - 12) : match.start()]))
    if town.name == match.group():
        return sure or free or match.start() in ends
    if _STREET.match(text, match.end()):
        return False
    quoted = text[match.start() - 1 : match.start()] == "“" and text[match.end() : match.end() + 1] == "”"
    return sure or free and not quoted and bool(_FREE_AFTER.match(text, match.end()))


def _spot(start: int, town: Unit, name: str, confidence: float, setting: Setting) -> Spot:
    spot = Spot(start, start + len(name), name, (), full=False)
    settle(spot, town, "short name of a township", confidence, setting)
    return spot


def _listed(text: str, spots: list[Spot], setting: Setting) -> list[Spot]:
    """马头、重坊、归昌三个乡镇: two or more short names in a list of townships, ordinary words (大兴) as well."""
    lists = list(_LIST.finditer(text))
    towns = {town.short: town for county in _counties(spots) for town in _children(county, setting)} if lists else {}
    found = []
    for match in lists:
        members = [at for name in re.finditer("[^、]+", match["names"]) if (at := _member(name, match, towns))]
        if len(members) > 1:
            found += [_spot(start, towns[name], name, SURE, setting) for start, name in members]
    return found


def _member(part: re.Match[str], whole: re.Match[str], towns: dict[str, Unit]) -> tuple[int, str] | None:
    """Where a township's short name stands in a part of a list: all of it, or the end of the first part."""
    text, start = part.group(), whole.start() + part.start()
    sizes = range(len(text), 1, -1) if part.start() == 0 else (len(text),)
    return next(((start + len(text) - size, text[-size:]) for size in sizes if text[-size:] in towns), None)


def _old_towns(text: str, setting: Setting) -> list[Spot]:
    """碛口古镇: a township by its short name, when the newspaper's home has only one of that name."""
    found = []
    for match in _OLD_TOWN.finditer(text):
        for start in range(match.start(), match.end() - 3):
            name = text[start : match.end() - 2]
            towns = [unit for unit in setting.gazetteer.townships(name + "镇") if _in_home(unit, setting)]
            if len(towns) == 1:
                found.append(_spot(start, towns[0], name, 0.85, setting))
                break
    return found


def _in_home(unit: Unit, setting: Setting) -> bool:
    return bool(setting.home_prefecture) and unit.path.startswith(f"{setting.home_prefecture}/")


def _township_shorts(spots: list[Spot], setting: Setting) -> dict[str, tuple[Unit, bool]]:
    """Short names to look for: of townships named in full (sure), and of the counties the article is most about."""
    vague = read_word_set("ambiguous_places")
    used = {spot.name for spot in spots}
    names: dict[str, tuple[Unit, bool]] = {}
    for county in _counties(spots):
        names |= {town.short: (town, False) for town in _children(county, setting) if town.short not in vague}
    for spot in spots:
        if spot.unit and spot.unit.level == "township":
            names[township_short(spot.name)] = (spot.unit, True)
    return {
        name: value for name, value in names.items() if len(name) > 1 and name not in used and _is_short(name, value[0])
    }


def _counties(spots: list[Spot]) -> list[Unit]:
    """The counties that a text is most about."""
    counties = Counter(
        spot.unit for spot in spots if spot.unit and spot.unit.level == "county" and spot.kind == "admin"
    )
    return [county for county, _ in counties.most_common(MAX_COUNTIES)]


def _children(county: Unit, setting: Setting) -> tuple[Unit, ...]:
    return setting.gazetteer.children(county, setting.year)


def _is_short(name: str, town: Unit) -> bool:
    """Whether a name is a township's short one, or a whole one of two characters, which is sought like these: 坑镇."""
    return town.name != name or len(name) == 2 and name[-1] in "镇乡"

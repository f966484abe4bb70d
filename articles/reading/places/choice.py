"""Which unit a spot means: decided by the unit right before it, the newspaper's home and the rest of the article.

The order of evidence: a parent printed right before (晋中市左权县), the newspaper's home, places named before in the
article, being the only one of that name. Short names of counties (左权) need one of these; what stays open is left out
or, for full names, kept without a path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.gazetteer import Gazetteer, Unit
from articles.reading.places.spots import Spot
from articles.reading.words import read_word_set

# Bounds that keep time linear: rounds of choosing, places looked back on.
MAX_ROUNDS = 6
MAX_BACK = 100
GENERIC_NAMES = read_word_set("generic_places")
_LIST_GAP = re.compile("[、和与及至到—－-]{1,2}|以及")
_PLACE_BEFORE = re.compile(
    "(?:来自|前往|赶赴|奔赴|位于|地处|发往|运往|销往|送往|驶往|赴|原籍|祖籍|家住|坐落于|坐落在|调研|考察|视察)$"
)
_ZONE_AFTER = re.compile("(?:国家级?|省级)?(?:经济技术|经济|高新技术产业)?(?:开发|示范)区|高新区|经开区|县城")
_IN_OR_AT = re.compile("(?:在|到|赴|于|从|至|深入|走进|我市|全市)$")
_GENERIC_CUE = re.compile("区委|区政府|[副代]?区长|区人大|区政协|区纪委|、|[把则]|.{2,6}(?:街道|镇|乡)")
_ORGANS_AFTER = re.compile("县?(?:委书记|委副书记|委常委|政府|人大|政协|县长)|县委|副县长|县长")


@dataclass(slots=True)
class Setting:
    """What a choice may lean on: the gazetteer, the year of the issue, the newspaper's home."""

    gazetteer: Gazetteer
    year: int | None
    home: str | None

    @property
    def home_prefecture(self) -> str | None:
        """The home down to the prefecture, None for provincial and national papers."""
        parts = (self.home or "").split("/")
        return "/".join(parts[:2]) if len(parts) > 1 else None

    @property
    def home_province(self) -> str | None:
        """The home's province."""
        return self.home.split("/")[0] if self.home else None


def choose(spots: list[Spot], setting: Setting) -> list[Spot]:
    """Set unit, path, rule and confidence of the spots that can be told; drop short names that nothing supports."""
    _choose_full_names(spots, setting)
    named = {spot.unit.code for spot in spots if spot.unit}
    for _ in range(MAX_ROUNDS):
        open_before = sum(spot.unit is None for spot in spots)
        for index, spot in enumerate(spots):
            if spot.unit is None and not spot.full:
                _choose_short_name(spots, index, named, setting)
        _choose_townships(spots, setting)
        if open_before == sum(spot.unit is None for spot in spots):
            break
    return [spot for spot in spots if spot.unit or (spot.full and not spot.township and _worth_asking(spot))]


def settle(spot: Spot, unit: Unit, rule: str, confidence: float, setting: Setting) -> None:
    """Give the spot its unit, or what had become of it by the date of the issue."""
    spot.unit = setting.gazetteer.at(unit, setting.year)
    spot.path, spot.rule, spot.confidence = spot.unit.path, rule, confidence


def _worth_asking(spot: Spot) -> bool:
    return spot.name not in GENERIC_NAMES and len(spot.name) > 2


def _choose_full_names(spots: list[Spot], setting: Setting) -> None:
    for index, spot in enumerate(spots):
        if not spot.full or spot.township:
            continue
        found = _by_parent_before(spots, index, setting) or _full_by_setting(spots, index, setting)
        if found:
            settle(spot, *found, setting)


def _by_parent_before(spots: list[Spot], index: int, setting: Setting) -> tuple[Unit, str, float] | None:
    spot = spots[index]
    parent = _adjacent(spots, index)
    if parent is None:
        return None
    below = _highest([unit for unit in spot.units if any(_is_under(unit, path) for path in _paths(parent))])
    if len(below) != 1:
        return None
    if parent.unit is None:
        _settle_parent(parent, below[0], setting)
    return below[0], "unit after its parent", 0.99


def _highest(units: list[Unit]) -> list[Unit]:
    """The prefectures among several units of one name (和田 under 新疆), or all when none is."""
    return [unit for unit in units if unit.level == "prefecture"] or units


def _paths(spot: Spot) -> list[str]:
    return [spot.path] if spot.path else [unit.path for unit in spot.units]


def _settle_parent(parent: Spot, child: Unit, setting: Setting) -> None:
    above = [unit for unit in parent.units if _is_under(child, unit.path)]
    if len(above) == 1:
        settle(parent, above[0], "parent of the unit after it", 0.97, setting)


def _adjacent(spots: list[Spot], index: int) -> Spot | None:
    if index == 0 or spots[index - 1].end != spots[index].start:
        return None
    return spots[index - 1]


def _is_under(unit: Unit, path: str) -> bool:
    return unit.path.startswith(path + "/")


def _full_by_setting(spots: list[Spot], index: int, setting: Setting) -> tuple[Unit, str, float] | None:
    spot = spots[index]
    if _wrong_parent(spots, index) or _unproven_generic(spots, spot):
        return None
    home = [unit for unit in spot.units if _at_home(unit, setting.home_prefecture)]
    if len(home) == 1:
        return home[0], "name in the newspaper's home", 0.97
    seen = _under_seen(spots[max(0, index - MAX_BACK) : index], spot.units)
    if seen:
        return seen, "name under a place named before", 0.9
    if spot.name in GENERIC_NAMES or _short_and_far(spot, setting, spots[max(0, index - MAX_BACK) : index]):
        return None
    return _only_one(spot.units, setting)


def _wrong_parent(spots: list[Spot], index: int) -> bool:
    """Whether a parent stands right before that has no such child: 太原古县城 is not 古县."""
    parent = _adjacent(spots, index)
    if parent is None or len(spots[index].name) > 2:
        return False
    return not any(_is_under(unit, path) for unit in spots[index].units for path in _paths(parent))


def _unproven_generic(spots: list[Spot], spot: Spot) -> bool:
    if spot.name not in GENERIC_NAMES:
        return False
    same = (other for other in spots[:MAX_BACK] if other.name == spot.name)
    return not any(_GENERIC_CUE.match(other.after) for other in same)


def _at_home(unit: Unit, home: str | None) -> bool:
    return home is not None and (unit.path == home or _is_under(unit, home))


def _short_and_far(spot: Spot, setting: Setting, before: list[Spot]) -> bool:
    """A county of two characters in a province that the article does not play in, unless its organs follow; 和县委 is
    mostly 和 with 县委."""
    if len(spot.name) > 2 or spot.name != "和县" and _ORGANS_AFTER.match(spot.after):
        return False
    provinces = {setting.home_province} | {other.path.split("/")[0] for other in before if other.path}
    return not any(unit.path.split("/")[0] in provinces for unit in spot.units)


def _under_seen(before: list[Spot], units: tuple[Unit, ...]) -> Unit | None:
    for spot in reversed(before):
        below = [unit for unit in units if spot.path and _is_under(unit, spot.path)]
        if len(below) == 1:
            return below[0]
    return None


def _only_one(units: tuple[Unit, ...], setting: Setting) -> tuple[Unit, str, float] | None:
    heirs = {setting.gazetteer.at(unit, setting.year).path: unit for unit in units}
    if len(heirs) == 1:
        return next(iter(heirs.values())), "only place of that name", 0.95
    tops = [unit for unit in heirs.values() if unit.level in ("province", "prefecture") and unit.valid_in(setting.year)]
    if len(tops) == 1:
        return tops[0], "highest place of that name", 0.85
    near = [unit for path, unit in heirs.items() if path.split("/")[0] == setting.home_province]
    return (near[0], "only one in the newspaper's province", 0.85) if len(near) == 1 else None


def _choose_short_name(spots: list[Spot], index: int, named: set[str], setting: Setting) -> None:
    spot = spots[index]
    found = (
        _by_parent_before(spots, index, setting)
        or _named_in_full(spot, named)
        or _neighbour_in_list(spots, index)
        or _short_by_setting(spot, setting)
    )
    if found:
        settle(spot, *found, setting)


def _named_in_full(spot: Spot, named: set[str]) -> tuple[Unit, str, float] | None:
    found = [unit for unit in spot.units if unit.code in named]
    return (found[0], "short for a name in the article", 0.95) if len(found) == 1 else None


def _neighbour_in_list(spots: list[Spot], index: int) -> tuple[Unit, str, float] | None:
    """A short name beside a place already told, parted only by 、 or 和, in the same province."""
    for other in (index - 1, index + 1):
        if not 0 <= other < len(spots) or not spots[other].path or not _listed(spots, index, other):
            continue
        province = (spots[other].path or "").split("/")[0]
        near = [
            unit for unit in spots[index].units if unit.path.split("/")[0] == province or unit.level == "prefecture"
        ]
        near = [unit for unit in near if unit.level == "prefecture"] or near
        if len(near) == 1:
            return near[0], "in a list of places", 0.85
    return None


def _listed(spots: list[Spot], one: int, other: int) -> bool:
    left, right = spots[min(one, other)], spots[max(one, other)]
    return right.start - left.end <= 2 and bool(_LIST_GAP.fullmatch(left.after[: right.start - left.end]))


def _short_by_setting(spot: Spot, setting: Setting) -> tuple[Unit, str, float] | None:
    vague = spot.name in read_word_set("ambiguous_places")
    valid = [unit for unit in spot.units if unit.valid_in(setting.year)] or list(spot.units)
    top = [unit for unit in valid if unit.level in ("province", "prefecture")]
    top = [unit for unit in top if unit.level == "province"] or top
    if len(top) == 1 and (not vague or top[0].path == setting.home or spot.rule == "place before"):
        return top[0], "short name", 0.9
    home = [unit for unit in valid if _at_home(unit, setting.home_prefecture or setting.home_province)]
    if len(home) == 1 and setting.home and _ZONE_AFTER.match(spot.after):
        return home[0], "short name of a zone in the newspaper's home", 0.85
    if len(home) == 1 and home[0].path == setting.home and spot.rule:
        return home[0], "short name of the newspaper's home", 0.85
    if len(home) == 1 and not vague and (spot.rule or not home[0].name.endswith("区")):
        return home[0], "short name in the newspaper's home", 0.85
    return None


def mark_leads(spots: list[Spot], text: str) -> None:
    """Note which short names stand behind words that ask for a place: 来自安康."""
    for spot in spots:
        left = "" if spot.full else text[max(0, spot.start - 4) : spot.start]
        if _PLACE_BEFORE.search(left):
            spot.rule = "place before"
        elif _IN_OR_AT.search(left):
            spot.rule = "in or at"


def _choose_townships(spots: list[Spot], setting: Setting) -> None:
    for index, spot in enumerate(spots):
        if spot.township and spot.unit is None:
            found = _township(spots, index, setting)
            if found:
                settle(spot, *found, setting)


def _township(spots: list[Spot], index: int, setting: Setting) -> tuple[Unit, str, float] | None:
    spot = spots[index]
    parent = _adjacent(spots, index)
    if parent is not None and parent.unit and parent.unit.level == "county":
        town = setting.gazetteer.township(spot.name, parent.unit)
        return (town or _unlisted(spot.name, parent.unit), "township after its county", 0.98 if town else 0.8)
    for other in _counties_around(spots, index):
        town = setting.gazetteer.township(spot.name, other)
        if town:
            return town, "township of a county in the article", 0.93
    return _township_at_home(index, spots, setting)


def _unlisted(name: str, county: Unit) -> Unit:
    """A township that the gazetteer lacks (merged since, or new), made under the county printed before it."""
    return Unit("", name, name, "township", f"{county.path}/{name}", county.code)


def _counties_around(spots: list[Spot], index: int) -> list[Unit]:
    """The article's counties: those before the spot from near to far, then those after it."""
    ordered = [*reversed(spots[max(0, index - MAX_BACK) : index]), *spots[index + 1 : index + MAX_BACK]]
    units = {spot.unit.code: spot.unit for spot in ordered if spot.unit and spot.unit.level == "county"}
    return list(units.values())


def _township_at_home(index: int, spots: list[Spot], setting: Setting) -> tuple[Unit, str, float] | None:
    around = [home for home in (setting.home, setting.home_prefecture) if home and "/" in home]
    around += [
        other.path
        for other in spots[max(0, index - MAX_BACK) : index + MAX_BACK]
        if other.unit and other.unit.level == "prefecture" and other.path
    ]
    for place in around:
        inside = [unit for unit in spots[index].units if _is_under(unit, place)]
        if len(inside) == 1:
            return inside[0], "only township of that name around", 0.88
    return None

"""Counties in a list that its end says to be one: 榆社、和顺、左权三个县（区）. There even words (和顺) are counties."""

from __future__ import annotations

import re

from articles.reading.gazetteer import Unit
from articles.reading.places.choice import Setting, settle
from articles.reading.places.spots import Spot

_CJK = "\u4e00-\u9fff"
_END = "(?:等?[两二三四五六七八九十0-9]{1,2}个|等|[两三四五六七八九十])(?:[县市区旗]{1,4}(?![委长里政内上])|[县市区旗]（[县市区旗、]{1,4}）|地(?![级区]))"
_LIST = re.compile(f"(?P<names>(?:[{_CJK}]{{2,6}}、){{1,12}}[{_CJK}]{{2,4}}?){_END}")


def listed_counties(text: str, setting: Setting) -> list[Spot]:
    """The counties of the newspaper's prefecture in the lists of a text, each by its short name; at least two a list."""
    found: list[Spot] = []
    lists = list(_LIST.finditer(text))
    names = _short_names(setting) if lists else {}
    for match in lists:
        members = [at for part in re.finditer("[^、]+", match["names"]) if (at := _member(part, match.start(), names))]
        if len(members) > 1:
            found += [_spot(start, name, names[name], setting) for start, name in members]
    return found


def _short_names(setting: Setting) -> dict[str, Unit]:
    home = setting.gazetteer.by_path(setting.home_prefecture or "")
    units = setting.gazetteer.children(home, setting.year) if home else ()
    return {unit.short: unit for unit in units if len(unit.short) > 1}


def _member(part: re.Match[str], offset: int, names: dict[str, Unit]) -> tuple[int, str] | None:
    """Where a county's short name stands in a part of a list: all of it, or the end of the first part."""
    text, start = part.group(), offset + part.start()
    sizes = range(len(text), 1, -1) if part.start() == 0 else (len(text),)
    return next(((start + len(text) - size, text[-size:]) for size in sizes if text[-size:] in names), None)


def _spot(start: int, name: str, unit: Unit, setting: Setting) -> Spot:
    spot = Spot(start, start + len(name), name, (unit,), full=False)
    settle(spot, unit, "in a list of counties", 0.9, setting)
    return spot

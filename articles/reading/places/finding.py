"""The places that an article names, to the village, and the ones it is about.

The order: spots of the gazetteer, the unit each one means, townships by their short names, villages, words like 我市,
then regions. What stands inside a longer name of a company or school is `embedded`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from articles.reading.gazetteer import Gazetteer
from articles.reading.places.choice import Setting, choose, mark_leads, settle
from articles.reading.places.county_lists import listed_counties
from articles.reading.places.primary import primary_places
from articles.reading.places.spots import Spot, find_spots, inside_organisation
from articles.reading.places.townships import SURE, short_townships
from articles.reading.places.villages import find_villages
from articles.reading.records import ArticleText, PlaceMention, Source, Span
from articles.reading.words import alternation, read_pairs, read_words

__all__ = ["find_places", "primary_places"]

_DEICTIC = re.compile("[我该][省市县区旗镇乡州](?![长委政])")
# How many places are looked back on, so that time grows with length only.
MAX_BACK = 200
_TITLE_INSIDE = re.compile("[省市县区州旗镇乡局厅部处]长")


def find_places(article: ArticleText, source: Source, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places of an article's body, each with all its mentions; the headline and the writers' posts help to tell
    which ones are meant."""
    roles = [writer.role for writer in article.byline]
    head = "\n".join(part for part in (article.kicker, article.headline, article.subhead, *roles) if part)
    text = f"{head}\n{article.body}"
    setting = Setting(gazetteer, source.date.year if source.date else None, source.home_place)
    spots = _placed(text, setting)
    spots += _deictic(text, spots, setting) + _regions(text, spots)
    offset = len(head) + 1
    return _mentions([spot for spot in spots if spot.start >= offset], offset)


def _placed(text: str, setting: Setting) -> list[Spot]:
    raw = find_spots(text, setting.gazetteer, setting.year, setting.home_prefecture)
    mark_leads(raw, text)
    spots = _merge(listed_counties(text, setting), choose(raw, setting))
    short = short_townships(text, spots, setting)
    spots = _merge(_stronger(short, spots), _merge(spots, short))
    for spot in spots:
        if inside_organisation(spot):
            spot.kind = "embedded"
    spots = [spot for spot in spots if spot.kind != "embedded" or _near(spot, spots, setting)]
    return _merge(
        _sites(text, setting), _merge(find_villages(text, spots, setting.gazetteer, setting.home_prefecture), spots)
    )


def _stronger(short: list[Spot], spots: list[Spot]) -> list[Spot]:
    """The sure short names of townships that no longer name covers: 万佛山 holds no 佛山."""
    longest = {at: spot.end - spot.start for spot in spots for at in range(spot.start, spot.end)}
    sure = (spot for spot in short if spot.confidence >= SURE)
    return [spot for spot in sure if all(longest.get(at, 0) <= len(spot.name) for at in range(spot.start, spot.end))]


def _sites(text: str, setting: Setting) -> list[Spot]:
    """Zones and sites known to everyone, with the county that they lie in."""
    found = []
    for match in _site_names().finditer(text):
        unit = setting.gazetteer.by_path(dict(read_pairs("sites"))[match.group()])
        if unit and unit.valid_in(setting.year):
            spot = Spot(match.start(), match.end(), match.group(), (unit,), full=True, kind="site")
            settle(spot, unit, "known site", 0.9, setting)
            found.append(spot)
    return found


@cache
def _site_names() -> re.Pattern[str]:
    return re.compile(alternation(tuple(name for name, _ in read_pairs("sites"))))


def _near(spot: Spot, spots: list[Spot], setting: Setting) -> bool:
    """Whether an embedded name lies where the article plays; universities far away are no places of an article."""
    provinces = {other.path.split("/")[0] for other in spots if other.path and other.kind == "admin"}
    return (spot.path or "").split("/")[0] in provinces | {setting.home_province}


def _merge(first: list[Spot], second: list[Spot]) -> list[Spot]:
    """Both lists in order of the text; what overlaps a spot of the first is left out of the second."""
    covered = {position for spot in first for position in range(spot.start, spot.end)}
    free = [spot for spot in second if spot.start not in covered and spot.end - 1 not in covered]
    return sorted(first + free, key=lambda spot: spot.start)


def _deictic(text: str, spots: list[Spot], setting: Setting) -> list[Spot]:
    """我市 is the newspaper's home; 该县 is the county named last before."""
    found = []
    named = [spot for spot in spots if spot.kind == "admin" and spot.path]
    ends = [spot.end for spot in named]
    for match in _DEICTIC.finditer(text):
        word = match.group()
        path = _own(word[1], setting) if word[0] == "我" else None
        before = bisect_right(ends, match.start())
        path = path or _named_last(named[max(0, before - MAX_BACK) : before], word[1])
        if path:
            spot = Spot(match.start(), match.end(), word, (), full=False)
            spot.path, spot.rule, spot.confidence = path, "word for a place named elsewhere", 0.85
            found.append(spot)
    return found


def _own(level: str, setting: Setting) -> str | None:
    if level == "省":
        return setting.home_province
    home = setting.home or ""
    return home if "/" in home and home.endswith(level) else None


def _named_last(before: list[Spot], level: str) -> str | None:
    return next((spot.path for spot in reversed(before) if spot.path and spot.path.endswith(level)), None)


def _regions(text: str, spots: list[Spot]) -> list[Spot]:
    covered = {position for spot in spots for position in range(spot.start, spot.end)}
    matches = (
        match
        for match in _region_names().finditer(text)
        if match.start() not in covered
        and not _TITLE_INSIDE.search(text[max(0, match.start() - 1) : match.start() + 1])
    )
    found = [Spot(match.start(), match.end(), match.group(), (), full=True, kind="region") for match in matches]
    for spot in found:
        spot.rule, spot.confidence = "region", 0.9
    return found


@cache
def _region_names() -> re.Pattern[str]:
    return re.compile(alternation(read_words("regions")))


def _mentions(spots: list[Spot], offset: int) -> tuple[PlaceMention, ...]:
    groups: dict[tuple[str, str | None, str], list[Spot]] = {}
    for spot in sorted(spots, key=lambda spot: spot.start):
        groups.setdefault((spot.name, spot.path, spot.kind), []).append(spot)
    return tuple(_mention(key, members, offset) for key, members in groups.items())


def _mention(key: tuple[str, str | None, str], spots: list[Spot], offset: int) -> PlaceMention:
    name, path, kind = key
    spans = tuple(Span(spot.start - offset, spot.end - offset, name) for spot in spots)
    best = max(spots, key=lambda spot: spot.confidence)
    return PlaceMention(name, path, kind, spans, best.rule or "open", round(best.confidence or 0.3, 2))

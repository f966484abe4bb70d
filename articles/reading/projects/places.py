"""Where a project stands, as a place's path, and whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from articles.reading.projects.names import Name
from articles.reading.records import PlaceMention, Source

_OWNER = re.compile(
    r"^(?P<owner>[^，。；、（）“”]{2,22}?(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|公司|集团)(?:（集团）)?)(?P<name>[^，。；]{4,60})$"
)


def find_owner(name: str) -> tuple[str | None, str]:
    """The company that a name begins with, and the name without it: (None, name) where it begins with none."""
    match = _OWNER.match(name)
    if not match or re.match(r"(?:总部|华北|北方|全国|研发|总|分)", match["name"]):
        return None, name
    return match["owner"], match["name"]


@dataclass(frozen=True, slots=True)
class PlaceSpots:
    """The resolved places of an article by their offsets, and the one to fall back on."""

    starts: tuple[int, ...]
    paths: tuple[str, ...]
    usual: str | None

    def within(self, left: int, right: int) -> tuple[str, ...]:
        """The paths named in body[left:right], in the order of the text."""
        return self.paths[bisect_left(self.starts, left) : bisect_left(self.starts, right)]


def place_spots(places: tuple[PlaceMention, ...], source: Source) -> PlaceSpots:
    """Gather an article's places; the usual one is the most named, without any the newspaper's home."""
    spots = sorted(
        (span.start, place.resolved)
        for place in places
        if place.resolved and place.kind in ("admin", "embedded", "site")
        for span in place.mentions
    )
    most = Counter(path for _, path in spots).most_common(1)
    return PlaceSpots(
        tuple(start for start, _ in spots), tuple(path for _, path in spots), most[0][0] if most else source.home_place
    )


def project_place(name: Name, body: str, spots: PlaceSpots) -> str | None:
    """The path of the place that a project stands in.

    Named in it, or last before it in its sentence or paragraph; else the article's usual place.
    """
    paragraph = body.rfind("\n", 0, name.start) + 1
    for left, right in ((name.start, name.end), (name.clause.sentence[0], name.start), (paragraph, name.start)):
        inside = spots.within(left, right)
        if inside:
            return _deepest(inside[-20:])
    return spots.usual


def _deepest(paths: tuple[str, ...]) -> str:
    """The last place named, or one within it named before it in the same run (青石镇 … 南山县)."""
    last = paths[-1]
    within = [path for path in paths if path.startswith(last + "/")]
    return within[-1] if within else last

"""Where a project stands, as a place's path, and whose it is."""

from __future__ import annotations

import re
from collections import Counter

from articles.reading.project_names import Name
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


def project_place(name: Name, body: str, places: tuple[PlaceMention, ...], source: Source) -> str | None:
    """The path of the place that a project stands in: named in it, last named before it in its sentence or paragraph,
    else the place that the article names most, else the newspaper's home."""
    start = body.rfind("\n", 0, name.start) + 1
    spots = [
        (span.start, place.resolved)
        for place in places
        if place.resolved and place.kind in ("admin", "embedded", "site")
        for span in place.mentions
    ]
    for left, right in ((name.start, name.end), (name.clause.sentence[0], name.start), (start, name.start)):
        inside = [(at, path) for at, path in spots if left <= at < right]
        if inside:
            return _deepest(inside)
    if spots:
        return Counter(path for _, path in spots).most_common(1)[0][0]
    return source.home_place


def _deepest(spots: list[tuple[int, str]]) -> str:
    """The last place named, or one within it named before it in the same run (麻田镇 … 左权县)."""
    last = max(spots)[1]
    within = [path for _, path in spots if path.startswith(last + "/")]
    return within[-1] if within else last

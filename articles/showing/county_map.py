"""The county map of the front page: outlines from a file, coloured by how many articles name each county."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

SHADES = 5
STEPS = (1, 2, 5)


@dataclass(frozen=True)
class County:
    """One county: its outline as an SVG path, its articles, and their shade from 0 (none) to 5."""

    code: str
    name: str
    outline: str
    articles: int
    shade: int


@dataclass(frozen=True)
class Shade:
    """One line of the legend: the shade's number and the articles it stands for."""

    number: int
    label: str


@dataclass(frozen=True)
class CountyMap:
    """The map, ready to draw. labels are the prefectures' names with their points; width and height in SVG units."""

    width: int
    height: int
    counties: tuple[County, ...]
    borders: str
    labels: tuple[dict[str, Any], ...]
    legend: tuple[Shade, ...]

    @property
    def articles(self) -> int:
        """The sum over the counties; an article that names two of them counts twice."""
        return sum(county.articles for county in self.counties)

    @property
    def silent(self) -> int:
        """The number of counties that no article names."""
        return sum(not county.articles for county in self.counties)


def county_map(articles: Mapping[str, int]) -> CountyMap | None:
    """Draw the map for the number of articles by county code; none when no county on it is named."""
    outlines = _outlines()
    counts = {row["code"]: articles.get(row["code"], 0) for row in outlines["counties"]}
    step = _step(max(counts.values()))
    if not step:
        return None
    return CountyMap(
        outlines["width"],
        outlines["height"],
        tuple(
            County(row["code"], row["name"], row["d"], counts[row["code"]], _shade(counts[row["code"]], step))
            for row in outlines["counties"]
        ),
        outlines["borders"],
        tuple(outlines["prefectures"]),
        _legend(step, max(counts.values())),
    )


def _shade(articles: int, step: int) -> int:
    return min(SHADES, -(-articles // step))


def _step(most: int) -> int:
    """The articles that one shade spans: the least of 1, 2, 5, 10, 20 … that lets five shades reach the most."""
    size = 1
    while most > STEPS[-1] * size * SHADES:
        size *= 10
    return next((step * size for step in STEPS if step * size * SHADES >= most), 0) if most else 0


def _legend(step: int, most: int) -> tuple[Shade, ...]:
    shades = range(1, _shade(most, step) + 1)
    spans = ((number, (number - 1) * step + 1, number * step) for number in shades)
    return tuple(Shade(number, f"{low:,}" if low == high else f"{low:,}–{high:,}") for number, low, high in spans)


@lru_cache(maxsize=1)
def _outlines() -> dict[str, Any]:
    path = settings.BASE_DIR / "fixtures" / "map" / "shanxi_counties.json"
    return json.loads(path.read_text("utf-8"))

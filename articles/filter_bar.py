"""The filter bar: facets as data, each value with its count and the address that a click leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.addresses import ListAddress
from articles.facets import Row, Rows, rows_of
from articles.filters import ArticleFilter
from articles.models import Kind, Level, Place

SHOWN = 8
PLAIN = {
    "official": _("Officials"),
    "topic": _("Topics"),
    "paper": _("Newspapers"),
    "year": pgettext_lazy("filter", "Year"),
    "kind": _("Kind"),
}
DRILLED = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)


@dataclass(frozen=True)
class FacetValue:
    """One value: its parameter, its label, the articles it leaves, whether it is chosen, where a click leads."""

    value: str
    label: str | Promise
    count: int
    selected: bool
    toggle_url: str


@dataclass(frozen=True)
class Facet:
    """One row of the bar. path leads down to a chosen place, beside stand the alternatives to its end.

    values follow, the first few in `values`, the rest in `more`; any_url lifts the condition.
    """

    name: str
    label: str | Promise
    any_url: str
    chosen: bool
    values: tuple[FacetValue, ...] = ()
    more: tuple[FacetValue, ...] = ()
    path: tuple[FacetValue, ...] = ()
    beside: tuple[FacetValue, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chosen or self.values)


@dataclass(frozen=True)
class FilterBar:
    """Makes the facets of one filtered list of `total` articles at `address`."""

    articles: ArticleFilter
    address: ListAddress
    total: int

    def facets(self) -> list[Facet]:
        """Return the facets that have something to offer. Two queries."""
        rows = rows_of(self.articles)
        made = [self._place(rows), *(self._plain(name, rows[name]) for name in PLAIN)]
        return [facet for facet in made if facet]

    def _plain(self, name: str, rows: list[Row]) -> Facet:
        chosen = self.articles.params.get(name)
        if chosen and all(row.value != chosen for row in rows):
            # Beyond the number shown, or a topic's group: choosing it gives this very list.
            rows = [*rows, Row(chosen, str(self.articles.chosen[name]), self.total)]
        values = self._values(name, rows, chosen)
        first, rest = values[:SHOWN], values[SHOWN:]
        first += tuple(value for value in rest if value.selected)
        rest = tuple(value for value in rest if not value.selected)
        return Facet(name, PLAIN[name], self._any(name), bool(chosen), first, rest)

    def _place(self, rows: Rows) -> Facet:
        place = self.articles.chosen.get("place")
        path = _lineage(place)
        siblings = bool(place and place.level == Level.COUNTY)
        level = _level_below(path[-2] if siblings and len(path) > 1 else place)
        values = self._values("place", rows[level] if level else [], place and place.code)
        above = path[:-1] if siblings else path
        return Facet(
            "place",
            _("Places"),
            self._any("place"),
            bool(place),
            values,
            path=tuple(self._step(step, place, rows) for step in above),
            beside=self._beside(above[-1] if above else None, rows),
        )

    def _step(self, step: Place, place: Place, rows: Rows) -> FacetValue:
        counts = {row.value: row.count for row in rows.get(step.level, [])}
        count = self.total if step == place else counts.get(step.code, 0)
        return self._values("place", [Row(step.code, step.name, count)], place.code)[0]

    def _beside(self, end: Place | None, rows: Rows) -> tuple[FacetValue, ...]:
        others = rows.get(end.level, []) if end else []
        return self._values("place", [row for row in others if row.value != end.code], None)

    def _values(self, name: str, rows: Iterable[Row], chosen: str | None) -> tuple[FacetValue, ...]:
        return tuple(
            FacetValue(
                row.value,
                Kind(row.value).label if name == "kind" else row.label or row.value,
                row.count,
                row.value == chosen,
                self._any(name) if row.value == chosen else str(self.address.having(**{name: row.value})),
            )
            for row in rows
        )

    def _any(self, name: str) -> str:
        return str(self.address.lacking(name))


def _lineage(place: Place | None) -> list[Place]:
    """The place with the units above it, from the province down."""
    if not place:
        return []
    above = [place.province, place.prefecture, place.county]
    return [step for step in above if step and step != place] + [place]


def _level_below(place: Place | None) -> str | None:
    if not place:
        return Level.PROVINCE
    if place.level not in DRILLED[:-1]:
        return None
    return DRILLED[DRILLED.index(place.level) + 1]

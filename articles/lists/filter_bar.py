"""The filter bar: facets as data, each value with its count and the address that a click leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.facets import MOST_PEOPLE, Row, Rows, rows_of
from articles.filters import ArticleFilter
from articles.lists.addresses import ListAddress
from articles.models import Kind, Level, Place

SHOWN = 8
SLACK = 2  # so many more are shown rather than folded away
PLAIN = {
    "official": _("Officials"),
    "topic": _("Topics"),
    "paper": _("Newspapers"),
    "year": pgettext_lazy("filter", "Year"),
    "kind": _("Kind"),
}
BESIDE = {Level.PROVINCE: _("Other provinces"), Level.PREFECTURE: _("Other cities")}
BELOW = {Level.PROVINCE: Level.PREFECTURE, Level.PREFECTURE: Level.COUNTY}


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
    """One row of the bar: the first few values, and the rest in more. any_url lifts the condition.

    Places lead down: path is the way to the chosen one, beside are the alternatives to its end, below is what lies
    within it, or beside a chosen county, in the same two portions as values. all_url leads to a list of everything,
    where the bar holds only the most frequent.
    """

    name: str
    label: str | Promise
    any_url: str
    chosen: bool
    values: tuple[FacetValue, ...] = ()
    more: tuple[FacetValue, ...] = ()
    path: tuple[FacetValue, ...] = ()
    beside: tuple[FacetValue, ...] = ()
    beside_label: str | Promise = ""
    below: tuple[FacetValue, ...] = ()
    below_more: tuple[FacetValue, ...] = ()
    all_url: str = ""

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
        everyone = reverse("officials") if name == "official" and len(rows) >= MOST_PEOPLE else ""
        if chosen and all(row.value != chosen for row in rows):
            # Beyond the number shown, or a topic's group: choosing it gives this very list.
            rows = [*rows, Row(chosen, str(self.articles.chosen[name]), self.total)]
        values, more = _portions(self._values(name, rows, chosen))
        return Facet(name, PLAIN[name], self._any(name), bool(chosen), values, more, all_url=everyone)

    def _place(self, rows: Rows) -> Facet:
        facet = Facet("place", _("Places"), self._any("place"), chosen=False)
        place = self.articles.chosen.get("place")
        if not place:
            provinces = _portions(self._values("place", rows["province"], None))
            below, more = _portions(self._values("place", rows["prefecture"], None))
            return replace(facet, values=provinces[0], more=provinces[1], below=below, below_more=more)
        path = _lineage(place)
        above = path[:-1] if place.level == Level.COUNTY and len(path) > 1 else path
        end = above[-1]
        return replace(
            facet,
            chosen=True,
            path=tuple(self._step(step, place, rows) for step in above),
            beside=self._beside(end, rows),
            beside_label=BESIDE.get(end.level, ""),
            below=self._values("place", rows[BELOW[end.level]] if end.level in BELOW else [], place.code),
        )

    def _step(self, step: Place, place: Place, rows: Rows) -> FacetValue:
        counts = {row.value: row.count for row in rows.get(step.level, [])}
        count = self.total if step == place else counts.get(step.code, 0)
        return self._values("place", [Row(step.code, step.name, count)], place.code)[0]

    def _beside(self, end: Place, rows: Rows) -> tuple[FacetValue, ...]:
        others = rows[end.level] if end.level in BESIDE else []
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


def _portions(values: tuple[FacetValue, ...]) -> tuple[tuple[FacetValue, ...], tuple[FacetValue, ...]]:
    """The first few values with a chosen one, wherever it stands, and the rest."""
    if len(values) <= SHOWN + SLACK:
        return values, ()
    first, rest = values[:SHOWN], values[SHOWN:]
    chosen = tuple(value for value in rest if value.selected)
    return first + chosen, tuple(value for value in rest if not value.selected)

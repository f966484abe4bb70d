"""Places as trees: conditions for “in this place or within it”, what lies below, who was there before."""

from __future__ import annotations

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from articles.models import Level, Place, PlaceMention, PlaceName

BRANCHES = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
# Which column of a mention's place says in which unit below the page's place it lies.
BELOW: dict[str, Combinable] = {
    Level.PROVINCE: Coalesce("place__prefecture", "place__county"),
    Level.PREFECTURE: F("place__county"),
    Level.COUNTY: Case(
        When(place__level=Level.TOWNSHIP, then=F("place")),
        When(place__level=Level.VILLAGE, then=F("place__parent")),
    ),
    Level.TOWNSHIP: F("place"),
}


def inside(place: Place, column: str = "place") -> Q:
    """Return the condition that a row's place is this one or lies within it; as ArticleQuerySet.in_place has it."""
    if place.level in BRANCHES:
        return Q(**{f"{column}__{place.level}": place})
    return Q(**{column: place}) | Q(**{f"{column}__parent": place})


def of_unit(place: Place, column: str = "place") -> Q:
    """Return the condition that a row's place is this very unit, or one that became it."""
    return Q(**{column: place}) | Q(**{f"{column}__successor": place})


def lineage(place: Place) -> list[Place]:
    """Return the units above the place, from the province down. No query after with_parents()."""
    above = [place.province, place.prefecture, place.county]
    if place.level == Level.VILLAGE:
        above.append(place.parent)
    return [unit for unit in above if unit and unit != place]


def parts(place: Place) -> list[Place]:
    """Return the units right below, each with `articles` that name it or what lies in it; most first. Two queries.

    Villages are shown only as met, hence only those that articles name.
    """
    counts = _counts(place)
    units = list(place.children.present())
    for unit in units:
        unit.articles = counts.get(unit.pk, 0)
    return sorted(units, key=lambda unit: (-unit.articles, unit.code))


def former(place: Place) -> list[tuple[str, int | None]]:
    """Return the names that the place bore, each with the last year. Two queries."""
    names = dict(place.names.filter(kind=PlaceName.Kind.FORMER).values_list("name", "valid_to"))
    units = dict(place.predecessors.values_list("name", "valid_to"))
    return sorted({**names, **units}.items(), key=lambda row: (row[1] or 0, row[0]))


def units_of(places: QuerySet[Place]) -> list[Place]:
    """Return the provinces, prefectures and counties that these places lie in, down the tree. One query."""
    places = places.order_by()
    above = Q(pk__in=places.values("province")) | Q(pk__in=places.values("prefecture"))
    return list(Place.objects.filter(above | Q(pk__in=places.values("county"))).order_by("code"))


def _counts(place: Place) -> dict[int, int]:
    if place.level not in BELOW:
        return {}
    mentions: QuerySet = PlaceMention.objects.live().exclude(article__review_state="orphaned")
    grouped = mentions.filter(inside(place)).order_by().annotate(unit=BELOW[place.level]).values("unit")
    return dict(grouped.annotate(number=Count("article", distinct=True)).values_list("unit", "number"))

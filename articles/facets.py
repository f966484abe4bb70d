"""Counting: what a list can be narrowed by, each value with the number of articles that it would leave.

The one owner of counts. A facet leaves its own condition out before it counts, and counts articles through mention
rows that are not rejected, so that a count equals the list behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, ExtractYear

from articles.filters import ArticleFilter
from articles.models import Article, OfficialMention, Place, PlaceMention, Topic, TopicMention
from articles.models.base import Mention
from articles.querysets import ArticleQuerySet

MOST_PEOPLE = 60


class Row(NamedTuple):
    """One value of a facet: what the address says, what the visitor reads, how many articles it leaves."""

    value: str
    label: str
    count: int


Rows = dict[str, list[Row]]


def sizes(querysets: Mapping[str, QuerySet]) -> dict[str, int]:
    """Return the number of rows of each queryset, whatever their models, in one query."""
    arms = [
        queryset.order_by()
        .annotate(arm=Value(name, CharField()))
        .values("arm")
        .annotate(size=Count("pk", distinct=True))
        for name, queryset in querysets.items()
    ]
    found = dict.fromkeys(querysets, 0)
    if arms:
        found.update(arms[0].union(*arms[1:], all=True).values_list("arm", "size"))
    return found


def coverage() -> Rows:
    """Return every province, prefecture and county that readable articles name. label is the path. One query."""
    articles = Article.objects.readable()
    return _rows(
        _arm(_named_in(PlaceMention, articles), level, F(f"place__{level}__code"), F(f"place__{level}__path"))
        for level in ("province", "prefecture", "county")
    )


def topics() -> list[Row]:
    """Return every topic of readable articles, most articles first. One query."""
    return _rows([_topics(Article.objects.readable())])["topic"]


def rows_of(articles: ArticleFilter) -> Rows:
    """Return the values of every facet of a filtered list, most articles first, years newest first. Two queries.

    province, prefecture and county lead down to the chosen place; a county without a prefecture stands among the
    prefectures. At most 60 people are counted: a list of all would outweigh the page.
    """
    rows = _rows(
        [
            *_places(articles.narrowed(leaving_out="place"), articles.chosen.get("place")),
            _topics(articles.narrowed(leaving_out="topic")),
            _papers(articles.narrowed(leaving_out="paper")),
            _arm(articles.narrowed(leaving_out="year"), "year", ExtractYear("published"), Value("")),
            _arm(articles.narrowed(leaving_out="kind"), "kind", F("kind"), Value("")),
        ]
    )
    rows["year"].sort(reverse=True)
    rows["official"] = _people(articles.narrowed(leaving_out="official"))
    return rows


def _places(articles: ArticleQuerySet, chosen: Place | None) -> list[QuerySet]:
    """Provinces; the prefectures of the chosen one, or all; the counties of the chosen prefecture."""
    mentions = _named_in(PlaceMention, articles)
    inside = _within(mentions, "place__province_id", chosen.province_id) if chosen else mentions
    arms = [
        _arm(mentions, "province", F("place__province__code"), F("place__province__name")),
        _arm(
            inside,
            "prefecture",
            Coalesce("place__prefecture__code", "place__county__code"),
            Coalesce("place__prefecture__name", "place__county__name"),
        ),
    ]
    if chosen and chosen.prefecture_id:
        inside = _within(mentions, "place__prefecture_id", chosen.prefecture_id)
        arms.append(_arm(inside, "county", F("place__county__code"), F("place__county__name")))
    return arms


def _within(mentions: QuerySet, column: str, unit: int | None) -> QuerySet:
    # The sum keeps SQLite from walking all places of the unit (100 ms for a province) instead of the mentions (1 ms).
    return mentions.annotate(unit=F(column) + 0).filter(unit=unit)


def _topics(articles: ArticleQuerySet) -> QuerySet:
    # A group's list holds its members' articles as well, so a row of its own mentions alone would count too few.
    mentions = _named_in(TopicMention, articles).exclude(topic__in=_groups())
    return _arm(mentions, "topic", F("topic__slug"), F("topic__name"))


def _groups() -> QuerySet:
    return Topic.objects.filter(children__isnull=False).values("pk")


def _papers(articles: ArticleQuerySet) -> QuerySet:
    return _arm(articles, "paper", F("newspaper__slug"), F("newspaper__name"))


def _people(articles: ArticleQuerySet) -> list[Row]:
    mentions = _named_in(OfficialMention, articles).values("official", "official__name", "official__note")
    found = mentions.annotate(size=Count("article", distinct=True)).order_by("-size", "official__pinyin", "official")
    return [
        Row(str(key), f"{name}（{note}）" if note else name, size)
        for key, name, note, size in found.values_list("official", "official__name", "official__note", "size")[
            :MOST_PEOPLE
        ]
    ]


def _named_in(mentions: type[Mention], articles: ArticleQuerySet) -> QuerySet:
    return mentions.objects.live().filter(article__in=articles.order_by().values("pk"))


def _arm(queryset: QuerySet, facet: str, value: Combinable, label: Combinable) -> QuerySet:
    """Count the articles of each value; arms of all facets are alike, so that one query unites them."""
    what = F("pk") if queryset.model is Article else F("article")
    return (
        queryset.order_by()
        .annotate(facet=Value(facet, CharField()), value=Cast(value, CharField()), shown=Cast(label, CharField()))
        .filter(value__isnull=False)
        .values("facet", "value", "shown")
        .annotate(size=Count(what, distinct=True))
    )


def _rows(arms: Iterable[QuerySet]) -> Rows:
    first, *rest = arms
    rows: Rows = defaultdict(list)
    for facet, value, shown, size in first.union(*rest, all=True).values_list("facet", "value", "shown", "size"):
        rows[facet].append(Row(value, shown, size))
    for found in rows.values():
        found.sort(key=lambda row: (-row.count, row.value))
    return rows

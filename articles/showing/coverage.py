"""How densely places are covered: the tree of places with counts, and articles by month."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, Min
from django.db.models.functions import TruncMonth

from articles.facets import Row, coverage
from articles.models import Page
from articles.querysets import ArticleQuerySet
from articles.showing.charts import Bars, bars


@dataclass
class Branch:
    """A place of the tree with its count and what lies below."""

    code: str
    name: str
    count: int
    branches: list[Branch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A set of articles in figures. by_month is None where no article has a date."""

    articles: int
    newspapers: int
    first: date | None
    last: date | None
    by_month: Bars | None


def tree() -> list[Branch]:
    """Return the provinces with the prefectures and counties that articles name, by code. One query.

    A county that belongs to no prefecture stands among the prefectures.
    """
    branches: dict[str, Branch] = {}
    roots: list[Branch] = []
    for row in sorted(
        (row for rows in coverage().values() for row in rows), key=lambda row: (row.label.count("/"), row.value)
    ):
        above = branches.get(row.label.rpartition("/")[0])
        branches[row.label] = _branch(row)
        (above.branches if above else roots).append(branches[row.label])
    return roots


def coverage_of(articles: ArticleQuerySet) -> Coverage:
    """Return the figures of a set of articles. Two queries, the second only where an article has a date."""
    months = articles.order_by().annotate(month=TruncMonth("published")).values("month", "newspaper")
    rows = list(months.annotate(number=Count("pk"), first=Min("published"), last=Max("published")))
    papers = {row["newspaper"] for row in rows} - {None}
    numbers: dict[date, int] = {}
    for row in rows:
        if row["month"]:
            numbers[row["month"]] = numbers.get(row["month"], 0) + row["number"]
    return Coverage(
        articles=sum(row["number"] for row in rows),
        newspapers=len(papers),
        first=min((row["first"] for row in rows if row["first"]), default=None),
        last=max((row["last"] for row in rows if row["last"]), default=None),
        by_month=bars(numbers, _months_held(papers)) if numbers else None,
    )


def _branch(row: Row) -> Branch:
    return Branch(row.value, row.label.rpartition("/")[2], row.count)


def _months_held(papers: set[int]) -> set[date]:
    """The months of which a page of these newspapers is held."""
    dated = Page.objects.filter(newspaper__in=papers, date__isnull=False).order_by()
    return set(dated.annotate(month=TruncMonth("date")).values_list("month", flat=True).distinct())

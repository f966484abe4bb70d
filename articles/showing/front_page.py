"""What stands on the front page: the size of the collection, where it reports from, and what came last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, F, Q, QuerySet

from articles.facets import Rows, coverage, sizes
from articles.models import Article, Newspaper, Official, Page, Policy, Post, Project, Tenure
from articles.models.base import LIVE
from articles.showing.county_map import CountyMap, county_map
from articles.showing.ledger import ledger
from articles.showing.stages import Pips, pips

ISSUES, PAGES_READ, OFFICIALS, TENURES_READ, PROJECTS, POLICIES = 6, 30, 5, 25, 5, 8
CITIES_OPEN = 12


@dataclass(frozen=True)
class Unit:
    """A place with the number of articles that name it or what lies in it."""

    code: str
    name: str
    articles: int


@dataclass(frozen=True)
class City:
    """A prefecture, or a province whose counties have none, with its counties, most articles first."""

    province: str
    unit: Unit
    counties: tuple[Unit, ...]


@dataclass(frozen=True)
class Issue:
    """The pages held of one day's newspaper, each with the number `held` of its articles."""

    newspaper: Newspaper | None
    day: date | None
    precision: str
    pages: tuple[Page, ...]

    @property
    def articles(self) -> int:
        """The articles of these pages."""
        return sum(page.held for page in self.pages)


@dataclass(frozen=True)
class Newcomer:
    """An official with the posts in which articles of one day first name them; no day of appointment."""

    official: Official
    first_seen: date
    posts: tuple[Post, ...]


def collection() -> dict[str, int]:
    """Return how many newspapers, pages, articles, officials and projects are held. One query."""
    return sizes(
        {
            "newspapers": Newspaper.objects.all(),
            "pages": Page.objects.all(),
            "articles": Article.objects.readable(),
            "officials": Official.objects.filter(pk__in=Official.objects.active().reported().values("pk")),
            "projects": Project.objects.filter(pk__in=ledger().values("pk")),
        }
    )


def regions() -> tuple[list[City], CountyMap | None]:
    """Return the cities that are reported on, most articles first, and the map of the home province. One query."""
    rows = coverage()
    return _cities(rows), county_map({row.value: row.count for row in rows["county"]})


def latest_issues() -> list[Issue]:
    """Return the issues held of the latest days. One query."""
    held = Count("articles", filter=~Q(articles__review_state="orphaned"))
    pages = (
        Page.objects.select_related("newspaper").defer("raw_text", "furniture", "source_reasons").annotate(held=held)
    )
    issues = groupby(pages.latest_first()[:PAGES_READ], lambda page: (page.newspaper, page.date, page.date_precision))
    return [Issue(*key, tuple(group)) for key, group in issues][:ISSUES]


def newly_seen() -> list[Newcomer]:
    """Return the officials last seen in a post for the first time, former posts left out. One query."""
    seen = Q(evidence__status__in=LIVE, evidence__former=False) & ~Q(evidence__article__review_state="orphaned")
    rows = Tenure.objects.filter(seen, first_seen__isnull=False, official__merged_into__isnull=True).distinct()
    rows = rows.select_related("official", "post").order_by("-first_seen", "official", "pk")[:TENURES_READ]
    days = groupby(rows, lambda tenure: (tenure.official, tenure.first_seen))
    return [Newcomer(*key, tuple(tenure.post for tenure in tenures)) for key, tenures in days][:OFFICIALS]


def latest_projects() -> list[tuple[Project, Pips]]:
    """Return the projects that were last reported on, each with its stage. One query."""
    rows = ledger().order_by(F("last_reported").desc(nulls_last=True), "pk")[:PROJECTS]
    return [(project, pips(project.stage)) for project in rows]


def latest_policies() -> QuerySet[Policy]:
    """Return the policies that were last named, each with the number of its articles. One query."""
    return Policy.objects.active().reported().order_by(F("last_seen").desc(nulls_last=True), "pk")[:POLICIES]


def _cities(rows: Rows) -> list[City]:
    """Group the counties by the path of what they belong to; rows come most articles first, and stay so."""
    units = {
        row.label: Unit(row.value, row.label.rpartition("/")[2], row.count) for level in rows for row in rows[level]
    }
    counties: dict[str, list[Unit]] = {row.label: [] for row in rows["prefecture"]}
    for row in rows["county"]:
        counties.setdefault(row.label.rpartition("/")[0], []).append(units[row.label])
    cities = [City(path.split("/")[0], units[path], tuple(below)) for path, below in counties.items()]
    return sorted(cities, key=lambda city: -city.unit.articles)

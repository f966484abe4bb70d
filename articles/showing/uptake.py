"""How a policy travels: where and at which level of government it is first reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min
from django.utils.translation import gettext_lazy as _

from articles.models import Level, PlaceMention, Policy, PolicyMention
from articles.models.base import LIVE, MentionQuerySet
from articles.showing.evidence import Quote, quote, sourced

CHAIN = (Level.NATIONAL, Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
LABELS = dict(zip(CHAIN, (_("Centre"), _("Province"), _("Prefecture"), _("County")), strict=True))
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Link:
    """The first report at one level, and the days since the first at the level above that has one."""

    level: str
    quote: Quote
    days: int | None

    @property
    def label(self) -> str:
        """The level in one or two characters."""
        return str(LABELS[self.level])

    @property
    def lead(self) -> int:
        """The days by which this level came first, where days is negative."""
        return -(self.days or 0)


@dataclass(frozen=True, slots=True)
class County:
    """A county whose reports name the policy."""

    code: str
    name: str
    first: date | None
    articles: int


@dataclass(frozen=True, slots=True)
class Uptake:
    """A policy's short titles, its chain of levels, its counties, and its latest reports."""

    reports: int
    first: date | None
    short_titles: tuple[str, ...]
    chain: tuple[Link, ...]
    counties: tuple[County, ...]
    latest: tuple[Quote, ...]


def uptake_of(policy: Policy) -> Uptake:
    """Return how the policy was taken up. Four queries, whatever the number of reports.

    A report's level is that of its main place, or of its newspaper where it has none; townships count as county.
    """
    rows = sourced(PolicyMention.objects.filter(policy=policy)).order_by("article__published", "pk")
    told = list(rows.values_list("pk", "article", "article__published", "article__newspaper__level", "short_title"))
    levels = _levels(policy)
    first: dict[str, tuple[int, date]] = {}
    for pk, article, day, paper_level, _short in told:
        for level in levels.get(article) or [paper_level]:
            if day and level in CHAIN:
                first.setdefault(level, (pk, day))
    days = [day for _pk, _article, day, _level, _short in told if day]
    newest = [pk for pk, *_ in told[: -SHOWN - 1 : -1]]
    quotes = {row.pk: quote(row) for row in rows.filter(pk__in=[*newest, *(pk for pk, _day in first.values())])}
    return Uptake(
        reports=len(told),
        first=min(days, default=None),
        short_titles=tuple(dict.fromkeys(short for *_, short in told if short and short != policy.title)),
        chain=tuple(_chain(first, quotes)),
        counties=tuple(_counties(policy)),
        latest=tuple(quotes[pk] for pk in newest),
    )


def _levels(policy: Policy) -> dict[int, list[str]]:
    """The levels of each article's main places."""
    found: dict[int, list[str]] = {}
    for article, level in _places_with(policy).filter(primary=True).values_list("article", "place__level"):
        found.setdefault(article, []).append(level if level in CHAIN else Level.COUNTY)
    return found


def _counties(policy: Policy) -> Iterable[County]:
    named = _places_with(policy).filter(place__county__isnull=False).order_by()
    rows = named.values(code=F("place__county__code"), name=F("place__county__name"))
    counted = rows.annotate(first=Min("article__published"), number=Count("article", distinct=True))
    for row in counted.order_by(F("first").asc(nulls_last=True), "code"):
        yield County(row["code"], row["name"], row["first"], row["number"])


def _places_with(policy: Policy) -> MentionQuerySet:
    citing = PolicyMention.objects.filter(policy=policy, status__in=LIVE).order_by().values("article")
    return PlaceMention.objects.live().filter(article__in=citing).exclude(article__review_state="orphaned")


def _chain(first: dict[str, tuple[int, date]], quotes: dict[int, Quote]) -> Iterable[Link]:
    before: date | None = None
    for level in CHAIN:
        if level in first:
            pk, day = first[level]
            yield Link(level, quotes[pk], (day - before).days if before else None)
            before = day

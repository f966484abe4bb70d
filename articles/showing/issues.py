"""Newspapers and their issues: how many pages and articles of each are held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article, Newspaper, Page

READABLE = ~Q(articles__review_state="orphaned")


@dataclass(frozen=True, slots=True)
class Issue:
    """The pages of one day, in order, each with `held` articles."""

    day: date | None
    pages: tuple[Page, ...]

    @property
    def articles(self) -> int:
        """How many articles a visitor sees of this issue."""
        return sum(page.held for page in self.pages)


def with_holdings() -> QuerySet[Newspaper]:
    """Newspapers with page_count, article_count, first_issue and last_issue of what is held."""
    pages = Page.objects.filter(newspaper=OuterRef("pk")).order_by().values("newspaper")
    articles = Article.objects.readable().filter(newspaper=OuterRef("pk")).order_by().values("newspaper")
    return Newspaper.objects.select_related("home_place").annotate(
        page_count=_number(pages.annotate(n=Count("pk")).values("n")),
        article_count=_number(articles.annotate(n=Count("pk")).values("n")),
        first_issue=Subquery(pages.annotate(day=Min("date")).values("day")),
        last_issue=Subquery(pages.annotate(day=Max("date")).values("day")),
    )


def issue_days(newspaper: Newspaper) -> QuerySet:
    """The days of which pages are held, newest first; pages without a date are left out."""
    return newspaper.pages.filter(date__isnull=False).order_by("-date").values_list("date", flat=True).distinct()


def issues(newspaper: Newspaper, days: Iterable[date]) -> list[Issue]:
    """Return the issues of these days, newest first. One query."""
    pages = _counted(newspaper.pages.filter(date__in=list(days))).order_by("-date", "number", "pk")
    return [Issue(day, tuple(group)) for day, group in groupby(_belonging(pages, newspaper), lambda p: p.date)]


def undated(newspaper: Newspaper) -> list[Page]:
    """Return the pages of a newspaper whose date is unknown. One query."""
    return _belonging(_counted(newspaper.pages.filter(date__isnull=True)).order_by("file_name", "pk"), newspaper)


def of_unknown_paper() -> QuerySet[Page]:
    """Pages whose newspaper is unknown, with `held` articles each."""
    return _counted(Page.objects.filter(newspaper__isnull=True)).order_by("file_name", "pk")


def beside(page: Page) -> tuple[Page | None, Page | None]:
    """Return the pages before and after this one in its issue. One query; none for a page of unknown identity."""
    if not page.has_identity:
        return None, None
    pages = Page.objects.filter(newspaper=page.newspaper, date=page.date, number__isnull=False)
    numbers = list(_belonging(pages.order_by("number").defer("raw_text", "furniture"), page.newspaper))
    at = numbers.index(page)
    return (numbers[at - 1] if at else None, numbers[at + 1] if at + 1 < len(numbers) else None)


def _counted(pages: QuerySet[Page]) -> QuerySet[Page]:
    held = Count("articles", filter=READABLE)
    return pages.defer("raw_text", "furniture", "source_reasons").annotate(held=held)


def _belonging(pages: QuerySet[Page], newspaper: Newspaper) -> list[Page]:
    found = list(pages)
    for page in found:
        page.newspaper = newspaper
    return found


def _number(counted: QuerySet) -> Coalesce:
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

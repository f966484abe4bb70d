"""What is reported of officials' words and ways, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Coalesce

from articles.models import Article, DatePrecision, Official, Quotation, Visit, VisitCompanion, VisitStop
from articles.showing.evidence import Quote, quote, sourced


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation with its source; official is the speaker where a page may lead there."""

    row: Quotation
    official: Official | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Named:
    """Someone on a visit; official where a page may lead there."""

    name: str
    official: Official | None


@dataclass(frozen=True, slots=True)
class Journey:
    """A visit: days as YYYY-MM-DD ("" where no day is told), who leads, where to, who is along, the source.

    along says that the official whose page shows it does not lead.
    """

    row: Visit
    days: str
    leads: tuple[Named, ...]
    companions: tuple[Named, ...]
    stops: tuple[VisitStop, ...]
    quote: Quote
    along: bool = False


def quotations_of(official: Official) -> QuerySet[Quotation]:
    """The quotations that count as an official's, the latest issue first."""
    rows = sourced(Quotation.objects.by(official)).select_related("official")
    return rows.order_by(F("article__published").desc(nulls_last=True), "article_id", "start", "pk")


def visits_of(official: Official) -> QuerySet[Visit]:
    """The visits that an official was on, the latest first, by the day told, else by the issue's."""
    rows = whole_visits(sourced(Visit.objects.with_official(official)))
    day = Coalesce("first", "article__published")
    return rows.order_by(day.desc(nulls_last=True), "article_id", "start", "pk")


def whole_visits(rows: QuerySet[Visit]) -> QuerySet[Visit]:
    """Visits with their stops and companions; two queries more."""
    return rows.select_related("official").prefetch_related(
        Prefetch("stops", VisitStop.objects.select_related("place")),
        Prefetch("companions", VisitCompanion.objects.select_related("official")),
    )


def saying(row: Quotation, article: Article | None = None, known: Iterable[int] | None = None) -> Saying:
    """Show a quotation; known are the officials whom the article's live mentions name, where that is at hand."""
    return Saying(row, _shown(row.official, known), quote(row, article))


def journey(
    row: Visit, article: Article | None = None, known: Iterable[int] | None = None, page_of: Official | None = None
) -> Journey:
    """Show a visit, on an official's page where one is given. Runs no query after whole_visits()."""
    companions = list(row.companions.all())
    leads = [one for one in companions if one.part == VisitCompanion.Part.LEAD]
    leading = {row.official_id, *(one.official_id for one in leads)}
    return Journey(
        row=row,
        days=_days(row),
        leads=(Named(row.name, _shown(row.official, known)), *(_named(one, known) for one in leads)),
        companions=tuple(_named(one, known) for one in companions if one not in leads),
        stops=tuple(row.stops.all()),
        quote=quote(row, article),
        along=page_of is not None and page_of.pk not in leading,
    )


def _named(one: VisitCompanion, known: Iterable[int] | None) -> Named:
    return Named(one.name, _shown(one.official, known))


def _shown(official: Official | None, known: Iterable[int] | None) -> Official | None:
    return official if official and (known is None or official.pk in known) else None


def _days(row: Visit) -> str:
    if row.precision != DatePrecision.DAY or row.first is None or row.last is None:
        return ""
    return str(row.first) if row.first == row.last else f"{row.first}—{row.last}"

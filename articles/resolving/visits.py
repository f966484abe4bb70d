"""Visits as rows, with their stops and those who went along."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Article, DatePrecision, Status, Visit, VisitCompanion, VisitStop
from articles.reading.records import Stop
from articles.reading.records import Visit as Found
from articles.resolving.bearers import Bearers, Named
from articles.resolving.evidence import Read, fit
from articles.resolving.places import PlaceBook


def store_visits(reads: Sequence[Read], bearers: Bearers, places: PlaceBook, before: Sequence[Article]) -> None:
    """Store a row for each article and official that went somewhere, except where a curator decided. `before` are the
    articles that were stored already. At most four statements.
    """
    kept = _decided(before)
    found = {
        (read.article.pk, fit(Visit, "name", visit.official)): (read, visit)
        for read in reads
        for visit in read.facts.visits
        if read.spans(visit.mentions)
    }
    pairs = [(_row(read, visit, bearers), read, visit) for key, (read, visit) in found.items() if key not in kept]
    Visit.objects.bulk_create([row for row, _, _ in pairs])
    VisitStop.objects.bulk_create([stop for pair in pairs for stop in _stops(*pair, places)])
    VisitCompanion.objects.bulk_create([one for pair in pairs for one in _companions(*pair, bearers)])


def _decided(articles: Sequence[Article]) -> set[Named]:
    if not articles:
        return set()
    rows = Visit.objects.filter(article__in=articles).exclude(status=Status.FOUND)
    return set(rows.values_list("article_id", "name"))


def _row(read: Read, found: Found, bearers: Bearers) -> Visit:
    name, date = fit(Visit, "name", found.official), found.date
    return Visit(
        official_id=bearers.get(read.article.pk, name),
        name=name,
        first=date.first if date else None,
        last=date.last if date else None,
        precision=date.precision if date else DatePrecision.UNKNOWN,
        date_text=fit(Visit, "date_text", date.span.text) if date else "",
        **read.mention(read.spans(found.mentions), found.rule, found.confidence),
    )


def _stops(row: Visit, read: Read, found: Found, places: PlaceBook) -> list[VisitStop]:
    stops = (_stop(row, read, stop, places) for stop in found.stops)
    return [stop for stop in stops if stop]


def _stop(row: Visit, read: Read, stop: Stop, places: PlaceBook) -> VisitStop | None:
    spans = read.spans([stop.span])
    if not spans:
        return None
    text = fit(VisitStop, "text", stop.span.text)
    return VisitStop(visit=row, place=places.get(stop.place), text=text, start=spans[0].start, end=spans[0].end)


def _companions(row: Visit, read: Read, found: Found, bearers: Bearers) -> list[VisitCompanion]:
    rows: dict[str, VisitCompanion] = {}
    for one in found.companions:
        name = fit(VisitCompanion, "name", one.name)
        for span in read.spans([one.span])[:1]:
            official = bearers.get(read.article.pk, name)
            rows.setdefault(
                name,
                VisitCompanion(
                    visit=row, official_id=official, name=name, part=one.part, start=span.start, end=span.end
                ),
            )
    return list(rows.values())

"""Facts that curators decided stay when a page is read anew; here they move to where their words stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import Article, ProjectFigure, Status, VisitCompanion, VisitStop
from articles.reading.records import Facts, Span
from articles.resolving.evidence import Read
from articles.resolving.losses import DECIDED

COLUMNS = ["start", "end", "sentence"]
# What stands in places of its own under a fact, and which fact that is.
PARTS: tuple[tuple[type[Any], str], ...] = ((ProjectFigure, "report"), (VisitStop, "visit"), (VisitCompanion, "visit"))


def move_decided(articles: Iterable[Article], bodies: Mapping[int, str]) -> None:
    """Give the decided facts of articles the places of the same words in the body shown; `bodies` are the former ones.

    A fact whose words are gone keeps its sentence without a place. A figure, a stop or a companion whose words are gone
    stays as it is. A few queries a table, and none where no body has changed.
    """
    reads = {row.pk: Read(row, Facts(), bodies[row.pk]) for row in articles if bodies.get(row.pk, row.body) != row.body}
    if not reads:
        return
    for model in DECIDED:
        rows = list(model.objects.filter(article__in=reads, start__isnull=False).exclude(status=Status.FOUND))
        for row in rows:
            _move(row, reads[row.article_id])
        listed = ["spans", "count"] if hasattr(model, "spans") else []
        model.objects.bulk_update(rows, [*COLUMNS, *listed])
    for part, fact in PARTS:
        _move_parts(part, fact, reads)


def _move(row: Any, read: Read) -> None:
    spans = _moved(read, getattr(row, "spans", None) or [[row.start, row.end]])
    row.start, row.end = (spans[0].start, spans[0].end) if spans else (None, None)
    row.sentence = read.sentence(spans[0]) if spans else row.sentence
    if hasattr(row, "spans"):
        row.spans = [[span.start, span.end] for span in spans]
        row.count = max(1, len(spans))


def _move_parts(model: type[Any], fact: str, reads: Mapping[int, Read]) -> None:
    """Move the parts of decided facts, by writing them anew: moved one by one, two could stand in one place."""
    rows = model.objects.filter(**{f"{fact}__article__in": reads}).exclude(**{f"{fact}__status": Status.FOUND})
    moved = []
    for row in rows.select_related(fact):
        for span in _moved(reads[getattr(row, fact).article_id], [[row.start, row.end]]):
            row.start, row.end = span.start, span.end
            moved.append(row)
    model.objects.filter(pk__in=[row.pk for row in moved]).delete()
    model.objects.bulk_create(moved)


def _moved(read: Read, places: Iterable[list[int]]) -> list[Span]:
    return read.spans(Span(start, end, read.body[start:end]) for start, end in places)

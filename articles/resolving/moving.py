"""Facts that curators decided stay when a page is read anew; here they move to where their words stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import Article, ProjectFigure, Status
from articles.reading.records import Facts, Span
from articles.resolving.evidence import Read
from articles.resolving.losses import DECIDED

COLUMNS = ["start", "end", "sentence"]


def move_decided(articles: Iterable[Article], bodies: Mapping[int, str]) -> None:
    """Give the decided facts of articles the places of the same words in the body shown; `bodies` are the former ones.

    A fact whose words are gone keeps its sentence without a place. A figure whose digits are gone stays as it is. One
    query a table, and none where no body has changed.
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
    _move_figures(reads)


def _move(row: Any, read: Read) -> None:
    spans = _moved(read, getattr(row, "spans", None) or [[row.start, row.end]])
    row.start, row.end = (spans[0].start, spans[0].end) if spans else (None, None)
    row.sentence = read.sentence(spans[0]) if spans else row.sentence
    if hasattr(row, "spans"):
        row.spans = [[span.start, span.end] for span in spans]
        row.count = max(1, len(spans))


def _move_figures(reads: Mapping[int, Read]) -> None:
    """Move the figures of decided reports, by writing them anew: moved one by one, two could stand in one place."""
    figures = ProjectFigure.objects.filter(report__article__in=reads).exclude(report__status=Status.FOUND)
    moved = []
    for figure in figures.select_related("report"):
        for span in _moved(reads[figure.report.article_id], [[figure.start, figure.end]]):
            figure.start, figure.end = span.start, span.end
            moved.append(figure)
    ProjectFigure.objects.filter(pk__in=[figure.pk for figure in moved]).delete()
    ProjectFigure.objects.bulk_create(moved)


def _moved(read: Read, places: Iterable[list[int]]) -> list[Span]:
    return read.spans(Span(start, end, read.body[start:end]) for start, end in places)

"""What articles report of projects: the stage with its words, and the figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from articles.models import Project, ProjectFigure, ProjectMention, Stage
from articles.reading.records import Figure, Span
from articles.reading.records import Project as Found
from articles.resolving.evidence import Read, fit
from articles.resolving.projects import ProjectBook
from articles.resolving.standing import Pairs

# What the column takes: twenty digits before the point.
LARGEST = 1e19


def store_reports(reads: Sequence[Read], book: ProjectBook, kept: Pairs) -> None:
    """Store a row for each article and project, with its figures, except where a curator decided."""
    reports: list[ProjectMention] = []
    figures: list[list[ProjectFigure]] = []
    for read in reads:
        for project, items in _by_project(read, book).items():
            if (read.article.pk, project.pk) not in kept:
                reports.append(_report(read, project, items))
                figures.append(_figures(read, items))
    ProjectMention.objects.bulk_create(reports)
    for report, mine in zip(reports, figures, strict=True):
        for figure in mine:
            figure.report = report
    ProjectFigure.objects.bulk_create([figure for mine in figures for figure in mine])


def _by_project(read: Read, book: ProjectBook) -> dict[Project, list[Found]]:
    found: dict[Project, list[Found]] = {}
    for item in read.facts.projects:
        row = book.row(item)
        if row and read.spans(item.mentions):
            found.setdefault(row, []).append(item)
    return found


def _report(read: Read, project: Project, items: list[Found]) -> ProjectMention:
    spans = read.spans(span for item in items for span in item.mentions)
    best = max(items, key=lambda item: (item.stage != Stage.UNKNOWN, item.confidence))
    columns = read.mention(spans, best.rule, best.confidence)
    words = fit(ProjectMention, "stage_text", best.stage_span.text if best.stage_span else "")
    stage = best.stage if best.stage in Stage.values else Stage.UNKNOWN
    return ProjectMention(project=project, stage=stage, stage_text=words, **columns)


def _figures(read: Read, items: list[Found]) -> list[ProjectFigure]:
    rows: dict[tuple[str, int], ProjectFigure] = {}
    for figure in (figure for item in items for figure in item.figures):
        for span in read.spans([figure.span])[:1]:
            if math.isfinite(figure.value) and abs(figure.value) < LARGEST:
                row = _figure(figure, span)
                rows.setdefault((row.label, row.start), row)
    return list(rows.values())


def _figure(figure: Figure, span: Span) -> ProjectFigure:
    return ProjectFigure(
        label=fit(ProjectFigure, "label", figure.label),
        value=Decimal(repr(figure.value)).quantize(Decimal("0.0001")),
        unit=fit(ProjectFigure, "unit", figure.unit),
        text=fit(ProjectFigure, "text", span.text),
        start=span.start,
        end=span.end,
    )

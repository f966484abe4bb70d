"""The project ledger: each project's present stage and sums. Sums of different kinds are never added or compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from django.db.models import (
    CharField,
    Count,
    DateField,
    DecimalField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from articles.models import Place, Project, ProjectFigure, ProjectMention, Stage
from articles.models.base import LIVE
from articles.showing.evidence import Quote, quote, raw_line, sentence_of, sourced
from articles.showing.geography import inside
from articles.showing.stages import Pips, pips

INVESTMENT, SPENT = "总投资", "完成投资"
MONEY = "元"
# These grow from report to report, or count one part now and another then: two sums of them do not contradict.
VARYING = ("完成", "累计", "已", "到位", "年度", "项目数", "规模", "建设规模", "惠及")
LATEST = (F("article__published").desc(nulls_last=True), "-article_id")


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure with its report, its sentence and its raw line."""

    figure: ProjectFigure
    report: Quote
    sentence: str
    line: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stage with the first sentence that says so; now marks the latest one reported."""

    stage: Pips
    report: ProjectMention
    quote: Quote
    now: bool


@dataclass(frozen=True, slots=True)
class Record:
    """All that is reported of one project, reports latest first."""

    reports: tuple[ProjectMention, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[Step, ...]
    latest: tuple[Sum, ...]
    contradictions: tuple[tuple[str, tuple[Sum, ...]], ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A total in yuan over the `counted` projects that have the figure, of `of` in all."""

    value: Decimal
    counted: int
    of: int


def ledger() -> QuerySet[Project]:
    """Public projects that a readable article reports, with what the ledger shows of each.

    stage, investment and spent (yuan, or None where none was seen), reported (number of articles), last_reported,
    last_article (its id).
    """
    reports = ProjectMention.objects.filter(project=OuterRef("pk"), status__in=LIVE)
    reports = reports.exclude(article__review_state="orphaned").order_by(*LATEST)
    number = reports.order_by().values("project").annotate(n=Count("pk")).values("n")
    stage = reports.exclude(stage=Stage.UNKNOWN).values("stage")[:1]
    known = Project.objects.filter(pk__in=Project.objects.public().order_by().values("pk"))
    return (
        known.select_related("place")
        .annotate(
            stage=Coalesce(Subquery(stage), Value(Stage.UNKNOWN), output_field=CharField()),
            investment=_latest_sum(INVESTMENT),
            spent=_latest_sum(SPENT),
            reported=Coalesce(Subquery(number, output_field=IntegerField()), 0),
            last_reported=Subquery(reports.values("article__published")[:1], output_field=DateField()),
            last_article=Subquery(reports.values("article")[:1]),
        )
        .filter(reported__gt=0)
    )


def ledger_of(place: Place) -> list[Project]:
    """Return the ledger of a place and all within it, latest report first. One query."""
    rows = list(ledger().filter(inside(place)))
    return sorted(rows, key=lambda row: (row.last_reported or date.min, row.pk), reverse=True)


def total(projects: Iterable[Project], column: str) -> Total:
    """Add up one kind of sum (investment or spent) of ledger rows."""
    values = [getattr(project, column) for project in projects]
    known = [value for value in values if value is not None]
    return Total(sum(known, Decimal(0)), len(known), len(values))


def record_of(project: Project) -> Record:
    """Return the stages, figures and contradictions of a project. Two queries."""
    rows = sourced(ProjectMention.objects.filter(project=project), with_body=True).prefetch_related("figures")
    reports = tuple(rows.order_by(*LATEST))
    sums = [_sum(report, figure) for report in reports for figure in report.figures.all()]
    latest: dict[tuple[str, str], Sum] = {}
    for item in sums:
        latest.setdefault((item.figure.label, item.figure.unit), item)
    return Record(
        reports=reports,
        quotes=tuple(quote(report) for report in reports),
        steps=_steps(reports),
        latest=tuple(latest.values()),
        contradictions=tuple(_contradictions(latest, sums)),
    )


def _latest_sum(label: str) -> Subquery:
    figures = ProjectFigure.objects.filter(
        report__project=OuterRef("pk"), report__status__in=LIVE, label=label, unit=MONEY
    ).exclude(report__article__review_state="orphaned")
    order = (F("report__article__published").desc(nulls_last=True), "-report__article_id", "start")
    return Subquery(
        figures.order_by(*order).values("value")[:1], output_field=DecimalField(max_digits=24, decimal_places=4)
    )


def _sum(report: ProjectMention, figure: ProjectFigure) -> Sum:
    sentence = sentence_of(report.article, figure.start, figure.end) or report.sentence
    return Sum(figure, quote(report), sentence, *raw_line(report.article, figure.start))


def _steps(reports: Iterable[ProjectMention]) -> tuple[Step, ...]:
    """The first report of each stage in time; the stage of the latest report is the present one."""
    seen: dict[str, ProjectMention] = {}
    told = [report for report in reports if report.stage != Stage.UNKNOWN]
    for report in reversed(told):
        seen.setdefault(report.stage, report)
    return tuple(Step(pips(stage), row, quote(row), stage == told[0].stage) for stage, row in seen.items())


def _contradictions(kinds: Iterable[tuple[str, str]], sums: list[Sum]) -> Iterable[tuple[str, tuple[Sum, ...]]]:
    """Kinds of which two reports have no value in common; a report may give several, as of parts and of the whole."""
    for label, unit in kinds:
        same = tuple(item for item in sums if (item.figure.label, item.figure.unit) == (label, unit))
        values: dict[int, set[Decimal]] = {}
        for item in same:
            values.setdefault(item.figure.report_id, set()).add(item.figure.value)
        apart = any(one.isdisjoint(other) for one, other in combinations(values.values(), 2))
        if apart and not label.startswith(VARYING):
            yield label, same

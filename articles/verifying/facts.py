"""What is stored of one page, every kind of fact in one form, fetched in three queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import CharField, F, IntegerField, JSONField, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from articles.models import (
    LIVE,
    Article,
    Contributor,
    Official,
    OfficialMention,
    Page,
    PersonMention,
    PlaceMention,
    PlaceName,
    Policy,
    PolicyMention,
    Project,
    ProjectFigure,
    ProjectMention,
    Quotation,
    TenureEvidence,
    TopicMention,
    Visit,
    VisitCompanion,
    VisitStop,
)

Names = dict[tuple[str, int], set[str]]
# The tables in which facts stand, by the kind of fact.
TABLES: dict[str, type[Any]] = {
    "official": OfficialMention,
    "place": PlaceMention,
    "project": ProjectMention,
    "policy": PolicyMention,
    "topic": TopicMention,
    "tenure": TenureEvidence,
    "figure": ProjectFigure,
    "contributor": Contributor,
    "quotation": Quotation,
    "visit": Visit,
    "person": PersonMention,
    "stop": VisitStop,
    "companion": VisitCompanion,
}
# The way from a row of these to the fact that it is part of; the others are facts themselves.
PARTS = {"figure": "report__", "stop": "visit__", "companion": "visit__"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A stored fact. name and derived (as read) name its entity, a place by its path.

    words are those that are printed: of a post, a stage, a figure, a stop, a policy's short title, a contributor's role,
    the verb of a quotation, the day of a visit, the role of a name to confirm; listed the words that decided a topic or are quoted; value and unit a
    figure's. spans are None where the table has no list of them.
    """

    kind: str
    pk: int
    article: int
    start: int | None
    end: int | None
    spans: Any
    count: int
    sentence: str
    rule: str
    status: str
    entity: int
    name: str
    derived: Any
    words: str
    listed: Any
    stage: str
    value: Decimal = Decimal(0)
    unit: str = ""

    @property
    def places(self) -> list[list[int]]:
        """Every place of the fact in the body, as [start, end]."""
        first = [] if self.start is None or self.end is None else [[self.start, self.end]]
        return self.spans or first

    @property
    def as_read(self) -> str:
        """The entity's name as reading gave it, whatever a curator calls it now."""
        return str(self.derived.get("title" if self.kind == "policy" else "name") or "") if self.derived else ""


def facts_of(page: Page) -> list[Fact]:
    """Return the facts of the articles that a visitor sees, and the names there that wait for a curator; rejected ones do
    not count. Two queries."""
    union, *others = [*(query.filter(_shown(page)) for query in _queries()), *_visit_parts(page)]
    rows = union.union(*others, all=True)
    figures = ProjectFigure.objects.filter(_shown(page, "report__article")).exclude(report__status="rejected")
    return [Fact(*row) for row in rows] + [_figure(row) for row in figures.select_related("report")]


def other_names(page: Page) -> Names:
    """Return the further names of places, projects, officials and policies of a page by kind and key. One query."""
    here = {"mentions__article__page": page}
    there = {f"merged_into__{key}": value for key, value in here.items()}
    places = PlaceName.objects.filter(**{f"place__{key}": value for key, value in here.items()})
    found = _named("place", places, "place_id", "name").union(
        _named("project", Project.objects.filter(**there), "merged_into_id", "name"),
        _named("official", Official.objects.filter(**there), "merged_into_id", "name"),
        _named("policy", Policy.objects.filter(**there), "merged_into_id", "title"),
    )
    names: Names = defaultdict(set)
    for kind, key, name in found:
        names[kind, key].add(name)
    return names


def astray() -> Iterator[tuple[str, int, int]]:
    """Yield kind, key and missing article of facts whose article is not there. One query a table."""
    for kind, model in TABLES.items():
        column = f"{PARTS.get(kind, '')}article_id"
        rows = model.objects.order_by("pk").exclude(**{f"{column}__in": Article.objects.order_by().values("pk")})
        yield from ((kind, pk, article) for pk, article in rows.values_list("pk", column))


def _named(kind: str, rows: QuerySet, key: str, name: str) -> QuerySet:
    return rows.order_by().values_list(_text(kind), key, Cast(name, TextField()))


def _queries() -> list[QuerySet]:
    spans, count = F("spans"), F("count")
    return [
        _query("official", OfficialMention, "official", "name", spans, count),
        _query("place", PlaceMention, "place", "path", spans, count, derived=_json({})),
        _query("project", ProjectMention, "project", "name", spans, count, words="stage_text", stage=F("stage")),
        _query("policy", PolicyMention, "policy", "title", spans, count, words="short_title"),
        _query("topic", TopicMention, "topic", "name", spans, count, derived=_json({}), listed=F("words")),
        _query("tenure", TenureEvidence, "tenure__official", "name", _json(None), _number(1), words="text"),
        _said_or_gone("quotation", Quotation, "speaker", _json(None), _number(1), "verb", F("words")),
        _said_or_gone("visit", Visit, "name", spans, count, "date_text", _json([])),
        _said_or_gone("person", PersonMention, "name", spans, count, "role", _json([])),
        Contributor.objects.order_by().values_list(
            _text("contributor"), "pk", "article_id", _number(None), _number(None), _json(None), _number(1), _text(),
            _text(), _text(), _number(0), _as_text("name"), _json({}), _as_text("role"), _json([]), _text(),
        ),
    ]  # fmt: skip


def _said_or_gone(
    kind: str, model: type[Any], name: str, spans: Combinable, count: Combinable, words: str, listed: Combinable
) -> QuerySet:
    """The live rows of a table that keeps a printed name, in the columns of Fact."""
    return (
        model.objects.live()
        .order_by()
        .values_list(
            _text(kind), "pk", "article_id", _as_number("start"), _as_number("end"), spans, Cast(count, IntegerField()),
            _as_text("sentence"), _as_text("rule"), _as_text("status"), _as_number("pk"), _as_text(name), _json({}),
            _as_text(words), listed, _text(),
        )
    )  # fmt: skip


def _visit_parts(page: Page) -> Iterator[QuerySet]:
    """The stops and companions of the page's live visits, in the columns of Fact; a stop's name is its place's path."""
    for kind, model, name, words, entity in (
        ("stop", VisitStop, Coalesce("place__path", Value("")), "text", "place_id"),
        ("companion", VisitCompanion, F("name"), "name", "pk"),
    ):
        rows = model.objects.filter(_shown(page, "visit__article"), visit__status__in=LIVE).order_by()
        yield rows.values_list(
            _text(kind), "pk", _as_number("visit__article_id"), _as_number("start"), _as_number("end"), _json(None),
            _number(1), _text(), _as_text("visit__rule"), _as_text("visit__status"), Cast(Coalesce(entity, 0), IntegerField()),
            Cast(name, TextField()), _json({}), _as_text(words), _json([]), _text(),
        )  # fmt: skip


def _query(
    kind: str,
    model: type[Any],
    entity: str,
    name: str,
    spans: Combinable,
    count: Combinable,
    *,
    derived: Combinable | None = None,
    words: str = "",
    listed: Combinable | None = None,
    stage: Combinable | None = None,
) -> QuerySet:
    """The live rows of one table in the columns of Fact, in their order."""
    return (
        model.objects.live()
        .order_by()
        .values_list(
            _text(kind), "pk", "article_id", _as_number("start"), _as_number("end"), spans, Cast(count, IntegerField()),
            _as_text("sentence"), _as_text("rule"), _as_text("status"), f"{entity}__pk", _as_text(f"{entity}__{name}"),
            derived or F(f"{entity}__derived"), _as_text(words) if words else _text(), listed or _json([]),
            Cast(stage, TextField()) if stage else _text(),
        )
    )  # fmt: skip


def _shown(page: Page, article: str = "article") -> Q:
    return Q(**{f"{article}__in": Article.objects.readable().filter(page=page).order_by().values("pk")})


def _figure(row: ProjectFigure) -> Fact:
    report = row.report
    return Fact(
        "figure", row.pk, report.article_id, row.start, row.end, None, 1, "", report.rule, report.status, row.pk, row.label,
        {}, row.text, [], "", row.value, row.unit,
    )  # fmt: skip


# Each column of a union is cast: PostgreSQL would take a bare NULL or literal for text.
def _as_text(column: str) -> Cast:
    return Cast(column, TextField())


def _as_number(column: str) -> Cast:
    return Cast(column, IntegerField())


def _text(text: str = "") -> Cast:
    return Cast(Value(text, CharField()), TextField())


def _number(number: int | None) -> Cast:
    return Cast(Value(number, IntegerField()), IntegerField())


def _json(value: Any) -> Value:
    return Value(value, JSONField())

"""All that visitors can see, as plain data without primary keys and times, so that two imports can be compared."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import QuerySet

from articles.models import (
    Article,
    Newspaper,
    Official,
    OpenQuestion,
    Page,
    PersonMention,
    Place,
    PlaceMention,
    Policy,
    Project,
    Quotation,
    Topic,
    Visit,
)

Rows = list[Any]
EVIDENCE = ("article__uid", "start", "end", "sentence", "rule", "confidence", "status")
MENTION = (*EVIDENCE, "count", "spans")
TEXT = (
    "uid", "page__sha256", "newspaper__name", "published", "position", "kind", "section", "kicker", "headline", "subhead",
    "body", "crossheads", "body_lines", "headline_lines", "offsets", "event_dates", "keywords", "continued_on", "continued_from",
    "continuation__uid", "reprint_of", "confidence", "reasons", "review_state", "search_text",
)  # fmt: skip


def export() -> dict[str, Rows]:
    """Return everything public, each list in an order of its own content."""
    return {
        "newspapers": _rows(Newspaper.objects.all(), "name", "slug", "level", "home_place__code"),
        "pages": _rows(
            Page.objects.all(), "sha256", "newspaper__name", "date", "number", "home_place__code", "file_name",
            "raw_text", "encoding", "furniture", "source_reasons",
        ),
        "articles": _rows(Article.objects.all(), *TEXT),
        "contributors": _rows(Article.objects.exclude(contributors=None), "uid", "contributors__name", "contributors__role"),
        "villages": _rows(Place.objects.filter(level="village"), "code", "path", "pinyin", "parent__code", "county__code"),
        "place mentions": _rows(PlaceMention.objects.all(), "place__code", "primary", *MENTION),
        "officials": _sorted(_official(row) for row in Official.objects.filter(merged_into=None)),
        "projects": _sorted(_project(row) for row in Project.objects.filter(merged_into=None)),
        "policies": _sorted(
            [row.title, row.issuer, row.level, _rows(row.mentions.all(), *MENTION, "short_title")]
            for row in Policy.objects.filter(merged_into=None)
        ),
        "topics": _sorted(
            [row.name, row.slug, row.parent and row.parent.name, _rows(row.mentions.all(), *MENTION, "score", "words")]
            for row in Topic.objects.all()
        ),
        "quotations": _rows(
            Quotation.objects.all(), *EVIDENCE, "official__name", "speaker", "role", "verb", "direct", "words"
        ),
        "names to confirm": _rows(PersonMention.objects.all(), *MENTION, "name", "role", "official__name"),
        "visits": _sorted(_visit(row) for row in Visit.objects.all()),
    }  # fmt: skip


def export_questions() -> Rows:
    """Return what curators are asked; which of two pages a question stands on may depend on the order of import."""
    return _rows(OpenQuestion.objects.all(), "article__uid", "kind", "text", "sentence", "start", "end", "state")


def as_json(data: object) -> str:
    """Return an export as text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)


def _official(row: Official) -> Rows:
    tenures = [
        [
            tenure.post.name, tenure.post.organ, tenure.post.title, tenure.post.place and tenure.post.place.code,
            tenure.first_seen, tenure.last_seen, _rows(tenure.evidence.all(), *EVIDENCE, "text", "former", "acting"),
        ]
        for tenure in row.tenures.select_related("post__place")
    ]  # fmt: skip
    return [row.name, row.role, row.pinyin, row.note, _sorted(tenures), _rows(row.mentions.all(), *MENTION)]


def _project(row: Project) -> Rows:
    figures = ("figures__label", "figures__value", "figures__unit", "figures__text", "figures__start")
    reports = _rows(row.mentions.all(), *MENTION, "stage", "stage_text", *figures)
    return [row.name, row.owner, row.place and row.place.code, reports]


def _visit(row: Visit) -> Rows:
    stops = _rows(row.stops.all(), "place__code", "text", "start", "end")
    companions = _rows(row.companions.all(), "official__name", "name", "part", "start", "end")
    told = ("official__name", "name", "first", "last", "precision", "date_text")
    return [_rows(Visit.objects.filter(pk=row.pk), *MENTION, *told), stops, companions]


def _rows(rows: QuerySet[Any], *fields: str) -> Rows:
    return _sorted(list(row) for row in rows.values_list(*fields))


def _sorted(rows: Any) -> Rows:
    return sorted(rows, key=as_json)

"""What curators decided of an article, which reading leaves alone, and the questions that they are asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from articles.models import Article, Edit, Official, OpenQuestion, Post, Status
from articles.reading.records import Span
from articles.resolving.evidence import Read, fit

Pairs = set[tuple[int, int]]
MOST_CANDIDATES = 10
MOST_POSTS = 2


def decided(model: type[Any], entity: str, articles: Sequence[Article]) -> Pairs:
    """Return (article, entity) keys of the rows that a curator confirmed, rejected or added: reading adds none beside."""
    if not articles:
        return set()
    rows = model.objects.filter(article__in=articles).exclude(status=Status.FOUND)
    return set(rows.values_list("article_id", f"{entity}_id"))


def rows_read_as(model: type[Any], field: str, values: Iterable[str]) -> dict[str, list[Any]]:
    """Return the rows of a curated model by the values that reading gives, those included that a curator renamed."""
    wanted = set(values)
    kind = ContentType.objects.get_for_model(model)
    renamed = Edit.objects.filter(target_type=kind, field=field).values("target_id")
    found: dict[str, list[Any]] = defaultdict(list)
    for row in model.objects.filter(Q(**{f"{field}__in": wanted}) | Q(pk__in=renamed)).order_by("pk"):
        for value in {getattr(row, field), row.derived.get(field)} & wanted:
            found[value].append(row)
    return found


def merge_target(row: Any) -> Any:
    """Return the row that a merged one leads to in the end; rows merged in a ring lead to the first of them met again."""
    seen = {row.pk}
    while row.merged_into_id and row.merged_into_id not in seen:
        row = row.merged_into
        seen.add(row.pk)
    return row


class Questions:
    """The questions about some articles: each once, and none that a curator settled or dismissed. `before` are those of
    the articles that were stored already.
    """

    def __init__(self, before: Sequence[Article]) -> None:
        self._asked: set[tuple[int, str, str]] = set()
        self._new: list[OpenQuestion] = []
        if before:
            closed = OpenQuestion.objects.filter(article__in=before).exclude(state=OpenQuestion.State.OPEN)
            self._asked.update(closed.values_list("article_id", "kind", "text"))

    def is_closed(self, article: Article, kind: str, text: str) -> bool:
        """Whether this was asked before: then a curator has answered, or it is asked already."""
        return (article.pk, kind, fit(OpenQuestion, "text", text)) in self._asked

    def ask(self, read: Read, kind: str, text: str, span: Span | None, candidates: Iterable[models.Model] = ()) -> None:
        """Ask unless it was asked before. The candidates are rows that come into question."""
        if self.is_closed(read.article, kind, text):
            return
        question = make_question(read, kind, text, span, candidates)
        self._asked.add((read.article.pk, kind, question.text))
        self._new.append(question)

    def save(self) -> None:
        """Store what was asked."""
        OpenQuestion.objects.bulk_create(self._new)
        self._new = []


def make_question(
    read: Read, kind: str, text: str, span: Span | None, candidates: Iterable[models.Model]
) -> OpenQuestion:
    """Return an unsaved question that stands on the span's sentence, if there is a span."""
    return OpenQuestion(
        article=read.article,
        kind=kind,
        text=fit(OpenQuestion, "text", text),
        sentence=read.sentence(span) if span else "",
        start=span.start if span else None,
        end=span.end if span else None,
        candidates=as_candidates(candidates),
    )


def as_candidates(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    """Return rows in the form that OpenQuestion.candidates keeps, at most MOST_CANDIDATES."""
    return [{"model": row._meta.model_name, "id": row.pk, "label": _label(row)} for row in list(rows)[:MOST_CANDIDATES]]


def _label(row: models.Model) -> str:
    """Name a row so that namesakes can be told apart: an official by the posts last seen."""
    if not isinstance(row, Official):
        return str(row)
    posts = Post.objects.filter(tenures__official=row).order_by("-tenures__last_seen", "pk")[:MOST_POSTS]
    return f"{row}（{'、'.join(post.name for post in posts)}）" if posts else str(row)

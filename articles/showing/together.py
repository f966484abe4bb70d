"""What is named together in a set of articles. Each function runs one query and counts articles, not words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Count, F, Model, QuerySet

from articles.models import Official, Place, PlaceMention, Policy, Project, Topic
from articles.models.base import LIVE
from articles.querysets import ArticleQuerySet

Entity = TypeVar("Entity", bound=Model)
MOST = 12


def people_in(articles: ArticleQuerySet, leaving_out: Official | None = None) -> Sequence[Official]:
    """Return the officials that most of these articles name, each with `together`."""
    known = Official.objects.active().exclude(pk=leaving_out.pk if leaving_out else None)
    return _most_named(known, articles, "pinyin")


def projects_in(articles: ArticleQuerySet) -> Sequence[Project]:
    """Return the projects that most of these articles report, each with `together`."""
    known = Project.objects.filter(pk__in=Project.objects.public().order_by().values("pk"))
    return _most_named(known.select_related("place"), articles, "name")


def policies_in(articles: ArticleQuerySet) -> Sequence[Policy]:
    """Return the policies that most of these articles name, each with `together`."""
    return _most_named(Policy.objects.active(), articles, "title")


def topics_in(articles: ArticleQuerySet) -> Sequence[Topic]:
    """Return the topics of most of these articles, each with `together`."""
    return _most_named(Topic.objects.filter(children__isnull=True), articles, "pk", most=30)


def places_in(articles: ArticleQuerySet) -> Sequence[Place]:
    """Return the places that most of these articles name, each with `together`."""
    return _most_named(Place.objects.select_related("county"), articles, "code")


def counties_in(articles: ArticleQuerySet) -> list[dict]:
    """Return the counties that these articles name, as code, name and together."""
    named = PlaceMention.objects.live().filter(
        article__in=articles.order_by().values("pk"), place__county__isnull=False
    )
    rows = named.order_by().values(code=F("place__county__code"), name=F("place__county__name"))
    return list(rows.annotate(together=Count("article", distinct=True)).order_by("-together", "code")[:60])


def _most_named(entities: QuerySet[Entity], articles: ArticleQuerySet, tie: str, most: int = MOST) -> Sequence[Entity]:
    named = entities.filter(mentions__status__in=LIVE, mentions__article__in=articles.order_by().values("pk"))
    return list(named.annotate(together=Count("mentions")).order_by("-together", tie)[:most])

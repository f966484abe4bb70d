"""The verbs in which views ask: article lists by place, person, topic, words; entities with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Max, Q

from articles.models.base import LIVE

if TYPE_CHECKING:
    from articles.models import Newspaper, Official, Place, Policy, Project, Topic


class ArticleQuerySet(models.QuerySet):
    """Articles. Each mention condition stands in one filter() with its status, so that a rejected row never counts."""

    def readable(self) -> ArticleQuerySet:
        """Those a visitor sees: all that reading still finds."""
        return self.exclude(review_state="orphaned")

    def in_place(self, place: Place) -> ArticleQuerySet:
        """Those that name the place or one within it, former units included."""
        if place.level in ("province", "prefecture", "county"):
            return self._mentioning("placementions", Q(**{f"placementions__place__{place.level}": place}))
        return self._mentioning("placementions", Q(placementions__place=place) | Q(placementions__place__parent=place))

    def naming(self, official: Official) -> ArticleQuerySet:
        """Those that name the official."""
        return self._mentioning("officialmentions", Q(officialmentions__official=official))

    def about(self, topic: Topic) -> ArticleQuerySet:
        """Those on the topic, or on one of its group."""
        mine = Q(topicmentions__topic=topic) | Q(topicmentions__topic__parent=topic)
        return self._mentioning("topicmentions", mine)

    def reporting(self, project: Project) -> ArticleQuerySet:
        """Those that report on the project."""
        return self._mentioning("projectmentions", Q(projectmentions__project=project))

    def citing(self, policy: Policy) -> ArticleQuerySet:
        """Those that name the policy."""
        return self._mentioning("policymentions", Q(policymentions__policy=policy))

    def printed_in(self, newspaper: Newspaper) -> ArticleQuerySet:
        """Those of one newspaper."""
        return self.filter(newspaper=newspaper)

    def newest_first(self) -> ArticleQuerySet:
        """Newest issue first, undated last; the order within a page is the page's."""
        return self.order_by(models.F("published").desc(nulls_last=True), "page_id", "position")

    def oldest_first(self) -> ArticleQuerySet:
        """Oldest issue first, undated last."""
        return self.order_by(models.F("published").asc(nulls_last=True), "page_id", "position")

    def _mentioning(self, relation: str, condition: Q) -> ArticleQuerySet:
        live = Q(**{f"{relation}__status__in": LIVE})
        return self.filter(pk__in=self.model.objects.filter(live & condition).values("pk"))


class EntityQuerySet(models.QuerySet):
    """Officials, policies, topics: what articles name."""

    def active(self) -> EntityQuerySet:
        """Those that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def reported(self) -> EntityQuerySet:
        """Those that at least one readable article names, each with `articles` (their number) and `last_seen`."""
        live = Q(mentions__status__in=LIVE) & ~Q(mentions__article__review_state="orphaned")
        return self.annotate(
            articles=Count("mentions", filter=live), last_seen=Max("mentions__article__published", filter=live)
        ).filter(articles__gt=0)


class ProjectQuerySet(EntityQuerySet):
    """Projects."""

    def public(self) -> ProjectQuerySet:
        """Those with a name and at least one of figure, stage, place; the rest are suggestions for a curator."""
        known = Q(mentions__figures__isnull=False) | (~Q(mentions__stage="unknown") & Q(mentions__isnull=False))
        return self.active().filter(Q(place__isnull=False) | known, mentions__status__in=LIVE).distinct()

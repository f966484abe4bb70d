"""What a page named before it was read again: taken back first, so that what nothing names in the end can go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.models import (
    Article,
    Edit,
    Level,
    Official,
    OfficialMention,
    OpenQuestion,
    Page,
    PersonMention,
    Place,
    PlaceMention,
    Policy,
    PolicyMention,
    Post,
    Project,
    ProjectMention,
    Quotation,
    Status,
    Tenure,
    TenureEvidence,
    TopicMention,
    Visit,
)

# The tables whose rows a curator may decide.
DECIDED = (
    TenureEvidence, OfficialMention, ProjectMention, PolicyMention, PlaceMention, TopicMention, Quotation, Visit,
    PersonMention,
)  # fmt: skip


@dataclass(slots=True)
class Losses:
    """Keys of what a page's earlier reading named."""

    officials: set[int] = field(default_factory=set)
    tenures: set[int] = field(default_factory=set)
    projects: set[int] = field(default_factory=set)
    policies: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return any((self.officials, self.tenures, self.projects, self.policies, self.places))


def take_back(articles: Sequence[Article]) -> Losses:
    """Delete what reading found in the articles, and its open questions; what curators decided stays.

    Returns what the deleted rows named.
    """
    lost = Losses()
    if not articles:
        return lost
    lost.tenures = _take(TenureEvidence, "tenure", articles)
    lost.officials = _take(OfficialMention, "official", articles)
    lost.officials |= set(Tenure.objects.filter(pk__in=lost.tenures).values_list("official", flat=True))
    lost.projects = _take(ProjectMention, "project", articles)
    lost.policies = _take(PolicyMention, "policy", articles)
    lost.places = _take(PlaceMention, "place", articles)
    _take(TopicMention, "topic", articles)
    _take(Quotation, "pk", articles)
    _take(Visit, "pk", articles)
    _take(PersonMention, "pk", articles)
    OpenQuestion.objects.filter(article__in=articles, state=OpenQuestion.State.OPEN).delete()
    return lost


def _take(model: type[Any], entity: str, articles: Sequence[Article]) -> set[int]:
    rows = model.objects.filter(article__in=articles, status=Status.FOUND)
    keys = set(rows.values_list(entity, flat=True))
    if keys:
        rows.delete()
    return keys


def touched(model: type[Any], keys: Iterable[int]) -> set[int]:
    """Return those of the rows that a curator has ever changed or added."""
    kind = ContentType.objects.get_for_model(model)
    return set(Edit.objects.filter(target_type=kind, target_id__in=keys).values_list("target_id", flat=True))


def stale_tenures(lost: Losses) -> set[int]:
    """Return the tenures that no article gives any more, and no curator."""
    if not lost.tenures:
        return set()
    bare = Tenure.objects.filter(pk__in=lost.tenures, evidence=None)
    keys = set(bare.values_list("pk", flat=True))
    return keys - touched(Tenure, keys)


def abandoned_officials(lost: Losses) -> set[int]:
    """Return the officials whom no article gives a post any more, and whom no curator has worked on."""
    if not lost.officials:
        return set()
    decided = OfficialMention.objects.exclude(status=Status.FOUND).filter(official__in=lost.officials)
    held = Q(tenures__evidence__isnull=False) | Q(pk__in=decided.values("official"))
    keys = lost.officials - set(Official.objects.filter(held, pk__in=lost.officials).values_list("pk", flat=True))
    return keys - touched(Official, keys)


def forget(lost: Losses, officials: set[int]) -> None:
    """Delete what nothing names any more: tenures, the given officials, posts, projects, policies, villages.

    What a curator has worked on stays.
    """
    if not lost:
        return
    stale = Tenure.objects.filter(pk__in=stale_tenures(lost))
    posts = set(stale.values_list("post", flat=True))
    stale.delete()
    _drop(Official, Official.objects.filter(pk__in=officials, mentions=None, tenures=None))
    lost.places |= _drop_posts(posts)
    unnamed = Project.objects.filter(pk__in=lost.projects, mentions=None)
    lost.places |= set(unnamed.exclude(place=None).values_list("place", flat=True))
    _drop(Project, unnamed)
    _drop(Policy, Policy.objects.filter(pk__in=lost.policies, mentions=None))
    _drop_villages(lost.places)


def _drop_posts(keys: set[int]) -> set[int]:
    unheld = Post.objects.filter(pk__in=keys, tenures=None)
    unheld = unheld.exclude(pk__in=touched(Post, keys))
    places = set(unheld.exclude(place=None).values_list("place", flat=True))
    unheld.delete()
    return places


def _drop(model: type[Any], unnamed: Any) -> None:
    """Delete rows with the names that lead to them, unless a curator has worked on one of these."""
    keys = set(unnamed.values_list("pk", flat=True))
    if not keys:
        return
    leading = dict(model.objects.filter(merged_into__in=keys).values_list("pk", "merged_into"))
    kept = touched(model, keys) | {leading[key] for key in touched(model, leading)}
    kept |= {target for key, target in leading.items() if model.objects.filter(merged_into=key).exists()}
    model.objects.filter(merged_into__in=keys - kept).delete()
    model.objects.filter(pk__in=keys - kept).delete()


def _drop_villages(keys: set[int]) -> None:
    unused = Place.objects.filter(
        pk__in=keys, level=Level.VILLAGE, mentions=None, posts=None, projects=None, children=None, newspapers=None,
        visit_stops=None,
    )  # fmt: skip
    unused = unused.exclude(pk__in=Page.objects.exclude(home_place=None).values("home_place"))
    unused.exclude(pk__in=touched(Place, keys)).delete()

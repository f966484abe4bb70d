"""Bringing two rows for one thing together. The younger stays as an address that leads to the elder."""

from __future__ import annotations

from typing import Any

from django.db import models

from articles.models import Official, OfficialMention, PersonMention, Project, ProjectMention, Tenure, TenureEvidence
from articles.resolving.bearers import NAMED


def join_officials(elder: Official, younger: Official) -> set[int]:
    """Move all that stands under `younger` to `elder` and let it lead there; return the keys of the tenures touched."""
    _move(OfficialMention, "official", younger.pk, elder.pk)
    for model, _, _ in NAMED:
        model.objects.filter(official=younger).update(official=elder)
    PersonMention.objects.filter(official=younger).update(official=elder)
    posts = dict(Tenure.objects.filter(official=elder).values_list("post_id", "pk"))
    for tenure in Tenure.objects.filter(official=younger):
        if tenure.post_id in posts:
            _move(TenureEvidence, "tenure", tenure.pk, posts[tenure.post_id])
            tenure.delete()
    Tenure.objects.filter(official=younger).update(official=elder)
    _lead(younger, elder)
    return set(posts.values())


def join_projects(elder: Project, younger: Project) -> None:
    """Move all reports on `younger` to `elder` and let it lead there."""
    _move(ProjectMention, "project", younger.pk, elder.pk)
    _lead(younger, elder)


def _move(model: type[Any], entity: str, source: int, target: int) -> None:
    """Give the rows of one entity to another; where an article has a row for the other already, that one stays."""
    taken = model.objects.filter(**{entity: target}).values("article")
    model.objects.filter(**{entity: source}, article__in=taken).delete()
    model.objects.filter(**{entity: source}).update(**{entity: target})


def _lead(younger: Any, elder: models.Model) -> None:
    type(younger).objects.filter(merged_into=younger.pk).update(merged_into=elder)
    younger.merged_into = elder
    younger.save(update_fields=["merged_into"])

"""Policies: documents that articles name in 《》."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Derived, Level, Mention, evidence_constraints
from articles.querysets import EntityQuerySet


class Policy(Derived):
    """A policy, plan, law or meeting document, known by its full title."""

    title = models.CharField(_("Title"), max_length=300)
    issuer = models.CharField(_("Issuer"), max_length=200, blank=True)
    level = models.CharField(_("Level"), max_length=10, choices=Level.choices, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("Merged into")
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("Policy")
        verbose_name_plural = _("Policies")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["title"], name="policy_once"),
            models.CheckConstraint(
                name="policy_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.title}》"

    def get_absolute_url(self) -> str:
        return reverse("policy", args=[self.pk])


class PolicyMention(Mention):
    """A policy that an article names, with the short name the article goes on with."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="mentions", verbose_name=_("Policy"))
    short_title = models.CharField(_("Short title"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("Policy mention")
        verbose_name_plural = _("Policy mentions")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "policy"], name="policy_mention_once"),
            *evidence_constraints("policy_mention"),
        ]

    def __str__(self) -> str:
        return str(self.policy)

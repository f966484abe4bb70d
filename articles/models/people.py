"""People whom articles name, but whom no post makes known: a curator says whether they are people, and which."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.base import Mention, evidence_constraints
from articles.models.officials import Official
from articles.models.quotations import Quotation


class PersonMention(Mention):
    """What one article may name a person by. Visitors see it when a curator has confirmed it, never before.

    official is whom a curator took the name for, where the role is one of public life.
    """

    Role = Quotation.Role

    name = models.CharField(_("Name"), max_length=40)
    role = models.CharField(_("Role"), max_length=10, choices=Role.choices, default=Role.CITIZEN)
    official = models.ForeignKey(
        Official, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Official")
    )

    class Meta:
        verbose_name = _("Name to confirm")
        verbose_name_plural = _("Names to confirm")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "name"], name="person_mention_once"),
            models.CheckConstraint(
                name="person_mention_role_known",
                condition=models.Q(role__in=["official", "executive", "expert", "citizen", "historical"]),
            ),
            *evidence_constraints("person_mention"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        """Whether a curator vouches for someone in public life, who then has a row among the officials."""
        return self.is_vouched and self.role in Official.Role.values

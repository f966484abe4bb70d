"""What people are reported to have said."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.base import Evidence, MentionQuerySet, Status, evidence_constraints
from articles.models.officials import Official, OfficialMention

VOUCHED = (Status.CONFIRMED, Status.ADDED)


def named_here(official: Official, path: str = "article") -> Exists:
    """A condition: the article of a row, by this path, names the official, and no curator says that it does not."""
    return Exists(OfficialMention.objects.live().filter(article=OuterRef(path), official=official))


class QuotationQuerySet(MentionQuerySet):
    """Quotations."""

    def by(self, official: Official) -> "QuotationQuerySet":
        """Those that count as the official's: read ones only where the article names the official."""
        vouched = Q(status__in=VOUCHED)
        return self.live().filter(vouched | Q(named_here(official)), official=official)


class Quotation(Evidence):
    """What one article reports someone to have said.

    start and end hold the speaker and the words, of a curator's the words alone. words are the words said as printed, in one run or, with the speaker
    between, in two; direct says that they stand in “…” throughout. official is None where the speaker has no row, or
    where it is open which row is meant.
    """

    class Role(models.TextChoices):
        OFFICIAL = "official", _("Official")
        EXECUTIVE = "executive", _("Executive")
        EXPERT = "expert", _("Expert")
        CITIZEN = "citizen", _("Citizen")
        HISTORICAL = "historical", _("Historical person")

    official = models.ForeignKey(
        Official,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotations",
        verbose_name=_("Official"),
    )
    speaker = models.CharField(_("Speaker"), max_length=40)
    role = models.CharField(_("Role"), max_length=10, choices=Role.choices, default=Role.OFFICIAL)
    verb = models.CharField(_("Verb of saying"), max_length=20, blank=True)
    direct = models.BooleanField(_("Direct speech"), default=False)
    words = models.JSONField(_("Words said"), default=list, blank=True)

    objects = QuotationQuerySet.as_manager()

    class Meta:
        verbose_name = _("Quotation")
        verbose_name_plural = _("Quotations")
        ordering = ["article_id", "start"]
        constraints = [
            models.CheckConstraint(
                name="quotation_role_known",
                condition=Q(role__in=["official", "executive", "expert", "citizen", "historical"]),
            ),
            *evidence_constraints("quotation"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}：{self.text}"

    @property
    def text(self) -> str:
        """The words said, what is left out between them marked."""
        return "……".join(self.words)

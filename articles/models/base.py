"""What several models share: standing, evidence, merging."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LIVE = ("found", "confirmed", "added")


class Status(models.TextChoices):
    """The standing of a fact. A rejected one stays, so that nothing suggests it again."""

    FOUND = "found", _("Read by machine")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Rejected")
    ADDED = "added", _("Added by a curator")


class Level(models.TextChoices):
    """Levels of places, of newspapers and of those who issue policies, from the top down."""

    NATIONAL = "national", _("National level")
    PROVINCE = "province", _("Province level")
    PREFECTURE = "prefecture", _("Prefecture level")
    COUNTY = "county", _("County level")
    TOWNSHIP = "township", _("Township level")
    VILLAGE = "village", _("Village level")


class MentionQuerySet(models.QuerySet):
    """Rows that say what an article names."""

    def live(self) -> "MentionQuerySet":
        """Those that count: all but the rejected."""
        return self.filter(status__in=LIVE)


class Evidence(models.Model):
    """A fact read from an article: where it stands, in which sentence, by which rule, how surely, who vouches."""

    article = models.ForeignKey(
        "Article", on_delete=models.CASCADE, related_name="%(class)ss", verbose_name=_("Article")
    )
    start = models.PositiveIntegerField(_("First character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("Character after the last"), null=True, blank=True)
    sentence = models.TextField(_("Sentence"), blank=True)
    rule = models.CharField(_("Rule"), max_length=60, blank=True)
    confidence = models.FloatField(
        _("Confidence"), default=1.0, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    status = models.CharField(_("Standing"), max_length=10, choices=Status.choices, default=Status.FOUND)

    objects = MentionQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_live(self) -> bool:
        """Whether this fact counts."""
        return self.status in LIVE

    @property
    def is_vouched(self) -> bool:
        """Whether a curator stands for this fact."""
        return self.status in (Status.CONFIRMED, Status.ADDED)


class Mention(Evidence):
    """One row per article and entity. spans lists every place of the entity in the body as [start, end]."""

    count = models.PositiveIntegerField(_("Mentions"), default=1)
    spans = models.JSONField(_("Places in the text"), default=list, blank=True)

    class Meta:
        abstract = True


def evidence_constraints(name: str) -> list[models.BaseConstraint]:
    """Constraints of every Evidence table: confidence in [0, 1], and a span that runs forwards."""
    return [
        models.CheckConstraint(name=f"{name}_confidence_range", condition=Q(confidence__gte=0) & Q(confidence__lte=1)),
        models.CheckConstraint(name=f"{name}_span_order", condition=Q(start__isnull=True) | Q(end__gt=F("start"))),
        models.CheckConstraint(name=f"{name}_status_known", condition=Q(status__in=Status.values)),
    ]


class Derived(models.Model):
    """What reading last said of the fields that a curator may change.

    The columns hold the value that is shown: what was read, with the last standing Edit laid over it.
    """

    derived = models.JSONField(_("As read"), default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

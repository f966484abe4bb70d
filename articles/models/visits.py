"""Where officials are reported to have gone."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.base import Mention, MentionQuerySet, evidence_constraints
from articles.models.officials import Official
from articles.models.places import Place
from articles.models.quotations import VOUCHED, named_here
from articles.models.sources import DatePrecision


class VisitQuerySet(MentionQuerySet):
    """Visits."""

    def with_official(self, official: Official) -> "VisitQuerySet":
        """Those that count on which the official was, leading or along: read ones only where the article names them."""
        took_part = Q(pk__in=self.model.objects.filter(official=official).values("pk"))
        took_part |= Q(pk__in=VisitCompanion.objects.filter(official=official).values("visit"))
        return self.live().filter(took_part, Q(status__in=VOUCHED) | Q(named_here(official)))


class Visit(Mention):
    """That one article reports an official to have gone somewhere; spans are the clauses that say so.

    first and last are the days told, None where none is. official is None where it is open which row is meant.
    """

    official = models.ForeignKey(
        Official, on_delete=models.SET_NULL, null=True, blank=True, related_name="visits", verbose_name=_("Official")
    )
    name = models.CharField(_("Name"), max_length=40)
    first = models.DateField(_("First day"), null=True, blank=True)
    last = models.DateField(_("Last day"), null=True, blank=True)
    precision = models.CharField(
        _("Precision of the date"), max_length=10, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN
    )
    date_text = models.CharField(_("Date as printed"), max_length=60, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("Visit")
        verbose_name_plural = _("Visits")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "name"], name="visit_once"),
            models.CheckConstraint(
                name="visit_days_order",
                condition=Q(first__isnull=True, last__isnull=True) | Q(last__gte=F("first")),
            ),
            models.CheckConstraint(name="visit_precision_known", condition=Q(precision__in=DatePrecision.values)),
            *evidence_constraints("visit"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.date_text}".strip()


class VisitStop(models.Model):
    """Where a visit led: a place, or a site known by its printed words only."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="stops", verbose_name=_("Visit"))
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="visit_stops", verbose_name=_("Place")
    )
    text = models.CharField(_("As printed"), max_length=100)
    start = models.PositiveIntegerField(_("First character"))
    end = models.PositiveIntegerField(_("Character after the last"))

    class Meta:
        verbose_name = _("Stop of a visit")
        verbose_name_plural = _("Stops of visits")
        ordering = ["visit_id", "start", "pk"]
        constraints = [models.CheckConstraint(name="visit_stop_span_order", condition=Q(end__gt=F("start")))]

    def __str__(self) -> str:
        return self.text


class VisitCompanion(models.Model):
    """Someone on a visit beside the one it is told of: an equal, named in one breath, or one who is along."""

    class Part(models.TextChoices):
        LEAD = "lead", _("Leading as well")
        COMPANION = "companion", _("Along")

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="companions", verbose_name=_("Visit"))
    official = models.ForeignKey(
        Official,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="visits_along",
        verbose_name=_("Official"),
    )
    name = models.CharField(_("Name"), max_length=40)
    part = models.CharField(_("Part in the visit"), max_length=10, choices=Part.choices, default=Part.COMPANION)
    start = models.PositiveIntegerField(_("First character"))
    end = models.PositiveIntegerField(_("Character after the last"))

    class Meta:
        verbose_name = _("Companion on a visit")
        verbose_name_plural = _("Companions on visits")
        ordering = ["visit_id", "start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "name"], name="visit_companion_once"),
            models.CheckConstraint(name="visit_companion_span_order", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(name="visit_companion_part_known", condition=Q(part__in=["lead", "companion"])),
        ]

    def __str__(self) -> str:
        return self.name

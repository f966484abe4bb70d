"""Projects, the reports on them, and their figures."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Derived, Mention, evidence_constraints
from articles.models.places import Place
from articles.querysets import ProjectQuerySet


class Stage(models.TextChoices):
    """Where a project stands, in the order in which projects usually go."""

    PLANNED = "planned", _("Planned")
    SIGNED = "signed", _("Signed")
    APPROVED = "approved", _("Approved")
    STARTED = "started", _("Started")
    UNDER_CONSTRUCTION = "under_construction", _("Under construction")
    TRIAL = "trial", _("Trial operation")
    COMPLETED = "completed", _("Completed")
    OPERATING = "operating", _("Operating")
    SUSPENDED = "suspended", _("Suspended")
    CANCELLED = "cancelled", _("Cancelled")
    UNKNOWN = "unknown", _("Stage unknown")


class Project(Derived):
    """A named thing being built, bought or brought in. Stage and sums stand in its reports, one an article."""

    name = models.CharField(_("Project name"), max_length=200)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="projects", verbose_name=_("Place")
    )
    owner = models.CharField(_("Owner"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("Merged into")
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("Project")
        verbose_name_plural = _("Projects")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name"])]
        constraints = [
            models.CheckConstraint(
                name="project_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("project", args=[self.pk])


class ProjectMention(Mention):
    """What one article reports of a project: its stage with the words that say so, and its figures."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="mentions", verbose_name=_("Project"))
    stage = models.CharField(_("Stage"), max_length=20, choices=Stage.choices, default=Stage.UNKNOWN)
    stage_text = models.CharField(_("Words that give the stage"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("Project report")
        verbose_name_plural = _("Project reports")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "project"], name="project_mention_once"),
            models.CheckConstraint(name="project_stage_known", condition=Q(stage__in=Stage.values)),
            *evidence_constraints("project_mention"),
        ]

    def __str__(self) -> str:
        return str(self.project)


class ProjectFigure(models.Model):
    """A figure of a report, of one kind (总投资, 完成投资, 年产值 …), kinds being never mixed."""

    report = models.ForeignKey(
        ProjectMention, on_delete=models.CASCADE, related_name="figures", verbose_name=_("Project report")
    )
    label = models.CharField(_("Kind of figure"), max_length=40)
    value = models.DecimalField(_("Value in the base unit"), max_digits=24, decimal_places=4)
    unit = models.CharField(_("Unit"), max_length=20)
    text = models.CharField(_("As printed"), max_length=100)
    start = models.PositiveIntegerField(_("First character"))
    end = models.PositiveIntegerField(_("Character after the last"))

    class Meta:
        verbose_name = _("Project figure")
        verbose_name_plural = _("Project figures")
        ordering = ["report_id", "start", "label"]
        constraints = [
            models.UniqueConstraint(fields=["report", "label", "start"], name="project_figure_once"),
            models.CheckConstraint(name="project_figure_span_order", condition=Q(end__gt=models.F("start"))),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text}"

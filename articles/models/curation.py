"""Curation: the log of edits, and the questions that reading leaves open."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article


class Edit(models.Model):
    """One change of one field by one person: append-only, undone by a later edit, never deleted."""

    target_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, verbose_name=_("Kind of object"))
    target_id = models.PositiveBigIntegerField(_("Object"))
    target = GenericForeignKey("target_type", "target_id")
    field = models.CharField(_("Field"), max_length=60)
    old = models.JSONField(_("Before"), null=True, blank=True)
    new = models.JSONField(_("After"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="edits", verbose_name=_("By")
    )
    at = models.DateTimeField(_("At"), auto_now_add=True)
    why = models.CharField(_("Reason"), max_length=500, blank=True)
    undone_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undoes", verbose_name=_("Undone by")
    )

    class Meta:
        verbose_name = _("Edit")
        verbose_name_plural = _("Edits")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["target_type", "target_id", "field"])]
        constraints = [
            models.CheckConstraint(
                name="edit_not_undone_by_itself", condition=Q(undone_by__isnull=True) | ~Q(undone_by=models.F("id"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target_type.model} {self.target_id}: {self.field}"


class OpenQuestion(models.Model):
    """Something that reading found and could not settle: which official, which place, which writing.

    candidates lists {"model", "id", "label"} of the rows that come into question; an empty list means none was found.
    """

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Which official?")
        PLACE = "place", _("Which place?")
        PROJECT = "project", _("Which project?")
        POLICY = "policy", _("Which policy?")
        BORDERS = "borders", _("Are the borders right?")
        SOURCE = "source", _("From which newspaper?")
        VARIANT = "variant", _("Which of two writings?")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        SETTLED = "settled", _("Settled")
        DISMISSED = "dismissed", _("Dismissed")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="questions", verbose_name=_("Article"))
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("As printed"), max_length=300)
    sentence = models.TextField(_("Sentence"), blank=True)
    start = models.PositiveIntegerField(_("First character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("Character after the last"), null=True, blank=True)
    candidates = models.JSONField(_("Candidates"), default=list, blank=True)
    state = models.CharField(_("State"), max_length=10, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(_("At"), auto_now_add=True)

    class Meta:
        verbose_name = _("Open question")
        verbose_name_plural = _("Open questions")
        ordering = ["state", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "text"], name="open_question_once"),
            models.CheckConstraint(
                name="open_question_span_order",
                condition=Q(start__isnull=True) | Q(end__gt=models.F("start")),
            ),
        ]

    def __str__(self) -> str:
        return self.text

"""Sources: newspapers, their pages, and the ledger of what was imported."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Level
from articles.models.places import Place


class Newspaper(models.Model):
    """A newspaper. Its home place decides what 我市 and 市长 mean on its pages."""

    name = models.CharField(_("Newspaper name"), max_length=60, unique=True)
    slug = models.SlugField(_("Address name"), max_length=80, unique=True)
    short_names = models.JSONField(_("Short names"), default=list, blank=True)
    level = models.CharField(_("Level"), max_length=10, choices=Level.choices, blank=True)
    home_place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="newspapers", verbose_name=_("Home place")
    )

    class Meta:
        verbose_name = _("Newspaper")
        verbose_name_plural = _("Newspapers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("newspaper", args=[self.slug])


class DatePrecision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("Day")
    MONTH = "month", _("Month")
    YEAR = "year", _("Year")
    UNKNOWN = "unknown", _("Unknown")


class PageQuerySet(models.QuerySet):
    """Newspaper pages."""

    def latest_first(self) -> "PageQuerySet":
        """Newest issue first; pages without a date last."""
        return self.order_by(models.F("date").desc(nulls_last=True), "newspaper__name", "number", "pk")


class Page(models.Model):
    """One newspaper page: its raw text, never edited, and how it was read. Newspaper and date may be unknown."""

    newspaper = models.ForeignKey(
        Newspaper, on_delete=models.PROTECT, null=True, blank=True, related_name="pages", verbose_name=_("Newspaper")
    )
    date = models.DateField(_("Date of issue"), null=True, blank=True)
    date_precision = models.CharField(
        _("Precision of the date"), max_length=10, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN
    )
    number = models.PositiveSmallIntegerField(_("Page number"), null=True, blank=True)
    home_place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Home place")
    )
    source_reasons = models.JSONField(_("How the source was found"), default=list, blank=True)
    file_name = models.CharField(_("File name"), max_length=255, db_index=True)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, unique=True)
    raw_text = models.TextField(_("Raw text"))
    encoding = models.CharField(_("Encoding"), max_length=20)
    encoding_reason = models.CharField(_("How the encoding was found"), max_length=200, blank=True)
    encoding_confidence = models.FloatField(_("Confidence of the encoding"), default=1.0)
    furniture = models.JSONField(_("Furniture"), default=list, blank=True)
    reader_version = models.CharField(_("Reader version"), max_length=20)
    imported_at = models.DateTimeField(_("Imported at"), auto_now_add=True)
    read_at = models.DateTimeField(_("Read at"), auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Newspaper page")
        verbose_name_plural = _("Newspaper pages")
        ordering = ["newspaper", "date", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["newspaper", "date", "number"],
                condition=Q(newspaper__isnull=False, date__isnull=False, number__isnull=False),
                name="page_once_an_issue",
            ),
            models.CheckConstraint(
                name="page_number_range", condition=Q(number__isnull=True) | Q(number__gte=1) & Q(number__lte=999)
            ),
            models.CheckConstraint(
                name="page_encoding_confidence_range",
                condition=Q(encoding_confidence__gte=0) & Q(encoding_confidence__lte=1),
            ),
        ]

    def __str__(self) -> str:
        if not self.has_identity:
            return self.file_name
        return f"{self.newspaper} {self.date} {self.number}"

    def get_absolute_url(self) -> str:
        if not self.has_identity:
            return reverse("page", args=[self.pk])
        return reverse("newspaper-page", args=[self.newspaper.slug, self.date.isoformat(), self.number])

    @property
    def has_identity(self) -> bool:
        """Whether newspaper, date and number are all known, so that the page has an address of its own."""
        return bool(self.newspaper_id and self.date and self.number)


class ImportRun(models.Model):
    """One run of import_pages: its outcome is the sum of its entries."""

    started_at = models.DateTimeField(_("Started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("Finished"), null=True, blank=True)
    options = models.JSONField(_("Options"), default=dict, blank=True)

    class Meta:
        verbose_name = _("Import run")
        verbose_name_plural = _("Import runs")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"#{self.pk}"


class ImportEntry(models.Model):
    """What one run did with one file, and why."""

    class Outcome(models.TextChoices):
        IMPORTED = "imported", _("Imported")
        UPDATED = "updated", _("Updated")
        UNCHANGED = "unchanged", _("Unchanged")
        QUARANTINED = "quarantined", _("Quarantined")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="entries", verbose_name=_("Import run"))
    file = models.CharField(_("File name"), max_length=1000)
    outcome = models.CharField(_("Outcome"), max_length=12, choices=Outcome.choices)
    reason = models.CharField(_("Reason"), max_length=500, blank=True)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    page = models.ForeignKey(
        Page, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries", verbose_name=_("Newspaper page")
    )

    class Meta:
        verbose_name = _("Import entry")
        verbose_name_plural = _("Import entries")
        ordering = ["run_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="import_entry_outcome_known",
                condition=Q(outcome__in=["imported", "updated", "unchanged", "quarantined"]),
            )
        ]

    def __str__(self) -> str:
        return self.file

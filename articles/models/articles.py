"""Articles and those who wrote them."""

import re

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Derived
from articles.models.sources import Newspaper, Page
from articles.querysets import ArticleQuerySet

# Characters that what a text without a headline is called by may have.
LONGEST_OPENING = 24
_FIRST_SENTENCE = re.compile("[^。！？\n]*[。！？]?")


class Kind(models.TextChoices):
    """What sort of text an article is."""

    NEWS = "news", _("News")
    INTERVIEW = "interview", _("Interview")
    PHOTO = "photo", _("Photo")
    COLUMN_NOTE = "column_note", _("Column note")
    COMMENTARY = "commentary", _("Commentary")
    SIGNED_ARTICLE = "signed_article", _("Signed article")
    BRIEF = "brief", _("Brief")
    FEATURE = "feature", _("Feature")


class ReviewState(models.TextChoices):
    """How far curators have got with an article. An orphan was edited, but a later reading no longer finds it."""

    UNREVIEWED = "unreviewed", _("Not reviewed")
    REVIEWED = "reviewed", _("Reviewed")
    DOUBTFUL = "doubtful", _("Doubtful")
    ORPHANED = "orphaned", _("No longer found")


class Article(Derived):
    """An article of a page.

    uid comes from the page's identity and the body's own text, not from the position, so that links last. offsets
    pairs the start of each run of body characters with its raw line: [[0, 6], [19, 8], …]. newspaper and published
    repeat the page's, for lists. search_text is what search looks in.
    """

    uid = models.CharField(_("Stable id"), max_length=32, unique=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="articles", verbose_name=_("Newspaper page"))
    newspaper = models.ForeignKey(
        Newspaper, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("Newspaper")
    )
    published = models.DateField(_("Date of issue"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("Order on the page"))
    kind = models.CharField(_("Kind"), max_length=16, choices=Kind.choices, default=Kind.NEWS)
    section = models.CharField(_("Section"), max_length=200, blank=True)
    kicker = models.CharField(_("Kicker"), max_length=500, blank=True)
    headline = models.CharField(_("Headline"), max_length=500, blank=True)
    subhead = models.CharField(_("Subhead"), max_length=500, blank=True)
    body = models.TextField(_("Body"), blank=True)
    crossheads = models.JSONField(_("Crossheads"), default=list, blank=True)
    body_lines = models.JSONField(_("Body lines"), default=list, blank=True)
    headline_lines = models.JSONField(_("Headline lines"), default=list, blank=True)
    offsets = models.JSONField(_("Raw line of each run of text"), default=list, blank=True)
    event_dates = models.JSONField(_("Event dates"), default=list, blank=True)
    keywords = models.JSONField(_("Keywords"), default=list, blank=True)
    continued_on = models.PositiveSmallIntegerField(_("Continued on page"), null=True, blank=True)
    continued_from = models.PositiveSmallIntegerField(_("Continued from page"), null=True, blank=True)
    continuation = models.OneToOneField(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="continuation_of",
        verbose_name=_("Continued in"),
    )
    reprint_of = models.CharField(_("Reprint of"), max_length=200, blank=True)
    confidence = models.FloatField(
        _("Confidence of the borders"), default=1.0, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    reasons = models.JSONField(_("Reasons"), default=list, blank=True)
    review_state = models.CharField(
        _("Review state"), max_length=10, choices=ReviewState.choices, default=ReviewState.UNREVIEWED
    )
    search_text = models.TextField(_("Search text"), blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("Article")
        verbose_name_plural = _("Articles")
        ordering = ["page_id", "position"]
        indexes = [
            models.Index(fields=["-published", "-id"]),
            models.Index(fields=["newspaper", "-published"]),
            models.Index(fields=["kind"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_confidence_range", condition=Q(confidence__gte=0) & Q(confidence__lte=1)
            ),
            models.CheckConstraint(name="article_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="article_review_state_known", condition=Q(review_state__in=ReviewState.values)),
            models.CheckConstraint(
                name="article_not_its_own_continuation",
                condition=Q(continuation__isnull=True) | ~Q(continuation=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.kicker or opening(self.body)

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return self.body.split("\n") if self.body else []


def opening(text: str) -> str:
    """The first sentence of a text, cut, and so marked, where it is long: what a text without a headline is called by."""
    sentence = _FIRST_SENTENCE.match(text)[0]
    return sentence if len(sentence) <= LONGEST_OPENING else f"{sentence[:LONGEST_OPENING]}……"


class Contributor(models.Model):
    """One name of an article's byline, with the role printed."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="contributors", verbose_name=_("Article")
    )
    name = models.CharField(_("Name"), max_length=40, db_index=True)
    role = models.CharField(_("Role"), max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(_("Order"))

    class Meta:
        verbose_name = _("Contributor")
        verbose_name_plural = _("Contributors")
        ordering = ["article_id", "position"]
        constraints = [models.UniqueConstraint(fields=["article", "name", "role"], name="contributor_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.name}".strip()

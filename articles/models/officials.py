"""Officials, posts, and who held which post when."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Derived, Evidence, Mention, evidence_constraints
from articles.models.places import Place
from articles.querysets import EntityQuerySet


class Official(Derived):
    """A person in public life. Two people of one name are two rows; nothing is merged on a name alone."""

    class Role(models.TextChoices):
        OFFICIAL = "official", _("Official")
        EXECUTIVE = "executive", _("Executive")
        EXPERT = "expert", _("Expert")

    name = models.CharField(_("Name"), max_length=40, db_index=True)
    pinyin = models.CharField(_("Pinyin"), max_length=120, blank=True)
    role = models.CharField(_("Role"), max_length=10, choices=Role.choices, default=Role.OFFICIAL)
    note = models.CharField(_("Note to tell namesakes apart"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("Merged into")
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("Official")
        verbose_name_plural = _("Officials")
        ordering = ["pinyin", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="official_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
            ),
            models.CheckConstraint(
                name="official_role_known", condition=Q(role__in=["official", "executive", "expert"])
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("official", args=[self.pk])


class Post(models.Model):
    """A post: an organ's title, and the place it has power over (none for companies and schools)."""

    name = models.CharField(_("Full title"), max_length=200)
    organ = models.CharField(_("Organ"), max_length=150, blank=True)
    title = models.CharField(_("Title"), max_length=100)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("Jurisdiction")
    )

    class Meta:
        verbose_name = _("Post")
        verbose_name_plural = _("Posts")
        ordering = ["place_id", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["name", "place"], name="post_once_a_place"),
            models.UniqueConstraint(fields=["name"], condition=Q(place__isnull=True), name="post_once_without_place"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("post", args=[self.pk])


class Tenure(models.Model):
    """That an official is reported in a post: first and last seen, which are not the days of appointment."""

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="tenures", verbose_name=_("Official"))
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures", verbose_name=_("Post"))
    first_seen = models.DateField(_("First seen"), null=True, blank=True)
    last_seen = models.DateField(_("Last seen"), null=True, blank=True)

    class Meta:
        verbose_name = _("Tenure")
        verbose_name_plural = _("Tenures")
        ordering = ["official_id", "first_seen", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["official", "post"], name="tenure_once"),
            models.CheckConstraint(
                name="tenure_dates_order",
                condition=Q(first_seen__isnull=True)
                | Q(last_seen__isnull=True)
                | Q(last_seen__gte=models.F("first_seen")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official} {self.post}"


class TenureEvidence(Evidence):
    """The words of one article that give an official a post. former: 原, 时任; acting: 代."""

    tenure = models.ForeignKey(Tenure, on_delete=models.CASCADE, related_name="evidence", verbose_name=_("Tenure"))
    text = models.CharField(_("As printed"), max_length=200)
    former = models.BooleanField(_("Former"), default=False)
    acting = models.BooleanField(_("Acting"), default=False)

    class Meta:
        verbose_name = _("Evidence of a tenure")
        verbose_name_plural = _("Evidence of tenures")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "tenure"], name="tenure_evidence_once"),
            *evidence_constraints("tenure_evidence"),
        ]

    def __str__(self) -> str:
        return self.text


class OfficialMention(Mention):
    """An official whom an article names."""

    official = models.ForeignKey(
        Official, on_delete=models.CASCADE, related_name="mentions", verbose_name=_("Official")
    )

    class Meta:
        verbose_name = _("Official's mention")
        verbose_name_plural = _("Officials' mentions")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "official"], name="official_mention_once"),
            *evidence_constraints("official_mention"),
        ]

    def __str__(self) -> str:
        return str(self.official)

"""Places: provinces, prefectures, counties, townships and villages, present and former."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Level, Mention, evidence_constraints

PLACE_LEVELS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)


class PlaceQuerySet(models.QuerySet):
    """Places."""

    def counties(self) -> "PlaceQuerySet":
        """Units of county level."""
        return self.filter(level=Level.COUNTY)

    def present(self) -> "PlaceQuerySet":
        """Units that stand today."""
        return self.filter(successor__isnull=True, valid_to__isnull=True)

    def with_parents(self) -> "PlaceQuerySet":
        """Fetch what a breadcrumb shows in the same query."""
        return self.select_related("province", "prefecture", "county", "successor")


class Place(models.Model):
    """A place. path is the chain of names from the province down, as 山西省/晋中市/左权县.

    province, prefecture and county point at the present unit of that level which holds this place (itself included),
    so that coverage of 太谷县 counts for 太谷区; a former unit keeps its own parent, path and years.
    """

    code = models.CharField(_("Division code"), max_length=20, unique=True)
    name = models.CharField(_("Name"), max_length=60)
    short_name = models.CharField(_("Short name"), max_length=60)
    level = models.CharField(_("Level"), max_length=10, choices=[(v.value, v.label) for v in PLACE_LEVELS])
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Belongs to")
    )
    path = models.CharField(_("Path"), max_length=300, db_index=True)
    province = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Province")
    )
    prefecture = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Prefecture")
    )
    county = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("County")
    )
    pinyin = models.CharField(_("Pinyin"), max_length=200, blank=True)
    longitude = models.FloatField(_("Longitude"), null=True, blank=True)
    latitude = models.FloatField(_("Latitude"), null=True, blank=True)
    valid_from = models.PositiveSmallIntegerField(_("Since"), null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(_("Until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("Now")
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("Place")
        verbose_name_plural = _("Places")
        ordering = ["code"]
        indexes = [models.Index(fields=["name"]), models.Index(fields=["short_name"]), models.Index(fields=["level"])]
        constraints = [
            models.CheckConstraint(
                name="place_longitude_range",
                condition=Q(longitude__isnull=True) | Q(longitude__gte=-180) & Q(longitude__lte=180),
            ),
            models.CheckConstraint(
                name="place_latitude_range",
                condition=Q(latitude__isnull=True) | Q(latitude__gte=-90) & Q(latitude__lte=90),
            ),
            models.CheckConstraint(
                name="place_years_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="place_level_known", condition=Q(level__in=[level.value for level in PLACE_LEVELS])
            ),
        ]

    def __str__(self) -> str:
        return self.path.replace("/", "")

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.code])


class PlaceName(models.Model):
    """A name that leads to a place; lookups of names go through these rows and never write."""

    class Kind(models.TextChoices):
        FULL = "full", _("Full name")
        SHORT = "short", _("Short name")
        ALIAS = "alias", _("Alias")
        FORMER = "former", _("Former name")

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names", verbose_name=_("Place"))
    name = models.CharField(_("Name"), max_length=60, db_index=True)
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    valid_to = models.PositiveSmallIntegerField(_("Until"), null=True, blank=True)

    class Meta:
        verbose_name = _("Place name")
        verbose_name_plural = _("Place names")
        ordering = ["place_id", "kind", "name"]
        constraints = [models.UniqueConstraint(fields=["place", "name", "kind"], name="place_name_once")]

    def __str__(self) -> str:
        return self.name


class PlaceMention(Mention):
    """A place that an article names; primary when the article is about it."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="mentions", verbose_name=_("Place"))
    primary = models.BooleanField(_("Primary place"), default=False)

    class Meta:
        verbose_name = _("Place mention")
        verbose_name_plural = _("Place mentions")
        ordering = ["article_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "place"], name="place_mention_once"),
            *evidence_constraints("place_mention"),
        ]

    def __str__(self) -> str:
        return str(self.place)

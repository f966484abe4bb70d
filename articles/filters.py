"""The filters of the article list. Their names are the parameters of its address."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Model
from django.forms import CharField, IntegerField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.fields import ModelChoiceField

from articles import search
from articles.models import Article, Kind, Newspaper, Official, Place, Policy, Project, Topic
from articles.querysets import ArticleQuerySet

FIRST_YEAR, LAST_YEAR = 1900, 2100


class QueryField(CharField):
    """Free text, read as a search.Query; nothing typed is ever invalid."""

    def clean(self, value: str | None) -> search.Query:
        """Parse the text."""
        return search.parse(value or "")


class QueryFilter(django_filters.Filter):
    """Full-text search."""

    field_class = QueryField

    def filter(self, queryset: ArticleQuerySet, value: search.Query) -> ArticleQuerySet:
        """Leave the articles that hold every term."""
        return search.matching(queryset, value)


class EntityField(ModelChoiceField):
    """One entity; one that was merged into another, or became another, stands for that."""

    def clean(self, value: str | None) -> Model | None:
        """Look the entity up."""
        entity = super().clean(value)
        stands_for = _present(entity) if isinstance(entity, Place) else getattr(entity, "merged_into_id", None)
        return self.queryset.get(pk=stands_for) if stands_for else entity


def _present(place: Place) -> int | None:
    """The id of what a former unit has become; none of one that stands."""
    present = getattr(place, f"{place.level}_id", None)
    return present if present != place.pk else None


class EntityFilter(django_filters.ModelChoiceFilter):
    """One entity, by a verb of the queryset."""

    field_class = EntityField

    def __init__(self, verb: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.verb = verb

    def filter(self, queryset: ArticleQuerySet, value: Any) -> ArticleQuerySet:
        """Leave the articles of the entity."""
        return getattr(queryset, self.verb)(value) if value else queryset


class YearFilter(django_filters.Filter):
    """The year of issue."""

    field_class = IntegerField


class ArticleFilter(django_filters.FilterSet):
    """What a visitor may narrow the article list by."""

    place = EntityFilter("in_place", queryset=Place.objects.with_parents(), to_field_name="code", label=_("Places"))
    official = EntityFilter("naming", queryset=Official.objects.all(), label=_("Officials"))
    topic = EntityFilter("about", queryset=Topic.objects.all(), to_field_name="slug", label=_("Topics"))
    project = EntityFilter("reporting", queryset=Project.objects.all(), label=_("Projects"))
    policy = EntityFilter("citing", queryset=Policy.objects.all(), label=_("Policies"))
    paper = EntityFilter("printed_in", queryset=Newspaper.objects.all(), to_field_name="slug", label=_("Newspapers"))
    year = YearFilter(
        field_name="published__year", min_value=FIRST_YEAR, max_value=LAST_YEAR, label=pgettext_lazy("filter", "Year")
    )
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("Kind"))
    q = QueryFilter(label=_("Full text"))

    class Meta:
        model = Article
        fields: list[str] = []

    @property
    def chosen(self) -> dict[str, Any]:
        """The conditions that hold, by the name of their parameter; what cannot be read is not among them."""
        read = self.form.cleaned_data if self.form.is_valid() else getattr(self.form, "cleaned_data", {})
        return {name: value for name, value in read.items() if value}

    @property
    def unread(self) -> dict[str, str]:
        """The parameters that cannot be read, or name nothing that is held, as they were given."""
        return {name: self.data.get(name, "") for name in self.form.errors if name in self.filters}

    @property
    def params(self) -> dict[str, str]:
        """The parameters of the conditions that hold, as an address writes them."""
        return {name: self._written(name, value) for name, value in self.chosen.items()}

    def narrowed(self, leaving_out: str = "") -> ArticleQuerySet:
        """The articles that meet all conditions, or all but one."""
        articles = self.queryset
        for name, value in self.chosen.items():
            if name != leaving_out:
                articles = self.filters[name].filter(articles, value)
        return articles

    def _written(self, name: str, value: Any) -> str:
        if isinstance(value, Model):
            key = self.filters[name].extra.get("to_field_name", "pk")
            return str(getattr(value, key))
        return str(value)

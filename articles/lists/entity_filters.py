"""The filters of the lists of officials, projects and policies. Their names are the parameters of the addresses."""

from __future__ import annotations

import django_filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Level, Official, Place, Policy, Project, Stage, Tenure
from articles.showing.geography import inside

MOST = 60


class ListFilter(django_filters.FilterSet):
    """A filter of a list: its fields become the form, `sort` the order."""

    def params(self) -> dict[str, str]:
        """The parameters that were given and could be read."""
        return {name: self.data[name] for name in self.filters if self.data.get(name) and name not in self.form.errors}

    @property
    def chosen_place(self) -> Place | None:
        """The place that the list is narrowed to."""
        return getattr(self.form, "cleaned_data", {}).get("place")


def _place_filter() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        method="in_place", queryset=Place.objects.with_parents(), to_field_name="code", label=_("Place")
    )


class OfficialFilter(ListFilter):
    """Officials by part of the name or the start of its pinyin, by where they held a post, by role."""

    q = django_filters.CharFilter(method="named", label=pgettext_lazy("person", "Name"), max_length=MOST)
    place = _place_filter()
    role = django_filters.ChoiceFilter(choices=Official.Role.choices, empty_label=_("Not limited"), label=_("Role"))

    class Meta:
        model = Official
        fields: list[str] = []

    def named(self, officials: QuerySet, _name: str, value: str) -> QuerySet:
        """Those whose name holds these characters, or whose pinyin begins so, blanks apart or not."""
        return officials.filter(Q(name__contains=value) | Q(pinyin__istartswith=value))

    def in_place(self, officials: QuerySet, _name: str, place: Place | None) -> QuerySet:
        """Those who held a post of the place or within it."""
        if place is None:
            return officials
        held = Tenure.objects.filter(inside(place, "post__place"), official=OuterRef("pk"))
        return officials.filter(Exists(held))


class ProjectFilter(ListFilter):
    """Projects by part of the name, by present stage, by place."""

    q = django_filters.CharFilter(field_name="name", lookup_expr="contains", label=_("Name"), max_length=MOST)
    stage = django_filters.ChoiceFilter(choices=Stage.choices, empty_label=_("Not limited"), label=_("Stage"))
    place = _place_filter()
    sort = django_filters.ChoiceFilter(
        choices=[("latest", _("Latest report")), ("investment", _("Total investment")), ("name", _("Name"))],
        empty_label=None,
        method="sorted_by",
        label=_("Order"),
    )

    class Meta:
        model = Project
        fields: list[str] = []

    def in_place(self, projects: QuerySet, _name: str, place: Place | None) -> QuerySet:
        """Those in the place or within it."""
        return projects.filter(inside(place)) if place else projects

    def sorted_by(self, projects: QuerySet, _name: str, value: str) -> QuerySet:
        """In this order; projects without the date or sum come last."""
        latest = F("last_reported").desc(nulls_last=True)
        orders = {"investment": (F("investment").desc(nulls_last=True), latest, "pk"), "name": ("name", "pk")}
        return projects.order_by(*orders.get(value, (latest, "pk")))


class PolicyFilter(ListFilter):
    """Policies by part of the title, by level."""

    q = django_filters.CharFilter(field_name="title", lookup_expr="contains", label=_("Title"), max_length=MOST)
    level = django_filters.ChoiceFilter(choices=Level.choices, empty_label=_("Not limited"), label=_("Level"))
    sort = django_filters.ChoiceFilter(
        choices=[("latest", _("Latest report")), ("articles", _("Number of articles")), ("title", _("Title"))],
        empty_label=None,
        method="sorted_by",
        label=_("Order"),
    )

    class Meta:
        model = Policy
        fields: list[str] = []

    def sorted_by(self, policies: QuerySet, _name: str, value: str) -> QuerySet:
        """In this order."""
        latest = F("last_seen").desc(nulls_last=True)
        orders = {"articles": ("-articles", latest, "pk"), "title": ("title", "pk")}
        return policies.order_by(*orders.get(value, (latest, "pk")))

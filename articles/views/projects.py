"""The project ledger and single projects."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles.lists.entity_filters import ProjectFilter
from articles.models import Article, Place, Project
from articles.showing.geography import lineage, units_of
from articles.showing.ledger import ledger, record_of
from articles.showing.stages import pips
from articles.showing.together import people_in, policies_in, topics_in
from articles.views.listing import FilteredListView

PLACES = ("place__province", "place__prefecture", "place__county", "place__parent")


class ProjectListView(FilteredListView):
    """The ledger, latest report first. At most 12 queries."""

    template_name = "projects/project_list.html"
    filterset_class = ProjectFilter

    def rows(self) -> QuerySet[Project]:
        """The projects that the public sees."""
        return ledger().order_by(F("last_reported").desc(nulls_last=True), "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add each project's pips and the places to choose from."""
        context = super().get_context_data(**kwargs)
        context["rows"] = [(project, pips(project.stage)) for project in context["page_obj"]]
        return {**context, "places": units_of(Place.objects.filter(projects__isnull=False))}


@require_safe
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a project; one that was merged into another leads there. At most 15 queries."""
    found = get_object_or_404(Project.objects.select_related("merged_into", *PLACES), pk=pk)
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    articles = Article.objects.readable().reporting(found)
    context = {
        "project": found,
        "lineage": [*lineage(found.place), found.place] if found.place else [],
        "record": record_of(found),
        "people": people_in(articles),
        "policies": policies_in(articles),
        "topics": topics_in(articles),
    }
    return render(request, "projects/project_detail.html", context)

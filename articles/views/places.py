"""Places: the tree of those that are covered, and what is reported on each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles.lists.results import listed, results
from articles.models import Article, Place
from articles.showing.careers import offices_of
from articles.showing.coverage import Branch, coverage_of, tree
from articles.showing.geography import former, lineage, parts
from articles.showing.ledger import ledger_of, total
from articles.showing.stages import pips
from articles.showing.together import policies_in, topics_in
from articles.views.days import asked_day
from articles.views.listing import PagedListView

REPORTS_SHOWN = 8
PROJECTS_SHOWN = 10


class PlaceListView(PagedListView):
    """Provinces with the prefectures and counties that articles name. At most 12 queries."""

    template_name = "places/place_list.html"
    paginate_by = 10

    def get_queryset(self) -> list[Branch]:
        """The provinces in the order of their codes."""
        return tree()


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """Show a place, with ?on=2021-08-06 its offices of that day; a former unit leads to what it became.

    A day that cannot be read gives status 400. At most 15 queries.
    """
    found = get_object_or_404(Place.objects.with_parents().select_related("parent"), code=code)
    if found.successor:
        return redirect(found.successor, permanent=True)
    on, offices = asked_day(request), offices_of(found)
    context = {
        "place": found,
        "on": on,
        "lineage": lineage(found),
        "offices": offices,
        "in_office": [held for held in offices if held.covers(on.day)] if on.day else offices,
        "parts": parts(found),
        "former": former(found),
        **_reports(found),
        **_projects(found),
    }
    return render(request, "places/place_detail.html", context, status=400 if on.unread else 200)


def _reports(found: Place) -> dict[str, Any]:
    articles = Article.objects.readable().in_place(found)
    return {
        "coverage": coverage_of(articles),
        "topics": topics_in(articles),
        "policies": policies_in(articles),
        "results": results(listed(articles.newest_first())[:REPORTS_SHOWN]),
    }


def _projects(found: Place) -> dict[str, Any]:
    rows = ledger_of(found)
    shown = rows[:PROJECTS_SHOWN]
    return {
        "projects": [(project, pips(project.stage)) for project in shown],
        "project_count": len(rows),
        "invested": total(rows, "investment"),
        "shown_sums": (total(shown, "investment"), total(shown, "spent")),
    }

"""Officials and posts."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from articles.lists.entity_filters import OfficialFilter
from articles.lists.results import listed, results
from articles.models import Article, Official, Place, Post
from articles.showing.careers import holders_of, latest_posts, namesakes, posts_of
from articles.showing.charts import spans
from articles.showing.geography import units_of
from articles.showing.holders import holders_on
from articles.showing.offices import office_of
from articles.showing.statements import journey, quotations_of, saying, visits_of
from articles.showing.together import people_in, places_in, projects_in
from articles.views.days import asked_day
from articles.views.listing import FilteredListView

REPORTS_SHOWN = 20
STATEMENTS_SHOWN = 5


class OfficialListView(FilteredListView):
    """Officials whom articles name, in the order of pinyin. At most 12 queries."""

    template_name = "officials/official_list.html"
    filterset_class = OfficialFilter

    def rows(self) -> QuerySet[Official]:
        """All that were not merged into another."""
        return Official.objects.active().reported().order_by("pinyin", "name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add each official's latest post and the places to choose from."""
        context = super().get_context_data(**kwargs)
        held = latest_posts(context["page_obj"])
        context["rows"] = [(official, held.get(official.pk)) for official in context["page_obj"]]
        return {**context, "places": units_of(Place.objects.filter(posts__tenures__isnull=False))}


@require_safe
def official(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an official; one who was merged into another leads there. At most 21 queries."""
    found = get_object_or_404(Official.objects.select_related("merged_into"), pk=pk)
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    told = {**_career(found), **_reports(found), **_statements(found)}
    return render(request, "officials/official_detail.html", {"official": found, **told})


def _career(found: Official) -> dict[str, Any]:
    posts = posts_of(found)
    return {"posts": posts, "chart": spans(posts), "namesakes": namesakes(found)}


def _reports(found: Official) -> dict[str, Any]:
    articles = Article.objects.readable().naming(found)
    return {
        "total": articles.count(),
        "results": results(listed(articles.newest_first())[:REPORTS_SHOWN]),
        "people": people_in(articles, leaving_out=found),
        "projects": projects_in(articles),
        "places": places_in(articles),
    }


def _statements(found: Official) -> dict[str, Any]:
    """The latest visits and quotations, and how many there are of each."""
    visits, quotations = visits_of(found), quotations_of(found)
    return {
        "visits": [journey(row, page_of=found) for row in visits[:STATEMENTS_SHOWN]],
        "visits_total": visits.count(),
        "quotations": [saying(row) for row in quotations[:STATEMENTS_SHOWN]],
        "quotations_total": quotations.count(),
    }


class PostView(DetailView):
    """A post and who was reported in it; with ?on=2021-08-06 who held it that day. At most 10 queries.

    A day that cannot be read gives status 400.
    """

    template_name = "posts/post_detail.html"
    context_object_name = "post"
    queryset = Post.objects.select_related("place__province", "place__prefecture", "place__county")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the holders, and the answer for the day asked about."""
        on = asked_day(self.request)
        answer = holders_on(office_of(self.object), on.day) if on.day else None
        return super().get_context_data(holders=holders_of(self.object), on=on, answer=answer, **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer 400 where the day cannot be read."""
        return super().render_to_response(context, status=400 if context["on"].unread else 200, **kwargs)

"""Policies: the list, and how each was taken up."""

from __future__ import annotations

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles.lists.entity_filters import PolicyFilter
from articles.models import Article, Policy
from articles.showing.together import people_in, topics_in
from articles.showing.uptake import uptake_of
from articles.views.listing import FilteredListView


class PolicyListView(FilteredListView):
    """Policies that articles name, latest report first. At most 12 queries."""

    template_name = "policies/policy_list.html"
    filterset_class = PolicyFilter

    def rows(self) -> QuerySet[Policy]:
        """All that were not merged into another."""
        return Policy.objects.active().reported().order_by(F("last_seen").desc(nulls_last=True), "pk")


@require_safe
def policy(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a policy; one that was merged into another leads there. At most 15 queries."""
    found = get_object_or_404(Policy.objects.select_related("merged_into"), pk=pk)
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    articles = Article.objects.readable().citing(found)
    context = {
        "policy": found,
        "uptake": uptake_of(found),
        "people": people_in(articles),
        "topics": topics_in(articles),
    }
    return render(request, "policies/policy_detail.html", context)

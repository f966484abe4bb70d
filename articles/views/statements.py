"""What is reported of one official, in pages: where they went, what they said."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from articles.models import Official, Quotation, Visit
from articles.showing.statements import journey, quotations_of, saying, visits_of
from articles.views.listing import PagedListView


class StatementListView(PagedListView):
    """Rows of one official; the page of one who was merged into another leads to the other's."""

    paginate_by = 30

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list, or lead to that of the official who stayed."""
        self.official = get_object_or_404(Official.objects.select_related("merged_into"), pk=kwargs["pk"])
        if self.official.merged_into:
            return redirect(request.resolver_match.view_name, self.official.merged_into.pk, permanent=True)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whose rows they are."""
        return super().get_context_data(official=self.official, **kwargs)


class ItineraryView(StatementListView):
    """Where an official went. At most 6 queries."""

    template_name = "officials/itinerary.html"

    def get_queryset(self) -> QuerySet[Visit]:
        """All visits that the official was on."""
        return visits_of(self.official)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the visits of this page."""
        context = super().get_context_data(**kwargs)
        return {**context, "visits": [journey(row, page_of=self.official) for row in context["page_obj"]]}


class QuotationListView(StatementListView):
    """What an official is reported to have said. At most 4 queries."""

    template_name = "officials/quotation_list.html"

    def get_queryset(self) -> QuerySet[Quotation]:
        """All quotations that count as the official's."""
        return quotations_of(self.official)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the quotations of this page."""
        context = super().get_context_data(**kwargs)
        return {**context, "quotations": [saying(row) for row in context["page_obj"]]}

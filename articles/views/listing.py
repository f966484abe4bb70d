"""What the lists of officials, projects and policies share: conditions from the address, paging, the form."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.generic import ListView

from articles.lists.addresses import ListAddress
from articles.lists.entity_filters import ListFilter
from articles.lists.paging import Paging


class PagedListView(ListView):
    """A list in pages; a page beyond the last shows the last."""

    paginate_by = 50

    @property
    def address(self) -> ListAddress:
        """The address of this list."""
        return ListAddress(self.request.path)

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Paginator, Page, Any, bool]:
        """Cut out the page asked for, or the nearest there is."""
        page = Paginator(queryset, page_size).get_page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the paging."""
        context = super().get_context_data(**kwargs)
        return {**context, "paging": Paging(context["page_obj"], self.address), "total": context["paginator"].count}


class FilteredListView(PagedListView):
    """A list with conditions. One that cannot be read gives status 400 and an empty list."""

    filterset_class: type[ListFilter]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Read the conditions."""
        super().setup(request, *args, **kwargs)
        self.filters = self.filterset_class(request.GET, self.rows())

    def rows(self) -> QuerySet:
        """Return all rows, before any condition."""
        raise NotImplementedError

    @property
    def address(self) -> ListAddress:
        """The address with the conditions."""
        return ListAddress(self.request.path).having(**self.filters.params())

    def get_queryset(self) -> QuerySet:
        """The rows that meet the conditions."""
        return self.filters.qs if self.filters.form.is_valid() else self.filters.queryset.none()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form and what could not be read."""
        unread = [self.filters.filters[name].label for name in self.filters.form.errors if name in self.filters.filters]
        return super().get_context_data(filters=self.filters, form=self.filters.form, unread=unread, **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer 400 where a condition cannot be read."""
        return super().render_to_response(context, status=400 if context["unread"] else 200, **kwargs)

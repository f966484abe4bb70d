"""The list of articles, with search and facets."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from articles.filters import ArticleFilter
from articles.lists.addresses import ListAddress
from articles.lists.conditions import chips, unread_conditions, ways_out
from articles.lists.filter_bar import FilterBar
from articles.lists.paging import Paging
from articles.lists.results import listed, results
from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.search import Query

SORTS = {"newest": (_("Newest"), ArticleQuerySet.newest_first), "oldest": (_("Oldest"), ArticleQuerySet.oldest_first)}
PAGE_SIZES = ("20", "50", "100")


class ArticleListView(ListView):
    """Articles, narrowed by what the address says. At most 12 queries, whatever the conditions and the rows.

    A page beyond the last shows the last. A condition that cannot be read gives status 400 and says which.
    """

    template_name = "articles/article_list.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Read the conditions."""
        super().setup(request, *args, **kwargs)
        self.articles = ArticleFilter(request.GET, Article.objects.readable())
        self.sort = _one_of(SORTS, request.GET.get("sort"))
        self.size = _one_of(PAGE_SIZES, request.GET.get("per"))
        options = {"sort": self.sort if request.GET.get("sort") == self.sort else ""}
        options["per"] = self.size if self.size != PAGE_SIZES[0] else ""
        self.address = ListAddress(reverse("articles")).having(**self.articles.params, **options)

    def get_queryset(self) -> ArticleQuerySet:
        """The articles that meet the conditions, in the order asked for; none when a condition cannot be read."""
        found = Article.objects.none() if self.articles.unread else self.articles.narrowed()
        return listed(SORTS[self.sort][1](found))

    def get_paginate_by(self, queryset: ArticleQuerySet) -> int:
        """The rows on a page."""
        return int(self.size)

    def paginate_queryset(
        self, queryset: ArticleQuerySet, page_size: int
    ) -> tuple[Paginator, Page, ArticleQuerySet, bool]:
        """Cut out the page asked for, or the nearest there is."""
        page = Paginator(queryset, page_size).get_page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What both pages say: the conditions chosen, and the query."""
        context = super().get_context_data(**kwargs)
        context |= {
            "query": self.articles.chosen.get("q", Query()),
            "chips": chips(self.articles, self.address),
            "clear_url": str(self.address.lacking(*self.articles.filters)),
            "address": self.address,
            "total": context["paginator"].count,
        }
        return context | (self._list(context) if context["total"] else self._nothing())

    def _list(self, context: dict[str, Any]) -> dict[str, Any]:
        return {
            "facets": FilterBar(self.articles, self.address, context["total"]).facets(),
            "results": results(context["page_obj"], context["query"].needles),
            "paging": Paging(context["page_obj"], self.address),
            "sorts": [
                (label, self.address.having(sort=sort), sort == self.sort) for sort, (label, _order) in SORTS.items()
            ],
            "page_sizes": [(size, self.address.having(per=size), size == self.size) for size in PAGE_SIZES],
        }

    def _nothing(self) -> dict[str, Any]:
        ways = ways_out(self.articles, self.address)
        return {"ways": ways, "unread": unread_conditions(self.articles)}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer with the list, or with the ways out of an empty one."""
        if not context["total"]:
            self.template_name = "articles/article_list_empty.html"
        return super().render_to_response(context, status=400 if self.articles.unread else 200, **kwargs)


def _one_of(known: Any, given: str | None) -> str:
    return given if given and given in known else next(iter(known))

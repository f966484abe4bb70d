"""Newspapers, their issues, and single pages line by line."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from articles.models import Page
from articles.showing.issues import beside, issue_days, issues, of_unknown_paper, undated, with_holdings
from articles.showing.lines import Owner, furniture_label, numbered, own, spelled
from articles.wording import in_words, reasons

UNKNOWN_SHOWN = 50


class NewspaperListView(ListView):
    """All newspapers, and the pages whose newspaper is unknown."""

    template_name = "newspapers/newspaper_list.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """The newspapers with what is held of each."""
        return with_holdings().order_by("name")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the first pages of unknown newspapers."""
        return super().get_context_data(unknown=list(of_unknown_paper()[:UNKNOWN_SHOWN]), **kwargs)


class NewspaperView(ListView):
    """A newspaper's issues, newest first."""

    template_name = "newspapers/newspaper_detail.html"
    paginate_by = 60

    def get_queryset(self) -> Any:
        """The days of issue."""
        self.newspaper = get_object_or_404(with_holdings(), slug=self.kwargs["slug"])
        return issue_days(self.newspaper)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the newspaper and the issues of the days shown."""
        context = super().get_context_data(**kwargs)
        shown = issues(self.newspaper, context["object_list"])
        return {**context, "newspaper": self.newspaper, "issues": shown, "undated": undated(self.newspaper)}


@require_safe
def newspaper_page(request: HttpRequest, slug: str, day: date, number: int) -> HttpResponse:
    """Show a page of an issue."""
    return _show(request, _find(slug, day, number))


@require_safe
def newspaper_page_raw(request: HttpRequest, slug: str, day: date, number: int) -> HttpResponse:
    """Hand out a page's raw text."""
    return _raw(_find(slug, day, number))


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a page of unknown identity; once that is known, lead to its lasting address."""
    found = get_object_or_404(Page.objects.select_related("newspaper"), pk=pk)
    return redirect(found, permanent=True) if found.has_identity else _show(request, found)


@require_safe
def page_raw(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the raw text of a page of unknown identity."""
    return _raw(get_object_or_404(Page, pk=pk))


def _find(slug: str, day: date, number: int) -> Page:
    pages = Page.objects.select_related("newspaper")
    return get_object_or_404(pages, newspaper__slug=slug, date=day, number=number)


def _show(request: HttpRequest, found: Page) -> HttpResponse:
    owners = own(found.articles.readable().defer("search_text", "offsets").order_by("position", "pk"))
    before, after = beside(found)
    context = {
        "page": found,
        "name": _name(found),
        "raw_url": f"{found.get_absolute_url()}raw.txt",
        "before": before,
        "after": after,
        "owned": [(owner, owner.lines, reasons(owner.article.reasons)) for owner in owners],
        **_lines(found, owners),
        **_provenance(found),
    }
    return render(request, "newspapers/page_detail.html", context)


def _lines(found: Page, owners: list[Owner]) -> dict[str, Any]:
    lines = list(numbered(found, owners))
    furniture = [(item["kind"], *item["lines"]) for item in found.furniture]
    return {
        "lines": lines,
        "loose": sum(not line.part and bool(line.text.strip()) for line in lines),
        "furniture": [(furniture_label(kind), first, spelled([[first, last]])) for kind, first, last in furniture],
    }


def _provenance(found: Page) -> dict[str, Any]:
    return {
        "encoding_reason": in_words(found.encoding_reason),
        "source_reasons": [in_words(reason) for reason in found.source_reasons],
    }


def _name(found: Page) -> str:
    if not found.has_identity:
        return found.file_name
    return _("%(paper)s %(day)s page %(number)s") % {
        "paper": found.newspaper, "day": found.date.isoformat(), "number": found.number,
    }  # fmt: skip


def _raw(found: Page) -> HttpResponse:
    return HttpResponse(
        found.raw_text,
        content_type="text/plain; charset=utf-8",
        headers={"X-Content-Type-Options": "nosniff", "Content-Disposition": f'inline; filename="page-{found.pk}.txt"'},
    )

"""Paging of a list: the numbers to show, each with its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from articles.lists.addresses import ListAddress


@dataclass(frozen=True)
class PageLink:
    """A page's number, or a gap between numbers, with its address; the present page has none."""

    label: str
    url: str


@dataclass(frozen=True)
class Paging:
    """Where a visitor stands in a list of several pages."""

    page: Page
    address: ListAddress

    @property
    def previous_url(self) -> str:
        """The page before, or nothing."""
        return self._url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        """The page after, or nothing."""
        return self._url(self.page.number + 1) if self.page.has_next() else ""

    @property
    def links(self) -> Iterator[PageLink]:
        """The numbers round the present page, the first and the last, and gaps between."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        for number in numbers:
            apart = number == Paginator.ELLIPSIS or number == self.page.number
            yield PageLink(str(number), "" if apart else self._url(number))

    def _url(self, number: int) -> str:
        # The first page has one address only: the list's own.
        return str(self.address.having(page=str(number)) if number > 1 else self.address.lacking("page"))

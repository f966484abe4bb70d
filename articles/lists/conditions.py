"""What a visitor has chosen, in words, and ways out of a list that nothing is left of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles import search
from articles.facets import sizes
from articles.filters import ArticleFilter
from articles.lists.addresses import ListAddress
from articles.models import Kind, Place
from articles.querysets import ArticleQuerySet

MOST_TERMS = 8
LONGEST_SHOWN = 40

Draft = tuple[str, ListAddress, ArticleQuerySet]


@dataclass(frozen=True)
class Chip:
    """One chosen condition and the address without it."""

    name: str
    label: str | Promise
    text: str
    remove_url: str


@dataclass(frozen=True)
class Way:
    """One condition less: what it is called, where it leads, how many articles are there."""

    label: str
    url: str
    count: int


def chips(articles: ArticleFilter, address: ListAddress) -> list[Chip]:
    """Return the chosen conditions."""
    return [
        Chip(name, articles.filters[name].label, _in_words(value), str(address.lacking(name)))
        for name, value in articles.chosen.items()
    ]


def unread_conditions(articles: ArticleFilter) -> list[str]:
    """Return, in a sentence each, the conditions that cannot be read or name nothing that is held."""
    sentence = _("%(condition)s: nothing here is called “%(value)s”.")
    return [
        sentence % {"condition": articles.filters[name].label, "value": value[:LONGEST_SHOWN]}
        for name, value in articles.unread.items()
    ]


def ways_out(articles: ArticleFilter, address: ListAddress) -> list[Way]:
    """Return what each condition less would give, most articles first. One query, whatever the conditions.

    Where a condition could not be read, the one way is the list by those that could.
    """
    ways = [_all_that_was_read(articles, address)] if articles.unread else _one_less(articles, address)
    found = sizes({str(number): queryset for number, (_label, _url, queryset) in enumerate(ways)})
    counted = [Way(label, str(url), found[str(number)]) for number, (label, url, _queryset) in enumerate(ways)]
    return sorted(counted, key=lambda way: -way.count)


def _all_that_was_read(articles: ArticleFilter, address: ListAddress) -> Draft:
    label = _("By the other conditions") if articles.chosen else _("All articles")
    return label, address, articles.narrowed()


def _one_less(articles: ArticleFilter, address: ListAddress) -> list[Draft]:
    ways: list[Draft] = [
        (
            _("Any: %(condition)s") % {"condition": articles.filters[name].label},
            address.lacking(name),
            articles.narrowed(leaving_out=name),
        )
        for name in articles.chosen
    ]
    return ways + _one_word_less(articles, address)


def _one_word_less(articles: ArticleFilter, address: ListAddress) -> list[Draft]:
    query: search.Query = articles.chosen.get("q", search.Query())
    if len(query.terms) < 2:
        return []
    rest = articles.narrowed(leaving_out="q")
    label = _("Without the word “%(word)s”")
    return [
        (label % {"word": term.typed}, address.having(q=str(less)), search.matching(rest, less))
        for term, less in ((term, query.without(term)) for term in query.terms[:MOST_TERMS])
    ]


def _in_words(value: Any) -> str:
    if isinstance(value, Place):
        return value.name if value.level in ("province", "prefecture", "county") else _within_county(value)
    if value in Kind.values:
        return str(Kind(value).label)
    return str(value)


def _within_county(place: Place) -> str:
    return " › ".join(unit.name for unit in (place.county, place) if unit)

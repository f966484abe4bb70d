"""Rows of an article list: what is shown of each article, ready for the template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles.lists.tags import Tag, naming
from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.search.snippets import marked, snippet

SHORTEST_HALF = 4
BLANKS = re.compile(r"[ \u3000]+")
SHOWN = (
    "headline", "kicker", "body", "kind", "published", "newspaper__name",
    "page__number", "page__date_precision", "page__file_name",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """One article of a list: its title and snippet with the hits marked, its tags, the county that it is about."""

    article: Article
    title: SafeString
    kicker: SafeString
    snippet: SafeString
    tags: list[Tag]
    county: str


def listed(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Fetch with the articles what a list shows, and nothing heavy."""
    return articles.select_related("newspaper", "page").only(*SHOWN)


def results(articles: Iterable[Article], needles: tuple[str, ...] = ()) -> list[Result]:
    """Return the rows of these articles, each of the folded needles marked. One query for all their tags."""
    articles = list(articles)
    named = naming(articles)
    return [
        Result(
            article,
            _title(article, needles),
            marked(article.kicker if article.headline else "", needles),
            snippet(article.body, needles),
            named[article.pk].tags,
            named[article.pk].county,
        )
        for article in articles
    ]


def _title(article: Article, needles: tuple[str, ...]) -> SafeString:
    """The title; a headline of several lines may break between them first."""
    title = str(article)
    halves = BLANKS.split(title)
    if len(halves) == 1 or min(map(len, halves)) < SHORTEST_HALF:
        return marked(title, needles)
    return format_html_join("\u3000", '<span class="seg">{}</span>', ((marked(half, needles),) for half in halves))

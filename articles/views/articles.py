"""One article: its text with marks, and each fact with its sentence and raw line."""

from __future__ import annotations

from typing import Any

from django.views.generic import DetailView

from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.showing.citation import cite
from articles.showing.facts import days_of, facts_of
from articles.showing.lines import lines_of
from articles.showing.marking import blocks, halves


class ArticleView(DetailView):
    """An article. At most 16 queries."""

    template_name = "articles/article_detail.html"
    context_object_name = "article"

    def get_queryset(self) -> ArticleQuerySet:
        """The readable articles with what their page names."""
        pages = ("page__newspaper", "newspaper", "continuation__page__newspaper", "continuation_of__page__newspaper")
        heavy = ("page__raw_text", "continuation__page__raw_text", "continuation_of__page__raw_text")
        return Article.objects.readable().select_related(*pages).defer("search_text", *heavy)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the head, the marked text, the facts and the citation."""
        article = self.object
        facts, marks = facts_of(article)
        return super().get_context_data(
            **_head(article),
            facts=facts,
            blocks=blocks(article.body, article.crossheads, marks),
            marked=bool(marks),
            primary=[fact.mention.place for fact in facts.places if fact.mention.primary][:1],
            **kwargs,
        )


def _head(article: Article) -> dict[str, Any]:
    contributors = list(article.contributors.all())
    return {
        "headline": halves(article.headline),
        "contributors": contributors,
        "citation": cite(article, contributors),
        "event_dates": days_of(article.event_dates),
        "raw_lines": lines_of(article),
        "first_line": min((run[0] for run in article.headline_lines + article.body_lines), default=None),
    }

"""The one entry to full-text search."""

from articles.querysets import ArticleQuerySet
from articles.search.query import Query


def matching(queryset: ArticleQuerySet, query: Query) -> ArticleQuerySet:
    """Keep the articles whose search text holds every term of the query, letter by letter.

    `contains` escapes the wildcards of LIKE, and both sides are folded, so SQLite and PostgreSQL find the same. Costs
    one pass over the text of the articles that the other conditions leave.
    """
    for needle in query.needles:
        queryset = queryset.filter(search_text__contains=needle)
    return queryset

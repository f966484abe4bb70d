"""How to cite an article, after GB/T 7714—2015 (newspaper articles, 8.5 and appendix A)."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article, Contributor

NOT_AUTHORS = ("摄", "图", "编", "校", "版", "审")
MOST_AUTHORS = 3


def cite(article: Article, contributors: Iterable[Contributor]) -> str:
    """Return the citation: authors, title[N], newspaper, date (page); what is unknown is left out.

    More than three authors are cut to three and 等, as the standard has it.
    """
    names = [c.name for c in contributors if not any(word in c.role for word in NOT_AUTHORS)]
    authors = ", ".join(names[:MOST_AUTHORS] + ["等"] * (len(names) > MOST_AUTHORS))
    day = article.published.isoformat() if article.published else ""
    number = f"({article.page.number})" if article.page.number else ""
    paper = article.newspaper.name if article.newspaper else ""
    source = ", ".join(filter(None, [paper, day])) + number
    return ". ".join(filter(None, [authors, f"{article}[N]", source])) + "."

"""Facts as pages quote them: the sentence, the raw line it stands on, the article, and who vouches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from articles.models import Article, Page
from articles.models.base import Evidence
from articles.reading.sentences import sentence_at
from articles.showing.lines import line_of

DOUBTFUL_BELOW = 0.6
SOURCE = ("article__newspaper", "article__page__newspaper")
HEAVY = ("article__search_text", "article__page__raw_text", "article__page__furniture")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its source. standing: checked, doubtful or read; line is None where the text is not placed."""

    sentence: str
    standing: str
    article: Article
    line: int | None
    url: str

    @property
    def day(self) -> date | None:
        """The issue's date."""
        return self.article.published


def quote(row: Evidence, article: Article | None = None) -> Quote:
    """Quote the sentence of a row; give the article where it is already at hand. Runs no query after sourced()."""
    article = article or row.article
    line, url = raw_line(article, row.start)
    return Quote(row.sentence, standing(row), article, line, url)


def raw_line(article: Article, position: int | None) -> tuple[int | None, str]:
    """Return the raw line on which a character of the body stands, and the address of that line on its page."""
    line = None if position is None else line_of(article.offsets, position)
    return line, line_address(article.page, line)


def line_address(page: Page, line: int | None) -> str:
    """Return the address of a raw line, or of the page where the line is unknown."""
    return f"{page.get_absolute_url()}#L{line}" if line else page.get_absolute_url()


def standing(*rows: Evidence) -> str:
    """Return how far a fact can be relied on, by the weakest of its rows: doubtful, then read, then checked."""
    if any(not row.is_vouched and row.confidence < DOUBTFUL_BELOW for row in rows):
        return "doubtful"
    return "checked" if rows and all(row.is_vouched for row in rows) else "read"


def sentence_of(article: Article, start: int, end: int) -> str:
    """Return the sentence round a part of the body, or nothing where the body has no such part."""
    return sentence_at(article.body, start, end).text if start <= end <= len(article.body) else ""


def sourced(rows: QuerySet, *, with_body: bool = False) -> QuerySet:
    """Those rows that count, of articles a visitor sees, with article, page and newspaper in the same query."""
    live = rows.live().exclude(article__review_state="orphaned").select_related(*SOURCE)
    return live.defer(*HEAVY) if with_body else live.defer("article__body", *HEAVY)

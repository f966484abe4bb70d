"""Articles as rows: what was read, with curators' edits laid over, under ids that last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.curation import lay_over
from articles.importing.identity import article_uid
from articles.importing.similarity import pair_up
from articles.models import Article, Contributor, Kind, Page, ReviewState
from articles.reading.keywords import find_keywords
from articles.reading.records import ArticleReading, ArticleText, EventDate, Facts
from articles.resolving.evidence import Read, fit
from articles.search.text import search_text

TEXTS = ("section", "kicker", "headline", "subhead", "reprint_of")
COLUMNS = (
    "newspaper", "published", "position", "kind", *TEXTS, "body", "crossheads", "body_lines", "headline_lines",
    "offsets", "event_dates", "keywords", "continued_on", "continued_from", "confidence", "reasons", "review_state",
    "search_text", "derived",
)  # fmt: skip


def own_text(headline: str, body: str) -> str:
    """Return the text by which an article is known again: its body, or the headline where there is none."""
    return body if body.strip() else headline


def store_articles(page: Page, identity: str, found: Sequence[ArticleReading], before: Sequence[Article]) -> list[Read]:
    """Store a page's articles with their contributors; those that continue one of `before` keep its row and uid."""
    texts = [one.text for one in found]
    pairs = pair_up(
        [own_text(row.derived.get("headline", row.headline), row.derived.get("body", row.body)) for row in before],
        [own_text(text.headline or "", text.body) for text in texts],
    )
    rows = [before[pairs[index]] if index in pairs else Article(page=page) for index in range(len(texts))]
    for position, (row, text, one) in enumerate(zip(rows, texts, found, strict=True)):
        _fill(row, page, position, text, one.facts)
    _name(rows, texts, identity)
    Article.objects.bulk_create([row for row in rows if row.pk is None])
    Article.objects.bulk_update([before[index] for index in pairs.values()], COLUMNS)
    _store_contributors(rows, texts)
    return [Read(row, one.facts, one.text.body) for row, one in zip(rows, found, strict=True)]


def _fill(row: Article, page: Page, position: int, text: ArticleText, facts: Facts) -> None:
    read = _derived(text, facts)
    shown = lay_over(row, read)
    for name, value in shown.items():
        setattr(row, name, value)
    # The body is the bulk of a row: it is kept as read only where an edit shows another.
    row.derived = read if shown["body"] != read["body"] else {k: v for k, v in read.items() if k != "body"}
    row.page, row.newspaper, row.published, row.position = page, page.newspaper, page.date, position
    row.body_lines = [list(lines) for lines in text.body_lines]
    row.headline_lines = [list(lines) for lines in text.headline_lines]
    row.offsets = [list(pair) for pair in text.offsets]
    row.confidence = min(1.0, max(0.0, text.confidence))
    row.reasons = list(text.reasons)
    row.search_text = search_text(row)


def _derived(text: ArticleText, facts: Facts) -> dict[str, Any]:
    """What was read of the fields that a curator may change, in the form that JSON keeps."""
    return {
        **{name: fit(Article, name, getattr(text, name)) for name in TEXTS},
        "kind": text.kind if text.kind in Kind.values else Kind.NEWS.value,
        "body": text.body,
        "crossheads": [{"text": head.text, "before": head.before} for head in text.crossheads],
        "event_dates": [_event_date(day) for day in facts.event_dates],
        "keywords": list(find_keywords(text, _names(facts))),
        "continued_on": _page_number(text.continued_on),
        "continued_from": _page_number(text.continued_from),
        "review_state": ReviewState.UNREVIEWED.value,
    }


def _names(facts: Facts) -> frozenset[str]:
    """The names that stand among the facts already, and so need not be keywords."""
    return frozenset({place.text for place in facts.places} | {person.name for person in facts.people})


def _event_date(day: EventDate) -> dict[str, Any]:
    return {
        "first": day.first.isoformat(),
        "last": day.last.isoformat(),
        "precision": day.precision,
        "start": day.span.start,
        "end": day.span.end,
        "text": day.span.text,
    }


def _page_number(number: int | None) -> int | None:
    return number if number and 1 <= number <= 999 else None


def _name(rows: Sequence[Article], texts: Sequence[ArticleText], identity: str) -> None:
    """Give new articles their uids: from the page's identity and their own text."""
    own = [own_text(text.headline or "", text.body) for text in texts]
    taken = {row.uid for row in rows if row.uid}
    first = [article_uid(identity, text, lambda _: False) for row, text in zip(rows, own, strict=True) if not row.uid]
    stored = set(Article.objects.filter(uid__in=first).values_list("uid", flat=True))

    def is_taken(uid: str) -> bool:
        return uid in taken or uid in stored or (uid not in first and Article.objects.filter(uid=uid).exists())

    for row, text in zip(rows, own, strict=True):
        if not row.uid:
            row.uid = article_uid(identity, text, is_taken)
            taken.add(row.uid)


def _store_contributors(rows: Sequence[Article], texts: Sequence[ArticleText]) -> None:
    Contributor.objects.filter(article__in=rows).delete()
    fresh = [
        Contributor(article=row, name=name, role=role, position=position)
        for row, text in zip(rows, texts, strict=True)
        for position, (name, role) in enumerate(_byline(text))
    ]
    Contributor.objects.bulk_create(fresh)


def _byline(text: ArticleText) -> list[tuple[str, str]]:
    names = ((fit(Contributor, "name", one.name), fit(Contributor, "role", one.role)) for one in text.byline)
    return list(dict.fromkeys(names))

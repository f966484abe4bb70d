"""Quotations as rows, each with the official who speaks, where that is plain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from articles.models import Article, Quotation, Status
from articles.reading.records import Quotation as Found
from articles.resolving.bearers import Bearers, Named
from articles.resolving.evidence import Read, fit

Decided = dict[Named, list[Quotation]]


def decided_quotations(articles: Sequence[Article]) -> Decided:
    """Return the quotations that curators confirmed, rejected or added, by article and speaker."""
    found: Decided = defaultdict(list)
    if articles:
        for row in Quotation.objects.filter(article__in=articles).exclude(status=Status.FOUND):
            found[row.article_id, row.speaker].append(row)
    return found


def quotation_rows(reads: Sequence[Read], bearers: Bearers, kept: Decided) -> list[Quotation]:
    """Return the rows of what people say in the articles, and none for words that a curator decided on."""
    rows = (_row(read, found, bearers) for read in reads for found in read.facts.quotations)
    return [row for row in rows if row and not _is_decided(row, kept.get((row.article_id, row.speaker), []))]


def _row(read: Read, found: Found, bearers: Bearers) -> Quotation | None:
    """The row, or None where a curator has changed the words in the body."""
    spans = read.spans([found.span])
    if not spans or found.role not in Quotation.Role.values:
        return None
    speaker = fit(Quotation, "speaker", found.speaker)
    return Quotation(
        official_id=bearers.get(read.article.pk, speaker),
        speaker=speaker,
        role=found.role,
        verb=fit(Quotation, "verb", found.verb),
        direct=found.direct,
        words=[words.text for words in found.words],
        **read.evidence(spans, found.rule, found.confidence),
    )


def _is_decided(row: Quotation, decided: list[Quotation]) -> bool:
    """Whether a curator decided on these words, or on some that they overlap."""
    return any(other.words == row.words or _overlap(row, other) for other in decided)


def _overlap(row: Quotation, other: Quotation) -> bool:
    if row.start is None or row.end is None or other.start is None or other.end is None:
        return False
    return row.start < other.end and other.start < row.end

"""Names that no post makes known, as rows that a curator confirms or dismisses."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Article, PersonMention, Status
from articles.reading.records import Person
from articles.resolving.bearers import Bearers, Named
from articles.resolving.evidence import Read, fit


def person_rows(reads: Sequence[Read], bearers: Bearers, before: Sequence[Article]) -> list[PersonMention]:
    """Return the rows of what only the tagger takes for names, except where a curator decided or the article names an
    official so. `before` are the articles that were stored already. At most one statement.
    """
    kept = _decided(before)
    rows = (_row(read, person) for read in reads for person in read.facts.people if person.is_unconfirmed)
    fresh = {(row.article_id, row.name): row for row in rows if row}
    return [row for key, row in fresh.items() if key not in kept and bearers.get(*key) is None]


def _decided(articles: Sequence[Article]) -> set[Named]:
    if not articles:
        return set()
    rows = PersonMention.objects.filter(article__in=articles).exclude(status=Status.FOUND)
    return set(rows.values_list("article_id", "name"))


def _row(read: Read, person: Person) -> PersonMention | None:
    """The row, or None where a curator has taken the name out of the body."""
    spans = read.spans(person.mentions)
    if not spans or person.role not in PersonMention.Role.values:
        return None
    name = fit(PersonMention, "name", person.name)
    return PersonMention(name=name, role=person.role, **read.mention(spans, person.rule, person.confidence))

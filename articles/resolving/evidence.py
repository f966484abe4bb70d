"""What a row keeps of the words that it stands on: the spans, the sentence, the rule, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db import models

from articles.models import Article
from articles.reading.records import Facts, Span
from articles.reading.sentences import sentence_at


@dataclass(frozen=True, slots=True)
class Read:
    """A stored article with the facts found in it; `body` is the body as read, which a curator may have changed since."""

    article: Article
    facts: Facts
    body: str

    def spans(self, spans: Iterable[Span]) -> list[Span]:
        """Return the spans as they stand in the body that is shown, in order, each once."""
        inside = sorted({s for s in spans if 0 <= s.start < s.end <= len(self.body)}, key=lambda s: (s.start, s.end))
        if self.article.body == self.body:
            return inside
        moved = (self._moved(span) for span in inside)
        return [span for span in moved if span]

    def _moved(self, span: Span) -> Span | None:
        """Find the same occurrence of the same words in the body shown, or None when an edit took it away."""
        words = self.body[span.start : span.end]
        earlier = self.body.count(words, 0, span.start)
        found = occurrences(self.article.body, words)
        return replace(found[earlier], text=span.text) if earlier < len(found) else None

    def sentence(self, span: Span) -> str:
        """Return the sentence of the body shown that holds the span."""
        return sentence_at(self.article.body, span.start, span.end).text

    def evidence(self, spans: Sequence[Span], rule: str, confidence: float) -> dict[str, Any]:
        """Return the columns of an Evidence row that stands on the first of the spans."""
        first = spans[0] if spans else None
        return {
            "article": self.article,
            "start": first.start if first else None,
            "end": first.end if first else None,
            "sentence": self.sentence(first) if first else "",
            "rule": rule[:60],
            "confidence": min(1.0, max(0.0, confidence)),
        }

    def mention(self, spans: Sequence[Span], rule: str, confidence: float) -> dict[str, Any]:
        """Return the columns of a Mention row that stands on all the spans."""
        places = [[span.start, span.end] for span in spans]
        return {**self.evidence(spans, rule, confidence), "count": len(places), "spans": places}


def occurrences(text: str, words: str) -> list[Span]:
    """Return all places of `words` in a text that do not overlap."""
    return [Span(m.start(), m.end(), words) for m in re.finditer(re.escape(words), text)] if words else []


def fit(model: type[models.Model], field: str, text: str | None) -> str:
    """Return a text cut to what the column takes; None is an empty one."""
    return (text or "")[: _longest(model, field)]


@cache
def _longest(model: type[models.Model], field: str) -> int | None:
    return getattr(model._meta.get_field(field), "max_length", None)


def fuller(one: str, other: str) -> str:
    """Return the longer of two texts, of equally long ones the first in order: whichever came first does not matter."""
    return max((one, other), key=lambda text: (len(text), [-ord(char) for char in text]))

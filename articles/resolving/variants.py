"""Terms that a page writes in two ways, as questions: a curator says which is right, and corrects it or lets it stand."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Article, OpenQuestion
from articles.reading.records import Variant
from articles.resolving.evidence import Read
from articles.resolving.standing import Questions

KIND = OpenQuestion.Kind.VARIANT


def ask_variants(reads: Sequence[Read], variants: Sequence[Variant], questions: Questions) -> None:
    """Ask about each term at the article that has the rarer writing; the candidate is the article that has the other.

    Nothing is asked that was answered at any article of the page, or of which an edit has taken one writing away.
    """
    for variant in variants:
        here, there = reads[variant.article], reads[variant.other]
        text = " / ".join(variant.terms)
        if any(questions.is_closed(read.article, KIND, text) for read in reads):
            continue
        if variant.terms[0] in _shown(here.article) and variant.terms[1] in _shown(there.article):
            spans = here.spans([variant.span] if variant.span else [])
            questions.ask(here, KIND, text, spans[0] if spans else None, [there.article] if there is not here else [])


def _shown(article: Article) -> str:
    return "\n".join((article.kicker, article.headline, article.subhead, article.body))

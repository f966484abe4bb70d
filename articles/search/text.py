"""The text that search looks in, and the folding that makes the text and the query alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.models import Article


def fold(text: str) -> str:
    """Make full and half width, upper and lower case, and compatibility forms alike (NFKC, casefold, NFKC)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def search_text(article: Article) -> str:
    """Return what is searched of an article: section, kicker, headline, subhead and body, folded, one a line.

    Whoever changes one of these fields stores the result in Article.search_text.
    """
    parts = (article.section, article.kicker, article.headline, article.subhead, article.body)
    return fold("\n".join(part for part in parts if part))


def spans(text: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the folded needles stand in the text as printed: [start, end) characters, sorted, not overlapping."""
    folded, origins = _folded_with_origins(text)
    found = sorted(span for needle in needles for span in _occurrences(folded, needle))
    merged: list[tuple[int, int]] = []
    for start, end in ((origins[a], origins[b - 1] + 1) for a, b in found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _occurrences(folded: str, needle: str) -> list[tuple[int, int]]:
    found, at = [], folded.find(needle)
    while needle and at >= 0:
        found.append((at, at + len(needle)))
        at = folded.find(needle, at + len(needle))
    return found


def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    folded = [_fold_character(character) for character in text]
    return "".join(folded), [index for index, part in enumerate(folded) for _ in part]


# Folding by the character misses only what combining marks compose, and gives each folded one its origin.
@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    return fold(character)

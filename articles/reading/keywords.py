"""The words by which an article differs from others: frequent in it, rare elsewhere (TF-IDF)."""

from __future__ import annotations

import re
from collections import Counter

from articles.reading.records import ArticleText
from articles.reading.segmentation import cut, rarities
from articles.reading.words import read_word_set

MOST = 8
# A word of the headline says what the article is about better than one of the body.
HEADLINE_WEIGHT = 3
HAN_WORD = re.compile(r"[一-鿿]{2,8}")


def find_keywords(article: ArticleText, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return up to eight words, the weightiest first. Parts of `known` names, the facts already found, are left out.

    A word counts when jieba's list holds it: an unlisted run of characters is no word that anybody would look for.
    """
    names, common = "\n".join(known), read_word_set("report_words")
    heads = " ".join(filter(None, (article.kicker, article.headline, article.subhead)))
    counts = Counter(_words(article.body))
    counts.update({word: times * HEADLINE_WEIGHT for word, times in Counter(_words(heads)).items()})
    rare = rarities()
    weights = {
        word: times * rare[word]
        for word, times in counts.items()
        if word in rare and word not in common and word not in names
    }
    return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:MOST])


def _words(text: str) -> list[str]:
    return [word for word in cut(text) if HAN_WORD.fullmatch(word)]

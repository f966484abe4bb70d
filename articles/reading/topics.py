"""Topics of an article: FORMAT's list, by weighted words, their place in the article, and the facts found before."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

from articles.reading.records import ArticleText, PlaceMention, Policy, Project, Topic
from articles.reading.words import read_pairs

# How much a word counts by where it stands.
HEADLINE, LABEL, OPENING, BODY = 3.5, 2.5, 1.6, 1.0
OPENING_LENGTH = 120
# A topic needs this much, and SHARE of the best topic's score raised to DAMPED, since some topics have many more words
# than others; no more than MOST are named. Set by search over the gold articles of 36 pages, all alike good near it.
ENOUGH, SHARE, DAMPED, MOST = 1.8, 0.95, 0.65, 4
# Longer articles need more words: the score is divided by the length over 400 characters, raised to this.
BY_LENGTH = 0.4
# What naming projects adds to 项目建设, and several provinces to 区域协调, for each doubling of their number.
BY_PROJECTS, BY_PROVINCES = 0.5, 1.0
WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class TopicClass:
    """A topic of FORMAT's list: English address name, group (the first level), class of the State Council's library."""

    name: str
    slug: str
    group: str
    library_class: str


def _read_topics() -> tuple[TopicClass, ...]:
    rows = (row for row in read_pairs("topics"))
    return tuple(TopicClass(name, *value.split("\t")[:3]) for name, value in rows)


TOPICS: tuple[TopicClass, ...] = _read_topics()


def find_topics(
    article: ArticleText,
    projects: tuple[Project, ...],
    policies: tuple[Policy, ...],
    places: tuple[PlaceMention, ...],
) -> tuple[Topic, ...]:
    """The topics of an article, at most MOST, the best first, each with the words that decided, the heaviest first.

    A word counts more in the headline and in the opening; its repeats count less and less, and a long article needs
    more words than a short one. Linear in the length.
    """
    weights = _word_weights(article)
    _add_facts(weights, projects, policies, places)
    scale = (max(len(article.body), 150) / 400) ** BY_LENGTH
    scores = {topic: sum(words.values()) / scale * _leanings().get(topic, 1.0) for topic, words in weights.items()}
    best = max(scores.values(), default=0.0)
    ranked = sorted(scores, key=lambda topic: (-scores[topic], _ORDER[topic]))
    kept = [topic for topic in ranked if scores[topic] >= max(ENOUGH, SHARE * best**DAMPED)][:MOST]
    return tuple(Topic(topic, round(scores[topic], 3), _heaviest(weights[topic])) for topic in kept)


@cache
def _leanings() -> dict[str, float]:
    return {topic: float(factor) for topic, factor in read_pairs("topic_leanings")}


_ORDER = {topic.name: number for number, topic in enumerate(TOPICS)}


def _word_weights(article: ArticleText) -> dict[str, dict[str, float]]:
    """Topic → word → what it contributes."""
    counts: dict[tuple[str, str, int], float] = defaultdict(float)
    for text, factor in _parts(article):
        for topic, word, weight in _matches(text):
            counts[topic, word, weight] += factor
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (topic, word, weight), count in counts.items():
        found[topic][word] = found[topic].get(word, 0.0) + weight**1.5 / 3 * math.log2(1 + count)
    return found


def _parts(article: ArticleText) -> Iterator[tuple[str, float]]:
    body = article.body
    yield article.headline or "", HEADLINE
    yield article.subhead or "", LABEL
    yield article.kicker or "", LABEL
    yield article.section or "", LABEL
    yield body[:OPENING_LENGTH], OPENING
    yield body[OPENING_LENGTH:], BODY


def _matches(text: str) -> Iterator[tuple[str, str, int]]:
    """(topic, word, weight) of each topic word; of words inside a longer one of the same topic only the longer."""
    found = [
        (end - len(word) + 1, -end, topic, word, weight)
        for end, entries in _automaton().iter(text)
        for topic, word, weight in entries
    ]
    reached: dict[str, int] = {}
    for _, minus_end, topic, word, weight in sorted(found):
        if -minus_end > reached.get(topic, -1):
            reached[topic] = -minus_end
            yield topic, word, weight


@cache
def _automaton() -> ahocorasick.Automaton:
    entries: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for topic, value in read_pairs("topic_words"):
        weight, _, words = value.partition("\t")
        for word in words.split():
            entries[word].append((topic, word, int(weight)))
    automaton = ahocorasick.Automaton()
    for word, found in entries.items():
        automaton.add_word(word, tuple(found))
    automaton.make_automaton()
    return automaton


def _add_facts(
    weights: dict[str, dict[str, float]],
    projects: tuple[Project, ...],
    policies: tuple[Policy, ...],
    places: tuple[PlaceMention, ...],
) -> None:
    """What the facts add: projects speak for 项目建设, places of several provinces for 区域协调."""
    if projects:
        weights["项目建设"]["projects"] = BY_PROJECTS * math.log2(1 + len(projects))
    provinces = {place.resolved.split("/")[0] for place in places if place.resolved and place.kind == "admin"}
    if len(provinces) > 2:
        weights["区域协调"]["provinces"] = BY_PROVINCES * math.log2(len(provinces))
    for policy in policies:
        for topic, word, weight in _matches(policy.title):
            weights[topic][word] = weights[topic].get(word, 0.0) + weight / 2


def _heaviest(words: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-words[word], word))[:WORDS_SHOWN])

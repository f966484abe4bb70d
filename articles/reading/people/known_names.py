"""Officials whom one article of a page names with a post, and another by name alone.

Whoever is new to a reader is introduced (村医王强, 42岁的王强); a name that stands bare from its first mention on, opening
its clause before a verb of reports, is that of someone the page has told of. Of two officials of one name neither is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from articles.reading.name_shapes import MARKS, begins_word, follows_name
from articles.reading.records import Facts, Person, Span
from articles.reading.words import alternation, read_pairs, read_words

RULE, CONFIDENCE = "named on the page", 0.7
# How far a name's article is searched for its mentions, so that time stays linear.
MOST_MENTIONS = 50


def find_known(articles: Sequence[tuple[str, Facts]]) -> list[tuple[Person, ...]]:
    """For each article of a page, its body and what was found there: the officials of the others whom it names bare."""
    known = _known([facts for _, facts in articles])
    return [tuple(_named(body, facts, known)) for body, facts in articles]


def _known(articles: Sequence[Facts]) -> frozenset[str]:
    """The names of officials with posts, those left out that are given posts of different areas."""
    areas: dict[str, set[str]] = defaultdict(set)
    for person in (person for facts in articles for person in facts.people):
        if person.role == "official" and person.posts:
            areas[person.name] |= {"/".join(post.place.split("/")[:2]) for post in person.posts if post.place}
    return frozenset(name for name, places in areas.items() if len(places) <= 1)


def _named(body: str, facts: Facts, known: frozenset[str]) -> Iterator[Person]:
    places = {place.text for place in facts.places}
    for name in sorted(known - {person.name for person in facts.people} - places):
        spans = [Span(*match.span(), name) for match in re.finditer(re.escape(name), body)][:MOST_MENTIONS]
        if spans and _opens_clause(body, spans[0].start) and any(_acts(body, span) for span in spans):
            yield Person(name, "official", (), tuple(spans), RULE, CONFIDENCE)


def _acts(body: str, span: Span) -> bool:
    """Whether a name opens its clause and a verb of reports follows; a name of two characters may be a word."""
    if not _opens_clause(body, span.start):
        return False
    if len(span.text) > 2:
        return follows_name(body, span.end) or body.startswith("说", span.end)
    return not begins_word(span.text) and bool(_verbs().match(body, span.end))


def _opens_clause(body: str, position: int) -> bool:
    return position == 0 or body[position - 1] in MARKS - frozenset("、·“‘（(《〈")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(alternation((*read_words("verbs_of_office"), *(verb for verb, _ in read_pairs("speech_verbs")))))

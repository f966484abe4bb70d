"""Topics: the fixed list as rows, and the mentions of it."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Article, Topic, TopicMention
from articles.reading.records import Span
from articles.reading.records import Topic as Found
from articles.reading.topics import TOPICS
from articles.resolving.evidence import Read, fit
from articles.resolving.pinyin import address_name
from articles.resolving.standing import Pairs

# Words decide, no sentence states it: below what is read word for word.
CONFIDENCE = 0.8


def sync_topics() -> None:
    """Bring the topic rows to what reading's list says: groups, then topics under them. A curator's own rows stay."""
    rows = {row.name: row for row in Topic.objects.all()}
    names = {topic.name for topic in TOPICS}
    for group in dict.fromkeys(topic.group for topic in TOPICS):
        if group and group not in names:
            _sync(rows, group, address_name(group), None, "")
    for topic in TOPICS:
        parent = rows.get(topic.group) if topic.group != topic.name else None
        _sync(rows, topic.name, topic.slug, parent, topic.library_class)


def _sync(rows: dict[str, Topic], name: str, slug: str, parent: Topic | None, library_class: str) -> None:
    row = rows.setdefault(name, Topic(name=name))
    told = (slug, parent.pk if parent else None, library_class)
    if row.pk is None or told != (row.slug, row.parent_id, row.library_class):
        row.slug, row.parent, row.library_class = slug, parent, library_class
        row.save()


def topic_rows(reads: Sequence[Read], kept: Pairs) -> list[TopicMention]:
    """Return the mention rows of the articles' topics, each standing on the words that decided."""
    names = {topic.name for read in reads for topic in read.facts.topics}
    rows = {row.name: row for row in Topic.objects.filter(name__in=names)}
    return [
        _row(read, rows[found.name], found)
        for read in reads
        for found in {topic.name: topic for topic in read.facts.topics}.values()
        if found.name in rows and (read.article.pk, rows[found.name].pk) not in kept
    ]


def _row(read: Read, topic: Topic, found: Found) -> TopicMention:
    words = _printed(read.article, found.words)
    columns = read.mention(_spans(read.article.body, words), "topic words", CONFIDENCE)
    if not columns["spans"]:
        columns.update(count=1, sentence=fit(TopicMention, "sentence", read.article.headline))
    return TopicMention(topic=topic, score=found.score, words=words, **columns)


def _printed(article: Article, words: Sequence[str]) -> list[str]:
    """Leave out what is no word of the text: that projects, or places of several provinces, speak for a topic."""
    text = "\n".join((article.body, article.headline, article.kicker, article.subhead, article.section))
    return [word for word in words if word in text]


def _spans(body: str, words: Sequence[str]) -> list[Span]:
    """The first place in the body of each word that decided, the heaviest word first."""
    starts = [(body.find(word), word) for word in words if word]
    return [Span(at, at + len(word), word) for at, word in starts if at >= 0]

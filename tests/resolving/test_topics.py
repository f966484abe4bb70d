"""Topics: the list as rows, and what articles are about."""

import pytest

from articles.models import Topic, TopicMention
from articles.reading.records import Topic as Found
from articles.reading.topics import TOPICS
from articles.resolving.topics import sync_topics
from tests.importing.readings import make_read, make_source, store

pytestmark = pytest.mark.django_db

BODY = "全县防汛应急演练举行，防汛物资到位。"


def test_the_list_becomes_rows_in_two_levels_and_stays_as_it_is():
    sync_topics()
    before = list(Topic.objects.values_list("pk", "name", "slug", "parent__name", "library_class"))
    assert {topic.name for topic in TOPICS} <= {row[1] for row in before}
    assert all(row[3] for row in before if row[1] in {topic.name for topic in TOPICS})
    sync_topics()
    assert list(Topic.objects.values_list("pk", "name", "slug", "parent__name", "library_class")) == before


def test_a_changed_list_updates_rows_without_replacing_them():
    sync_topics()
    key = Topic.objects.get(name="教育").pk
    Topic.objects.filter(pk=key).update(library_class="旧", parent=None)
    sync_topics()
    row = Topic.objects.get(pk=key)
    assert row.library_class != "旧" and row.parent is not None


def test_an_article_stands_under_its_topics_with_the_words_that_decided():
    sync_topics()
    topics = (Found("防汛应急", 3.2, ("防汛", "应急演练", "projects")), Found("无此专题", 1.0, ()))
    store([make_read(BODY, topics=topics)], make_source(home=None))
    mention = TopicMention.objects.get()
    assert (mention.topic.slug, mention.score, mention.words) == ("flood-emergency", 3.2, ["防汛", "应急演练"])
    assert (mention.spans, mention.sentence) == ([[2, 4], [4, 8]], BODY)


def test_a_topic_that_the_headline_decides_stands_on_the_headline():
    sync_topics()
    store([make_read("一切就绪。", "防汛演练", topics=(Found("防汛应急", 3.2, ("防汛",)),))], make_source(home=None))
    assert TopicMention.objects.get().sentence == "防汛演练"

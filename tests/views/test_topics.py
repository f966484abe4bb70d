"""Topics in two levels, with counts that equal the lists behind them."""

import pytest

from articles.models import Topic
from tests.factories import make_article, make_mention, make_official, make_place, make_policy, make_topic
from tests.views.collection import make_collection

pytestmark = pytest.mark.django_db


def test_groups_stand_with_their_members(client):
    make_collection()
    topics = client.get("/topics/").context["topics"]
    assert {topic.name: [child.name for child in topic.members] for topic in topics} == {
        "经济": ["文旅融合", "项目建设"], "乡村振兴": [],
    }  # fmt: skip


def test_counts_equal_the_lists_behind_them(client):
    make_collection()
    for topic in client.get("/topics/").context["topics"]:
        for one in (topic, *topic.members):
            total = client.get(f"/articles/?topic={one.slug}").context["total"]
            assert one.articles == total == client.get(one.get_absolute_url()).context["total"], one.name
    for topic in Topic.objects.all():
        for county in client.get(topic.get_absolute_url()).context["counties"]:
            address = f"/articles/?topic={topic.slug}&place={county['code']}"
            assert client.get(address).context["total"] == county["together"]


def test_a_group_counts_an_article_once(client):
    group = make_topic("经济", "economy")
    article = make_article()
    for name, slug in (("项目建设", "projects"), ("文旅融合", "tourism")):
        make_mention(article, make_topic(name, slug, parent=group))
    (topic,) = client.get("/topics/").context["topics"]
    assert (topic.articles, [child.articles for child in topic.members]) == (1, [1, 1])


def test_rejected_and_orphaned_articles_do_not_count(client):
    topic = make_topic()
    make_mention(make_article(), topic, status="rejected")
    make_mention(make_article(review_state="orphaned"), topic)
    assert client.get("/topics/").context["topics"][0].articles == 0
    assert client.get(topic.get_absolute_url()).context["counties"] == []


def test_the_page_shows_class_articles_counties_and_officials(client):
    topic = make_topic(library_class="农业、林业、水利")
    article = make_article(headline="水库水位回落")
    for entity in (topic, make_place(), make_official(), make_policy()):
        make_mention(article, entity)
    text = client.get(topic.get_absolute_url()).content.decode()
    for words in ("农业、林业、水利", "水库水位回落", "左权县", "郑文若", "《左权县水库安全管理办法》"):
        assert words in text


@pytest.mark.parametrize("slug", ["none", "%00", "a" * 3000, "x'--"])
def test_unknown_topics_are_not_found(client, slug):
    assert client.get(f"/topics/{slug}/").status_code == 404


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    group = make_topic("经济", "economy")
    for number in range(24):
        topic = make_topic(f"主题{number}", f"topic-{number}", parent=group)
        article = make_article(headline=f"报道{number}")
        for entity in (topic, make_topic(), make_place(f"山西省/晋中市/县{number}"), make_official(f"官员{number}")):
            make_mention(article, entity)
    with django_assert_max_num_queries(12):
        client.get("/topics/")
    for topic in (group, make_topic()):
        with django_assert_max_num_queries(15):
            assert client.get(topic.get_absolute_url()).context["total"] == 24

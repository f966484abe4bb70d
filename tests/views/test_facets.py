"""Every count of the filter bar equals the list behind it."""

import pytest

from articles.facets import MOST_PEOPLE
from articles.lists.filter_bar import Facet
from articles.models import Article, OfficialMention, Place
from tests.factories import make_mention, make_official
from tests.views.collection import JIYUAN, TOWN, YANHU, ZUOQUAN, make_collection


@pytest.fixture
def named(db):
    return make_collection()


def facets(client, **conditions) -> dict[str, Facet]:
    return {facet.name: facet for facet in client.get("/articles/", conditions).context["facets"]}


def counts(client, name: str, part: str = "values", **conditions) -> dict[str, int]:
    return {str(value.label): value.count for value in getattr(facets(client, **conditions)[name], part)}


def conditions_of(named) -> list[dict[str, str]]:
    place, town, direct = (named[path].code for path in (ZUOQUAN, TOWN, JIYUAN))
    official = str(named["郑文若"].pk)
    return [
        {},
        {"q": "水库"},
        {"place": place},
        {"place": named[ZUOQUAN].prefecture.code, "year": "2020"},
        {"place": named[YANHU].province.code, "kind": "news"},
        {"place": town},
        {"place": direct},
        {"place": direct, "official": str(named["贺知远"].pk)},
        {"official": official},
        {"official": official, "topic": "economy"},
        {"topic": "tourism", "paper": "jinzhong-ribao"},
        {"project": str(named["石磨坊水库"].pk), "q": "验收"},
        {"policy": str(named["管理办法"].pk), "year": "2021"},
        {"paper": "yuncheng-ribao", "kind": "brief", "sort": "oldest", "per": "50"},
    ]


def test_every_count_equals_the_list_behind_it(client, named):
    seen = 0
    for conditions in conditions_of(named):
        page = client.get("/articles/", conditions)
        assert page.context["total"], conditions
        for facet in page.context["facets"]:
            values = facet.values + facet.more + facet.path + facet.beside + facet.below + facet.below_more
            for value in values:
                behind = client.get(value.toggle_url).context["total"]
                expected = page.context["total"] if value.selected else behind
                assert value.count == expected, (conditions, facet.name, value)
                seen += 1
    assert seen > 100


def test_a_facet_leaves_its_own_condition_out(client, named):
    assert counts(client, "kind") == {"消息": 5, "图片": 1, "评论": 1, "简讯": 1}
    assert counts(client, "kind", kind="photo") == {"消息": 5, "图片": 1, "评论": 1, "简讯": 1}
    assert counts(client, "kind", year="2021") == {"消息": 3, "评论": 1}


def test_rejected_mentions_and_orphans_do_not_count(client, named):
    assert counts(client, "official") == {"郑文若": 3, "贺知远": 3}
    OfficialMention.objects.filter(status="rejected").update(status="confirmed")
    assert counts(client, "official")["郑文若"] == 4


def test_an_article_that_names_two_counties_of_a_city_counts_once_for_it(client, named):
    assert counts(client, "place") == {"山西省": 8, "河南省": 1}
    assert counts(client, "place", "below") == {"晋中市": 5, "运城市": 3, "济源市": 1}


def test_places_lead_down(client, named):
    province = named[ZUOQUAN].province
    assert counts(client, "place", "path", place=province.code) == {"山西省": 8}
    assert counts(client, "place", "beside", place=province.code) == {"河南省": 1}
    assert counts(client, "place", "below", place=province.code) == {"晋中市": 5, "运城市": 3}
    city = named[ZUOQUAN].prefecture
    assert counts(client, "place", "path", place=city.code) == {"山西省": 8, "晋中市": 5}
    assert counts(client, "place", "below", place=city.code) == {"左权县": 4, "平遥县": 2}
    county = facets(client, place=named[ZUOQUAN].code)["place"]
    assert [value.label for value in county.path] == ["山西省", "晋中市"]
    assert [(value.label, value.selected) for value in county.below] == [("左权县", True), ("平遥县", False)]


def test_a_town_ends_the_path(client, named):
    facet = facets(client, place=named[TOWN].code)["place"]
    assert [(value.label, value.count) for value in facet.path] == [
        ("山西省", 8), ("晋中市", 5), ("左权县", 4), ("麻田镇", 1),
    ]  # fmt: skip
    assert facet.below == ()


def test_a_county_without_a_prefecture_stands_among_them(client, named):
    facet = facets(client, place=named[JIYUAN].code)["place"]
    assert [(value.label, value.count, value.selected) for value in facet.below] == [("济源市", 1, True)]


def test_a_former_county_stands_for_the_present_one(client, named):
    former = Place.objects.create(
        code="140799", name="辽县", short_name="辽", level="county", path="山西省/晋中市/辽县",
        province=named[ZUOQUAN].province, prefecture=named[ZUOQUAN].prefecture, county=named[ZUOQUAN],
        successor=named[ZUOQUAN], valid_to=1942,
    )  # fmt: skip
    page = client.get("/articles/", {"place": former.code})
    assert page.context["total"] == 4
    assert page.context["chips"][0].text == "左权县"


def test_a_chosen_group_of_topics_is_shown_with_its_articles(client, named):
    topic = facets(client, topic="economy")["topic"]
    assert [(value.label, value.count) for value in topic.values if value.selected] == [("经济", 3)]
    make_mention(Article.objects.get(headline="水库开工"), named["文旅融合"].parent)
    assert "经济" not in counts(client, "topic")


def test_the_selected_value_leads_back(client, named):
    chosen = next(value for value in facets(client, year="2021", q="水库")["year"].values if value.selected)
    assert chosen.toggle_url == "/articles/?q=%E6%B0%B4%E5%BA%93"


def test_years_come_newest_first(client, named):
    assert list(counts(client, "year")) == ["2021", "2020"]


def test_people_beyond_the_number_counted_can_be_chosen(client, named):
    article = Article.objects.get(headline="济源来访")
    people = [make_official(f"人物{number:02}", pinyin=f"z{number:02}") for number in range(70)]
    for official in people:
        make_mention(article, official)
    everyone = facets(client)["official"]
    assert len(everyone.values) + len(everyone.more) == MOST_PEOPLE
    assert everyone.all_url == "/officials/"
    chosen = facets(client, official=people[-1].pk)["official"]
    assert [(value.label, value.count) for value in chosen.values if value.selected] == [("人物69", 1)]


def test_namesakes_are_told_apart(client, named):
    make_mention(Article.objects.get(headline="盐湖论坛"), make_official("贺知远", note="教师"))
    assert counts(client, "official") == {"郑文若": 3, "贺知远": 3, "贺知远（教师）": 1}

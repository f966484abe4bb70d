"""The front page: the size of the collection, where it reports from, what came last."""

import re
from datetime import date

import pytest

from articles.models import Article
from articles.showing.county_map import county_map
from tests.factories import make_article, make_mention, make_page, make_place, make_post, make_tenure
from tests.views.collection import JIYUAN, PINGYAO, YANHU, ZUOQUAN, make_collection

QUERIES = 12


@pytest.fixture
def named(db):
    return make_collection()


def test_an_empty_collection_says_so(client, db):
    page = client.get("/")
    assert page.status_code == 200
    assert "还没有收录版面" in page.content.decode()


def test_the_ear_counts_the_collection(client, named):
    assert client.get("/").context["collection"] == {
        "newspapers": 2, "pages": 4, "articles": 8, "officials": 2, "projects": 1,
    }  # fmt: skip


def test_cities_hold_their_counties_most_articles_first(client, named):
    cities = client.get("/").context["cities"]
    assert [(city.province, city.unit.name, city.unit.articles) for city in cities] == [
        ("山西省", "晋中市", 5), ("山西省", "运城市", 3), ("河南省", "河南省", 1),
    ]  # fmt: skip
    assert [(county.name, county.articles) for county in cities[0].counties] == [("左权县", 4), ("平遥县", 2)]
    assert [county.name for county in cities[2].counties] == ["济源市"]


@pytest.mark.parametrize("path", [ZUOQUAN, PINGYAO, YANHU, JIYUAN])
def test_a_county_has_the_articles_of_its_list(client, named, path):
    counties = [county for city in client.get("/").context["cities"] for county in city.counties]
    shown = next(county.articles for county in counties if county.code == named[path].code)
    assert shown == client.get("/articles/", {"place": named[path].code}).context["total"]


def test_topics_have_the_articles_of_their_lists(client, named):
    topics = client.get("/").context["topics"]
    assert {row.label: row.count for row in topics} == {"乡村振兴": 2, "文旅融合": 2, "项目建设": 1}
    for row in topics:
        assert client.get("/articles/", {"topic": row.value}).context["total"] == row.count


def test_pages_stand_by_issue_latest_first(client, named):
    issues = client.get("/").context["issues"]
    assert [(issue.newspaper.name, issue.day, issue.articles) for issue in issues] == [
        ("晋中日报", date(2021, 8, 7), 2), ("运城日报", date(2021, 5, 2), 2), ("晋中日报", date(2020, 3, 1), 3),
        ("运城日报", None, 1),
    ]  # fmt: skip


def test_officials_newly_seen_in_a_post(client, named):
    article = Article.objects.get(headline="水库开工")
    head, party = make_post(), make_post("左权县委副书记", "县委副书记")
    held = [make_tenure(named["郑文若"], post, article, first_seen=date(2020, 3, 1)) for post in (head, party)]
    former = make_tenure(named["贺知远"], make_post("左权县委书记", "县委书记"), article, first_seen=date(2021, 1, 1))
    former.evidence.update(former=True)
    page = client.get("/")
    assert [(seen.official, seen.posts) for seen in page.context["newcomers"]] == [(named["郑文若"], (head, party))]
    assert f'<a href="/posts/{head.pk}/">左权县县长</a>' in page.content.decode()
    for tenure in held:
        tenure.evidence.update(status="rejected")
    assert client.get("/").context["newcomers"] == []


def test_projects_and_policies_last_reported(client, named):
    page = client.get("/")
    assert [project.name for project, _pips in page.context["projects"]] == ["石磨坊水库除险加固工程"]
    assert [(policy.title, policy.articles) for policy in page.context["policies"]] == [("左权县水库安全管理办法", 2)]


def test_no_map_where_no_county_on_it_is_named(client, named):
    assert client.get("/").context["map"] is None
    assert county_map({"140700": 5, "610800": 3}) is None


def test_the_map_links_every_county(client, named):
    county = make_place("山西省/晋中市/榆社县", code="140721")
    make_mention(make_article(headline="榆社"), county)
    page = client.get("/")
    drawn = page.context["map"]
    assert (len(drawn.counties), drawn.articles, drawn.silent) == (117, 1, 116)
    html = page.content.decode()
    for outline in drawn.counties:
        assert html.count(f'href="/places/{outline.code}/"') >= 2
    assert '<path class="q1"' in html


@pytest.mark.parametrize(
    ("most", "legend"),
    [
        (1, ["1"]),
        (5, ["1", "2", "3", "4", "5"]),
        (6, ["1–2", "3–4", "5–6"]),
        (30, ["1–10", "11–20", "21–30"]),
        (2610, ["1–1,000", "1,001–2,000", "2,001–3,000"]),
    ],
)
def test_the_legend_of_the_map(most, legend):
    drawn = county_map({"140721": most, "140722": 1})
    assert [shade.label for shade in drawn.legend] == legend
    shades = {county.code: county.shade for county in drawn.counties}
    assert (shades["140721"], shades["140722"], shades["140723"]) == (len(legend), 1, 0)


def test_queries_do_not_grow(client, named, django_assert_max_num_queries):
    with django_assert_max_num_queries(QUERIES) as few:
        client.get("/")
    for number in range(2, 30):
        article = make_article(make_page(number=number))
        for entity in named.values():
            make_mention(article, entity)
    with django_assert_max_num_queries(QUERIES) as more:
        client.get("/")
    assert len(more) == len(few)


def test_nothing_inline_and_nothing_from_elsewhere(client, named):
    html = client.get("/").content.decode()
    assert 'style="' not in html
    assert "<script" not in html
    assert "https://" not in html
    assert '<html lang="zh-Hans">' in html


@pytest.mark.parametrize(
    ("address", "section"), [("/articles/", "报道"), ("/", None), ("/search", None), ("/no/such/page", None)]
)
def test_the_navigation_marks_the_section(client, db, address, section):
    html = client.get(address).content.decode()
    assert re.findall(r'<a href="[^"]*" aria-current="page">([^<]*)</a>', html) == ([section] if section else [])


def test_a_missing_page_is_told_in_chinese(client, db):
    page = client.get("/no/such/page")
    assert page.status_code == 404
    assert "没有这个页面" in page.content.decode()

"""The list of articles: what it shows, what its address means, what it says when nothing is left."""

from datetime import date

import pytest

from articles.models import Article, Page
from tests.factories import make_article, make_mention, make_official, make_page, make_topic
from tests.views.collection import PINGYAO, TOWN, ZUOQUAN, make_collection

QUERIES = 12


@pytest.fixture
def named(db):
    return make_collection()


def headlines(client, **conditions) -> list[str]:
    return [row.article.headline for row in client.get("/articles/", conditions).context["results"]]


def every_condition(named) -> dict[str, str]:
    return {
        "place": named[ZUOQUAN].code, "official": str(named["郑文若"].pk), "topic": "projects",
        "paper": "jinzhong-ribao", "year": "2020", "kind": "news", "policy": str(named["管理办法"].pk), "q": "签约",
    }  # fmt: skip


def test_newest_first_and_undated_last(client, named):
    found = headlines(client)
    assert found[0] == "水库验收"
    assert found[-1] == "没有日期的水库"
    assert "水库孤儿" not in found


def test_oldest_first(client, named):
    assert headlines(client, sort="oldest")[:2] == ["水库开工", "古城修缮"]
    assert headlines(client, sort="oldest")[-1] == "没有日期的水库"


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"q": "水库"}, {"水库开工", "水库验收", "没有日期的水库"}),
        ({"q": "水库 验收"}, {"水库验收"}),
        ({"year": "2020"}, {"水库开工", "古城修缮", "两县签约"}),
        ({"kind": "photo"}, {"古城修缮"}),
        ({"paper": "yuncheng-ribao"}, {"盐湖开渔", "济源来访", "没有日期的水库"}),
        ({"topic": "tourism"}, {"古城修缮", "盐湖论坛"}),
        ({"topic": "economy"}, {"古城修缮", "盐湖论坛", "两县签约"}),
        (
            {"topic": "", "year": ""},
            {"水库开工", "古城修缮", "两县签约", "水库验收", "盐湖论坛", "盐湖开渔", "济源来访", "没有日期的水库"},
        ),
    ],
)
def test_conditions(client, named, conditions, expected):
    assert set(headlines(client, **conditions)) == expected


def test_conditions_by_entity(client, named):
    assert set(headlines(client, place=named[PINGYAO].code)) == {"古城修缮", "两县签约"}
    assert set(headlines(client, place=named[TOWN].code)) == {"水库验收"}
    assert set(headlines(client, official=named["郑文若"].pk)) == {"水库开工", "两县签约", "水库验收"}
    assert set(headlines(client, project=named["石磨坊水库"].pk)) == {"水库开工", "水库验收"}
    assert set(headlines(client, policy=named["管理办法"].pk)) == {"两县签约", "水库验收"}
    assert headlines(client, **every_condition(named)) == ["两县签约"]


def test_an_official_merged_into_another_stands_for_that_one(client, named):
    old = make_official("郑文箬", merged_into=named["郑文若"])
    page = client.get("/articles/", {"official": old.pk})
    assert page.context["total"] == 3
    assert page.context["chips"][0].text == "郑文若"


def test_chosen_conditions_are_chips_that_lead_away(client, named):
    page = client.get("/articles/", every_condition(named))
    assert [(chip.name, str(chip.label), chip.text) for chip in page.context["chips"]] == [
        ("place", "地区", "左权县"), ("official", "人物", "郑文若"), ("topic", "主题", "项目建设"),
        ("policy", "政策", "《左权县水库安全管理办法》"), ("paper", "报纸", "晋中日报"), ("year", "年份", "2020"),
        ("kind", "类别", "消息"), ("q", "全文", "签约"),
    ]  # fmt: skip
    for chip in page.context["chips"]:
        left = client.get(chip.remove_url).context["chips"]
        assert [other.name for other in left] == [other.name for other in page.context["chips"] if other != chip]
    assert page.context["clear_url"] == "/articles/"


def test_a_row_says_where_and_when_it_was_printed(client, named):
    html = client.get("/articles/", {"q": "签约"}).content.decode()
    assert '<time datetime="2020-03-01">2020-03-01</time>' in html
    assert "《晋中日报》" in html
    assert "第1版" in html
    assert (
        '<a href="/articles/{}/">两县<mark>签约</mark></a>'.format(Article.objects.get(headline="两县签约").pk) in html
    )
    for tag in (
        "<i>人</i><span>郑文若</span>",
        "<i>地</i><span>左权县</span>",
        "<i>策</i><span>左权县水库安全管理办法</span>",
        "<i>题</i><span>项目建设</span>",
    ):
        assert tag in html


def test_the_county_that_an_article_is_about_stands_with_its_page(client, named):
    article = make_article(headline="麻田赶集")
    make_mention(article, named[PINGYAO])
    make_mention(article, named[TOWN], primary=True)
    row = client.get("/articles/", {"q": "麻田赶集"}).context["results"][0]
    assert row.county == "左权县"
    assert [tag.label for tag in row.tags] == ["麻田镇", "平遥县"]


def test_an_article_without_a_headline_is_called_by_its_kicker_or_first_words(client, db):
    make_article(headline="", kicker="现场", body="第一句。")
    make_article(headline="", body="只有正文的一篇。")
    make_article(headline="", body="胡柚挂满枝头。10月15日，柚农在装箱。")
    make_article(headline="", body="话" * 40)
    titles = {row.title for row in client.get("/articles/").context["results"]}
    assert titles == {"现场", "只有正文的一篇。", "胡柚挂满枝头。", "话" * 24 + "……"}


def test_what_was_read_is_escaped(client, db):
    make_article(headline="<b>粗</b>", kicker="<i>斜</i>", body="<script>alert(1)</script>水库")
    html = client.get("/articles/", {"q": "水库"}).content.decode()
    assert "<script>" not in html
    assert "&lt;b&gt;粗&lt;/b&gt;" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<mark>水库</mark>" in html


def test_a_date_is_shown_no_more_exactly_than_it_is_known(client, db):
    page = make_page(day=date(2021, 8, 1))
    make_article(page)
    Page.objects.update(date_precision="month")
    assert '<time datetime="2021-08">2021-08</time>' in client.get("/articles/").content.decode()


def many(number: int) -> None:
    page, topic = make_page(), make_topic()
    for count in range(number):
        make_mention(make_article(page, f"第{count}篇", position=count), topic)


def test_paging(client, db):
    many(45)
    page = client.get("/articles/", {"page": 2, "q": "第"})
    assert page.context["page_obj"].number == 2
    html = page.content.decode()
    assert '<a href="/articles/?q=%E7%AC%AC" rel="prev">' in html
    assert '<a href="/articles/?q=%E7%AC%AC&amp;page=3" rel="next">' in html
    assert '<span aria-current="page">2</span>' in html
    assert '<ol class="results" start="21">' in html


@pytest.mark.parametrize(
    ("given", "shown"), [("3", 3), ("4", 3), ("999999999999999999999", 3), ("0", 3), ("-1", 3), ("x", 1), ("", 1)]
)
def test_a_page_out_of_range_shows_the_nearest(client, db, given, shown):
    many(45)
    assert client.get("/articles/", {"page": given}).context["page_obj"].number == shown


@pytest.mark.parametrize(("given", "rows"), [("20", 20), ("50", 45), ("100", 45), ("7", 20), ("-1", 20), ("x", 20)])
def test_rows_on_a_page(client, db, given, rows):
    many(45)
    assert len(client.get("/articles/", {"per": given}).context["results"]) == rows


UNREAD = [
    {"official": "999999"}, {"official": "abc"}, {"official": "9" * 40}, {"place": "140700000"}, {"place": "\x00"},
    {"topic": "没有"}, {"paper": "../etc"}, {"project": "-1"}, {"policy": "1.5"}, {"kind": "zzz"}, {"year": "abc"},
    {"year": "0"}, {"year": "99999"}, {"year": "2021.5"}, {"year": "NaN"}, {"place": "<script>"},
]  # fmt: skip


@pytest.mark.parametrize("conditions", UNREAD)
def test_what_cannot_be_read_is_explained(client, named, conditions):
    page = client.get("/articles/", {**conditions, "q": "水库"})
    assert page.status_code == 400
    html = page.content.decode()
    assert "有的条件无法识别" in html
    assert "<script>" not in html
    assert len(page.context["unread"]) == 1
    assert [(way.url, way.count) for way in page.context["ways"]] == [("/articles/?q=%E6%B0%B4%E5%BA%93", 3)]


def test_the_ways_out_of_an_empty_list(client, named):
    page = client.get("/articles/", {"q": "水库 盐湖", "year": "2021", "kind": "photo"})
    assert page.status_code == 200
    assert page.context["total"] == 0
    ways = {way.label: (way.count, way.url) for way in page.context["ways"]}
    assert {label: count for label, (count, _url) in ways.items()} == {
        "不限年份": 0, "不限类别": 0, "不限全文": 0, "不限“水库”一词": 0, "不限“盐湖”一词": 0,
    }  # fmt: skip
    assert len(page.context["chips"]) == 3


def test_a_way_out_counts_what_is_behind_it(client, named):
    page = client.get("/articles/", {"q": "水库 盐湖", "year": "2021"})
    ways = [(way.label, way.count, client.get(way.url).context["total"]) for way in page.context["ways"]]
    assert ways == [
        ("不限全文", 4, 4), ("不限“水库”一词", 2, 2), ("不限“盐湖”一词", 1, 1), ("不限年份", 0, 0),
    ]  # fmt: skip


def test_nothing_held_yet(client, db):
    page = client.get("/articles/")
    assert page.status_code == 200
    assert "还没有收录报道" in page.content.decode()


def test_the_form_keeps_the_conditions(client, named):
    html = client.get("/articles/", {"year": "2021", "q": "水库"}).content.decode()
    assert '<input type="hidden" name="year" value="2021">' in html
    assert 'value="水库"' in html


def test_a_long_query_is_cut_and_says_so(client, named):
    page = client.get("/articles/", {"q": "水" * 300})
    assert "前200字" in page.content.decode()


def test_search_leads_to_the_list(client, db):
    page = client.get("/search", {"q": "水库 左权"})
    assert (page.status_code, page.url) == (301, "/articles/?q=%E6%B0%B4%E5%BA%93+%E5%B7%A6%E6%9D%83")


def test_queries_do_not_grow_with_the_rows(client, named, django_assert_max_num_queries):
    conditions = every_condition(named)
    with django_assert_max_num_queries(QUERIES) as few:
        client.get("/articles/", conditions)
    project = make_article(make_page(number=9, day=date(2020, 5, 5)), "签约", position=0).page
    for count in range(1, 60):
        article = make_article(project, f"签约{count}", position=count)
        for name in (ZUOQUAN, PINGYAO, "郑文若", "贺知远", "项目建设", "管理办法", "石磨坊水库"):
            make_mention(article, named[name])
    with django_assert_max_num_queries(QUERIES) as many_rows:
        page = client.get("/articles/", {**conditions, "project": named["石磨坊水库"].pk, "per": "100"})
    assert page.context["total"] == 59
    assert len(many_rows) == len(few) + 1  # the look-up of the project


@pytest.mark.parametrize("conditions", [{}, {"q": "没有的词 水库"}, {"year": "x"}])
def test_queries_of_other_lists(client, named, django_assert_max_num_queries, conditions):
    with django_assert_max_num_queries(QUERIES):
        client.get("/articles/", conditions)


def test_nothing_inline_and_nothing_from_elsewhere(client, named):
    html = client.get("/articles/").content.decode()
    assert 'style="' not in html
    assert "<script" not in html
    assert "https://" not in html.replace("http://www.w3.org", "")

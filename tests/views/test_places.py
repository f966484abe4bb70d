"""Places: the tree of coverage, and the page of one place at any level."""

from datetime import date

import pytest

from articles.models import Article, Place, PlaceName
from articles.showing.careers import rank
from articles.showing.charts import bars, spans
from articles.showing.geography import former
from tests.factories import (
    make_article,
    make_figure,
    make_mention,
    make_newspaper,
    make_official,
    make_page,
    make_place,
    make_policy,
    make_post,
    make_project,
    make_tenure,
    make_topic,
)
from tests.views.collection import JIYUAN, TOWN, ZUOQUAN, make_collection

pytestmark = pytest.mark.django_db


def place_page(client, place: Place):
    return client.get(place.get_absolute_url()).context


def test_the_tree_has_provinces_with_prefectures_and_counties(client):
    make_collection()
    tree = client.get("/places/").context["page_obj"]
    found = {
        province.name: {unit.name: [county.name for county in unit.branches] for unit in province.branches}
        for province in tree
    }
    assert set(found) == {"山西省", "河南省"}
    assert set(found["山西省"]["晋中市"]) == {"左权县", "平遥县"}
    assert found["河南省"] == {"济源市": []}


def test_counts_of_the_tree_equal_the_lists_behind_them(client):
    make_collection()
    for province in client.get("/places/").context["page_obj"]:
        for branch in (province, *province.branches, *(c for unit in province.branches for c in unit.branches)):
            assert client.get(f"/articles/?place={branch.code}").context["total"] == branch.count, branch.name


def test_counts_of_a_place_equal_the_lists_behind_them(client):
    make_collection()
    for place in Place.objects.all():
        context = place_page(client, place)
        assert client.get(f"/articles/?place={place.code}").context["total"] == context["coverage"].articles
        for topic in context["topics"]:
            address = f"/articles/?place={place.code}&topic={topic.slug}"
            assert client.get(address).context["total"] == topic.together
        for policy in context["policies"]:
            address = f"/articles/?place={place.code}&policy={policy.pk}"
            assert client.get(address).context["total"] == policy.together
        for unit in context["parts"]:
            assert client.get(f"/articles/?place={unit.code}").context["total"] == unit.articles
        assert client.get(f"/projects/?place={place.code}").context["total"] == context["project_count"]


def test_parts_of_every_level_are_listed(client):
    named = make_collection()
    make_place(f"{TOWN}/泽城村")
    names = {
        path: [unit.name for unit in place_page(client, make_place(path))["parts"]]
        for path in ("山西省", "山西省/晋中市", ZUOQUAN, TOWN, "河南省")
    }
    assert set(names["山西省"]) == {"晋中市", "运城市"}
    assert set(names["山西省/晋中市"]) == {"左权县", "平遥县"}
    assert (names[ZUOQUAN], names[TOWN], names["河南省"]) == (["麻田镇"], ["泽城村"], ["济源市"])
    assert [unit.name for unit in place_page(client, named[JIYUAN])["lineage"]] == ["河南省"]


def test_a_place_without_reports_says_so(client):
    text = client.get(make_place(TOWN).get_absolute_url()).content.decode()
    assert "收录的报道中没有提到这里的" in text


def test_the_posts_of_a_place_are_those_of_this_very_unit(client):
    county = make_place()
    article = make_article()
    mayor, secretary, town_head = (make_official(name) for name in ("郑文若", "贺知远", "吴镇"))
    make_tenure(mayor, make_post("左权县县长", place=county), article)
    make_tenure(secretary, make_post("中共左权县委书记", "书记", county), article)
    make_tenure(town_head, make_post("麻田镇镇长", "镇长", make_place(TOWN)), article)
    held = place_page(client, county)["offices"]
    assert [(row.post.name, row.official.name, row.first_seen) for row in held] == [
        ("中共左权县委书记", "贺知远", date(2021, 8, 7)), ("左权县县长", "郑文若", date(2021, 8, 7)),
    ]  # fmt: skip


def test_posts_of_a_former_unit_stand_with_its_successor(client):
    county = make_place("山西省/晋中市/太谷区")
    old = make_place("山西省/晋中市/太谷县", valid_to=2019, successor=county)
    make_tenure(make_official(), make_post("太谷县县长", place=old), make_article())
    assert [row.post.name for row in place_page(client, county)["offices"]] == ["太谷县县长"]


def test_a_rejected_post_is_not_shown(client):
    county = make_place()
    tenure = make_tenure(make_official(), make_post(place=county), make_article())
    tenure.evidence.update(status="rejected")
    assert place_page(client, county)["offices"] == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("中共左权县委书记", 0), ("左权县麻田镇党委书记", 0), ("左权县县长", 1), ("内蒙古自治区主席", 1), ("左权县人大常委会主任", 2),
        ("左权县政协主席", 3), ("中共左权县委副书记", 4), ("左权县常务副县长", 5), ("左权县纪委书记", 6), ("左权县副县长", 7),
        ("左权县教育局局长", 8),
    ],
)  # fmt: skip
def test_posts_are_ranked_as_yearbooks_do(name, place):
    assert rank(name) == place


def test_sums_of_one_kind_are_added_with_the_number_that_have_them(client):
    county, article = make_place(), make_article()
    for name, total, spent in (("甲工程", 3, 1), ("乙工程", 4, None), ("丙工程", None, None)):
        report = make_mention(article, make_project(name, county), stage="started")
        for label, value in (("总投资", total), ("完成投资", spent), ("年产值", 9)):
            if value:
                make_figure(report, label, value * 10**8)
    context = place_page(client, county)
    assert (context["invested"].value, context["invested"].counted, context["invested"].of) == (7 * 10**8, 2, 3)
    assert [(total.value, total.counted) for total in context["shown_sums"]] == [(7 * 10**8, 2), (10**8, 1)]
    assert "未见" in client.get(county.get_absolute_url()).content.decode()


def test_former_names_have_their_years():
    county = make_place("山西省/晋中市/太谷区")
    make_place("山西省/晋中市/太谷县", valid_to=2019, successor=county)
    PlaceName.objects.create(place=county, name="阳邑", kind="former", valid_to=598)
    PlaceName.objects.create(place=county, name="太谷", kind="short")
    assert former(county) == [("阳邑", 598), ("太谷县", 2019)]


def test_a_former_unit_leads_to_its_successor(client):
    county = make_place("山西省/晋中市/太谷区")
    old = make_place("山西省/晋中市/太谷县", valid_to=2019, successor=county)
    response = client.get(old.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, county.get_absolute_url())


@pytest.mark.parametrize("code", ["1", "%00", "140722%00", "a" * 3000, "x'--", "%F0%9F%92%A9", "..%2F", "9" * 30])
def test_unknown_places_are_not_found(client, code):
    assert client.get(f"/places/{code}/").status_code == 404


def test_months_held_without_a_report_differ_from_months_not_held(client):
    county = make_place()
    for day in (date(2021, 1, 5), date(2021, 4, 5)):
        make_mention(make_article(make_page(day=day)), county)
    make_page(day=date(2021, 2, 5))
    make_page(make_newspaper("别处日报", "biechu-ribao"), date(2021, 3, 5))
    chart = place_page(client, county)["coverage"].by_month
    assert [(bar.label, bar.number, bar.state) for bar in chart.bars] == [
        ("2021-01", 1, "bar"), ("2021-02", 0, "hush"), ("2021-03", 0, "none"), ("2021-04", 1, "bar"),
    ]  # fmt: skip


def test_bars_start_at_zero_and_long_times_are_drawn_by_year():
    chart = bars({date(2001, 5, 1): 2, date(2021, 5, 1): 4, date(2021, 6, 1): 4}, {date(2010, 3, 1)})
    assert not chart.monthly
    assert [(bar.label, bar.number) for bar in chart.bars if bar.number] == [("2001", 2), ("2021", 8)]
    assert [bar.label for bar in chart.bars if bar.state == "hush"] == ["2010"]
    assert chart.bars[0].height * 4 == pytest.approx(chart.bars[-1].height)


def test_one_month_makes_one_bar():
    assert [bar.label for bar in bars({date(2021, 12, 1): 3}, set()).bars] == ["2021-12"]


def test_no_spans_without_two_days():
    assert spans([]) is None


def test_undated_articles_count_without_a_chart(client):
    county = make_place()
    make_mention(make_article(make_page(day=None, file_name="无日期.txt")), county)
    coverage = place_page(client, county)["coverage"]
    assert (coverage.articles, coverage.first, coverage.by_month) == (1, None, None)


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    county, topic = make_place(), make_topic()
    for number in range(1, 25):
        article = make_article(make_page(day=date(2021, 1 + number % 12, number)))
        for entity in (county, topic, make_policy(f"办法{number}"), make_place(f"{ZUOQUAN}/镇{number}")):
            make_mention(article, entity)
        make_tenure(make_official(f"官员{number}"), make_post(f"职务{number}", place=county), article)
        make_figure(make_mention(article, make_project(f"工程{number}", county)))
    for place in (county, county.parent, county.province, make_place(f"{ZUOQUAN}/镇1")):
        with django_assert_max_num_queries(15):
            assert client.get(place.get_absolute_url()).status_code == 200
    with django_assert_max_num_queries(12):
        client.get("/places/")
    assert Article.objects.in_place(county).count() == 24

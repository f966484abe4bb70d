"""Policies: the list, and how one was taken up from level to level and from county to county."""

from datetime import date

import pytest

from articles.models import Policy
from tests.factories import (
    make_article,
    make_mention,
    make_newspaper,
    make_official,
    make_page,
    make_place,
    make_policy,
    make_topic,
)
from tests.views.collection import TOWN, ZUOQUAN, make_collection

pytestmark = pytest.mark.django_db


def report(policy: Policy, day: date | None, place: str = "", paper: str = "晋中日报", level: str = "", **values):
    """Make an article of that day that names the policy and is about the place."""
    newspaper = make_newspaper(paper, f"paper-{len(paper)}{level}", level=level)
    page = make_page(newspaper, day, None, file_name=f"{paper} {day} {place}.txt")
    article = make_article(page, f"{place or paper}报道")
    if place:
        make_mention(article, make_place(place), primary=True)
    return make_mention(article, policy, **values)


def make_travelled_policy() -> Policy:
    """Make a policy that comes down from the centre by way of the province to two counties."""
    policy = make_policy("农村厕所建设办法", issuer="国务院", level="national")
    report(policy, date(2020, 1, 1), paper="全国日报", level="national", short_title="办法")
    report(policy, date(2020, 2, 1), "山西省", short_title="试行办法")
    report(policy, date(2020, 1, 20), ZUOQUAN)
    report(policy, date(2021, 1, 1), "山西省/晋中市/平遥县", short_title="办法")
    report(policy, None, TOWN)
    return policy


def uptake(client, policy: Policy):
    return client.get(policy.get_absolute_url()).context["uptake"]


def test_the_chain_has_the_first_report_of_each_level_and_the_days_between(client):
    chain = uptake(client, make_travelled_policy()).chain
    assert [(link.level, link.quote.day, link.days) for link in chain] == [
        ("national", date(2020, 1, 1), None), ("province", date(2020, 2, 1), 31), ("county", date(2020, 1, 20), -12),
    ]  # fmt: skip


def test_a_county_before_its_province_is_said_to_be_early(client):
    text = client.get(make_travelled_policy().get_absolute_url()).content.decode()
    assert "早于上一级 12 天" in text
    assert "晚于上一级 31 天" in text


def test_counties_stand_in_the_order_of_their_first_report(client):
    counties = uptake(client, make_travelled_policy()).counties
    assert [(county.name, county.first, county.articles) for county in counties] == [
        ("左权县", date(2020, 1, 20), 2), ("平遥县", date(2021, 1, 1), 1),
    ]  # fmt: skip


def test_short_titles_and_reports_are_shown(client):
    found = uptake(client, make_travelled_policy())
    assert set(found.short_titles) == {"办法", "试行办法"}
    assert (found.reports, found.first, len(found.latest)) == (5, date(2020, 1, 1), 5)


def test_issuer_and_level_are_shown(client):
    text = client.get(make_travelled_policy().get_absolute_url()).content.decode()
    for words in ("《农村厕所建设办法》", "国务院", "国家级", "见于 5 篇报道、2 个县", "2020年1月1日"):
        assert words in text


def test_rejected_and_orphaned_reports_do_not_count(client):
    policy = make_travelled_policy()
    policy.mentions.filter(article__published=date(2020, 1, 1)).update(status="rejected")
    orphan = policy.mentions.get(article__published=date(2020, 2, 1)).article
    orphan.review_state = "orphaned"
    orphan.save()
    found = uptake(client, policy)
    assert [link.level for link in found.chain] == ["county"]
    assert found.reports == 3


def test_a_policy_nobody_names_has_an_empty_page(client):
    response = client.get(make_policy().get_absolute_url())
    assert response.context["uptake"].chain == ()
    assert "没有可用的报道提到这份政策" in response.content.decode()


def test_counts_equal_the_lists_behind_them(client):
    make_collection()
    make_travelled_policy()
    for policy in client.get("/policies/").context["page_obj"]:
        found = uptake(client, policy)
        assert client.get(f"/articles/?policy={policy.pk}").context["total"] == policy.articles == found.reports
        for county in found.counties:
            address = f"/articles/?policy={policy.pk}&place={county.code}"
            assert client.get(address).context["total"] == county.articles


def listed(client, query: str = "") -> list[str]:
    return [policy.title for policy in client.get(f"/policies/?{query}").context["page_obj"]]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["乙方案", "甲办法"]), ("sort=title", ["乙方案", "甲办法"]), ("sort=articles", ["甲办法", "乙方案"]),
        ("level=national", ["甲办法"]), ("q=方案", ["乙方案"]), ("level=county", []), ("q=%25", []),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_and_sorted(client, query, titles):
    one, other = make_policy("甲办法", level="national"), make_policy("乙方案")
    report(one, date(2020, 1, 1))
    report(one, date(2020, 2, 1))
    report(other, date(2021, 1, 1))
    make_policy("无人提及的规定")
    assert listed(client, query) == titles


@pytest.mark.parametrize("query", ["level=galaxy", "sort=up", "q=%00"])
def test_a_condition_that_cannot_be_read_is_named(client, query):
    report(make_policy(), date(2020, 1, 1))
    response = client.get(f"/policies/?{query}")
    assert (response.status_code, bool(response.context["unread"])) == (400, True)


def test_a_merged_policy_leads_to_the_one_that_stayed(client):
    stayed = make_policy()
    response = client.get(make_policy("旧题", merged_into=stayed).get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, stayed.get_absolute_url())


@pytest.mark.parametrize("pk", ["99", str(10**30), "x"])
def test_unknown_policies_are_not_found(client, pk):
    assert client.get(f"/policies/{pk}/").status_code == 404


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    main, topic = make_policy(), make_topic()
    for number in range(1, 25):
        told = report(main, date(2021, 1, number), f"山西省/晋中市/县{number}")
        for entity in (make_official(f"官员{number}"), topic, make_policy(f"办法{number}")):
            make_mention(told.article, entity)
    with django_assert_max_num_queries(12):
        assert len(listed(client)) == 25
    with django_assert_max_num_queries(15):
        assert uptake(client, main).reports == 24

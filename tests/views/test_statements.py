"""What an official said and where they went: on the official's page, and whole in pages of its own."""

from datetime import date

import pytest

from articles.models import Official
from tests.factories import (
    make_article,
    make_mention,
    make_official,
    make_page,
    make_place,
    make_quotation,
    make_visit,
)

pytestmark = pytest.mark.django_db
KINDS = ["visits", "quotations"]


def make_days(official: Official, *days: date) -> None:
    """Make an article a day that names the official, quotes them, and tells of a visit without a day."""
    for day in days:
        article = make_article(make_page(day=day), f"{day}的报道", "县长郑文若来到水库。")
        make_mention(article, official)
        make_quotation(article, official, f"{day}的话。", start=0, end=2)
        make_visit(article, official, ["石磨坊水库"], start=0, end=2)


def address(official: Official, kind: str) -> str:
    return f"/officials/{official.pk}/{kind}/"


def test_the_official_s_page_shows_the_latest_and_leads_to_all(client):
    official = make_official()
    make_days(official, *(date(2021, 1, day) for day in range(1, 9)))
    response = client.get(official.get_absolute_url())
    assert [row.row.text for row in response.context["quotations"]] == [
        f"2021-01-0{day}的话。" for day in (8, 7, 6, 5, 4)
    ]
    assert (len(response.context["visits"]), response.context["visits_total"]) == (5, 8)
    text = response.content.decode()
    assert f'href="{address(official, "visits")}">全部 8 次' in text
    assert f'href="{address(official, "quotations")}">全部 8 条' in text


def test_an_official_without_any_has_no_such_sections(client):
    text = client.get(make_official().get_absolute_url()).content.decode()
    assert "h-way" not in text and "h-said" not in text


def test_a_visit_has_its_day_its_stops_and_its_company(client):
    official, other, county = make_official(), make_official("贺知远"), make_place()
    article = make_article(make_page(day=date(2021, 8, 7)))
    for one in (official, other):
        make_mention(article, one)
    make_visit(article, official, [county, "石磨坊水库"], [other], date(2021, 8, 6))
    mine, theirs = (client.get(one.get_absolute_url()) for one in (official, other))
    (lead,), (along,) = mine.context["visits"], theirs.context["visits"]
    assert (lead.days, lead.along, along.along) == ("2021-08-06", False, True)
    text = " ".join(mine.content.decode().split())
    assert f'<a href="{county.get_absolute_url()}">左权县</a>、石磨坊水库' in text
    assert f'同行： <a href="{other.get_absolute_url()}">贺知远</a>' in text
    assert f'陪同 <a href="{official.get_absolute_url()}">郑文若</a>' in " ".join(theirs.content.decode().split())


def test_days_of_several_and_days_not_told(client):
    official = make_official()
    article = make_article(make_page(day=date(2021, 8, 7)))
    make_mention(article, official)
    visit = make_visit(article, official, ["石磨坊水库"], day=date(2021, 8, 5), last=date(2021, 8, 6))
    assert client.get(address(official, "visits")).context["visits"][0].days == "2021-08-05—2021-08-06"
    visit.precision = "month"
    visit.save()
    response = client.get(address(official, "visits"))
    assert response.context["visits"][0].days == ""
    assert "出版日期" in response.content.decode()


def test_visits_stand_by_the_day_told_before_the_day_of_issue(client):
    official = make_official()
    make_days(official, date(2021, 1, 2), date(2021, 1, 8))
    article = make_article(make_page(day=date(2021, 2, 1)))
    make_mention(article, official)
    make_visit(article, official, ["云朵河"], day=date(2021, 1, 5))
    rows = client.get(address(official, "visits")).context["visits"]
    assert [row.days or str(row.quote.day) for row in rows] == ["2021-01-08", "2021-01-05", "2021-01-02"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_count_is_not_shown(client, kind):
    official = make_official()
    make_days(official, *(date(2021, 1, day) for day in range(1, 5)))
    first, second, third, _ = official.mentions.order_by("pk")
    getattr(first.article, kind).update(status="rejected")
    second.article.officialmentions.update(status="rejected")
    third.article.review_state = "orphaned"
    third.article.save()
    assert client.get(address(official, kind)).context["total"] == 1


@pytest.mark.parametrize("kind", KINDS)
def test_all_stand_in_pages(client, kind, django_assert_max_num_queries):
    official = make_official()
    make_days(official, *(date(2021, month, day) for month in (1, 2) for day in range(1, 21)))
    with django_assert_max_num_queries({"visits": 6, "quotations": 4}[kind]):
        response = client.get(address(official, kind))
    assert (len(response.context[kind]), response.context["total"]) == (30, 40)
    assert f'href="{address(official, kind)}?page=2"' in response.content.decode()
    assert len(client.get(f"{address(official, kind)}?page=2").context[kind]) == 10


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_reported_is_said_in_words(client, kind):
    assert "尚无" in client.get(address(make_official(), kind)).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_of_a_merged_official_lead_to_the_one_that_stayed(client, kind):
    stayed = make_official()
    response = client.get(address(make_official(merged_into=stayed), kind))
    assert (response.status_code, response["Location"]) == (301, address(stayed, kind))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pk", ["99", str(10**30)])
def test_unknown_ones_are_not_found(client, kind, pk):
    assert client.get(f"/officials/{pk}/{kind}/").status_code == 404


def test_words_are_escaped(client):
    official = make_official()
    article = make_article()
    make_mention(article, official)
    make_quotation(article, official, "<b>水</b>要守好。")
    make_visit(article, official, ["<i>水库</i>"])
    text = client.get(official.get_absolute_url()).content.decode()
    assert "&lt;b&gt;水&lt;/b&gt;要守好。" in text and "&lt;i&gt;水库&lt;/i&gt;" in text

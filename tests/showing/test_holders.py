"""Who held which post when: which post is meant, who is seen, held, inferred, not known; the command and the pages."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Official, PlaceName, Post, Tenure
from articles.showing.holders import holders_on
from articles.showing.offices import office_of, offices_named
from tests.factories import make_article, make_newspaper, make_official, make_page, make_place, make_post

pytestmark = pytest.mark.django_db

SECRETARY, HEAD, ACTING, DEPUTY = "中共左权县委书记", "左权县县长", "左权县代县长", "左权县副县长"


def see(name: str, post: Post, *days: str, **values: Any) -> Official:
    """Let the paper of each day give the post to the official of this name."""
    official = Official.objects.filter(name=name).first() or make_official(name)
    tenure, _ = Tenure.objects.get_or_create(official=official, post=post)
    for day in map(date.fromisoformat, days):
        number = make_newspaper().pages.filter(date=day).count() + 1
        article = make_article(make_page(day=day, number=number), f"{day}的报道", f"{post.title}{name}讲话。")
        columns = {"text": post.title, "sentence": article.body, **values}
        tenure.evidence.create(article=article, start=0, end=len(post.title), **columns)
    return official


def make_posts() -> dict[str, Post]:
    """Make the posts of one county."""
    county = make_place()
    titles = {SECRETARY: "书记", HEAD: "县长", ACTING: "代县长", DEPUTY: "副县长"}
    return {name: make_post(name, title, county) for name, title in titles.items()}


def answer(post: Post, day: str) -> Any:
    return holders_on(office_of(post), date.fromisoformat(day))


def said(post: Post, day: str) -> list[tuple[str, str]]:
    return [(holder.official.name, holder.certainty) for holder in answer(post, day).holders]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("中共左权县委书记", SECRETARY), ("左权县委书记", SECRETARY), ("左权县 县委书记", SECRETARY), ("左权 书记", SECRETARY),
        (" 左权　县委书记 ", SECRETARY), ("晋中市左权县委书记", SECRETARY), ("山西晋中左权县委书记", SECRETARY),
        ("左权县县长", HEAD), ("左权县长", HEAD), ("左权县 县长", HEAD), ("左权县人民政府县长", HEAD), ("左权县代县长", ACTING),
        ("左权县副县长", DEPUTY), ("左权县政府副县长", DEPUTY),
    ],
)  # fmt: skip
def test_a_post_is_known_by_each_of_its_names(text, post):
    posts = make_posts()
    make_post("中共和顺县委书记", "书记", make_place("山西省/晋中市/和顺县"))
    (office,) = offices_named(text)
    assert office.posts[0] == posts[post]


@pytest.mark.parametrize(
    "text", ["", "  ", "县委书记", "左权县", "左权县文旅局局长", "和顺县委书记", "%", "'--", "长" * 5000]
)
def test_a_post_that_is_not_there_is_not_guessed(text):
    make_posts()
    assert offices_named(text) == []


def test_a_name_of_several_places_means_several_posts():
    for prefecture in ("晋城市", "大同市"):
        district = make_place(f"山西省/{prefecture}/城区")
        make_post(f"{prefecture}城区区长", "区长", district)
    assert [office.name for office in offices_named("城区区长")] == ["晋城市城区区长", "大同市城区区长"]
    assert [office.name for office in offices_named("大同城区区长")] == ["大同市城区区长"]


def test_a_county_that_became_a_district_keeps_its_offices():
    district = make_place("山西省/晋中市/太谷区")
    county = make_place("山西省/晋中市/太谷县", successor=district, valid_to=2019)
    PlaceName.objects.create(place=district, name="太谷县", kind="former", valid_to=2019)
    old, new = make_post("中共太谷县委书记", "书记", county), make_post("中共晋中市太谷区委书记", "书记", district)
    see("郑文若", old, "2018-03-01", "2018-09-01")
    see("贺知远", new, "2021-03-01")
    (office,) = offices_named("太谷县委书记")
    assert (office.name, set(office.posts)) == ("中共太谷县委书记", {old, new})
    assert [one.official.name for one in holders_on(office, date(2018, 5, 1)).holders] == ["郑文若"]
    (office,) = offices_named("太谷区委书记")
    assert [one.official.name for one in holders_on(office, date(2018, 5, 1)).holders] == ["郑文若"]


def test_a_place_made_of_several_does_not_take_over_their_posts():
    district = make_place("山西省/大同市/云冈区")
    parts = [make_place(f"山西省/大同市/{name}", successor=district) for name in ("南郊区", "矿区")]
    posts = [make_post(f"中共大同市{place.name}委书记", "书记", place) for place in parts]
    assert [office_of(post).posts for post in posts] == [(posts[0],), (posts[1],)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-03-01", [("郑文若", "seen")]), ("2018-05-01", [("郑文若", "held")]), ("2019-03-01", [("郑文若", "seen")]),
        ("2019-04-01", []), ("2018-02-28", []), ("2021-08-07", [("贺知远", "seen")]), ("2022-01-01", []),
    ],
)  # fmt: skip
def test_holders_stand_between_first_and_last_seen(day, expected):
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2018-03-01", "2019-03-01")
    see("贺知远", post, "2021-08-07")
    assert said(post, day) == expected


def test_what_is_not_known_names_what_is_nearest():
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2018-03-01", "2019-03-01")
    see("贺知远", post, "2021-08-07")
    found = answer(post, "2020-01-01")
    assert [(one.official.name, one.quote.day) for one in found.before] == [("郑文若", date(2019, 3, 1))]
    assert [(one.official.name, one.quote.sentence) for one in found.after] == [("贺知远", "书记贺知远讲话。")]
    assert (answer(post, "2010-01-01").before, answer(post, "2030-01-01").after) == ((), ())


def test_the_bounding_sentences_are_the_nearest():
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2018-03-01", "2018-06-01", "2018-09-01", "2019-03-01")
    (holder,) = answer(post, "2018-07-01").holders
    assert (holder.before.quote.day, holder.after.quote.day) == (date(2018, 6, 1), date(2018, 9, 1))


def test_an_acting_holder_who_stays_is_inferred_between():
    posts = make_posts()
    see("郑文若", posts[ACTING], "2021-03-01")
    see("郑文若", posts[HEAD], "2021-09-01")
    assert said(posts[HEAD], "2021-06-01") == said(posts[ACTING], "2021-06-01") == [("郑文若", "inferred")]
    assert answer(posts[HEAD], "2021-06-01").holders[0].acting
    see("贺知远", posts[HEAD], "2021-05-01")
    assert said(posts[HEAD], "2021-06-01") == []


def test_two_holders_of_one_post_contradict_each_other_and_deputies_do_not():
    posts = make_posts()
    for name in (SECRETARY, DEPUTY):
        see("郑文若", posts[name], "2018-03-01", "2019-03-01")
        see("贺知远", posts[name], "2018-06-01")
    both = [("郑文若", "held"), ("贺知远", "seen")]
    assert said(posts[SECRETARY], "2018-06-01") == said(posts[DEPUTY], "2018-06-01") == both
    assert answer(posts[SECRETARY], "2018-06-01").is_conflict and not answer(posts[DEPUTY], "2018-06-01").is_conflict


@pytest.mark.parametrize("values", [{"status": "rejected"}, {"former": True}])
def test_rejected_and_former_reports_bound_nothing(values):
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2018-03-01")
    see("郑文若", post, "2019-03-01", **values)
    assert said(post, "2018-06-01") == [] and answer(post, "2018-06-01").after == ()


def test_orphaned_and_undated_reports_and_merged_officials_bound_nothing():
    post = make_posts()[SECRETARY]
    official = see("郑文若", post, "2018-03-01", "2019-03-01")
    tenure = Tenure.objects.get()
    last = tenure.evidence.get(article__published=date(2019, 3, 1)).article
    last.review_state = "orphaned"
    last.save()
    tenure.evidence.create(article=make_article(make_page(day=None, number=None, file_name="无日期.txt")), text="书记")
    assert said(post, "2018-06-01") == []
    Official.objects.filter(pk=official.pk).update(merged_into=make_official("郑文若", note="另一行"))
    assert answer(post, "2018-03-01").before == ()


def test_queries_do_not_grow_with_the_reports(django_assert_max_num_queries):
    post = make_posts()[SECRETARY]
    for year in range(2000, 2020):
        see(f"官员{year}", post, f"{year}-03-01", f"{year}-09-01")
    with django_assert_max_num_queries(4):
        (office,) = offices_named("左权县委书记")
    with django_assert_max_num_queries(3):
        assert len(holders_on(office, date(2010, 5, 1)).holders) == 1
    with django_assert_max_num_queries(3):
        assert len(holders_on(office, date(2010, 12, 1)).before) == 1


def who(*arguments: str, **options: Any) -> tuple[int, str, str]:
    """Run the command; return its exit status, what it prints, what it complains of."""
    out, errors, status = StringIO(), StringIO(), 0
    try:
        call_command("who", *arguments, stdout=out, stderr=errors, **options)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, out.getvalue(), errors.getvalue()


def test_the_command_gives_the_bounding_sentences():
    see("郑文若", make_posts()[SECRETARY], "2021-08-01", "2021-08-09")
    status, text, _ = who("左权县委书记", "2021-08-06")
    assert status == 0
    assert text.splitlines() == [
        "中共左权县委书记, 2021-08-06: 郑文若, papers before and after give the post",
        "  last seen before 2021-08-01 晋中日报 page 1, as 中共左权县委书记: 书记郑文若讲话。",
        "  first seen after 2021-08-09 晋中日报 page 1, as 中共左权县委书记: 书记郑文若讲话。",
    ]


def test_the_command_says_what_is_seen_contradicted_or_not_known():
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2021-08-06")
    assert "郑文若, a paper of that day says so\n  seen 2021-08-06" in who("左权县委书记", "2021-08-06")[1]
    assert "2021-08-07: not known\n  last seen before: 郑文若, 2021-08-06" in who("左权县委书记", "2021-08-07")[1]
    assert "first seen after: nobody" in who("左权县委书记", "2021-08-07")[1]
    see("贺知远", post, "2021-08-06")
    assert "conflict: papers give this post to 2 people on that day" in who("左权县委书记", "2021-08-06")[1]


def test_the_command_prints_json():
    see("郑文若", make_posts()[SECRETARY], "2021-08-01", "2021-08-09")
    data = json.loads(who("左权县委书记", "2021-08-06", json=True)[1])
    assert (data["post"], data["known"], data["conflict"]) == (SECRETARY, True, False)
    assert data["holders"][0]["before"]["date"] == "2021-08-01"
    assert (data["holders"][0]["name"], data["holders"][0]["certainty"]) == ("郑文若", "held")
    assert json.loads(who("左权县委书记", "2021-07-06", json=True)[1])["first_seen_after"][0]["name"] == "郑文若"


def test_the_command_lists_several_posts():
    for prefecture in ("晋城市", "大同市"):
        make_post(f"{prefecture}城区区长", "区长", make_place(f"山西省/{prefecture}/城区"))
    status, text, errors = who("城区区长", "2021-08-06")
    assert (status, text) == (2, "")
    assert "晋城市城区区长" in errors and "大同市城区区长" in errors


@pytest.mark.parametrize(
    ("post", "day", "said"),
    [
        (SECRETARY, "2021-13-01", "'2021-13-01' is no day; write it as 2021-08-07"), (SECRETARY, "", "is no day"),
        (SECRETARY, "昨天", "is no day"), ("无此县委书记", "2021-08-06", "no post is known as 无此县委书记"),
        ("\x1b[1m", "2021-08-06", r"no post is known as \\x1b\[1m"),
    ],
)  # fmt: skip
def test_the_command_refuses_what_it_cannot_read(post, day, said):
    make_posts()
    with pytest.raises(CommandError, match=said):
        who(post, day)


def test_the_page_of_a_post_answers_for_a_day(client, django_assert_max_num_queries):
    post = make_posts()[SECRETARY]
    see("郑文若", post, "2021-08-01", "2021-08-09")
    address = f"{post.get_absolute_url()}?on="
    with django_assert_max_num_queries(10):
        text = client.get(f"{address}2021-08-06").content.decode()
    assert "此前此后的报纸均称其任此职" in text and 'value="2021-08-06"' in text
    assert "无从得知" in client.get(f"{address}2021-08-10").content.decode()
    assert "当日报纸如此称呼" in client.get(f"{address}2021-08-09").content.decode()
    see("贺知远", post, "2021-08-09")
    assert "报道相互矛盾" in client.get(f"{address}2021-08-09").content.decode()


@pytest.mark.parametrize("on", ["2021-13-01", "x", "%00", "1' OR '1", "9" * 999, "<b>"])
def test_a_day_that_cannot_be_read_is_named(client, on):
    post = make_posts()[SECRETARY]
    for address in (post.get_absolute_url(), post.place.get_absolute_url()):
        response = client.get(address, {"on": on})
        assert response.status_code == 400
        assert "不是日期" in response.content.decode() and "<b>" not in response.content.decode().split("asof")[1][:900]


@pytest.mark.parametrize("on", ["", "  "])
def test_no_day_is_no_question(client, on):
    response = client.get(make_posts()[SECRETARY].get_absolute_url(), {"on": on})
    assert (response.status_code, response.context["answer"]) == (200, None)


def test_the_page_of_a_place_shows_its_offices_of_a_day(client):
    posts = make_posts()
    see("郑文若", posts[SECRETARY], "2018-03-01", "2019-03-01")
    see("贺知远", posts[HEAD], "2020-03-01")
    address = posts[HEAD].place.get_absolute_url()
    assert len(client.get(address).context["in_office"]) == 2
    response = client.get(f"{address}?on=2018-06-01")
    assert [held.official.name for held in response.context["in_office"]] == ["郑文若"]
    assert f"{posts[SECRETARY].get_absolute_url()}?on=2018-06-01" in response.content.decode()
    assert client.get(f"{address}?on=2017-06-01").context["in_office"] == []

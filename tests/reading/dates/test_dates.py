"""Dates that a text names, against the issue's date."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.dates.finding import each_mention, find_event_dates
from tests.reading.facts import make_text

ISSUE = date(2021, 8, 7)
DAYS = {
    "8月6日，会议召开。": "2021-08-06",
    "8月 6日上午，会议召开。": "2021-08-06",
    "2020年4月9日，会议召开。": "2020-04-09",
    "去年10月3日开园。": "2020-10-03",
    "昨日，记者看到。": "2021-08-06",
    "本月3日，会议召开。": "2021-08-03",
    "从今天起，本报开设专栏。": "2021-08-07",
    "即日起，面向社会征稿。": "2021-08-07",
    "记者5日获悉，新桥通车。": "2021-08-05",
    "30日，会议召开。": "2021-07-30",
    "12日，展会将开幕。": "2021-08-12",
}
FOLLOWING = {
    "8月6日，雨停了。此前一天，渠水漫堤。": "2021-08-05",
    "8月3日开赛，次日收官。": "2021-08-04",
    "8月3日开赛。\n选手来了不少。此前一天，场地刚铺好。": "2021-08-02",
    "7月2日拿到许可，计划28日打桩。": "2021-07-28",
}
PERIODS = {
    "今年5月，开工。": ("2021-05-01", "2021-05-31", "month"),
    "9月中旬试运行。": ("2021-09-01", "2021-09-30", "month"),
    "五月的湖面，白鹭飞过。": ("2021-05-01", "2021-05-31", "month"),
    "1至7月，产值过亿。": ("2021-01-01", "2021-07-31", "month"),
    "今年1月至5月，接待游客。": ("2021-01-01", "2021-05-31", "month"),
    "上半年，产值过亿。": ("2021-01-01", "2021-06-30", "month"),
    "计划下半年开工。": ("2021-07-01", "2021-12-31", "month"),
    "明年上半年投用。": ("2022-01-01", "2022-06-30", "month"),
    "第二季度集中开工。": ("2021-04-01", "2021-06-30", "month"),
    "今年前七个月，产值过亿。": ("2021-01-01", "2021-07-31", "month"),
    "前5个月，产值过亿。": ("2021-01-01", "2021-05-31", "month"),
    "前三季度，产值过亿。": ("2020-01-01", "2020-09-30", "month"),
    "本月底通车。": ("2021-08-01", "2021-08-31", "month"),
    "月底前发车。": ("2021-08-01", "2021-08-31", "month"),
    "上个月投产。": ("2021-07-01", "2021-07-31", "month"),
    "下月结业。": ("2021-09-01", "2021-09-30", "month"),
    "日前，开业。": ("2021-07-24", "2021-08-07", "month"),
    "去年，建成。": ("2020-01-01", "2020-12-31", "year"),
    "去年年底，建成。": ("2020-01-01", "2020-12-31", "year"),
    "年底前开工。": ("2021-01-01", "2021-12-31", "year"),
    "每亩比去年多收六十斤。": ("2020-01-01", "2020-12-31", "year"),
    "到2025年，产值翻番。": ("2025-01-01", "2025-12-31", "year"),
}
GOING_ON = {
    "2019年3月1日开工，7月9日竣工。": ["2019-03-01", "2019-07-09"],
    "2019年签约，当年11月开工。": ["2019-01-01", "2019-11-01"],
    "去年3月签约，10月开工。": ["2020-03-01", "2020-10-01"],
    "去年9月核准，计划10月开工。": ["2020-09-01", "2021-10-01"],
    "去年4月开工，8月6日投产。": ["2020-04-01", "2021-08-06"],
    "明年6月建成、9月搬迁。": ["2022-06-01", "2022-09-01"],
    "去年3月签约。10月开工。": ["2020-03-01", "2021-10-01"],
}
NO_DATES = [
    "2月30日，会议召开。",
    "按照《县域商业三年行动方案（2021—2023年）》办理。",
    "今日开荒二亩，手起泡。",
    "投产后年产镜头，目前年产六千吨，过去年均三千。",
    "三年内建成，近年来、当年、每年底都如此。",
    "三个月走遍，一月一次，来年五月还能卖，每年5月到8月也忙。",
    "10日内办结，第3日到货，每月底结账，一季度一调度。",
    "当晚上车，第二天就到，20时至次日6时停水。",
]


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read(text: str, day: str) -> None:
    (event,) = find_event_dates(make_text(text), ISSUE)
    assert (event.first.isoformat(), event.precision) == (day, "day")


def test_a_run_of_days_has_both_ends() -> None:
    (event,) = find_event_dates(make_text("今年6月3日至5日，艺术节举行。"), ISSUE)
    assert (event.first, event.last) == (date(2021, 6, 3), date(2021, 6, 5))


@pytest.mark.parametrize(
    ("text", "issue", "day"),
    [
        ("12月30日，会议召开。", date(2022, 1, 5), date(2021, 12, 30)),
        ("1月8日将开会。", date(2021, 12, 28), date(2022, 1, 8)),
    ],
)
def test_the_year_turns_over_new_year(text: str, issue: date, day: date) -> None:
    (event,) = find_event_dates(make_text(text), issue)
    assert event.first == day


@pytest.mark.parametrize(("text", "firsts"), GOING_ON.items())
def test_a_year_goes_on_in_its_sentence(text: str, firsts: list[str]) -> None:
    assert [event.first.isoformat() for event in find_event_dates(make_text(text), ISSUE)] == firsts


@pytest.mark.parametrize(("text", "day"), FOLLOWING.items())
def test_a_day_is_counted_from_the_one_named_before(text: str, day: str) -> None:
    assert find_event_dates(make_text(text), ISSUE)[-1].first.isoformat() == day


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_has_both_ends_and_its_precision(text: str, period: tuple[str, str, str]) -> None:
    (event,) = find_event_dates(make_text(text), ISSUE)
    assert (event.first.isoformat(), event.last.isoformat(), event.precision) == period


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert find_event_dates(make_text(text), ISSUE) == ()


@pytest.mark.parametrize("text", ["13日至15日有雨。", "8月13日至15日有雨。"])
def test_a_run_goes_by_its_own_month(text: str) -> None:
    (event,) = find_event_dates(make_text(text), ISSUE)
    assert (event.first, event.last) == (date(2021, 8, 13), date(2021, 8, 15))


def test_a_date_named_again_is_one_date_with_two_places() -> None:
    (event,) = find_event_dates(make_text("8月6日开幕。昨日，观众不少。"), ISSUE)
    assert (event.span.text, [span.text for span in event.again]) == ("8月6日", ["昨日"])
    assert [one.span.start for one in each_mention([event])] == [0, 7]


def test_without_the_issue_only_full_dates_count() -> None:
    assert [e.first for e in find_event_dates(make_text("8月6日和2020年4月9日。"), None)] == [date(2020, 4, 9)]

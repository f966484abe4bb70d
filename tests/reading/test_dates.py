"""Dates that a text names, against the issue's date."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.dates import find_event_dates
from tests.reading.facts import make_text

ISSUE = date(2021, 8, 7)
DAYS = {
    "8月6日，会议召开。": "2021-08-06",
    "8月 6日上午，会议召开。": "2021-08-06",
    "2020年4月9日，会议召开。": "2020-04-09",
    "去年10月3日开园。": "2020-10-03",
    "昨日，记者看到。": "2021-08-06",
    "本月3日，会议召开。": "2021-08-03",
}


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


def test_a_printed_year_goes_on_in_its_sentence() -> None:
    events = find_event_dates(make_text("2019年3月1日开工，7月9日竣工。"), ISSUE)
    assert [event.first for event in events] == [date(2019, 3, 1), date(2019, 7, 9)]


@pytest.mark.parametrize(
    ("text", "precision", "first"),
    [
        ("今年5月，开工。", "month", "2021-05-01"),
        ("去年，建成。", "year", "2020-01-01"),
        ("日前，开业。", "month", "2021-07-24"),
    ],
)
def test_other_precisions(text: str, precision: str, first: str) -> None:
    (event,) = find_event_dates(make_text(text), ISSUE)
    assert (event.precision, event.first.isoformat()) == (precision, first)


def test_no_calendar_has_this_day() -> None:
    assert find_event_dates(make_text("2月30日，会议召开。"), ISSUE) == ()


def test_without_the_issue_only_full_dates_count() -> None:
    assert [e.first for e in find_event_dates(make_text("8月6日和2020年4月9日。"), None)] == [date(2020, 4, 9)]

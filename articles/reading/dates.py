"""Dates that a text names: 8月6日, 2021年5月, 去年10月, 昨日, 6月3日至5日.

A year that is not printed comes from the issue's date. Without an issue's date only dates with their year count.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from articles.reading.records import ArticleText, EventDate, Span

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})\s?年|(?P<rel>今年|去年|前年|明年|当年|同年)"
_FULL = re.compile(
    rf"(?:(?:{_YEAR})\s?)?(?P<month>1[0-2]|0?[1-9])\s?月(?:份|\s?(?P<day>3[01]|[12][0-9]|0?[1-9])\s?日)?"
    r"(?:(?<=日)\s?(?:至|到|—{1,2}|－|-|~|～)\s?(?:(?P<month2>1[0-2]|[1-9])\s?月)?\s?(?P<day2>3[01]|[12][0-9]|[1-9])\s?日)?"
)
_BARE_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s?年(?!\s?[0-9]{1,2}\s?月|[来间期多代])|(?P<rel>去年|前年|今年以来|今年)(?!\s?[0-9]{1,2}\s?月)"
)
_RELATIVE = re.compile(
    r"昨日|昨天|今日(?=[，上下凌])|今天(?=上午|下午|早|凌晨)|前天|(?<![0-9])日前|近日|连日来|本月\s?(?P<day>3[01]|[12][0-9]|[1-9])\s?日"
)
_OFFSETS = {"今年": 0, "今年以来": 0, "去年": -1, "前年": -2, "明年": 1}
_DAYS_AGO = {"昨日": 1, "昨天": 1, "今日": 0, "今天": 0, "前天": 2}
# How far back 日前 and its like may reach: a fortnight is what daily papers keep to.
LATELY = timedelta(days=14)


def find_event_dates(article: ArticleText, issue_date: date | None) -> tuple[EventDate, ...]:
    """Every date that the body names, in the order of the text, each day, month or year once with its first span.

    `precision` is day where the text names a day or a run of days, month or year otherwise; 日前 is a month's
    precision over the fortnight before the issue. Dates that no calendar has are left out.
    """
    body = article.body
    found = [*_full_dates(body, issue_date), *_bare_years(body, issue_date), *_relative_dates(body, issue_date)]
    kept: dict[tuple[date, date, str], EventDate] = {}
    for event in sorted(found, key=lambda event: event.span.start):
        kept.setdefault((event.first, event.last, event.precision), event)
    return tuple(kept.values())


def _full_dates(body: str, issue: date | None) -> list[EventDate]:
    found = []
    carried: tuple[int, int] | None = None
    for match in _FULL.finditer(body):
        if carried and "。" in body[carried[1] : match.start()]:
            carried = None
        year = _year_of(match, issue, carried[0] if carried else None)
        if match["year"]:
            carried = (int(match["year"]), match.end())
        event = _event(match, year) if year else None
        if event:
            found.append(event)
    return found


def _year_of(match: re.Match[str], issue: date | None, carried: int | None) -> int | None:
    """The year printed, meant by 去年 and its like, printed before in the sentence, or the issue's."""
    if match["year"]:
        return int(match["year"])
    if match["rel"] in ("当年", "同年"):
        return carried
    if issue and match["rel"]:
        return issue.year + _OFFSETS[match["rel"]]
    return carried or (_nearest_year(int(match["month"]), int(match["day"] or 15), issue) if issue else None)


def _nearest_year(month: int, day: int, issue: date) -> int:
    """The issue's year, but over New Year the one that lies nearer: 12月30日 in a paper of January is last year's."""
    guess = _day(issue.year, month, min(day, 28))
    if guess and guess - issue > timedelta(days=200):
        return issue.year - 1
    if guess and issue - guess > timedelta(days=320):
        return issue.year + 1
    return issue.year


def _event(match: re.Match[str], year: int) -> EventDate | None:
    month, span = int(match["month"]), Span(match.start(), match.end(), match.group())
    if not match["day"]:
        last = calendar.monthrange(year, month)[1]
        return EventDate(date(year, month, 1), date(year, month, last), "month", span)
    first = _day(year, month, int(match["day"]))
    last_day = _day(year, int(match["month2"] or month), int(match["day2"])) if match["day2"] else first
    if first is None or last_day is None or last_day < first:
        return None
    return EventDate(first, last_day, "day", span)


def _bare_years(body: str, issue: date | None) -> list[EventDate]:
    found = []
    for match in _BARE_YEAR.finditer(body):
        year = int(match["year"]) if match["year"] else issue.year + _OFFSETS[match["rel"]] if issue else None
        if year:
            span = Span(match.start(), match.end(), match.group())
            found.append(EventDate(date(year, 1, 1), date(year, 12, 31), "year", span))
    return found


def _relative_dates(body: str, issue: date | None) -> list[EventDate]:
    if issue is None:
        return []
    found = []
    for match in _RELATIVE.finditer(body):
        word, span = match.group(), Span(match.start(), match.end(), match.group())
        if match["day"]:
            day = _day(issue.year, issue.month, int(match["day"]))
        elif word in _DAYS_AGO:
            day = issue - timedelta(days=_DAYS_AGO[word])
        else:
            found.append(EventDate(issue - LATELY, issue, "month", span))
            continue
        if day:
            found.append(EventDate(day, day, "day", span))
    return found


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (2月30日)."""
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None

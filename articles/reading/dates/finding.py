"""Dates that a text names: 8月6日, 2021年5月, 去年10月, 昨日, 6月3日至5日, 上半年.

A year that is not printed comes from the issue's date. Without an issue's date only dates with their year count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from articles.reading.dates.words import FORMS, Days, Form
from articles.reading.dates.years import Told
from articles.reading.records import ArticleText, EventDate, Span


def find_event_dates(article: ArticleText, issue_date: date | None) -> tuple[EventDate, ...]:
    """Every date that the body names, in the order of the text, each day, month or year once.

    `precision` is day where the text names a day or a run of days, month where it names months, half years and quarters,
    year otherwise; 日前 is a month's precision over the fortnight before the issue. Dates that no calendar has are left out.
    """
    spans: dict[Days, list[Span]] = {}
    for days, span in _dates(article.body, issue_date):
        spans.setdefault(days, []).append(span)
    return tuple(EventDate(*days, first, tuple(again)) for days, (first, *again) in spans.items())


def each_mention(dates: Iterable[EventDate]) -> tuple[EventDate, ...]:
    """The dates as often as they are named, in the order of the text, each with one span."""
    every = (EventDate(one.first, one.last, one.precision, span) for one in dates for span in (one.span, *one.again))
    return tuple(sorted(every, key=lambda one: one.span.start))


def _dates(body: str, issue: date | None) -> Iterator[tuple[Days, Span]]:
    told = Told(body, issue)
    for match, (_, read) in _matches(body):
        days = read(match, told)
        if days:
            if days[2] == "day":
                told.keep_day(days[0], match.start())
            yield days, Span(match.start(), match.end(), match.group())


def _matches(body: str) -> Iterator[tuple[re.Match[str], Form]]:
    """What the forms find in the order of the text; of those that overlap the first, then the longest."""
    found = [(match, form) for form in FORMS for match in form[0].finditer(body)]
    end = 0
    for match, form in sorted(found, key=lambda one: (one[0].start(), -one[0].end())):
        if match.start() >= end:
            end = match.end()
            yield match, form

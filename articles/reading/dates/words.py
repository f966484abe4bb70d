"""How dates are worded, and the days that each wording comes to: 去年10月, 1至8月, 上半年, 年底, 本月底, 昨日, 次日, 27日, 日前.

`FORMS` pairs each expression with the function that reads its match; None where the calendar has no such day, or where
nothing tells the year. Of two expressions at one place the longer holds.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from articles.reading.dates.years import YEAR, Told

Days = tuple[date, date, str]
Form = tuple[re.Pattern[str], Callable[["re.Match[str]", Told], Days | None]]

# How far back 日前 and its like may reach: a fortnight is what daily papers keep to.
LATELY = timedelta(days=14)
_HAN = "一二三四五六七八九十"
_HAN_NUMBERS = {word: number for number, word in enumerate((*_HAN, "十一", "十二"), 1)} | {"两": 2}
_TO = r"\s?(?:至|到|—{1,2}|－|-|~|～)\s?"
_MONTH = r"(?<![0-9.])(?P<month>1[0-2]|0?[1-9])"
# Years in names of plans, 《…三年行动方案（2021—2023年）》, and months of every year.
_NO_DATE = re.compile(rf"《[^《》\n]{{1,120}}》|(?:每年|历年|来年)[0-9月日至到—{_HAN}]{{0,12}}")
_DAYS = re.compile(
    rf"(?:{YEAR}\s?)?{_MONTH}\s?月(?:份|\s?(?P<day>3[01]|[12][0-9]|0?[1-9])\s?日)?"
    rf"(?:(?<=日){_TO}(?:(?P<month2>1[0-2]|[1-9])\s?月)?\s?(?P<day2>3[01]|[12][0-9]|[1-9])\s?日)?"
)
# 五月的, but not 三个月, 一月一次 and months of the lunar year.
_HAN_MONTH = re.compile(
    rf"(?<![{_HAN}〇零个正腊历])(?P<han>十[一二]?|[一二三四五六七八九])月(?=[的份，]|[初底末上中下]旬?)"
)
_MONTHS = re.compile(rf"(?:{YEAR}\s?)?{_MONTH}\s?月?{_TO}(?P<month2>1[0-2]|[1-9])\s?月(?!\s?[0-9]{{1,2}}\s?日)(?:份)?")
_PART = re.compile(
    rf"(?:{YEAR}的?)?(?:(?P<half>(?<![大小])[上下]半年)|(?<![每各前二三])第?(?P<quarter>[一二三四])季度(?!一)"
    rf"|(?P<so_far>前)(?P<count>1[01]|[2-9]|十一?|[两二三四五六七八九])个?(?P<unit>月|季度))"
)
_QUARTER = 3
_WHOLE = re.compile(
    rf"{YEAR}(?!\s?[0-9]{{1,2}}\s?月|(?<![今去前明当同]年)[来间期多代])(?:年?[底末初内])?"
    rf"|(?<![0-9{_HAN}百两几多每半近当末学])年[底末初内]"
)
_THIS_MONTH = re.compile(
    r"(?:(?<!以)(?P<which>本|上个?|下个?|这个)月\s?(?:(?P<day>3[01]|[12][0-9]|[1-9])\s?日)?"
    rf"|(?<![0-9{_HAN}本上下每当次个这几])月[底末])"
)
_MONTHS_ON = {"上": -1, "下": 1}
_DAY_WORD = re.compile(
    "昨日|昨天|昨晚|今日(?=[，上下凌起])|今天(?=上午|下午|早|凌晨|起)|前天|即日(?=起)|(?:此前|前)一[天日]|(?<![至到])次日|翌日|第二天"
)
_DAYS_AGO = {"昨日": 1, "昨天": 1, "昨晚": 1, "今日": 0, "今天": 0, "即日": 0, "前天": 2}
# 27日发布, but not 10日内 and 第3日.
_BARE_DAY = re.compile(
    r"(?<![0-9.第每近满共前后这的月年])(?P<day>3[01]|[12][0-9]|[1-9])\s?日(?![内游龄均产供间程报里元])"
    rf"(?:{_TO}(?P<day2>3[01]|[12][0-9]|[1-9])\s?日)?"
)
_LATELY = re.compile("(?<![0-9])日前|近日|连日来")


def _days(match: re.Match[str], told: Told) -> Days | None:
    month = int(match["month"])
    year = told.year(match, month, told.nearest(month, int(match["day"] or 15)))
    if year is None:
        return None
    if not match["day"]:
        return _of_months(year, month, month)
    first = _day(year, month, int(match["day"]))
    last = _day(year, int(match["month2"] or month), int(match["day2"])) if match["day2"] else first
    return (first, last, "day") if first and last and first <= last else None


def _han_month(match: re.Match[str], told: Told) -> Days | None:
    month = _HAN_NUMBERS[match["han"]]
    year = told.nearest(month)
    return _of_months(year, month, month) if year else None


def _months(match: re.Match[str], told: Told) -> Days | None:
    first, last = int(match["month"]), int(match["month2"])
    year = told.year(match, last, told.nearest(last))
    return _of_months(year, first, last) if year and first < last else None


def _part(match: re.Match[str], told: Told) -> Days | None:
    """Half a year, a quarter, or the months or quarters so far, which are past: 前三季度 in a paper of May is last year's."""
    first, last = _part_months(match)
    year = told.year(match, last, told.issue.year if told.issue else None)
    if year and match["so_far"] and not match["year"] and not match["rel"]:
        year -= told.is_to_come(year, last)
    return _of_months(year, first, last) if year else None


def _part_months(match: re.Match[str]) -> tuple[int, int]:
    if match["half"]:
        return (1, 6) if match["half"].startswith("上") else (7, 12)
    if match["quarter"]:
        last = _QUARTER * _HAN_NUMBERS[match["quarter"]]
        return last - _QUARTER + 1, last
    count = int(match["count"]) if match["count"].isdigit() else _HAN_NUMBERS[match["count"]]
    return 1, min(12, count * (_QUARTER if match["unit"] == "季度" else 1))


def _whole(match: re.Match[str], told: Told) -> Days | None:
    """A year by itself; 当年 is a year of the sentence that was told already."""
    if match["rel"] in ("当年", "同年"):
        return None
    year = told.whole_year(match)
    return (date(year, 1, 1), date(year, 12, 31), "year") if year else None


def _this_month(match: re.Match[str], told: Told) -> Days | None:
    if told.issue is None:
        return None
    count = 12 * told.issue.year + told.issue.month - 1 + _MONTHS_ON.get((match["which"] or "本")[0], 0)
    year, month = divmod(count, 12)
    if not match["day"]:
        return _of_months(year, month + 1, month + 1)
    return _one(_day(year, month + 1, int(match["day"])))


def _day_word(match: re.Match[str], told: Told) -> Days | None:
    word = match.group()
    if word in _DAYS_AGO:
        return _one(told.issue - timedelta(days=_DAYS_AGO[word])) if told.issue else None
    known = told.day_before(match.start(), farther=word.startswith("此前"))
    step = timedelta(days=-1 if "前" in word else 1)
    return _one(known + step) if known else None


def _bare_day(match: re.Match[str], told: Told) -> Days | None:
    """The day of that number in the month of the day that the sentence names, else the nearest to the issue."""
    if told.issue is None:
        return None
    named = told.day_in_sentence(match.start())
    first = _day(named.year, named.month, int(match["day"])) if named else _nearest_day(told.issue, int(match["day"]))
    last = _day(first.year, first.month, int(match["day2"])) if first and match["day2"] else first
    return (first, last, "day") if first and last and first <= last else None


def _nearest_day(issue: date, number: int) -> date:
    months = [issue.replace(day=15) + timedelta(days=30 * step) for step in (-1, 0, 1)]
    days = [day for one in months if (day := _day(one.year, one.month, number))]
    return min(days, key=lambda day: abs(day - issue))


def _lately(match: re.Match[str], told: Told) -> Days | None:
    return (told.issue - LATELY, told.issue, "month") if told.issue else None


def _no_date(match: re.Match[str], told: Told) -> None:
    """What only looks like one."""


def _one(day: date | None) -> Days | None:
    return (day, day, "day") if day else None


def _of_months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), "month"


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (2月30日)."""
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


FORMS: tuple[Form, ...] = (
    (_NO_DATE, _no_date),
    (_DAYS, _days),
    (_HAN_MONTH, _han_month),
    (_MONTHS, _months),
    (_PART, _part),
    (_WHOLE, _whole),
    (_THIS_MONTH, _this_month),
    (_DAY_WORD, _day_word),
    (_BARE_DAY, _bare_day),
    (_LATELY, _lately),
)

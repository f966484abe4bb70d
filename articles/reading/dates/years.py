"""What dates leave unsaid: the year of 10月 and 当年11月, and the day that 次日 follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

# Not 过|去年均 and 目|前年产.
_REL = "今年|(?<!过)去年|(?<![目之以日])前年|(?<![文透])明年|当年|同年"
YEAR = rf"(?:(?P<year>(?<![0-9.])(?:19|20)[0-9]{{2}})\s?年|(?P<rel>{_REL}))"
_OFFSETS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
_SAME = ("当年", "同年")
# What parts a month from the 去年 or 明年 before it: 去年9月核准，|计划8月开工.
_PARTED = re.compile("[今现。]|目前|计划|预计|[拟将]")
# How far a sentence and a paragraph are looked through.
_FARTHEST = 600
_MOST_AHEAD, _MOST_BACK = timedelta(days=200), timedelta(days=320)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year as told: how, where it ends, and its month if it has one."""

    number: int
    end: int
    month: int | None
    printed: bool


@dataclass(slots=True)
class Told:
    """What one body told so far, read from its beginning."""

    body: str
    issue: date | None
    _last: _Year | None = None
    _day: tuple[date, int] | None = None

    def year(self, match: re.Match[str], month: int, otherwise: int | None) -> int | None:
        """The year printed, meant by 去年 and its like, going on from before in the sentence, or otherwise that given."""
        number = self._said(match)
        if match["year"] or match["rel"]:
            self._keep(match, number, month)
            return number
        return self._carried(match, month) or otherwise

    def whole_year(self, match: re.Match[str]) -> int | None:
        """The year that stands by itself, the issue's for 年底; 当年11月 may mean it."""
        if not (match["year"] or match["rel"]):
            return self.issue.year if self.issue else None
        number = self._said(match)
        self._keep(match, number, None)
        return number

    def nearest(self, month: int, day: int = 15) -> int | None:
        """The issue's year, but over New Year the one that lies nearer: 12月30日 in a paper of January is last year's."""
        if self.issue is None:
            return None
        guess = date(self.issue.year, month, min(day, 28))
        return self.issue.year - (guess - self.issue > _MOST_AHEAD) + (self.issue - guess > _MOST_BACK)

    def is_to_come(self, year: int, month: int) -> bool:
        """Whether a month is after the issue's."""
        return self.issue is not None and (year, month) > (self.issue.year, self.issue.month)

    def keep_day(self, day: date, start: int) -> None:
        """Remember a day named, for 次日 and 27日 behind it."""
        self._day = (day, start)

    def day_before(self, position: int, farther: bool) -> date | None:
        """The last day named in the paragraph, or in the whole body."""
        return self._day_since("\n", position) if not farther else self._day and self._day[0]

    def day_in_sentence(self, position: int) -> date | None:
        return self._day_since("。", position)

    def _day_since(self, mark: str, position: int) -> date | None:
        return self._day[0] if self._day and self._is_without(mark, self._day[1], position) else None

    def _is_without(self, mark: str, start: int, end: int) -> bool:
        return end - start <= _FARTHEST and mark not in self.body[start:end]

    def _said(self, match: re.Match[str]) -> int | None:
        if match["year"]:
            return int(match["year"])
        if match["rel"] in _SAME:
            return self._last.number if self._last and self._is_without("。", self._last.end, match.start()) else None
        return self.issue.year + _OFFSETS[match["rel"]] if self.issue and match["rel"] else None

    def _keep(self, match: re.Match[str], number: int | None, month: int | None) -> None:
        printed = bool(match["year"]) or match["rel"] in _SAME
        self._last = _Year(number, match.end(), month, printed) if number else None

    def _carried(self, match: re.Match[str], month: int) -> int | None:
        """The year that the sentence goes on with: a printed one with a month, or 去年3月 for a later month without a day."""
        last, start = self._last, match.start()
        if last is None or last.month is None or not self._is_without("。", last.end, start):
            return None
        is_later = month > last.month and not match.groupdict().get("day")
        goes_on = last.printed or (is_later and not _PARTED.search(self.body, last.end, start))
        return last.number if goes_on else None

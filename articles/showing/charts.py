"""Charts as geometry: templates draw the SVG, the style sheet colours it. Every chart has a table twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from django.utils.translation import gettext as _

LEFT, RIGHT, TOP, BASE = 30, 945, 14, 96
WIDEST = 24
MOST_MONTHS = 120
SPAN_LEFT, SPAN_RIGHT, SPAN_STEP = 190, 900, 32


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year: its number, and its rectangle. state: bar, hush (held, nothing printed), none (not held)."""

    label: str
    number: int
    state: str
    x: float
    y: float
    width: float
    height: float

    @property
    def words(self) -> str:
        """The number, or why there is none."""
        return {"none": _("No data"), "hush": _("No report")}.get(self.state, str(self.number))


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of months of one state, hush or none."""

    state: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over time, from zero, with year marks (x, year) and the top value."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int], ...]
    top: int
    monthly: bool

    @property
    def title(self) -> str:
        """What the bars count."""
        return _("Articles by month") if self.monthly else _("Articles by year")

    @property
    def bands(self) -> list[Band]:
        """The stretches without a bar."""
        runs = groupby(self.bars, lambda bar: bar.state)
        return [_band(state, list(run)) for state, run in runs if state != "bar"]

    @property
    def hush(self) -> bool:
        """Whether a stretch was held and says nothing."""
        return any(bar.state == "hush" for bar in self.bars)

    @property
    def none(self) -> bool:
        """Whether of a stretch nothing is held."""
        return any(bar.state == "none" for bar in self.bars)


class Held(Protocol):
    """What a span needs of a post held."""

    @property
    def first_seen(self) -> date | None: ...
    @property
    def last_seen(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Span:
    """One post from first to last seen."""

    held: Held
    x: float
    width: float
    y: int
    now: bool

    @property
    def end(self) -> float:
        """The right end."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Spans:
    """Posts over time, with year marks (x, year)."""

    spans: tuple[Span, ...]
    years: tuple[tuple[float, int], ...]
    height: int


def bars(numbers: Mapping[date, int], held: AbstractSet[date]) -> Bars:
    """Draw numbers by month (keys are first days); more than ten years are drawn by year. numbers is not empty."""
    months = _months(min(numbers), max(numbers))
    monthly = len(months) <= MOST_MONTHS
    if not monthly:
        numbers = {date(year, 1, 1): sum(n for m, n in numbers.items() if m.year == year) for year in _years(numbers)}
        held = {date(month.year, 1, 1) for month in held}
        months = [date(year, 1, 1) for year in range(months[0].year, months[-1].year + 1)]
    step = min((RIGHT - LEFT) / len(months), WIDEST)
    top = max(numbers.values())
    drawn = [
        _bar(
            month.strftime("%Y-%m" if monthly else "%Y"),
            numbers.get(month, 0),
            month in held,
            LEFT + i * step,
            step,
            top,
        )
        for i, month in enumerate(months)
    ]
    return Bars(tuple(drawn), tuple(_year_marks(months, step)), top, monthly)


def spans(held: Sequence[Held]) -> Spans | None:
    """Draw posts from first to last seen, in the order given; None where fewer than two days are known."""
    dated = [(post, post.first_seen, post.last_seen) for post in held if post.first_seen and post.last_seen]
    days = [day for _post, *both in dated for day in both]
    if len(set(days)) < 2:
        return None
    start, end = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
    scale = (SPAN_RIGHT - SPAN_LEFT) / (end - start).days
    latest = max(days)
    drawn = [
        Span(post, round(SPAN_LEFT + (first - start).days * scale, 1), round((last - first).days * scale, 1),
             20 + row * SPAN_STEP, last == latest)
        for row, (post, first, last) in enumerate(dated)
    ]  # fmt: skip
    years = range(start.year, end.year + 1)
    every = len(years) // 12 + 1
    marks = [
        (round(SPAN_LEFT + (date(y, 1, 1) - start).days * scale, 1), y) for y in years if not (y - start.year) % every
    ]
    return Spans(tuple(drawn), tuple(marks), 20 + len(dated) * SPAN_STEP)


def _bar(label: str, number: int, held: bool, x: float, step: float, top: int) -> Bar:
    state = "bar" if number else "hush" if held else "none"
    height = (BASE - TOP) * (number / top if number else 1)
    return Bar(label, number, state, round(x, 1), round(BASE - height, 1), round(step * 0.82, 1), round(height, 1))


def _band(state: str, run: list[Bar]) -> Band:
    return Band(state, run[0].x, round(run[-1].x + run[-1].width - run[0].x, 1))


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1) for i in range(count)]


def _years(numbers: Mapping[date, int]) -> list[int]:
    return sorted({month.year for month in numbers})


def _year_marks(months: list[date], step: float) -> list[tuple[float, int]]:
    marks = [(round(LEFT + i * step, 1), month.year) for i, month in enumerate(months) if i == 0 or month.month == 1]
    every = max(1, round(40 / (step * 12)) if step * 12 < 40 else 1)
    return marks[::every]

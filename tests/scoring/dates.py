"""Figures of dates: those that an article names, in the writing of gold: 2021-08-06, 2021-08, 2021, runs with /, lately."""

from __future__ import annotations

from datetime import date, timedelta

from tests.scoring.pairing import Pair
from tests.scoring.tally import Json, Tallies

LATELY = "lately"
MONTH, YEAR = len("2021-08"), len("2021")


def score_dates(pair: Pair, tallies: Tallies) -> None:
    """Each date once; those of `event_dates_also` are free. An article whose gold has no dates, not even an empty list,
    is not scored.
    """
    if "event_dates" not in pair.gold:
        return
    found = (written(one) for one in pair.got.get("event_dates", ()))
    free = pair.gold.get("event_dates_also", ())
    tallies["event dates"].sets(pair.gold["event_dates"], found, free, pair.label)


def written(one: Json) -> str:
    """A date that was read, as gold writes it: as many units as it has, and both ends of a run."""
    first, last, precision = one["first"], one["last"], one["precision"]
    if precision == "month" and not _is_whole_months(first, last):
        return LATELY
    size = {"year": YEAR, "month": MONTH}.get(precision)
    return "/".join(dict.fromkeys((first[:size], last[:size])))


def _is_whole_months(first: str, last: str) -> bool:
    after = date.fromisoformat(last) + timedelta(days=1)
    return first.endswith("-01") and after.day == 1

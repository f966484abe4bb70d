"""Figures of visits: which officials go somewhere, on which day, with whom, and to which places and sites."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tests.scoring.dates import written
from tests.scoring.pairing import Pair
from tests.scoring.projects import likeness
from tests.scoring.tally import Json, Tallies
from tests.scoring.wording import at_depth

COUNTY, TOWN = 3, 4
Stop = tuple[str, str, str]


def score_visits(pair: Pair, tallies: Tallies) -> None:
    """Visitors by name, and each one's stops; visitors of `visits_also` are free with all their stops.

    An article whose gold has no visits, not even an empty list, is not scored.
    """
    if "visits" not in pair.gold:
        return
    wanted, got, label = pair.gold["visits"], pair.got.get("visits", ()), pair.label
    free = {visit["official"] for visit in pair.gold.get("visits_also", ())}
    tallies["visits"].sets(_visitors(wanted), _visitors(got), free, label)
    stops = list(_wanted_stops(wanted))
    found = dict.fromkeys(stop for stop in _found_stops(got) if stop[0] not in free)
    tallies["visit places"].match(stops, found, _is_same, list(_units_above(stops)), label)
    _score_days(wanted, got, label, tallies)
    alone = [visit for visit in got if visit["official"] not in free]
    tallies["visit companions"].sets(_company(wanted), _company(alone), (), label)


def _score_days(wanted: Collection[Json], got: Collection[Json], label: str, tallies: Tallies) -> None:
    """The date of each visit that both have."""
    dates = {visit["official"]: _date(visit) for visit in got}
    for visit in wanted:
        official = visit["official"]
        if official in dates:
            note = f"{label} {official} {dates[official]} want {visit['date']}"
            tallies["visit dates"].one(dates[official] == visit["date"], note)


def _date(visit: Json) -> str | None:
    """The date of a visit that was read, as gold writes it."""
    if visit["date"] is None:
        return None
    first, last = visit["date"]
    return written({"first": first, "last": last, "precision": visit["precision"]})


def _company(visits: Collection[Json]) -> set[str]:
    """Who goes with whom; gold has names, the reader each name with its span."""
    return {f"{_name(one)} with {visit['official']}" for visit in visits for one in visit["companions"]}


def _name(companion: str | Json) -> str:
    return companion if isinstance(companion, str) else companion["name"]


def _visitors(visits: Collection[Json]) -> set[str]:
    return {visit["official"] for visit in visits}


def _wanted_stops(visits: Collection[Json]) -> Iterator[Stop]:
    for visit in visits:
        yield from ((visit["official"], path, "") for path in visit["places"])
        yield from ((visit["official"], "", name) for name in visit["sites"])


def _found_stops(visits: Collection[Json]) -> Iterator[Stop]:
    """What was read in the manner of gold: a town stands for its county as well, a village for itself as a site."""
    for visit in visits:
        official = visit["official"]
        for place in visit["places"]:
            path, village = _parted(place["resolved"])
            yield from ((official, at_depth(path, depth), "") for depth in {min(COUNTY, path.count("/") + 1), TOWN})
            if village:
                yield official, "", village
        yield from ((official, "", site["text"]) for site in visit["sites"])


def _parted(path: str) -> tuple[str, str]:
    """A path down to the town at most, and the village behind it, which may stand right under its county."""
    above, _, last = path.rpartition("/")
    return (above, last) if path.count("/") >= TOWN or last.endswith(("村", "社区")) else (path, "")


def _is_same(x: Stop, y: Stop) -> bool:
    """Whether two stops of one official are one place by its path, or one site by its printed name."""
    sites = bool(x[2] and y[2])
    return x[0] == y[0] and (likeness(x[2], y[2]) > 0 if sites else x[1:] == y[1:])


def _units_above(stops: Collection[Stop]) -> Iterator[Stop]:
    """The provinces and prefectures of the places that are wanted."""
    for official, path, _ in stops:
        yield from ((official, at_depth(path, depth), "") for depth in range(1, COUNTY) if path)

"""Figures of projects: which are found, at which stage, for how much. A minor one may be found or missed."""

from __future__ import annotations

from tests.scoring.pairing import Pair
from tests.scoring.tally import Json, Tallies
from tests.scoring.wording import bigrams, squeeze

ALIKE = 0.5
SHORTEST_PART = 4


def score_projects(pair: Pair, tallies: Tallies) -> None:
    """Match each project of gold, minor ones last, with the likest that is left; the rest is spurious."""
    left = list(pair.got.get("projects", ()))
    for wanted in sorted(pair.gold["projects"], key=_is_minor):
        found = max(left, key=lambda one: likeness(wanted["name"], one["name"]), default=None)
        if found is not None and likeness(wanted["name"], found["name"]):
            left.remove(found)
            _score_found(wanted, found, pair.label, tallies)
        elif not _is_minor(wanted):
            _score_missed(wanted, pair.label, tallies)
    tally = tallies["projects"]
    for one in left:
        tally.surplus(f"{pair.label} spurious project {one['name']}")


def likeness(wanted: str, found: str) -> float:
    """How like two names are, from 0, not the same, to 2: shared bigrams, and 1 where one name holds the other."""
    x, y = bigrams(wanted), bigrams(found)
    shared = 2 * len(x & y) / (len(x) + len(y))
    long, short = squeeze(wanted), squeeze(found)
    inside = long in short or short in long
    return shared + inside if shared >= ALIKE or inside and len(short) >= SHORTEST_PART else 0.0


def _is_minor(project: Json) -> bool:
    return bool(project.get("minor"))


def _score_found(wanted: Json, found: Json, label: str, tallies: Tallies) -> None:
    if not _is_minor(wanted):
        tallies["projects"].right += 1
        right = found["stage"] in (wanted["stage"], *wanted.get("stage_also", ()))
        note = f"{label}: {wanted['name']} stage {found['stage']} want {wanted['stage']}"
        tallies["project stages"].one(right, note)
    sums = [project.get("investment_yuan") for project in (wanted, found)]
    if any(sums):
        tallies["investment"].one(sums[0] == sums[1], f"{label}: {wanted['name']} {sums[1]} want {sums[0]}")


def _score_missed(wanted: Json, label: str, tallies: Tallies) -> None:
    tallies["projects"].miss(f"{label} missed project {wanted['name']}")
    if wanted.get("investment_yuan"):
        tallies["investment"].miss(f"{label}: {wanted['name']} is missed, and {wanted['investment_yuan']}")

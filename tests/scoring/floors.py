"""The floors under the figures: committed in floors.json, never above what was measured, and only ever raised.

A group of pages has one floor, an F1 from 0 to 1, for each figure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.scoring.sheets import PAPERS, WIDE, Sheet, figures_of, read_sheets

FILE = Path(__file__).with_name("floors.json")
LOTS = ("later", "latest", "newest", "freshest", "last")
"""Lists, in the folder of papers, of those that came later and have floors of their own: a group that grows has no figure to compare."""
RAISE = "python -m tests.scoring --raise"
SAMPLES = {
    "03.txt",
    "06.txt",
    "08.txt",
    "榆林日报-2018年05月08日-第01版.txt",
    "运城日报_2019-05-14_01.txt",
}
STEPS = 200
"""Floors stand at multiples of 1/200, which is .005."""
SLACK = 0.05
"""How far a figure, rounded down, may have risen above its floor before the floor must follow."""
Values = Mapping[str, float]
Groups = Mapping[str, Values]


def group_figures(sheets: Iterable[Sheet] | None = None) -> dict[str, dict[str, float]]:
    """The F1 of each figure for each group: the sample pages, which are read unless given, and the wider ones."""
    every = tuple(read_sheets() if sheets is None else sheets)
    groups = {"samples": tuple(sheet for sheet in every if sheet.gold["file"] in SAMPLES), "all": every}
    if sheets is None:
        groups["wide"] = tuple(read_sheets(WIDE / "gold", WIDE / "pages"))
        groups |= _paper_groups(tuple(read_sheets(PAPERS / "gold", PAPERS / "pages")))
    return {group: {name: figure["f1"] for name, figure in figures_of(of).items()} for group, of in groups.items()}


def _paper_groups(sheets: tuple[Sheet, ...]) -> dict[str, tuple[Sheet, ...]]:
    """The papers by the lot they came in; "papers" are those of no list."""
    named = {name: set((PAPERS / f"{name}.txt").read_text("utf-8").splitlines()) for name in LOTS}
    listed = set().union(*named.values())
    first = tuple(sheet for sheet in sheets if sheet.gold["file"] not in listed)
    lots = {name: tuple(sheet for sheet in sheets if sheet.gold["file"] in files) for name, files in named.items()}
    return {"papers": first} | lots


def load_floors() -> dict[str, dict[str, float]]:
    """The committed floors."""
    floors: dict[str, dict[str, float]] = json.loads(FILE.read_text("utf-8"))
    return floors


def save_floors(floors: Groups) -> None:
    """Write the floors, to be committed."""
    FILE.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")


def rounded_down(f1: float) -> float:
    """The highest floor that is not above a figure of four decimals."""
    return round(f1 * 10_000) * STEPS // 10_000 / STEPS


def raised(floors: Groups, figures: Groups) -> dict[str, dict[str, float]]:
    """Floors that follow the figures upwards; none is lowered and none is lost."""
    return {
        group: _raised(floors.get(group, {}), figures.get(group, {})) for group in dict.fromkeys((*floors, *figures))
    }


def _raised(floors: Values, figures: Values) -> dict[str, float]:
    names = dict.fromkeys((*floors, *figures))
    return {name: max(floors.get(name, 0.0), rounded_down(figures.get(name, 0.0))) for name in names}


def fallen(floors: Values, figures: Values) -> list[str]:
    """What stands under its floor, in words; a figure that is no longer measured has fallen too."""
    return [
        f"{name} is {figures.get(name, 'not measured')}, its floor {floor}"
        for name, floor in floors.items()
        if figures.get(name, -1.0) < floor
    ]


def risen(floors: Values, figures: Values) -> list[str]:
    """What stands so high above its floor that the floor must follow, in words; a figure without floor counts."""
    return [
        f"{name} is {f1}, its floor {floors.get(name, 'missing')}"
        for name, f1 in figures.items()
        if name not in floors or round(rounded_down(f1) - floors[name], 4) > SLACK
    ]

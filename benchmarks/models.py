"""The fitted models of splitting: where their weights are kept, how they are held, and what they are fitted to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.reading.words import FOLDER, read_pairs
from benchmarks.logistic import Plan
from benchmarks.signs import Case, Weights, border_cases, display_cases, link_cases
from benchmarks.training_pages import TrainingPage

FREE = math.inf
SMALLEST = 0.05
"""Weights nearer to 0 are left out of the lexicon."""


def committed(name: str) -> dict[str, float]:
    """The weights of a list of the lexicon."""
    return {sign: float(weight) for sign, weight in read_pairs(name)}


def save(name: str, weights: Weights) -> None:
    """Put weights into a list of the lexicon, the largest first, under the file's own header."""
    path = FOLDER / f"{name}.txt"
    header = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    ordered = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    entries = [f"{sign}\t{weight:.2f}" for sign, weight in ordered if abs(weight) >= SMALLEST]
    path.write_text("\n".join([*header, *entries]) + "\n", "utf-8")


@dataclass(frozen=True, slots=True)
class Model:
    """A list of fitted weights in the lexicon."""

    list: str
    plan: Plan
    cases: Callable[[TrainingPage], Iterator[Case]]

    def committed(self) -> dict[str, float]:
        """The weights of the lexicon."""
        return committed(self.list)


# A few signs decide whatever the pages at hand say: they are too rare in them, or too seldom wrong, to be fitted freely.
BORDERS = Model(
    "border_weights",
    Plan(
        ridge=1.0,
        ridges={"always": 0.01},
        priors={
            "dateline": 12.0,
            "salutation": 6.0,
            "row of a table": -6.0,
            "note ends above": 2.0,
            "text above is signed": 5.0,
            "byline between": 5.0,
            "always": -4.0,
        },
        bounds={
            "dateline": (12.0, 12.0),
            "text above is signed": (6.5, FREE),
            "byline between": (5.0, FREE),
            "always": (-FREE, -4.0),
        },
    ),
    border_cases,
)
DISPLAY = Model("display_weights", Plan(ridge=1.0, ridges={"always": 0.01}), display_cases)
LINKS = Model("link_weights", Plan(ridge=3.0, ridges={"always": 0.01}), link_cases)

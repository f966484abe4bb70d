"""Logistic regression with a ridge towards a prior and bounds on the weights, by Newton's method; numpy alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
ROUNDS, HALVINGS = 100, 30
CLOSE = 1e-7


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model is held: the ridge of every weight, ridges and priors (0 elsewhere) and bounds of single ones."""

    ridge: float
    ridges: Mapping[str, float] = field(default_factory=dict)
    priors: Mapping[str, float] = field(default_factory=dict)
    bounds: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Data:
    """Cases as rows of values, one column a name; what is true of each (0 or 1), and how much it counts."""

    names: tuple[str, ...]
    values: Array
    truths: Array
    counts: Array

    def where(self, rows: NDArray[np.bool_]) -> Data:
        """Some of the cases."""
        return Data(self.names, self.values[rows], self.truths[rows], self.counts[rows])


def table(cases: Sequence[Mapping[str, float]], truths: Sequence[bool], counts: Sequence[float]) -> Data:
    """Data from cases that name the values they have; the columns are in the order of their names."""
    names = tuple(sorted({name for case in cases for name, value in case.items() if value}))
    column = {name: k for k, name in enumerate(names)}
    values = np.zeros((len(cases), len(names)))
    for row, case in enumerate(cases):
        for name, value in case.items():
            if value:
                values[row, column[name]] = value
    return Data(names, values, np.array(truths, dtype=float), np.array(counts, dtype=float))


def fit(data: Data, plan: Plan, start: Mapping[str, float] | None = None) -> dict[str, float]:
    """The weights that make the data likeliest, less ridge * (weight - prior)² each. The minimum is the only one."""
    ridge = np.array([plan.ridges.get(name, plan.ridge) for name in data.names])
    prior = np.array([plan.priors.get(name, 0.0) for name in data.names])
    low, high = np.array([plan.bounds.get(name, (-np.inf, np.inf)) for name in data.names]).T
    begin = prior if start is None else np.array([start.get(name, 0.0) for name in data.names])
    weights = np.clip(begin, low, high)
    for _ in range(ROUNDS):
        moved = _step(data, weights, ridge, prior, low, high)
        if np.abs(moved - weights).max() < CLOSE:
            break
        weights = moved
    return dict(zip(data.names, map(float, weights), strict=True))


def _step(data: Data, weights: Array, ridge: Array, prior: Array, low: Array, high: Array) -> Array:
    """One step of Newton's method over the weights that their bounds do not hold, clipped to the bounds and shortened

    until it does no harm.
    """
    chances = _chances(data.values @ weights)
    slope = data.values.T @ (data.counts * (chances - data.truths)) + 2 * ridge * (weights - prior)
    free = ~((weights <= low) & (slope > 0) | (weights >= high) & (slope < 0))
    values = data.values[:, free]
    bend = (values * (data.counts * chances * (1 - chances))[:, None]).T @ values + np.diag(2 * ridge[free])
    step = np.zeros_like(weights)
    step[free] = np.linalg.solve(bend, slope[free])
    before = _cost(data, weights, ridge, prior)
    for halving in range(HALVINGS):
        moved = np.clip(weights - step / 2**halving, low, high)
        if _cost(data, moved, ridge, prior) <= before:
            return moved
    return weights


def _cost(data: Data, weights: Array, ridge: Array, prior: Array) -> float:
    odds = data.values @ weights
    lost = data.counts * (np.logaddexp(0, odds) - data.truths * odds)
    return float(lost.sum() + (ridge * (weights - prior) ** 2).sum())


def _chances(odds: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(odds, -50, 50)))


def odds_of(data: Data, weights: Mapping[str, float]) -> Array:
    """The natural-log odds of each case; a name without weight counts nothing."""
    return data.values @ np.array([weights.get(name, 0.0) for name in data.names])


def mean_loss(data: Data, weights: Mapping[str, float]) -> float:
    """The mean negative log likelihood of a case, each counting once."""
    odds = odds_of(data, weights)
    return float(np.mean(np.logaddexp(0, odds) - data.truths * odds)) if len(odds) else 0.0

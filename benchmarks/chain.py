"""A linear chain of labels, fitted with a ridge by L-BFGS; numpy alone.

Each item of a chain has a weight for each label by its signs, each step one for each pair of labels by its own. Weights
are named “label sign” and “pair sign”, as the lexicon has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.logistic import Array

MEMORY, ROUNDS, HALVINGS = 10, 500, 30
CLOSE = 1e-9
ALWAYS, FREE_RIDGE = "always", 0.01
"""How common each pair of labels is, the data tell: the ridge hardly holds it."""
Function = Callable[[Array], tuple[float, Array]]


@dataclass(frozen=True, slots=True)
class Chain:
    """A row of items: the signs of each, of each step from one to the next, the true labels, how much it counts, tags."""

    items: Sequence[Mapping[str, float]]
    steps: Sequence[Mapping[str, float]]
    labels: str
    count: float
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lot:
    """Chains of one length: the rows of their items and steps, chain by place, the true labels as numbers, the counts."""

    items: NDArray[np.int_]
    steps: NDArray[np.int_]
    truths: NDArray[np.int_]
    counts: Array


@dataclass(frozen=True, slots=True)
class _Table:
    """All chains as values: a row an item or step, a column a sign."""

    labels: str
    item_names: tuple[str, ...]
    step_names: tuple[str, ...]
    items: Array
    steps: Array
    lots: tuple[_Lot, ...]

    def names(self) -> list[str]:
        """The names of the weights, in their order."""
        pairs = [one + other for one in self.labels for other in self.labels]
        of_items = [f"{label} {name}" for name in self.item_names for label in self.labels]
        return of_items + [f"{pair} {name}" for name in self.step_names for pair in pairs]

    def scores(self, weights: Array) -> tuple[Array, Array]:
        """The weight of each label at each item, and of each pair at each step."""
        size, cut = len(self.labels), len(self.item_names) * len(self.labels)
        of_items, of_steps = weights[:cut].reshape(-1, size), weights[cut:].reshape(-1, size * size)
        return self.items @ of_items, (self.steps @ of_steps).reshape(-1, size, size)


def fit_chains(chains: Sequence[Chain], labels: str, ridge: float) -> dict[str, float]:
    """The weights that make the true labels likeliest, less ridge * weight² each. The minimum is the only one."""
    table = _table(chains, labels)
    names = table.names()
    ridges = np.array([FREE_RIDGE if name.endswith(f" {ALWAYS}") else ridge for name in names])
    weights = _minimise(lambda at: _cost(table, at, ridges), np.zeros(len(names)))
    return dict(zip(names, map(float, weights), strict=True))


def _table(chains: Sequence[Chain], labels: str) -> _Table:
    items = [signs for chain in chains for signs in chain.items]
    steps = [signs for chain in chains for signs in chain.steps]
    (item_names, item_values), (step_names, step_values) = _values(items), _values(steps)
    return _Table(labels, item_names, step_names, item_values, step_values, _lots(chains, labels))


def _values(rows: Sequence[Mapping[str, float]]) -> tuple[tuple[str, ...], Array]:
    names = tuple(sorted({name for row in rows for name, value in row.items() if value}))
    return names, np.array([[row.get(name, 0.0) for name in names] for row in rows]).reshape(len(rows), len(names))


def _lots(chains: Sequence[Chain], labels: str) -> tuple[_Lot, ...]:
    by_length: dict[int, list[tuple[int, int, Chain]]] = defaultdict(list)
    item = step = 0
    for chain in chains:
        by_length[len(chain.items)].append((item, step, chain))
        item, step = item + len(chain.items), step + len(chain.steps)
    return tuple(_lot(length, of, labels) for length, of in sorted(by_length.items()))


def _lot(length: int, chains: Sequence[tuple[int, int, Chain]], labels: str) -> _Lot:
    items = np.array([item for item, _, _ in chains])[:, None] + np.arange(length)
    steps = np.array([step for _, step, _ in chains])[:, None] + np.arange(length - 1)
    truths = np.array([[labels.index(label) for label in chain.labels] for _, _, chain in chains])
    return _Lot(items, steps, truths, np.array([chain.count for _, _, chain in chains]))


def _cost(table: _Table, weights: Array, ridges: Array) -> tuple[float, Array]:
    """The negative log likelihood with the ridge, and its slope: expected less true labels, by forward and backward sums."""
    items, steps = table.scores(weights)
    of_items, of_steps = np.zeros_like(items), np.zeros_like(steps)
    cost = float((ridges * weights**2).sum())
    for lot in table.lots:
        cost += _add_lot(lot, items, steps, of_items, of_steps)
    of_steps = of_steps.reshape(len(of_steps), -1)
    slope = np.concatenate([(table.items.T @ of_items).ravel(), (table.steps.T @ of_steps).ravel()])
    return cost, slope + 2 * ridges * weights


def _add_lot(lot: _Lot, items: Array, steps: Array, of_items: Array, of_steps: Array) -> float:
    """Add a lot's expected less true labels to those of items and steps, in place; its negative log likelihood."""
    here, pairs = items[lot.items], steps[lot.steps]
    length, every = lot.items.shape[1], np.arange(len(lot.items))
    forward, backward = [here[:, 0]], [np.zeros_like(here[:, 0])]
    for k in range(1, length):
        forward.append(here[:, k] + _log_sum(forward[-1][:, :, None] + pairs[:, k - 1], 1))
    for k in range(length - 1, 0, -1):
        backward.insert(0, _log_sum(pairs[:, k - 1] + (here[:, k] + backward[0])[:, None, :], 2))
    whole, found = _log_sum(forward[-1], 1), np.zeros(len(lot.items))
    for k in range(length):
        chances = np.exp(forward[k] + backward[k] - whole[:, None])
        chances[every, lot.truths[:, k]] -= 1
        of_items[lot.items[:, k]] += chances * lot.counts[:, None]
        found += here[every, k, lot.truths[:, k]]
    for k in range(length - 1):
        ahead = (here[:, k + 1] + backward[k + 1])[:, None, :]
        chances = np.exp(forward[k][:, :, None] + pairs[:, k] + ahead - whole[:, None, None])
        chances[every, lot.truths[:, k], lot.truths[:, k + 1]] -= 1
        of_steps[lot.steps[:, k]] += chances * lot.counts[:, None, None]
        found += pairs[every, k, lot.truths[:, k], lot.truths[:, k + 1]]
    return float((lot.counts * (whole - found)).sum())


def _log_sum(values: Array, axis: int) -> Array:
    top = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)


def _minimise(function: Function, at: Array) -> Array:
    """The least point of a smooth convex function, by L-BFGS (Nocedal and Wright, Numerical Optimization, 7.4 and 7.5)."""
    cost, slope = function(at)
    moves: list[tuple[Array, Array]] = []
    for _ in range(ROUNDS):
        way = -_bent(slope, moves)
        for halving in range(HALVINGS):
            moved = at + way / 2**halving
            new_cost, new_slope = function(moved)
            if new_cost <= cost + 1e-4 / 2**halving * float(slope @ way):
                break
        else:
            return at
        done = cost - new_cost < CLOSE * abs(cost)
        moves = [*moves[-MEMORY + 1 :], (moved - at, new_slope - slope)]
        at, cost, slope = moved, new_cost, new_slope
        if done:
            break
    return at


def _bent(slope: Array, moves: Sequence[tuple[Array, Array]]) -> Array:
    """The slope over the function's bend, as the last moves show it (the two-loop recursion)."""
    way, shares = slope.copy(), []
    for step, turn in reversed(moves):
        share = float(step @ way) / float(step @ turn)
        way -= share * turn
        shares.append(share)
    if moves:
        step, turn = moves[-1]
        way *= float(step @ turn) / float(turn @ turn)
    for (step, turn), share in zip(moves, reversed(shares), strict=True):
        way += step * (share - float(turn @ way) / float(step @ turn))
    return way

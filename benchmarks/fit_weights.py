"""Fit the weights of display lines, borders, links and headings to the pages that have gold, and to their stories set anew.

    python benchmarks/fit_weights.py                              errors of the committed weights and of new ones
    python benchmarks/fit_weights.py --write                      the same, and put the new ones into the lexicon
    python benchmarks/fit_weights.py --extra GOLD PAGES           with pages from outside the repository
    python benchmarks/fit_weights.py --only display_weights --reset 600 --seed 3

Prints for each group of pages, and for each fold of it, how often the committed weights err (share of cases, missed and
spurious ones, mean loss), the new ones, new ones fitted without the group, and new ones fitted without the fold; stories
set anew are left out with the pages from which they were taken. The same
seed gives the same weights. Headings, of gold pages alone, are told by how many have all their parts right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from articles.reading.splitting.headlines import PARTS  # noqa: E402
from benchmarks.chain import Chain, fit_chains  # noqa: E402
from benchmarks.headings import RIDGE, heading_chains, right_of  # noqa: E402
from benchmarks.logistic import Array, fit, odds_of  # noqa: E402
from benchmarks.models import BORDERS, DISPLAY, LINKS, Model, committed, save  # noqa: E402
from benchmarks.signs import Cases, Weights, gather, weights_in_use  # noqa: E402
from benchmarks.training_pages import (  # noqa: E402
    FOLDERS,
    FOLDS,
    TrainingPage,
    extra_folder,
    fold_name,
    training_pages,
)

# Borders and links hang on which lines are taken for display, so display comes first.
MODELS = (DISPLAY, BORDERS, LINKS)
HEADINGS = "heading_weights"
Rows = NDArray[np.bool_]
COLUMNS = ("committed", "fitted", "without the group", "without the fold")


def main() -> int:
    """Do what the command line asks."""
    options = _parser().parse_args()
    extra = [extra_folder(n, Path(gold), Path(pages)) for n, (gold, pages) in enumerate(options.extra, 1)]
    folders = [*FOLDERS, *extra]
    if options.only != HEADINGS:
        pages = training_pages(folders, options.reset, options.seed)
        in_use = {model.list: model.committed() for model in MODELS}
        for model in MODELS:
            if options.only in (None, model.list):
                in_use[model.list] = _fit(model, pages, in_use, options.write)
    if options.only in (None, HEADINGS):
        _fit_headings(list(heading_chains(folders)), options.write)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reset", type=int, default=400, metavar="PAGES", help="how many pages to set anew")
    parser.add_argument("--extra", nargs=2, action="append", default=[], metavar=("GOLD", "PAGES"))
    parser.add_argument("--write", action="store_true", help="put the new weights into the lexicon")
    parser.add_argument("--only", choices=[*(model.list for model in MODELS), HEADINGS], help="fit one list alone")
    return parser


def _fit(model: Model, pages: list[TrainingPage], in_use: Mapping[str, Weights], write: bool) -> dict[str, float]:
    with weights_in_use(in_use):
        cases = gather(case for page in pages for case in model.cases(page))
    fitted = fit(cases.data, model.plan)
    print(f"{model.list}: {len(cases.tags)} cases of {len(pages)} pages, {len(fitted)} signs")
    _print_errors(model, cases, fitted)
    if write:
        save(model.list, fitted)
        print(f"written to {model.list}.txt")
    print()
    return fitted


def _fit_headings(chains: list[Chain], write: bool) -> None:
    fitted = fit_chains(chains, PARTS, RIDGE)
    print(f"{HEADINGS}: {len(chains)} headings, {len(fitted)} weights; how many have all their parts right")
    print(f"{'':16}" + "  ".join(f"{name:<14}" for name in ("committed", "fitted", "without the fold")))
    apart = [fit_chains([c for c in chains if fold_name(n) not in c.tags], PARTS, RIDGE) for n in range(FOLDS)]
    for group in dict.fromkeys(tag for chain in chains for tag in sorted(chain.tags) if tag in _groups(chains)):
        own = [chain for chain in chains if group in chain.tags]
        without = sum(right_of([c for c in own if fold_name(n) in c.tags], of) for n, of in enumerate(apart))
        found = [right_of(own, committed(HEADINGS)), right_of(own, fitted), without]
        print(f"{group:16}" + "  ".join(f"{f'{right} of {len(own)}':<14}" for right in found))
    if write:
        save(HEADINGS, fitted)
        print(f"written to {HEADINGS}.txt")


def _groups(chains: list[Chain]) -> set[str]:
    """The tags that are neither a page nor a fold."""
    return {tag for chain in chains for tag in chain.tags if "/" not in tag and not tag.startswith("fold")}


@dataclass(frozen=True, slots=True)
class Errors:
    """How many cases there are, how many true ones are missed and false ones found, and the mean loss."""

    cases: int
    missed: int
    found: int
    loss: float

    def __str__(self) -> str:
        share = (self.missed + self.found) / max(1, self.cases)
        return f"{share:6.2%} {self.missed:4}+{self.found:<4} {self.loss:.4f}"


def _print_errors(model: Model, cases: Cases, fitted: Weights) -> None:
    odds = dict(zip(COLUMNS, _all_odds(model, cases, fitted), strict=True))
    print(f"{'':16}{'cases':>7}  " + "  ".join(f"{name:<24}" for name in odds) + "")
    for label, rows in _lots(cases):
        errors = [errors_of(cases.data.truths[rows], of[rows]) for of in odds.values()]
        print(f"{label:16}{rows.sum():7}  " + "  ".join(f"{str(one or '–'):<24}" for one in errors).rstrip())


def _all_odds(model: Model, cases: Cases, fitted: Weights) -> Iterator[Array]:
    """The odds of all cases by the committed weights, the new ones, those without its group, and without its fold."""
    yield odds_of(cases.data, model.committed())
    yield odds_of(cases.data, fitted)
    yield left_out(model, cases, fitted, [str(group) for group in np.unique(cases.groups)])
    yield left_out(model, cases, fitted, [fold_name(n) for n in range(FOLDS)])


def left_out(model: Model, cases: Cases, fitted: Weights, tags: list[str]) -> Array:
    """The odds of the cases with each tag by a fit without them; where none of the tags stands, not a number."""
    odds = np.full(len(cases.tags), np.nan)
    for tag in tags:
        tagged = cases.tagged(tag)
        # A page set anew is known by its stories' group and by being set anew; the latter is the group it is shown in.
        shown = tagged & (cases.groups == tag) if tag in cases.groups else tagged
        weights = fit(cases.data.where(~tagged), model.plan, fitted)
        odds[shown] = odds_of(cases.data.where(shown), weights)
    return odds


def _lots(cases: Cases) -> Iterator[tuple[str, Rows]]:
    """Each group, and each fold of it, with its cases."""
    for group in dict.fromkeys(map(str, cases.groups)):
        rows = cases.groups == group
        yield group, rows
        for fold in map(fold_name, range(FOLDS)):
            if (lot := rows & cases.tagged(fold)).any():
                yield f"  {fold}", lot


def errors_of(truths: Array, odds: Array) -> Errors | None:
    """The errors of odds; None where the odds are not known."""
    if np.isnan(odds).any():
        return None
    missed, found = (truths == 1) & (odds <= 0), (truths == 0) & (odds > 0)
    loss = float(np.mean(np.logaddexp(0, odds) - truths * odds))
    return Errors(len(truths), int(missed.sum()), int(found.sum()), loss)


if __name__ == "__main__":
    raise SystemExit(main())

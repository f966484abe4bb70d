"""Hold what reading says of its own articles against gold, and fit the map from signs to confidence.

    python benchmarks/calibrate.py                        reliability of the committed weights and of new ones
    python benchmarks/calibrate.py --write                the same, and put the new ones into the lexicon
    python benchmarks/calibrate.py --extra GOLD PAGES     with pages from outside the repository

Prints for each group of pages and each bin of confidence how many articles fall into it, their mean confidence, and which
share of them is right, by the committed weights, by new ones, and by new ones fitted without the article's fold. Run it
after fit_weights.py --write: the confidence hangs on the weights of borders.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from articles.reading.splitting import assembling  # noqa: E402
from articles.reading.splitting.confidence import CEILING, FLOOR, confidence_signs  # noqa: E402
from articles.reading.splitting.page import split_page  # noqa: E402
from benchmarks.fit_weights import left_out  # noqa: E402
from benchmarks.logistic import Array, Plan, fit, odds_of  # noqa: E402
from benchmarks.models import FREE, Model, save  # noqa: E402
from benchmarks.signs import Case, Cases, gather  # noqa: E402
from benchmarks.training_pages import (  # noqa: E402
    FOLDERS,
    FOLDS,
    SET,
    TrainingPage,
    extra_folder,
    fold_name,
    training_pages,
)
from tests.scoring.pairing import pair_articles, weights_of  # noqa: E402
from tests.scoring.splitting import SAME_BODY  # noqa: E402
from tests.scoring.tally import Json  # noqa: E402

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
SURE = 0.9
COUNTS = dict.fromkeys(("samples", "wide", "papers"), 0.2)
"""Rules were bettered on these pages, so that their articles come out surer than those of pages set anew, which count once."""
COLUMNS = ("committed", "fitted", "without the fold")


def main() -> int:
    """Do what the command line asks."""
    options = _parser().parse_args()
    extra = [extra_folder(n, Path(gold), Path(pages)) for n, (gold, pages) in enumerate(options.extra, 1)]
    pages = training_pages([*FOLDERS, *extra], options.reset, options.seed)
    cases = gather(case for page in pages if page.group != SET for case in confidence_cases(page))
    fitted = fit(cases.data, CONFIDENCE.plan)
    folds = left_out(CONFIDENCE, cases, fitted, [fold_name(n) for n in range(FOLDS)])
    by = (odds_of(cases.data, CONFIDENCE.committed()), odds_of(cases.data, fitted), folds)
    _print_tables(cases, [confidence_of(odds) for odds in by])
    if options.write:
        save(CONFIDENCE.list, fitted)
        print(f"written to {CONFIDENCE.list}.txt")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    # Another seed than that of fit_weights.py: on the pages of a fit its borders look surer than they are.
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--reset", type=int, default=1500, metavar="PAGES", help="how many pages to set anew")
    parser.add_argument("--extra", nargs=2, action="append", default=[], metavar=("GOLD", "PAGES"))
    parser.add_argument("--write", action="store_true", help="put the new weights into the lexicon")
    return parser


def confidence_cases(page: TrainingPage) -> Iterator[Case]:
    """The articles with a body that are read from a page, each with its signs and whether it has the right lines."""
    found: list[dict[str, float]] = []

    def record(*of: object) -> tuple[float, tuple[str, ...]]:
        """Stands in for judge(): the confidence is the number of the article's signs."""
        found.append(confidence_signs(*of[:5]))  # type: ignore[arg-type]
        return float(len(found) - 1), ()

    with patch.object(assembling, "judge", record):
        articles = [asdict(article) for article in split_page(page.text).articles]
    pairs = pair_articles(sheet_of(page), articles, weights_of(page.text))
    right = {pair.number for pair in pairs if pair.overlap >= SAME_BODY}
    for number, article in enumerate(articles):
        if article["body_lines"]:
            yield Case(found[int(article["confidence"])], number in right, COUNTS.get(page.group, 1.0), page)


def sheet_of(page: TrainingPage) -> Json:
    """The lines of the articles in the form of gold."""
    articles: dict[str, Json] = {}
    for line, (article, part) in page.owners.items():
        if article:
            empty = {"id": article, "headline": "", "body_start": "", "body_lines": [], "headline_lines": []}
            articles.setdefault(article, empty)[f"{part}_lines"].append((line, line))
    return {"file": page.name, "articles": list(articles.values())}


CONFIDENCE = Model(
    "confidence_weights",
    Plan(
        ridge=0.3,
        ridges={"always": 0.01},
        bounds={
            **dict.fromkeys(("weaker end", "stronger end", "no border inside", "headline"), (0.0, FREE)),
            **dict.fromkeys(("parted", "breaks off", "uncredited caption"), (-FREE, 0.0)),
        },
    ),
    confidence_cases,
)


def confidence_of(odds: Array) -> Array:
    """The confidence, as reading rounds it."""
    return np.round(np.clip(1 / (1 + np.exp(-odds)), FLOOR, CEILING), 2)


def _print_tables(cases: Cases, by: list[Array]) -> None:
    for group in dict.fromkeys(map(str, cases.groups)):
        rows = cases.groups == group
        print(f"{group}: {rows.sum()} articles, {cases.data.truths[rows].mean():.1%} right")
        print(f"{'':12}" + "".join(f"{name:<26}" for name in COLUMNS))
        for low, high in zip(BINS, BINS[1:], strict=False):
            _print_row(f"{low:.2f}–{high:.2f}", cases, [rows & (low <= of) & (of < high) for of in by], by)
        _print_row(f"from {SURE:.2f}", cases, [rows & (of >= SURE) for of in by], by)


def _print_row(label: str, cases: Cases, rows: list[NDArray[np.bool_]], by: list[Array]) -> None:
    cells = [
        f"{here.sum():5} {of[here].mean():.3f} → {cases.data.truths[here].mean():.3f}" if here.any() else "    –"
        for here, of in zip(rows, by, strict=True)
    ]
    print(f"  {label:10}" + "".join(f"{cell:<26}" for cell in cells).rstrip())


if __name__ == "__main__":
    raise SystemExit(main())

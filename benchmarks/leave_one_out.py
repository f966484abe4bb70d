"""How well pages are split by weights that were fitted without them.

    python benchmarks/leave_one_out.py                            the five sample pages whose figures have their own floors
    python benchmarks/leave_one_out.py --gold GOLD --pages PAGES  every page of a folder

For each page both lists of weights are fitted again without it and without the stories taken from it, and the page is
split with them. Prints the F1 of each figure of splitting, for each page and for all of them together: by the committed
weights, by weights fitted in the same way to all pages, and by those fitted without the page. Compare the last two: the
committed weights may come from other pages set anew. Signs are collected once, by the committed display weights. Rules
and the words of the lexicon are not left out, so what is made by hand to suit a page stays.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from articles.reading.splitting.headlines import PARTS  # noqa: E402
from articles.reading.splitting.page import split_page  # noqa: E402
from benchmarks.chain import Chain, fit_chains  # noqa: E402
from benchmarks.fit_weights import HEADINGS, MODELS  # noqa: E402
from benchmarks.headings import RIDGE, heading_chains  # noqa: E402
from benchmarks.logistic import fit  # noqa: E402
from benchmarks.models import Model, committed  # noqa: E402
from benchmarks.signs import READERS, Cases, Weights, gather, weights_in_use  # noqa: E402
from benchmarks.training_pages import FOLDERS, extra_folder, page_name, training_pages  # noqa: E402
from tests.pagesetter.taking import GoldPage, gold_pages  # noqa: E402
from tests.scoring.floors import SAMPLES  # noqa: E402
from tests.scoring.pairing import pair_articles, weights_of  # noqa: E402
from tests.scoring.sheets import GOLD, PAGES  # noqa: E402
from tests.scoring.splitting import score_extras, score_lines, score_text  # noqa: E402
from tests.scoring.tally import Tallies, Tally  # noqa: E402

FIGURES = ("lines", "articles", "headlines", "bylines", "body ends", "paragraphs", "kind")
Lists = dict[str, Weights]
WAYS = ("committed", "fitted to all", "without it")


@dataclass(frozen=True, slots=True)
class Fits:
    """The cases of one model, and its weights fitted to all of them."""

    model: Model
    cases: Cases
    whole: dict[str, float]

    def without(self, tag: str) -> dict[str, float]:
        """The weights fitted to the cases that do not have the tag."""
        return fit(self.cases.data.where(~self.cases.tagged(tag)), self.model.plan, self.whole)


@dataclass(frozen=True, slots=True)
class AllFits:
    """The fits of every list, those of headings as chains."""

    models: tuple[Fits, ...]
    chains: tuple[Chain, ...]

    def lists(self, without: str | None = None) -> Lists:
        """Each list of weights by name, fitted to all cases or to those that do not have the tag."""
        found = {of.model.list: of.without(without) if without else of.whole for of in self.models}
        chains = [chain for chain in self.chains if without not in chain.tags]
        return found | {HEADINGS: fit_chains(chains, PARTS, RIDGE)}


def main() -> int:
    """Do what the command line asks."""
    options = _parser().parse_args()
    folder = next(
        (f for f in FOLDERS if f.gold == options.gold.resolve()), extra_folder(1, options.gold, options.pages)
    )
    pages = training_pages(list(dict.fromkeys([*FOLDERS, folder])), options.reset, options.seed)
    models = (
        Fits(model, cases := gather(case for page in pages for case in model.cases(page)), fit(cases.data, model.plan))
        for model in MODELS
    )
    fits = AllFits(tuple(models), tuple(heading_chains(dict.fromkeys([*FOLDERS, folder]))))
    kept = {"committed": {name: committed(name) for name in READERS}, "fitted to all": fits.lists()}
    tried = [page for page in gold_pages(folder.gold, folder.pages) if folder.gold != GOLD or _is_sample(page)]
    every = {way: defaultdict(Tally) for way in WAYS}
    for page in tried:
        print(page.sheet["file"])
        _print_figures(_try(page, kept | {"without it": fits.lists(page_name(folder, page))}, every))
    print(f"{len(tried)} pages together")
    _print_figures(every)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of gold files")
    parser.add_argument("--pages", type=Path, default=PAGES, help="folder of the pages that they name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reset", type=int, default=400, metavar="PAGES", help="how many pages to set anew")
    return parser


def _is_sample(page: GoldPage) -> bool:
    return page.sheet["file"] in SAMPLES


def _try(page: GoldPage, weights: Mapping[str, Lists], every: Mapping[str, Tallies]) -> dict[str, Tallies]:
    """The figures of one page by each way to weigh; they are added to those of every page."""
    found = {way: defaultdict(Tally) for way in WAYS}
    for way, lists in weights.items():
        _score(page, lists, (found[way], every[way]))
    return found


def _score(page: GoldPage, lists: Lists, tallies: Iterable[Tallies]) -> None:
    with weights_in_use(lists):
        got = [asdict(article) for article in split_page(page.text).articles]
    printed = weights_of(page.text)
    pairs = pair_articles(page.sheet, got, printed)
    for tally in tallies:
        score_lines(page.sheet, pairs, got, printed, tally)
        score_extras(page.sheet, pairs, got, tally)
        for pair in pairs:
            score_text(pair, tally)


def _print_figures(by: dict[str, Tallies]) -> None:
    print(f"  {'':14}" + "".join(f"{name:>12}" for name in FIGURES))
    for way, tallies in by.items():
        print(f"  {way:14}" + "".join(f"{tallies[name].figure()['f1']:12.3f}" for name in FIGURES))


if __name__ == "__main__":
    raise SystemExit(main())

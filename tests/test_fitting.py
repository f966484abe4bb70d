"""The tools that fit weights: the fit is the best one within its bounds, and leaves out what it says it leaves out."""

import itertools
import math

import numpy as np
import pytest

from articles.reading.splitting.headlines import PARTS, likeliest_parts
from articles.reading.splitting.page import split_page
from benchmarks.chain import Chain, fit_chains
from benchmarks.headings import RIDGE, heading_chains, right_of
from benchmarks.leave_one_out import Fits
from benchmarks.logistic import Plan, fit, mean_loss, odds_of, table
from benchmarks.models import BORDERS, DISPLAY, LINKS, committed
from benchmarks.signs import READERS, border_cases, display_cases, gather, link_cases, weights_in_use
from benchmarks.training_pages import FOLDERS, RESET, TrainingPage, training_pages

CASES = [{"always": 1.0, "blank": float(k % 3 == 0), "dated": float(k % 7 == 0)} for k in range(84)]
TRUTHS = [k % 3 == 0 and k % 4 != 0 or k % 7 == 0 for k in range(84)]


@pytest.fixture(scope="module")
def pages() -> list[TrainingPage]:
    return training_pages(FOLDERS[:1], 30, seed=5)


def cost(weights: dict[str, float], plan: Plan) -> float:
    data = table(CASES, TRUTHS, [1.0] * len(CASES))
    pull = (plan.ridge * (weight - plan.priors.get(name, 0.0)) ** 2 for name, weight in weights.items())
    return mean_loss(data, weights) * len(CASES) + sum(pull)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(0.3),
        Plan(0.3, priors={"dated": 5.0}),
        Plan(0.3, bounds={"dated": (6.0, math.inf), "always": (-math.inf, -4.0)}),
        Plan(0.3, bounds={"blank": (1.0, 1.0)}),
    ],
)
def test_no_other_weights_within_the_bounds_are_better(plan: Plan) -> None:
    weights = fit(table(CASES, TRUTHS, [1.0] * len(CASES)), plan)
    best = cost(weights, plan)
    for name, weight in weights.items():
        low, high = plan.bounds.get(name, (-math.inf, math.inf))
        assert low <= weight <= high
        for moved in (weight - 0.01, weight + 0.01):
            if low <= moved <= high:
                assert cost(weights | {name: moved}, plan) > best


def test_a_case_that_counts_three_times_is_three_cases() -> None:
    counted = fit(table(CASES[:21], TRUTHS[:21], [3.0] * 21), Plan(0.3))
    repeated = fit(table(CASES[:21] * 3, TRUTHS[:21] * 3, [1.0] * 63), Plan(0.3))
    assert counted == pytest.approx(repeated)


def test_a_start_elsewhere_ends_at_the_same_weights() -> None:
    data = table(CASES, TRUTHS, [1.0] * len(CASES))
    assert fit(data, Plan(0.3), {"always": 3.0, "blank": -3.0}) == pytest.approx(fit(data, Plan(0.3)), abs=1e-5)


def test_a_name_without_weight_counts_nothing() -> None:
    data = table([{"always": 1.0, "blank": 1.0}], [True], [1.0])
    assert odds_of(data, {"always": 2.0, "gone": 9.0}).tolist() == [2.0]


def test_the_same_seed_makes_the_same_pages(pages: list[TrainingPage]) -> None:
    assert [page.text for page in pages] == [page.text for page in training_pages(FOLDERS[:1], 30, seed=5)]
    assert [page.text for page in pages] != [page.text for page in training_pages(FOLDERS[:1], 30, seed=6)]


def test_a_page_set_anew_is_left_out_with_the_pages_of_its_stories(pages: list[TrainingPage]) -> None:
    names = {page.name for page in pages if page.group == "samples"}
    anew = [page for page in pages if page.group == RESET]
    assert len(names) == 15
    assert len(anew) >= 25
    for page in anew:
        assert page.tags >= {"samples", RESET}
        assert page.tags & names
        assert sum(tag.startswith("fold") for tag in page.tags) == 1


def test_every_border_and_every_line_knows_what_is_true_of_it(pages: list[TrainingPage]) -> None:
    samples = [page for page in pages if page.group == "samples"]
    borders = gather(case for page in samples for case in border_cases(page))
    # Fifteen pages with 76 articles: a border less than articles on each page, and more where one cuts another in two.
    assert borders.data.truths.sum() >= 40
    assert ((odds_of(borders.data, BORDERS.committed()) > 0) == (borders.data.truths == 1)).mean() > 0.97
    lines = gather(case for page in samples for case in display_cases(page))
    assert ((odds_of(lines.data, DISPLAY.committed()) > 0) == (lines.data.truths == 1)).mean() > 0.99
    assert np.array_equal(borders.tagged("samples"), np.ones(len(borders.tags), dtype=bool))


def test_other_weights_are_in_use_only_inside(pages: list[TrainingPage]) -> None:
    text = pages[0].text
    before = split_page(text)
    with weights_in_use({BORDERS.list: {"always": -20.0}}):
        assert len(split_page(text).articles) < len(before.articles)
    assert split_page(text) == before


def test_each_list_may_be_replaced_by_its_like(pages: list[TrainingPage]) -> None:
    """By the committed weights a page is split as it is; by weights under which nothing is display text it has no headlines."""
    before = split_page(pages[0].text)
    assert any(article.headline for article in before.articles)
    with weights_in_use({name: committed(name) for name in READERS}):
        assert split_page(pages[0].text) == before
    with weights_in_use({DISPLAY.list: {"always": -40.0}}):
        assert not any(article.headline for article in split_page(pages[0].text).articles)


def test_a_page_is_left_out_with_all_that_was_made_of_it(pages: list[TrainingPage]) -> None:
    used = frozenset().union(*(page.tags for page in pages if page.group == RESET))
    name = next(page.name for page in pages if page.group == "samples" and page.name in used)
    cases = gather(case for page in pages for case in border_cases(page))
    kept = gather(case for page in pages if name not in page.tags for case in border_cases(page))
    assert 0 < len(kept.tags) < len(cases.tags)
    without = Fits(BORDERS, cases, fit(cases.data, BORDERS.plan)).without(name)
    assert {n: without[n] for n in kept.data.names} == pytest.approx(fit(kept.data, BORDERS.plan), abs=1e-4)


def weather(days: str) -> Chain:
    """Days of sun (S) and rain (R): who carries an umbrella, mostly when it rains; weather holds on."""
    items = [{"always": 1.0, "umbrella": float((k % 5 == 0) != (day == "R"))} for k, day in enumerate(days)]
    return Chain(items, [{"always": 1.0}] * (len(days) - 1), days, 1.0, frozenset())


YEAR = [weather(days) for days in ("SSSSSRRRRR", "RRRRRRSSSSSS", "SSSSSSS", "RRRR", "SSSSRRRRSSSS", "R", "S")]


def chain_cost(weights: dict[str, float], ridge: float) -> float:
    """The negative log likelihood of YEAR and the ridge, by going through every row of labels."""
    cost = sum((0.01 if name.endswith(" always") else ridge) * weight**2 for name, weight in weights.items())
    for chain in YEAR:
        rows = ["".join(row) for row in itertools.product("SR", repeat=len(chain.labels))]
        scores = {row: chain_score(chain, row, weights) for row in rows}
        cost += np.logaddexp.reduce(list(scores.values())) - scores[chain.labels]
    return float(cost)


def chain_score(chain: Chain, labels: str, weights: dict[str, float]) -> float:
    of_items = ((label, signs) for label, signs in zip(labels, chain.items, strict=True))
    of_steps = ((labels[k : k + 2], signs) for k, signs in enumerate(chain.steps))
    return sum(weights[f"{of} {name}"] * v for of, signs in (*of_items, *of_steps) for name, v in signs.items() if v)


def test_no_other_weights_of_a_chain_are_better() -> None:
    weights = fit_chains(YEAR, "SR", 0.3)
    best = chain_cost(weights, 0.3)
    for name, weight in weights.items():
        for moved in (weight - 0.05, weight + 0.05):
            assert chain_cost(weights | {name: moved}, 0.3) > best, name
    assert weights["SS always"] > weights["SR always"]
    assert weights["R umbrella"] > weights["S umbrella"]


def test_the_likeliest_parts_are_those_of_the_best_row() -> None:
    weights = committed("heading_weights")
    chains = [chain for chain in heading_chains(FOLDERS[:1]) if 1 < len(chain.labels) < 5]
    assert len(chains) > 30
    for chain in chains:
        rows = ("".join(row) for row in itertools.product(PARTS, repeat=len(chain.labels)))
        known = dict.fromkeys(names_of(chain), 0.0) | weights
        best = max(rows, key=lambda row: chain_score(chain, row, known))
        assert likeliest_parts(chain.items, chain.steps, weights) == best


def names_of(chain: Chain) -> set[str]:
    pairs = [one + other for one in PARTS for other in PARTS]
    of_items = {f"{part} {name}" for signs in chain.items for name in signs for part in PARTS}
    return of_items | {f"{pair} {name}" for signs in chain.steps for name in signs for pair in pairs}


def test_headings_of_the_samples_have_their_parts() -> None:
    chains = list(heading_chains(FOLDERS[:1]))
    assert right_of(chains, committed("heading_weights")) > 0.9 * len(chains) > 50
    apart = fit_chains([chain for chain in chains if "fold 1" not in chain.tags], PARTS, RIDGE)
    held = [chain for chain in chains if "fold 1" in chain.tags]
    assert 0.5 * len(held) < right_of(held, apart) <= len(held)


def test_lines_of_one_heading_are_linked(pages: list[TrainingPage]) -> None:
    links = gather(case for page in pages if page.group == "samples" for case in link_cases(page))
    assert len(links.tags) > 40
    assert ((odds_of(links.data, LINKS.committed()) > 0) == (links.data.truths == 1)).mean() > 0.75

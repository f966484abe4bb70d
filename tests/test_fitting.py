"""The tools that fit weights: the fit is the best one within its bounds, and leaves out what it says it leaves out."""

import math

import numpy as np
import pytest

from articles.reading.splitting import split_page
from benchmarks.leave_one_out import Fits
from benchmarks.logistic import Plan, fit, mean_loss, odds_of, table
from benchmarks.models import BORDERS, DISPLAY
from benchmarks.signs import border_cases, display_cases, gather, weights_in_use
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


def test_a_page_is_left_out_with_all_that_was_made_of_it(pages: list[TrainingPage]) -> None:
    used = frozenset().union(*(page.tags for page in pages if page.group == RESET))
    name = next(page.name for page in pages if page.group == "samples" and page.name in used)
    cases = gather(case for page in pages for case in border_cases(page))
    kept = gather(case for page in pages if name not in page.tags for case in border_cases(page))
    assert 0 < len(kept.tags) < len(cases.tags)
    without = Fits(BORDERS, cases, fit(cases.data, BORDERS.plan)).without(name)
    assert {n: without[n] for n in kept.data.names} == pytest.approx(fit(kept.data, BORDERS.plan), abs=1e-4)

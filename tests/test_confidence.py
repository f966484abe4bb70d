"""What reading says of its own borders holds: of a hundred articles that it is sure of to nine tenths, ninety are right."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import cache

import pytest

from articles.reading.splitting.page import split_page
from benchmarks.calibrate import CONFIDENCE, COUNTS, confidence_cases, sheet_of
from benchmarks.training_pages import FOLDERS, RESET, SET, TrainingPage, training_pages
from tests.scoring.pairing import pair_articles, weights_of
from tests.scoring.splitting import SAME_BODY

SURE, RIGHT, RIGHT_RESET = 0.9, 0.95, 0.92
OFTEN = 0.7
"""At least this share of the articles of each group is read with confidence SURE or more."""
BINS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0))
TOLERANCE = 0.1
"""How far the share of right articles may lie from their mean confidence."""
# Other pages than those to which weights and confidence are fitted (by seed 1 and 2).
ANEW, SEED = 300, 3
Verdict = tuple[float, bool]


def verdicts(page: TrainingPage) -> Iterator[Verdict]:
    """For each article that is read its confidence, and whether its body is that of an article of the page."""
    articles = [asdict(article) for article in split_page(page.text).articles]
    pairs = pair_articles(sheet_of(page), articles, weights_of(page.text))
    right = {pair.number for pair in pairs if pair.overlap >= SAME_BODY}
    return ((article["confidence"], number in right) for number, article in enumerate(articles))


@cache
def groups() -> dict[str, list[Verdict]]:
    """The verdicts of each group of pages."""
    found: dict[str, list[Verdict]] = {}
    for page in training_pages(FOLDERS, ANEW, SEED):
        if page.group != SET:
            found.setdefault(page.group, []).extend(verdicts(page))
    return found


def counted_share(of: list[tuple[float, float]]) -> float:
    """The mean of values, each with how much it counts."""
    return sum(count * value for count, value in of) / sum(count for count, _ in of)


def share_right(of: list[Verdict]) -> float:
    return sum(right for _, right in of) / len(of)


def mean_confidence(of: list[Verdict]) -> float:
    return sum(confidence for confidence, _ in of) / len(of)


@pytest.mark.parametrize("group", ["samples", "wide", "papers"])
def test_of_the_articles_that_reading_is_sure_of_nearly_all_are_right(group: str) -> None:
    sure = [one for one in groups()[group] if one[0] >= SURE]
    assert share_right(sure) >= RIGHT
    assert len(sure) >= OFTEN * len(groups()[group])


def test_on_pages_set_anew_too() -> None:
    sure = [one for one in groups()[RESET] if one[0] >= SURE]
    assert share_right(sure) >= RIGHT_RESET
    assert len(sure) >= OFTEN * len(groups()[RESET])


@pytest.mark.parametrize("group", ["samples", "wide", "papers", RESET])
def test_no_group_has_fewer_right_articles_than_its_confidence_says(group: str) -> None:
    of = groups()[group]
    assert share_right(of) >= mean_confidence(of) - TOLERANCE / 2
    doubtful = [one for one in of if one[0] < SURE]
    assert share_right(doubtful) >= mean_confidence(doubtful) - TOLERANCE


@pytest.mark.parametrize("low, high", BINS)
def test_confidence_is_the_share_of_right_articles_on_pages_that_no_rule_was_bettered_on(
    low: float, high: float
) -> None:
    of = [one for one in groups()[RESET] if low <= one[0] < high]
    assert len(of) >= 25
    assert abs(share_right(of) - mean_confidence(of)) <= TOLERANCE


@pytest.mark.parametrize("low, high", BINS)
def test_confidence_is_the_share_of_right_articles(low: float, high: float) -> None:
    """Pages that rules were bettered on count as little as they do for the fit: of their articles under .5 confidence
    nearly nine in ten are right, of those set anew three, so that no map from signs to confidence holds for both alike."""
    of = [(COUNTS.get(group, 1.0), one) for group, found in groups().items() for one in found if low <= one[0] < high]
    assert len(of) >= 25
    right, said = [(count, float(was_right)) for count, (_, was_right) in of], [(count, c) for count, (c, _) in of]
    assert abs(counted_share(right) - counted_share(said)) <= TOLERANCE


def test_every_weight_has_its_sign() -> None:
    """Read on, page by page, until each has been seen: the last takes few pages."""
    wanted = set(CONFIDENCE.committed())
    for page in training_pages(FOLDERS, 0, SEED):
        if not wanted:
            break
        wanted.difference_update(*(case.signs for case in confidence_cases(page)))
    assert not wanted

"""Splitting pages that the page-setter prints in all its layouts, and the sample pages, against floors that only rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.reading.encoding import decode
from articles.reading.splitting.page import split_page
from tests.pagesetter.layouts import LAYOUTS, PageLayout
from tests.pagesetter.scoring import Figures, Known, known_of, printed_lines, score_page
from tests.pagesetter.setter import set_page
from tests.pagesetter.stories import some_stories

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
SEEDS = range(6)
SET_FLOORS = {"lines": 0.99, "articles": 0.97, "headlines": 0.97, "bylines": 0.97, "paragraphs": 0.86, "kind": 0.97}
SAMPLE_FLOORS = {"lines": 0.99, "articles": 0.98, "headlines": 0.98, "bylines": 0.98, "paragraphs": 0.92, "kind": 0.92}


def known_in(gold: dict[str, Any], printed: frozenset[int]) -> Known:
    lines = {
        part: frozenset(n for a, b in gold[part] for n in range(a, b + 1)) & printed
        for part in ("body_lines", "headline_lines")
    }
    heading = (gold["kicker"] or "") + (gold["headline"] or "")
    return Known(
        lines["body_lines"],
        lines["headline_lines"],
        gold["headline"],
        (heading, *gold.get("headline_alts", [])),
        frozenset(b["name"] for b in gold["byline"]),
        gold["paragraphs"],
        gold["kind"],
    )


def set_and_score(layout: PageLayout, figures: Figures) -> None:
    for seed in SEEDS:
        stories = some_stories(seed)
        page = set_page(stories, layout, seed)
        known = [known_of(story, page, n) for n, story in enumerate(stories)]
        score_page(known, page.text, split_page(page.text).articles, figures)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_each_layout_is_read(layout: PageLayout) -> None:
    figures = Figures()
    set_and_score(layout, figures)
    assert figures.share("lines") >= 0.9
    assert figures.share("articles") >= 0.8


def test_all_layouts_together_keep_their_floors() -> None:
    figures = Figures()
    for layout in LAYOUTS:
        set_and_score(layout, figures)
    found = {name: round(figures.share(name), 4) for name in SET_FLOORS}
    assert {n: f for n, f in found.items() if f < SET_FLOORS[n]} == {}


def test_the_sample_pages_keep_their_floors() -> None:
    figures = Figures()
    for path in sorted((FIXTURES / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = decode((FIXTURES / "pages" / gold["file"]).read_bytes()).text
        known = [known_in(article, printed_lines(text)) for article in gold["articles"]]
        score_page(known, text, split_page(text).articles, figures)
    found = {name: round(figures.share(name), 4) for name in SAMPLE_FLOORS}
    assert {n: f for n, f in found.items() if f < SAMPLE_FLOORS[n]} == {}

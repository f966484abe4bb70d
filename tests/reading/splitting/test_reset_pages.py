"""Splitting pages that are set anew, in layouts drawn at random, from the articles of the pages that have gold."""

import random
from dataclasses import replace
from functools import cache

from articles.reading.splitting.page import split_page
from tests.pagesetter.layouts import LAYOUTS
from tests.pagesetter.resetting import ResetPage, reset_page, reset_pages
from tests.pagesetter.scoring import Figures, known_of, score_page
from tests.pagesetter.setter import Story, set_page
from tests.pagesetter.stories import BUS, ORCHARD, SPRING, STORIES, TALK
from tests.pagesetter.taking import GoldPage, gold_pages, take_stories
from tests.scoring.sheets import GOLD, PAGES, PAPERS, WIDE

SEED, COUNT = 1, 150
FLOORS = {"lines": 0.975, "articles": 0.85, "headlines": 0.83, "bylines": 0.88, "paragraphs": 0.82, "kind": 0.87}
FOLDERS = ((GOLD, PAGES), (WIDE / "gold", WIDE / "pages"), (PAPERS / "gold", PAPERS / "pages"))


@cache
def pool() -> tuple[Story, ...]:
    pages = (page for gold, folder in FOLDERS for page in gold_pages(gold, folder))
    return tuple(story for page in pages for story in take_stories(page))


@cache
def some_pages() -> tuple[ResetPage, ...]:
    return tuple(reset_pages(pool(), COUNT, SEED))


def drawn_until(stories: tuple[Story, ...], headlines: str) -> ResetPage:
    """The first page, over the seeds, whose layout has its headlines there and its lines in columns."""
    pages = (reset_page(stories, random.Random(seed)) for seed in range(1000))
    return next(p for p in pages if p.layout.page.headlines == headlines and p.layout.page.width)


def test_most_articles_of_gold_can_be_set_anew() -> None:
    articles = [
        article for gold, folder in FOLDERS for page in gold_pages(gold, folder) for article in page.sheet["articles"]
    ]
    assert len(pool()) > 0.7 * len(articles)
    assert {story.kind for story in pool()} >= {"news", "brief", "feature", "interview", "commentary", "photo"}


def test_a_story_is_taken_as_it_was_set() -> None:
    stories = (SPRING, TALK, BUS)
    page = set_page(stories, LAYOUTS[0])
    articles = [
        {
            **{"kind": story.kind, "headline": story.headline, "kicker": story.kicker, "subhead": story.subhead},
            **{"paragraphs": len(story.paragraphs), "byline": [{"name": name} for name in story.byline]},
            "body_lines": [[n, n] for n in page.body_lines[k]],
            "headline_lines": [[n, n] for n in page.headline_lines[k]],
        }
        for k, story in enumerate(stories)
    ]
    taken = take_stories(GoldPage({"articles": articles}, page.text))
    assert [bare(story) for story in taken] == [bare(story) for story in stories]


def bare(story: Story) -> Story:
    """The story without blanks at the ends of its lead, which no page keeps."""
    return replace(story, lead=story.lead.strip())


def test_the_same_seed_gives_the_same_pages_and_another_one_others() -> None:
    again, other = list(reset_pages(STORIES, 20, 1)), list(reset_pages(STORIES, 20, 2))
    assert again == list(reset_pages(STORIES, 20, 1))
    assert not {page.page.text for page in again} & {page.page.text for page in other}


def test_every_line_that_is_not_blank_has_one_owner() -> None:
    for page in some_pages():
        set_page = page.page
        owned = [*set_page.furniture, *(n for part in (*set_page.body_lines, *set_page.headline_lines) for n in part)]
        printed = [n for n, line in enumerate(set_page.text.splitlines(), 1) if line.strip()]
        assert sorted(owned) == printed


def test_no_text_is_lost() -> None:
    for page in some_pages():
        printed = "".join(page.page.text.split())
        for story, body in zip(page.stories, page.page.body_lines, strict=True):
            lines = page.page.text.splitlines()
            own = "".join("".join(lines[n - 1].split()) for n in body)
            words = (story.caption,) if story.caption else (story.head, *story.texts(), story.foot)
            assert all("".join(word.split()) in own for word in words)
            assert "".join((story.headline or "").split()) in printed


def test_the_heading_and_a_caption_break_into_a_paragraph() -> None:
    page = drawn_until((SPRING, TALK), "inside")
    body, heading = page.page.body_lines[0], page.page.headline_lines[0]
    assert body[0] < heading[0] <= heading[-1] < body[-1]
    pages = [p for seed in range(200) if (p := reset_page((SPRING, ORCHARD), random.Random(seed))).layout.hosts]
    assert pages
    assert all(
        p.page.body_lines[0][0] < p.page.body_lines[1][0] < p.page.body_lines[0][-1]
        for p in pages
        if p.layout.page.width
    )


def test_headings_stand_where_the_layout_has_them() -> None:
    for place in ("before", "top"):
        page = drawn_until((SPRING, TALK), place).page
        assert all(h[0] < b[0] for h, b in zip(page.headline_lines, page.body_lines, strict=True) if h)
    page = drawn_until((SPRING, TALK), "bottom").page
    assert all(h[0] > page.body_lines[1][-1] for h in page.headline_lines if h)


def test_pages_set_anew_are_split_as_well_as_they_were() -> None:
    figures = Figures()
    for page in some_pages():
        known = [known_of(story, page.page, n) for n, story in enumerate(page.stories)]
        score_page(known, page.page.text, split_page(page.page.text).articles, figures)
    found = {name: round(figures.share(name), 4) for name in FLOORS}
    assert {name: share for name, share in found.items() if share < FLOORS[name]} == {}

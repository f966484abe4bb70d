"""Layouts drawn at random: what the fixed LAYOUTS have, freely mixed, and how much room is left between the parts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.pagesetter.layouts import PageLayout
from tests.pagesetter.setter import Story

WIDTHS = (0, 0, 10, 12, 13, 14, 15, 16, 16, 17, 18, 18, 20, 22, 24)
OTHER_WIDTHS = (-4, -2, 3, 6)
NARROWEST = 9
PLACES = ("after", "after", "before", "before", "mixed", "top", "bottom", "inside")


@dataclass(frozen=True)
class DrawnLayout:
    """A layout drawn at random: what PageLayout has, and how wide each story is.

    after_story, at_heading, in_heading: how many blanks stand there. tight: headings that stand together need no blank
    between. hosts: the captions that break into a story, by the story's number.
    """

    page: PageLayout
    widths: tuple[int, ...]
    after_story: int
    at_heading: int
    in_heading: int
    tight: bool
    hosts: dict[int, list[int]]

    def of(self, number: int) -> PageLayout:
        """The layout of one story."""
        return replace(self.page, width=self.widths[number])


def draw_layout(stories: Sequence[Story], chance: random.Random) -> DrawnLayout:
    """A layout for these stories."""
    width = chance.choice(WIDTHS)
    double = bool(width) and chance.random() < 0.25
    page = PageLayout(
        "drawn",
        width=width,
        double=double,
        paragraphs=chance.choice(
            ("none", "blank", "indent", "lost", "lost", "lost") if width else ("blank",) * 2 + ("none",)
        ),
        headlines=chance.choice(PLACES),
        column_break=chance.choice((0, 0, 20, 30, 40)) if width and not double else 0,
        digit_blanks="around" if chance.random() < 0.4 else "",
    )
    return DrawnLayout(
        page,
        tuple(_draw_width(width, chance) for _ in stories),
        after_story=chance.choice((0, 1, 1, 1, 2) if width else (0, 1, 1, 1, 1, 2, 2, 2)),
        at_heading=chance.choice((0, 0, 1)),
        in_heading=chance.choice((0, 1, 1) if double else (0, 0, 0, 1)),
        tight=chance.random() < 0.3,
        hosts=_draw_hosts(stories, chance),
    )


def _draw_width(width: int, chance: random.Random) -> int:
    """The page's width or, now and then, another one; joined stays joined."""
    other = chance.random() < 0.15
    return max(NARROWEST, width + chance.choice(OTHER_WIDTHS)) if width and other else width


def _draw_hosts(stories: Sequence[Story], chance: random.Random) -> dict[int, list[int]]:
    """The captions that break into another story, by that story."""
    texts = [number for number, story in enumerate(stories) if not story.caption]
    hosts: dict[int, list[int]] = {}
    for number, story in enumerate(stories):
        if story.caption and texts and chance.random() < 0.45:
            hosts.setdefault(chance.choice(texts), []).append(number)
    return hosts

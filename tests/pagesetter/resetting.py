"""Pages set anew from stories of gold pages, in layouts drawn at random.

Everything hangs on the generator given: the same one makes the same page of the same stories.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.pagesetter.drawing import DrawnLayout, draw_layout
from tests.pagesetter.setter import (
    Printed,
    SetPage,
    Sheet,
    Story,
    break_text,
    finish,
    middle_of,
    put_lines,
    set_body,
    without_headline,
)

FEWEST, MOST = 3, 9
PAPERS = ("青石日报", "2 要闻", "A03 县域", "综合新闻")
DATE, EDITORS = "2021年8月7日 星期六", "责任编辑：常林 版式设计：魏小雨"
LONG_HEADLINE = 16


@dataclass(frozen=True)
class ResetPage:
    """A page set anew, its stories as they stand on it (some lost their headlines), and their places in the pool."""

    stories: tuple[Story, ...]
    layout: DrawnLayout
    page: SetPage
    taken: tuple[int, ...]


@dataclass
class Setting:
    """A page being set."""

    stories: tuple[Story, ...]
    layout: DrawnLayout
    chance: random.Random
    sheet: Sheet = field(default_factory=Sheet)

    def blank(self, *counts: int) -> None:
        """Add blank lines, as many as one of the counts says."""
        self.sheet.blank(self.chance.choice(counts))

    def put(self, number: int, part: str, text: str) -> None:
        """Add a line of a story."""
        self.sheet.lines.append(Printed(text, (number, part)))


def reset_pages(pool: Sequence[Story], count: int, seed: int) -> Iterator[ResetPage]:
    """Pages of stories drawn from the pool, which must hold FEWEST or more."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        taken = chance.sample(range(len(pool)), min(len(pool), chance.randint(FEWEST, MOST)))
        yield reset_page([pool[n] for n in taken], chance, tuple(taken))


def reset_page(stories: Sequence[Story], chance: random.Random, taken: tuple[int, ...] = ()) -> ResetPage:
    """Set the stories, in their order, in a layout drawn at random; one headline in twenty is lost."""
    shown = tuple(without_headline(story) if chance.random() < 0.05 else story for story in stories)
    setting = Setting(shown, draw_layout(shown, chance), chance)
    _set_masthead(setting)
    if setting.layout.page.headlines == "top":
        _set_all_headings(setting)
    hosted = {number for captions in setting.layout.hosts.values() for number in captions}
    for number in range(len(shown)):
        if number not in hosted:
            _set_story(setting, number)
    if setting.layout.page.headlines == "bottom":
        _set_all_headings(setting)
    if chance.random() < 0.4:
        setting.sheet.lines.append(Printed(EDITORS))
    return ResetPage(shown, setting.layout, finish(setting.sheet, len(shown)), taken)


def _set_masthead(setting: Setting) -> None:
    if setting.chance.random() < 0.5:
        setting.sheet.lines += [Printed(setting.chance.choice(PAPERS)), Printed(DATE)]
        setting.blank(1, 2)


def _set_all_headings(setting: Setting) -> None:
    """The headings of all stories but captions, one after the other."""
    may_touch = setting.layout.tight and not setting.layout.in_heading
    for number, story in enumerate(setting.stories):
        if not story.caption:
            _set_heading(setting, number)
            setting.blank(*((0, 1, 1, 1) if may_touch else (1,)))


def _set_story(setting: Setting, number: int) -> None:
    if setting.stories[number].caption:
        _set_caption(setting, number, setting.layout.page.headlines != "top" and setting.chance.random() < 0.5)
        setting.sheet.blank(max(1, setting.layout.after_story))
        return
    where = setting.layout.page.headlines
    where = setting.chance.choice(("before", "after")) if where == "mixed" else where
    if where == "before":
        _set_heading(setting, number)
        setting.sheet.blank(setting.layout.at_heading)
    _set_text(setting, number, headed_inside=where == "inside")
    if where == "after":
        setting.sheet.blank(setting.layout.at_heading)
        _set_heading(setting, number)
    setting.sheet.blank(setting.layout.after_story)


def _set_caption(setting: Setting, number: int, above: bool = False) -> None:
    """A caption with its headline, if it has one, above or below."""
    if above:
        _set_heading(setting, number)
    set_body(setting.sheet, number, [setting.stories[number].caption], setting.layout.of(number), setting.chance)
    if not above:
        _set_heading(setting, number)


def _set_heading(setting: Setting, number: int) -> None:
    for k, line in enumerate(_heading_lines(setting.stories[number], setting.chance)):
        setting.sheet.blank(setting.layout.in_heading if k else 0)
        setting.put(number, "headline", line)


def _heading_lines(story: Story, chance: random.Random) -> list[str]:
    """Kicker, headline and subhead; now and then the kicker is read out late, and long ones fall in two lines."""
    late = bool(story.kicker) and chance.random() < 0.12
    order = (story.headline, story.kicker) if late else (story.kicker, story.headline)
    return [piece for line in (*order, story.subhead) if line for piece in _break_heading(line, chance)]


def _break_heading(line: str, chance: random.Random) -> list[str]:
    if " " in line:
        return line.split(" ") if chance.random() < 0.5 else [line]
    if len(line) < LONG_HEADLINE or line.startswith("—") or chance.random() >= 0.35:
        return [line]
    cut = middle_of(line)
    return [line[:cut], line[cut:]] if cut < len(line) else [line]


def _set_text(setting: Setting, number: int, headed_inside: bool) -> None:
    """The body of a story; its own heading, captions, or both may break into one of its paragraphs."""
    story, layout = setting.stories[number], setting.layout
    if story.head:
        setting.put(number, "body", story.head)
        setting.blank(*((1,) if layout.page.double else (0, 1)))
    broken = headed_inside or number in layout.hosts
    cut = setting.chance.randrange(len(story.paragraphs)) if broken else None
    _set_paragraphs(setting, number, cut, headed_inside)
    if story.foot:
        setting.blank(*((0,) if layout.page.double else (0, 0, 1)))
        setting.put(number, "body", story.foot)
        setting.sheet.blank(int(layout.page.double))


def _set_paragraphs(setting: Setting, number: int, cut: int | None, headed_inside: bool) -> None:
    story, layout = setting.stories[number], setting.layout.of(number)
    for k, text in enumerate(story.texts()):
        for crosshead in (crosshead for crosshead, before in story.crossheads if before == k):
            _set_crosshead(setting, number, crosshead)
        if k == cut:
            _set_broken(setting, number, text, headed_inside)
        else:
            set_body(setting.sheet, number, [text], layout, setting.chance)


def _set_crosshead(setting: Setting, number: int, crosshead: str) -> None:
    double = setting.layout.page.double
    setting.blank(*((0,) if double else (0, 1)))
    for line in crosshead.split(" "):
        setting.put(number, "body", line)
    setting.blank(*((1,) if double else (0, 0, 1)))


def _set_broken(setting: Setting, number: int, text: str, headed_inside: bool) -> None:
    """A paragraph with something in the midst of its lines; joined paragraphs stay whole below it."""
    layout, chance = setting.layout.of(number), setting.chance
    lines = break_text(text, layout, chance)
    half = len(lines) // 2
    put_lines(setting.sheet, number, lines[:half], layout, chance)
    setting.sheet.blank(0 if layout.double else 1)
    if headed_inside:
        _set_heading(setting, number)
        setting.sheet.blank()
    for caption in setting.layout.hosts.get(number, ()):
        _set_caption(setting, caption)
        setting.sheet.blank()
    put_lines(setting.sheet, number, lines[half:], layout, chance)
    setting.sheet.blank(1 if layout.paragraphs == "blank" and not layout.double else 0)

"""Prints stories of known borders as page text, with a gold record of which line is whose. Seeded, so repeatable."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tests.pagesetter.layouts import PageLayout

CLOSERS = "，。、；：！？）》”’…"
OPENERS = "（《“‘"
DIGIT_SIDES = {
    "before": re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)"),
    "around": re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])"),
}


@dataclass(frozen=True)
class Story:
    """An article as its author knows it. lead: dateline in front; tail: closing byline; head, foot: bylines on own lines."""

    kind: str
    paragraphs: tuple[str, ...]
    headline: str | None = None
    kicker: str | None = None
    subhead: str | None = None
    lead: str = ""
    tail: str = ""
    head: str = ""
    foot: str = ""
    byline: tuple[str, ...] = ()
    crossheads: tuple[tuple[str, int], ...] = ()
    caption: str = ""

    def texts(self) -> list[str]:
        """The paragraphs as printed, with lead and tail."""
        texts = list(self.paragraphs)
        texts[0] = self.lead + texts[0]
        texts[-1] += self.tail
        return texts


@dataclass
class Printed:
    """One line of the page on its way: the text, who owns it (story, part), whether it starts a paragraph."""

    text: str
    owner: tuple[int, str] | None = None


@dataclass
class Sheet:
    """The page being set: its lines, None for a blank."""

    lines: list[Printed | None] = field(default_factory=list)

    def blank(self, count: int = 1) -> None:
        """Add blank lines."""
        self.lines += [None] * count


@dataclass(frozen=True)
class SetPage:
    """A page's text and, for each story, the raw lines of its body and headline."""

    text: str
    body_lines: tuple[tuple[int, ...], ...]
    headline_lines: tuple[tuple[int, ...], ...]
    furniture: tuple[int, ...]


def set_page(stories: Sequence[Story], layout: PageLayout, seed: int = 0) -> SetPage:
    """Set the stories in their order; what is left to chance (mixed places, noise) hangs on the seed."""
    chance = random.Random(seed)
    sheet = Sheet()
    if layout.masthead == "top":
        _furniture(sheet, ("青石日报", "2021年8月7日 星期六", "第2版 要闻"))
    if layout.headlines == "top":
        _all_headings(sheet, stories, layout, chance)
    for number, story in enumerate(stories):
        _set_story(sheet, number, story, layout, chance)
    if layout.headlines == "bottom":
        _all_headings(sheet, stories, layout, chance)
    if layout.editors:
        _furniture(sheet, ("责任编辑：常林 版式设计：魏小雨",))
    if layout.masthead == "bottom":
        _furniture(sheet, ("青石日报 要闻", "2021年8月7日 星期六"))
    return finish(sheet, len(stories))


def _furniture(sheet: Sheet, lines: Sequence[str]) -> None:
    sheet.lines += [Printed(line) for line in lines]
    sheet.blank(2)


def _all_headings(sheet: Sheet, stories: Sequence[Story], layout: PageLayout, chance: random.Random) -> None:
    for number, story in enumerate(stories):
        _set_heading(sheet, number, story, layout, chance)
        sheet.blank()


def _set_story(sheet: Sheet, number: int, story: Story, layout: PageLayout, chance: random.Random) -> None:
    where = layout.headlines if layout.headlines != "mixed" else chance.choice(("before", "after"))
    if story.caption:
        set_body(sheet, number, [story.caption], layout, chance)
        sheet.blank(2)
        return
    if where == "before":
        _set_heading(sheet, number, story, layout, chance)
    if story.head:
        sheet.lines.append(Printed(story.head, (number, "body")))
        sheet.blank()
    if where == "inside":
        _set_cut_body(sheet, number, story, layout, chance)
    else:
        _set_paragraphs(sheet, number, story, layout, chance)
    if where == "after":
        sheet.blank()
        _set_heading(sheet, number, story, layout, chance)
    sheet.blank(2 if layout.double else 1)


def _set_paragraphs(sheet: Sheet, number: int, story: Story, layout: PageLayout, chance: random.Random) -> None:
    texts = story.texts()
    for k, text in enumerate(texts):
        for crosshead, before in story.crossheads:
            if before == k:
                sheet.blank()
                sheet.lines.append(Printed(crosshead, (number, "body")))
                sheet.blank()
        set_body(sheet, number, [text], layout, chance)


def _set_cut_body(sheet: Sheet, number: int, story: Story, layout: PageLayout, chance: random.Random) -> None:
    """The headline breaks into the middle of a paragraph."""
    texts = story.texts()
    cut = len(texts) // 2
    place = len(texts[cut]) // 2
    while place < len(texts[cut]) and (texts[cut][place] in CLOSERS or texts[cut][place - 1] in "。！？”" + OPENERS):
        place += 1
    for text in [*texts[:cut], texts[cut][:place]]:
        set_body(sheet, number, [text], layout, chance)
    sheet.blank()
    _set_heading(sheet, number, story, layout, chance)
    for text in [texts[cut][place:], *texts[cut + 1 :]]:
        set_body(sheet, number, [text], layout, chance)


def _set_heading(sheet: Sheet, number: int, story: Story, layout: PageLayout, chance: random.Random) -> None:
    lines = [line for line in (story.kicker, story.headline, story.subhead) if line]
    for line in lines:
        for part in _headline_parts(line, layout):
            text = _double(part, chance) if layout.doubled_display else part
            sheet.lines.append(Printed(text, (number, "headline")))
        if not layout.wrapped_headlines:
            sheet.blank()


def _headline_parts(line: str, layout: PageLayout) -> list[str]:
    if not layout.wrapped_headlines or len(line) < 14 or " " in line or line.startswith("—"):
        return [line]
    cut = middle_of(line)
    return [line[:cut], line[cut:]]


def middle_of(text: str) -> int:
    """A place near the middle of a text at which a line may end; the text's end where there is none."""
    places = range(len(text) // 2, len(text))
    return next((place for place in places if _may_break(text[place - 1], text[place])), len(text))


def _may_break(left: str, right: str) -> bool:
    return left not in OPENERS and right not in CLOSERS and not (left + right).isascii()


def _double(text: str, chance: random.Random) -> str:
    """Print a text twice in pieces, as a text layer does with shadowed type."""
    cut = chance.randint(3, max(3, len(text) - 3))
    pieces = [p for p in re.split("([“”])", text[:cut]) + [text[cut:]] if p]
    return "".join(piece * 2 for piece in pieces)


def set_body(sheet: Sheet, number: int, texts: Sequence[str], layout: PageLayout, chance: random.Random) -> None:
    """Set texts as paragraphs of a story's body."""
    for text in texts:
        put_lines(sheet, number, break_text(text, layout, chance), layout, chance)
        if layout.paragraphs == "blank" and not layout.double:
            sheet.blank()


def break_text(text: str, layout: PageLayout, chance: random.Random) -> list[str]:
    """A paragraph's printed lines, its indent and blanks beside numbers included."""
    noisy = _digit_blanks(text, layout.digit_blanks, chance) if layout.digit_blanks else text
    lines = wrap(noisy, layout.width, layout.paragraphs in ("lost", "indent")) if layout.width else [noisy]
    return [("　　" if layout.paragraphs == "indent" and layout.width else "") + lines[0], *lines[1:]]


def put_lines(sheet: Sheet, number: int, lines: Sequence[str], layout: PageLayout, chance: random.Random) -> None:
    """Put lines of a story's body on the sheet, with the blanks and the spaced letters of the layout."""
    for k, line in enumerate(lines):
        spaced = layout.letter_spacing and chance.random() < 0.06 and len(line) > 8
        sheet.lines.append(Printed(" ".join(line) if spaced else line, (number, "body")))
        broken = layout.column_break and chance.randrange(layout.column_break) == 0 and k < len(lines) - 1
        if layout.double or broken:
            sheet.blank()


def _digit_blanks(text: str, sides: str, chance: random.Random) -> str:
    return DIGIT_SIDES[sides].sub(lambda _: " " if chance.random() < 0.5 else "", text)


def wrap(text: str, width: int, first_short: bool) -> list[str]:
    """Break a paragraph as Chinese typesetting does: no closing mark starts a line, no opening mark or number is cut."""
    lines: list[str] = []
    current, room = "", width - (2 if first_short else 0)
    for token in re.findall(rf"[{OPENERS}]*(?:[0-9A-Za-z.%]+|.)[{CLOSERS}]*", text):
        size = sum(0.5 if c.isascii() else 1.0 for c in token)
        used = sum(0.5 if c.isascii() else 1.0 for c in current)
        if current and used + size > room + (1 if token[-1] in CLOSERS and len(token) > 1 else 0):
            lines.append(current)
            current, room = "", width
        current += token
    return [*lines, current] if current else lines


def finish(sheet: Sheet, count: int) -> SetPage:
    """The page of a sheet that holds `count` stories."""
    text: list[str] = []
    owned: dict[tuple[int, str], list[int]] = {}
    furniture: list[int] = []
    for number, line in enumerate(sheet.lines, 1):
        text.append(line.text if line else "")
        if line and line.owner:
            owned.setdefault(line.owner, []).append(number)
        elif line:
            furniture.append(number)
    body = tuple(tuple(owned.get((n, "body"), ())) for n in range(count))
    heads = tuple(tuple(owned.get((n, "headline"), ())) for n in range(count))
    return SetPage("\n".join(text), body, heads, tuple(furniture))


def without_headline(story: Story) -> Story:
    """The same story with its headline lost."""
    return replace(story, headline=None, kicker=None, subhead=None)

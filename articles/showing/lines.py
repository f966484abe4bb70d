"""The raw lines of a page: which article or piece of furniture owns each, and on which line a text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page

SHADES = 6
FURNITURE = {
    "section label": _("Section label"),
    "page label": _("Page label"),
    "masthead": _("Masthead"),
    "editors": _("Editors"),
    "caption": _("Caption"),
    "noise": _("Stray marks"),
}


@dataclass(frozen=True, slots=True)
class Owner:
    """An article of the page with its letter (A, B, … Z, AA, …) and its shade (1 to 6, in turn)."""

    article: Article
    letter: str
    shade: int
    striped: bool

    @property
    def lines(self) -> str:
        """The raw lines of headlines and body, spelled."""
        return lines_of(self.article)


@dataclass(frozen=True, slots=True)
class Line:
    """A raw line. part: head, body, a kind of furniture, or "" (nobody's); opens says that the owner changes here."""

    number: int
    text: str
    owner: Owner | None
    part: str
    opens: bool

    @property
    def look(self) -> str:
        """The classes of the style sheet that fit."""
        striped = "odd" if self.owner and self.owner.striped else ""
        looks = ("head" * (self.part == "head"), "cut" * self.opens, striped if self.owner else "loose")
        return " ".join(filter(None, looks))

    @property
    def label(self) -> str:
        """What a line of no article is."""
        return furniture_label(self.part) if self.part else gettext("Belongs to none")


def line_of(offsets: Sequence[Sequence[int]], position: int) -> int | None:
    """Return the raw line of a character of the body, from pairs of first character and line; None before the first."""
    index = bisect_right(offsets, position, key=lambda pair: pair[0]) - 1
    return offsets[index][1] if index >= 0 else None


def spelled(ranges: Iterable[Sequence[int]]) -> str:
    """Spell line ranges, both ends included: [[7, 9], [11, 11]] is 7–9、11."""
    return "、".join(f"{first}–{last}" if last > first else f"{first}" for first, last in ranges)


def furniture_label(kind: str) -> str:
    """Return what visitors call a kind of furniture."""
    return str(FURNITURE.get(kind, kind))


def lines_of(article: Article) -> str:
    """Spell the raw lines of an article's headlines and body."""
    return spelled(sorted(article.headline_lines + article.body_lines))


def own(articles: Iterable[Article]) -> list[Owner]:
    """Give each article of a page its letter and shade, in order."""
    return [
        Owner(article, letters(index), index % SHADES + 1, index % 2 == 0) for index, article in enumerate(articles)
    ]


def letters(index: int) -> str:
    """Return the index's letters as a spreadsheet counts columns: 0 is A, 25 is Z, 26 is AA."""
    above, place = divmod(index, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + place)


def numbered(page: Page, owners: Sequence[Owner]) -> Iterator[Line]:
    """Yield every raw line of the page with its owner. Where ranges overlap, headlines win, then the later article."""
    texts = page.raw_text.removesuffix("\n").split("\n")
    parts = _parts(page, owners, len(texts))
    before: tuple[Owner | None, str] | None = None
    for number, text in enumerate(texts, 1):
        owner, part = parts.get(number, (None, ""))
        side = (owner, part if owner is None else "")
        yield Line(number, text, owner, part, side != before)
        before = side


def _parts(page: Page, owners: Sequence[Owner], last: int) -> dict[int, tuple[Owner | None, str]]:
    ranges: list[tuple[Owner | None, str, Sequence[int]]] = [(None, f["kind"], f["lines"]) for f in page.furniture]
    ranges += [(owner, "body", run) for owner in owners for run in owner.article.body_lines]
    ranges += [(owner, "head", run) for owner in owners for run in owner.article.headline_lines]
    return {
        number: (owner, part)
        for owner, part, (start, end) in ranges
        for number in range(max(start, 1), min(end, last) + 1)
    }

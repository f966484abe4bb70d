"""How well a page is split: figures between 0 and 1 against what the page-setter or a gold file knows."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.reading.records import ArticleText, LineRange
from tests.pagesetter.setter import SetPage, Story


@dataclass(frozen=True)
class Known:
    """What is known of one article of a page."""

    body_lines: frozenset[int]
    headline_lines: frozenset[int]
    headline: str | None
    headings: tuple[str, ...]
    names: frozenset[str]
    paragraphs: int
    kind: str


@dataclass
class Figures:
    """Rights and totals of each figure, added up over pages."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    total: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, figure: str, is_right: bool) -> None:
        """Count one case."""
        self.right[figure] += is_right
        self.total[figure] += 1

    def share(self, figure: str) -> float:
        """Share of right cases; 1.0 when there were none."""
        return self.right[figure] / self.total[figure] if self.total[figure] else 1.0


def known_of(story: Story, page: SetPage, number: int) -> Known:
    """What is known of a story by its number on the page."""
    heading = (story.kicker or "") + (story.headline or "")
    return Known(
        frozenset(page.body_lines[number]),
        frozenset(page.headline_lines[number]),
        story.headline,
        (heading, heading + (story.subhead or "")),
        frozenset(story.byline),
        len(story.paragraphs) or 1,
        story.kind,
    )


def score_page(known: Sequence[Known], text: str, articles: Sequence[ArticleText], figures: Figures) -> None:
    """Add one page to the figures: articles are paired by the printed lines that they share."""
    printed = printed_lines(text)
    for truth in known:
        found = max(articles, key=lambda a, t=truth: _overlap(t, a, printed), default=None)
        overlap = _overlap(truth, found, printed) if found else 0.0
        figures.count("articles", overlap >= 0.95)
        if found is None:
            continue
        for line in truth.body_lines:
            figures.count("lines", line in lines_of(found.body_lines))
        for line in truth.headline_lines:
            figures.count("lines", line in lines_of(found.headline_lines))
        figures.count("headlines", _same_headline(truth, found))
        figures.count("bylines", {c.name for c in found.byline} == truth.names)
        figures.count("paragraphs", len(found.paragraphs) == truth.paragraphs)
        figures.count("kind", found.kind == truth.kind)


def lines_of(ranges: Iterable[LineRange]) -> frozenset[int]:
    """The line numbers in the ranges."""
    return frozenset(n for first, last in ranges for n in range(first, last + 1))


def squeeze(text: str | None) -> str:
    """Text without blanks, punctuation or width variants."""
    wide = unicodedata.normalize("NFKC", text or "")
    return "".join(c for c in wide if not c.isspace() and not unicodedata.category(c).startswith("P"))


def _overlap(truth: Known, found: ArticleText, printed: frozenset[int]) -> float:
    mine, its = truth.body_lines or truth.headline_lines, lines_of(found.body_lines or found.headline_lines) & printed
    return len(mine & its) / len(mine | its)


def _same_headline(truth: Known, found: ArticleText) -> bool:
    whole = squeeze((found.kicker or "") + (found.headline or ""))
    return squeeze(found.headline) == squeeze(truth.headline) or whole in map(squeeze, truth.headings)


def printed_lines(text: str) -> frozenset[int]:
    """The numbers of the lines that are not blank."""
    return frozenset(n for n, line in enumerate(text.splitlines(), 1) if re.sub(r"\s", "", line))

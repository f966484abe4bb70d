"""Stories taken out of pages that have gold, to be set anew by resetting.py.

Gold knows the lines of an article and counts its paragraphs; the paragraphs themselves are the reader's. An article is
taken only where the reader agrees with gold on both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from articles.reading.encoding import decode
from articles.reading.lines.mapped import join_lines
from articles.reading.lines.printed import Line, read_lines
from articles.reading.records import ArticleText
from articles.reading.splitting.page import split_page
from tests.pagesetter.setter import Story
from tests.scoring.pairing import lines_of
from tests.scoring.sheets import gold_of
from tests.scoring.tally import Json
from tests.scoring.wording import squeeze

LONGEST_LEAD, LONGEST_TAIL = 60, 40
HEAD, END = 14, 12
"""How many characters of a paragraph tell where it starts and where it ends."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with its gold."""

    sheet: Json
    text: str


def gold_pages(gold: Path, pages: Path) -> Iterator[GoldPage]:
    """The pages of a folder of gold; raises OSError for a missing page."""
    for sheet in gold_of(gold):
        yield GoldPage(sheet, decode((pages / sheet["file"]).read_bytes()).text)


def take_stories(page: GoldPage) -> tuple[Story, ...]:
    """The stories of a page that can be set anew."""
    lines = {line.number: line for line in read_lines(page.text)}
    articles = split_page(page.text).articles
    taken = (_take(gold, articles, lines) for gold in page.sheet["articles"])
    return tuple(story for story in taken if story is not None)


def _take(gold: Json, articles: Sequence[ArticleText], lines: dict[int, Line]) -> Story | None:
    wanted = lines_of(gold["body_lines"]) & lines.keys()
    found = next((a for a in articles if a.paragraphs and lines_of(a.body_lines) & lines.keys() == wanted), None)
    if not found or len(found.paragraphs) != gold["paragraphs"]:
        return None
    ends = _ends(join_lines(lines[n] for n in sorted(wanted)).text, found.paragraphs)
    return _story(gold, found, lines, *ends) if ends else None


def _ends(body: str, paragraphs: Sequence[str]) -> tuple[str, str] | None:
    """What is printed before the first paragraph and after the last; None where they are not found near the ends."""
    start, end = body.find(paragraphs[0][:HEAD]), body.rfind(paragraphs[-1][-END:])
    if start < 0:
        return None
    lead, tail = body[:start], body[end + END :] if end >= 0 else ""
    return (lead, tail) if len(lead) <= LONGEST_LEAD and len(tail) <= LONGEST_TAIL else None


def _story(gold: Json, found: ArticleText, lines: dict[int, Line], lead: str, tail: str) -> Story | None:
    first, last = (squeeze(lines[of(lines_of(found.body_lines) & lines.keys())].text) for of in (min, max))
    above, below = bool(lead) and squeeze(lead) == first, bool(tail) and squeeze(tail) == last
    story = Story(
        kind=gold["kind"],
        paragraphs=found.paragraphs,
        headline=gold["headline"] or None,
        kicker=gold.get("kicker") or None,
        subhead=_subhead(gold, lines),
        lead="" if above else lead,
        tail="" if below else tail,
        head=lead if above else "",
        foot=tail if below else "",
        byline=tuple(one["name"] for one in gold["byline"]),
        crossheads=tuple((crosshead.text, crosshead.before) for crosshead in found.crossheads),
    )
    if story.kind != "photo":
        return story
    return replace(story, caption=lead + found.paragraphs[0] + tail) if len(found.paragraphs) == 1 else None


def _subhead(gold: Json, lines: dict[int, Line]) -> str | None:
    """The subhead with the dash that gold leaves out and the page has."""
    subhead = gold.get("subhead") or None
    printed = "".join(lines[n].text for n in sorted(lines_of(gold["headline_lines"])) if n in lines)
    if subhead and not subhead.startswith("—") and ("—" in printed or "--" in printed):
        return "——" + subhead.lstrip("—-")
    return subhead

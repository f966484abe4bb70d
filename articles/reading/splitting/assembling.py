"""One story made into an ArticleText: dateline, bylines, notes and crossheads taken from the running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.reading.lines.bylines import (
    BULLET,
    parse_author,
    parse_byline_line,
    parse_credit,
    parse_post_line,
    parse_reader,
)
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.mapped import MappedText, join_lines, runs_of
from articles.reading.lines.marks import JUMP_FROM, JUMP_TO, opens_letter
from articles.reading.records import ArticleText, Contributor, Crosshead, LineRange
from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.confidence import judge
from articles.reading.splitting.division import Division
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.groups import Group, Story
from articles.reading.splitting.headlines import Heading, read_heading
from articles.reading.splitting.kinds import Signs, kind_of
from articles.reading.splitting.resuming import is_open

_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九十")}


@dataclass(slots=True)
class Draft:
    """A story on its way to an article: what its text gave away so far."""

    paragraphs: list[MappedText]
    numbers: list[int]
    byline: list[Contributor] = field(default_factory=list)
    dateline: bool = False
    head_byline: bool = False
    signature: str = ""
    letter: bool = False
    source: str | None = None
    continued_on: int | None = None
    continued_from: int | None = None


def assemble(
    evidence: Evidence,
    blocks: Blocks,
    division: Division,
    number: int,
    groups: Sequence[Group],
    attached: Sequence[int],
) -> ArticleText:
    """The article of story `number` with its display groups; `attached` are the places of its bylines and notes."""
    story = division.stories[number]
    draft = _draft(evidence, blocks, division, number, attached)
    body = "".join(p.text for p in draft.paragraphs)
    group = next((g for g in groups if g.role == "headline"), None)
    kicker = tuple(i for g in groups if g.role == "kicker" for i in g.lines)
    shown = (*kicker, *(group.lines if group else ()))
    heading = read_heading(evidence, shown, body) if shown else Heading()
    crossheads = [g for g in groups if g.role == "crosshead"]
    kind, why = kind_of(_signs(heading, draft, _is_picture(blocks, story)))
    confidence, reasons = judge(evidence, blocks, division, number, group, draft.dateline)
    owned = {i for n in story.paragraphs for i in blocks.paragraphs[n].lines} | set(attached)
    owned |= {i for g in crossheads for i in g.lines}
    return ArticleText(
        kind=kind,
        section=heading.section,
        kicker=heading.kicker,
        headline=heading.headline,
        subhead=heading.subhead,
        byline=tuple(_once(draft.byline)),
        paragraphs=tuple(p.text for p in draft.paragraphs),
        crossheads=tuple(_crosshead(evidence, blocks, g, draft) for g in crossheads),
        body_lines=line_ranges(evidence, owned),
        headline_lines=line_ranges(evidence, shown),
        offsets=runs_of(draft.paragraphs),
        confidence=confidence,
        reasons=(*reasons, f"{kind}: {why}"),
        continued_on=draft.continued_on,
        continued_from=draft.continued_from,
        reprint_of=draft.source or (heading.source and heading.kicker),
    )


def _signs(heading: Heading, draft: Draft, caption: bool) -> Signs:
    return Signs(
        heading,
        draft.byline,
        [p.text for p in draft.paragraphs],
        caption,
        draft.dateline,
        draft.head_byline,
        draft.signature,
        continued=draft.continued_from is not None,
        letter=draft.letter,
    )


def _draft(evidence: Evidence, blocks: Blocks, division: Division, number: int, attached: Sequence[int]) -> Draft:
    story = division.stories[number]
    whole = _whole_paragraphs(evidence, blocks, story)
    texts = [join_lines(evidence.lines[i] for n in run for i in blocks.paragraphs[n].lines) for run in whole]
    draft = Draft(texts, [run[0] for run in whole])
    first = blocks.paragraphs[story.paragraphs[0]].first
    draft.letter = opens_letter(evidence.lines[first].text, evidence.marks[first])
    _take_head(draft)
    for i in attached:
        _take_apart(evidence, draft, i, before=i < first)
    for k, number in enumerate(draft.numbers):
        if _is_picture(blocks, story) and blocks.paragraphs[number].caption:
            _take_credit(draft, k)
    _take_tail(draft)
    kept = [(p, n) for p, n in zip(draft.paragraphs, draft.numbers, strict=True) if p.text]
    draft.paragraphs, draft.numbers = [p for p, _ in kept], [n for _, n in kept]
    return draft


def _is_picture(blocks: Blocks, story: Story) -> bool:
    return blocks.paragraphs[story.paragraphs[-1]].caption


def _whole_paragraphs(evidence: Evidence, blocks: Blocks, story: Story) -> list[list[int]]:
    """The numbers of the story's paragraphs, those put together that another article parts in mid-sentence."""
    whole: list[list[int]] = []
    for n in story.paragraphs:
        above = blocks.paragraphs[whole[-1][-1]] if whole else None
        if above and whole[-1][-1] != n - 1 and not story.caption and is_open(evidence, above):
            whole[-1].append(n)
        else:
            whole.append([n])
    return whole


def _take_head(draft: Draft) -> None:
    """Take the note 上接第1版 and the dateline off the first paragraph; an agency's dateline stays in the text."""
    text = draft.paragraphs[0]
    jump = JUMP_FROM.match(text.text)
    if jump:
        draft.continued_from = page_number(jump["page"])
        text = text.cut(jump.end())
    dateline = parse_dateline(text.text)
    if dateline:
        draft.dateline, draft.source = True, dateline.agency
        draft.byline += dateline.byline
        text = text if dateline.keep else text.cut(dateline.length)
    draft.paragraphs[0] = text


def _take_tail(draft: Draft) -> None:
    """Take closing bylines, source and jump notes off the end of the last paragraph, in whatever order they stand."""
    for _ in range(3):
        text = draft.paragraphs[-1]
        jump, closing = JUMP_TO.search(text.text, max(0, len(text.text) - 40)), parse_closing(text.text)
        if jump:
            draft.continued_on = page_number(jump["page"])
            draft.paragraphs[-1] = text.cut(0, jump.start())
        elif closing:
            draft.byline += closing.byline
            draft.source = closing.source or draft.source
            draft.signature += " " + text.text[closing.start :]
            draft.paragraphs[-1] = text.cut(0, closing.start)
        if not draft.paragraphs[-1].text and len(draft.paragraphs) > 1:
            draft.paragraphs.pop()
            draft.numbers.pop()


def _take_credit(draft: Draft, k: int) -> None:
    text = draft.paragraphs[k]
    credit = parse_credit(text.text)
    if credit:
        draft.byline += credit[0]
        draft.paragraphs[k] = text.cut(0, credit[1])


def _take_apart(evidence: Evidence, draft: Draft, i: int, before: bool) -> None:
    text, kind = evidence.lines[i].text, evidence.marks[i].kind
    if kind == "jump":
        jump = JUMP_TO.search(text) or JUMP_FROM.match(text)
        page = page_number(jump["page"]) if jump else None
        if "上接" in text:
            draft.continued_from = page
        else:
            draft.continued_on = page
    elif kind == "closing":
        closing = parse_closing(text)
        draft.signature += " " + text
        draft.byline += closing.byline if closing else ()
        draft.source = draft.source or (closing.source if closing else None)
    else:
        found = parse_credit(text) if kind == "credit" else None
        draft.byline += found[0] if found else parse_byline_line(text) or parse_author(text) or parse_reader(text) or ()
        draft.signature += " " + text
        told = before or text[:1] in BULLET or parse_post_line(text) is not None
        draft.head_byline |= kind == "byline" and told


def _crosshead(evidence: Evidence, blocks: Blocks, group: Group, draft: Draft) -> Crosshead:
    below = sum(1 for n in draft.numbers if blocks.paragraphs[n].first < group.lines[0])
    return Crosshead(" ".join(evidence.lines[i].text for i in group.lines), below)


def _once(byline: Iterable[Contributor]) -> list[Contributor]:
    """Each name once, with the first role printed."""
    return list({c.name: c for c in reversed(list(byline))}.values())[::-1]


def page_number(text: str) -> int | None:
    """A page number as printed: 4, A4, 四, 十二; None when it is none.

    >>> page_number("A12"), page_number("十二")
    (12, 12)
    """
    digits = "".join(c for c in text if c in "0123456789")
    if digits:
        return int(digits)
    if not text or any(c not in _NUMERALS for c in text):
        return None
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS[text[-1]]
    return (_NUMERALS[tens[-1]] if tens else 1) * 10 + (_NUMERALS[ones[-1]] if ones else 0)


def line_ranges(evidence: Evidence, places: Iterable[int]) -> tuple[LineRange, ...]:
    """Raw line ranges of places in lines; blank lines between two that follow each other are inside the range."""
    ranges: list[LineRange] = []
    previous = -2
    for i in sorted(places):
        line = evidence.lines[i]
        if i == previous + 1 and ranges:
            ranges[-1] = (ranges[-1][0], line.last)
        else:
            ranges.append((line.number, line.last))
        previous = i
    return tuple(ranges)

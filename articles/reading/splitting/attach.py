"""Lines that stand apart, given to the story they belong to: bylines, closing bylines, credits, jump notes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.lines.bylines import BULLET, parse_post_line
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.mapped import join_lines
from articles.reading.lines.marks import JUMP_TO
from articles.reading.splitting.blocks import Blocks, Paragraph
from articles.reading.splitting.division import Division
from articles.reading.splitting.evidence import Evidence

ATTACHED = ("byline", "closing", "credit", "jump")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For a line that stands apart: the story of the text above and below, and what stands right next to it.

    heading: the story of the headline next to it, above or below; over: of the one right above it. hangs: whether the line
    stands right over the text below it and apart from the one above. answered: whether another byline stands right below,
    bulleted, and so over that text.
    """

    above: int | None
    below: int | None
    text_above: bool
    text_below: bool
    heading: int | None
    over: int | None
    hangs: bool
    answered: bool


def attach(evidence: Evidence, blocks: Blocks, division: Division) -> dict[int, int]:
    """Story number of each line apart that belongs to one. What no neighbour claims goes to a story without byline."""
    given: dict[int, int] = {}
    homeless: list[int] = []
    named = _named(evidence, blocks, division)
    signed = named | _notes(evidence, blocks, division)
    around = _neighbours(evidence, blocks, division)
    for i in blocks.apart:
        kind = evidence.marks[i].kind
        if kind not in ATTACHED:
            continue
        goes_on = kind == "byline" and _goes_on_with_byline(evidence, i)
        story = given[i - 1] if goes_on and i - 1 in given else _story_for(evidence, i, kind, around[i], signed, named)
        if story is None:
            homeless.append(i)
        else:
            given[i] = story
            signed |= {story} if kind in ("byline", "closing") else set()
    given.update(_eliminate(homeless, division, signed, around))
    return given


def _goes_on_with_byline(evidence: Evidence, i: int) -> bool:
    """Whether line i names more writers right under a line of writers that stands over the text below."""
    if not i or evidence.marks[i - 1].kind != "byline" or evidence.layout.gaps[i] > 0:
        return False
    return evidence.lines[i - 1].text[:1] in BULLET and evidence.lines[i].text[:1] not in BULLET


def _story_for(
    evidence: Evidence, i: int, kind: str, near: Neighbours, signed: set[int], named: set[int]
) -> int | None:
    text = evidence.lines[i].text
    if kind == "jump":
        return near.below if "上接" in text and near.below is not None else near.above
    if kind in ("closing", "credit"):
        return near.above if near.above is not None else near.below
    return _byline_story(text, near, signed, named)


def _byline_story(text: str, near: Neighbours, signed: set[int], named: set[int]) -> int | None:
    """A byline stands over its text, under it, or under its headline; a bullet or a post says that text follows.

    A text that names its writers itself takes none from above, where no other text stands next to the byline.
    """
    leads = text[:1] in BULLET or parse_post_line(text) is not None
    if near.above is not None and near.above == near.below:
        return near.above
    if near.over is not None and near.over not in signed and (near.below in signed or near.answered):
        return near.over
    if near.below in named and not near.text_above and near.heading is None:
        return None
    answered = near.below in signed and near.text_above and near.above not in signed
    if near.text_below and not answered and (leads or near.hangs or not near.text_above or near.above in signed):
        return near.below
    if near.text_above and (answered or not leads) and near.above not in signed:
        return near.above
    return near.above if near.text_above and near.above not in signed else None


def _eliminate(
    homeless: Sequence[int], division: Division, signed: set[int], around: dict[int, Neighbours]
) -> dict[int, int]:
    """Bylines far from any text: to the story of the headline next to them, else to one that has no byline yet."""
    free = [s for s, story in enumerate(division.stories) if not story.caption and s not in signed]
    out: dict[int, int] = {}
    for i in homeless:
        near = around[i]
        story = _nearest(near, free) if len(free) > 1 else free[0] if free else _nearest(near, [])
        if story is not None:
            out[i] = story
        free = [s for s in free if s != story]
    return out


def _nearest(near: Neighbours, free: Sequence[int]) -> int | None:
    """The story nearest to a line: by its headline, below, above; one of `free` when any of the three is."""
    order = [s for s in (near.heading, near.below, near.above) if s is not None]
    return next((s for s in order if s in free), free[0] if free else order[0] if order else None)


def _named(evidence: Evidence, blocks: Blocks, division: Division) -> set[int]:
    """Stories whose own text names a writer, in a dateline or a closing byline."""
    out: set[int] = set()
    for s, story in enumerate(division.stories):
        first, last = blocks.paragraphs[story.paragraphs[0]], blocks.paragraphs[story.paragraphs[-1]]
        dateline = parse_dateline(join_lines(evidence.lines[i] for i in first.lines[:4]).text)
        if dateline and dateline.byline or (last.credited if story.caption else _closes_signed(evidence, last)):
            out.add(s)
    return out


def _closes_signed(evidence: Evidence, last: Paragraph) -> bool:
    """Whether a last paragraph names who wrote the text; a jump note alone, which ends a text as well, names nobody."""
    tail = "".join(evidence.lines[i].text for i in last.lines[-2:])
    text = JUMP_TO.sub("", tail).rstrip()
    return last.signed and (text == tail or parse_closing(text) is not None)


def _notes(evidence: Evidence, blocks: Blocks, division: Division) -> set[int]:
    """Stories that are editors' notes, which need no writer."""
    firsts = [blocks.paragraphs[story.paragraphs[0]] for story in division.stories]
    return {s for s, first in enumerate(firsts) if _is_note(evidence, division, s, first)}


def _is_note(evidence: Evidence, division: Division, s: int, first: Paragraph) -> bool:
    """Whether a story is an editor's note, which nobody signs."""
    heading = [i for group in division.groups if group.story == s for i in group.lines]
    return any(evidence.marks[i].note for i in (first.first, *heading))


def _neighbours(evidence: Evidence, blocks: Blocks, division: Division) -> dict[int, Neighbours]:
    owner = {n: s for s, story in enumerate(division.stories) for n in story.paragraphs}
    text = {i: owner[n] for n, p in enumerate(blocks.paragraphs) for i in p.lines}
    heading = {i: g.story for g in division.groups if g.role == "headline" for i in g.lines}
    places = sorted(text)
    out: dict[int, Neighbours] = {}
    for i in blocks.apart:
        k = bisect_left(places, i)
        above, below = (text[places[k - 1]] if k else None), (text[places[k]] if k < len(places) else None)
        out[i] = Neighbours(
            above,
            below,
            _next_text(evidence, text, i, -1),
            _next_text(evidence, text, i, 1),
            heading.get(i - 1, heading.get(i + 1)),
            heading.get(i - 1),
            _hangs(evidence, i),
            i + 1 < len(evidence.lines)
            and evidence.marks[i + 1].kind == "byline"
            and evidence.lines[i + 1].text[:1] in BULLET,
        )
    return out


def _hangs(evidence: Evidence, i: int) -> bool:
    gaps = evidence.layout.gaps
    return i + 1 < len(gaps) and gaps[i] > 0 >= gaps[i + 1]


def _next_text(evidence: Evidence, text: dict[int, int], i: int, step: int) -> bool:
    """Whether running text is the next thing above or below, other attached lines aside."""
    k = i + step
    while 0 <= k < len(evidence.lines) and evidence.marks[k].kind in ATTACHED and k not in text and abs(k - i) < 4:
        k += step
    return k in text

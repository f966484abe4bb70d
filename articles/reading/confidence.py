"""How sure an article is, in [0, 1], and the reasons in words."""

from __future__ import annotations

from articles.reading.blocks import Blocks
from articles.reading.division import Division
from articles.reading.evidence import Evidence
from articles.reading.pairing import Group, Story

FLOOR, CEILING = 0.05, 0.99
PARTED = 0.85


def judge(
    evidence: Evidence, blocks: Blocks, division: Division, number: int, group: Group | None, dateline: bool
) -> tuple[float, tuple[str, ...]]:
    """The confidence that the article has the right lines and headline, and what speaks for it.

    It starts from the weaker of its two ends and loses for a doubtful headline; an article without any headline
    keeps at most 0.8 unless it is a caption.
    """
    story = division.stories[number]
    start, why_start = _start(evidence, blocks, division, number, dateline)
    end, why_end = _end(evidence, blocks, division, number)
    sure = min(start, end)
    reasons = [*why_start, *why_end]
    if _is_parted(blocks, story):
        sure *= PARTED
        reasons.append("goes on below another article")
    if group is not None:
        sure *= 1.0 if group.score >= 4 else 0.9 if group.score >= 2 else 0.75
        reasons.append(_headline_reason(division, number, group))
    elif not story.caption:
        sure = min(sure, 0.8)
        reasons.append("no headline on the page")
    return round(min(CEILING, max(FLOOR, sure)), 2), tuple(reasons)


def _is_parted(blocks: Blocks, story: Story) -> bool:
    """Whether another article's text stands between the story's paragraphs."""
    between = set(range(story.paragraphs[0], story.paragraphs[-1])).difference(story.paragraphs)
    return not story.caption and any(not blocks.paragraphs[n].caption for n in between)


def _start(
    evidence: Evidence, blocks: Blocks, division: Division, number: int, dateline: bool
) -> tuple[float, list[str]]:
    story = division.stories[number]
    border = division.borders.get(story.paragraphs[0])
    if story.caption:
        return 0.93, ["a caption with its credit" if blocks.paragraphs[story.paragraphs[-1]].credited else "a caption"]
    if border is None:
        return 0.97, ["starts with a dateline" if dateline else "first text of the page"]
    return _probability(border.weight), list(border.reasons) or ["the headlines ask for a border here"]


def _end(evidence: Evidence, blocks: Blocks, division: Division, number: int) -> tuple[float, list[str]]:
    story = division.stories[number]
    if story.caption:
        return 0.97, []
    last = blocks.paragraphs[story.paragraphs[-1]]
    later = range(number + 1, len(division.stories))
    following = next((division.stories[n] for n in later if not division.stories[n].caption), None)
    border = division.borders.get(following.paragraphs[0]) if following else None
    sure = _probability(border.weight) if border else 0.97
    if last.signed:
        return max(sure, 0.97), ["ends with a byline or jump note"]
    if not evidence.marks[last.last].final:
        return min(sure, 0.7), ["breaks off without a full stop"]
    return sure, ["ends with a full stop"]


def _probability(weight: float) -> float:
    """A border's weight as a probability: 0 is an even chance settled by the headlines, 5 and more nearly sure."""
    return min(0.97, max(0.55, 0.78 + 0.045 * weight))


def _headline_reason(division: Division, number: int, group: Group) -> str:
    story = division.stories[number]
    shared = division.likeness.shared_pieces(group.lines, story.bits)[:3]
    return "headline shares " + ", ".join(shared) if shared else "headline stands next to the text"

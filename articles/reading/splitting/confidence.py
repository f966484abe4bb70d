"""How sure an article is, in [0, 1], and the reasons in words.

A confidence of 0.9 means that nine in ten of such articles have the right lines: the weights of the signs are data
(lexicon/confidence_weights), a logistic fit to articles that are known to be right or wrong.
"""

from __future__ import annotations

import math
from functools import cache

from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.division import Division
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.groups import Group, Story
from articles.reading.words import read_pairs

Signs = dict[str, float]
FLOOR, CEILING = 0.05, 0.99
# What a border or a headline says counts within these bounds; beyond them it is sure enough.
WEAKER, STRONGER, INSIDE, HEADLINE = (-1.0, 3.0), (0.0, 6.0), (0.0, 6.0), (0.0, 6.0)
# The page's edge and a byline end an article as surely as the surest border does.
EDGE = 6.0


def judge(
    evidence: Evidence, blocks: Blocks, division: Division, number: int, group: Group | None, dateline: bool
) -> tuple[float, tuple[str, ...]]:
    """The confidence that the article has the right lines, and what speaks for its borders and headline."""
    signs = confidence_signs(evidence, blocks, division, number, group)
    odds = sum(_weights().get(name, 0.0) * value for name, value in signs.items())
    sure = min(CEILING, max(FLOOR, 1 / (1 + math.exp(-odds))))
    return round(sure, 2), tuple(_reasons(evidence, blocks, division, number, group, dateline))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("confidence_weights")}


def confidence_signs(evidence: Evidence, blocks: Blocks, division: Division, number: int, group: Group | None) -> Signs:
    """The signs of story `number` having the right lines, with `group` as its headline."""
    story = division.stories[number]
    headline = {"headline": _within(HEADLINE, group.score)} if group else {"no headline": float(not story.caption)}
    if story.caption:
        credited = blocks.paragraphs[story.paragraphs[-1]].credited
        return {"always": 1.0, "caption": 1.0, "uncredited caption": float(not credited)} | headline
    ends = sorted((_start(division, number), _end(blocks, division, number)))
    inner = [division.borders[n].weight for n in story.paragraphs[1:] if n in division.borders]
    return headline | {
        "always": 1.0,
        "weaker end": _within(WEAKER, ends[0]),
        "stronger end": _within(STRONGER, ends[1]),
        "no border inside": _within(INSIDE, -max(inner, default=-INSIDE[1])),
        "paragraphs": math.log(len(story.paragraphs)),
        "parted": float(_is_parted(blocks, story)),
        "breaks off": float(_breaks_off(evidence, blocks, story)),
    }


def _within(bounds: tuple[float, float], weight: float) -> float:
    return min(max(weight, bounds[0]), bounds[1])


def _start(division: Division, number: int) -> float:
    border = division.borders.get(division.stories[number].paragraphs[0])
    return border.weight if border else EDGE


def _end(blocks: Blocks, division: Division, number: int) -> float:
    """The weight of the border below; a byline is an end too, whatever stands below."""
    last = division.stories[number].paragraphs[-1]
    following = next((story for story in division.stories[number + 1 :] if not story.caption), None)
    border = division.borders.get(following.paragraphs[0]) if following else None
    weight = border.weight if border else EDGE
    return max(weight, EDGE) if blocks.paragraphs[last].signed else weight


def _is_parted(blocks: Blocks, story: Story) -> bool:
    """Whether another article's text stands between the story's paragraphs."""
    between = set(range(story.paragraphs[0], story.paragraphs[-1])).difference(story.paragraphs)
    return not story.caption and any(not blocks.paragraphs[n].caption for n in between)


def _breaks_off(evidence: Evidence, blocks: Blocks, story: Story) -> bool:
    last = blocks.paragraphs[story.paragraphs[-1]]
    return not last.signed and not evidence.marks[last.last].final


def _reasons(
    evidence: Evidence, blocks: Blocks, division: Division, number: int, group: Group | None, dateline: bool
) -> list[str]:
    story = division.stories[number]
    reasons = _why_start(blocks, division, number, dateline)
    if not story.caption:
        reasons.append(_why_end(evidence, blocks, story))
    if _is_parted(blocks, story):
        reasons.append("goes on below another article")
    if group is not None:
        reasons.append(_headline_reason(division, number, group))
    elif not story.caption:
        reasons.append("no headline on the page")
    return reasons


def _why_start(blocks: Blocks, division: Division, number: int, dateline: bool) -> list[str]:
    story = division.stories[number]
    if story.caption:
        return ["a caption with its credit" if blocks.paragraphs[story.paragraphs[-1]].credited else "a caption"]
    border = division.borders.get(story.paragraphs[0])
    if border is None:
        return ["starts with a dateline" if dateline else "first text of the page"]
    return list(border.reasons) or ["the headlines ask for a border here"]


def _why_end(evidence: Evidence, blocks: Blocks, story: Story) -> str:
    if blocks.paragraphs[story.paragraphs[-1]].signed:
        return "ends with a byline or jump note"
    return "breaks off without a full stop" if _breaks_off(evidence, blocks, story) else "ends with a full stop"


def _headline_reason(division: Division, number: int, group: Group) -> str:
    story = division.stories[number]
    shared = division.likeness.shared_pieces(group.lines, story.bits)[:3]
    return "headline shares " + ", ".join(shared) if shared else "headline stands next to the text"

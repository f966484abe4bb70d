"""Articles that go on after another one: text set in columns is often read out with a neighbour's text in between.

Two signs: a paragraph breaks off in mid-sentence where another article starts, and goes on further down; or the last
paragraphs of an article share their rare words with an earlier one and not with their own beginning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.lines.marks import opens_letter
from articles.reading.lines.seams import seam_weight
from articles.reading.splitting.blocks import Blocks, Paragraph
from articles.reading.splitting.border_signs import OTHER_WIDTH, inner_width
from articles.reading.splitting.cohesion import Vocabulary
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.openings import announces
from articles.reading.splitting.similarity import paragraph_text

# How far back and ahead parts of one article are looked for: articles, and paragraphs of each part.
BACK = 5
REACH = 12
# How much likelier a rare word stands in its own article than chance has it, and what neighbouring pairs count double.
ENRICHED = 4.0
OVERLAP = 0.5
MOST_WORDS = 5.0
COST = -3.0
OPEN = 5.0
SAME_COLUMN = 4.0
SEAM = 1.0


@dataclass(frozen=True, slots=True)
class Resumption:
    """The run that starts at place `before` (of the running paragraphs) goes on with the run that starts at `start`."""

    before: int
    start: int
    weight: float


def find_resumptions(
    evidence: Evidence, blocks: Blocks, running: Sequence[int], vocabulary: Vocabulary, cuts: frozenset[int]
) -> list[Resumption]:
    """Places where an earlier article may go on, the likeliest first, one for each run at most. Linear."""
    starts = [0, *sorted(cuts)]
    ends = [*starts[1:], len(running)]
    story = [blocks.paragraphs[n] for n in running]
    found: list[Resumption] = []
    for k in range(1, len(starts)):
        options = [
            Resumption(
                j, starts[e], _weight(evidence, story, vocabulary, (starts[e], ends[e]), (starts[k], j, ends[k]))
            )
            for e in range(max(0, k - BACK), k)
            for j in range(max(starts[k], ends[k] - REACH), ends[k])
            # To go on where the run right above ends is no border at all, which is weighed elsewhere.
            if _may_start(evidence, story[j]) and (e, j) != (k - 1, starts[k])
        ]
        found += sorted(options, key=lambda r: -r.weight)[:1]
    return sorted((r for r in found if r.weight > 0), key=lambda r: -r.weight)


def _may_start(evidence: Evidence, paragraph: Paragraph) -> bool:
    mark, text = evidence.marks[paragraph.first], paragraph_text(evidence, paragraph)
    signed = paragraph.first > 0 and evidence.marks[paragraph.first - 1].kind == "byline"
    if announces(text) or opens_letter(text, mark):
        return False
    return not (signed or mark.dateline or mark.note or mark.speaker or mark.scene or mark.bullet)


def _weight(
    evidence: Evidence,
    story: Sequence[Paragraph],
    vocabulary: Vocabulary,
    earlier: tuple[int, int],
    run: tuple[int, int, int],
) -> float:
    """Weight of run[1]:run[2] going on with `earlier` rather than with run[0]:run[1]."""
    start, at, end = run
    left = story[earlier[1] - 1]
    if left.signed or _is_signed_below(evidence, left.last + 1):
        return COST
    closer = _closer(vocabulary, range(*earlier), range(start, at), range(at, end))
    closer = max(-MOST_WORDS, min(MOST_WORDS, closer)) + SAME_COLUMN * _in_column_again(
        evidence, left, story[at - 1], story[at]
    )
    if not is_open(evidence, left):
        return COST + closer
    seam = seam_weight(evidence.lines[left.last].text, evidence.lines[story[at].first].text)
    return COST + closer + OPEN + _goes_on(evidence, story[at].first) + SEAM * seam


def _in_column_again(evidence: Evidence, left: Paragraph, between: Paragraph, at: Paragraph) -> bool:
    """Whether two paragraphs stand in columns of one width, and a third one, right above the second, in another."""
    if between.last + 1 != at.first:
        return False
    widths = [inner_width(evidence, paragraph) for paragraph in (left, between, at)]
    one, other, again = (width or 0.0 for width in widths)
    return all(widths) and abs(one - again) <= 1 and abs(one - other) > OTHER_WIDTH


def _is_signed_below(evidence: Evidence, i: int) -> bool:
    return i < len(evidence.marks) and evidence.marks[i].kind in ("closing", "jump")


def _goes_on(evidence: Evidence, i: int) -> float:
    """Weight of line i being the middle of a paragraph by its width or indent."""
    layout = evidence.layout
    if layout.indented:
        return -4.0 if evidence.lines[i].indent else 2.0
    if layout.lost_indent:
        return -3.0 if layout.first[i] else 2.0
    return 0.0


def is_open(evidence: Evidence, paragraph: Paragraph) -> bool:
    """Whether a paragraph breaks off in mid-sentence."""
    return not evidence.marks[paragraph.last].final and not paragraph.signed


def _closer(vocabulary: Vocabulary, earlier: range, head: range, tail: range) -> float:
    """Log odds of the tail belonging to `earlier` rather than to `head`, from the rare pieces that only one of them has."""
    mine, its, text = (_pieces(vocabulary, part) for part in (earlier[-REACH:], head[-REACH:], tail[:REACH]))
    sizes = [sum(vocabulary.sizes[k] for k in part) for part in (earlier[-REACH:], head[-REACH:])]
    if not sum(sizes):
        return 0.0
    chance = (sizes[0] + 1) / (sum(sizes) + 2)
    if_mine = ENRICHED * chance / (ENRICHED * chance + 1 - chance)
    if_its = chance / (chance + ENRICHED * (1 - chance))
    with_mine, with_its = len((text & mine) - its), len((text & its) - mine)
    odds = with_mine * math.log(if_mine / if_its) + with_its * math.log((1 - if_mine) / (1 - if_its))
    return OVERLAP * odds


def _pieces(vocabulary: Vocabulary, places: range) -> frozenset[str]:
    return frozenset().union(*(vocabulary.rare[k] for k in places))

"""Inner headings: which display lines can stand inside an article, and which have their like near by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.display_rules import NOTICE_END
from articles.reading.splitting.evidence import Evidence


class Shape(NamedTuple):
    """Number of lines, whether a question or answer follows, whether a subject is named (X：…), the widest line in ems, and
    behind how many characters it halts (借光生财，废弃地变成“发电厂”), -1 where it does not; whether it keeps to its column.
    """

    lines: int
    talk: bool
    subject: bool
    width: float
    halt: int
    fits: bool


def crosshead_like(evidence: Evidence, display: Sequence[int]) -> bool:
    """Whether a cluster can be an inner heading: one to three lines within the column, no subhead, no label of a column or note."""
    return _reads_like_one(evidence, display) and _fits(evidence, display)


def _fits(evidence: Evidence, display: Sequence[int]) -> bool:
    if evidence.layout.joined[display[0]]:
        return len(display) == 1 and evidence.lines[display[0]].width <= 24
    return all(evidence.layout.short[i] > -1.0 for i in display)


def _reads_like_one(evidence: Evidence, display: Sequence[int]) -> bool:
    lines = [evidence.lines[i] for i in display]
    if len(lines) > 3 or any(line.text.startswith(("——", "--")) or NOTICE_END.search(line.text) for line in lines):
        return False
    if any(evidence.layout.gaps[i] > 0 for i in display[1:]):
        return False
    return not any(
        evidence.marks[i].note or evidence.marks[i].label and "：" not in evidence.lines[i].text for i in display
    )


def crosshead_twins(evidence: Evidence, blocks: Blocks) -> set[int]:
    """Numbers of the clusters that look like inner headings and have their like next above or below.

    A cluster that breaks into a paragraph is no inner heading and is passed over.
    """
    inside = {i for p in blocks.paragraphs for i in range(p.first, p.last) if p.last - p.first >= len(p.lines)}
    places = [c for c, cluster in enumerate(blocks.clusters) if cluster[0] not in inside]
    like = [blocks.clusters[c] for c in places]
    shapes = [
        _shape(evidence, c) if _reads_like_one(evidence, c) and _may_be_inside(evidence, c) else None for c in like
    ]
    twins: set[int] = set()
    for k, (one, other) in enumerate(zip(shapes, shapes[1:], strict=False)):
        if one and other and _alike(one, other):
            twins |= {places[k], places[k + 1]}
    # The next but one is a twin as well where the one between is: 9, 11 and 6 ems.
    for k, (one, other) in enumerate(zip(shapes, shapes[2:], strict=False)):
        if one and other and _alike(one, other) and places[k + 1] in twins:
            twins |= {places[k], places[k + 2]}
    return twins


def _shape(evidence: Evidence, cluster: Sequence[int]) -> Shape:
    """What an article's inner headings are alike in."""
    talk = cluster[-1] + 1 < len(evidence.marks) and evidence.marks[cluster[-1] + 1].speaker
    text = "".join(evidence.lines[i].text for i in cluster)
    width = max(evidence.lines[i].width for i in cluster)
    return Shape(len(cluster), talk, "：" in text, width, text.find("，"), _fits(evidence, cluster))


def _alike(one: Shape, other: Shape) -> bool:
    """Whether two headings have their like in each other; those wider than their column only if they halt at one place."""
    parallel = one.halt == other.halt > 0
    return one[:3] == other[:3] and abs(one.width - other.width) <= 4 and (parallel or one.fits and other.fits)


def _may_be_inside(evidence: Evidence, cluster: Sequence[int]) -> bool:
    """Whether nothing around a cluster, wider blanks below it included, says that an article ends or starts there."""
    above, below = cluster[0] - 1, cluster[-1] + 1
    if above < 0 or below >= len(evidence.lines):
        return False
    last, first, gaps = evidence.marks[above], evidence.marks[below], evidence.layout.gaps
    if gaps[below] > gaps[cluster[0]] and not evidence.layout.stray and not _leads_over(evidence, cluster):
        return False
    return not last.ends_article and not first.dateline and first.kind == "text"


def _leads_over(evidence: Evidence, cluster: Sequence[int]) -> bool:
    """Whether an inner heading's first line leads over to its second: 卖空气—— / 碳汇交易打开新天地."""
    return len(cluster) == 2 and evidence.lines[cluster[0]].text.endswith("——")

"""Where one article ends and the next begins: the weight of a border between two paragraphs that follow each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.blocks import Blocks, Paragraph
from articles.reading.cohesion import Vocabulary, break_weight
from articles.reading.evidence import Evidence
from articles.reading.layout import shortfall
from articles.reading.similarity import Likeness

CERTAIN = 4.25
NEAR = 4
LOOKS_BACK = 4.0
SCENE = 2.5
_CROSS_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．]|\d{1,2}[.．、])")
_NEW_STORY = ("closing", "byline", "jump")


@dataclass(frozen=True, slots=True)
class Border:
    """The weight for an article ending before the paragraph with this number, and what spoke for it, in words."""

    before: int
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between two paragraphs: display lines, lines apart."""

    display: tuple[int, ...]
    apart: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Weights from what is said: the texts having nothing in common, the display text between speaking of the upper one."""

    apart: float
    looks_back: float


def weigh_borders(
    evidence: Evidence, blocks: Blocks, running: Sequence[int], likeness: Likeness, vocabulary: Vocabulary
) -> list[Border]:
    """Weights for the borders between paragraphs, given by their numbers (captions left out), one for each but the first."""
    story = [blocks.paragraphs[n] for n in running]
    display = {i: cluster for cluster in blocks.clusters for i in cluster}
    apart = frozenset(blocks.apart)
    twins = {i for c in crosshead_twins(evidence, blocks) for i in blocks.clusters[c]}
    borders: list[Border] = []
    for number, (above, below) in enumerate(zip(story, story[1:], strict=False), 1):
        span = range(above.last + 1, below.first)
        between = Between(tuple(i for i in span if i in display), tuple(i for i in span if i in apart))
        words = Words(break_weight(vocabulary, number), _looks_back(likeness, between.display, running, number))
        borders.append(_weigh(evidence, number, above, below, between, twins, words))
    return borders


def _weigh(
    evidence: Evidence,
    number: int,
    above: Paragraph,
    below: Paragraph,
    between: Between,
    twins: set[int],
    words: Words,
) -> Border:
    last, first = evidence.marks[above.last], evidence.marks[below.first]
    kinds = {evidence.marks[i].kind for i in between.apart}
    found: list[tuple[float, str]] = [(-3.0 if between.display or between.apart else -4.5, "")]
    found.append((10.0 * first.dateline, "starts with a dateline"))
    found.append((6.0 * above.signed, "the text above ends in a byline or jump note"))
    found.append((6.0 * bool(kinds & set(_NEW_STORY)), "a byline stands between"))
    found.append((1.5 * bool(kinds & {"masthead", "editors", "page label"}), "furniture stands between"))
    found.append((4.0 * (first.note or _has_note(evidence, between.display)), "an editor's note starts"))
    found.append((_display_weight(evidence, between.display, below, twins), "display text stands between"))
    found.append((_gap_weight(evidence, above, below, between), "a wide blank stands between"))
    found.append((1.0 * first.lead, "starts with a date"))
    found.append((SCENE * first.scene, "sets a scene"))
    found.append((1.0 * last.concluding, "the text above concludes"))
    found.append((-5.0 * (not last.final and not above.signed and not between.apart and not first.dateline), ""))
    found.append((-3.0 * (first.speaker and last.final and not between.display), ""))
    found.append((-2.0 * first.numbered - 6.0 * (first.plain and not between.display), ""))
    asked = evidence.marks[above.first].speaker and bool(between.display) and not first.speaker
    found.append((2.0 * asked, "questions and answers end above"))
    found.append((words.apart, "shares no rare words with the text above"))
    found.append((words.looks_back, "the headline between speaks of the text above"))
    reasons = tuple(reason for weight, reason in found if weight > 0.9)
    return Border(number, sum(weight for weight, _ in found), reasons)


def _looks_back(likeness: Likeness, display: tuple[int, ...], running: Sequence[int], number: int) -> float:
    """Weight of display text that speaks of the text above it and not of the text below: a headline under its body."""
    if not display:
        return 0.0
    above = _cover(likeness, display, running[max(0, number - NEAR) : number])
    below = _cover(likeness, display, running[number : number + NEAR])
    return LOOKS_BACK * max(0.0, above - max(below, 0.25))


def _cover(likeness: Likeness, display: tuple[int, ...], paragraphs: Sequence[int]) -> float:
    """The share of the display lines' pieces, by weight, that stands in the paragraphs."""
    bits = sum(1 << n for n in paragraphs)
    pairs = [likeness.shared(i, bits) for i in display]
    total = sum(weight for _, weight in pairs)
    return sum(got for got, _ in pairs) / total if total else 0.0


def _has_note(evidence: Evidence, display: tuple[int, ...]) -> bool:
    return any(evidence.marks[i].note for i in display)


def _display_weight(evidence: Evidence, display: tuple[int, ...], below: Paragraph, twins: set[int]) -> float:
    """Display text between paragraphs is a headline (a border) or a crosshead (none): width, number, likeness."""
    if not display:
        return 0.0
    subhead = any(evidence.lines[i].text.startswith(("——", "--")) for i in display)
    label = any(evidence.marks[i].label for i in display)
    weight = 2.5 + 2.0 * subhead + 1.0 * (len(display) > 2) + 1.5 * label + _set_off(evidence, display, below)
    if crosshead_like(evidence, display):
        weight -= 3.5 if display[0] in twins else 1.5
    return weight - 4.0 * bool(_CROSS_NUMBER.match(evidence.lines[display[0]].text))


def crosshead_like(evidence: Evidence, display: Sequence[int]) -> bool:
    """Whether a cluster can be an inner heading: one to three lines within the column, no subhead, no label."""
    lines = [evidence.lines[i] for i in display]
    if len(lines) > 3 or any(line.text.startswith(("——", "--")) for line in lines):
        return False
    usual = -1 if evidence.layout.double else 0
    if any(evidence.layout.gaps[i] > usual for i in display[1:]) or any(evidence.marks[i].label for i in display):
        return False
    if evidence.layout.joined:
        return len(lines) == 1 and lines[0].width <= 24
    return all(shortfall(evidence.layout, evidence.lines, i) > -1.0 for i in display)


def _set_off(evidence: Evidence, display: tuple[int, ...], below: Paragraph) -> float:
    """A headline is often set closer to its own text than to the other one, or with wide blanks on both sides."""
    gaps, double = evidence.layout.gaps, evidence.layout.double
    over, under = gaps[display[0]], gaps[below.first] if below.first == display[-1] + 1 else 1
    tight = under < 0 if double else under == 0 and not evidence.layout.joined
    lower = below.first == display[-1] + 1 and under > over and not (double and over < 0)
    return 1.5 * (tight and over > under) + 1.5 * lower + 1.0 * (double and over > 0 and under > 0)


def crosshead_twins(evidence: Evidence, blocks: Blocks) -> set[int]:
    """Numbers of the clusters that look like inner headings and have their like next above or below.

    A cluster that breaks into a paragraph is no inner heading and is passed over.
    """
    inside = {i for p in blocks.paragraphs for i in range(p.first, p.last) if p.last - p.first >= len(p.lines)}
    places = [c for c, cluster in enumerate(blocks.clusters) if cluster[0] not in inside]
    like = [blocks.clusters[c] for c in places]
    shapes = [
        _shape(evidence, c) if crosshead_like(evidence, c) and _may_be_inside(evidence, c) else None for c in like
    ]
    twins: set[int] = set()
    for k, (one, other) in enumerate(zip(shapes, shapes[1:], strict=False)):
        if one and other and _alike(one, other):
            twins |= {places[k], places[k + 1]}
    return twins


def _shape(evidence: Evidence, cluster: Sequence[int]) -> tuple[int, float]:
    """Number of lines and widest line: the inner headings of an article are alike."""
    return len(cluster), max(evidence.lines[i].width for i in cluster)


def _alike(one: tuple[int, float], other: tuple[int, float]) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) <= 4


def _may_be_inside(evidence: Evidence, cluster: Sequence[int]) -> bool:
    """Whether nothing around a cluster, wider blanks below it included, says that an article ends or starts there."""
    above, below = cluster[0] - 1, cluster[-1] + 1
    if above < 0 or below >= len(evidence.lines):
        return False
    last, first, gaps = evidence.marks[above], evidence.marks[below], evidence.layout.gaps
    if gaps[below] > gaps[cluster[0]]:
        return False
    return not last.ends_article and not first.dateline and first.kind == "text"


def _gap_weight(evidence: Evidence, above: Paragraph, below: Paragraph, between: Between) -> float:
    """A blank line where paragraphs stand without one, or more blanks than usual."""
    if between.display or between.apart:
        return 0.0
    gap, layout = evidence.layout.gaps[below.first], evidence.layout
    if below.first != above.last + 1:
        gap = min(gap, evidence.layout.gaps[above.last + 1])
    if layout.joined:
        return 2.0 if gap > 0 else 0.0
    if layout.gapped:
        return 1.0 if gap > 1 else 0.0
    return 2.5 if gap > 0 else 0.0

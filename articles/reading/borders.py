"""Where one article ends and the next begins: the weight of a border between two paragraphs that follow each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.blocks import Blocks, Paragraph
from articles.reading.evidence import Evidence
from articles.reading.layout import shortfall

CERTAIN = 4.0
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


def weigh_borders(evidence: Evidence, blocks: Blocks, story: Sequence[Paragraph]) -> list[Border]:
    """Weights for the borders between the paragraphs of `story` (captions left out), one for each but the first."""
    display = {i: cluster for cluster in blocks.clusters for i in cluster}
    apart = frozenset(blocks.apart)
    shapes = Counter(_shape(evidence, cluster) for cluster in blocks.clusters)
    borders: list[Border] = []
    for number, (above, below) in enumerate(zip(story, story[1:], strict=False), 1):
        span = range(above.last + 1, below.first)
        between = Between(tuple(i for i in span if i in display), tuple(i for i in span if i in apart))
        borders.append(_weigh(evidence, number, above, below, between, shapes))
    return borders


def _weigh(
    evidence: Evidence,
    number: int,
    above: Paragraph,
    below: Paragraph,
    between: Between,
    shapes: Counter[tuple[int, ...]],
) -> Border:
    last, first = evidence.marks[above.last], evidence.marks[below.first]
    kinds = {evidence.marks[i].kind for i in between.apart}
    found: list[tuple[float, str]] = [(-3.0, "")]
    found.append((7.0 * first.dateline, "starts with a dateline"))
    found.append((6.0 * last.ends_article, "the text above ends in a byline or jump note"))
    found.append((6.0 * bool(kinds & set(_NEW_STORY)), "a byline stands between"))
    found.append((1.5 * bool(kinds & {"masthead", "editors", "page label"}), "furniture stands between"))
    found.append((4.0 * (first.note or _has_note(evidence, between.display)), "an editor's note starts"))
    found.append((_display_weight(evidence, between.display, shapes), "display text stands between"))
    found.append((_gap_weight(evidence, above, below, between), "a wide blank stands between"))
    found.append((1.0 * first.lead, "starts with a date"))
    found.append((1.0 * first.scene, "sets a scene"))
    found.append((1.0 * last.concluding, "the text above concludes"))
    found.append((-5.0 * (not last.final and not between.apart), ""))
    found.append((-3.0 * (first.speaker and last.final and not between.display), ""))
    found.append((-2.0 * first.numbered, ""))
    reasons = tuple(reason for weight, reason in found if weight > 0.9)
    return Border(number, sum(weight for weight, _ in found), reasons)


def _has_note(evidence: Evidence, display: tuple[int, ...]) -> bool:
    return any(evidence.marks[i].note for i in display)


def _display_weight(evidence: Evidence, display: tuple[int, ...], shapes: Counter[tuple[int, ...]]) -> float:
    """Display text between paragraphs is a headline (a border) or a crosshead (none): width, number, likeness."""
    if not display:
        return 0.0
    subhead = any(evidence.lines[i].text.startswith(("——", "--")) for i in display)
    weight = 2.5 + 2.0 * subhead + 1.0 * (len(display) > 2)
    if crosshead_like(evidence, display):
        twins = shapes[_shape(evidence, display)] - 1
        weight -= 1.5 + (1.5 if twins > 0 else 0.0) + (1.0 if twins > 1 else 0.0)
    return weight - 4.0 * bool(_CROSS_NUMBER.match(evidence.lines[display[0]].text))


def crosshead_like(evidence: Evidence, display: Sequence[int]) -> bool:
    """Whether a cluster can be an inner heading: one to three lines within the column, no subhead, no label."""
    lines = [evidence.lines[i] for i in display]
    if len(lines) > 3 or any(line.text.startswith(("——", "--")) for line in lines):
        return False
    if evidence.layout.joined:
        return len(lines) == 1 and lines[0].width <= 24
    return all(shortfall(evidence.layout, evidence.lines, i) > -1.0 for i in display)


def _shape(evidence: Evidence, cluster: Sequence[int]) -> tuple[int, ...]:
    """Number of lines and their rough length: the inner headings of an article are alike."""
    return (
        (len(cluster), round(sum(evidence.lines[i].width for i in cluster) / 4))
        if len(cluster) == 1
        else (len(cluster),)
    )


def _gap_weight(evidence: Evidence, above: Paragraph, below: Paragraph, between: Between) -> float:
    """A blank line where paragraphs stand without one, or more blanks than usual."""
    if between.display or between.apart or below.first != above.last + 1:
        return 0.0
    gap, layout = evidence.layout.gaps[below.first], evidence.layout
    if layout.joined or layout.gapped:
        return 1.0 if gap > 1 + layout.gapped else 0.0
    return 2.0 if gap > 0 else 0.0

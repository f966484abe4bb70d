"""The signs of the borders and of the display lines of training pages, each with what is true of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from articles.reading.lines.context import mark_in_context
from articles.reading.lines.layout import measure
from articles.reading.lines.marks import mark_lines
from articles.reading.lines.printed import Line, read_lines
from articles.reading.splitting import borders, display_signs, heading_links, headlines
from articles.reading.splitting.blocks import Blocks, Paragraph, build_blocks
from articles.reading.splitting.cohesion import read_vocabulary
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_links import link_signs
from articles.reading.splitting.labelling import label_lines
from articles.reading.splitting.similarity import compare, pieces_of
from benchmarks.logistic import Data, table
from benchmarks.training_pages import FURNITURE, Owner, TrainingPage
from tests.scoring.wording import squeeze

Weights = Mapping[str, float]
LONGEST_CROSSHEAD, SHORTEST_PART = 14, 4


@dataclass(frozen=True, slots=True)
class Case:
    """A border or a line: its signs, what is true of it, how much it counts, and its page."""

    signs: Weights
    truth: bool
    count: float
    page: TrainingPage


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases as data, with the group and the tags of each."""

    data: Data
    groups: NDArray[np.str_]
    tags: tuple[frozenset[str], ...]

    def tagged(self, tag: str) -> NDArray[np.bool_]:
        """The cases that have a tag."""
        return np.array([tag in tags for tags in self.tags], dtype=bool)


def gather(cases: Iterable[Case]) -> Cases:
    """Cases as data."""
    every = list(cases)
    data = table([c.signs for c in every], [c.truth for c in every], [c.count for c in every])
    return Cases(data, np.array([c.page.group for c in every]), tuple(c.page.tags for c in every))


READERS = {
    "border_weights": borders,
    "display_weights": display_signs,
    "link_weights": heading_links,
    "heading_weights": headlines,
}
"""Who reads which list of the lexicon."""


@contextmanager
def weights_in_use(lists: Mapping[str, Weights]) -> Iterator[None]:
    """Read with these weights instead of those of the lexicon, each under the name of its list."""
    with ExitStack() as stack:
        for name, weights in lists.items():
            held = display_signs.part_weights(weights) if READERS[name] is display_signs else weights
            stack.enter_context(patch.object(READERS[name], "_weights", lambda held=held: held))
        yield


def border_cases(page: TrainingPage) -> Iterator[Case]:
    """The borders between the paragraphs of a page, but those beside a paragraph that mixes the lines of two owners."""
    seen = evidence_of(page.text)
    blocks = build_blocks(seen, label_lines(seen))
    running = [n for n, paragraph in enumerate(blocks.paragraphs) if not paragraph.caption]
    owners = [_owner(page, seen.lines, blocks.paragraphs[n]) for n in running]
    for above, below, signs in zip(owners, owners[1:], _border_signs(seen, blocks, running), strict=False):
        if above is not None and below is not None:
            yield Case(signs, above != below, page.borders, page)


def evidence_of(text: str) -> Evidence:
    """What splitting knows of a page before it labels the lines."""
    lines = read_lines(text)
    marks = mark_lines(lines)
    mark_in_context(lines, marks)
    return Evidence(lines, marks, measure(lines, marks))


def _border_signs(seen: Evidence, blocks: Blocks, running: list[int]) -> list[borders.Signs]:
    found = pieces_of(seen, blocks)
    vocabulary = read_vocabulary([found[n] for n in running])
    return borders.read_signs(seen, blocks, running, compare(seen, blocks, found), vocabulary)


def _owner(page: TrainingPage, lines: list[Line], paragraph: Paragraph) -> str | None:
    """The article of all lines of a paragraph, "" for furniture; None where they are of several."""
    owners = {page.owners.get(lines[i].number, FURNITURE)[0] for i in paragraph.lines}
    return owners.pop() if len(owners) == 1 else None


def display_cases(page: TrainingPage) -> Iterator[Case]:
    """The lines of a page that may be display text, for all their marks say."""
    seen = evidence_of(page.text)
    for i, line in enumerate(seen.lines):
        mark, owner = seen.marks[i], page.owners.get(line.number)
        if owner and line.text and mark.kind == "text" and not mark.dateline:
            yield Case(seen.display_signs(i), _is_display(page, owner, line.text), page.display, page)


def _is_display(page: TrainingPage, owner: Owner, text: str) -> bool:
    """Whether a line is display text: all but running text is, and in a body a crosshead or a part of one."""
    if owner[1] != "body":
        return True
    bare = squeeze(text)
    part = SHORTEST_PART <= len(bare) < LONGEST_CROSSHEAD and not text.endswith(("。", "，"))
    return bare in page.crossheads or part and any(bare in crosshead for crosshead in page.crossheads)


def link_cases(page: TrainingPage) -> Iterator[Case]:
    """The display lines of a page that follow each other, but those of which both are furniture: of one heading or not."""
    seen = evidence_of(page.text)
    for cluster in build_blocks(seen, label_lines(seen)).clusters:
        for k in range(1, len(cluster)):
            above, below = (page.owners.get(seen.lines[i].number) for i in cluster[k - 1 : k + 1])
            if above and below and {above, below} != {FURNITURE} and "body" not in (above[1], below[1]):
                yield Case(link_signs(seen, cluster, k), above == below, page.borders, page)

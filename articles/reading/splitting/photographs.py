"""Photographs on a page: which captions are one article, and which text above them is of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.reading.lines.marks import NUMBERED_PICTURE
from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.signatures import Signatures

# How many paragraphs tell of a photograph above what it shows.
LONGEST_TEXT = 2


def caption_runs(evidence: Evidence, blocks: Blocks) -> list[list[int]]:
    """Captions, by their numbers, that are one story: those that follow each other without a line between, unless one is
    credited; when they are numbered (图①, 图②), each with a credit of its own, all the same."""
    runs: list[list[int]] = []
    for number, paragraph in enumerate(blocks.paragraphs):
        if not paragraph.caption:
            continue
        last = blocks.paragraphs[runs[-1][-1]] if runs else None
        numbered = NUMBERED_PICTURE.match(evidence.lines[paragraph.first].text) is not None
        follows = last is not None and runs[-1][-1] == number - 1 and last.last + 1 == paragraph.first
        if last is not None and follows and (numbered or not last.credited):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def text_above(
    evidence: Evidence, blocks: Blocks, signatures: Signatures, stories: Iterable[list[int]], captions: Sequence[int]
) -> list[int] | None:
    """The story that tells of a photograph: a headline, a paragraph or two that nobody signs, and right below it 图为….

    Of the gold pages' texts of which this holds all four are one article with the caption; those over a caption that does
    not say so are not.
    """
    first = blocks.paragraphs[captions[0]].first
    if not evidence.marks[first].caption:
        return None
    return next(
        (s for s in stories if s[-1] == captions[0] - 1 and _tells(evidence, blocks, signatures, s, first)), None
    )


def _tells(evidence: Evidence, blocks: Blocks, signatures: Signatures, story: Sequence[int], caption: int) -> bool:
    bits = sum(1 << n for n in story)
    signed = bits & (signatures.signed | signatures.headed | signatures.notes | signatures.notices)
    above = blocks.paragraphs[story[0]].first - 1
    headed = any(above in cluster for cluster in blocks.clusters)
    below = blocks.paragraphs[story[-1]].last + 1 == caption
    return headed and below and not signed and len(story) <= LONGEST_TEXT

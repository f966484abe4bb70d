"""What a headline and a body share: two-character pieces, the rarer on the page the weightier."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.reading.splitting.blocks import Blocks, Paragraph
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.pieces import pieces

_SUBJECT = re.compile(r"^([\u3400-\u9fff]{2,6})[：:](?=.{4}|$)")
COMMON = 12
FAR = 4


def pieces_of(evidence: Evidence, blocks: Blocks) -> list[set[str]]:
    """The pieces of each paragraph of the page."""
    return [pieces(paragraph_text(evidence, paragraph)) for paragraph in blocks.paragraphs]


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each display line its pieces, and for each piece the paragraphs (as bits) that hold it, and its weight.

    votes counts, for each line, the paragraphs that hold its rare pieces; subjects gives, for a line such as
    "某县：…", the paragraphs (as bits) that name what stands before the colon.
    """

    of_line: dict[int, set[str]]
    holders: dict[str, int]
    weight: dict[str, float]
    votes: dict[int, Counter[int]] = field(default_factory=dict)
    subjects: dict[int, int] = field(default_factory=dict)

    def shared(self, line: int, paragraphs: int) -> tuple[float, float]:
        """(weight of the line's pieces that stand in the paragraphs given as bits, weight of all its pieces)."""
        pieces, weight, holders = self.of_line[line], self.weight, self.holders
        got = [weight[piece] for piece in pieces if holders[piece] & paragraphs]
        return math.fsum(got), math.fsum([weight[piece] for piece in pieces])

    def shared_pieces(self, lines: Sequence[int], paragraphs: int) -> list[str]:
        """The weightiest pieces that the lines share with the paragraphs."""
        found = {p for i in lines for p in self.of_line[i] if self.holders[p] & paragraphs}
        return sorted(found, key=lambda p: (-self.weight[p], p))

    def likely(self, lines: Sequence[int]) -> list[int]:
        """Paragraphs that share most of the rare pieces of the lines, best first; at most FAR."""
        votes: Counter[int] = Counter()
        for i in lines:
            votes.update(self.votes[i])
        return sorted(votes, key=lambda number: (-votes[number], number))[:FAR]


def compare(evidence: Evidence, blocks: Blocks, found: Sequence[set[str]]) -> Likeness:
    """Find which paragraphs, of which `found` gives the pieces, hold those of the display lines. Linear."""
    of_line = {i: pieces(evidence.lines[i].text) for cluster in blocks.clusters for i in cluster}
    wanted: set[str] = set().union(*of_line.values()) if of_line else set()
    where: dict[str, list[int]] = defaultdict(list)
    for number, of in enumerate(found):
        for piece in wanted & of:
            where[piece].append(number)
    count = len(blocks.paragraphs)
    weight = {p: math.log((count + 2) / (len(where[p]) + 1)) if where[p] else 0.7 for p in wanted}
    holders = {p: _bits(where[p]) for p in wanted}
    votes = {i: Counter(n for p in of if len(where[p]) <= COMMON for n in where[p]) for i, of in of_line.items()}
    return Likeness(of_line, holders, weight, votes, _subjects(evidence, blocks, list(of_line)))


def _subjects(evidence: Evidence, blocks: Blocks, display: list[int]) -> dict[int, int]:
    named = {i: match[1] for i in display if (match := _SUBJECT.match(evidence.lines[i].text))}
    texts = [paragraph_text(evidence, paragraph) for paragraph in blocks.paragraphs] if named else []
    return {i: _bits([n for n, text in enumerate(texts) if name in text]) for i, name in named.items()}


def paragraph_text(evidence: Evidence, paragraph: Paragraph) -> str:
    """The text of a paragraph without blanks."""
    return "".join(evidence.lines[i].text.replace(" ", "") for i in paragraph.lines)


def _bits(numbers: list[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits

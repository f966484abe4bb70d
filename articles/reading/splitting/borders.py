"""Where one article ends and the next begins: the weight of a border between two paragraphs that follow each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from articles.reading.lines.marks import QUESTION, SPEAKER, opens_letter
from articles.reading.splitting.blocks import Blocks, Paragraph
from articles.reading.splitting.border_signs import Between, Signs, border_signs, cover
from articles.reading.splitting.cohesion import Vocabulary, share
from articles.reading.splitting.crossheads import crosshead_twins
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.openings import opening_signs
from articles.reading.splitting.similarity import Likeness, paragraph_text
from articles.reading.words import read_pairs

CERTAIN = 5.25
NEAR = 4
# A letter begins with its salutation and goes on below it, an interview with the answer, whatever stands between; what came of a letter
# may be printed apart; a table with a heading of its own is no part of the text above, nor is what the official says whom a subhead names. Too rare for a fit to trust, so these weights stand beside the fitted ones.
BOUND = {
    "salutation": 3.0,
    "text above is a salutation": -12.0,
    "answer to a question above": -12.0,
    "answer to a letter above": -3.0,
    "one speaks above and below": -6.0,
    "table under its heading": 4.0,
    "official's own heading": 4.0,
}
LETTER, TURNS = 6, 4
_LETTER_CAME = re.compile("^(?:.{0,8}(?:收到|接到|接)(?:[^，。]{0,6}来)?信|[^，。：]{2,16}(?:回复|答复|回应)[：:])")
# From this weight on a sign is told as a reason.
TELLING = 0.9


@dataclass(frozen=True, slots=True)
class Border:
    """The weight for an article ending before the paragraph with this number, and what spoke for it, in words."""

    before: int
    weight: float
    reasons: tuple[str, ...]


def weigh_borders(
    evidence: Evidence, blocks: Blocks, running: Sequence[int], likeness: Likeness, vocabulary: Vocabulary
) -> list[Border]:
    """Weights for the borders between paragraphs, given by their numbers (captions left out), one for each but the first."""
    signs = read_signs(evidence, blocks, running, likeness, vocabulary)
    return [_weigh(number, of) for number, of in enumerate(signs, 1)]


def read_signs(
    evidence: Evidence, blocks: Blocks, running: Sequence[int], likeness: Likeness, vocabulary: Vocabulary
) -> list[Signs]:
    """The signs of each border between the running paragraphs. Linear."""
    story = [blocks.paragraphs[n] for n in running]
    display = frozenset(i for cluster in blocks.clusters for i in cluster)
    apart = frozenset(blocks.apart)
    twins = {i for c in crosshead_twins(evidence, blocks) for i in blocks.clusters[c]}
    texts = [paragraph_text(evidence, paragraph) for paragraph in story]
    found: list[Signs] = []
    for number, (above, below) in enumerate(zip(story, story[1:], strict=False), 1):
        span = range(above.last + 1, below.first)
        shown = tuple(i for i in span if i in display)
        over, under = (_bits(running[max(0, number - NEAR) : number]), _bits(running[number : number + NEAR]))
        between = Between(
            shown,
            tuple(i for i in span if i in apart),
            bool(shown) and shown[0] in twins,
            cover([likeness.shared(i, over) for i in shown]),
            cover([likeness.shared(i, under) for i in shown]),
        )
        signs = border_signs(evidence, above, below, between, share(vocabulary, number))
        signs["leads over to talk"] = float(_leads_to_talk(evidence, story[number - 1 : number + 2]))
        signs["answer to a letter above"] = float(
            _answers_letter(evidence, story[max(0, number - LETTER) : number + 1])
        )
        signs["one speaks above and below"] = float(_speaks_on(evidence, story, number))
        found.append(signs | opening_signs(texts, number))
    return found


def _leads_to_talk(evidence: Evidence, three: Sequence[Paragraph]) -> bool:
    """Whether the second of three paragraphs stands between a text and the first turn of an interview, right above it."""
    speaks = [evidence.marks[paragraph.first].speaker for paragraph in three]
    return speaks == [False, False, True] and three[2].first == three[1].last + 1


def _speaks_on(evidence: Evidence, story: Sequence[Paragraph], number: int) -> bool:
    """Whether somebody interviewed, told by name, speaks shortly above paragraph `number` and shortly below."""
    above, below = (
        _speakers(evidence, part) for part in (story[max(0, number - TURNS) : number], story[number : number + TURNS])
    )
    return bool(above & below) and not evidence.marks[story[number].first].dateline


def _speakers(evidence: Evidence, paragraphs: Sequence[Paragraph]) -> set[str]:
    lines = (evidence.lines[p.first].text for p in paragraphs if evidence.marks[p.first].speaker)
    return {
        match["who"]
        for text in lines
        if not QUESTION.match(text) and (match := SPEAKER.match(text)) and match["who"] != "答"
    }


def _answers_letter(evidence: Evidence, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the last of some paragraphs says, unsigned, what was done when a letter came, and one above opens a letter."""
    addressed = any(opens_letter(evidence.lines[p.first].text, evidence.marks[p.first]) for p in paragraphs[:-1])
    answers = _LETTER_CAME.match(paragraph_text(evidence, paragraphs[-1])) is not None
    return addressed and answers and not paragraphs[-1].signed


def _bits(numbers: Sequence[int]) -> int:
    return sum(1 << n for n in numbers)


def _weigh(number: int, signs: Signs) -> Border:
    weights = _weights()
    found = {name: weights.get(name, 0.0) * value for name, value in signs.items() if value}
    telling = sorted((name for name, weight in found.items() if weight > TELLING), key=lambda name: -found[name])
    bound = sum(weight * signs[name] for name, weight in BOUND.items())
    return Border(number, sum(found.values()) + bound, tuple(telling))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("border_weights")}

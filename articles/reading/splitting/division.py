"""The best division of a page: article borders and headline pairs weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.borders import CERTAIN, Border, weigh_borders
from articles.reading.splitting.cohesion import read_vocabulary
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.groups import Group, State, Story
from articles.reading.splitting.pairing import Pairing
from articles.reading.splitting.photographs import text_above
from articles.reading.splitting.resuming import Resumption, find_resumptions
from articles.reading.splitting.similarity import Likeness, compare, pieces_of

MAX_TRIALS = 8
LEAST_RESUMED = -3.5
MAX_RESUMED = 6
MAX_SHIFTED = 3
SHIFT, YIELD = 5, 2.5
UNSIGNED = -1.5
NAMELESS = -3.5
ONE_PARAGRAPH = -0.5
TWICE_SIGNED = -1.0
# Of 713 gold articles whose dateline names the writers none names any in brackets at its end: another text ends there.
TWO_WRITERS = -6.0


@dataclass(frozen=True, slots=True)
class Division:
    """Stories in page order, what each display group is, the border before each story, and the likeness used."""

    stories: tuple[Story, ...]
    groups: tuple[Group, ...]
    borders: dict[int, Border]
    likeness: Likeness


def divide(evidence: Evidence, blocks: Blocks) -> Division:
    """Cut the paragraphs into stories and pair display groups with them.

    Borders are set by their own weight first; then up to MAX_TRIALS doubtful ones are turned over, one by one, and
    kept so where the whole page, headlines included, comes out better; last, articles that an other one interrupts
    are put together again in the same way. Linear in the page's length.
    """
    running = [n for n, p in enumerate(blocks.paragraphs) if not p.caption]
    found = pieces_of(evidence, blocks)
    pairing = Pairing(evidence, blocks, compare(evidence, blocks, found))
    vocabulary = read_vocabulary([found[n] for n in running])
    borders = weigh_borders(evidence, blocks, running, pairing.likeness, vocabulary)
    best = _turn_borders(pairing, running, borders)
    for resumed in find_resumptions(evidence, blocks, running, vocabulary, best.cuts)[:MAX_RESUMED]:
        trial = _solve(pairing, running, borders, best.cuts | {resumed.before}, (*best.resumed, resumed))
        best = trial if trial.state.score > best.state.score else best
    before = {running[b.before]: b for b in borders}
    return Division(best.stories, best.state.groups(), before, pairing.likeness)


@dataclass(frozen=True, slots=True)
class Solution:
    """A way to cut the page: the places of its borders, the runs that go on with earlier ones, and what comes of it."""

    cuts: frozenset[int]
    resumed: tuple[Resumption, ...]
    state: State
    stories: tuple[Story, ...]


def _turn_borders(pairing: Pairing, running: Sequence[int], borders: Sequence[Border]) -> Solution:
    best = _solve(pairing, running, borders, frozenset(b.before for b in borders if b.weight > 0), ())
    doubtful = sorted((b for b in borders if abs(b.weight) < CERTAIN), key=lambda b: abs(b.weight))
    for border in doubtful[:MAX_TRIALS]:
        trial = _solve(pairing, running, borders, best.cuts ^ {border.before}, ())
        best = trial if trial.state.score > best.state.score else best
    return _shift_borders(pairing, running, borders, best)


def _shift_borders(pairing: Pairing, running: Sequence[int], borders: Sequence[Border], best: Solution) -> Solution:
    """Try the neighbours of borders that headlines alone have asked for; a headline seldom says where."""
    asked = [b for b in borders if b.before in best.cuts and b.weight < 0]
    for border in asked[:MAX_SHIFTED]:
        near = borders[max(0, border.before - 1 - SHIFT) : border.before + SHIFT]
        for other in near:
            if other.before not in best.cuts and other.weight > border.weight - YIELD:
                trial = _solve(pairing, running, borders, best.cuts - {border.before} | {other.before}, ())
                best = trial if trial.state.score > best.state.score else best
    return best


def _solve(
    pairing: Pairing,
    running: Sequence[int],
    borders: Sequence[Border],
    cuts: frozenset[int],
    resumed: tuple[Resumption, ...],
) -> Solution:
    stories = _stories(pairing, running, cuts, resumed)
    state = pairing.solve(stories)
    going_on = {r.before for r in resumed}
    weight = sum(
        (max(b.weight, LEAST_RESUMED) if b.before in going_on else b.weight) / 2 if b.before in cuts else -b.weight / 2
        for b in borders
    )
    weight += sum(r.weight for r in resumed)
    signatures = sum(
        _signature(pairing, story, bool(state.used >> n & 1)) for n, story in enumerate(stories) if not story.caption
    )
    return Solution(cuts, resumed, replace(state, score=state.score + weight + signatures), stories)


def _signature(pairing: Pairing, story: Story, has_headline: bool) -> float:
    """Weight of a story without any dateline or byline, the more so without headline, or with writers named at either end.

    A notice needs none, nor does the text of a photograph.
    """
    signatures = pairing.signatures
    if pairing.blocks.paragraphs[story.paragraphs[-1]].caption:
        return 0.0
    headed = bool((1 << story.paragraphs[0]) & signatures.headed)
    signed = bool((1 << story.paragraphs[-1]) & signatures.signed)
    if has_headline and story.bits & signatures.notices:
        return 0.0
    if not headed and not signed and not story.bits & (signatures.headed | signatures.signed):
        return UNSIGNED + ONE_PARAGRAPH * (len(story.paragraphs) == 1) if has_headline else NAMELESS
    first, last = 1 << story.paragraphs[0], 1 << story.paragraphs[-1]
    if first & signatures.reported and last & signatures.closed:
        return TWO_WRITERS
    return TWICE_SIGNED * bool(signed and first & signatures.named)


def _stories(
    pairing: Pairing, running: Sequence[int], cuts: frozenset[int], resumed: Sequence[Resumption]
) -> tuple[Story, ...]:
    earlier = {r.before: r.start for r in resumed}
    runs: dict[int, list[int]] = {}
    start = 0
    for place, number in enumerate(running):
        if place in cuts:
            start = place
            while start in earlier:
                start = earlier[start]
        runs.setdefault(start, []).append(number)
    alone: list[list[int]] = []
    for captions in pairing.pictures:
        told = text_above(pairing.evidence, pairing.blocks, pairing.signatures, runs.values(), captions)
        if told is None:
            alone.append(captions)
        else:
            told.extend(captions)
    stories = [_story(run, False) for run in runs.values()] + [_story(run, True) for run in alone]
    return tuple(sorted(stories, key=lambda story: story.paragraphs[0]))


def _story(run: Sequence[int], caption: bool) -> Story:
    bits = 0
    for number in run:
        bits |= 1 << number
    return Story(tuple(run), bits, caption)

"""The best division of a page: article borders and headline pairs weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.reading.blocks import Blocks
from articles.reading.borders import CERTAIN, Border, weigh_borders
from articles.reading.evidence import Evidence
from articles.reading.pairing import Group, Pairing, State, Story
from articles.reading.similarity import Likeness, compare

MAX_TRIALS = 8
UNSIGNED = -1.5
TWICE_SIGNED = -1.0


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
    kept so where the whole page, headlines included, comes out better. Linear in the page's length.
    """
    running = [n for n, p in enumerate(blocks.paragraphs) if not p.caption]
    borders = weigh_borders(evidence, blocks, [blocks.paragraphs[n] for n in running])
    pairing = Pairing(evidence, blocks, compare(evidence, blocks))
    cuts = {b.before for b in borders if b.weight > 0}
    best, stories = _solve(pairing, running, borders, cuts)
    doubtful = sorted((b for b in borders if abs(b.weight) < CERTAIN), key=lambda b: abs(b.weight))
    for border in doubtful[:MAX_TRIALS]:
        turned = cuts ^ {border.before}
        state, cut = _solve(pairing, running, borders, turned)
        if state.score > best.score:
            cuts, best, stories = turned, state, cut
    before = {running[b.before]: b for b in borders}
    return Division(stories, best.groups(), before, pairing.likeness)


def _solve(
    pairing: Pairing, running: Sequence[int], borders: Sequence[Border], cuts: set[int]
) -> tuple[State, tuple[Story, ...]]:
    stories = _stories(pairing.blocks, running, cuts)
    state = pairing.solve(stories)
    weight = sum(b.weight / 2 if b.before in cuts else -b.weight / 2 for b in borders)
    signatures = sum(_signature(pairing, story) for story in stories if not story.caption)
    return replace(state, score=state.score + weight + signatures), stories


def _signature(pairing: Pairing, story: Story) -> float:
    """Weight of a story without any dateline or byline, or with one at either end."""
    headed = bool((1 << story.paragraphs[0]) & pairing.headed)
    signed = bool((1 << story.paragraphs[-1]) & pairing.signed)
    if not headed and not signed and not story.bits & (pairing.headed | pairing.signed):
        return UNSIGNED
    return TWICE_SIGNED * (headed and signed)


def _stories(blocks: Blocks, running: Sequence[int], cuts: set[int]) -> tuple[Story, ...]:
    runs: list[list[int]] = []
    for place, number in enumerate(running):
        if place == 0 or place in cuts:
            runs.append([])
        runs[-1].append(number)
    stories = [_story(run, False) for run in runs] + [_story(run, True) for run in _caption_runs(blocks)]
    return tuple(sorted(stories, key=lambda story: story.paragraphs[0]))


def _story(run: Sequence[int], caption: bool) -> Story:
    bits = 0
    for number in run:
        bits |= 1 << number
    return Story(tuple(run), bits, caption)


def _caption_runs(blocks: Blocks) -> list[list[int]]:
    """Captions that follow each other without a line between are one story when they are numbered (图①, 图②)."""
    runs: list[list[int]] = []
    for number, paragraph in enumerate(blocks.paragraphs):
        if not paragraph.caption:
            continue
        last = blocks.paragraphs[runs[-1][-1]] if runs else None
        if last is not None and runs[-1][-1] == number - 1 and last.last + 1 == paragraph.first and not last.credited:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs

"""The weights that are data belong to signs that the code gives, and say what a careful reader would."""

from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from articles.reading.encoding import decode
from articles.reading.lines.context import mark_in_context
from articles.reading.lines.layout import measure
from articles.reading.lines.marks import mark_lines
from articles.reading.lines.printed import read_lines
from articles.reading.splitting.blocks import build_blocks
from articles.reading.splitting.borders import read_signs
from articles.reading.splitting.cohesion import read_vocabulary
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.labelling import label_lines
from articles.reading.splitting.similarity import compare, pieces_of
from articles.reading.words import read_pairs
from tests.pagesetter.layouts import LAYOUTS
from tests.pagesetter.setter import set_page
from tests.pagesetter.stories import some_stories
from tests.scoring.sheets import PAGES, PAPERS, WIDE

BORDERS = {name: float(weight) for name, weight in read_pairs("border_weights")}
DISPLAY = {name: float(weight) for name, weight in read_pairs("display_weights")}


def evidence_of(text: str) -> Evidence:
    lines = read_lines(text)
    marks = mark_lines(lines)
    mark_in_context(lines, marks)
    return Evidence(lines, marks, measure(lines, marks))


def printed() -> Iterator[str]:
    """The pages that have gold."""
    for folder in (PAGES, WIDE / "pages", PAPERS / "pages"):
        for path in sorted(folder.glob("*.txt")):
            yield decode(path.read_bytes()).text


def set_anew() -> Iterator[str]:
    """The pages of the page-setter, on which the weights were fitted as well, and paragraphs far apart on long lines."""
    yield "\n\n\n\n".join(
        ["全县已备足化肥三千吨、种子五百吨，农机手全部上岗，灌区管道检修一新，沿线群众都说今年浇地不用再等。" * 2] * 4
    )
    for layout in LAYOUTS:
        for seed in range(6):
            yield set_page(some_stories(seed), layout, seed).text


def border_signs_of(evidence: Evidence) -> Iterator[str]:
    blocks = build_blocks(evidence, label_lines(evidence))
    running = [n for n, paragraph in enumerate(blocks.paragraphs) if not paragraph.caption]
    found = pieces_of(evidence, blocks)
    likeness, vocabulary = compare(evidence, blocks, found), read_vocabulary([found[n] for n in running])
    return chain.from_iterable(read_signs(evidence, blocks, running, likeness, vocabulary))


def display_signs_of(evidence: Evidence) -> Iterator[str]:
    return chain.from_iterable(map(evidence.display_signs, range(len(evidence.lines))))


@pytest.mark.parametrize(("weights", "signs_of"), [(BORDERS, border_signs_of), (DISPLAY, display_signs_of)])
def test_every_weight_has_its_sign(weights: dict[str, float], signs_of: Callable[[Evidence], Iterator[str]]) -> None:
    """On the pages of the project, read on until each has been seen."""
    wanted = set(weights)
    for text in chain(set_anew(), printed()):
        if not wanted:
            break
        wanted.difference_update(signs_of(evidence_of(text)))
    assert not wanted


def test_what_decides_decides() -> None:
    assert BORDERS["dateline"] > BORDERS["text above is signed"] > 5 > 0 > BORDERS["rare words shared"]
    assert DISPLAY["hand"] > 1 > 0 > DISPLAY["text above broken off"]


def test_bare_lines_between_texts_are_display_and_text_is_not() -> None:
    text = [
        "全县已备足化肥三千吨、种子五百吨，农机手全部",
        "上岗，灌区管道检修一新，沿线群众说，今年浇地",
        "不用再等，水费也比去年便宜，大家都很满意，都",
    ]
    page = evidence_of("\n".join([*text * 3, "夸好。", "", "灌区管道全部检修一新", "", *text * 3]))
    weights = [page.display(i) for i in range(len(page.lines))]
    heading = weights.pop(10)
    assert heading > 3 > -3 > max(weights)

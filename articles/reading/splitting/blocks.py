"""The labelled lines of a page as paragraphs, display clusters and lines that stand apart."""

from __future__ import annotations

from dataclasses import dataclass

from articles.reading.lines.bylines import parse_credit
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.marks import JUMP_TO
from articles.reading.splitting.evidence import Evidence

CAPTION_MAX = 420
DATED_CAPTION = 200
COLUMN_CHANGE = 1.5
SHORT_LABEL = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Places of a paragraph's lines in reading order; they part where something has broken into it.

    caption: it stands under a picture. credited: it ends in the photographer's name. signed: it ends in a byline, a
    source or a jump note, which may be broken over two lines.
    """

    lines: tuple[int, ...]
    caption: bool
    credited: bool
    signed: bool

    @property
    def first(self) -> int:
        """The place of its first line."""
        return self.lines[0]

    @property
    def last(self) -> int:
        """The place of its last line."""
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A page's parts, each by the places of its lines. clusters are runs of display lines with nothing between."""

    paragraphs: tuple[Paragraph, ...]
    clusters: tuple[tuple[int, ...], ...]
    apart: tuple[int, ...]


def build_blocks(evidence: Evidence, labels: str) -> Blocks:
    """Group labelled lines. Every line stands in exactly one paragraph or cluster, or apart."""
    runs = _paragraph_runs(labels)
    paragraphs = tuple(_paragraph(evidence, run, labels) for run in runs)
    apart = tuple(i for i, label in enumerate(labels) if label in "Oo")
    return Blocks(paragraphs, _clusters(evidence, labels), apart)


def _paragraph_runs(labels: str) -> list[list[int]]:
    runs: list[list[int]] = []
    current: list[int] = []
    opened: list[int] = []
    for i, label in enumerate(labels):
        if label == "S":
            current = opened = [i]
            runs.append(current)
        elif label == "K":
            current = [i]
            runs.append(current)
        elif label == "R":
            current = opened
            current.append(i)
        elif label in "Ck":
            current.append(i)
    return runs


def _paragraph(evidence: Evidence, run: list[int], labels: str) -> Paragraph:
    caption = labels[run[0]] == "K" or _is_caption(evidence, run)
    credited = evidence.marks[run[-1]].credit or _credit_below(evidence, run)
    return Paragraph(tuple(run), caption, credited, _is_signed(evidence, run))


def _is_signed(evidence: Evidence, run: list[int]) -> bool:
    if evidence.marks[run[-1]].ends_article:
        return True
    tail = "".join(evidence.lines[i].text for i in run[-3:])
    return len(run) > 1 and (parse_closing(tail) is not None or JUMP_TO.search(tail[-40:]) is not None)


def _is_caption(evidence: Evidence, run: list[int]) -> bool:
    """A paragraph under a picture: it starts with 图为 or the like, or is short and ends in a picture credit."""
    if evidence.marks[run[0]].caption:
        return True
    text = "".join(evidence.lines[i].text for i in run[-12:])
    if sum(len(evidence.lines[i].text) for i in run) > CAPTION_MAX:
        return False
    return parse_credit(text) is not None or _credit_below(evidence, run) and _is_alone(evidence, run)


def _credit_below(evidence: Evidence, run: list[int]) -> bool:
    below = run[-1] + 1
    return below < len(evidence.lines) and evidence.marks[below].kind == "credit"


def _is_alone(evidence: Evidence, run: list[int]) -> bool:
    """Whether a paragraph over a picture credit is a caption: it says so, stands by itself, or nothing ends above it."""
    above = run[0] - 1
    named = any("图为" in evidence.lines[i].text for i in run)
    gap = evidence.layout.gaps[run[0]]
    apart = gap > 0 or _other_column(evidence, run)
    if evidence.marks[run[0]].lead and apart and sum(len(evidence.lines[i].text) for i in run) <= DATED_CAPTION:
        return True
    if gap > 1 or gap > 0 and not evidence.layout.gapped[run[0]]:
        return True
    return named or above < 0 or not evidence.marks[above].final or evidence.marks[above].ends_article


def _other_column(evidence: Evidence, run: list[int]) -> bool:
    """Whether a run's lines, but for the last, are of another width than the column above it, or wrapped below joined ones."""
    joined = evidence.layout.joined
    if run[0] and joined[run[0] - 1] and not joined[run[0]] and len(run) > 1:
        return True
    above = evidence.layout.before[run[0] - 1] if run[0] else None
    return above is not None and all(abs(evidence.lines[i].width - above) > COLUMN_CHANGE for i in run[:-1] or run)


def _clusters(evidence: Evidence, labels: str) -> tuple[tuple[int, ...], ...]:
    out: list[list[int]] = []
    for i, label in enumerate(labels):
        if label in "Dd":
            if i and labels[i - 1] in "Dd" or out and out[-1][-1] == i - 2 and _hangs_on(evidence, i):
                out[-1].append(i)
            else:
                out.append([i])
    return tuple(map(tuple, out))


def _hangs_on(evidence: Evidence, i: int) -> bool:
    """Whether a short label stands right below the byline of a headline and apart from what follows."""
    gaps = evidence.layout.gaps
    apart = i + 1 >= len(gaps) or gaps[i + 1] > 0
    return evidence.marks[i - 1].kind == "byline" and gaps[i] <= 0 and apart and evidence.lines[i].width <= SHORT_LABEL

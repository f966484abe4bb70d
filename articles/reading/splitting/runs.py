"""Runs of display lines that could be one group, with what each weighs whatever the borders of the stories."""

from __future__ import annotations

from dataclasses import dataclass

from articles.reading.lines.context import is_office
from articles.reading.lines.marks import heads_one_article
from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.crossheads import crosshead_like
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_links import link_weight
from articles.reading.splitting.heading_signs import DASHES
from articles.reading.splitting.label_weights import announced_columns, label_weight, only_label_weight
from articles.reading.splitting.signatures import Signatures
from articles.reading.splitting.similarity import Likeness

LONGEST_GROUP, LONGEST_ALONE = 5, 3
# Against each line of a heading beyond the third.
LONG = -1.5
ALONE, ALONE_LINE = -3.5, -0.5
KICKER_OF_COMMENT, KICKER_ALONE = 1.5, -1.0
# A subhead (——访某县委书记) is seldom all of a heading: its headline stands next to it, at times below. Nor is the name of the
# office that announces something.
PART_ONLY = -3.0


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand in a row in cluster number `cluster`, from its line `at` on.

    bond: weight of their being of one group. headline: that, and against a mere label as a headline. likely: the
    paragraphs that say their rare words again. kind: the paragraphs, as bits, of the kind of text that they name.
    label, outermost: weight as a label of no one article, by itself and at the edge of a page of several texts; None
    where nothing says so. kicker: weight as a kicker right above a text whose headline stands elsewhere, or None.
    last: whether the run ends its cluster. subhead, crosshead, source: whether it looks like a subhead, an inner heading,
    or a note that says where a text was printed.
    """

    lines: tuple[int, ...]
    cluster: int
    at: int
    last: bool
    bond: float
    headline: float
    likely: tuple[int, ...]
    kind: int
    label: float | None
    outermost: float | None
    kicker: float | None
    subhead: bool
    crosshead: bool
    source: bool

    def alone(self, stories: int) -> tuple[str, None, float]:
        """Role and weight of the lines as a label over several articles, or as display text that belongs to no body."""
        label = self.outermost if stories > 1 else self.label
        if label is not None:
            return "label", None, label
        return "alone", None, self.bond / 2 + ALONE + ALONE_LINE * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads the runs of a page."""

    evidence: Evidence
    blocks: Blocks
    likeness: Likeness
    signatures: Signatures
    columns: frozenset[str]

    def runs_of(self, c: int) -> list[list[Run]]:
        """For each line of a cluster the runs that start with it, the shortest first."""
        cluster = self.blocks.clusters[c]
        links = [link_weight(self.evidence, cluster, k) if k else 0.0 for k in range(len(cluster))]
        kinds = [self.signatures.of_kind(self.evidence.lines[i].text) for i in cluster]
        return [
            [
                self._run(c, at, size, sum(links[at + 1 : at + size]), kinds[at : at + size])
                for size in range(1, min(LONGEST_GROUP, len(cluster) - at) + 1)
            ]
            for at in range(len(cluster))
        ]

    def _run(self, c: int, at: int, size: int, links: float, kinds: list[int]) -> Run:
        cluster = self.blocks.clusters[c]
        lines, last = cluster[at : at + size], at + size == len(cluster)
        bond = links + LONG * max(0, size - 3)
        kind = 0
        for bits in kinds:
            kind |= bits
        return Run(
            lines=lines,
            cluster=c,
            at=at,
            last=last,
            bond=bond,
            headline=only_label_weight(self.evidence, lines) + PART_ONLY * self._is_part(lines) + bond,
            likely=tuple(self.likeness.likely(lines)),
            kind=kind,
            label=self._label(c, lines, False),
            outermost=self._label(c, lines, c in (0, len(self.blocks.clusters) - 1)),
            kicker=self._kicker(lines[0]) if size == 1 and last else None,
            subhead=size == 1 and not at and bool(DASHES.match(self.evidence.lines[lines[0]].text)),
            crosshead=last and not at and size <= LONGEST_ALONE and crosshead_like(self.evidence, cluster),
            source=all(self.evidence.marks[i].kind == "source" for i in lines),
        )

    def _is_part(self, lines: tuple[int, ...]) -> bool:
        """Whether the lines are but a part of a heading, by what they say."""
        texts = [self.evidence.lines[i].text for i in lines]
        return all(map(DASHES.match, texts)) or all(map(is_office, texts))

    def _label(self, c: int, lines: tuple[int, ...], outermost: bool) -> float | None:
        if len(lines) > 1:
            return None
        return label_weight(self.evidence, lines[0], self.columns, outermost, len(self.blocks.clusters[c]) > 1)

    def _kicker(self, i: int) -> float | None:
        mark = self.evidence.marks[i]
        if not (mark.label or mark.note):
            return None
        heads_one = mark.note or heads_one_article(self.evidence.lines[i].text)
        return KICKER_OF_COMMENT if heads_one else KICKER_ALONE


def read_runs(evidence: Evidence, blocks: Blocks, likeness: Likeness, signatures: Signatures) -> list[list[list[Run]]]:
    """For each cluster, and each of its lines, the runs of one to LONGEST_GROUP lines that start there. Linear."""
    reader = RunReader(evidence, blocks, likeness, signatures, announced_columns(evidence))
    return [reader.runs_of(c) for c in range(len(blocks.clusters))]

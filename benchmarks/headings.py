"""The headings of gold pages as chains of parts, and how many of them weights get right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.reading.lines.marks import is_column_label
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_signs import step_signs
from articles.reading.splitting.headlines import heading_signs, likeliest_parts, once_only
from benchmarks.chain import Chain
from benchmarks.signs import Weights, evidence_of
from benchmarks.training_pages import Folder, folds_of, page_name
from tests.pagesetter.taking import GoldPage
from tests.scoring.pairing import lines_of
from tests.scoring.tally import Json
from tests.scoring.wording import squeeze

RIDGE = 0.3
KEYS = {"headline": "H", "kicker": "K", "subhead": "B", "section": "S"}
LEAST_LIKE = 0.6
"""A printed line that misprints its part has this share of its characters there."""
COUNTS, LONG_COUNT = {"papers": 1.0}, 2.0
"""Headings of three lines and more are rare and hard: they count twice."""


def heading_chains(folders: Iterable[Folder]) -> Iterator[Chain]:
    """The headings of all pages of the folders whose every line is of a part that gold names."""
    for folder in folders:
        for fold, page in folds_of(folder):
            tags = frozenset({page_name(folder, page), folder.group, fold})
            for heading in _headings(page):
                yield _chain(*heading, folder.group, tags)


def _headings(page: GoldPage) -> Iterator[tuple[list[str], Sequence[int], str, str, Evidence]]:
    """(texts, places, parts, body, evidence) of each heading of a page."""
    seen = evidence_of(page.text)
    places = {line.number: i for i, line in enumerate(seen.lines)}
    for article in page.sheet["articles"]:
        group = [places[n] for n in sorted(lines_of(article["headline_lines"])) if n in places]
        body = "".join(seen.lines[places[n]].text for n in sorted(lines_of(article["body_lines"])) if n in places)
        texts = [once_only(seen.lines[i].text, body) for i in group]
        parts = [_part(text, article) for text in texts]
        if group and all(parts):
            yield texts, group, "".join(filter(None, parts)), body, seen


def _part(text: str, article: Json) -> str | None:
    """The part of a printed line; the title of a column is a section, whatever gold calls it."""
    if is_column_label(text) and squeeze(text) in squeeze(f"{article.get('kicker') or ''}"):
        return "S"
    line = squeeze(text)
    wordings = {part: squeeze(article.get(key) or "") for key, part in KEYS.items()}
    whole = [part for part, wording in wordings.items() if line and line in wording]
    likest = max(wordings, key=lambda part: sum(c in wordings[part] for c in line))
    like = sum(c in wordings[likest] for c in line) >= LEAST_LIKE * len(line)
    return whole[0] if whole else likest if like else None


def _chain(
    texts: list[str], group: Sequence[int], parts: str, body: str, seen: Evidence, lot: str, tags: frozenset[str]
) -> Chain:
    count = (LONG_COUNT if len(parts) > 2 else 1.0) * COUNTS.get(lot, 1.5)
    steps = [step_signs(seen, above, below, body) for above, below in zip(group, group[1:], strict=False)]
    return Chain(heading_signs(texts, body), steps, parts, count, tags)


def right_of(chains: Sequence[Chain], weights: Weights) -> int:
    """How many chains have all their parts right by these weights."""
    return sum(likeliest_parts(chain.items, chain.steps, weights) == chain.labels for chain in chains)

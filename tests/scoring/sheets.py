"""Gold sheets with their pages read by the reader itself, and the figures of any number of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.reading.encoding import decode
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import read_page
from articles.reading.report import page_report
from articles.reading.source import find_source
from tests.scoring.dates import score_dates
from tests.scoring.facts import score_people, score_places, score_subjects
from tests.scoring.pairing import pair_articles, weights_of
from tests.scoring.projects import score_projects
from tests.scoring.quotations import score_quotations
from tests.scoring.splitting import score_extras, score_lines, score_source, score_text
from tests.scoring.tally import Figure, Json, Tallies, Tally
from tests.scoring.visits import score_visits

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
GOLD, PAGES = FIXTURES / "gold", FIXTURES / "pages"
WIDE, PAPERS = FIXTURES / "wide", FIXTURES / "papers"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The gold of one page, the page's text, and what was read, in the form of `read_page --json`."""

    gold: Json
    text: str
    report: Json


def read_sheets(gold: Path = GOLD, pages: Path = PAGES) -> tuple[Sheet, ...]:
    """Read the page of every gold file of a folder; raises what the reader raises, and OSError for a missing page."""
    gazetteer = Gazetteer.load()
    return tuple(_read(sheet, (pages / sheet["file"]).read_bytes(), gazetteer) for sheet in gold_of(gold))


def gold_of(folder: Path) -> Iterator[Json]:
    """The gold of every page of a folder, by the names of its files."""
    sheets = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return (sheet for sheet in sheets if "articles" in sheet)


def _read(gold: Json, data: bytes, gazetteer: Gazetteer) -> Sheet:
    decoded = decode(data)
    source = find_source(decoded.text, gold["file"], gazetteer=gazetteer, **_given(gold["source"]))
    reading = read_page(decoded.text, source, gazetteer)
    return Sheet(gold, _plain_text(data), page_report(reading, decoded, gold["file"]))


def _given(source: Json) -> dict[str, Any]:
    """What an operator would tell with the page; nothing where gold says that nothing is given."""
    if not source.get("given", True):
        return {}
    kinds: dict[str, Callable[[Any], Any]] = {"paper": str, "date": date.fromisoformat, "page": int}
    return {key: kind(source[key]) for key, kind in kinds.items() if source.get(key)}


def _plain_text(data: bytes) -> str:
    """The page decoded without asking the reader under test: UTF-8, with or without a mark, else GB18030."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def tallies_of(sheets: Iterable[Sheet]) -> Tallies:
    """The counts of all sheets together, by the name of the figure."""
    tallies: Tallies = defaultdict(Tally)
    for sheet in sheets:
        _score(sheet, tallies)
    return tallies


def figures_of(sheets: Iterable[Sheet]) -> dict[str, Figure]:
    """The figures of all sheets together, by name."""
    return {name: tally.figure() for name, tally in tallies_of(sheets).items()}


def _score(sheet: Sheet, tallies: Tallies) -> None:
    got, weights = sheet.report["articles"], weights_of(sheet.text)
    pairs = pair_articles(sheet.gold, got, weights)
    score_source(sheet.gold, sheet.report, tallies)
    score_lines(sheet.gold, pairs, got, weights, tallies)
    score_extras(sheet.gold, pairs, got, tallies)
    for pair in pairs:
        score_text(pair, tallies)
        score_people(pair, tallies)
        score_places(pair, tallies)
        score_subjects(pair, tallies)
        score_projects(pair, tallies)
        score_dates(pair, tallies)
        score_quotations(pair, tallies)
        score_visits(pair, tallies)

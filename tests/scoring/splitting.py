"""Figures of splitting: whose each line is, and each article's borders, headline, byline, paragraphs and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.scoring.pairing import Pair, lines_of
from tests.scoring.tally import Json, Tallies
from tests.scoring.wording import squeeze

SAME_BODY = 0.95
PARTS = ("body", "headline")
Owner = tuple[str, str]


def score_source(sheet: Json, report: Json, tallies: Tallies) -> None:
    """Newspaper and date, where gold says that the reader must find them."""
    known = sheet["source"]
    for key in ("paper", "date"):
        if not known.get("given", True) and known.get(key):
            found = report["source"][key]
            tallies["source"].one(found == known[key], f"{sheet['file']}: {key} {found} want {known[key]}")


def score_lines(
    sheet: Json, pairs: Sequence[Pair], got: Sequence[Json], weights: Counter[int], tallies: Tallies
) -> None:
    """Whether each printed line is in the right part of the right article, or is furniture."""
    owners = _owners(pairs, got)
    for number, wanted in _wanted(sheet):
        if weights[number]:
            owner = owners.get(number)
            tallies["lines"].one(owner == wanted, f"{sheet['file']}:{number} is {wanted or 'furniture'}, got {owner}")


def _wanted(sheet: Json) -> Iterator[tuple[int, Owner | None]]:
    """Each line of gold with its owner; None is furniture."""
    for article in sheet["articles"]:
        for part in PARTS:
            yield from ((number, (article["id"], part)) for number in sorted(lines_of(article[f"{part}_lines"])))
    for item in sheet.get("furniture", ()):
        yield from ((number, None) for number in sorted(lines_of([item["lines"]])))


def _owners(pairs: Sequence[Pair], got: Sequence[Json]) -> dict[int, Owner]:
    """The owner of each line that was read as an article's, named as gold names the article."""
    names = {pair.number: pair.gold["id"] for pair in pairs}
    return {
        number: (names.get(j, f"extra {j}"), part)
        for j, article in enumerate(got)
        for part in PARTS
        for number in lines_of(article[f"{part}_lines"])
    }


def score_extras(sheet: Json, pairs: Sequence[Pair], got: Sequence[Json], tallies: Tallies) -> None:
    """Articles that were read where gold has none."""
    paired = {pair.number for pair in pairs}
    for j, article in enumerate(got):
        if j not in paired:
            note = f"{sheet['file']}: extra article {article['headline']!r} {article['body_lines']}"
            tallies["articles"].surplus(note)


def score_text(pair: Pair, tallies: Tallies) -> None:
    """One article's borders, headline, byline, paragraphs and kind."""
    gold, got, label = pair.gold, pair.got, pair.label
    tallies["articles"].one(pair.overlap >= SAME_BODY, f"{label}: body overlap {pair.overlap:.2f}")
    tallies["headlines"].one(_same_headline(gold, got), f"{label}: headline {got.get('headline')!r}")
    tallies["bylines"].sets(_bylines(gold), _bylines(got), (), label)
    count = len(got.get("paragraphs", ()))
    right = bool(got) and count == gold["paragraphs"]
    tallies["paragraphs"].one(right, f"{label}: {count} paragraphs, want {gold['paragraphs']}")
    tallies["kind"].one(got.get("kind") == gold["kind"], f"{label}: kind {got.get('kind')} want {gold['kind']}")
    _score_ends(pair, tallies)


def _bylines(article: Json) -> set[str]:
    return {one["name"] for one in article.get("byline", ())}


def _same_headline(gold: Json, got: Json) -> bool:
    """Whether the headline is one that gold accepts, or kicker and headline are right together."""
    accepted = {squeeze(headline) for headline in (gold["headline"], *gold.get("headline_alts", ()))}
    return bool(got) and (squeeze(got["headline"]) in accepted or _display(got) == _display(gold))


def _display(article: Json) -> str:
    return squeeze((article["kicker"] or "") + (article["headline"] or ""))


def _score_ends(pair: Pair, tallies: Tallies) -> None:
    """The body's first twelve and last ten characters, looked for near its ends; a dateline may be left out."""
    gold, text = pair.gold, squeeze("".join(pair.got.get("paragraphs", ())))
    starts = (gold["body_start"], gold.get("body_start_nodateline") or gold["body_start"])
    right = any(squeeze(start)[:12] in text[:60] for start in starts)
    tallies["body ends"].one(right, f"{pair.label}: wrong start {text[:16]}")
    right = squeeze(gold["body_end"])[-10:] in text[-60:]
    tallies["body ends"].one(right, f"{pair.label}: wrong end {text[-16:]}")

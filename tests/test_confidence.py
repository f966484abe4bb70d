"""What reading says of its own borders holds: of the articles it is sure of, at least 95 in 100 are right."""

from collections.abc import Iterator

from tests.scoring.pairing import pair_articles, weights_of
from tests.scoring.sheets import GOLD, PAGES, PAPERS, WIDE, Sheet, read_sheets
from tests.scoring.splitting import SAME_BODY

SURE, RIGHT = 0.9, 0.95


def verdicts(sheet: Sheet) -> Iterator[bool]:
    """For each article that was read with confidence SURE or more whether its body is that of a gold article."""
    found = {pair.number: pair for pair in pair_articles(sheet.gold, sheet.report["articles"], weights_of(sheet.text))}
    for number, article in enumerate(sheet.report["articles"]):
        if article["confidence"] >= SURE:
            yield number in found and found[number].overlap >= SAME_BODY


def test_of_the_articles_that_reading_is_sure_of_nearly_all_are_right():
    folders = [(GOLD, PAGES), (WIDE / "gold", WIDE / "pages"), (PAPERS / "gold", PAPERS / "pages")]
    sheets = [sheet for gold, pages in folders for sheet in read_sheets(gold, pages)]
    right = [verdict for sheet in sheets for verdict in verdicts(sheet)]
    assert len(right) > 300
    assert sum(right) >= RIGHT * len(right), f"{sum(right)} of {len(right)}"

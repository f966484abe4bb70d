"""How many pages a second of CPU are read whole: split into articles, and facts found. No Django, one process.

python benchmarks/read_pages.py [FOLDER …]      default: the pages of fixtures/pages and fixtures/wide/pages
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.reading.encoding import decode  # noqa: E402
from articles.reading.gazetteer import Gazetteer  # noqa: E402
from articles.reading.pipeline import add_known, add_untitled, find_facts  # noqa: E402
from articles.reading.records import ArticleReading  # noqa: E402
from articles.reading.source import find_source  # noqa: E402
from articles.reading.splitting.page import split_page  # noqa: E402
from articles.reading.variants.finding import find_variants  # noqa: E402

DEFAULT = (ROOT / "fixtures/pages", ROOT / "fixtures/wide/pages")
ROUNDS = 3


def main(folders: list[str]) -> None:
    """Read every page once to warm up, then three times, and print the figures of the three."""
    gazetteer = Gazetteer.load()
    files = [path for folder in folders or DEFAULT for path in sorted(Path(folder).glob("*.txt"))]
    texts = [(path.name, decode(path.read_bytes()).text) for path in files]
    _read(texts, gazetteer)
    costs = [sum(cost) for cost in zip(*(_read(texts, gazetteer) for _ in range(ROUNDS)), strict=True)]
    pages, characters = ROUNDS * len(texts), ROUNDS * sum(len(text) for _, text in texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(texts)} pages, {characters // pages} characters each on average, {ROUNDS} rounds")
    print(f"splitting {pages / costs[0]:.1f} pages a second of CPU")
    print(f"reading whole {pages / sum(costs):.1f} pages a second of CPU, {characters / sum(costs):.0f} characters")
    print(f"peak memory {peak} MB")


def _read(texts: list[tuple[str, str]], gazetteer: Gazetteer) -> tuple[float, float]:
    """Return the seconds of CPU for splitting and for facts."""
    splitting = facts = 0.0
    for name, text in texts:
        source = find_source(text, name, gazetteer=gazetteer)
        start = time.process_time()
        page = split_page(text)
        middle = time.process_time()
        found = [ArticleReading(article, find_facts(article, source, gazetteer)) for article in page.articles]
        find_variants(add_untitled(add_known(found)), gazetteer, source.date.year if source.date else None)
        splitting += middle - start
        facts += time.process_time() - middle
    return splitting, facts


if __name__ == "__main__":
    main(sys.argv[1:])

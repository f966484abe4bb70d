"""How many pages a second splitting alone takes in on one core: files are read and decoded before the clock starts.

    python benchmarks/split_pages.py --rounds 5

Prints pages and characters a second of CPU time over the pages of a folder, and how much longer a page ten times as
long takes.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from articles.reading.encoding import decode  # noqa: E402
from articles.reading.splitting.page import split_page  # noqa: E402


def main() -> int:
    """Run the trial with the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=ROOT / "fixtures" / "pages", help="pages to split over and over")
    options = parser.parse_args()
    texts = [decode(path.read_bytes()).text for path in sorted(options.folder.glob("*.txt"))]
    split_page(texts[0])
    spent = _seconds(texts * options.rounds)
    pages, characters = len(texts) * options.rounds, sum(map(len, texts)) * options.rounds
    print(f"{pages / spent:.1f} pages a second, {characters / spent:,.0f} characters a second of CPU time")
    once, tenfold = (_seconds(["\n\n".join(texts[:2] * times)] * 3) for times in (1, 10))
    print(f"a page ten times as long takes {tenfold / once:.1f} times as long")
    return 0


def _seconds(texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        split_page(text)
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())

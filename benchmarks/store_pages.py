"""How many pages a second storing alone takes in: reading is done before the clock starts.

    python benchmarks/store_pages.py --pages 200

Works on a SQLite database of its own in a temporary directory; prints pages a second and statements a page.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Run the trial with the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=ROOT / "fixtures" / "pages", help="pages to store over and over")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xianwen-storing-") as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings", DEBUG="1")
        os.environ.pop("DATABASE_URL", None)
        sys.path.insert(0, str(ROOT))
        return _measure(options.folder, options.pages)


def _measure(folder: Path, count: int) -> int:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction

    from articles.importing.storing import store_page
    from articles.resolving.topics import sync_topics

    call_command("migrate", verbosity=0)
    call_command("load_gazetteer", verbosity=0)
    sync_topics()
    work = list(_readings(folder, count))
    settings.DEBUG = False
    statements = 0

    def count_statement(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        nonlocal statements
        statements += 1
        return execute(sql, params, many, context)

    began, cpu = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count_statement):
        for incoming, reading in work:
            with transaction.atomic():
                store_page(incoming, reading, "benchmark")
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(
        f"{count} pages in {took:.1f} s ({cpu:.1f} s of CPU): {count / cpu:.0f} pages a second of CPU, {statements / count:.0f} statements a page"
    )
    return 0


def _readings(folder: Path, count: int):  # type: ignore[no-untyped-def]
    """Readings of the folder's pages under so many dates, so that every one is new while names come back."""
    from datetime import date, timedelta
    from hashlib import sha256

    from django.conf import settings

    from articles.importing.identity import Incoming
    from articles.importing.manifest import Given
    from articles.reading.encoding import decode
    from articles.reading.gazetteer import Gazetteer
    from articles.reading.pipeline import read_page
    from articles.reading.records import Source

    gazetteer = Gazetteer.load(settings.GAZETTEER_DIR)
    files = sorted(folder.rglob("*.txt"))
    pages = []
    for number, file in enumerate(files):
        decoded = decode(file.read_bytes())
        source = Source("晋中日报", "山西省/晋中市", date(2020, 1, 1), number + 1)
        pages.append((file.name, decoded, read_page(decoded.text, source, gazetteer)))
    for number in range(count):
        name, decoded, reading = pages[number % len(pages)]
        source = Source(
            "晋中日报", "山西省/晋中市", date(2020, 1, 1) + timedelta(number // len(pages)), number % len(pages) + 1
        )
        digest = sha256(f"{number}{name}".encode()).hexdigest()
        yield Incoming(f"{number}.txt", digest, decoded, source, Given()), reading


if __name__ == "__main__":
    sys.exit(main())

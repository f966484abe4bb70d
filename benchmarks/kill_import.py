"""Kill imports at random moments, import again, and compare with an import that nobody disturbed.

    python benchmarks/kill_import.py --pages 60 --kills 100

Prints what it found and exits with 1 when a page was left half-written or the final state differs. Works on a SQLite
database of its own in a temporary directory. Imports run in children of a process that has everything loaded, so that
most kills hit the work and not the start.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Run the trial with the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20210807)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xianwen-kills-") as folder:
        return Trial(Path(folder), options.pages, options.seed).run(options.kills)


class Trial:
    """A directory with pages, an empty database to start from, and the result of an undisturbed import."""

    def __init__(self, folder: Path, pages: int, seed: int) -> None:
        os.environ.update(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="portal.settings", DEBUG="1")
        os.environ.pop("DATABASE_URL", None)
        sys.path.insert(0, str(ROOT))
        self.folder, self.pages = folder, pages
        self.random = random.Random(seed)  # noqa: S311 - moments to kill at, repeatable
        self.database, self.empty = folder / "xianwen.sqlite3", folder / "empty.sqlite3"
        self._prepare()

    def _prepare(self) -> None:
        """Load Django, migrate, make the places that the pages name, and load the gazetteer once for all children."""
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connections

        from articles.importing import run
        from articles.reading.gazetteer import Gazetteer
        from tests.factories import make_place
        from tests.importing.pages import PLACES, write_pages

        call_command("migrate", verbosity=0)
        for path in PLACES:
            make_place(path)
        connections.close_all()
        shutil.copy(self.database, self.empty)
        gazetteer = Gazetteer.load(settings.GAZETTEER_DIR)
        run.Gazetteer.load = lambda folder: gazetteer  # type: ignore[method-assign, assignment]
        write_pages(self.folder / "pages", self.pages)

    def run(self, kills: int) -> int:
        """Import undisturbed, then with kills, and compare."""
        duration = min(self._undisturbed() for _ in range(2))
        wanted, articles = self._export(), self._articles()
        print(f"undisturbed: {self.pages} pages in {duration:.1f} s")
        amid, faults = self._kill(kills, duration, articles)
        self._wait(self._fork(self._import))
        same = self._export() == wanted
        together = self._import_twice_at_once() == wanted[0]
        print(f"{kills} kills, {amid} of them with some pages in")
        print(f"{faults} half-written pages, final state {_verdict(same)}")
        print(f"two imports at once: final state {_verdict(together)}")
        return 0 if same and together and not faults else 1

    def _undisturbed(self) -> float:
        self._reset()
        began = time.monotonic()
        self._wait(self._fork(self._import))
        return time.monotonic() - began

    def _import_twice_at_once(self) -> str:
        self._reset()
        for child in [self._fork(self._import), self._fork(self._import)]:
            self._wait(child)
        return self._export()[0]

    def _kill(self, kills: int, duration: float, wanted: dict[str, list[str]]) -> tuple[int, int]:
        """Kill so many imports at work, each going on from the one before, anew whenever all pages are in.

        Return how many died with only some pages in, and how many half-written pages were found.
        """
        amid = faults = killed = 0
        self._reset()
        while killed < kills:
            left = self.pages - len(self._articles())
            if not left:
                self._reset()
                continue
            child = self._fork(self._import)
            time.sleep(self.random.uniform(0, duration * left / self.pages))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            after = self._articles()
            killed += os.WIFSIGNALED(status)
            amid += os.WIFSIGNALED(status) and 0 < len(after) < self.pages
            faults += sum(articles != wanted[page] for page, articles in after.items())
            faults += self._entries() != len(after)
        return amid, faults

    def _fork(self, work: Callable[[], None]) -> int:
        child = os.fork()
        if child:
            return child
        try:
            work()
        finally:
            os._exit(0)

    def _import(self) -> None:
        from django.core.management import call_command

        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        call_command("import_pages", str(self.folder / "pages"))

    def _export(self) -> list[str]:
        """All that is public, and what curators are asked, which may depend on which of two imports came first.

        A child looks, so that this process never has the database open while another forks.
        """
        result = self.folder / "export.json"

        def write() -> None:
            from tests.importing.exporting import as_json, export, export_questions

            result.write_text(f"{as_json(export())}\n{as_json(export_questions())}", encoding="utf-8")

        result.unlink(missing_ok=True)
        self._wait(self._fork(write))
        return result.read_text(encoding="utf-8").split("\n")

    def _articles(self) -> dict[str, list[str]]:
        """Ids of the articles of each page, by the page's hash."""
        rows = self._query(
            "SELECT p.sha256, a.uid FROM articles_page p LEFT JOIN articles_article a ON a.page_id = p.id"
        )
        found: dict[str, list[str]] = {}
        for page, uid in rows:
            found.setdefault(page, []).append(uid)
        return {page: sorted(uids) for page, uids in found.items()}

    def _entries(self) -> int:
        rows = self._query("SELECT count(*) FROM articles_importentry WHERE outcome = 'imported'")
        return int(rows[0][0])

    def _query(self, sql: str) -> list[tuple[str, str]]:
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def _reset(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.database}{suffix}").unlink(missing_ok=True)
        shutil.copy(self.empty, self.database)

    @staticmethod
    def _wait(child: int) -> None:
        os.waitpid(child, 0)


def _verdict(same: bool) -> str:
    return "equal" if same else "DIFFERENT"


if __name__ == "__main__":
    sys.exit(main())

"""Import newspaper pages from text files."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.importing.files import Refused
from articles.importing.identity import Outcome
from articles.importing.manifest import Given, Manifest, given, read_manifest
from articles.importing.run import DatabaseUnusable, Options, Result, Run, summary
from articles.models import Place

UNUSABLE, INTERRUPTED = 2, 130


class Command(BaseCommand):
    """Exit status: 0 all is in, 1 something was quarantined, 2 the database cannot be written, 130 interrupted."""

    help = "Import newspaper pages: files, directories (all *.txt below) or globs. What is there already is skipped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="file, directory or glob")
        parser.add_argument("--paper", default="", help="newspaper of all the pages")
        parser.add_argument("--date", default="", help="date of all the pages, as 2021-08-07")
        parser.add_argument("--page", default="", help="number of the page")
        parser.add_argument("--manifest", help="CSV file with the columns file, paper, date, page, home_place")
        parser.add_argument("--encoding", help="read the files in this encoding, without asking")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, store nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["paths"] and not options["manifest"]:
            raise CommandError("name files, directories or a manifest to import", returncode=UNUSABLE)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        try:
            results = self._run(options)
        except DatabaseUnusable as error:
            raise CommandError(f"the database cannot be written: {error}", returncode=UNUSABLE) from error
        except KeyboardInterrupt:
            self.stderr.write("interrupted: what is imported stays, run the command again for the rest")
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        self.stdout.write(summary(results))
        if results[Outcome.QUARANTINED]:
            sys.exit(1)

    def _run(self, options: dict[str, Any]) -> Counter[Outcome]:
        told, refused = _operator_says(options)
        manifest = Manifest(refused=refused) if refused else _manifest(options["manifest"])
        unusable = bool(refused) or (options["manifest"] is not None and manifest.is_unusable)
        run = Run(
            [] if unusable else options["paths"], Options(told, manifest, options["encoding"], options["dry_run"])
        )
        return self._follow(run)

    def _follow(self, run: Run) -> Counter[Outcome]:
        counts: Counter[Outcome] = Counter()
        on_terminal = sys.stderr.isatty()
        with tqdm(run, total=len(run), unit="page", disable=not on_terminal, leave=False) as bar:
            for result in bar:
                counts[result.outcome] += 1
                if not on_terminal or result.outcome == Outcome.QUARANTINED:
                    bar.clear()
                    self.stdout.write(_line(result))
        if counts and not Place.objects.exists():
            self.stderr.write(
                "there are no places in the database: run load_gazetteer, then reread_pages --all --apply"
            )
        return counts


def _line(result: Result) -> str:
    reason = f": {result.reason}" if result.reason else ""
    return f"{result.outcome.value:<11} {result.file}{reason}"


def _operator_says(options: dict[str, Any]) -> tuple[Given, list[tuple[str, str]]]:
    """What the options say of all pages, and those of them that cannot be."""
    told, refused = Given(), []
    readers: dict[str, Callable[[str], Given]] = {
        "paper": lambda text: given(paper=text),
        "date": lambda text: given(day=text),
        "page": lambda text: given(page=text),
    }
    for name, read in readers.items():
        try:
            told = told.over(read(str(options[name] or "")))
        except Refused as error:
            refused.append((f"--{name} {options[name]}", str(error)))
    return told, refused


def _manifest(path: str | None) -> Manifest:
    if path is None:
        return Manifest()
    try:
        return read_manifest(path)
    except Refused as error:
        return Manifest(refused=[(path, str(error))], is_unusable=True)

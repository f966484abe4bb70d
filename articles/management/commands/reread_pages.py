"""Read stored pages again by the present rules."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, reset_queries

from articles.importing.files import printable
from articles.importing.rereading import reread
from articles.management.arguments import day
from articles.models import Page
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import READER_VERSION
from articles.resolving.topics import sync_topics

UNUSABLE, INTERRUPTED = 2, 130


class Command(BaseCommand):
    """Exit status: 0 done, 1 a page could not be read again, 2 the database cannot be written, 130 interrupted."""

    help = "Read stored pages again by the present rules. Says what would change; changes it with --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--paper", help="only the pages of this newspaper")
        parser.add_argument("--date", type=day, help="only the pages of this day, as 2021-08-07")
        parser.add_argument("--older", action="store_true", help="only pages last read by another version of the rules")
        parser.add_argument("--apply", action="store_true", help="store the new reading, one transaction a page")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            failed = self._reread_all(options)
        except DatabaseError as error:
            raise CommandError(f"the database cannot be written: {error}", returncode=UNUSABLE) from error
        except KeyboardInterrupt:
            self.stderr.write("interrupted: what is read again stays, run the command again for the rest")
            sys.exit(INTERRUPTED)
        if failed:
            sys.exit(1)

    def _reread_all(self, options: dict[str, Any]) -> int:
        gazetteer = Gazetteer.load(settings.GAZETTEER_DIR)
        changed = failed = 0
        keys = list(_pages(options).values_list("pk", flat=True))
        if options["apply"]:
            sync_topics()
        for key in keys:
            page = Page.objects.select_related("newspaper", "home_place").get(pk=key)
            try:
                change = reread(page, gazetteer, apply=options["apply"])
            except OperationalError:
                raise
            except Exception as error:
                # One page that trips the reader, or turns out to be another's double, must not stop all others.
                failed += 1
                self.stdout.write(f"failed     {printable(str(page))}: {type(error).__name__}: {error}")
                continue
            changed += bool(change)
            self.stdout.write(f"{'changed' if change else 'unchanged':<10} {printable(str(page))}: {change}")
            reset_queries()
        done = "changed" if options["apply"] else "would change"
        self.stdout.write(f"{done} {changed}, unchanged {len(keys) - changed - failed}, failed {failed}")
        return failed


def _pages(options: dict[str, Any]) -> Any:
    pages = Page.objects.order_by("date", "newspaper__name", "number", "pk")
    if options["paper"]:
        pages = pages.filter(newspaper__name=options["paper"])
    if options["date"]:
        pages = pages.filter(date=options["date"])
    return pages.exclude(reader_version=READER_VERSION) if options["older"] else pages

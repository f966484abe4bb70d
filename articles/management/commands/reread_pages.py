"""Read stored pages again by the present rules."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, reset_queries
from django.db.models import QuerySet

from articles.importing.changes import Change
from articles.importing.files import Refused, printable
from articles.importing.named_pages import FORMS, page_named, paper_called
from articles.importing.rereading import reread
from articles.management.arguments import day
from articles.models import Page
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import READER_VERSION
from articles.resolving.topics import sync_topics

UNUSABLE, INTERRUPTED = 2, 130
NOTHING_ASKED = (
    f"say which pages: name them ({FORMS}), choose them with --paper, --date or --older, or give --all for all pages"
)


class Command(BaseCommand):
    """Exit status: 0 done, 1 a page could not be read again, 2 no pages were named or a name means none, or the database
    cannot be written, 130 interrupted."""

    help = "Read stored pages again by the present rules. Says what would change; changes it with --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pages", nargs="*", metavar="page", help=FORMS)
        parser.add_argument("--all", action="store_true", help="all pages")
        parser.add_argument("--paper", help="only the pages of this newspaper")
        parser.add_argument("--date", type=day, help="only the pages of this day, as 2021-08-07")
        parser.add_argument("--older", action="store_true", help="only pages last read by another version of the rules")
        parser.add_argument("--apply", action="store_true", help="store the new reading, one transaction a page")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"] and options["pages"]:
            raise CommandError("name pages or give --all, not both", returncode=UNUSABLE)
        if not any(options[name] for name in ("pages", "all", "paper", "date", "older")):
            raise CommandError(NOTHING_ASKED, returncode=UNUSABLE)
        try:
            failed = self._reread_all(options)
        except Refused as error:
            raise CommandError(str(error), returncode=UNUSABLE) from error
        except DatabaseError as error:
            raise CommandError(f"the database cannot be written: {error}", returncode=UNUSABLE) from error
        except KeyboardInterrupt:
            self.stderr.write("interrupted: what is read again stays, run the command again for the rest")
            sys.exit(INTERRUPTED)
        if failed:
            sys.exit(1)

    def _reread_all(self, options: dict[str, Any]) -> int:
        keys = list(_pages(options).values_list("pk", flat=True))
        gazetteer = Gazetteer.load(settings.GAZETTEER_DIR)
        changed = failed = 0
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
                self.stdout.write(f"failed        {_called(page)}: {type(error).__name__}: {error}")
                continue
            changed += bool(change)
            self._tell(page, change, options["apply"])
            reset_queries()
        done = "changed" if options["apply"] else "would change"
        self.stdout.write(f"{done} {changed}, unchanged {len(keys) - changed - failed}, failed {failed}")
        return failed

    def _tell(self, page: Page, change: Change, applied: bool) -> None:
        done = ("changed" if applied else "would change") if change else "unchanged"
        self.stdout.write(f"{done:<13} {_called(page)}")
        for line in change.lines():
            self.stdout.write(f"    {line}")


def _called(page: Page) -> str:
    return f"page {page.pk} ({printable(str(page))})"


def _pages(options: dict[str, Any]) -> QuerySet[Page]:
    """The pages asked for; raises Refused for a name that means none."""
    pages = Page.objects.order_by("date", "newspaper__name", "number", "pk")
    if options["pages"]:
        pages = pages.filter(pk__in={page_named(name) for name in options["pages"]})
    if options["paper"]:
        pages = pages.filter(newspaper=paper_called(options["paper"]))
    if options["date"]:
        pages = pages.filter(date=options["date"])
    return pages.exclude(reader_version=READER_VERSION) if options["older"] else pages

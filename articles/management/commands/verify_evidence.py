"""Hold every stored fact against the raw text of its page."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import reset_queries

from articles.importing.files import printable
from articles.management.arguments import day
from articles.models import Page
from articles.verifying.facts import astray
from articles.verifying.pages import Check, verify_page


class Command(BaseCommand):
    """Exit status: 0 all facts stand, 1 any does not. One page is in memory at a time."""

    help = "Check that every stored fact stands in its article and on its raw lines; one line for each that does not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--page", type=int, nargs="+", metavar="ID", help="only the pages of these ids")
        parser.add_argument("--paper", help="only the pages of this newspaper")
        parser.add_argument("--date", type=day, help="only the pages of this day, as 2021-08-07")

    def handle(self, *args: Any, **options: Any) -> None:
        facts = pages = wrong = 0
        for key in _keys(options):
            check = verify_page(key)
            facts, pages, wrong = facts + check.facts, pages + 1, wrong + check.wrong
            for line in _lines(check):
                self.stdout.write(line)
            reset_queries()
        if not any(options[name] for name in ("page", "paper", "date")):
            for kind, key, article in astray():
                wrong += 1
                self.stdout.write(f"no page · article {article} · {kind}: row {key} is of an article that is not there")
        self.stdout.write(f"checked {facts} facts on {pages} pages, {wrong} wrong")
        if wrong:
            sys.exit(1)


def _keys(options: dict[str, Any]) -> list[int]:
    """The keys of the pages asked for. Raises CommandError for a page that is not there."""
    pages = Page.objects.order_by("pk")
    if options["page"]:
        pages = pages.filter(pk__in=options["page"])
    if options["paper"]:
        pages = pages.filter(newspaper__name=options["paper"])
    if options["date"]:
        pages = pages.filter(date=options["date"])
    keys = list(pages.values_list("pk", flat=True))
    missing = set(options["page"] or ()) - set(keys)
    if missing:
        raise CommandError(f"no such page: {', '.join(map(str, sorted(missing)))}")
    return keys


def _lines(check: Check) -> Iterator[str]:
    page = f"page {check.page.pk} ({printable(str(check.page))})"
    for fault in check.faults:
        note = " (corrected by a curator)" if fault.corrected else ""
        yield f"{page} · article {fault.article} · {fault.kind}: {printable(fault.what)}{note}"

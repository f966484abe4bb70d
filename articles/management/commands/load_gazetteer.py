"""Load provinces, prefectures, counties and townships from the files of fixtures/gazetteer."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.gazetteer.files import GazetteerError
from articles.gazetteer.loading import load_gazetteer


class Command(BaseCommand):
    """`load_gazetteer [--folder DIR]`: may run again at any time; a newer file updates, nothing is deleted."""

    help = "Load the places of the country from CSV files; run again, it changes only what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.GAZETTEER_DIR,
            help="folder with places.csv, townships.csv and aliases.csv (default: fixtures/gazetteer)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_gazetteer(options["folder"])
        except GazetteerError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))

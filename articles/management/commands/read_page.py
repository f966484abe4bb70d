"""Read one page file and print what was found; nothing is stored."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.management.arguments import day, page_number
from articles.reading.encoding import UnreadableText, decode
from articles.reading.explaining import explain_page
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import read_page
from articles.reading.report import page_report
from articles.reading.source import find_source

LARGEST_FILE = 8 * 1024 * 1024


class Command(BaseCommand):
    """`read_page FILE --json` prints one JSON object; `--explain` prints the page line by line with its owners."""

    help = "Read one newspaper page and print its articles and facts; store nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--paper", help="name of the newspaper")
        parser.add_argument("--date", type=day, help="date of issue, as 2021-08-07")
        parser.add_argument("--page", type=page_number, help="number of the page")
        parser.add_argument("--encoding", help="read the file in this encoding, without asking")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="print one JSON object (the default)")
        form.add_argument("--explain", action="store_true", help="print each line with its owner, part and reason")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            decoded = decode(_bytes(path), options["encoding"])
        except UnreadableText as error:
            raise CommandError(f"{path}: {error}") from error
        gazetteer = Gazetteer.load(settings.GAZETTEER_DIR)
        given = {name: options[name] for name in ("paper", "date", "page")}
        source = find_source(decoded.text, path.name, gazetteer=gazetteer, **given)
        reading = read_page(decoded.text, source, gazetteer)
        if options["explain"]:
            self.stdout.write(explain_page(decoded.text, reading))
        else:
            self.stdout.write(json.dumps(page_report(reading, decoded, path.name), ensure_ascii=False, indent=1))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise CommandError(f"{path}: there is no such file")
        if path.stat().st_size > LARGEST_FILE:
            raise CommandError(f"{path}: larger than 8 MB, which no newspaper page is")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror})") from error

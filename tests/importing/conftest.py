"""What the tests of importing share: places, a gazetteer loaded once, the command."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.importing import run
from articles.reading.gazetteer import Gazetteer
from tests.factories import make_place
from tests.importing.pages import PLACES

Import = Callable[..., tuple[int, list[str]]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of the whole country."""
    return Gazetteer.load(settings.GAZETTEER_DIR)


@pytest.fixture
def import_pages(db: None, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Run the command; return its exit status and the lines that it prints."""
    monkeypatch.setattr(run.Gazetteer, "load", lambda folder: gazetteer)
    for path in PLACES:
        make_place(path)

    def call(*arguments: str | Path, **options: object) -> tuple[int, list[str]]:
        out = StringIO()
        status: int | str | None = 0
        try:
            call_command("import_pages", *map(str, arguments), stdout=out, stderr=out, **options)
        except SystemExit as end:
            status = end.code
        return int(status or 0), out.getvalue().splitlines()

    return call

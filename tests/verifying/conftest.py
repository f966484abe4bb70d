"""The sample pages imported once for all tests here; each test works on them and is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

Verify = Callable[..., tuple[int, list[str]]]
PAGES = Path(settings.BASE_DIR) / "fixtures" / "pages"
# Provinces that the sample pages name units of; the others' 30,000 townships would only take time.
PROVINCES = ("11", "13", "14", "15", "31", "33", "34", "37", "41", "61")


@pytest.fixture(scope="module")
def imported(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The test database with the sample pages, in a transaction that is taken back in the end.

    Only for tests marked with django_db: without any, there is no test database.
    """
    name = connection.settings_dict["NAME"]
    assert "memory" in name or name.startswith("test_"), "this would write to the portal's own database"
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_gazetteer", "--folder", str(gazetteer_of(tmp_path_factory.mktemp("places"))))
        call_command(
            "import_pages", str(PAGES), "--manifest", str(PAGES / "manifest.csv"), stdout=StringIO(), stderr=StringIO()
        )
        yield
        transaction.set_rollback(True)


@pytest.fixture
def stored(imported: None, db: None) -> None:
    """The sample pages; what a test does to them is taken back."""


@pytest.fixture
def verify(stored: None) -> Verify:
    """Run the command; return its exit status and the lines that it prints."""

    def call(**options: Any) -> tuple[int, list[str]]:
        out, status = StringIO(), 0
        try:
            call_command("verify_evidence", stdout=out, **options)
        except SystemExit as end:
            status = int(end.code or 0)
        return status, out.getvalue().splitlines()

    return call


def gazetteer_of(folder: Path) -> Path:
    """Write the gazetteer's lines of some provinces into a folder."""
    for name in ("places.csv", "townships.csv", "aliases.csv"):
        head, *rows = (Path(settings.GAZETTEER_DIR) / name).read_text(encoding="utf-8").splitlines()
        kept = [row for row in rows if row.startswith(PROVINCES)]
        (folder / name).write_text("\n".join([head, *kept, ""]), encoding="utf-8")
    return folder

"""The database under the tests is the one that was asked for, set as production's is."""

import os

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def sqlite_facts() -> dict[str, object]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        return {"foreign keys": cursor.fetchone()[0], "begin": connection.settings_dict["OPTIONS"]["transaction_mode"]}


def postgresql_facts() -> dict[str, object]:
    return {"major version": connection.pg_version // 10_000}


def test_tests_run_on_the_database_asked_for():
    asked = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    assert connection.vendor == asked


def test_database_is_set_as_the_portal_needs_it():
    facts = {"sqlite": sqlite_facts, "postgresql": postgresql_facts}[connection.vendor]()
    wanted = {"sqlite": {"foreign keys": 1, "begin": "IMMEDIATE"}, "postgresql": {"major version": 18}}
    assert facts == wanted[connection.vendor]

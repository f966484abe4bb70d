"""Imports that are killed, two at once, or fed a monster: nothing is left half-written and memory stays small."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 512 * 1024
MEASURE = """
import resource, sys
from django.core.management import execute_from_command_line
try:
    execute_from_command_line(["manage.py", *sys.argv[1:]])
finally:
    print("kilobytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run(*arguments, data, **environment):
    own = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    own |= {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings", **environment}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=own, capture_output=True, text=True, timeout=120)


def test_killed_and_simultaneous_imports_leave_no_half_page_and_end_as_an_undisturbed_one(tmp_path):
    done = run("benchmarks/kill_import.py", "--pages", "12", "--kills", "10", "--seed", "7", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 half-written pages, final state equal" in done.stdout
    assert "two imports at once: final state equal" in done.stdout


def test_a_file_of_100_mb_in_one_line_is_told_without_being_read(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(b"")
    os.truncate(page, 100_000_000)
    run("manage.py", "migrate", "--verbosity", "0", data=tmp_path)
    done = run("-c", MEASURE, "import_pages", str(page), data=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 1 and "too large for a page: 100000000 bytes" in lines[0]
    assert lines[-2] == "imported 0, updated 0, unchanged 0, quarantined 1"
    assert int(lines[-1].removeprefix("kilobytes ")) < MEMORY


def test_a_database_that_cannot_be_reached_or_is_not_migrated_ends_the_run_with_status_2(tmp_path):
    for url in ("postgres://nobody@127.0.0.1:9/none?connect_timeout=2", f"sqlite:///{tmp_path}/none/none.sqlite3", ""):
        environment = {"DATABASE_URL": url} if url else {}
        done = run("manage.py", "import_pages", str(tmp_path), data=tmp_path, **environment)
        assert done.returncode == 2 and "the database cannot be written" in done.stderr
        assert "Traceback" not in done.stderr

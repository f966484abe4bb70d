"""A whole portal with the sample pages, served by gunicorn as `make run` serves it, for a real browser."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
CURATOR, PASSWORD = "curator", secrets.token_urlsafe(16)
STEPS = (
    ["migrate", "--verbosity", "0"],
    ["load_gazetteer"],
    ["import_pages", "fixtures/pages", "--manifest", "fixtures/pages/manifest.csv"],
    ["collectstatic", "--noinput", "--verbosity", "0"],
    ["createsuperuser", "--noinput", "--username", CURATOR, "--email", "curator@portal.example"],
)
SECONDS_TO_START = 30


def environment(data_dir: Path) -> dict[str, str]:
    """Production without TLS, as `make run` sets it, in a data directory of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {
        **kept, "DATA_DIR": str(data_dir), "DEBUG": "0", "HTTPS": "0", "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY": secrets.token_urlsafe(64), "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
    }  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_served(address: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - the address is the loopback's
            return
        except URLError:
            time.sleep(0.2)
    raise RuntimeError(f"the portal did not answer at {address}")


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal that holds the sample pages."""
    settings = environment(tmp_path_factory.mktemp("portal"))
    for step in STEPS:
        subprocess.run([sys.executable, "manage.py", *step], cwd=ROOT, env=settings, check=True, capture_output=True)
    address = f"http://127.0.0.1:{free_port()}"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "portal.wsgi",
        "--bind",
        address.removeprefix("http://"),
        "--threads",
        "4",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=settings)
    try:
        wait_until_served(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def visitor(page: Page) -> Iterator[Page]:
    """A browser tab in which any error of a script, of the console or of the security policy fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    assert errors == []


def log_in(tab: Page, portal: str) -> None:
    """Enter the admin as its curator."""
    tab.goto(f"{portal}/admin/login/?next=/admin/")
    tab.get_by_label("用户名").fill(CURATOR)
    tab.get_by_label("密码").fill(PASSWORD)
    tab.get_by_role("button", name="登录").click()

"""Find a Chromium for the browser tests: the system's, else one that Playwright installs.

`python -m tests.browser` prints its path; where there is none and none can be had, it says how to get one and exits
with status 1, since a browser test that is skipped proves nothing.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = """No browser for the browser tests. Get one by any of:
  apt-get install chromium        (Debian, Ubuntu; needs root)
  .venv/bin/playwright install chromium
  CHROMIUM=/path/to/chrome make test"""


def find_browser() -> str | None:
    """Return the path of a Chromium or Chrome, CHROMIUM's first, or None."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None) or _playwright_browser()
    return found if found and Path(found).exists() else None


def launch_options() -> dict[str, object]:
    """Return what Playwright launches the browser with; the sandbox cannot run as root."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": find_browser(), "args": [*quiet, *sandbox]}


def _playwright_browser() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Find or install a browser; return the exit status."""
    if not find_browser():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    browser = find_browser()
    print(browser or ADVICE)
    return 0 if browser else 1


if __name__ == "__main__":
    sys.exit(main())

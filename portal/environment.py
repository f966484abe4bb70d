"""Read settings from environment variables, and fail loudly when one is unusable."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
SHORTEST_KEY = 50


def flag(name: str, default: bool, env: Mapping[str, str] = os.environ) -> bool:
    """Return a yes-or-no variable; raise ImproperlyConfigured for any other word, a mistyped one included."""
    text = env.get(name, "").strip().lower()
    if not text:
        return default
    if text not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name}={env[name]!r} is neither yes nor no: write 1 or 0.")
    return text in TRUE


def words(name: str, env: Mapping[str, str] = os.environ) -> list[str]:
    """Return the comma-separated words of a variable, blanks dropped."""
    return [word.strip() for word in env.get(name, "").split(",") if word.strip()]


def data_dir(default: Path, env: Mapping[str, str] = os.environ) -> Path:
    """Return DATA_DIR, made if it is not there, readable by its owner only."""
    path = Path(env.get("DATA_DIR") or default).expanduser().resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR {path} cannot be made: {error.strerror}.") from error
    return path


def secret_key(directory: Path, debug: bool, env: Mapping[str, str] = os.environ) -> str:
    """Return SECRET_KEY. Development makes its own once, in `directory`; production refuses to go without a good one."""
    key = env.get("SECRET_KEY", "")
    if key and (len(key) < SHORTEST_KEY or key.startswith("django-insecure")):
        raise ImproperlyConfigured(
            f"SECRET_KEY is a default or shorter than {SHORTEST_KEY} characters: make a new one."
        )
    if key:
        return key
    if not debug:
        raise ImproperlyConfigured("SECRET_KEY is not set: production does not start without its own.")
    return _own_key(directory / "secret_key")


def allowed_hosts(debug: bool, env: Mapping[str, str] = os.environ) -> list[str]:
    """Return ALLOWED_HOSTS; production must name them, and not all of them."""
    hosts = words("ALLOWED_HOSTS", env) or (["127.0.0.1", "localhost", "[::1]"] if debug else [])
    if not hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS is not set: name the hosts that production answers to.")
    if "*" in hosts and not debug:
        raise ImproperlyConfigured("ALLOWED_HOSTS=* would answer to any host: name them.")
    return hosts


def _own_key(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key

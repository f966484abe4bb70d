"""Parts of addresses that Django has no converter for; what does not fit is no address, hence 404."""

from __future__ import annotations

from datetime import date


class DayConverter:
    """A day as YYYY-MM-DD, one that the calendar has."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Return the day; ValueError (no match) where there is none."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Write the day."""
        return value if isinstance(value, str) else value.isoformat()


class NameConverter:
    """A slug or code: letters of any script, digits, hyphens and underscores, at most 80."""

    regex = r"[-\w]{1,80}"

    def to_python(self, value: str) -> str:
        """Return the name."""
        return value

    def to_url(self, value: str) -> str:
        """Write the name."""
        return value

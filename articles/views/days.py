"""The day that an address asks about, as in ?on=2021-08-06."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class AskedDay:
    """What `on` says: text as typed, the day it means; unread where it means none."""

    text: str = ""
    day: date | None = None

    @property
    def unread(self) -> bool:
        """Whether something was typed that is no day."""
        return bool(self.text) and self.day is None


def asked_day(request: HttpRequest) -> AskedDay:
    """Return the day that the address asks about."""
    text = request.GET.get("on", "").strip()
    try:
        return AskedDay(text, date.fromisoformat(text)) if text else AskedDay()
    except ValueError:
        return AskedDay(text[:LONGEST_SHOWN])

"""Organs that a post names by their kind alone, since the text has named them before: 该局副局长, 支队副支队长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.reading.people.titles import PlaceIndex, Title, organ_reaching

# How far back an organ is sought, in characters and in mentions of its kind.
MAX_BACK, MAX_MENTIONS = 400, 6
_BARE = re.compile("(?P<kind>局|厅|分局|支队|大队|总队)(?P<party>党组|党委|党总支|党支部)?")


def named_before(title: Title, text: str, places: PlaceIndex) -> Title:
    """The title with the whole name of its organ, if a mention before it tells that with a level or a place."""
    match = None if title.unit or title.level else _BARE.fullmatch(title.organ)
    if match is None:
        return title
    for end in _mentions(match["kind"], title.start, text):
        organ, unit, unit_length, level = organ_reaching(text, end, places)
        if (unit or level) and len(organ) > unit_length + len(match["kind"]):
            whole = organ + (match["party"] or "")
            return replace(title, organ=whole, unit=unit, unit_length=unit_length, level=level)
    return title


def _mentions(kind: str, position: int, text: str) -> Iterator[int]:
    """Where the kind of organ ends before a position, the nearest first."""
    floor = max(0, position - MAX_BACK)
    for _ in range(MAX_MENTIONS):
        position = text.rfind(kind, floor, position)
        if position < 0:
            return
        yield position + len(kind)

"""What an operator says of files: options for all of them, or a manifest with a line for each."""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from articles.importing.files import Refused, read_bytes
from articles.reading.encoding import UnreadableText, decode

COLUMNS = ("file", "paper", "date", "page", "home_place")
# The first day of 申报, the oldest daily newspaper in Chinese that pages could come from.
FIRST_DAY = date(1872, 4, 30)
# Issues are printed ahead of their date, but not by months.
AHEAD = timedelta(days=31)
LAST_PAGE = 999


@dataclass(frozen=True, slots=True)
class Given:
    """What the operator knows of a page; None leaves the question to the file name and the page itself."""

    paper: str | None = None
    date: date | None = None
    page: int | None = None
    home_place: str | None = None

    def over(self, other: Given) -> Given:
        """Return this knowledge, filled up from `other` where it says nothing."""
        blanks = {name: getattr(other, name) for name in self.__slots__ if getattr(self, name) is None}
        return replace(self, **blanks)

    def __bool__(self) -> bool:
        return any(getattr(self, name) is not None for name in self.__slots__)


@dataclass(slots=True)
class Manifest:
    """The files of a manifest by absolute path, and the lines that cannot be taken: (file, reason).

    An unusable manifest says nothing of any file, so that no file should be imported by it.
    """

    given: dict[str, Given] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    is_unusable: bool = False


def given(paper: str = "", day: str = "", page: str = "", home_place: str = "") -> Given:
    """Return what the four texts say, blank ones nothing; raise Refused for an impossible date or page number."""
    words = paper.strip(), home_place.strip()
    return Given(words[0] or None, read_day(day.strip()), read_number(page.strip()), words[1] or None)


def read_day(text: str) -> date | None:
    """Parse 2021-08-07; raise Refused for what is no day on which a page can have been printed."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"impossible date {text}: write a day of the calendar as 2021-08-07") from error
    return check_day(day)


def check_day(day: date) -> date:
    """Return the day, or raise Refused when no newspaper of that day can be at hand."""
    if not FIRST_DAY <= day <= timezone.localdate() + AHEAD:
        raise Refused(f"impossible date {day}: pages are from {FIRST_DAY} on, and at most {AHEAD.days} days ahead")
    return day


def read_number(text: str) -> int | None:
    """Parse a page number; raise Refused unless it is from 1 to 999."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise Refused(f"impossible page number {text}")
    return check_number(int(text[:9]))


def check_number(number: int) -> int:
    """Return the page number, or raise Refused unless it is from 1 to 999."""
    if not 1 <= number <= LAST_PAGE:
        raise Refused(f"impossible page number {number}: pages run from 1 to {LAST_PAGE}")
    return number


def read_manifest(path: str) -> Manifest:
    """Read a CSV file with the columns file, paper, date, page, home_place; only `file` must be there.

    Files are looked for beside the manifest. Raises Refused when the manifest as a whole cannot be taken: unreadable,
    no column `file`, unknown or doubled columns.
    """
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = _header(next(lines, []))
        rows = [(lines.line_num, cells) for cells in lines if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise Refused(f"no CSV file: {error} (line {lines.line_num})") from error
    return _collect(header, rows, os.path.dirname(os.path.abspath(path)))


def _text(path: str) -> str:
    try:
        return decode(read_bytes(path)).text
    except UnreadableText as error:
        raise Refused(str(error)) from error


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise Refused(f"unknown columns: {', '.join(repr(name) for name in unknown)}; known are {', '.join(COLUMNS)}")
    if len(set(names)) < len(names):
        raise Refused("a column stands there twice")
    if "file" not in names:
        raise Refused("the column 'file' is missing")
    return names


def _collect(header: list[str], rows: list[tuple[int, list[str]]], folder: str) -> Manifest:
    manifest, lines = Manifest(), defaultdict(list)
    for number, cells in rows:
        row = dict(zip(header, cells, strict=False))
        name = row.pop("file", "").strip()
        if len(cells) > len(header) or not name:
            manifest.refused.append((name or f"line {number}", f"line {number} of the manifest has {_fault(name)}"))
        else:
            lines[os.path.normpath(os.path.join(folder, name))].append((number, row))
    for path, said in lines.items():
        _take(manifest, path, said)
    return manifest


def _fault(name: str) -> str:
    return "more cells than columns" if name else "no file"


def _take(manifest: Manifest, path: str, said: list[tuple[int, dict[str, Any]]]) -> None:
    """Take the one line of a file. Of equal lines all but the first are refused, of contradicting ones every one."""
    numbers = ", ".join(str(number) for number, _ in said)
    if any(row != said[0][1] for _, row in said):
        manifest.refused.append((path, f"lines {numbers} of the manifest contradict each other"))
        return
    if len(said) > 1:
        manifest.refused.append((path, f"lines {numbers} of the manifest repeat each other: the first is taken"))
    row = {"day" if name == "date" else name: cell for name, cell in said[0][1].items()}
    try:
        manifest.given[path] = given(**row)
    except Refused as error:
        manifest.refused.append((path, f"{error} (line {said[0][0]} of the manifest)"))

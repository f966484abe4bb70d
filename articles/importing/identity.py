"""Which page a file is: what is known of its source, the page in the database that it renews, the ids of articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from articles.curation import is_touched
from articles.importing.files import Refused, printable
from articles.importing.manifest import Given, check_day, check_number
from articles.importing.similarity import containment
from articles.models import ImportEntry, Page
from articles.reading.gazetteer import Gazetteer
from articles.reading.records import Decoded, Source
from articles.reading.source import find_source

Outcome = ImportEntry.Outcome
# Two pages of one paper share about a fifth of their character pairs, two states of one page nearly all.
SAME_PAGE = 0.5
# 2021-13-01, 2021年2月30日, 20211301: a year of this or the last two centuries with a month and a day.
_DAY_IN_NAME = re.compile(
    r"(?<!\d)(?:(1[89]\d\d|2\d{3})[-_.年](\d{1,2})[-_.月](\d{1,2})(?!\d)|(1[89]\d\d|2\d{3})(\d\d)(\d\d)(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that has been read and decoded, and what is known of its source; `given` is the operator's part of it."""

    file_name: str
    sha256: str
    decoded: Decoded
    source: Source
    given: Given

    @property
    def identity(self) -> tuple[str, date, int] | None:
        """Newspaper, day and page number, or None unless all three are known."""
        source = self.source
        return (source.paper, source.date, source.page) if source.paper and source.date and source.page else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a file, why, and the page in the database that it is about."""

    outcome: Outcome
    page: Page | None = None
    reason: str = ""


def file_name(path: str) -> str:
    """Return the file's own name in a form that can be stored."""
    return printable(path.rsplit("/", 1)[-1])[:255]


def find_out_source(text: str, name: str, known: Given, gazetteer: Gazetteer) -> Source:
    """Return the page's source from the operator's word, the file name or the masthead, in this order.

    Raises Refused for a date or page number that cannot be.
    """
    if known.date is None:
        _check_days_in_name(name)
    source = find_source(
        text,
        name,
        paper=known.paper,
        date=known.date,
        page=known.page,
        home_place=known.home_place,
        gazetteer=gazetteer,
    )
    if source.date:
        check_day(source.date)
    if source.page is not None:
        check_number(source.page)
    return source


def _check_days_in_name(name: str) -> None:
    """Refuse a name all of whose dates are impossible: guessing another date for such a file would be wrong."""
    problems = []
    for match in _DAY_IN_NAME.finditer(name):
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            check_day(date(year, month, day))
            return
        except (ValueError, Refused):
            problems.append(match.group())
    if problems:
        raise Refused(f"impossible date {problems[0]} in the file name")


def decide(file: Incoming, pages: Sequence[Page]) -> Decision:
    """Say whether a file is new, a newer state of a page that is there, or nothing new.

    `pages` are those that share its hash, its identity or its name. Raises Refused when a page with other content
    holds the file's place.
    """
    same = next((page for page in pages if page.sha256 == file.sha256), None)
    if same and not says_otherwise(same, file):
        return Decision(Outcome.UNCHANGED, same, _renamed(same, file.file_name))
    holder = next((page for page in pages if file.identity and _identity(page) == file.identity), None)
    if holder and holder is not same and (same or not _alike(holder, file)):
        raise Refused(f"{holder} is there already with other content, from {holder.file_name}")
    page = holder or same or _of_this_name(file, pages)
    return Decision(Outcome.UPDATED, page) if page else Decision(Outcome.IMPORTED)


def _identity(page: Page) -> tuple[str, date, int] | None:
    return (page.newspaper.name, page.date, page.number) if page.has_identity else None


def says_otherwise(page: Page, file: Incoming) -> bool:
    """Whether the operator gives for stored content another newspaper, date or number than it was stored with."""
    stored = (page.newspaper.name if page.newspaper else None, page.date, page.number)
    told = (file.given.paper, file.given.date, file.given.page)
    differs = any(new is not None and new != old for new, old in zip(told, stored, strict=True))
    return differs and not is_touched(page)


def _renamed(page: Page, name: str) -> str:
    return "" if page.file_name == name else f"same content as {page.file_name}"


def _of_this_name(file: Incoming, pages: Sequence[Page]) -> Page | None:
    """The earlier state of a file that is known by its name alone, then or now, or whose source a curator corrected."""
    namesakes = [page for page in pages if page.file_name == file.file_name and not _is_other_issue(page, file)]
    alike = next((page for page in namesakes if _alike(page, file)), None)
    if alike or file.identity or all(page.has_identity for page in namesakes):
        return alike
    raise Refused(f"a page named {file.file_name} is there already with other content: say which paper, date and page")


def _is_other_issue(page: Page, file: Incoming) -> bool:
    return bool(page.has_identity and file.identity and not is_touched(page))


def _alike(page: Page, file: Incoming) -> bool:
    return containment(page.raw_text, file.decoded.text) >= SAME_PAGE


def identity_key(source: Source, name: str) -> str:
    """Return what stands for the page in its articles' ids; the file name does while the source is not fully known."""
    known = (source.paper or "", source.date.isoformat() if source.date else "", str(source.page or ""))
    return "|".join(known if all(known) else (*known, name))


def article_uid(identity: str, text: str, is_taken: Callable[[str], bool]) -> str:
    """Return an article's stable id from its page's identity and its own text; equal texts get different ids."""
    plain = "".join(text.split())
    for number in range(1_000_000):
        uid = sha256(f"{identity}\n{plain}\n{number}".encode()).hexdigest()[:32]
        if not is_taken(uid):
            return uid
    raise Refused("a million articles of the page have the same text")

"""One run of an import: every file in turn, each in its own transaction, with its line in the ledger."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from django.conf import settings
from django.db import DatabaseError, DataError, IntegrityError, OperationalError, connection, reset_queries, transaction
from django.db.models import Q
from django.utils import timezone

from articles.importing.files import Candidate, Refused, find_files, printable, read_bytes
from articles.importing.identity import Decision, Incoming, Outcome, decide, file_name, find_out_source
from articles.importing.manifest import Given, Manifest
from articles.importing.storing import store_page
from articles.models import ImportEntry, ImportRun, Newspaper, Page
from articles.reading.encoding import UnreadableText, decode
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import READER_VERSION, read_page
from articles.reading.records import Decoded, PageReading
from articles.resolving.evidence import fit
from articles.resolving.topics import sync_topics

TRIES = 5
# Any number that no other part of the portal locks: importers wait for each other, as they do on SQLite.
LOCK = 20_210_807
# What a database says of two transactions in each other's way (deadlock, serialization): trying again helps.
PASSING = {"40P01", "40001"}


class DatabaseUnusable(Exception):
    """The database cannot be written: locked, gone, full, not migrated. The run cannot go on."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an operator asks of a run."""

    given: Given = Given()
    manifest: Manifest = field(default_factory=Manifest)
    encoding: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file, and why."""

    file: str
    outcome: Outcome
    reason: str = ""


def summary(results: Counter[Outcome]) -> str:
    """Return the last line of a run."""
    return ", ".join(f"{outcome.value} {results[outcome]}" for outcome in Outcome)


class Run:
    """A run over files. Iterating it does the work and yields a Result for each; what is done stays done.

    Raises DatabaseUnusable while iterating when the database cannot be written.
    """

    def __init__(self, arguments: Sequence[str], options: Options) -> None:
        self.options = options
        self.refused = [Result(printable(path), Outcome.QUARANTINED, why) for path, why in options.manifest.refused]
        listed = [] if arguments else list(options.manifest.given)
        self.candidates = find_files([*arguments, *listed])
        self._planned: list[Page] = []
        self._seen: dict[str, str] = {}
        self._entry: ImportRun | None = None

    def __len__(self) -> int:
        return len(self.refused) + len(self.candidates)

    def __iter__(self) -> Iterator[Result]:
        with _usable_database():
            self._begin()
            for result in self.refused:
                self._note(result)
                yield result
            for candidate in self.candidates:
                yield self._import(candidate)
                # With DEBUG every statement, raw pages included, would stay in memory.
                reset_queries()
            self._end()

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.load(settings.GAZETTEER_DIR)

    def _begin(self) -> None:
        given = self.options.given
        told = {"paper": given.paper, "date": given.date and given.date.isoformat(), "page": given.page}
        if not self.options.dry_run:
            sync_topics()
            self._entry = ImportRun.objects.create(options={**told, "encoding": self.options.encoding})

    def _end(self) -> None:
        if self._entry:
            self._entry.finished_at = timezone.now()
            self._entry.save(update_fields=["finished_at"])

    def _import(self, candidate: Candidate) -> Result:
        name, digest = printable(candidate.path), ""
        try:
            if candidate.problem:
                raise Refused(candidate.problem)
            data = read_bytes(candidate.path)
            digest = sha256(data).hexdigest()
            return self._take(candidate.path, name, data, digest)
        except (Refused, UnreadableText) as error:
            result = Result(name, Outcome.QUARANTINED, str(error))
        except (IntegrityError, DataError) as error:
            result = Result(name, Outcome.QUARANTINED, f"the database refused it: {_one_line(error)}")
        except DatabaseError:
            raise
        except Exception as error:
            # One page that trips the reader must not stop all others.
            result = Result(name, Outcome.QUARANTINED, f"could not be read: {type(error).__name__}: {_one_line(error)}")
        self._note(result, digest)
        return result

    def _take(self, path: str, name: str, data: bytes, digest: str) -> Result:
        if digest in self._seen:
            result = Result(name, Outcome.UNCHANGED, f"same content as {self._seen[digest]}")
            self._note(result, digest, _page_with(digest))
            return result
        file = self._identify(path, digest, decode(data, self.options.encoding))
        decision = self._decide(file)
        if decision.outcome == Outcome.UNCHANGED:
            result = Result(name, decision.outcome, decision.reason)
            self._note(result, digest, decision.page)
        else:
            result = self._store(name, file, read_page(file.decoded.text, file.source, self._gazetteer))
        self._seen[digest] = name
        return result

    def _identify(self, path: str, digest: str, decoded: Decoded) -> Incoming:
        given = self.options.manifest.given.get(os.path.abspath(path), Given()).over(self.options.given)
        name = file_name(path)
        return Incoming(name, digest, decoded, find_out_source(decoded.text, name, given, self._gazetteer), given)

    def _decide(self, file: Incoming) -> Decision:
        return decide(file, [*self._planned, *_pages_like(file)])

    def _store(self, name: str, file: Incoming, reading: PageReading) -> Result:
        if self.options.dry_run:
            decision = self._decide(file)
            self._planned.append(_planned_page(file))
            return _result(name, decision, reading)
        for last in range(TRIES):
            try:
                with transaction.atomic():
                    wait_for_others()
                    return self._store_in_transaction(name, file, reading)
            except (IntegrityError, OperationalError) as error:
                # Another import was quicker; the next look finds what it has stored.
                if last == TRIES - 1 or not _is_passing(error):
                    raise
        raise AssertionError("the last try returns or raises")

    def _store_in_transaction(self, name: str, file: Incoming, reading: PageReading) -> Result:
        decision = self._decide(file)
        result = _result(name, decision, reading)
        page = decision.page
        if decision.outcome != Outcome.UNCHANGED:
            page = store_page(file, reading, READER_VERSION, decision.page)
        self._note(result, file.sha256, page)
        return result

    def _note(self, result: Result, digest: str = "", page: Page | None = None) -> None:
        if self._entry:
            ImportEntry.objects.create(
                run=self._entry,
                file=result.file[-1000:],
                outcome=result.outcome,
                reason=fit(ImportEntry, "reason", result.reason),
                sha256=digest,
                page=page,
            )


def _result(name: str, decision: Decision, reading: PageReading) -> Result:
    if decision.outcome == Outcome.UNCHANGED:
        return Result(name, decision.outcome, decision.reason)
    source = reading.source
    parts = {"newspaper": source.paper, "date": source.date, "page number": source.page}
    unknown = [part for part, value in parts.items() if value is None]
    reasons = [f"{' and '.join(unknown)} unknown"] if unknown else []
    reasons += [] if reading.articles else ["no article found"]
    return Result(name, decision.outcome, "; ".join(reasons))


def _pages_like(file: Incoming) -> list[Page]:
    """Fetch the pages that share a file's hash, its identity or its name."""
    # One search for each index: joined by OR, they would go through all pages.
    searches = [Q(sha256=file.sha256), Q(file_name=file.file_name)]
    if file.identity:
        paper, day, number = file.identity
        searches.append(Q(newspaper__name=paper, date=day, number=number))
    found = [Page.objects.order_by().filter(search).values("pk") for search in searches]
    keys = [row["pk"] for row in found[0].union(*found[1:])]
    rows = Page.objects.filter(pk__in=keys).select_related("newspaper")
    return list(rows.defer("raw_text", "furniture").order_by("pk"))


def _page_with(digest: str) -> Page | None:
    return Page.objects.filter(sha256=digest).only("pk").first()


def _planned_page(file: Incoming) -> Page:
    """A page that a dry run would have stored, for later files to be held against."""
    source = file.source
    paper = Newspaper(pk=-1, name=source.paper) if source.paper else None
    return Page(
        newspaper=paper, date=source.date, number=source.page, file_name=file.file_name, sha256=file.sha256,
        raw_text=file.decoded.text,
    )  # fmt: skip


def wait_for_others() -> None:
    """Let one importer write at a time. SQLite does so by itself: its transactions begin as writers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _is_passing(error: DatabaseError) -> bool:
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "sqlstate", None) in PASSING


@contextmanager
def _usable_database() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise DatabaseUnusable(_one_line(error)) from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]

"""Who held an office on a day, by the sentences before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, OuterRef, QuerySet, Subquery

from articles.models import Official, Post, ReviewState, TenureEvidence
from articles.showing.evidence import Quote, quote, sourced
from articles.showing.offices import Office

SEEN, HELD, INFERRED = "seen", "held", "inferred"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that gives the office to an official."""

    official: Official
    post: Post
    acting: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office on the day, between the last sighting until the day and the first from it on.

    certainty: seen (a paper of that very day says so), held (papers before and after give the same post), inferred
    (papers before and after name the same person in the office, but not in the same post, as 代县长 and 县长).
    """

    official: Official
    certainty: str
    before: Sighting
    after: Sighting

    @property
    def acting(self) -> bool:
        """Whether the paper nearest before the day speaks of an acting holder."""
        return self.before.acting


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held an office on a day. Without holders it is not known: before and after are then the nearest sightings."""

    office: Office
    day: date
    holders: tuple[Holder, ...]
    before: tuple[Sighting, ...]
    after: tuple[Sighting, ...]

    @property
    def is_conflict(self) -> bool:
        """Whether papers give an office for one to several people."""
        return len(self.holders) > 1 and not self.office.is_shared


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day on which papers give one post of the office to one official."""

    official: int
    first: date
    last: date


def holders_on(office: Office, day: date) -> Answer:
    """Return who held the office on a day. Three queries, whatever the number of reports.

    A report counts that is dated, not rejected, and does not speak of a former post. An official whose first and last
    report in one post bound the day holds it; else one who is both the last named before and the first named after;
    else it is not known.
    """
    spans = [_Span(*row) for row in _spans(office)]
    held = {span.official for span in spans if span.first <= day <= span.last}
    before, after = _last_before(spans, day), _first_after(spans, day)
    found = held or _inferred(office, spans, day) or (before & after)
    seen = _sightings(office, day, found or before | after)
    if not found:
        nearest = (tuple(seen[key][side] for key in sorted(keys)) for side, keys in enumerate((before, after)))
        return Answer(office, day, (), *(tuple(filter(None, row)) for row in nearest))
    holders = [_holder(*seen[key], day, key in held) for key in sorted(found)]
    return Answer(office, day, tuple(sorted(holders, key=lambda one: one.before.quote.day or day)), (), ())


def _evidence(office: Office) -> QuerySet[TenureEvidence]:
    """The reports that count."""
    shown = [state for state in ReviewState.values if state != ReviewState.ORPHANED]
    return TenureEvidence.objects.live().filter(
        tenure__post__in=[post.pk for post in office.posts],
        tenure__official__merged_into=None,
        article__review_state__in=shown,
        article__published__isnull=False,
        former=False,
    )


def _spans(office: Office) -> QuerySet:
    rows = _evidence(office).order_by().values("tenure__official", "tenure__post")
    dated = rows.annotate(first=Min("article__published"), last=Max("article__published"))
    return dated.values_list("tenure__official", "first", "last")


def _last_before(spans: Iterable[_Span], day: date) -> set[int]:
    """Who is named last before the day."""
    spans = [span for span in spans if span.last < day]
    latest = max((span.last for span in spans), default=None)
    return {span.official for span in spans if span.last == latest}


def _first_after(spans: Iterable[_Span], day: date) -> set[int]:
    """Who is named first after the day."""
    spans = [span for span in spans if span.first > day]
    earliest = min((span.first for span in spans), default=None)
    return {span.official for span in spans if span.first == earliest}


def _inferred(office: Office, spans: Iterable[_Span], day: date) -> set[int]:
    """Who of those who share an office is named before and after: others named between say nothing against it."""
    if not office.is_shared:
        return set()
    return {s.official for s in spans if s.last < day} & {s.official for s in spans if s.first > day}


def _sightings(office: Office, day: date, officials: set[int]) -> dict[int, tuple[Sighting | None, Sighting | None]]:
    """For each official the last sighting until the day and the first from it on. Two queries."""
    mine = _evidence(office).filter(tenure__official=OuterRef("pk"))
    until = mine.filter(article__published__lte=day).order_by("-article__published", "-confidence", "pk")
    since = mine.filter(article__published__gte=day).order_by("article__published", "-confidence", "pk")
    keys = Official.objects.filter(pk__in=officials).annotate(
        until=Subquery(until.values("pk")[:1]), since=Subquery(since.values("pk")[:1])
    )
    ends = {key: (first, last) for key, first, last in keys.values_list("pk", "until", "since")}
    wanted = TenureEvidence.objects.filter(pk__in={row for pair in ends.values() for row in pair if row})
    rows = {row.pk: _sighting(row) for row in sourced(wanted).select_related("tenure__official", "tenure__post__place")}
    return {key: (rows.get(first), rows.get(last)) for key, (first, last) in ends.items()}


def _sighting(row: TenureEvidence) -> Sighting:
    acting = row.acting or row.text.startswith("代")
    return Sighting(row.tenure.official, row.tenure.post, acting, quote(row))


def _holder(before: Sighting, after: Sighting, day: date, held: bool) -> Holder:
    certainty = SEEN if before.quote.day == day else HELD if held else INFERRED
    return Holder(before.official, certainty, before, after)

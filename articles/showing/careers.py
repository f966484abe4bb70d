"""Who is reported in which post, from when to when, by which sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from articles.models import LIVE, Official, Place, Post, ReviewState, Status, Tenure, TenureEvidence
from articles.showing.evidence import DOUBTFUL_BELOW, Quote, quote, sourced
from articles.showing.geography import of_unit

VOUCHED = (Status.CONFIRMED, Status.ADDED)
# The order in which yearbooks list a unit's posts: party secretary, head, congress, consultative conference, …
RANKS = [
    re.compile(pattern)
    for pattern in (
        r"(?<![副纪检法])(?:[省市县区州旗盟镇乡道工党]委|支部|总支)书记$",
        r"(?<!副)(?:[省市县区州旗盟镇乡]长|自治区主席|行政公署专员|办事处主任|村委会主任)$",
        r"人大常委会主任$|人大主席$",
        r"政协主席$",
        r"(?:[省市县区州旗盟镇乡道工党]委|支部|总支)副书记$",
        r"常务副[省市县区州旗盟]长$",
        r"委常委|[省市县区州]委.{0,12}部长$|(?:纪委|政法委)书记$",
        r"副[省市县区州旗盟镇乡]长$",
    )
]


@dataclass(frozen=True, slots=True)
class Holding:
    """One official in one post, by the `reports` that count; first and last quote the oldest and the latest of them.

    first_seen and last_seen are the first and last issue that calls the official so at the time; None where every
    report is undated or speaks of a former post. standing is that of the best report.
    """

    official: Official
    post: Post
    reports: int
    first_seen: date | None
    last_seen: date | None
    former: bool
    acting: bool
    standing: str
    first: Quote
    last: Quote

    def covers(self, day: date) -> bool:
        """Whether the day lies between first and last seen, both included."""
        return bool(self.first_seen and self.last_seen and self.first_seen <= day <= self.last_seen)


def posts_of(official: Official) -> list[Holding]:
    """Return the posts of an official, latest first. Two queries, whatever the number of reports."""
    return _holdings(Q(official=official))


def holders_of(post: Post) -> list[Holding]:
    """Return who is reported in a post, latest first. Two queries."""
    return _holdings(Q(post=post))


def offices_of(place: Place) -> list[Holding]:
    """Return who is reported in the posts of this very unit, in the order of yearbooks. Two queries."""
    return sorted(_holdings(of_unit(place, "post__place")), key=lambda held: (rank(held.post.name), held.post.name))


def latest_posts(officials: Iterable[Official]) -> dict[int, Holding]:
    """Return the latest post of each of these officials, by their ids. Two queries."""
    found: dict[int, Holding] = {}
    for held in _holdings(Q(official__in=[official.pk for official in officials])):
        found.setdefault(held.official.pk, held)
    return found


def namesakes(official: Official) -> list[Official]:
    """Return the other officials of this name. One query."""
    return list(Official.objects.active().filter(name=official.name).exclude(pk=official.pk))


def rank(name: str) -> int:
    """Return a post's place in the order in which yearbooks list posts, from 0.

    >>> rank("中共左权县委书记"), rank("左权县县长"), rank("左权县副县长")
    (0, 1, 7)
    """
    return next((index for index, pattern in enumerate(RANKS) if pattern.search(name)), len(RANKS))


def _holdings(condition: Q) -> list[Holding]:
    tenures = list(_tenures(condition))
    ends = {pk for tenure in tenures for pk in (tenure.first_row, tenure.last_row)}
    quotes = {row.pk: (row, quote(row)) for row in sourced(TenureEvidence.objects.filter(pk__in=ends))}
    found = [_holding(tenure, quotes) for tenure in tenures]
    return sorted(found, key=lambda held: (held.last_seen or date.min, -rank(held.post.name)), reverse=True)


def _tenures(condition: Q) -> QuerySet[Tenure]:
    """Tenures with what their live evidence says; those without any are left out."""
    # Spelled without a negation: Django would turn that into a condition on all evidence of the tenure.
    shown = [state for state in ReviewState.values if state != ReviewState.ORPHANED]
    live = Q(evidence__status__in=LIVE, evidence__article__review_state__in=shown)
    current = Q(evidence__former=False)
    rows = TenureEvidence.objects.live().filter(tenure=OuterRef("pk"), article__review_state__in=shown)
    by_day = F("article__published")
    return (
        Tenure.objects.filter(condition & live, official__merged_into__isnull=True)
        .order_by("pk")
        .select_related("official", "post__place")
        .annotate(
            reports=Count("evidence"),
            seen_first=Min("evidence__article__published", filter=current),
            seen_last=Max("evidence__article__published", filter=current),
            current=Count("evidence", filter=current),
            vouched=Count("evidence", filter=Q(evidence__status__in=VOUCHED)),
            sure=Max("evidence__confidence"),
            first_row=Subquery(rows.order_by(by_day.asc(nulls_last=True), "pk").values("pk")[:1]),
            last_row=Subquery(rows.order_by(by_day.desc(nulls_last=True), "-pk").values("pk")[:1]),
        )
    )


def _holding(tenure: Tenure, quotes: dict[int, tuple[TenureEvidence, Quote]]) -> Holding:
    (_row, first), (latest, last) = quotes[tenure.first_row], quotes[tenure.last_row]
    return Holding(
        official=tenure.official,
        post=tenure.post,
        reports=tenure.reports,
        first_seen=tenure.seen_first,
        last_seen=tenure.seen_last,
        former=not tenure.current,
        acting=latest.acting,
        standing="checked" if tenure.vouched else "read" if tenure.sure >= DOUBTFUL_BELOW else "doubtful",
        first=first,
        last=last,
    )

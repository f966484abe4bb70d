"""Who is reported in which post, from when to when, by which sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from articles.evidence import SOURCE, Quote, quote, sourced, standing
from articles.geography import of_unit
from articles.models import Official, Place, Post, TenureEvidence

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
    """One official in one post, by the evidence that counts, oldest first.

    first_seen and last_seen are the first and last issue that calls the official so at the time; None where every
    report is undated or speaks of a former post.
    """

    official: Official
    post: Post
    evidence: tuple[TenureEvidence, ...]
    quotes: tuple[Quote, ...]

    @property
    def first_seen(self) -> date | None:
        """The earliest issue."""
        return min(self._days, default=None)

    @property
    def last_seen(self) -> date | None:
        """The latest issue."""
        return max(self._days, default=None)

    @property
    def former(self) -> bool:
        """Whether all reports speak of a former post."""
        return all(row.former for row in self.evidence)

    @property
    def acting(self) -> bool:
        """Whether the latest report says acting."""
        return self.evidence[-1].acting

    @property
    def standing(self) -> str:
        """How far the best evidence can be relied on."""
        grades = {standing(row) for row in self.evidence}
        return next(grade for grade in ("checked", "read", "doubtful") if grade in grades)

    @property
    def first(self) -> Quote:
        """The first sentence."""
        return self.quotes[0]

    @property
    def last(self) -> Quote:
        """The latest sentence."""
        return self.quotes[-1]

    @property
    def _days(self) -> list[date]:
        rows = zip(self.evidence, self.quotes, strict=True)
        return [source.day for row, source in rows if source.day and not row.former]


def posts_of(official: Official) -> list[Holding]:
    """Return the posts of an official, latest first. One query."""
    return _latest_first(_holdings(_evidence().filter(tenure__official=official)))


def holders_of(post: Post) -> list[Holding]:
    """Return who is reported in a post, latest first. One query."""
    return _latest_first(_holdings(_evidence().filter(tenure__post=post)))


def offices_of(place: Place) -> list[Holding]:
    """Return who is reported in the posts of this very unit, in the order of yearbooks. One query."""
    found = _latest_first(_holdings(_evidence().filter(of_unit(place, "tenure__post__place"))))
    return sorted(found, key=lambda held: (rank(held.post.name), held.post.name))


def latest_posts(officials: Iterable[Official]) -> dict[int, Holding]:
    """Return the latest post of each of these officials, by their ids. One query."""
    rows = _evidence().filter(tenure__official__in=[official.pk for official in officials])
    found: dict[int, Holding] = {}
    for held in _latest_first(_holdings(rows)):
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


def _evidence() -> QuerySet[TenureEvidence]:
    rows = sourced(TenureEvidence.objects.all()).select_related(*SOURCE, "tenure__official", "tenure__post__place")
    return rows.filter(tenure__official__merged_into__isnull=True).order_by("article__published", "pk")


def _holdings(rows: Iterable[TenureEvidence]) -> list[Holding]:
    grouped: dict[int, list[TenureEvidence]] = defaultdict(list)
    for row in rows:
        grouped[row.tenure_id].append(row)
    return [
        Holding(group[0].tenure.official, group[0].tenure.post, tuple(group), tuple(quote(row) for row in group))
        for group in grouped.values()
    ]


def _latest_first(holdings: list[Holding]) -> list[Holding]:
    return sorted(holdings, key=lambda held: (held.last_seen or date.min, -rank(held.post.name)), reverse=True)

"""Who held which post, by which words, first and last seen when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Min

from articles.models import LIVE, OfficialMention, Post, ReviewState, Tenure, TenureEvidence
from articles.reading.records import Span
from articles.resolving.evidence import Read, fit
from articles.resolving.officials import Claim, Known, Register
from articles.resolving.posts import Held, PostKey
from articles.resolving.standing import Pairs

Settled = list[tuple[Claim, Known]]


def official_rows(settled: Settled, register: Register) -> list[OfficialMention]:
    """Return the mention rows of officials who were given with a post, one an article and official."""
    claims: dict[tuple[int, int], list[Claim]] = {}
    knowns: dict[tuple[int, int], Known] = {}
    for claim, known in settled:
        key = claim.read.article.pk, known.row.pk
        claims.setdefault(key, []).append(claim)
        knowns[key] = known
    return [
        _mention(mine, knowns[key])
        for key, mine in claims.items()
        if not register.is_decided(mine[0].read, knowns[key])
    ]


def _mention(claims: list[Claim], known: Known) -> OfficialMention:
    read, best = claims[0].read, max(claims, key=lambda claim: claim.person.confidence)
    spans = read.spans(span for claim in claims for span in claim.person.mentions)
    columns = read.mention(spans, best.person.rule, best.person.confidence)
    if not spans:
        columns.update(count=1, sentence=outside_body(read, best.name))
    return OfficialMention(official=known.row, **columns)


def outside_body(read: Read, words: str) -> str:
    """Return the line around the body that holds the words: a headline, or a name of the byline."""
    article = read.article
    lines = [article.headline, article.kicker, article.subhead]
    lines += [f"{one.role} {one.name}" for one in article.contributors.all()]
    return next((line for line in lines if words and words in line), "")


def store_tenures(settled: Settled, posts: dict[PostKey, Post], kept: Pairs) -> set[int]:
    """Store the tenures that the articles give, with their words. Return the keys of the tenures concerned."""
    given: dict[tuple[int, int], list[tuple[Read, Held]]] = {}
    for claim, known in settled:
        for held in claim.posts:
            if held.scope:
                given.setdefault((known.row.pk, posts[held.key].pk), []).append((claim.read, held))
    tenures = _tenures(set(given))
    rows = [row for pair, words in given.items() for row in _evidence(tenures[pair], words)]
    TenureEvidence.objects.bulk_create([row for row in rows if (row.article_id, row.tenure_id) not in kept])
    return {tenure.pk for tenure in tenures.values()}


def _tenures(pairs: set[tuple[int, int]]) -> dict[tuple[int, int], Tenure]:
    stored = Tenure.objects.filter(official__in={official for official, _ in pairs})
    rows = {(row.official_id, row.post_id): row for row in stored}
    fresh = [Tenure(official_id=pair[0], post_id=pair[1]) for pair in sorted(pairs) if pair not in rows]
    Tenure.objects.bulk_create(fresh)
    rows.update(((row.official_id, row.post_id), row) for row in fresh)
    return {pair: rows[pair] for pair in pairs}


def _evidence(tenure: Tenure, words: list[tuple[Read, Held]]) -> list[TenureEvidence]:
    """One row an article; where it gives the post both as held and as former, the one held counts."""
    best: dict[int, tuple[Read, Held]] = {}
    for read, held in words:
        if read.article.pk not in best or best[read.article.pk][1].found.former > held.found.former:
            best[read.article.pk] = read, held
    return [_row(tenure, read, held) for read, held in best.values()]


def _row(tenure: Tenure, read: Read, held: Held) -> TenureEvidence:
    found = held.found
    spans: list[Span] = read.spans([found.span])
    columns = read.evidence(spans, found.rule, found.confidence)
    if not spans:
        columns["sentence"] = outside_body(read, found.text)
    text = fit(TenureEvidence, "text", found.text)
    return TenureEvidence(tenure=tenure, text=text, former=found.former, acting=found.acting, **columns)


def date_tenures(keys: Iterable[int]) -> None:
    """Set first and last seen of tenures from the issues that report them as held; former posts do not count."""
    tenures = Tenure.objects.in_bulk(list(keys))
    seen = (
        TenureEvidence.objects.filter(tenure__in=tenures, status__in=LIVE, former=False)
        .exclude(article__review_state=ReviewState.ORPHANED)
        .values("tenure")
        .annotate(first=Min("article__published"), last=Max("article__published"))
        .values_list("tenure", "first", "last")
    )
    dates: dict[int, tuple[date | None, date | None]] = {key: (first, last) for key, first, last in seen}
    changed = [tenure for tenure in tenures.values() if _redate(tenure, *dates.get(tenure.pk, (None, None)))]
    Tenure.objects.bulk_update(changed, ["first_seen", "last_seen"])


def _redate(tenure: Tenure, first: date | None, last: date | None) -> bool:
    if (tenure.first_seen, tenure.last_seen) == (first, last):
        return False
    tenure.first_seen, tenure.last_seen = first, last
    return True

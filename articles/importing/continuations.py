"""Articles that go on on another page of the same issue: 下转第4版 here, 上接第1版 there."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.importing.similarity import likeness
from articles.models import Article, Edit, Page, ReviewState

# Without a note on both sides, the headlines must say that it is one article.
SAME_HEADLINE = 0.5
HEAVY = ("body", "search_text", "offsets", "derived", "reasons")


def link_continuations(page: Page) -> None:
    """Link the articles of the page's issue with their continuations, anew from the notes of all pages that are there.

    So it does not matter which page came first. Links that a curator made or undid stay.
    """
    if not page.has_identity:
        return
    issue = Article.objects.filter(newspaper=page.newspaper, published=page.date)
    here = Q(continued_on__isnull=False) | Q(continued_from__isnull=False) | Q(continuation_of__isnull=False)
    concerned = Q(page=page) & (here | Q(continuation__isnull=False))
    if not issue.filter(concerned | Q(continued_on=page.number) | Q(continued_from=page.number)).exists():
        return
    rows = list(issue.exclude(review_state=ReviewState.ORPHANED).select_related("page").defer(*HEAVY))
    fixed = _fixed(rows)
    rows = [row for row in sorted(rows, key=_order) if row.pk not in fixed]
    _write(rows, {first.pk: second.pk for first, second in _pairs(rows)})


def _order(row: Article) -> tuple[int, int, str]:
    return row.page.number or 0, row.position, row.uid


def _fixed(rows: Sequence[Article]) -> set[int]:
    """Articles whose links are a curator's: both ends."""
    kind = ContentType.objects.get_for_model(Article)
    edits = Edit.objects.filter(target_type=kind, target_id__in=[row.pk for row in rows], field="continuation")
    edited = set(edits.values_list("target_id", flat=True))
    return edited | {row.continuation_id for row in rows if row.pk in edited and row.continuation_id}


def _pairs(rows: Sequence[Article]) -> list[tuple[Article, Article]]:
    starts = [row for row in rows if row.continued_on]
    ends = [row for row in rows if row.continued_from]
    possible = {(first.pk, second.pk): (first, second) for first in starts for second in rows}
    possible.update(((first.pk, second.pk), (first, second)) for first in rows for second in ends)
    scored = [(-_score(*pair), _order(pair[0]), _order(pair[1]), *pair) for pair in possible.values()]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for score, _, _, first, second in sorted(scored, key=lambda item: item[:3]):
        if score and ("from", first.pk) not in taken and ("to", second.pk) not in taken:
            taken |= {("from", first.pk), ("to", second.pk)}
            pairs.append((first, second))
    return pairs


def _score(first: Article, second: Article) -> float:
    """How well one article goes on in another, 0 when it cannot: notes on both sides first, then like headlines."""
    goes_on = first.continued_on == second.page.number
    comes_from = second.continued_from == first.page.number
    if first.page_id == second.page_id or not (goes_on or comes_from):
        return 0.0
    if (first.continued_on and not goes_on) or (second.continued_from and not comes_from):
        return 0.0
    alike = likeness(first.headline or first.kicker, second.headline or second.kicker)
    if goes_on and comes_from:
        return 1.0 + alike
    return alike if alike >= SAME_HEADLINE else 0.0


def _write(rows: Sequence[Article], wanted: dict[int, int]) -> None:
    changed = [row for row in rows if row.continuation_id != wanted.get(row.pk)]
    # The column is unique: links are undone before others take their ends.
    Article.objects.filter(pk__in=[row.pk for row in changed], continuation__isnull=False).update(continuation=None)
    for row in changed:
        if row.pk in wanted:
            Article.objects.filter(pk=row.pk).update(continuation=wanted[row.pk])

"""The order of resolving: one page's facts in, rows out. Each stage is a file named by what it resolves."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import (
    Article,
    OfficialMention,
    OpenQuestion,
    Page,
    PersonMention,
    PlaceMention,
    PolicyMention,
    ProjectMention,
    Quotation,
    TenureEvidence,
    TopicMention,
)
from articles.reading.records import Variant
from articles.resolving.bearers import Bearers
from articles.resolving.evidence import Read
from articles.resolving.losses import Losses, abandoned_officials, forget, stale_tenures
from articles.resolving.officials import Claim, Register, claims_of
from articles.resolving.people import person_rows
from articles.resolving.places import PlaceBook, area_of, ask_places, place_paths, place_rows
from articles.resolving.policies import policy_rows
from articles.resolving.posts import store_posts
from articles.resolving.projects import ProjectBook
from articles.resolving.quotations import decided_quotations, quotation_rows
from articles.resolving.reports import store_reports
from articles.resolving.standing import Questions, decided
from articles.resolving.tenures import date_tenures, official_rows, store_tenures
from articles.resolving.topics import topic_rows
from articles.resolving.untitled import settle_elsewhere, untitled_rows
from articles.resolving.variants import ask_variants
from articles.resolving.visits import store_visits

# Below this the borders of an article are worth a look.
DOUBTFUL_BORDERS = 0.5


def resolve_page(
    page: Page, reads: Sequence[Read], before: Sequence[Article], lost: Losses, variants: Sequence[Variant] = ()
) -> None:
    """Store what the facts of a page's articles mean. `before` are those of its articles that were stored already, and
    may carry decisions; `lost` is what an earlier reading named, taken back by now; `variants` are terms that the page
    writes in two ways.

    Runs within the caller's transaction. The number of statements does not grow with that of the facts, except for
    what is met for the first time.
    """
    places = PlaceBook({path for read in reads for path in place_paths(read)}, page.date.year if page.date else None)
    questions = Questions(before)
    PlaceMention.objects.bulk_create(place_rows(reads, places, decided(PlaceMention, "place", before)))
    ask_places(reads, places, questions)
    PolicyMention.objects.bulk_create(policy_rows(reads, decided(PolicyMention, "policy", before)))
    TopicMention.objects.bulk_create(topic_rows(reads, decided(TopicMention, "topic", before)))
    projects = ProjectBook(reads, places, area_of(page.home_place) if page.home_place else 0, lost.projects)
    store_reports(reads, projects, decided(ProjectMention, "project", before))
    gone = _store_officials(claims_of(reads, places), before, questions, lost)
    bearers = Bearers([read.article.pk for read in reads])
    Quotation.objects.bulk_create(quotation_rows(reads, bearers, decided_quotations(before)))
    store_visits(reads, bearers, places, before)
    PersonMention.objects.bulk_create(person_rows(reads, bearers, before))
    _ask_about_page(page, reads, questions)
    ask_variants(reads, variants, questions)
    questions.save()
    forget(lost, gone)


def _store_officials(claims: list[Claim], before: Sequence[Article], questions: Questions, lost: Losses) -> set[int]:
    """Store who is named in which posts. Return the keys of the officials whom nothing names any more."""
    register = Register({claim.name for claim in claims}, before, questions, lost.officials, stale_tenures(lost))
    settled = [(claim, known) for claim in claims if claim.scopes and (known := register.settle(claim))]
    settled = [(claim, known.now) for claim, known in settled]
    posts = store_posts(held for claim, _ in settled for held in claim.posts if held.scope)
    tenures = store_tenures(settled, posts, decided(TenureEvidence, "tenure", before))
    gone = abandoned_officials(lost)
    register.leave_out(gone)
    rows = official_rows(settled, register)
    untitled = untitled_rows([claim for claim in claims if not claim.scopes], register, questions)
    taken = {(row.article_id, row.official_id) for row in rows}
    rows += [row for row in untitled if (row.article_id, row.official_id) not in taken]
    OfficialMention.objects.bulk_create(rows)
    register.save()
    settle_elsewhere(register, {claim.read.article.pk for claim in claims} | {row.pk for row in before}, gone)
    date_tenures(tenures | lost.tenures | register.tenures)
    return gone


def _ask_about_page(page: Page, reads: Sequence[Read], questions: Questions) -> None:
    if reads and not page.has_identity:
        questions.ask(reads[0], OpenQuestion.Kind.SOURCE, page.file_name, None)
    for read in reads:
        if read.article.confidence < DOUBTFUL_BORDERS:
            questions.ask(read, OpenQuestion.Kind.BORDERS, str(read.article) or "?", None)

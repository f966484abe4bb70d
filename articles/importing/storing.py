"""Storing one page: its row, its articles, all that they name. The caller holds the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from articles.curation import lay_over
from articles.importing.bodies import store_articles
from articles.importing.continuations import link_continuations
from articles.importing.identity import Incoming, identity_key
from articles.importing.newspapers import newspaper_named
from articles.models import Article, DatePrecision, OpenQuestion, Page, Place, ReviewState
from articles.reading.records import PageReading, Source
from articles.resolving.evidence import fit
from articles.resolving.losses import DECIDED, take_back, touched
from articles.resolving.moving import move_decided
from articles.resolving.page import resolve_page
from articles.resolving.places import PlaceBook


def store_page(file: Incoming, reading: PageReading, reader_version: str, page: Page | None = None) -> Page:
    """Store a new page, or renew `page` from its file's newer state."""
    page = page or Page()
    page.file_name, page.sha256 = file.file_name, file.sha256
    page.raw_text = file.decoded.text
    page.encoding = fit(Page, "encoding", file.decoded.encoding)
    page.encoding_reason = fit(Page, "encoding_reason", file.decoded.reason)
    page.encoding_confidence = min(1.0, max(0.0, file.decoded.confidence))
    set_source(page, file.source)
    return store_reading(page, reading, identity_key(file.source, file.file_name), reader_version)


def store_reading(page: Page, reading: PageReading, identity: str, reader_version: str) -> Page:
    """Replace all that was derived from a page's text by a new reading of it.

    Articles that are recognisably the same keep their rows and uids; curators' edits and decisions stay. An article
    that is found no more is deleted, or kept as an orphan when a curator has worked on it.
    """
    page.furniture = [{"lines": list(item.lines), "kind": item.kind} for item in reading.furniture]
    page.reader_version = fit(Page, "reader_version", reader_version)
    before = list(page.articles.order_by("position", "pk")) if page.pk else []
    page.save()
    lost = take_back(before)
    bodies = {row.pk: row.body for row in before}
    reads = store_articles(page, identity, reading.articles, before)
    found = {read.article.pk for read in reads}
    _retire([row for row in before if row.pk not in found])
    kept = [row for row in before if row.pk in found]
    move_decided(kept, bodies)
    resolve_page(page, reads, kept, lost, reading.variants)
    link_continuations(page)
    return page


def set_source(page: Page, source: Source) -> None:
    """Set where the page comes from, as a curator corrected it, if one did."""
    home = home_of(source)
    newspaper = newspaper_named(source.paper, home)
    told: dict[str, Any] = {
        "newspaper": newspaper.pk if newspaper else None,
        "date": source.date.isoformat() if source.date else None,
        "number": source.page,
        "home_place": home.pk if home else None,
    }
    shown = lay_over(page, told)
    page.newspaper_id, page.home_place_id = shown["newspaper"], shown["home_place"]
    page.date = date.fromisoformat(shown["date"]) if shown["date"] else None
    page.number = shown["number"]
    page.date_precision = DatePrecision.DAY if page.date else DatePrecision.UNKNOWN
    page.source_reasons = list(source.how)


def home_of(source: Source) -> Place | None:
    """Return the place that a page's newspaper is at home in, or None for a national or unknown one."""
    year = source.date.year if source.date else None
    return PlaceBook([source.home_place], year).get(source.home_place) if source.home_place else None


def _retire(vanished: Sequence[Article]) -> None:
    """Delete articles that are found no more; those that curators worked on stay as orphans."""
    keys = {row.pk for row in vanished}
    if not keys:
        return
    kept = touched(Article, keys)
    for model in DECIDED:
        kept |= set(model.objects.filter(article__in=keys).exclude(status="found").values_list("article", flat=True))
    answered = OpenQuestion.objects.filter(article__in=keys).exclude(state=OpenQuestion.State.OPEN)
    kept |= set(answered.values_list("article", flat=True))
    Article.objects.filter(pk__in=keys - kept).delete()
    Article.objects.filter(pk__in=kept).update(review_state=ReviewState.ORPHANED, continuation=None)

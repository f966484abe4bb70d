"""Reading stored pages again by the present rules, and saying what that changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from django.db import transaction

from articles.importing.identity import identity_key
from articles.importing.run import wait_for_others
from articles.importing.storing import set_source, store_reading
from articles.models import (
    Article,
    OfficialMention,
    Page,
    PlaceMention,
    PolicyMention,
    ProjectMention,
    Status,
    TenureEvidence,
    TopicMention,
)
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import READER_VERSION, read_page
from articles.reading.records import Source
from articles.reading.source import find_source

# What to compare of each kind of fact, and how it is called in a report.
FACTS = (
    ("officials", OfficialMention, "official__name"),
    ("posts", TenureEvidence, "tenure__post__name"),
    ("places", PlaceMention, "place__path"),
    ("projects", ProjectMention, "project__name"),
    ("policies", PolicyMention, "policy__title"),
    ("topics", TopicMention, "topic__name"),
)
Facts = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Change:
    """What a new reading changes: for each kind of fact how many come and how many go."""

    come: dict[str, int]
    go: dict[str, int]

    def __bool__(self) -> bool:
        return any(self.come.values()) or any(self.go.values())

    def __str__(self) -> str:
        kinds = (kind for kind in self.come if self.come[kind] or self.go[kind])
        return ", ".join(f"{kind} +{self.come[kind]} -{self.go[kind]}" for kind in kinds) or "nothing"


def reread(page: Page, gazetteer: Gazetteer, *, apply: bool) -> Change:
    """Read a page's stored text again, in one transaction that is taken back unless `apply`; return what changes.

    Raises IntegrityError when the page turns out to be one that is stored already, whatever the reader and the
    database raise else; nothing is changed then.
    """
    source = _source(page, gazetteer)
    reading = read_page(page.raw_text, source, gazetteer)
    with transaction.atomic():
        wait_for_others()
        page = Page.objects.select_for_update().get(pk=page.pk)
        before = _facts(page)
        set_source(page, source)
        store_reading(page, reading, identity_key(source, page.file_name), READER_VERSION)
        after = _facts(page)
        if not apply:
            transaction.set_rollback(True)
    return _change(before, after)


def _source(page: Page, gazetteer: Gazetteer) -> Source:
    """What is stored of the source, the rest sought anew; what decided it stays noted where nothing new is found."""
    found = find_source(
        page.raw_text,
        page.file_name,
        paper=page.newspaper.name if page.newspaper else None,
        date=page.date,
        page=page.number,
        home_place=page.home_place.path if page.home_place else None,
        gazetteer=gazetteer,
    )
    home = page.home_place.path if page.home_place else None
    known = (page.newspaper.name if page.newspaper else None, home, page.date, page.number)
    if (found.paper, found.home_place, found.date, found.page) == known:
        return replace(found, how=tuple(page.source_reasons))
    return found


def _facts(page: Page) -> Facts:
    articles = Article.objects.readable().filter(page=page)
    found = {
        "articles": Counter(articles.values_list("uid", flat=True)),
        "headlines": Counter(articles.exclude(headline="").values_list("headline", flat=True)),
        "bodies": Counter(articles.exclude(body="").values_list("body", flat=True)),
    }
    for kind, model, name in FACTS:
        rows = model.objects.filter(article__in=articles).exclude(status=Status.REJECTED)
        found[kind] = Counter(f"{uid} {value}" for uid, value in rows.values_list("article__uid", name))
    return found


def _change(before: Facts, after: Facts) -> Change:
    come = {kind: (after[kind] - before[kind]).total() for kind in before}
    return Change(come, {kind: (before[kind] - after[kind]).total() for kind in before})

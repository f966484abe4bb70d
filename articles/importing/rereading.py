"""Reading stored pages again by the present rules, and saying what that changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from django.db import transaction

from articles.importing.changes import Change, Facts, change_between
from articles.importing.identity import identity_key
from articles.importing.run import wait_for_others
from articles.importing.storing import set_source, store_reading
from articles.models import (
    Article,
    OfficialMention,
    Page,
    PersonMention,
    PlaceMention,
    PolicyMention,
    ProjectMention,
    Quotation,
    Status,
    TenureEvidence,
    TopicMention,
    Visit,
    VisitCompanion,
    VisitStop,
)
from articles.reading.gazetteer import Gazetteer
from articles.reading.pipeline import READER_VERSION, read_page
from articles.reading.records import Source
from articles.reading.source import find_source

# What to compare of each kind of fact, how it is called in a report, and the way from a row to its fact.
FACTS: tuple[tuple[str, type[Any], str, tuple[str, ...]], ...] = (
    ("officials", OfficialMention, "", ("official__name",)),
    ("names to confirm", PersonMention, "", ("name",)),
    ("posts", TenureEvidence, "", ("tenure__post__name",)),
    ("places", PlaceMention, "", ("place__path",)),
    ("projects", ProjectMention, "", ("project__name",)),
    ("policies", PolicyMention, "", ("policy__title",)),
    ("topics", TopicMention, "", ("topic__name",)),
    ("quotations", Quotation, "", ("speaker", "words")),
    ("visits", Visit, "", ("name", "first", "last")),
    ("stops", VisitStop, "visit__", ("visit__name", "text")),
    ("companions", VisitCompanion, "visit__", ("visit__name", "name", "part")),
)


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
        before, names = _facts(page), _names(page)
        set_source(page, source)
        store_reading(page, reading, identity_key(source, page.file_name), READER_VERSION)
        after, names = _facts(page), names | _names(page)
        if not apply:
            transaction.set_rollback(True)
    return change_between(before, after, names)


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
    for kind, model, fact, fields in FACTS:
        rows = model.objects.filter(**{f"{fact}article__in": articles}).exclude(**{f"{fact}status": Status.REJECTED})
        values = rows.values_list(f"{fact}article__uid", *fields)
        found[kind] = Counter(" ".join(_printed(value) for value in row if value is not None) for row in values)
    return found


def _printed(value: Any) -> str:
    """A column's value in a report; the runs of a quotation follow one another."""
    return "……".join(value) if isinstance(value, list) else str(value)


def _names(page: Page) -> dict[str, str]:
    return {article.uid: str(article) for article in Article.objects.readable().filter(page=page)}

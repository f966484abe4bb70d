"""Readings for tests, built by hand: spans are found by looking for the words in the body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from articles.importing.identity import Incoming
from articles.importing.manifest import Given
from articles.importing.storing import store_page
from articles.models import Article, Page
from articles.reading.records import (
    ArticleReading,
    ArticleText,
    Companion,
    Decoded,
    EventDate,
    Facts,
    Figure,
    PageReading,
    Person,
    PlaceMention,
    Policy,
    PostHeld,
    Project,
    Quotation,
    Source,
    Span,
    Stop,
    Variant,
    Visit,
)

DAY = date(2021, 8, 7)
CITY = "山西省/晋中市"
COUNTY = "山西省/晋中市/左权县"


def span(body: str, words: str) -> Span:
    """Where the words first stand in a body."""
    start = body.index(words)
    return Span(start, start + len(words), words)


def spans(body: str, words: str) -> tuple[Span, ...]:
    """All the places where the words stand."""
    starts = [at for at in range(len(body)) if body.startswith(words, at)]
    return tuple(Span(at, at + len(words), words) for at in starts)


def make_held(body: str, text: str, place: str | None = COUNTY, **values: Any) -> PostHeld:
    """A post as printed; its full title is the place's name and the words unless given."""
    name = place.rsplit("/", 1)[-1] if place else ""
    told = {"resolved": f"{name}{text}", "organ": name, "rule": "title name", "confidence": 0.95, **values}
    return PostHeld(text=text, place=place, span=span(body, text), **told)


def make_person(body: str, name: str, *posts: PostHeld, role: str = "official") -> Person:
    """A person with all mentions."""
    return Person(name, role, posts, spans(body, name), "title name", 0.97)


def make_named_place(body: str, text: str, resolved: str | None = COUNTY, kind: str = "admin") -> PlaceMention:
    """A place with all mentions."""
    return PlaceMention(text, resolved, kind, spans(body, text), "full name", 0.9)


def make_found_policy(body: str, title: str, **values: Any) -> Policy:
    """A policy with all mentions of its title."""
    told: dict[str, Any] = {"short": None, "issuer": None, "level": None, **values}
    return Policy(title=title, mentions=spans(body, title), rule="title", confidence=0.9, **told)


def make_found_project(body: str, name: str, total: str = "", place: str | None = COUNTY, **values: Any) -> Project:
    """A project with all mentions; total is printed as in 3亿元."""
    yuan = int(float(total.removesuffix("亿元")) * 10**8) if total else None
    figures = (Figure("总投资", float(yuan or 0), "元", span(body, total)),) if total else ()
    told: dict[str, Any] = {"owner": None, "stage": "started", "stage_span": None, **values}
    return Project(
        name=name, place=place, investment_yuan=yuan, figures=figures, mentions=spans(body, name), rule="names",
        confidence=0.9, **told,
    )  # fmt: skip


def make_quotation(body: str, statement: str, words: str, speaker: str = "郑文若", **values: Any) -> Quotation:
    """What a speaker says: the statement with its attribution, and the words within it."""
    told: dict[str, Any] = {"role": "official", "verb": "说", "direct": False, "confidence": 0.95, **values}
    return Quotation(
        speaker=speaker, words=(span(body, words),), span=span(body, statement), rule="speaker before, named", **told
    )


def make_visit(
    body: str,
    clause: str,
    stops: dict[str, str | None],
    companions: Sequence[str] = (),
    official: str = "郑文若",
    day: str = "",
) -> Visit:
    """A visit told by a clause; stops are printed words with their paths, the day stands as printed."""
    return Visit(
        official=official,
        date=EventDate(DAY, DAY, "day", span(body, day)) if day else None,
        stops=tuple(Stop(path, span(body, text)) for text, path in stops.items()),
        companions=tuple(Companion(name, "official", "companion", span(body, name)) for name in companions),
        mentions=(span(body, clause),),
        rule="goes to, name",
        confidence=0.95,
    )


def make_text(body: str, headline: str = "左权动态", **values: Any) -> ArticleText:
    """An article's text on lines 1 and 2."""
    told: dict[str, Any] = {
        "kind": "news", "section": None, "kicker": None, "subhead": None, "byline": (), "crossheads": (),
        "body_lines": ((2, 2),), "headline_lines": ((1, 1),), "offsets": ((0, 2),), "confidence": 0.95,
        "reasons": ("made by hand",), **values,
    }  # fmt: skip
    return ArticleText(headline=headline, paragraphs=tuple(body.split("\n")), **told)


def make_read(
    body: str, headline: str = "左权动态", *, text: dict[str, Any] | None = None, **facts: Any
) -> ArticleReading:
    """An article with its facts."""
    return ArticleReading(make_text(body, headline, **(text or {})), Facts(**facts))


def make_source(
    paper: str | None = "晋中日报", day: date | None = DAY, page: int | None = 1, home: str | None = CITY
) -> Source:
    """A source, whole unless said otherwise."""
    return Source(paper, home, day, page, ("made by hand",))


def make_incoming(text: str, source: Source, name: str = "", given: Given | None = None) -> Incoming:
    """A file that was read, with its hash."""
    name = name or f"{source.paper}_{source.date}_{source.page}.txt"
    decoded = Decoded(text, "utf-8", "valid UTF-8", 1.0)
    return Incoming(name, sha256(text.encode()).hexdigest(), decoded, source, given or Given())


def store(
    reads: Sequence[ArticleReading],
    source: Source | None = None,
    page: Page | None = None,
    variants: Sequence[Variant] = (),
) -> Page:
    """Store a page of these articles, or renew one."""
    source = source or make_source()
    text = "\n".join(f"{read.text.headline}\n{read.text.body}" for read in reads)
    incoming = make_incoming(f"{source.paper} {source.date} {source.page}\n{text}", source)
    return store_page(incoming, PageReading(source, tuple(reads), (), tuple(variants)), "test", page)


def only_article(page: Page) -> Article:
    """The single article of a page."""
    return page.articles.get()

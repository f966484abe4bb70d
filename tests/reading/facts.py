"""Reading one invented article in tests: its text and paper in, its people and places out."""

from __future__ import annotations

from datetime import date
from functools import cache

from articles.reading.dates.finding import find_event_dates
from articles.reading.gazetteer import Gazetteer
from articles.reading.people.officials import find_people
from articles.reading.places.finding import find_places, primary_places
from articles.reading.projects.finding import find_projects
from articles.reading.records import ArticleText, Contributor, Person, PlaceMention, Quotation, Source, Visit
from articles.reading.statements.quotations import find_quotations
from articles.reading.statements.visits import find_visits

Posts = dict[str, list[tuple[str, str | None]]]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the fixtures, loaded once."""
    return Gazetteer.load()


def make_text(body: str, headline: str | None = None, **values: object) -> ArticleText:
    """An article of a body whose paragraphs are parted by line feeds."""
    plain = {"kind": "news", "section": None, "kicker": None, "subhead": None, "byline": (), "crossheads": ()}
    lines = {"body_lines": ((1, 1),), "headline_lines": (), "offsets": (), "confidence": 1.0, "reasons": ()}
    return ArticleText(headline=headline, paragraphs=tuple(body.split("\n")), **{**plain, **lines, **values})  # type: ignore[arg-type]


def make_source(paper: str | None = "晋中日报", year: int | None = 2021) -> Source:
    """A newspaper's issue of the first of June."""
    home = gazetteer().resolve_paper(paper) if paper else None
    return Source(paper, home, date(year, 6, 1) if year else None)


def places_in(
    body: str, paper: str | None = "晋中日报", year: int | None = 2021, **values: object
) -> tuple[PlaceMention, ...]:
    """The places of a body in that paper and year."""
    return find_places(make_text(body, **values), make_source(paper, year), gazetteer())  # type: ignore[arg-type]


def paths_in(body: str, paper: str | None = "晋中日报", year: int | None = 2021, **values: object) -> set[str]:
    """The resolved paths of a body's places."""
    return {place.resolved for place in places_in(body, paper, year, **values) if place.resolved}


def primary_in(
    body: str, paper: str | None = "晋中日报", headline: str | None = None, **values: object
) -> tuple[str, ...]:
    """The primary places of a body."""
    text, source = make_text(body, headline, **values), make_source(paper)
    return primary_places(text, find_places(text, source, gazetteer()), source)


def people_in(
    body: str, paper: str | None = "晋中日报", year: int | None = 2021, **values: object
) -> dict[str, Person]:
    """The people of a body by name."""
    text, source = make_text(body, **values), make_source(paper, year)  # type: ignore[arg-type]
    people = find_people(text, source, gazetteer(), find_places(text, source, gazetteer()))
    return {person.name: person for person in people}


def posts_in(body: str, paper: str | None = "晋中日报", year: int | None = 2021, **values: object) -> Posts:
    """Each official's posts as (printed text, path of the place)."""
    people = people_in(body, paper, year, **values).values()
    return {one.name: [(post.text, post.place) for post in one.posts] for one in people if one.role == "official"}


def make_writer(name: str, role: str = "记者") -> Contributor:
    """One name of a byline."""
    return Contributor(name, role)


def quotations_in(body: str) -> tuple[Quotation, ...]:
    """What the people of a body are reported to have said."""
    text, source = make_text(body), make_source()
    places = find_places(text, source, gazetteer())
    return find_quotations(text, find_people(text, source, gazetteer(), places), places)


def visits_in(body: str) -> tuple[Visit, ...]:
    """Where the officials of a body went, in an issue of the first of June 2021."""
    text, source = make_text(body), make_source()
    places = find_places(text, source, gazetteer())
    people = find_people(text, source, gazetteer(), places)
    projects = find_projects(text, places, source)
    return find_visits(text, people, places, find_event_dates(text, source.date), projects)

"""Where officials went: 8月6日，市委书记甲深入某县…调研 — who, when, to which places and sites, with whom.

A visit is one official's of one article, however many clauses tell of it. It needs a clause that names a place or a site
by itself (an anchor); others, as 在某镇，甲察看…, add their stops to it. Only officials visit.
"""

from __future__ import annotations

import re

from articles.reading.dates.finding import each_mention
from articles.reading.records import ArticleText, EventDate, Person, PlaceMention, Project, Span, Stop, Visit
from articles.reading.statements.discourse import Actor, Discourse
from articles.reading.statements.visit_clauses import GROUP, TOUR, Clause, clauses_of
from articles.reading.statements.visit_company import Journey, companion, join_company
from articles.reading.statements.visit_dates import date_of
from articles.reading.statements.visit_scenes import SceneReader
from articles.reading.statements.visit_stops import StopReader

MOST_STOPS, MOST_COMPANIONS = 40, 40
_LEADS_GROUP = re.compile(f"率[^，。]{{0,8}}{GROUP.pattern}")


def find_visits(
    article: ArticleText,
    people: tuple[Person, ...],
    places: tuple[PlaceMention, ...],
    dates: tuple[EventDate, ...],
    projects: tuple[Project, ...] = (),
) -> tuple[Visit, ...]:
    """The visits of an article's officials, one an official, in the order of the text."""
    discourse = Discourse(article.body, people, places)
    reader = StopReader(article.body, places)
    journeys = _journeys(discourse, reader)
    SceneReader(discourse, reader, projects).add_to(journeys)
    journeys = [journey for journey in journeys if any(clause.stops for clause in journey.clauses)]
    for actor in discourse.actors:
        join_company(discourse, actor, journeys)
    named = each_mention(dates)
    return tuple(_visit(discourse, journey, named) for journey in journeys)


def _journeys(discourse: Discourse, reader: StopReader) -> list[Journey]:
    """The journeys that name a stop; where none does, the one tour, whose stops are told in scenes."""
    found: dict[str, Journey] = {}
    for actor in discourse.actors:
        company = discourse.company(actor)
        clauses = list(clauses_of(discourse, reader, actor)) if _may_go(discourse, actor, company) else []
        if clauses:
            found.setdefault(company[0].person.name, Journey(company)).clauses += clauses
    journeys = _leading_somewhere(list(found.values()))
    if len(journeys) == 1:
        _follow_group(discourse, reader, journeys[0])
    return sorted(journeys, key=lambda journey: journey.clauses[0].span.start)


def _leading_somewhere(journeys: list[Journey]) -> list[Journey]:
    anchored = [one for one in journeys if any(clause.anchored for clause in one.clauses)]
    for journey in anchored:
        journey.clauses = [clause for clause in journey.clauses if clause.stops]
    tours = [one for one in journeys if any(clause.rule == TOUR for clause in one.clauses)]
    return anchored or (tours if len(tours) == 1 else [])


def _may_go(discourse: Discourse, actor: Actor, company: list[Actor]) -> bool:
    """Whether an actor is an official, or the last of several named together, who opens a clause."""
    officials = all(one.person.role == "official" for one in company)
    return officials and discourse.leads(company[0]) and not discourse.is_followed(actor)


def _follow_group(discourse: Discourse, reader: StopReader, journey: Journey) -> None:
    """Add where the group goes that the official leads: 副省长甲率调研组到某市。调研组先后来到…"""
    first = journey.leads[0]
    led = _LEADS_GROUP.match(discourse.body, first.end)
    starts = [led.end()] if led else [clause.span.end for clause in journey.clauses if clause.rule == TOUR]
    for match in GROUP.finditer(discourse.body, starts[0]) if starts else ():
        actor = Actor(first.person, match.start(), match.end(), "group", 0.85)
        if discourse.leads(actor) and not discourse.is_quoted(match.start()):
            journey.clauses += (clause for clause in clauses_of(discourse, reader, actor) if clause.stops)


def _visit(discourse: Discourse, journey: Journey, dates: tuple[EventDate, ...]) -> Visit:
    anchor = next(clause for clause in journey.clauses if clause.anchored or clause.rule == TOUR)
    first, *equals = journey.leads
    companions = [companion(discourse, one, "lead") for one in equals]
    companions += [one for one in journey.companions.values() if one.name != first.person.name]
    return Visit(
        official=first.person.name,
        date=date_of(discourse, anchor.actor, dates),
        stops=_distinct(journey.clauses)[:MOST_STOPS],
        companions=tuple(companions[:MOST_COMPANIONS]),
        mentions=_joined(discourse.body, [clause.span for clause in journey.clauses]),
        rule=f"{anchor.rule}, {anchor.actor.rule}",
        confidence=anchor.confidence,
    )


def _joined(body: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start <= found[-1].end:
            start, end = found[-1].start, max(found.pop().end, span.end)
            span = Span(start, end, body[start:end])
        found.append(span)
    return tuple(found)


def _distinct(clauses: list[Clause]) -> tuple[Stop, ...]:
    """Each place and each site once, where it is first told, in the order of the text."""
    found: dict[str, Stop] = {}
    for stop in sorted((stop for clause in clauses for stop in clause.stops), key=lambda stop: stop.span.start):
        found.setdefault(stop.place or stop.span.text, stop)
    return tuple(found.values())

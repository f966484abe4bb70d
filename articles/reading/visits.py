"""Where officials went: 8月6日，市委书记甲深入某县…调研 — who, when, to which places and sites, with whom.

A visit is one official's of one article, however many clauses tell of it. It needs a clause that names a place or a site
by itself (an anchor); others, as 在某镇，甲察看…, add their stops to it. Only officials visit.
"""

from __future__ import annotations

import re

from articles.reading.discourse import Actor, Discourse
from articles.reading.records import ArticleText, EventDate, Person, PlaceMention, Project, Span, Stop, Visit
from articles.reading.visit_clauses import Clause, clauses_of
from articles.reading.visit_company import Journey, companion, join_company
from articles.reading.visit_dates import date_of
from articles.reading.visit_scenes import SceneReader
from articles.reading.visit_stops import StopReader

MOST_STOPS, MOST_COMPANIONS = 40, 40
_GROUP = re.compile("(?:调研|检查|考察|督导|督查|视察)组")
_LEADS_GROUP = re.compile(f"率[^，。]{{0,8}}{_GROUP.pattern}")


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
    for actor in discourse.actors:
        join_company(discourse, actor, journeys)
    return tuple(_visit(discourse, journey, dates) for journey in journeys)


def _journeys(discourse: Discourse, reader: StopReader) -> list[Journey]:
    found: dict[str, Journey] = {}
    for actor in discourse.actors:
        company = discourse.company(actor)
        clauses = list(clauses_of(discourse, reader, actor)) if _may_go(discourse, actor, company) else []
        if clauses:
            found.setdefault(company[0].person.name, Journey(company)).clauses += clauses
    anchored = [one for one in found.values() if any(clause.anchored for clause in one.clauses)]
    if len(anchored) == 1:
        _follow_group(discourse, reader, anchored[0])
    return sorted(anchored, key=lambda journey: journey.clauses[0].span.start)


def _may_go(discourse: Discourse, actor: Actor, company: list[Actor]) -> bool:
    """Whether an actor is an official, or the last of several named together, who opens a clause."""
    officials = all(one.person.role == "official" for one in company)
    return officials and discourse.leads(company[0]) and not discourse.is_followed(actor)


def _follow_group(discourse: Discourse, reader: StopReader, journey: Journey) -> None:
    """Add where the group goes that the official leads: 副省长甲率调研组到某市。调研组先后来到…"""
    first = journey.leads[0]
    led = _LEADS_GROUP.match(discourse.body, first.end)
    for match in _GROUP.finditer(discourse.body, led.end()) if led else ():
        actor = Actor(first.person, match.start(), match.end(), "group", 0.85)
        if discourse.leads(actor) and not discourse.is_quoted(match.start()):
            journey.clauses += clauses_of(discourse, reader, actor)


def _visit(discourse: Discourse, journey: Journey, dates: tuple[EventDate, ...]) -> Visit:
    anchor = next(clause for clause in journey.clauses if clause.anchored)
    first, *equals = journey.leads
    companions = [companion(discourse, one, "lead") for one in equals]
    companions += [one for one in journey.companions.values() if one.name != first.person.name]
    return Visit(
        official=first.person.name,
        date=date_of(discourse, anchor.actor.start, dates),
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
    """Each place and each site once, where it is first told."""
    found: dict[str, Stop] = {}
    for stop in (stop for clause in clauses for stop in clause.stops):
        found.setdefault(stop.place or stop.span.text, stop)
    return tuple(found.values())

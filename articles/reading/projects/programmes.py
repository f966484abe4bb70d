"""Programmes: a number of projects told with one sum, such as 重大项目12类48个，总投资210亿元."""

from __future__ import annotations

import re
from datetime import date

from articles.reading.projects.amounts import find_amounts
from articles.reading.projects.figures import INVESTMENT, find_figures
from articles.reading.projects.names import Clause
from articles.reading.projects.places import PlaceSpots
from articles.reading.projects.stage_words import decide_stage, find_stage_words
from articles.reading.records import Figure, Project, Span

PROGRAMME = "programme"
# Shorter names (产业项目15个) are parts of a sum told before.
SHORTEST = 6
MOST = 50
_NUMBER = r"(?:[0-9]{1,3}(?:大)?类[，、]?)?[0-9]{1,4}(?:个|项)"
_AFTER = re.compile(
    rf"(?P<name>(?:[0-9]{{4}}年(?:至|—|-)?){{0,2}}(?:全[省市县区州]|上半年|下半年|全年|年度)?[^，。；：、0-9“”]{{0,12}}项目)(?:共|共计|达)?(?P<number>{_NUMBER})"
    r"(?=[，、]?(?:计划|预计|年度)?总投资)"
)
_BEFORE = re.compile(
    rf"(?P<name>(?:上半年|下半年|全年|今年|年度)?(?:计划)?总投资[0-9.]{{1,9}}[万亿]{{1,2}}元的?(?P<number>{_NUMBER})[^，。；：、0-9]{{0,12}}?项目)"
)
_VERB = re.compile(r"^.{0,8}?(?:其中|谋划|实施|推进|推动|储备|安排|建设|签约|开工|确定|对|将|把|了|的)")


def find_programmes(body: str, parts: tuple[Clause, ...], spots: PlaceSpots, issue: date | None) -> list[Project]:
    """The programmes of a body, each with the number of its projects and their sum."""
    found: list[Project] = []
    tried = 0
    for number, clause in enumerate(parts):
        limit = min(parts[number + 1].end, clause.end + 40) if number + 1 < len(parts) else clause.end
        match = _AFTER.search(body, clause.start, limit) or _BEFORE.search(body, clause.start, clause.end)
        if match and match.start() < clause.end:
            tried += 1
            one = _programme(body, clause, match, limit, spots, issue)
            found += [one] if len(one.name) >= SHORTEST else []
        if tried >= MOST:
            break
    return found


def _programme(
    body: str, clause: Clause, match: re.Match[str], limit: int, spots: PlaceSpots, issue: date | None
) -> Project:
    start = match.start()
    if lead := _VERB.match(match["name"]):
        start += lead.end() if match.re is _AFTER else 0
    sums = [figure for figure in find_figures(body, match.start(), limit) if figure.label == INVESTMENT]
    counts = find_amounts(body, match.start("number"), match.end("number"))
    figures = [Figure("项目数", one.value, "个", one.span) for one in counts[-1:]] + sums[:1]
    stage, span = decide_stage(find_stage_words(body, clause.start, limit, issue), _default(body, clause, start))
    name = body[start : match.end("name")]
    return Project(
        name=name,
        place=_place(start, spots),
        owner=None,
        investment_yuan=round(sums[0].value) if sums else None,
        stage=stage,
        stage_span=span,
        figures=tuple(figures),
        mentions=(Span(start, match.end("name"), name),),
        rule=PROGRAMME,
        confidence=0.6,
    )


def _default(body: str, clause: Clause, start: int) -> str:
    return "under_construction" if re.search("加快|推进|推动", body[clause.start : start]) else "planned"


def _place(start: int, spots: PlaceSpots) -> str | None:
    """The place named last before the programme, else the article's usual one."""
    before = spots.within(0, start)
    return before[-1] if before else spots.usual

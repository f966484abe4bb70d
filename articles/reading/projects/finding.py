"""Projects of an article: named things being built, bought or brought in, with stage, figures, owner and place.

A name (names.py, forms.py) that the words around it make a project (evidence.py) gathers what
the article says of it (reach.py): stage (stages.py) and figures (figures.py). Precision first.
"""

from __future__ import annotations

from dataclasses import replace

from articles.reading.projects.details import complete, put_together
from articles.reading.projects.evidence import Weighed, weigh
from articles.reading.projects.forms import find_brands, find_enumerated, other_forms
from articles.reading.projects.merging import merge
from articles.reading.projects.names import Clause, Name, clauses, find_names
from articles.reading.projects.parts import is_component
from articles.reading.projects.places import place_spots
from articles.reading.projects.programmes import PROGRAMME, find_programmes
from articles.reading.projects.reach import stretches
from articles.reading.projects.rows import find_rows
from articles.reading.projects.sums import find_sum_names
from articles.reading.projects.taken_up import taken_up
from articles.reading.records import ArticleText, PlaceMention, Project, Source

# How many clauses back a name may stand that a later sentence takes up.
NEAR = 60
# How far beyond a clause signs of work are looked for.
REACH = 220
# No article names so many projects; what does is a table or rubbish, and is not read to its end.
MOST = 300
MOST_REFUSED = 10 * MOST


def find_projects(article: ArticleText, places: tuple[PlaceMention, ...], source: Source) -> tuple[Project, ...]:
    """The projects of one article in the order of their first mention. `places` are the article's, found before.

    A number of projects with one sum (重大项目12类48个，总投资210亿元) is no project but a programme; it comes with
    the rule PROGRAMME, so that it can be kept apart (is_programme). Linear in the length of the body.
    """
    body = article.body
    parts = clauses(body)
    found = _weighed(body, parts, places)
    said = stretches(body, parts, found)
    taken = frozenset(at for one in found for at in range(one.name.start, one.name.end))
    spots = place_spots(places, source)
    drafts = [
        draft
        for group in merge(found)
        for draft in put_together([(found[i], said[i]) for i in group], body, taken, source.date)
    ]
    projects = [complete(draft, body, spots) for draft in drafts]
    projects += find_programmes(body, parts, spots, source.date)
    return tuple(sorted(projects, key=lambda project: project.mentions[0].start))


def is_programme(project: Project) -> bool:
    """Whether this is a number of unnamed projects with one sum rather than a project."""
    return project.rule == PROGRAMME


def is_public(project: Project) -> bool:
    """Whether a project may be shown as one: named, no programme, and with a figure, a stage or a place."""
    told = project.figures or project.stage != "unknown" or project.place
    return bool(project.name and told) and not is_programme(project)


def _weighed(body: str, parts: tuple[Clause, ...], places: tuple[PlaceMention, ...]) -> list[Weighed]:
    """The names of a body that are projects, with their evidence, left to right."""
    admin = [place for place in places if place.kind == "admin" and len(place.text) > 1]
    place_names = frozenset(place.text for place in admin)
    covered = frozenset(at for place in admin for span in place.mentions for at in range(span.start, span.end))
    found: list[Weighed] = []
    refused: list[Weighed] = []
    rows = find_rows(body, parts)
    for number, clause in enumerate(parts):
        before = parts[number - 1] if number and parts[number - 1].sentence == clause.sentence else None
        enumerated = find_enumerated(body, clause, before)
        for one in _with_sums(
            body, clause, [] if enumerated else _of_clause(body, clause, before, found, covered, place_names), rows
        ):
            (found if one.is_project and not is_component(one, found[-1] if found else None, body) else refused).append(
                one
            )
        found += [Weighed(name, 6, ("enumerated",)) for name in enumerated]
        if not enumerated and (taken := taken_up(body, clause, parts[max(0, number - NEAR) : number], found, refused)):
            kept = [one for one in found if not _overlap(one.name, taken.name)]
            found = sorted([*kept, taken], key=lambda one: one.name.start)
        if len(found) >= MOST or len(refused) >= MOST_REFUSED:
            break
    return found[:MOST]


def _of_clause(
    body: str,
    clause: Clause,
    before: Clause | None,
    found: list[Weighed],
    covered: frozenset[int],
    place_names: frozenset[str],
) -> list[Weighed]:
    """The names of a clause that end in a head word, weighed."""
    rest = body[clause.end : clause.end + REACH].split("\n")[0]
    previous = body[before.start : before.end] if before else ""
    last = found[-1].name if found and found[-1].name.clause.sentence == clause.sentence else None
    weighed = []
    for name in _names(body, clause, covered):
        one = weigh(_with_verb_of(name, last, before), rest, previous, place_names)
        last = one.name if one.is_project else last
        weighed.append(one)
    return weighed


def _with_sums(body: str, clause: Clause, weighed: list[Weighed], rows: dict[int, Weighed]) -> list[Weighed]:
    """With the names that only a sum shows, where none of the projects found by their words overlaps them.

    A name that a whole row of a list is about stands for all others in its clause.
    """
    if clause.start in rows:
        return [rows[clause.start]]
    sums = [
        one
        for one in find_sum_names(body, clause)
        if not any(
            other.is_project and _overlap(one.name, other.name) and not _extends(one.name, other.name)
            for other in weighed
        )
    ]
    others = [other for other in weighed if not any(_overlap(one.name, other.name) for one in sums)]
    return sorted([*others, *sums], key=lambda one: one.name.start)


def _extends(one: Name, other: Name) -> bool:
    """Whether a name goes on where the other ends: 某加工园 标准厂房."""
    return one.start == other.start and other.end < one.end <= other.end + 8


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _names(body: str, clause: Clause, covered: frozenset[int]) -> list[Name]:
    names = [form for name in find_names(body, clause, covered) for form in other_forms(name)]
    brands = find_brands(body, clause)
    if brands:
        names = [name for name in names if name.end <= brands.start or name.start >= brands.end] + [brands]
    return sorted(names, key=lambda name: name.start)


def _with_verb_of(name: Name, last: Name | None, before: Clause | None) -> Name:
    """A name that fills its clause goes on with the verb of the clause before: 布局甲电站，乙储能项目."""
    if last is None or name.before or name.verb or before is None or last.clause.start != before.start:
        return name
    return replace(name, verb=last.verb, inherited=True) if len(name.after) <= 9 and not last.after[8:] else name

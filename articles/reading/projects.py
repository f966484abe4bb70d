"""Projects of an article: named things being built, bought or brought in, with stage, figures, owner and place.

A name (project_names.py, project_forms.py) that the words around it make a project (project_evidence.py) gathers what
the same sentence and those after it say: stage (stages.py) and figures (project_figures.py). Precision first: a number
of projects without names (16类66个) is a programme and no project.
"""

from __future__ import annotations

from articles.reading.project_details import Draft, complete, split_phases
from articles.reading.project_evidence import Weighed, weigh
from articles.reading.project_forms import find_brands, other_forms
from articles.reading.project_merging import merge
from articles.reading.project_names import Clause, Name, clauses, find_names
from articles.reading.records import ArticleText, PlaceMention, Project, Source

# How far beyond a clause its own sentence and the next are looked at for signs of work.
REACH = 220


def find_projects(article: ArticleText, places: tuple[PlaceMention, ...], source: Source) -> tuple[Project, ...]:
    """The projects of one article in the order of their first mention. `places` are the article's, found before.

    Linear in the length of the body.
    """
    body = article.body
    parts = clauses(body)
    found = _weighed(body, parts, frozenset(place.text for place in places if len(place.text) > 1))
    drafts = [draft for group in merge(found) for draft in split_phases(Draft(group), body, parts, found, source.date)]
    return tuple(complete(draft, body, places, source) for draft in drafts)


def _weighed(body: str, parts: tuple[Clause, ...], place_names: frozenset[str]) -> list[Weighed]:
    """The names of a body that are projects, with their evidence, left to right."""
    found: list[Weighed] = []
    for number, clause in enumerate(parts):
        rest = body[clause.end : clause.end + REACH].split("\n")[0]
        before = parts[number - 1] if number and parts[number - 1].sentence == clause.sentence else None
        previous = body[before.start : before.end] if before else ""
        for name in _names(body, clause):
            one = weigh(name, rest, previous, place_names)
            if one.is_project:
                found.append(one)
    return found


def _names(body: str, clause: Clause) -> list[Name]:
    names = [form for name in find_names(body, clause) for form in other_forms(name)]
    brands = find_brands(body, clause)
    if brands:
        names = [name for name in names if name.end <= brands.start or name.start >= brands.end] + [brands]
    return sorted(names, key=lambda name: name.start)

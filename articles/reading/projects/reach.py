"""Which words of an article speak of which project: its own clause, its sentence, and what goes on about it.

A sentence goes on about the last project when it takes it up (该项目, 产业园选址 …) anywhere in the article, or when it
follows at once and begins as such sentences do (目前, 建成后, 一期 …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.projects.evidence import Weighed
from articles.reading.projects.names import Clause
from articles.reading.projects.references import takes_up
from articles.reading.projects.rows import ROW
from articles.reading.projects.signs import INVESTED

# Sentences in a row that may go on about a project without taking it up by a word.
PATIENCE = 3
# How many clauses of its sentence before a project may speak of it.
EARLIER = 6
# How far back the last words of a project may be whose next phase a sentence begins with.
NEAR = 150
# How many projects before the last may be taken up again.
FEW = 3
_GOES_ON = re.compile(
    r"^(?:据悉，|据介绍，|据了解，|[^，。“]{2,12}介绍，)?(?:目前|如今|建成后|投产后|达产后|投用后|全部|总投资|计划总投资|预计|一期|二期|三期|"
    r"[^，。；]{0,8}[二三]期(?:工程|项目)|[^，。；]{2,20}的[一二三]期|其中|规划|占地|主要建设|主体|建设内容|届时|届时，|同时，项目|今年将投资)"
)
_NEXT_PHASE = re.compile("(?:其中，|[^，。；：“]{2,6}：)?[一二三四]期(?:计划|拟|预计)?(?:总?投资|工程|项目|将|正|于)")
# What is built in phases is still spoken of where a new paragraph begins with one of them.
_IN_PHASES = re.compile("分[两二三四]期")
_WORKED_ON = re.compile(r"施工|建设进度|工程进度|建成投|竣工|投运|开工|运营|游客接待|试生产")
_LINKS = ("和", "、", "及", "以及", "与", "及其")


@dataclass(frozen=True, slots=True)
class Stretch:
    """body[start:end] speaks of a project.

    role: own; lead (its clause before its name); earlier (the sentence before its clause); shared (said of several);
    context (earlier, with another project between).
    """

    start: int
    end: int
    role: str


def stretches(body: str, parts: tuple[Clause, ...], found: list[Weighed]) -> list[list[Stretch]]:
    """For each of the found names, in their order, the stretches that speak of it. Linear in the length."""
    said: list[list[Stretch]] = [_own(number, found) for number in range(len(found))]
    starts: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        starts.setdefault(one.name.clause.start, []).append(number)
    current: list[int] = []
    patience = reached_to = 0
    for sentence in _by_sentence(parts):
        active = False
        if current and sentence[0].start not in starts:
            current = _meant(body, sentence[0], current, found)
            named = any(clause.start in starts for clause in sentence)
            patience = _patience(body, sentence, found[current[-1]], 0 if named else patience, reached_to)
            active = patience >= 0
        for at, clause in enumerate(sentence):
            if clause.start in starts:
                current, active, patience = starts[clause.start], True, PATIENCE
                _add_earlier(said, current, body, sentence[max(0, at - EARLIER) : at + 1], starts)
            elif active and at and body[clause.start - 1] in "；;":
                active = _still(body, clause, found[current[-1]])
            if active:
                _add_own(said, current, clause, found)
                reached_to = clause.end
    return said


def _meant(body: str, first: Clause, current: list[int], found: list[Weighed]) -> list[int]:
    """The last project, or one a little before it that a sentence takes up by a word of its own (该桥, 二期总投资)."""
    text = body[slice(*first.sentence)]
    if takes_up(text, found[current[-1]].name):
        return current
    before = range(current[-1] - 1, max(-1, current[-1] - 1 - FEW), -1)
    taken = next((number for number in before if takes_up(text, found[number].name)), None)
    return current if taken is None else [taken]


def _still(body: str, clause: Clause, last: Weighed) -> bool:
    """Whether what follows a semicolon still speaks of the project."""
    text = body[clause.start : clause.end]
    return bool(_GOES_ON.match(text) or takes_up(text, last.name))


def _add_own(said: list[list[Stretch]], current: list[int], clause: Clause, found: list[Weighed]) -> None:
    if found[current[-1]].name.clause.start == clause.start:
        return
    reached = _those_reached(current, found)
    role = "shared" if len(reached) > 1 or found[reached[0]].in_list else "own"
    for number in reached:
        said[number].append(Stretch(clause.start, clause.end, role))


def _own(number: int, found: list[Weighed]) -> list[Stretch]:
    """The clause of a name, up to its neighbours in it; what leads to the next name (总投资3亿元的乙) is the next's."""
    name = found[number].name
    same = [one.name for one in found[max(0, number - 12) : number + 13] if one.name.clause.start == name.clause.start]
    left = max([name.clause.start, *(one.end for one in same if one.end <= name.start)])
    right = name.clause.end
    after = [one for one in same if one.start >= name.end]
    if after and not _linked(number, found) and INVESTED.search(after[0].before[len(name.before) + len(name.text) :]):
        right = name.end
    elif after and not _linked(number, found):
        right = after[0].start
    return [Stretch(left, name.start, "lead"), Stretch(min(name.end, right), right, "own")]


def _linked(number: int, found: list[Weighed]) -> bool:
    """Whether the next name stands in one list with this one, so that what follows the list is said of both."""
    if number + 1 >= len(found) or found[number + 1].name.clause.start != found[number].name.clause.start:
        return False
    name, following = found[number].name, found[number + 1].name
    between = following.before[len(name.before) + (name.end - name.start) :]
    return between.lstrip("”") in _LINKS or found[number].in_list


def _those_reached(current: list[int], found: list[Weighed]) -> list[int]:
    """Of the names of one clause those that the words after it speak of: the last, and what is listed with it."""
    reached = [current[-1]]
    for number in reversed(current[:-1]):
        if not _linked(number, found):
            break
        reached.append(number)
    return reached


def _by_sentence(parts: tuple[Clause, ...]) -> Iterator[list[Clause]]:
    group: list[Clause] = []
    for clause in parts:
        if group and clause.sentence != group[0].sentence:
            yield group
            group = []
        group.append(clause)
    if group:
        yield group


def _patience(body: str, sentence: list[Clause], last: Weighed, patience: int, reached_to: int) -> int:
    """How many more sentences may go on about the last project; below 0 this one does not."""
    start, end = sentence[0].sentence
    text = body[start:end]
    if takes_up(text, last.name):
        return PATIENCE
    same_paragraph = body.find("\n", reached_to, start) < 0
    if same_paragraph and ROW in last.reasons:
        return PATIENCE
    within = same_paragraph or _IN_PHASES.search(body, last.name.end, start)
    if within and start - reached_to < NEAR and _NEXT_PHASE.match(text):
        return PATIENCE
    near = patience > 0 and same_paragraph
    visited = any(reason in last.reasons for reason in ("inspected", "building site", "key project"))
    if near and (_GOES_ON.match(text) or visited and _WORKED_ON.search(text)):
        return patience - 1
    return -1


def _add_earlier(
    said: list[list[Stretch]], current: list[int], body: str, till: list[Clause], starts: dict[int, list[int]]
) -> None:
    """What the sentence says before a project, in `till` but its last clause: an agreement signed, a sum invested.

    For the first project, and the first behind a semicolon, that is earlier; for the others it is mere context.
    """
    before = till[:-1]
    parted = [at for at, clause in enumerate(till) if body[clause.start - 1 : clause.start] in ("；", ";")]
    named = [at for at, clause in enumerate(before) if clause.start in starts]
    own = parted[-1] if parted and named and parted[-1] > named[-1] else None
    told = [Stretch(clause.start, clause.end, "context" if named else "earlier") for clause in before]
    told = told[: named[0] if named else None]
    if own is not None:
        told += [Stretch(clause.start, clause.end, "earlier") for clause in before[own:]]
    for number in current:
        said[number][:0] = told

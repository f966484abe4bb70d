"""Names that may be projects: what stands between a boundary word and a head word, with its surroundings.

Nothing is decided here but where a name begins and ends; evidence.py weighs whether it is a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.projects.edges import find_edges, left_edge
from articles.reading.projects.words import head_pattern, heads, verbs
from articles.reading.sentences import sentences

LONGEST_NAME = 60
LONGEST_CLAUSE = 300
_CLAUSE = re.compile(r"[，；：。！？!?;\n…]|——")
_PHASE = re.compile(r"(?:集群|项目群)?[（(]?(?:一二|一|二|三|四|五|首|1|2|3)期(?:工程|项目)?[）)]?")
_WORKED_UPON = re.compile(
    r"(?:增容|整体|异地)?(?:迁建|改扩建|扩建|改建|提升改造|升级改造|改造提升|提质改造|改造|技改|续建)(?:工程|项目|[一二三]期)?(?=[、，。；等]|$|\s)"
)
_COUNTER = re.compile(
    r"^(?:[0-9]{1,5}(?:\.[0-9])?|[一二两三四五六七八九十百]{1,3})[余多]?(?:公里|个|条|座|处|所|栋|家|项|块|片|口|孔|台|套)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the body: [start, end) and the sentence that holds it."""

    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A possible project name at body[start:end]; `before` and `after` are the rest of its clause.

    `verb` is the boundary word right before the name or before the list that it is part of, "" where none is;
    `inherited` when it is the clause before that has it.
    """

    text: str
    start: int
    end: int
    head: str
    kind: str
    verb: str
    before: str
    after: str
    clause: Clause
    inherited: bool = False


def clauses(body: str) -> tuple[Clause, ...]:
    """All clauses of a body, in their order; what goes on without a mark is cut at LONGEST_CLAUSE characters."""
    return tuple(clause for sentence in sentences(body) for clause in _clauses_of(body, sentence.start, sentence.end))


def _clauses_of(body: str, start: int, end: int) -> Iterator[Clause]:
    marks = [(mark.start(), mark.end()) for mark in _CLAUSE.finditer(body, start, end)]
    left = start
    for mark_start, mark_end in [*marks, (end, end)]:
        for cut in range(left, mark_start, LONGEST_CLAUSE):
            yield Clause(cut, min(cut + LONGEST_CLAUSE, mark_start), (start, end))
        left = mark_end


def find_names(body: str, clause: Clause, covered: frozenset[int] = frozenset()) -> Iterator[Name]:
    """The possible names of one clause, left to right; names joined by 、 or 和 come one by one.

    `covered` are the offsets of place names, in which no word parts anything (新建镇).
    """
    found: list[Name] = []
    right = clause.end
    matches = list(head_pattern().finditer(body, clause.start, clause.end))
    edges = find_edges(body, clause.start, clause.end, covered) if matches else []
    for match in reversed(matches):
        if match.end() > right:
            continue
        name = _name_before(body, clause, match, edges)
        if name:
            found.append(name)
            right = name.start
    yield from reversed(found)


def _name_before(body: str, clause: Clause, match: re.Match[str], edges: list[re.Match[str]]) -> Name | None:
    """The name that ends with this head: from the last boundary on, past it where only generic words are left."""
    floor = max(clause.start, match.start() - LONGEST_NAME)
    end = _past_suffix(body, match.end(), clause.end)
    if quoted := _quoted(body, floor, match.end()):
        start, verb = quoted, left_edge(body, edges, floor, quoted - 1, quoted - 1)[1]
    else:
        start, verb = left_edge(body, edges, floor, match.start(), match.end(), clause.end)
    start = _drop_marks(body, start, match.end())
    text = body[start:end]
    if len(text) <= len(match.group()):
        return None
    text = _balanced(text)
    end = start + len(text)
    head = match.group()
    return Name(text, start, end, head, heads()[head], verb, body[clause.start : start], body[end : clause.end], clause)


def _quoted(body: str, floor: int, head_end: int) -> int | None:
    """The start of a name that stands in quotation marks of its own: 实施“某某拦沙工程”."""
    if not body.startswith("”", head_end):
        return None
    mark = body.rfind("“", floor, head_end)
    return mark + 1 if mark >= 0 and "”" not in body[mark:head_end] else None


def _drop_marks(body: str, start: int, head_end: int) -> int:
    """Past an opening mark that the name does not close, and past a count (21条背街小巷…)."""
    text = body[start:head_end]
    if text.startswith("“") and "”" not in text and body.startswith("”", head_end):
        return start + 1
    cut = text.rfind("“")
    if cut >= 0 and "”" not in text[cut:] and body[head_end : head_end + 6].find("”") < 0:
        start, text = start + cut + 1, text[cut + 1 :]
    close = text.rfind("”")
    if close >= 0 and "“" not in text[:close]:
        start, text = start + close + 1, text[close + 1 :]
    text = text.lstrip("”’）)·—- ")
    start = head_end - len(text)
    count = _COUNTER.match(text)
    return start + count.end() if count else start


def _balanced(text: str) -> str:
    """Without a quotation mark at its end that belongs to the sentence, or one in front that wraps the whole name."""
    if text.endswith("”") and "“" not in text:
        text = text[:-1]
    return text


def _past_suffix(body: str, end: int, limit: int) -> int:
    """Past a phase or the work on it that follows the head: 水库扩建, 项目二期."""
    match = _PHASE.match(body, end, limit) or _WORKED_UPON.match(body, end, limit)
    return match.end() if match else end


def verb_kind(word: str) -> str:
    """build, aim, push, visit or break; break for all that only parts words."""
    return verbs().get(word, "break")

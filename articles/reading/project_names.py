"""Names that may be projects: what stands between a boundary word and a head word, with its surroundings.

Nothing is decided here but where a name begins and ends; project_evidence.py weighs whether it is a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.reading.project_words import boundary_pattern, head_pattern, heads, is_generic, verbs
from articles.reading.sentences import sentences

LONGEST_NAME = 60
_CLAUSE = re.compile(r"[，；：。！？!?;\n…]|——")
_PHASE = re.compile(r"[（(]?(?:一二|一|二|三|四|五|首|1|2|3)期(?:工程|项目)?[）)]?")
_WORKED_UPON = re.compile(
    r"(?:增容|整体|异地)?(?:迁建|改扩建|扩建|改建|提升改造|升级改造|改造提升|提质改造|改造|技改|续建)(?:工程|项目|[一二三]期)?(?=[、，。；等]|$|\s)"
)
_COUNTER = re.compile(
    r"^(?:[0-9]{1,5}|[一二两三四五六七八九十百]{1,3})[余多]?(?:个|条|座|处|所|栋|家|项|块|片|口|孔|台|套)"
)
# Boundary words that also stand inside names: 高标准农田建设项目, 能力提升工程.
_EXTENDABLE = re.compile(
    "(?:建设|提升|改造|治理|优化|完善|拓展|开发|投资|合作|服务|管理|运营|生产|经营|利用|综合利用|扩建|迁建|改建|试点|联通|增强|加工|监测|"
    "排查|清理|整合|研究|保护|防止|突破|集中|共享|转移|储备|连接|全球|全国)$"
)
_LINK = re.compile(r"和|以及|及|与|、")


_LIST_END = re.compile(r"[^，。；]{0,60}?等[^，。；]{0,10}(?:项目|工程|矿井)")
_TRANSPARENT = re.compile(
    "一个|一座|一条|一处|一所|一家|一项|首个|首座|首条|第一个|全省|全市|全县|全区|全国|全球|我省|我市|我县|我区|重点|积极|了|起|新"
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
    """All clauses of a body, in their order."""
    found = []
    for sentence in sentences(body):
        start = sentence.start
        for mark in _CLAUSE.finditer(body, sentence.start, sentence.end):
            if mark.start() > start:
                found.append(Clause(start, mark.start(), (sentence.start, sentence.end)))
            start = mark.end()
        if sentence.end > start:
            found.append(Clause(start, sentence.end, (sentence.start, sentence.end)))
    return tuple(found)


def find_names(body: str, clause: Clause, covered: frozenset[int] = frozenset()) -> Iterator[Name]:
    """The possible names of one clause, left to right; names joined by 、 or 和 come one by one.

    `covered` are the offsets of place names, in which no word parts anything (新建镇).
    """
    found: list[Name] = []
    right = clause.end
    for match in reversed(list(head_pattern().finditer(body, clause.start, clause.end))):
        if match.end() > right:
            continue
        name = _name_before(body, clause, match, covered)
        if name:
            found.append(name)
            right = name.start
    yield from reversed(found)


def _name_before(body: str, clause: Clause, match: re.Match[str], covered: frozenset[int]) -> Name | None:
    """The name that ends with this head: from the last boundary on, past it where only generic words are left."""
    floor = max(clause.start, match.start() - LONGEST_NAME)
    end = _past_suffix(body, match.end(), clause.end)
    if quoted := _quoted(body, floor, match.end()):
        start, verb = quoted, _left_edge(body, floor, quoted - 1, quoted - 1, clause.end, covered)[1]
    else:
        start, verb = _left_edge(body, floor, match.start(), match.end(), clause.end, covered)
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


def _left_edge(
    body: str, floor: int, head_start: int, head_end: int, limit: int, covered: frozenset[int]
) -> tuple[int, str]:
    """Where the name begins and the word that governs it."""
    found = boundary_pattern().finditer(body, floor, head_start)
    edges = [edge for edge in found if edge.start() not in covered]
    while edges:
        edge = edges.pop()
        item = _last_item(body, edge.end(), head_end, limit)
        if item == edge.end() and is_generic(body[item:head_end]) and _EXTENDABLE.search(edge.group()):
            continue
        return item, _governor(body, edge, edges)
    return _last_item(body, floor, head_end, limit), ""


def _governor(body: str, edge: re.Match[str], others: list[re.Match[str]]) -> str:
    """The boundary word at a name; past a count or 我市 that stands between, and past 和 after another name."""
    last = edge
    for other in reversed(others):
        gap = body[other.end() : last.start()]
        transparent = _TRANSPARENT.fullmatch(last.group()) and not gap
        if not transparent and not (last.group() in ("和", "及", "与", "以及") and _ends_in_head(gap)):
            break
        last = other
    return last.group()


def _ends_in_head(text: str) -> bool:
    return re.search(f"(?:{head_pattern().pattern})”?$", text) is not None


def _last_item(body: str, left: int, head_end: int, limit: int) -> int:
    """Past the last 、 or 和 whose left side is an item of its own; a bare modifier before it belongs to the name."""
    cut = left
    listed = _LIST_END.match(body, head_end, limit)
    counted = [match.end() for match in _counted_head().finditer(body, left, head_end)]
    if counted:
        cut = counted[-1]
    for link in _LINK.finditer(body, cut, head_end):
        item = body[cut : link.start()]
        if listed and not _open(item, "“", "”") or _stands_alone(item, body[link.end() : head_end], link.group()):
            cut = link.end()
    return cut


@cache
def _counted_head() -> re.Pattern[str]:
    """A head that a count follows ends its name: 技改项目6条生产线."""
    return re.compile(f"(?:{head_pattern().pattern})(?=[0-9]{{1,4}}(?:条|个|座|栋|套|台|家|所))")


def _stands_alone(item: str, rest: str, link: str) -> bool:
    """Whether the left side of a link is a thing for itself, not a modifier (玖方、丰源储能项目)."""
    if _open(item, "“", "”") or _open(item, "（", "）"):
        return False
    if re.search(f"(?:{head_pattern().pattern})(?:[一二三]期)?”?$", item) or len(item) > 10:
        return True
    if re.search("[0-9](?:处|家|个|座|条|栋|套|台|亩|公里)$", item):
        return True
    if link != "、":
        return link != "及" and len(item) > 6
    return len(item) > 4 and len(rest) > 8


def _open(text: str, left: str, right: str) -> bool:
    return text.count(left) > text.count(right)


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

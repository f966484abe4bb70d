"""Which words of an article speak of which project: its own clause, its sentence, and what goes on about it.

A sentence goes on about the last project when it takes it up (该项目, 产业园选址 …) anywhere in the article, or when it
follows at once and begins as such sentences do (目前, 建成后, 一期 …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.reading.project_evidence import INVESTED, Weighed
from articles.reading.project_names import Clause, Name
from articles.reading.project_words import head_pattern, heads
from articles.reading.words import alternation

# Sentences in a row that may go on about a project without taking it up by a word.
PATIENCE = 3
# How many clauses of its sentence before a project may speak of it.
EARLIER = 6
# How far back the last words of a project may be whose next phase a sentence begins with.
NEAR = 150
# How many projects before the last may be taken up again.
FEW = 3
# How long an end of a name may be that stands for it.
LONGEST_END = 12
_GOES_ON = re.compile(
    r"^(?:据悉，|据介绍，|据了解，|[^，。“]{2,12}介绍，)?(?:目前|如今|建成后|投产后|达产后|投用后|全部|总投资|计划总投资|预计|一期|二期|三期|"
    r"[^，。；]{0,8}[二三]期(?:工程|项目)|[^，。；]{2,20}的[二三]期|其中|规划|占地|主要建设|主体|建设内容|届时|届时，|同时，项目|今年将投资)"
)
_NEXT_PHASE = re.compile("(?:其中，)?[二三四]期(?:计划|拟|预计)?(?:总?投资|工程|项目|将|正|于)")
_WORKED_ON = re.compile(r"施工|建设进度|工程进度|建成投|竣工|投运|开工|运营|游客接待|试生产")
_LINKS = ("和", "、", "及", "以及", "与", "及其")
_TAKEN_UP = "位于|投资|20[0-9]{2}年|选址|总投资|计划|占地|建成|全部|采用|由|目前|已|今年|主体|一期|整体|年|达产|投产|规划|分|自|将|概算|估算|预计|于|是|推广|建筑|包括|可|全长|总长|更换|设计|共|一次|获|估算|概算|预算|累计|连接|起于|[东南西北]起|起自|途经|依托|拟|地处|坐落|设|建有|涉及|覆盖|合计"
# The last sign of a name is enough behind 该 or 这座: 该桥, 这座馆.
_SIGNS = "桥园馆厂路线站库院校渠闸堤港镇楼"


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
                _add_earlier(said, current, sentence[max(0, at - EARLIER) : at], starts)
            elif active and at and body[clause.start - 1] in "；;":
                active = _still(body, clause, found[current[-1]])
            if active:
                _add_own(said, current, clause, found)
                reached_to = clause.end
    return said


def _meant(body: str, first: Clause, current: list[int], found: list[Weighed]) -> list[int]:
    """The last project, or one a little before it that a sentence takes up by a word of its own (该桥, 二期总投资)."""
    text = body[slice(*first.sentence)]
    if _takes_up(found[current[-1]].name).search(text):
        return current
    before = range(current[-1] - 1, max(-1, current[-1] - 1 - FEW), -1)
    taken = next((number for number in before if _takes_up(found[number].name).search(text)), None)
    return current if taken is None else [taken]


def _still(body: str, clause: Clause, last: Weighed) -> bool:
    """Whether what follows a semicolon still speaks of the project."""
    text = body[clause.start : clause.end]
    return bool(_GOES_ON.match(text) or _takes_up(last.name).search(text))


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
    if _takes_up(last.name).search(text):
        return PATIENCE
    same_paragraph = body.find("\n", reached_to, start) < 0
    if same_paragraph and start - reached_to < NEAR and _NEXT_PHASE.match(text):
        return PATIENCE
    near = patience > 0 and same_paragraph
    visited = any(reason in last.reasons for reason in ("inspected", "building site", "key project"))
    if near and (_GOES_ON.match(text) or visited and _WORKED_ON.search(text)):
        return patience - 1
    return -1


_THIS = "(?:该|这一|这个|这座|这条|这家|这项|这处|这所|上述|这批|此)"
# 该路段起于甲村，…，总投资, 这个总投资2亿元的项目: a sum says that the thing meant is the project.
_WITH_SUM = (
    r"^(?:该|这个|这一|这条|这座|这处|这项)(?:[\u4e00-\u9fff]{1,4}?(?:总投资|(?:由|起于|位于|全长|途经|连接|涉及)[^。；]{2,60}，(?:概算|估算|计划|预计)?总?投资)"
    r"|(?:计划|预计|拟)?总?投资[^，。；]{2,12}元的(?:[^，。；]{0,4}公路|项目|工程|[^，。；]{0,6}?HEAD))"
)


def _takes_up(name: Name) -> re.Pattern[str]:
    return _pattern(name.text, name.head)


@lru_cache(maxsize=1024)
def _pattern(text: str, head: str) -> re.Pattern[str]:
    """What takes up a name: 该 before its head, or as the subject its head or any longer end of the name."""
    held = {head, *head_pattern().findall(text)}
    held |= {"园区"} if "园" in text else set()
    held |= {"项目", "工程"} if heads().get(head) != "digital" else set()
    words = _either(held)
    signs = f"|{text[-1]}" if text[-1] in _SIGNS else ""
    subjects = _either(_subjects(text, held))
    told = f"{_THIS}(?:由[^，。；]{{2,20}}的)?(?:{words}|工程{signs})|(?:^|[，；])(?:新|本|整个)?(?:{subjects})(?={_TAKEN_UP})"
    return re.compile(f"{told}|[把将对](?:{words})(?={_TAKEN_UP})|{_WITH_SUM.replace('HEAD', re.escape(head))}")


def _subjects(text: str, held: set[str]) -> set[str]:
    """The words that stand for a name as a subject; of one phase only those that name it, since 产业园 is the whole."""
    ends = {text[-size:] for size in range(2, min(len(text), LONGEST_END) + 1)}
    if re.search("[一二三四]期$", text):
        return {end for end in ends if len(end) != 3} | {"项目", "工程"}
    return held | {end for end in ends if end.endswith(tuple(held))}


def _either(words: set[str]) -> str:
    return alternation(tuple(re.escape(word) for word in sorted(words)))


def _add_earlier(
    said: list[list[Stretch]], current: list[int], before: list[Clause], starts: dict[int, list[int]]
) -> None:
    """What the sentence says before the first project of it: an agreement signed, a sum invested.

    For the first project that is earlier; for those after it mere context.
    """
    named = [at for at, clause in enumerate(before) if clause.start in starts]
    role = "context" if named else "earlier"
    for number in current:
        said[number][:0] = [Stretch(clause.start, clause.end, role) for clause in before[: named[0] if named else None]]

"""How a sentence takes up a project that was named before: 该项目, 这座馆, 大桥总投资, 这个总投资2亿元的项目."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.reading.projects.names import Name
from articles.reading.projects.words import head_pattern, heads

# How long an end of a name may be that stands for it.
LONGEST_END = 12
# What a subject is told of, where it is a project.
_TELLS = re.compile(
    "位于|投资|20[0-9]{2}年|选址|总投资|计划|占地|建成|全部|采用|由|目前|已|今年|去年|前年|主体|一期|整体|年|达产|投产|规划|分|自|将|概算|估算|预计|于|是|推广|建筑|包括|可|全长|总长|更换|设计|共|一次|获|估算|概算|预算|累计|连接|起于|[东南西北]起|起自|途经|依托|拟|地处|坐落|设|建有|涉及|覆盖|合计"
)
_THIS = re.compile("(?:该|这一|这个|这座|这条|这家|这项|这处|这所|上述|这批|此)(?:由[^，。；]{2,20}的)?")
_CLAUSE_START = re.compile("(?:^|[，；])(?=(?P<own>新|本|整个)?)")
_OF_PHASE = re.compile("[一二三四]期(?:工程|项目)?(?:规划|计划|预计|拟|总?投资|正|已|将|开工|建成|投产)")
# The works of a name, and what they are done to.
_WORKS = re.compile("(?P<thing>[\u4e00-\u9fff]{2})(?:改造|加固|修复|治理|整治|重建|提升|扩建|迁建){1,2}(?:工程|项目)?$")
_GRASPED = re.compile("[把将对]")
# The last sign of a name is enough behind 该 or 这座: 该桥, 这座馆.
_SIGNS = "桥园馆厂路线站库院校渠闸堤港镇楼"
_ANY = ("项目", "工程")
_ANY_OF_RANK = re.compile(
    "(?:国家|省级|市级|县级|省|市|县|重点|重大|民生|标志性|产业|扶贫|建设|水利|交通){1,4}(?:项目|工程)$"
)
# 该路段起于甲村，…，总投资, 这个总投资2亿元的项目: a sum says that the thing meant is the project.
_WITH_SUM = re.compile(
    r"^(?:该|这个|这一|这条|这座|这处|这项)(?:[\u4e00-\u9fff]{1,4}?(?:总投资|(?:由|起于|位于|全长|途经|连接|涉及)[^。；]{2,60}，(?:概算|估算|计划|预计)?总?投资)"
    r"|(?:计划|预计|拟)?总?投资[^，。；]{2,12}元的(?P<thing>[^，。；]{2,12}))"
)


def takes_up(text: str, name: Name) -> bool:
    """Whether a sentence or clause speaks of the project of this name again. Linear in the text."""
    pointed, subjects = _words(name.text, name.head)
    if any(text.startswith(pointed, this.end()) for this in _THIS.finditer(text)):
        return True
    if any(_begins(text, start, subjects) for start in _CLAUSE_START.finditer(text)):
        return True
    if any(_told(text, grasp.end(), pointed) for grasp in _GRASPED.finditer(text)):
        return True
    return _with_sum(text, name.head) or _names_next_phase(text, pointed) or _works_on(text, name.text)


def _names_next_phase(text: str, pointed: tuple[str, ...]) -> bool:
    """Whether a clause begins with a phase of the thing: 园区二期计划投资5400万元."""
    starts = [start.end() for start in _CLAUSE_START.finditer(text)]
    return any(text.startswith(word, at) and _OF_PHASE.match(text, at + len(word)) for at in starts for word in pointed)


def _works_on(text: str, name: str) -> bool:
    """Whether the works that a name tells are done to their thing: 危桥改造工程, 对23座危桥进行加固."""
    works = _WORKS.search(name)
    done = works and re.search(f"对[^，。；]{{0,40}}{works['thing']}(?:进行|实施)", text)
    return bool(done)


def _begins(text: str, start: re.Match[str], subjects: tuple[str, ...]) -> bool:
    """Whether a clause begins with one of the subjects, be it after 新 or 本."""
    return _told(text, start.end(), subjects) or bool(start["own"]) and _told(text, start.end("own"), subjects)


def _told(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands there with something told of it."""
    return any(text.startswith(word, at) and _TELLS.match(text, at + len(word)) for word in words)


def _with_sum(text: str, head: str) -> bool:
    match = _WITH_SUM.match(text)
    if match is None or match["thing"] is None:
        return match is not None
    thing: str = match["thing"]
    if thing.startswith(_ANY) or _ANY_OF_RANK.match(thing):
        return True
    return "公路" in thing[:6] or head in thing[: 6 + len(head)]


@lru_cache(maxsize=1024)
def _words(text: str, head: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a name is called behind 该, and as a subject."""
    held = {head, *head_pattern().findall(text)}
    held |= {"园区"} if "园" in text else set()
    held |= set(_ANY) if heads().get(head) != "digital" else set()
    pointed = held | {"工程"} | ({text[-1]} if text[-1] in _SIGNS else set())
    return tuple(sorted(pointed)), tuple(sorted(_subjects(text, held)))


def _subjects(text: str, held: set[str]) -> set[str]:
    """The words that stand for a name as a subject; of one phase only those that name it, since 产业园 is the whole."""
    ends = {text[-size:] for size in range(2, min(len(text), LONGEST_END) + 1)}
    if re.search("[一二三四]期$", text):
        return {end for end in ends if len(end) != 3} | set(_ANY)
    return held | {end for end in ends if end.endswith(tuple(held))}

"""Parts of a project that are named but no project of their own: its counted halls and lines, its phases."""

from __future__ import annotations

import re

from articles.reading.projects.evidence import PART_HEADS, Weighed
from articles.reading.projects.names import Name
from articles.reading.projects.references import takes_up
from articles.reading.projects.signs import COUNT

# A part is named within so many characters of its project.
REACH_OF_PARTS = 160
_TOLD_FIRST = re.compile(
    r"(?:据悉，|据了解，|据介绍，|目前，)?(?:该|这个|此|本)?(?:项目|工程|基地|园区|产业园)(?!建设[是要])"
)
_HOLDING = frozenset(
    ("", "建设", "拟建设", "拟建", "新建", "包括", "包含", "涵盖", "拥有", "有", "是", "的", "规划建设", "进行", "和")
)
_HOLDS = re.compile(
    r"^(?:(?P<phase>首期|一期|二期|三期)|其中)?(?:工程|项目)?(?:还|计划|拟|将|主要|重点|配套|同步|规划|共){0,3}(?:在[^，。；]{2,10})?(?:建设|拟建|新建|包括|建有|设置)"
    r"(?:[0-9]{1,4}[余多]?(?:个|条|座|栋|处|万)?)?(?:[^，。；]{2,14}[和及、])?$"
)
# 一期投资2亿元，在青石镇建设加工园 tells what the phase consists of.
_OF_PHASE = re.compile("(?:其中，|[^，。；]{2,6})?(?:首|一|二|三)期(?:工程|项目)?(?:计划|预计|拟)?总?投资")
# What a project's sentence makes is its part.
_MAKING = frozenset(("建设", "建成", "新建", "配套建设", "包括", "规划建设", "和", "拟建"))
_BOUGHT = re.compile("(?:新上|新建|建设|购置|上)(?:[0-9]{1,3}|[一二两三四五六七八九十])(?:条|座|栋|幢|套)$")
_TOLD_OF = re.compile(r"(?:^|，|；)(?:一期|二期|三期|该?项目|该?工程|产业园|园区|基地|主要建设|建设内容)")


def is_component(one: Weighed, last: Weighed | None, body: str) -> bool:
    """Whether a name is a part of the project named before it: its counted halls and lines, its phases."""
    name = one.name
    if last is None:
        return False
    if "investment" in one.reasons or "invested in" in one.reasons:
        return _is_bought_for(name, last.name, body)
    near = name.start - last.name.end < REACH_OF_PARTS and "\n" not in body[last.name.end : name.start]
    same_sentence = last.name.clause.sentence == name.clause.sentence
    if near and re.match("[一二三四]期", name.text) and not name.before:
        return True
    if _is_held(one, last, body) or _is_counted(name, body, near, same_sentence):
        return True
    return same_sentence and name.head in PART_HEADS and not name.before and last.name.clause != name.clause


def _is_bought_for(name: Name, last: Name, body: str) -> bool:
    """Whether a sum told of the project right before buys this: …二期，拟投资3亿元新上两条生产线, 总投资3亿元的某园已建成冷库."""
    if last.clause == name.clause and name.head in PART_HEADS:
        return re.fullmatch("已?(?:经)?(?:建成|建有|建起)", body[last.end : name.start]) is not None
    follows = last.clause.sentence == name.clause.sentence and last.clause.end + 1 == name.clause.start
    return follows and name.head in PART_HEADS and _BOUGHT.search(body, name.clause.start, name.start) is not None


def _is_held(one: Weighed, last: Weighed, body: str) -> bool:
    """Whether the sentence or the clause tells of the project before that it holds this: 项目拟建设…, 一期建设…."""
    name, start = one.name, one.name.clause.sentence[0]
    if _OF_PHASE.match(body, max(start, body.rfind("；", start, name.start) + 1), name.start) and name.kind != "strong":
        return True
    told_first = _TOLD_FIRST.match(body, start, name.start)
    if told_first and (name.verb in _HOLDING and name.kind != "zone" or _named_before(name, body)):
        return True
    if name.clause.start > start and name.verb in _MAKING and takes_up(body[start : name.start], last.name):
        return True
    holds = _HOLDS.match(name.before) if name.kind != "strong" else None
    if holds is None:
        return False
    goes_on = last.name.clause.sentence == name.clause.sentence and body[name.clause.start - 1] not in "；;"
    has_sum = any(reason in last.reasons for reason in ("investment", "invested in", "sum follows"))
    return bool(holds["phase"]) or goes_on and has_sum


def _named_before(name: Name, body: str) -> bool:
    return name.text in body[max(name.clause.sentence[0], name.clause.start - REACH_OF_PARTS) : name.clause.start]


def _is_counted(name: Name, body: str, near: bool, same_sentence: bool) -> bool:
    """Whether it is so many halls or lines, told of a project: 建设4条隧道窑生产线."""
    if COUNT.match(name.after) is None or len(name.before) > 4 and name.verb not in ("和", "及"):
        return False
    told = _TOLD_OF.search(body[max(name.clause.sentence[0], name.start - 200) : name.start])
    return bool(told) or near and (same_sentence or name.head in PART_HEADS)

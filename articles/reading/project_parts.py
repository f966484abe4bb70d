"""Parts of a project that are named but no project of their own: its counted halls and lines, its phases."""

from __future__ import annotations

import re

from articles.reading.project_evidence import PART_HEADS, Weighed
from articles.reading.project_signs import COUNT

# A part is named within so many characters of its project.
REACH_OF_PARTS = 160
_TOLD_FIRST = re.compile(
    r"(?:据悉，|据了解，|据介绍，|目前，)?(?:该|这个|此|本)?(?:项目|工程|基地|园区|产业园)(?!建设[是要])"
)
_HOLDING = frozenset(
    ("", "建设", "拟建设", "拟建", "新建", "包括", "包含", "涵盖", "拥有", "有", "是", "的", "规划建设", "进行", "和")
)
_HOLDS = re.compile(
    r"^(?:首期|一期|二期|三期|其中)?(?:计划|拟|将|主要|重点|配套|同步|规划|共){0,2}(?:建设|拟建|新建|包括|建有|设置)(?:[0-9]{1,4}[余多]?(?:个|条|座|栋|处|万)?)?$"
)
_TOLD_OF = re.compile(r"(?:^|，|；)(?:一期|二期|三期|该?项目|该?工程|产业园|园区|基地|主要建设|建设内容)")


def is_component(one: Weighed, last: Weighed | None, body: str) -> bool:
    """Whether a name is a part of the project named before it: its counted halls and lines, its phases."""
    name = one.name
    if last is None or "investment" in one.reasons or "invested in" in one.reasons:
        return False
    near = name.start - last.name.end < REACH_OF_PARTS and "\n" not in body[last.name.end : name.start]
    if near and re.match("[一二三四五]期", name.text) and not name.before:
        return True
    told = _TOLD_OF.search(body[max(name.clause.sentence[0], name.start - 200) : name.start])
    counted = COUNT.match(name.after) is not None and (len(name.before) <= 4 or name.verb in ("和", "及"))
    if _TOLD_FIRST.match(body, name.clause.sentence[0], name.start) and name.verb in _HOLDING and name.kind != "zone":
        return True
    same_sentence = last.name.clause.sentence == name.clause.sentence
    has_sum = any(reason in last.reasons for reason in ("investment", "invested in", "sum follows"))
    if (
        name.kind != "strong"
        and _HOLDS.match(name.before)
        and (same_sentence and has_sum or near and name.before[1] == "期")
    ):
        return True
    if (
        _TOLD_FIRST.match(body, name.clause.sentence[0], name.start)
        and name.text in body[max(name.clause.sentence[0], name.clause.start - REACH_OF_PARTS) : name.clause.start]
    ):
        return True
    if counted and told:
        return True
    if counted and near and (same_sentence or name.head in PART_HEADS):
        return True
    return same_sentence and name.head in PART_HEADS and not name.before and last.name.clause != name.clause

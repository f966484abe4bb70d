"""Where the name of a possible project begins: after which word, past which part of a list."""

from __future__ import annotations

import re
from functools import cache

from articles.reading.projects.words import boundary_pattern, head_pattern, is_generic

# Boundary words that also stand inside names: 高标准农田建设项目, 能力提升工程.
_EXTENDABLE = re.compile(
    "(?:建设|提升|改造|治理|优化|完善|拓展|开发|投资|合作|服务|管理|运营|生产|经营|利用|综合利用|扩建|迁建|改建|试点|联通|增强|加工|监测|巩固|打通|续建|"
    "排查|清理|整合|研究|保护|防止|突破|集中|共享|转移|储备|连接|全球|全国)$"
)
_LINK = re.compile(r"和|以及|及|与|、")
_LIST_END = re.compile(r"(?:[^，。；等]{0,60}+等){1,3}?[^，。；]{0,10}(?:项目|工程|矿井)")
_TRANSPARENT = re.compile(
    "一个|一座|一条|一处|一所|一家|一项|首个|首座|首条|第一个|全省|全市|全县|全区|全国|全球|我省|我市|我县|我区|重点|积极|了|起|新"
)


def find_edges(body: str, start: int, end: int, covered: frozenset[int]) -> list[re.Match[str]]:
    """The boundary words of body[start:end] but for those in `covered` offsets, left to right."""
    return [edge for edge in boundary_pattern().finditer(body, start, end) if edge.start() not in covered]


def left_edge(
    body: str, edges: list[re.Match[str]], floor: int, head_start: int, head_end: int, limit: int | None = None
) -> tuple[int, str]:
    """Where the name that ends at `head_end` begins, not before `floor`, and the word that governs it ("" for none).

    `limit` is the end of the clause, up to which a list may go on.
    """
    limit = head_end if limit is None else limit
    near = [edge for edge in edges if floor <= edge.start() and edge.end() <= head_start]
    while near:
        edge = near.pop()
        item = _last_item(body, edge.end(), head_end, limit)
        extendable = edge.group() in ("与", "和") or _EXTENDABLE.search(edge.group())
        if item == edge.end() and is_generic(body[item:head_end]) and extendable:
            continue
        return item, _governor(body, edge, near)
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
    return _head_at_end().search(text) is not None


# 某大桥及接线工程 is one project.
_SUBORDINATE = re.compile("(?:两岸|两端)?(?:接线|引道|连接线|附属|配套|附属设施|配套设施)(?:工程|项目)$")


@cache
def _head_at_end() -> re.Pattern[str]:
    return re.compile(f"(?:{head_pattern().pattern})(?:[一二三]期)?”?$")


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
    """Whether the left side of a link is a thing for itself, not a modifier (龙泉、凤山储能项目)."""
    if _open(item, "“", "”") or _open(item, "（", "）"):
        return False
    if link != "、" and _SUBORDINATE.match(rest):
        return False
    if len(item) > 10 or _head_at_end().search(item):
        return True
    if re.search("[0-9](?:处|家|个|座|条|栋|套|台|亩|公里|平方米|米)$", item):
        return True
    if link != "、":
        return link != "及" and len(item) > 6
    return len(item) > 4 and len(rest) > 8


def _open(text: str, left: str, right: str) -> bool:
    return text.count(left) > text.count(right)

"""The word lists of the project rules, compiled once: heads, verbs, generic modifiers."""

from __future__ import annotations

import re
from functools import cache

from articles.reading.words import alternation, any_of, read_pairs, read_words

# One character is a boundary too, but not inside the words that the looks around it name (华为, 有限公司, 在建).
_SINGLE = (
    "高标准(?!农田)", "(?<!水土)保持", "恢复(?!重建|工程|项目|治理)",
    "按(?!摩|揭|钮)", "在(?!建|线)", "于(?!都|洪|田)", "从(?!业|江|化)", "向(?!阳|东|荣)", "(?<![应核])对(?!口|接|外|流)", "把(?!关)", "将(?!军|乐)",
    "由", "(?<!华)为(?!民|家)", "(?<![可难所])以(?!及|上|下|内|外|色)", "让", "使(?!用)", "被", "给(?!排|水)", "的(?!士)",
    "(?<![祥泰亲雍呼协中共安永])和(?!平|田|谐|顺|县|政|林|静|硕|布|合|美|龙)", "与(?!会)", "(?<![高中初])等(?!级|离)", "是",
    "(?<![国所共拥私])有(?!限|机|色|轨|线)", "了", "着(?!力|色)", "到(?!位)", "该", "如(?!意|东|皋)", "已", "拟",
    "要(?!素|闻)", "比(?!亚迪|如)", "集中(?=签约|开工|力量|推进|攻坚|实施|建设|开展|组织|打造|整治|竣工)", "就(?!业|地|近|医|诊|餐)", "内(?!蒙|江|乡|黄|丘|陆|河|部|环|燃)", "后(?!续|勤|备|山|沟)",
    "共享(?!储能|农机|农庄|单车|菜园|田园|厨房|平台|中心|法庭|电|医院|实验)",
    "(?:生产|经营|管理|运营|使用|储备|销售|连接)(?!线|基地|项目|中心|加工|车间|企业|能力|制造|研发|平台|库|站|服务|系统|总部|及|、)",
)  # fmt: skip


@cache
def heads() -> dict[str, str]:
    """Head word → class: strong, site, works, digital or zone."""
    return {word: value.split("\t")[0] for word, value in read_pairs("project_heads")}


@cache
def head_pattern() -> re.Pattern[str]:
    """Any head word, the longest first; 工程师, 项目部 and their like hold none."""
    return re.compile(
        f"{any_of(alternation(tuple(heads())))}(?<!土建工程)(?<!主体工程)(?<!桩基工程)(?<!项目车间)(?<!工程现场)(?!师|量|名|总策划|总监|育|经济|军团|学院|院士|系|兵|机械|技术|款|质量|化|部|经理|库|制|法|办|学|组|书记|主任|农业|城区|以)"
    )


@cache
def verbs() -> dict[str, str]:
    """Boundary word → class: build, aim, push, visit or break."""
    return {word: kind for words, kind in read_pairs("project_verbs") for word in words.split()}


@cache
def boundary_pattern() -> re.Pattern[str]:
    """Any word that parts a name from what stands before it."""
    time = r"[0-9]{1,4}年(?:初|底|末)?|[0-9]{1,2}月(?:初|底|份|中旬|上旬|下旬)?|[0-9]{1,2}日(?:上午|下午)?"
    return re.compile(f"{any_of(alternation(tuple(verbs())))}|{time}|{'|'.join(_SINGLE)}")


@cache
def _generic_words(places_too: bool) -> tuple[frozenset[str], int]:
    kinds = heads()
    known = kinds if places_too else [word for word, kind in kinds.items() if kind == "strong"]
    words = frozenset((*read_words("project_generic"), *known, *"“”（）()+、和与及.0123456789"))
    return words, max(len(word) for word in words)


def is_generic(name: str, places_too: bool = True) -> bool:
    """Whether a name says no more than what kind of thing it is: 省级重点项目, 高质量发展工程.

    Without `places_too` a word like 公路 or 医院 makes a name say something.
    """
    words, longest = _generic_words(places_too)
    reached = [True, *[False] * len(name)]
    for end in range(1, len(name) + 1):
        starts = range(max(0, end - longest), end)
        reached[end] = any(reached[start] and name[start:end] in words for start in starts)
    return reached[-1]

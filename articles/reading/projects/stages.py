"""How far a project is: by the words said of it, else by the verb that governs its name, else by its group.

11个项目集中开工。某某项目总投资3亿元 tells of one project only that it has started with the others.
"""

from __future__ import annotations

import re

from articles.reading.projects.evidence import Weighed
from articles.reading.projects.names import Name, verb_kind
from articles.reading.projects.rows import ROW
from articles.reading.projects.stage_words import ORDER, StageWord, decide_stage
from articles.reading.records import Span

# What is said of the projects of an enumeration before it begins.
_TOGETHER = (
    ("签约", "signed"),
    ("竣工|建成", "completed"),
    ("投产|投用", "operating"),
    ("开工|动工|启动", "started"),
    ("在建|续建|复工|推进", "under_construction"),
    ("谋划|储备|拟|计划|安排", "planned"),
)
_GROUP_STAGES = (("开工", "started"), ("签约", "signed"), ("投产", "operating"), ("竣工", "completed"))
_GROUP = re.compile(
    r"(?:(?:集中|个项目[^，。；]{0,6})|(?=(?:开工|签约|投产|竣工)的项目))(?P<stage>开工|签约|投产|竣工)"
)
# 竣工项目中，… speaks of one group until its paragraph ends; of projects begun together little else may be told.
_ONE_GROUP = re.compile(r"(?P<stage>开工|签约|投产|竣工)的?项目中，")
_DONE_GROUP = re.compile(r"(?P<stage>投产|竣工)的?项目中，")
_ALL_AT_ONCE = re.compile(r"集中(?P<stage>开工|签约|投产|竣工)")
_TOGETHER_TOLD = 300
_SAYS_LITTLE = ("规划", "选址", "谋划")
_NOW = re.compile(r"加快|抓紧|全力|正在|推进|推动|加紧")
_AHEAD = re.compile(r"将|拟|计划|重点|年内|[^主]要|谋划|争取|下一步|未来|打算|今后")


def project_stage(one: Weighed, words: list[StageWord], body: str) -> tuple[str, Span | None]:
    """The stage of a project of which these words are said, and what tells it; "unknown" where nothing does."""
    default = _stage_of_group(one.name, body) or default_stage(one)
    stage, span = decide_stage(words, _ahead(one.name, default, body))
    if span is None and stage != "unknown":
        span = _verb_span(one.name, body)
    return _with_group(stage, span, one, body)


def default_stage(one: Weighed) -> str:
    """The stage that the governing verb gives when no other word does: one of STAGES."""
    name = one.name
    if "relied on" in one.reasons:
        return "unknown"
    if "investment" in one.reasons and name.verb == "的" and re.match("里|内|中", name.after):
        return "operating"
    if "enumerated" in one.reasons:
        return next((stage for words, stage in _TOGETHER if re.search(words, name.before)), "unknown")
    if name.verb == "完成" and name.kind in ("works", "strong"):
        return "completed"
    verb = name.verb if verb_kind(name.verb) in ("build", "push", "found") else _last_verb(name)
    if verb_kind(verb) == "push":
        return "planned" if re.search("落地|签约|落户|谋划|创建|开工", name.after[:20]) else "under_construction"
    if verb in ("建成", "建起", "建了", "竣工"):
        return "completed"
    if verb in ("上线", "启用", "投产", "投用", "投运", "建成投用", "建成投产"):
        return "operating"
    if verb in ("建设", "在建", "续建", "承建", "实施", "试点"):
        before = name.before[-30:]
        under_way = _NOW.search(name.before[-12:]) or verb != "实施" and not _AHEAD.search(before)
        paid = "investment" in one.reasons and not _AHEAD.search(before)
        return "under_construction" if under_way or paid else "planned"
    return "planned" if verb_kind(verb) in ("build", "found") else "unknown"


def _stage_of_group(name: Name, body: str) -> str | None:
    """What the sentence before tells of a group of projects that this is one of: 11个项目集中开工。其中，…"""
    start = name.clause.sentence[0]
    if not body.startswith("其中", start):
        return None
    match = _GROUP.search(body[max(0, start - 150) : start])
    return dict(_GROUP_STAGES)[match["stage"]] if match else None


def _with_group(stage: str, span: Span | None, one: Weighed, body: str) -> tuple[str, Span | None]:
    """The stage of the group that a project is told in, where that is further or nothing else is known of it."""
    name = one.name
    paragraph = max(body.rfind("\n", 0, name.start) + 1, name.start - 2 * _TOGETHER_TOLD)
    known_so_far = span is not None and span.text not in _SAYS_LITTLE and ROW not in one.reasons
    little = stage == "unknown" or stage == "planned" and not known_so_far
    match = _last(_ONE_GROUP if little else _DONE_GROUP, body, paragraph, name.start)
    if match is None and little:
        match = _last(_ALL_AT_ONCE, body, *_led_by(one, body))
    told = dict(_GROUP_STAGES)[match["stage"]] if match else stage
    if match is None or ORDER[told] <= ORDER.get(stage, -1):
        return stage, span
    return told, Span(match.start("stage"), match.end("stage"), match["stage"])


def _led_by(one: Weighed, body: str) -> tuple[int, int]:
    """Where it stands what several projects have in common: before the sentence of one, or before a whole list."""
    if ROW in one.reasons:
        start = body.rfind(one.name.before, 0, one.name.start)
        return start, start + len(one.name.before)
    end = one.name.clause.sentence[0]
    return max(0, end - _TOGETHER_TOLD), end


def _last(pattern: re.Pattern[str], body: str, start: int, end: int) -> re.Match[str] | None:
    """The last place of a pattern in body[start:end]."""
    return next(iter([*pattern.finditer(body, start, end)][::-1]), None)


def _ahead(name: Name, stage: str, body: str) -> str:
    """Planned instead of being built when the sentence began with 将, 拟 … before the clause of the name."""
    before = body[max(name.clause.sentence[0], name.clause.start - 40) : name.clause.start]
    if stage == "under_construction" and name.verb == "建设" and re.search("还将|将|拟|打算|下一步", before):
        return "planned"
    return stage


def _verb_span(name: Name, body: str) -> Span | None:
    """Where the verb stands that gave the stage."""
    verb = name.verb if verb_kind(name.verb) != "break" else _last_verb(name)
    at = body.rfind(verb, max(0, name.clause.start - 60), name.start) if verb else -1
    return Span(at, at + len(verb), verb) if at >= 0 else None


def _last_verb(name: Name) -> str:
    """The last building or pushing word of what leads to the name, as in 推进总投资2亿元的某某项目."""
    words = re.findall("推进|推动|加快|抓好|启动|实施|谋划|布局|引进|建设|新建", name.before)
    return words[-1] if words else ""

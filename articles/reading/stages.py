"""The stage of a project from the words said of it: what has happened outranks what is planned.

The words are in lexicon/stage_words.txt. A word is future after 将, 预计, 确保 … or with a month past the issue's, and
conditional before 后 (投产后); then opening means planned, and completion means that building goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from articles.reading.records import STAGES, Span
from articles.reading.words import alternation, read_pairs

# In which order stages follow each other; suspended and cancelled override all.
ORDER = {
    stage: rank
    for rank, stage in enumerate(
        [
            "planned",
            "signed",
            "approved",
            "started",
            "under_construction",
            "completed",
            "trial",
            "operating",
            "suspended",
            "cancelled",
        ]
    )
}
# How far before a word its tense is looked for.
WINDOW = 30
# What is finished of a part is not finished of the whole.
_PARTLY = re.compile(r"主体|基础|桩基|路基|地基|土建|楼面|首段|部分|主拱|厂房[^，]{0,4}$|基本$")
_FUTURE = re.compile(
    r"将|计划|拟|预计|预期|力争|争取|确保|保证|有望|即将|[需须]要|要(?!素)|尽快|尽早|及早|早日|准备|明年|后年|年底|年内|底前|日前$|月前$|前(?:全部|全面)?$|"
    r"待|按期|如期|按时|推动|推进|力促|督促|希望|届时|谋划|争|可|能(?!源|够)|为期|目标|抓紧|提前|早一天|早日"
)
# 2136户居民全部签约, 5家企业签约入驻 say nothing of the works; 首台样机下线 comes before operation.
_OF_PEOPLE = re.compile(r"(?:居民|村民|住户|商户|群众|家企业|[0-9]户|学员|人才|[0-9]人)[^，；。]{0,6}$")
_SOME_DONE = re.compile(r"^了?[0-9]{1,3}(?:个|座|栋|条|处|孔|幢|公里|万亩)")
_FIRST_PIECE = re.compile(r"首台|首套|首件|样机|样品")
_DONE_BEFORE = re.compile(r"已(?:于|在|经)?[^，]{0,8}前$")
_RESUMED = ("复工", "重新启动", "恢复施工", "重新开工", "重启", "恢复建设")
_PAST = re.compile(r"已|了|目前|现已|日前|近日|成功|去年|今年以来|截至|正在|现在|刚刚|顺利")
_NEGATED = re.compile(r"(?:未|没有|没|尚未|不|无法|难以|能不能|能否)[^，]{0,3}$")
_CONDITIONAL = re.compile(
    r"^(?:投产|运营|投运|使用|达产|达效|整体|全面|并){0,2}(?:后|之后|以后|率|前|时间|日期|条件|仪式前)"
)
_MONTH = re.compile(r"(?P<rel>今年|明年|去年|前年|[0-9]{4}年)?(?P<month>1[0-2]|[1-9])月")
_NO_PREDICATE = re.compile(
    r"^(?:间|情况|节点|类|等手续|手续|许可|图纸|招标|企业|便道|用地|单位|部门|方案|规划|目标|任务|资金|工作|库|指标|队伍|公司|能力|场所|手续|环境|成本|费)"
)


@dataclass(frozen=True, slots=True)
class StageWord:
    """A stage word at its span; `future` when what it says has not happened yet."""

    stage: str
    span: Span
    future: bool


@cache
def stage_words() -> dict[str, str]:
    """Word → stage."""
    rows = read_pairs("stage_words")
    return {word: value.split("\t")[0] for words, value in rows for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation(tuple(stage_words())))


def find_stage_words(body: str, start: int, end: int, issue: date | None) -> list[StageWord]:
    """The stage words of the clause body[start:end], negated ones left out."""
    found = []
    for match in _pattern().finditer(body, start, end):
        before, after = (
            body[max(start, match.start() - WINDOW) : match.start()],
            body[match.end() : min(end, match.end() + 8)],
        )
        if _NEGATED.search(before) or _NO_PREDICATE.match(after):
            continue
        stage = _of_part(stage_words()[match.group()], before, after)
        if stage is None:
            continue
        future = bool(_CONDITIONAL.match(after)) or _is_future(before, issue)
        found.append(StageWord(stage, Span(match.start(), match.end(), match.group()), future))
    return found


def _of_part(stage: str, before: str, after: str) -> str | None:
    """The stage of the whole where the word is said of a part (主体完工, 已建成3个); None where of people or firms."""
    if stage in ("signed", "operating") and _OF_PEOPLE.search(before[-12:]):
        return None
    if stage == "completed" and (_PARTLY.search(before[-10:]) or _SOME_DONE.match(after)):
        return "under_construction"
    return "trial" if stage == "operating" and _FIRST_PIECE.search(before[-8:]) else stage


def _is_future(before: str, issue: date | None) -> bool:
    months = list(_MONTH.finditer(before))
    if months and issue and not re.search("[已了]", before):
        rel, month = months[-1]["rel"] or "今年", int(months[-1]["month"])
        year = issue.year + {"今年": 0, "明年": 1, "去年": -1, "前年": -2}.get(rel, 0)
        year = int(rel[:4]) if rel[0].isdigit() else year
        if (year, month) != (issue.year, issue.month):
            return (year, month) > (issue.year, issue.month)
    if _DONE_BEFORE.search(before):
        return False
    wish = list(_FUTURE.finditer(before))
    fact = list(_PAST.finditer(before))
    return bool(wish) and (not fact or fact[-1].start() < wish[-1].start())


def decide_stage(words: list[StageWord], default: str) -> tuple[str, Span | None]:
    """The stage of a project from all the words said of it, and the word that decided.

    Of what has happened the latest stage counts, and building under way whether or not someone urges it on. With
    nothing but future words, an opening ahead means planned, a completion ahead under construction; else `default`,
    which is one of STAGES.
    """
    if default not in STAGES:
        raise ValueError(f"no stage: {default}")
    if any(word.span.text in _RESUMED and not word.future for word in words):
        words = [word for word in words if word.stage != "suspended"]
    real = [
        word
        for word in words
        if not word.future or word.stage == "under_construction" and word.span.text not in _RESUMED
    ]
    done = [word for word in real if ORDER[word.stage] >= ORDER["signed"]]
    if done:
        best = max(done, key=lambda word: ORDER[word.stage])
        return best.stage, best.span
    if ORDER.get(default, 0) >= ORDER["completed"]:
        return default, None
    ahead = [word for word in words if word.future]
    opening = next((word for word in ahead if word.stage in ("planned", "signed", "approved", "started")), None)
    if opening or real:
        word = opening or real[0]
        return "planned", word.span
    if ahead:
        return ("planned" if default == "planned" else "under_construction"), ahead[0].span
    return default, None

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
# Before this day 月底 is still ahead.
END_OF_MONTH = 20
# What is finished of a part is not finished of the whole.
_PARTLY = re.compile(
    r"主体|基础|桩基|路基|地基|土建|楼面|首段|部分|主拱|相继$|陆续$|其余[^，]{0,4}$|已有[0-9]{1,4}[座栋幢个条处孔]$|厂房(?!已?经?全部)[^，]{0,4}$|基本$"
)
_FUTURE = re.compile(
    r"将|计划|拟|预计|预期|力争|争取|确保|保证|有望|即将|[需须]要|要(?!素|求)|尽快|尽早|及早|早日|准备|明年|后年|(?<!去)(?<!去年)年底|(?<!去)年内|下半年|下个?月|三季度|四季度|(?<![0-9上])月底|分[两二三四五]年|底前|日前$|月前$|(?<![^0-9]日)(?<!^日)(?<!目)(?<!提)前(?:全部|全面|正式|对外|试|可|实现){0,2}$|(?:秋收|麦收|秋|汛|雨季|开春)[以之]?后$|原定|原计划|"
    r"待|按期|如期|按时|推动|推进|力促|督促|希望|届时|谋划|争|可|能(?!源|够)|为期|目标|抓紧|提前|早一天|早日"
)
# 2136户居民全部签约, 5家企业签约入驻 say nothing of the works; 首台样机下线 comes before operation.
_OF_PEOPLE = re.compile(r"(?:居民|村民|住户|商户|群众|家企业|[0-9]户|学员|人才|[0-9]人)[^，；。]{0,6}$")
_OF_FIRMS = re.compile(r"[0-9]家[^，；。]{0,4}企业$")
# A park whose firms produce is at work, which their contracts and their moving in do not tell.
_FOR_PEOPLE = ("用上", "喝上", "投产")
_SOME_DONE = re.compile(r"^了?[0-9]{1,3}(?:个|座|栋|条|处|孔|幢|公里|万亩)")
_SOME_OF_THEM = re.compile(r"已有[0-9]{1,4}(?:座|栋|幢|个|条(?!生产线)|处|孔)[^，；。]{0,4}$")
_SOME_BUILT = re.compile(r"已(?:经)?建成[^，；。、0-9]{2,6}[0-9]{1,4}(?:座|栋|幢|条|处|孔)")
_FIRST_PIECE = re.compile(r"首台|首套|首件|样机|样品")
_DONE_BEFORE = re.compile(r"已(?:于|在|经)?[^，]{0,8}前$")
_RESUMED = ("复工", "重新启动", "恢复施工", "重新开工", "重启", "恢复建设")
_PAST = re.compile(r"已|了|目前|现已|日前|近日|成功|去年|今年以来|截至|正在|现在|刚刚|顺利")
_NEGATED = re.compile(r"(?:未|没有|没|尚未|不|无法|难以|能不能|能否)[^，]{0,3}$")
# Under way without a word of the list: 正在铺设木栈道, 已完成七成, 现已完成41公里.
_AT_WORK = re.compile(
    r"正在?(?:加紧|抓紧|进行|陆续|紧张|有序|全力){0,2}[^，。；、0-9]{0,4}?"
    r"(?:铺[设轨装油管]|砌|装修|装设备|更新|改造|栽[植种]|补种|填筑|回填|拆除|清淤|抢修|修复|修缮|打地基|开挖|衬砌|平整|建设)"
)
_SHARE_DONE = re.compile(
    r"(?:完成|建成|栽植|修复|衬砌|铺设|铺了|敷设|开挖|治理|建至)[^，。；0-9]{0,16}?"
    r"(?:[0-9][0-9.]{0,6}万?(?:公里|米|亩|[%％])|[一二三四五六七八九]成|过半|一半|大半)"
)
# Words of daily work, which a trial run knows too.
_DAILY = frozenset(("日产", "满负荷", "销往", "直供", "运行", "下线"))
# A stop that is over.
_ONCE = re.compile(r"(?:曾|一度)[^，。；]{0,14}$")
# When it began, where that is an earlier year.
_YEAR = re.compile(r"(?:(?P<last>去年|前年)|(?P<year>20[0-9]{2})年)[^，。；]{0,12}$")
_CONDITIONAL = re.compile(
    r"^(?:投产|运营|投运|使用|达产|达效|整体|全面|并){0,2}(?:后|之后|以后|率|前|时间|日期|条件|仪式前)"
)
# 这条线建成了，果园就不再靠天吃饭.
_ONCE_DONE = re.compile(r"了，[^，。；]{2,20}就(?!业|近|地|医|职)")
_MONTH = re.compile(r"(?P<rel>今年|明年|去年|前年|[0-9]{4}年)?(?P<month>1[0-2]|[1-9])月")
_NO_PREDICATE = re.compile(
    r"^(?:间|图|情况|节点|类|等手续|手续|许可|图纸|招标|企业|便道|用地|单位|部门|方案|规划|目标|任务|资金|工作|库|指标|队伍|公司|能力|场所|手续|环境|成本|费|订单|购销|供货|入园)"
)


@dataclass(frozen=True, slots=True)
class StageWord:
    """A stage word at its span; `future` when what it says has not happened yet, `now` when it is said to go on."""

    stage: str
    span: Span
    future: bool
    now: bool = False


@cache
def stage_words() -> dict[str, str]:
    """Word → stage."""
    rows = read_pairs("stage_words")
    return {word: value.split("\t")[0] for words, value in rows for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation(tuple(stage_words())))


def find_stage_words(body: str, start: int, end: int, issue: date | None) -> list[StageWord]:
    """The stage words of the clause body[start:end], negated ones left out; with none, the signs of work under way."""
    found = [_stage_word(body, start, end, match, issue) for match in _pattern().finditer(body, start, end)]
    words = [word for word in found if word is not None]
    return words or _under_way(body, start, end, issue)


def _stage_word(body: str, start: int, end: int, match: re.Match[str], issue: date | None) -> StageWord | None:
    """What a word of the list says where it stands; None where it says nothing of the works."""
    before = body[max(start, match.start() - WINDOW) : match.start()]
    after = body[match.end() : min(end, match.end() + 12)]
    stage = stage_words()[match.group()]
    if _NEGATED.search(before) or _NO_PREDICATE.match(after) or stage == "suspended" and _ONCE.search(before):
        return None
    told = _of_part(stage, match.group(), before, after)
    if told is None:
        return None
    future = bool(_CONDITIONAL.match(after) or _ONCE_DONE.match(body, match.end())) or _is_future(before, issue)
    if told == "started" and not future and _in_earlier_year(before, issue):
        told = "under_construction"
    if told == "under_construction" and (_is_dated_ahead(before, issue) or future and match.group() == "全面开工"):
        told = "started"
    if told == "approved" and match.group() == "平整" and before.endswith("正在"):
        told = "under_construction"
    now = bool(re.search("正在?[^，。；]{0,8}$", before))
    return StageWord(told, Span(match.start(), match.end(), match.group()), future, now)


def _under_way(body: str, start: int, end: int, issue: date | None) -> list[StageWord]:
    """Signs of work that is going on: what is being laid, built or planted, and a share of it done."""
    for pattern in (_AT_WORK, _SHARE_DONE):
        match = pattern.search(body, start, end)
        if match and not _is_future(body[max(start, match.start() - WINDOW) : match.start()], issue):
            span = Span(match.start(), match.end(), match.group())
            return [StageWord("under_construction", span, False, pattern is _AT_WORK)]
    return []


def _in_earlier_year(before: str, issue: date | None) -> bool:
    match = _YEAR.search(before)
    return match is not None and bool(match["last"] or issue and int(match["year"]) < issue.year)


def _is_dated_ahead(before: str, issue: date | None) -> bool:
    """Whether a month still to come stands before: 9月进场施工."""
    clause = before.rpartition("，")[2]
    return _MONTH.search(clause) is not None and _is_future(clause, issue)


def _of_part(stage: str, word: str, before: str, after: str) -> str | None:
    """The stage of the whole where the word is said of a part (主体完工, 已建成3个); None where of people or firms."""
    if stage == "signed" and _OF_FIRMS.search(before[-12:]):
        return None
    if stage in ("signed", "operating") and word not in _FOR_PEOPLE and _OF_PEOPLE.search(before[-12:]):
        return None
    if stage in ("completed", "operating") and _SOME_OF_THEM.search(before):
        return "under_construction"
    if stage == "completed" and _SOME_BUILT.search(before[-2:] + word + after):
        return "under_construction"
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
        if before.startswith(("底", "下旬"), months[-1].end()):
            return issue.day < END_OF_MONTH
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
        best = _furthest(done)
        return best.stage, best.span
    if ORDER.get(default, 0) >= ORDER["completed"]:
        return default, None
    ahead = [word for word in words if word.future]
    opening = next((word for word in ahead if word.stage in ("planned", "signed", "approved", "started")), None)
    if opening or real:
        word = opening or real[0]
        return "planned", word.span
    if ahead:
        return (default if default in ("planned", "signed") else "under_construction"), ahead[0].span
    return default, None


def _furthest(done: list[StageWord]) -> StageWord:
    """The word that has come furthest; not a part that is finished while work goes on, nor the output of a trial run."""
    best = max(done, key=lambda word: ORDER[word.stage])
    if best.stage == "operating" and all(word.span.text in _DAILY for word in done if word.stage == "operating"):
        best = next((word for word in done if word.stage == "trial"), best)
    if best.stage == "completed":
        later = (
            word
            for word in done
            if word.stage == "under_construction" and word.now and word.span.start > best.span.start
        )
        best = next(later, best)
    return best

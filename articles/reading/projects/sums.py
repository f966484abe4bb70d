"""Names that a sum shows to be projects, whatever word they end in.

总投资3亿元的甲镇茶旅融合示范带, 投资2000万元建成区域影像中心, 甲镇茶旅融合示范带总投资3亿元, 旅游公路甲县段全长96公里，总投资….
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from articles.reading.projects.evidence import PART_HEADS, Weighed
from articles.reading.projects.merging import phase
from articles.reading.projects.names import Clause, Name
from articles.reading.projects.signs import MONEY
from articles.reading.projects.words import boundary_pattern, head_pattern, heads, is_generic
from articles.reading.words import alternation, any_of, read_words

SHORTEST, LONGEST = 3, 34
POINTS = 6
_MADE = "建设|建成|建起|新建|兴建|修建|援建|建造|打造|改建|扩建|迁建|实施|开发|启动|创办|兴办|完成|建了|建(?=[一两][座个所条处])"
_GOVERNED = re.compile(
    rf"(?:(?:投资|投入|造价|斥资|筹资)(?!达不到|不足|低于|不低于)[^，。；、0-9]{{0,6}}|(?<![^，。；：\n])(?=[^，。；]{{2,12}}元(?:打造|建成|兴建)的)){MONEY}(?:[，、]?(?:占地|用地)[0-9.]{{1,8}}万?亩)?"
    rf"(?:[，]?(?P<verb>{_MADE})(?:了|的)?|的)(?P<name>[^，。；：、！？\n]{{{SHORTEST},60}})"
)
_SPENT_BEFORE = re.compile(
    rf"(?:[今去明]年|[镇乡村县市区州旗里们]|公司|集团|企业|资金|政府|局|[再又将共已])(?:投资|投入|斥资|筹资|出资){MONEY}，$"
)
_MADE_WITH = re.compile(rf"(?P<verb>建成|建起|完成|实施|启动|打造)了?(?P<name>[^，。；：、！？\n]{{{SHORTEST},60}})")
_TURNED = re.compile(
    rf"(?:投资|投入|斥资|筹资)[^，。；、0-9]{{0,6}}{MONEY}，(?:对|将|把)(?P<name>[^，。；：、！？\n]{{2,30}}?)(?:进行|实施)?(?P<work>提升改造|改造提升|升级改造|综合整治|维修加固|改造|扩建|改建|修缮|整治)(?:$|[，。；])"
)
_SUBJECT = re.compile(
    rf"^(?:其中，)?(?P<name>[^，。；：、！？\n]{{{SHORTEST},{LONGEST}}}?)(?:计划|预计|概算|估算|项目|工程){{0,2}}(?P<word>总投资|总造价|投资(?=[0-9]))[^，。；、0-9]{{0,8}}{MONEY}(?!的)"
)
_BUILT = re.compile(
    r"(?P<verb>规划建设|建设|新建|打造|共建|兴建|修建|建成|建起|谋划|洽谈|启动|实施|[来去]建|建(?=[一两][座个所条处]))了?(?:[一两][座个所条处])?(?P<name>[^，。；：、！？\n]{3,30})$"
)
_SAID_AS = {"洽谈": "谋划", "建": "建设", "来建": "建设", "去建": "建设"}
_SUM_NEXT = re.compile(
    rf"^，[^，。；！？\n]{{0,24}}?(?:，[^，。；！？\n]{{0,24}}?)?(?:总投资|(?<=估算|概算|预计|计划)投资)[^，。；、0-9]{{0,8}}{MONEY}(?!的)"
    rf"|^，(?:累计|共|项目|工程)?(?:投资|投入){MONEY}(?=[，。；])"
)
_ATTRIBUTE = re.compile(
    rf"^(?P<name>[^，。；：、！？\n]{{{SHORTEST},{LONGEST}}}?)(?:全长|占地|位于|坐落|地处|落户|由|规划面积|建筑面积|总建筑面积|设计|总长)"
)
_SUM_FOLLOWS = re.compile(
    rf"^[^。！？\n]{{0,80}}?，(?:项目|工程)?(?:计划|预计|概算|估算)?总投资[^，。；、0-9]{{0,8}}{MONEY}"
    rf"|^[^，。；！？\n]{{0,20}}，投资{MONEY}(?=[，。；])"
)
# “茶香驿”去年开业，总投资1600万元.
_QUOTED = re.compile(
    rf"“(?P<name>[^“”，。；：、]{{3,12}})”[^，。；：、]{{0,10}}(?:开业|开门迎客|开街|开园|投用|投入使用|建成)(?=，[^。！？\n]{{0,40}}?(?:总投资|，投资|。(?:该|这一)?项目(?:总|计划)?投资){MONEY}(?!的))"
)
# Who invests is not what is built.
OWNERS = (
    "镇", "乡", "村", "县", "市", "区", "州", "旗", "企业", "公司", "集团", "局", "校", "院", "户", "社", "省", "街道", "商", "里", "们", "政府", "部门", "财政", "资金", "年",
)  # fmt: skip
# Things that a plain 投资 may follow, unlike those who invest.
_ASSET = re.compile(
    r"(?:[线库馆楼站仓场园桥路渠坝池塔街廊港段带厂]|市场|[二三]期|平台|系统|基地|中心|工程|项目|小镇|综合体)$"
)
_COUNTED = re.compile(
    r"^(?:[0-9]{1,5}|[一二两三四五六七八九十百]{1,3})[余多]?(?:个|条|座|处|所|栋|幢|家|项|块|片|口|台|套|大)"
    r"|^[0-9][0-9.]{0,6}万?亩"
)
# 这条总投资3亿元的公路 was named before.
_POINTED = re.compile(r"(?:该|这|此)[\u4e00-\u9fff]?(?:计划|预计|拟|总)?$")
_LOOSE = re.compile(
    r"^(?:园区|厂区|按|批复|剩余|其余|听说|该|这|此|其|项目|工程|我|全[省市县区]|今年|去年|目前|据|同时|作为|在)|^[^“]*”|(?:局长|主任|书记|[县市镇区]长)[\u4e00-\u9fff]|[0-9](?:座|个|条|处)$"
)


# What three characters name: 拉链厂, 便民桥.
_SHORT = re.compile("^(?!加工|生产|制造|处理|大型|[新老旧大小本该我全各两])[\u4e00-\u9fff]{2}[厂桥]$")
# 住房18栋860套 is what it holds, 年产600 half a name.
_ENDS_IN_COUNT = re.compile(r"[0-9][0-9.]{0,8}(?:栋|幢|套|座|间|条|个|亩|户)?$")


@dataclass(frozen=True, slots=True)
class _Slot:
    """body[start:end] as the words around a sum give it; `verb` is what is done with it."""

    start: int
    end: int
    verb: str


def find_sum_names(body: str, clause: Clause) -> list[Weighed]:
    """The names in a clause that a sum shows to be projects, with their evidence. Linear in the clause."""
    slots = [
        _governed(body, match)
        for match in _GOVERNED.finditer(body, clause.start, clause.end)
        if not (is_generic(match["name"]) and _POINTED.search(body[clause.start : match.start()]))
    ]
    slots += _subjects(body, clause) + _built(body, clause)
    quoted = _QUOTED.finditer(body, clause.start, clause.end + 60)
    slots += [_Slot(*match.span("name"), "") for match in quoted if match.end() <= clause.end]
    found = [_weighed(body, clause, slot) for slot in slots if is_sum_name(body[slot.start : slot.end])]
    found += _spent_before(body, clause)
    if turned := _TURNED.search(body, max(clause.sentence[0], clause.start - 60), clause.end):
        found += _turned(body, clause, turned)
    return found


def _spent_before(body: str, clause: Clause) -> list[Weighed]:
    """镇里投入2600万元，建成8000亩智慧稻田: what someone has spent a sum on, told right behind it."""
    spent = _SPENT_BEFORE.search(body, max(clause.sentence[0], clause.start - 60), clause.start)
    made = _MADE_WITH.match(body, clause.start, clause.end) if spent else None
    if made is None:
        return []
    slot = _governed(body, made)
    one = _weighed(body, clause, slot)
    known = is_sum_name(one.name.text) and "、" not in one.name.text and one.name.head not in PART_HEADS
    return [Weighed(one.name, POINTS, (*one.reasons, "investment before"))] if known else []


def _governed(body: str, match: re.Match[str]) -> _Slot:
    """What follows 投资…元的 or 投资…元建设, up to the word that goes on with it."""
    start, end = match.start("name"), match.end("name")
    count = _COUNTED.match(body[start:end]) if match["verb"] else None
    start += count.end() if count else 0
    stop = _stop().search(body, start + 2, end)
    end = _name_end(body, start, stop.start() if stop else end)
    held = _ENDS_IN_COUNT.search(body[start:end])
    return _Slot(start, start + held.start() if held else end, match["verb"] or "的")


def _name_end(body: str, start: int, end: int) -> int:
    """Where a name ends for certain: at 项目, whatever is told of it (项目环评), and before 建设 behind another head."""
    project = re.compile("项目(?![一二三四]期|[区园部]|基地)").search(body, start + 4, end)
    if project:
        return project.end()
    built = end - len("建设")
    return built if body.startswith("建设", built) and head_of(body[start:built]) in heads() else end


def _subjects(body: str, clause: Clause) -> list[_Slot]:
    """The name that a clause begins with, when a sum follows in it, or after its length, site or builder."""
    match = _SUBJECT.match(body[clause.start : clause.end])
    if match is None and (clause.start == clause.sentence[0] or body[clause.start - 1] in "；;"):
        match = _ATTRIBUTE.match(body[clause.start : clause.end])
        rest = body[clause.end : clause.sentence[1]]
        match = match if match and _SUM_FOLLOWS.match(rest) else None
    if match is None:
        return []
    start, end = clause.start + match.start("name"), clause.start + match.end("name")
    edges = list(boundary_pattern().finditer(body, start, end))
    total = match.groupdict().get("word") != "投资"
    start = edges[-1].end() if edges else start
    if edges and total and edges[-1].group() != "的" or not total and not _ASSET.search(body[start:end]):
        return []
    return [_Slot(start, end, "")]


def _built(body: str, clause: Clause) -> list[_Slot]:
    """What is being built at a clause's end, when the sum comes right after it."""
    match = _BUILT.search(body, clause.start, clause.end)
    if match is None or not _SUM_NEXT.match(body[clause.end : clause.end + 90]):
        return []
    verb = _SAID_AS.get(match["verb"], match["verb"])
    return [_Slot(match.start("name"), match.end("name"), verb)]


def _turned(body: str, clause: Clause, match: re.Match[str]) -> list[Weighed]:
    """筹资1000万元，对全县14所乡村学校食堂进行改造: the works are the project."""
    if not clause.start <= match.start("name") < clause.end:
        return []
    count = re.match(r"(?:全[省市县区])?(?:[0-9]{1,5}[余多]?(?:个|条|座|处|所|栋|家))?", match["name"])
    start = match.start("name") + (count.end() if count else 0)
    one = _weighed(body, clause, _Slot(start, match.end("name"), "实施"))
    text = one.name.text + match["work"]
    if not is_sum_name(text):
        return []
    name = Name(text, start, match.end("work"), match["work"], "works", "实施", one.name.before, "", clause)
    return [Weighed(name, POINTS, (*one.reasons, "investment before"))]


def is_sum_name(text: str) -> bool:
    """Whether words that a sum is told of can name a project: no count, no one pointed at, nothing generic."""
    if not SHORTEST <= len(text) <= LONGEST or _COUNTED.match(text) or _LOOSE.match(text):
        return False
    if text.count("“") != text.count("”") or _ENDS_IN_COUNT.search(text):
        return False
    if text.endswith(read_words("project_no_ends")) or len(text) == SHORTEST and not _SHORT.search(text):
        return False
    return not is_generic(text, places_too=phase(text) is not None)


def _weighed(body: str, clause: Clause, slot: _Slot) -> Weighed:
    text = body[slot.start : slot.end]
    head = head_of(text)
    before, after = body[clause.start : slot.start], body[slot.end : clause.end]
    name = Name(text, slot.start, slot.end, head, heads().get(head, "site"), slot.verb, before, after, clause)
    return Weighed(name, POINTS, ("investment", "named by its sum"))


def head_of(text: str) -> str:
    """The head word that a name ends in; its last two characters where it is none of the list."""
    match = re.search(f"(?:{head_pattern().pattern})(?=(?:[一二三四]期)?$)", text)
    return match.group() if match else text[-2:]


@cache
def _stop() -> re.Pattern[str]:
    """Where a governed name ends: at what is told of it (近日, 已, 开工 …)."""
    return re.compile(
        f"{any_of(alternation(read_words('project_name_stops')))}|(?<=工程|项目)[0-9]|[0-9]{{1,4}}年|[0-9]{{1,2}}月|在(?!线)|于(?!都|洪)|已|将(?!乐)|正(?!定|阳)|也|是|因|由|等(?!级)|被|可(?!再生)|就(?!业)|里$|内$|[（(]|[0-9][0-9.]{{0,6}}[余多]?万?(?:座|个|栋|条|亩|公里|处|套|台|家|所)$"
    )

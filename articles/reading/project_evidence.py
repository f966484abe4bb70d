"""Whether a name is a project: the words around it weighed, precision before recall.

A head such as 项目 counts for itself, a place such as 基地 or 医院 only with someone building, pushing, opening or
inspecting it. Points are small whole numbers so that each decision can be explained by its reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.project_names import Name, verb_kind
from articles.reading.project_words import is_generic

THRESHOLD = 3
MONEY = r"[0-9][0-9.]{0,9}[余多]?[十百千]?[万亿]{1,2}[余多]?美?元"
INVESTED = re.compile(rf"(?:投资|投入|斥资|造价|概算)[^，。；、0-9]{{0,8}}{MONEY}")
_ANY_MONEY = re.compile(MONEY)
_INVESTED_OF = re.compile(rf"(?:投资|投入|斥资|造价|概算)[^，。；、0-9]{{0,8}}{MONEY}[^。；]{{0,24}}$")
_AIM = re.compile(
    r"国家级|省级|市级|县级|全国|全省|世界|国际|区域性|区域(?!医疗)|一流|现代化|高水平|高品质|高端|千亿|百亿|国家(?=骨干|重要|现代|区域)|集[^，]{2,30}于一体"
    r"|[两三四五六七八九十][大个]|各|多|更|最"
)
_OPENED = re.compile(
    r"^(?:项目|工程)?[^，。；的]{0,12}?(?:签约|开工|动工|奠基|揭牌|启动|落成|建成|竣工|完工|投产|投用|投运|投入(?:使用|运营|生产)|通车|启用|开园|开业|开街|"
    r"开馆|上线|封顶|合龙|贯通|并网|交付|可行性研究|落户|流标|试运行|试生产|试运营|投料|通水|分配到位)"
)
_PUSHED_ON = re.compile(
    r"^[^，。；]{0,30}?(?:建设|落地|开工|建成|投产|实施|竣工|扩容|提质|改造|延伸|施工|前期)|^[^，。；]{0,40}等[^，。；]{0,10}(?:项目|工程)"
)
_LISTED = re.compile(r"^[^，。；]{0,60}?等[^，。；]{0,10}(?:项目|工程|矿井)")
_ON_SITE = re.compile(r"^[^，。；]{0,6}?(?:施工现场|建设现场|项目现场|工地|项目部|建设工地)")
_PROGRESS = re.compile(
    r"项目(?:推进|进展|建设|规划)|施工|工期|建设进度|工程进度|建设进展|工程进展|建设情况|推进情况|建成投|投产|竣工|开工|投运|建好|进展情况|达产"
)
_RELIED = re.compile(r"^为(?:依托|牵引|龙头|引领|抓手|载体|示范|支撑|核心|引擎|契机|中心)")
_KEY_PROJECT = re.compile(
    r"^是[^。；]{0,50}(?:重点|重大|配套|示范|标志性|支柱|龙头|骨干|民生)[^，。；]{0,10}(?:项目|工程)"
)
_PREDICATE = re.compile(r"是[^，。；]{0,40}的$|(?:成为|作为|称为|誉为|堪称|是)[^，。；]{0,24}$")
_UNWANTED = re.compile(
    r"严禁|禁止|杜绝|遏制|淘汰|取缔|关停|拆除|叫停|否决|培育一批|一批|一大批|各类|如何|是否|违规|违法|僵尸|不得|假如|曾经|原"
)
_CAMPAIGN = re.compile(r"^[“‘][^”’]{0,2}[一二两三四五六七八九十百千万0-9][^”’]{1,8}[”’](?:项目|工程|行动|计划)$")
_PROPER = re.compile(r"[A-Za-z0-9·“（]|公司|集团|[\u4e00-\u9fff]{2}(?:省|市|县|镇|乡|村|路|河|山|湖)")
_BROKEN = re.compile(r"[《》〈〉。！？：]|^[，、的）”’]|^(?:工|业|设|化)(?:项目|工程)$")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A name with its points and the reasons for them."""

    name: Name
    points: int
    reasons: tuple[str, ...]

    @property
    def is_project(self) -> bool:
        """Whether the points suffice."""
        return self.points >= THRESHOLD


def weigh(name: Name, rest: str, previous: str, place_names: frozenset[str]) -> Weighed:
    """Weigh one name. `rest` is what follows its clause, up to the next sentence's end; `previous` the clause before.

    `place_names` are the article's places as printed.
    """
    modifiers = len(name.text) - len(name.head)
    if name.kind == "zone" or modifiers < 2 or _BROKEN.search(name.text) or is_generic(name.text):
        return Weighed(name, 0, ())
    found = dict(_surroundings(name, rest, previous))
    if name.kind == "works":
        found = {reason: points for reason, points in found.items() if reason in ("investment", "unwanted")}
    if name.kind == "digital":
        found = {reason: points for reason, points in found.items() if reason == "opened" and "”" in name.text}
    if not any(points > 0 for points in found.values()):
        return Weighed(name, 0, ())
    found.update(_shape(name, place_names))
    return Weighed(name, sum(found.values()), tuple(reason for reason, points in found.items() if points > 0))


def _surroundings(name: Name, rest: str, previous: str) -> list[tuple[str, int]]:
    """Points for what stands before and after the name."""
    kind, after, whole = verb_kind(name.verb), name.after, name.after + rest
    tests = (
        ("investment", 4, _INVESTED_OF.search(name.before)),
        ("investment before", 2, INVESTED.search(previous) and kind == "build"),
        ("made", 2, kind == "build"),
        ("pushed on", 3, kind == "push" and _PUSHED_ON.match(after)),
        ("pushed", 1, kind == "push" and not _PUSHED_ON.match(after)),
        ("opened", 3, _OPENED.match(after)),
        ("listed", 2, _LISTED.match(after)),
        ("building site", 4, _ON_SITE.match(after)),
        ("inspected", 3, _is_visit(name) and _PROGRESS.search(whole)),
        ("relied on", 3, name.verb == "以" and _RELIED.match(after)),
        ("key project", 3, not name.before and _KEY_PROJECT.match(whole)),
        ("sum named", 1, _ANY_MONEY.search(whole)),
        ("subject", 1, name.kind == "strong" and (not name.before or name.verb == "的")),
        ("unwanted", -5, _UNWANTED.search(name.before[-8:])),
        ("predicate", -4, name.verb in ("的", "是", "成为", "作为") and _PREDICATE.search(name.before)),
    )
    return [(reason, points) for reason, points, holds in tests if holds]


def _shape(name: Name, place_names: frozenset[str]) -> list[tuple[str, int]]:
    """Points for the name itself."""
    modifiers = len(name.text) - len(name.head)
    proper = _PROPER.search(name.text) or any(place in name.text for place in place_names)
    tests = (
        ("project by name", 1, name.kind == "strong"),
        ("proper", 1, proper),
        ("specific", 1, modifiers >= 4),
        ("thin", -1, modifiers < 3),
        ("aim", -4, _AIM.match(name.text)),
        ("campaign", -6, _CAMPAIGN.match(name.text)),
    )
    return [(reason, points) for reason, points, holds in tests if holds]


def _is_visit(name: Name) -> bool:
    return name.verb in ("在", "和") or verb_kind(name.verb) == "visit" or name.verb == "" and not name.before

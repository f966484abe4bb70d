"""Whether a name is a project: the words around it weighed, precision before recall.

A head such as 项目 counts for itself, a place such as 基地 or 医院 only with someone building, pushing, opening or
inspecting it. Points are small whole numbers so that each decision can be explained by its reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.project_names import Name, verb_kind
from articles.reading.project_words import boundary_pattern, is_generic

THRESHOLD = 3
MONEY = r"[0-9][0-9.]{0,9}[余多]?[十百千]?[万亿]{1,2}[余多]?美?元"
_SPENT = "(?:投资|投入|斥资|造价|概算|出资|筹资|(?:筹措|整合)资金)"
INVESTED = re.compile(rf"{_SPENT}[^，。；、0-9]{{0,8}}{MONEY}")
_ANY_MONEY = re.compile(MONEY)
_INVESTED_OF = re.compile(rf"{_SPENT}[^，。；、0-9]{{0,8}}{MONEY}[^。；]{{0,24}}$")
# The name as the subject of a sum: …总投资3亿元, and of one told later in its sentence.
_INVESTED_IN = re.compile(
    rf"^(?:项目|工程)?(?:计划|预计|概算|估算|规划|一期|共|将|累计|完成){{0,2}}(?:总?投资|总?造价|概算)[^，。；、0-9]{{0,8}}{MONEY}"
    rf"|^由[^，。；、]{{2,24}}?(?:投资|出资)[^，。；、0-9]{{0,6}}{MONEY}(?:建设|建成|打造|兴建|改造)"
)
_SUM_FOLLOWS = re.compile(
    rf"^(?!的)[^。；！？\n]{{0,70}}?，(?:项目|工程)?(?:计划|预计|概算|估算|规划)?(?:总投资|(?<=估算|概算|预计|计划)投资)[^，。；、0-9]{{0,8}}{MONEY}(?!的)"
    rf"|^[^。；！？\n0-9]{{0,24}}(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?[^。；！？\n0-9]{{0,12}})?，投资{MONEY}(?=[，。；]|$)"
)
_MADE_BEFORE = re.compile(
    r"(?:停工|停建|烂尾)[^，。；的]{1,5}的$|(?:正在施工|刚投入使用|建设|新建|在建|投产|投用|建成|启用|开工|施工|引进|实施|改建|动工|停工|规划建设)的$"
)
_TAKEN_UP_NEXT = re.compile(r"^[”]?。(?:该|这一|这个|此)(?:项目|工程)")
_PARTS_DONE = re.compile(
    r"^(?:工地)?的[^，。；]{2,14}?(?:刚刚|已经|已|正在|正|全部|陆续){1,3}(?:封顶|完工|安装|施工|浇筑|吊装|收尾|拔地而起|打桩|完成|建设)"
)
_UNDER_WAY = re.compile(
    r"^[^，。；的]{0,6}?(?:正在|已|尚在|正)[^，。；]{0,4}?(?:做前期|办理|编制|征地|选址|设计|完成征地|建设|施工|安装|招标|可研|布展|装修|环评)"
)
_AIM = re.compile(
    r"国家级|省级|市级|县级|全国|全省|世界|国际一流|区域性|区域(?!医疗)|一流|现代化|高水平|高品质|高端|千亿|百亿|国家(?=骨干|重要|现代|区域)|集[^，]{2,30}于一体"
    r"|[^，]{0,8}[两三四五六七八九十][大个]|各|多|更|最"
)
_OPENED = re.compile(
    r"^(?:项目|工程)?[^，。；的“]{0,12}?(?:签约|开工|动工|奠基|揭牌|启动|落成|建成|竣工|完工|投产|投用|投运|投入(?:使用|运营|生产)|通车|启用|开园|开业|开街|"
    r"开馆|上线|封顶|合龙|贯通|并网|交付|可行性研究|落户|流标|试运行|试生产|试运营|投料|通水|分配到位|投入运行|开张|开市|开诊|开仓|复工|停工|试车|对外开放|通过[^，。；]{0,6}验收|全部完工)"
    r"|^因[^，。；]{2,20}(?:停工|停建|暂停|复工|停了下来)"
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
    r"严禁|禁止|杜绝|遏制|淘汰|取缔|关停|拆除|叫停|否决|培育一批|一批|一大批|各类|如何|是否|违规|违法|僵尸|不得|假如|曾经|原|对(?:新建|扩建|建设|改造|引进|新上|购置)$"
)
# Several projects of some rank, not one: 铝产业重大项目, and 更新项目 31个.
_OF_RANK = re.compile(r"(?:重大|重点|亿元以上)(?:产业|工业)?(?:项目|工程)$")
_SEVERAL = re.compile(r"^(?:共)?[0-9]{1,4}[余多]?(?:个|项)")
_CAMPAIGN = re.compile(r"^[“‘][^”’]{0,2}[一二两三四五六七八九十百千万0-9][^”’]{1,8}[”’](?:项目|工程|行动|计划)$")
_PROPER = re.compile(
    r"[A-Za-z0-9·“（]|公司|集团|[\u4e00-\u9fff]{2}(?:省|市|县|镇|乡|村|路)|[\u4e00-\u9fff](?:河|山|湖|江)"
)
_PHASED = re.compile(r"[一二三四]期")
_COUNTED = re.compile(r"[0-9](?:多|余)?(?:个|项|类)")
# These alone make no place a project.
_WEAK = frozenset(("sum named", "counted", "subject", "newly built", "unwanted", "predicate"))
_WEAK_FOR_PARTS = _WEAK | {"opened", "listed", "made before"}
_WEAK_FOR_ALL = frozenset(("unwanted", "predicate"))
_SUMS = frozenset(("investment", "invested in", "sum follows"))
# What alone makes works, or a service that goes online, a project.
_ONLY = {
    "works": _SUMS | {"listed", "unwanted"},
    "digital": _SUMS | {"opened", "put online"},
}
_NAMED_AS = re.compile(r"(?:项目|工程|一个|之一)(?:就|分别|主要)?[是为]$")
_GOING_ON = re.compile(
    r"^[，,](?:日前|目前|近日|已|正|现|如今)[^，。；]{0,16}?(?:施工|浇筑|建设|安装|掘进|开工|竣工|投产|投用|通车|投运|封顶|收尾|试运行|验收)"
)
COUNT = re.compile(r"^(?:各|共)?[0-9][0-9.]{0,6}[余多]?[万亿]?[^，。；0-9]{1,2}")
PART_HEADS = frozenset(("车间", "生产线", "大棚", "冷库", "气调库", "泵站", "工厂"))
# Works that two characters name: 张大高铁, 北山煤矿.
_SHORT_NAMED = frozenset(
    (
        "高速",
        "高铁",
        "铁路",
        "城际",
        "高架",
        "大桥",
        "特大桥",
        "隧道",
        "煤矿",
        "水库",
        "机场",
        "电厂",
        "电站",
        "立交",
        "国防城",
    )
)
_PLACE_LEAD = re.compile(r"^(?:[\u4e00-\u9fff]{1,5}?(?:[省市县州乡村]|(?<![小城])镇|(?<![社小片园景])区))")
POINTING = re.compile(r"(?:该|这[一个项座条处家]|此|那|其|上述)")
_BROKEN = re.compile(r"[《》〈〉。！？：]|^[，、的）”’]|^(?:工|业|设|化)(?:项目|工程)$|、(?:项目|工程)$")


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

    @property
    def in_list(self) -> bool:
        """Whether it is one of several named together, so that a sum after the list is not its own."""
        return "listed" in self.reasons or "enumerated" in self.reasons


def weigh(name: Name, rest: str, previous: str, place_names: frozenset[str]) -> Weighed:
    """Weigh one name. `rest` is what follows its clause, up to the next sentence's end; `previous` the clause before.

    `place_names` are the article's places as printed.
    """
    modifiers = len(name.text) - len(name.head)
    if name.kind == "zone" or modifiers < 2 or _BROKEN.search(name.text) or _says_nothing(name, place_names):
        return Weighed(name, 0, ())
    found = dict(_surroundings(name, rest, previous))
    if name.kind in _ONLY:
        found = {reason: points for reason, points in found.items() if reason in _ONLY[name.kind]}
    nameless = name.kind == "digital" and "”" not in name.text or _is_campaign(name)
    weak = _WEAK_FOR_PARTS if name.head in PART_HEADS else _WEAK if name.kind == "site" else _WEAK_FOR_ALL
    if nameless and not found.keys() & _SUMS:
        return Weighed(name, 0, ())
    if not found.keys() - weak:
        return Weighed(name, 0, ())
    found.update(_shape(name, place_names))
    return Weighed(name, sum(found.values()), tuple(reason for reason, points in found.items() if points > 0))


def _says_nothing(name: Name, place_names: frozenset[str]) -> bool:
    """Whether a name is generic, but for a place or a verb in front of it: 甲县重点项目, 优化项目."""
    text = name.text
    if POINTING.match(text) or _CAMPAIGN.match(text) or text.count("“") != text.count("”"):
        return True
    if _PHASED.search(text) and len(text) >= len(name.head) + 4:
        return False
    with_sum = not _PHASED.search(text) and (_INVESTED_IN.match(name.after) or _INVESTED_OF.search(name.before))
    if is_generic(text, places_too=not with_sum) or _COUNTED.search(text) or _OF_RANK.search(text):
        return True
    if name.head == "项目" and _SEVERAL.match(name.after):
        return True
    verb = boundary_pattern().match(text)
    if name.kind != "strong":
        return verb is not None and is_generic(text[verb.end() :])
    rests = [text[verb.end() :] if verb else text, _PLACE_LEAD.sub("", text)]
    rests += [text.removeprefix(place) for place in place_names if text.startswith(place)]
    return any(is_generic(rest, places_too=False) for rest in rests if rest)


def _is_campaign(name: Name) -> bool:
    """A slogan in quotation marks before a bare head: “春风”工程."""
    quoted = re.match("[“‘][^”’]{1,12}[”’]", name.text)
    return (
        quoted is not None
        and not _PHASED.search(name.text)
        and name.kind != "digital"
        and is_generic(name.text[quoted.end() :])
    )


def _surroundings(name: Name, rest: str, previous: str) -> list[tuple[str, int]]:
    """Points for what stands before and after the name."""
    kind, after, whole = verb_kind(name.verb), name.after, name.after + rest
    tests = (
        ("investment before", 2, INVESTED.search(previous) and kind == "build"),
        ("made", 2, kind == "build"),
        ("pushed on", 3, kind == "push" and _PUSHED_ON.match(after)),
        ("pushed", 1, kind == "push" and not _PUSHED_ON.match(after)),
        ("opened", 3, name.verb not in ("在", "于") and _OPENED.match(after)),
        ("newly built", 1, name.verb in ("新建", "兴建", "修建", "扩建", "迁建", "开建")),
        (
            "put online",
            2,
            name.kind == "digital" and (name.verb in ("上线", "启用", "推出") or name.after.startswith("的上线")),
        ),
        ("named as project", 4, name.verb in ("是", "为") and _NAMED_AS.search(name.before)),
        ("goes on", 1, name.inherited),
        ("founded", 2, kind == "found" and name.head in ("院区", "校区", "分校")),
        ("counted", 1, kind == "build" and COUNT.match(after)),
        ("listed", 2, _LISTED.match(after)),
        ("building site", 4, _ON_SITE.match(after)),
        ("inspected", 3, _is_visit(name) and _PROGRESS.search(whole.split("。")[0])),
        ("going on", 3, not after and _GOING_ON.match(rest)),
        ("relied on", 3, name.verb == "以" and _RELIED.match(after)),
        ("key project", 3, not name.before and _KEY_PROJECT.match(whole)),
        ("sum named", 1, _ANY_MONEY.search(whole)),
        ("subject", 1, name.kind == "strong" and (not name.before or name.verb == "的")),
        ("unwanted", -5, _UNWANTED.search(name.before[-8:])),
        (
            "predicate",
            -4,
            not _NAMED_AS.search(name.before)
            and name.verb in ("的", "是", "成为", "作为")
            and _PREDICATE.search(name.before),
        ),
    )
    return _told(name, rest) + [(reason, points) for reason, points, holds in tests if holds]


def _told(name: Name, rest: str) -> list[tuple[str, int]]:
    """Points for what is told of the name: its sum, and how far it is."""
    after, whole = name.after, name.after + rest
    tests = (
        ("investment", 4, _INVESTED_OF.search(name.before)),
        ("invested in", 4, _INVESTED_IN.match(after)),
        ("sum follows", 3, name.verb in ("", "的") and _SUM_FOLLOWS.match(whole)),
        ("made before", 3, _MADE_BEFORE.search(name.before)),
        ("parts done", 4, _PARTS_DONE.match(after)),
        ("under way", 3, _UNDER_WAY.match(after)),
        ("taken up next", 3, name.kind == "strong" and not after and _TAKEN_UP_NEXT.match(rest)),
    )
    return [(reason, points) for reason, points, holds in tests if holds]


def _shape(name: Name, place_names: frozenset[str]) -> list[tuple[str, int]]:
    """Points for the name itself."""
    modifiers = len(name.text) - len(name.head)
    proper = _PROPER.search(name.text) or any(place in name.text for place in place_names)
    tests = (
        ("project by name", 1, name.kind == "strong"),
        ("proper", 1, proper),
        ("specific", 1, len(name.text) >= 6),
        ("thin", -1, modifiers < 3 and name.head not in _SHORT_NAMED and not COUNT.match(name.after)),
        ("aim", -4, _AIM.match(name.text)),
    )
    return [(reason, points) for reason, points, holds in tests if holds]


def _is_visit(name: Name) -> bool:
    alone = not name.verb and not name.before and not name.after
    return name.verb == "在" or verb_kind(name.verb) == "visit" or alone

"""Whether a name is a project: the words around it weighed, precision before recall.

A head such as 项目 counts for itself, a place such as 基地 or 医院 only with someone building, pushing, opening or
inspecting it. Points are small whole numbers so that each decision can be explained by its reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.projects.names import Name
from articles.reading.projects.signs import COUNT, INVESTED_IN, INVESTED_OF, surroundings
from articles.reading.projects.words import boundary_pattern, is_generic

THRESHOLD = 3
_AIM = re.compile(
    r"国家级|省级|市级|县级|全国|全省|世界|国际一流|区域性|区域(?!医疗)|一流|现代化|高水平|高品质|高端|千亿|百亿|国家(?=骨干|重要|现代|区域)|集[^，]{2,30}于一体"
    r"|[^，]{0,8}[两三四五六七八九十][大个]|各|多|更|最"
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
# Many of one kind, of which neither a sum nor an output is told: 建成温室大棚630栋，户均增收1万元.
_MANY = re.compile(r"^(?:[2-9]|[1-9][0-9]{1,4})[余多]?(?:处|栋|座|个|条|所|家)(?!，年(?:可)?(?:产|加工|处理))")
# These alone make no place a project.
_WEAK = frozenset(("sum named", "counted", "subject", "newly built", "unwanted", "predicate"))
_WEAK_FOR_PARTS = _WEAK | {"opened", "listed", "made before"}
_WEAK_FOR_ALL = frozenset(("unwanted", "predicate"))
_SUMS = frozenset(("investment", "invested in", "sum follows"))
# What alone makes works, or a service that goes online, a project.
_ONLY = {
    "works": _SUMS | {"investment before", "listed", "unwanted"},
    "digital": _SUMS | {"opened", "put online"},
}
# Works by which something else is made: 利用旧厂房改造, 由旧茶厂改造的客栈.
MEANS = frozenset(("利用", "由", "通过", "将", "被"))
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
_PLACE_LEAD = re.compile(r"^(?:[\u4e00-\u9fff]{1,5}?(?:[省市县州乡村]|(?<![小城古])镇|(?<![社小片园景])区))")
POINTING = re.compile(r"(?:该|这[一个项座条处家]|此|那|其|上述)")
_BROKEN = re.compile(
    r"[《》〈〉。！？：]|^[，、的）”’]|^(?:工|业|设|化)(?:项目|工程)$|[、和及与](?:项目|工程)$|^[0-9.]{1,8}[万亿]{1,2}元"
)


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
    if name.kind == "works" and name.verb in MEANS:
        return Weighed(name, 0, ())
    if name.kind == "zone" or modifiers < 2 or _BROKEN.search(name.text) or _says_nothing(name, place_names):
        return Weighed(name, 0, ())
    found = dict(surroundings(name, rest, previous))
    if name.kind in _ONLY:
        found = {reason: points for reason, points in found.items() if reason in _ONLY[name.kind]}
    nameless = name.kind == "digital" and "”" not in name.text or _is_campaign(name)
    weak = _WEAK_FOR_PARTS if name.head in PART_HEADS else _WEAK if name.kind == "site" else _WEAK_FOR_ALL
    if nameless and not found.keys() & _SUMS:
        return Weighed(name, 0, ())
    if not found.keys() - weak:
        return Weighed(name, 0, ())
    if (
        name.kind == "site"
        and _MANY.match(name.after + rest)
        and not found.keys() & (_SUMS | {"investment before", "opened"})
    ):
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
    with_sum = not _PHASED.search(text) and (INVESTED_IN.match(name.after) or INVESTED_OF.search(name.before))
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

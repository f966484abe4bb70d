"""A name that later words take up with a sum: 甲镇种质资源库建成。该库总投资1240万元.

The sum shows that what was named before is a project, though the words around its name did not.
"""

from __future__ import annotations

import re

from articles.reading.projects.edges import find_edges, left_edge
from articles.reading.projects.evidence import MEANS, POINTING, THRESHOLD, Weighed
from articles.reading.projects.names import Clause, Name
from articles.reading.projects.signs import MONEY
from articles.reading.projects.sums import OWNERS
from articles.reading.projects.words import heads, is_generic

POINTS = THRESHOLD + 1
# How far back the name may stand, and how long it may be.
REACH, LONGEST = 320, 30
_SPENT = rf"(?:总投资|投资|总造价|概算|出资|投入资金|整合资金|筹措资金)[^，。；、0-9]{{0,8}}{MONEY}"
_SUM = f"{_SPENT}(?!的)"
_TOLD = (
    r"(?:(?:位于|地处|坐落|由|占地|全长|规划|计划|涉及|治理|分|是|于|建筑|依托|选址|拟选址|起于|[去今前]年|20[0-9]{2}年)[^。！？\n]{0,80}?，"
    r"|，|由[^，。；]{2,30}?)?(?:计划|预计|估算|概算|拟|项目|工程|一期|共同|联合|共){0,2}"
)
_TAKEN = re.compile(
    r"^(?:据悉，|据了解，|据介绍，|听说)?(?:(?:该|这个|这一|这座|这条|这处|这家|这项|此)(?:由[^，。；]{2,20}的)?(?P<noun>(?!总|投|计划)[\u4e00-\u9fff]{1,5}?)"
    rf"|(?P<plain>[\u4e00-\u9fff]{{2,6}}?)){_TOLD}{_SUM}"
)
# 这个投资2000万元的示范农场今年投入运行.
_WITH_SUM = re.compile(
    rf"^(?:该|这个|这一|这条|这座|这处|这项|这家)(?:计划|预计)?总?投资[^，。；、0-9]{{0,6}}{MONEY}的(?P<noun>[\u4e00-\u9fff]{{2,8}}?)"
    r"(?=[去今明]年|20|已|目前|日前|近日|占|于|在|由|正|将|全面|开工|建成|因|曾|[，。；]|$)"
)
# 投资2100万元建成这座中心.
_AS_OBJECT = re.compile(
    rf"{_SPENT}(?:建成|建起|打造)了?这[一座个条处家所](?P<noun>[\u4e00-\u9fff]{{2,6}})(?=[，。；]|$)"
)
# What a name with 该 or as the subject may be taken up by, when it is no head word.
_THING = re.compile(r"(?:[园馆厂库站路线桥港院楼仓市道池坝渠]|[园校院小]区|小镇|中心|基地|街区|农场|营地|[二三四]期)$")
SHORTEST = 5
# Whether the first character of such a verb comes at all is asked first, which is quick.
_VERB = "正顺成举隆破开奠动签揭启投竣落建"
_OPENED = re.compile(
    rf"(?=[^，。；：、{_VERB}]{{0,34}}+[{_VERB}])(?P<name>[^，。；：、]{{5,34}}?)(?=[{_VERB}])"
    "(?:正式|顺利|成功|举行|隆重|破土){0,2}(?:开工|奠基|动工|签约|揭牌|启动|投产|竣工|落成|建成)"
)
_BUILT = re.compile(r"(?:共建|合作建设|共同建设|建设|打造|新建)(?P<name>[^，。；：、]{5,24})$")
_ANY = frozenset(("项目", "工程"))
_MEANT = {"园区": "产业园", "路段": "段"}


def taken_up(
    body: str, clause: Clause, earlier: tuple[Clause, ...], found: list[Weighed], refused: list[Weighed]
) -> Weighed | None:
    """The name before a sentence that takes it up with a sum, where it is none of those found; else None.

    `clause` must open its sentence, or say what a sum has built, to give one; `earlier` are the clauses before it; `refused` are the names before it that were no projects by themselves.
    """
    end = clause.sentence[1]
    start = clause.start if _said(body, clause) else clause.sentence[0]
    noun = _noun(body[start : min(end, start + 160)]) if clause.start == start else _object(body, clause)
    if noun is None:
        return None
    floor = max(0, start - REACH)
    paragraph = body.rfind("\n", 0, start) + 1
    if noun in _ANY and not any(paragraph <= one.name.start < start for one in found[-6:]):
        own = [one for one in refused if paragraph <= one.name.start < start]
        if own and (one := _last_refused(body, start, (), own)):
            return one
    if any(floor <= one.name.start < start and _suits(one.name, noun) for one in found[-6:]):
        return None
    if not _THING.search(noun) and (noun.endswith(OWNERS) or noun not in heads() and noun not in _MEANT):
        return None
    if noun in _ANY:
        return _last_refused(body, start, earlier, refused)
    name = _name_ending_in(body, _MEANT.get(noun, noun), [one for one in earlier if one.end > floor])
    return Weighed(name, POINTS, ("taken up with a sum",)) if name else None


def _said(body: str, clause: Clause) -> bool:
    """Whether a clause is what someone says: …介绍，小镇总投资3亿元."""
    return (
        re.search("(?:说|介绍|透露|表示|汇报|告诉记者)[，：]$", body[max(0, clause.start - 8) : clause.start])
        is not None
    )


def _noun(sentence: str) -> str | None:
    """The word by which a sentence takes up a name together with a sum."""
    if match := _WITH_SUM.match(sentence):
        return match["noun"]
    match = _TAKEN.match(sentence)
    return (match["noun"] or match["plain"]) if match else None


def _object(body: str, clause: Clause) -> str | None:
    """The word for what a clause says a sum has built: 投资2100万元建成这座中心."""
    match = _AS_OBJECT.search(body, clause.start, clause.end)
    return match["noun"] if match else None


def _suits(name: Name, noun: str) -> bool:
    return noun in _ANY or noun in name.text or name.head in noun or noun == "园区" and "园" in name.text


def _last_refused(body: str, start: int, earlier: tuple[Clause, ...], refused: list[Weighed]) -> Weighed | None:
    """The last name before that does not say nothing, for 项目 or 工程; else what a clause says is opened or built."""
    near_clauses = [clause for clause in earlier[-8:] if start - clause.end <= REACH]
    for one in reversed(refused[-8:]):
        name = one.name
        if POINTING.match(name.text) or name.kind == "works" and name.verb in MEANS:
            continue
        near = body.count("\n", name.end, start) <= 1 and start - name.end <= REACH
        if (
            near
            and name.kind not in ("zone", "digital")
            and len(name.text) - len(name.head) >= 2
            and not is_generic(name.text)
        ):
            return Weighed(name, POINTS, ("taken up with a sum",))
    for clause in reversed(near_clauses):
        match = _OPENED.search(body, clause.start, clause.end) or _BUILT.search(body, clause.start, clause.end)
        opened = _name_at(body, match["name"][-2:], match.end("name") - 2, clause) if match else None
        if opened and len(opened.text) >= SHORTEST:
            return Weighed(opened, POINTS, ("taken up with a sum",))
    return None


def _name_ending_in(body: str, noun: str, earlier: list[Clause]) -> Name | None:
    """The last name in the clauses before that ends in the noun, which need be no head word."""
    for clause in reversed(earlier):
        at = body.rfind(noun, clause.start, clause.end)
        name = _name_at(body, noun, at, clause) if at >= 0 else None
        if name:
            return name
    return None


def _name_at(body: str, noun: str, at: int, clause: Clause) -> Name | None:
    end, floor = at + len(noun), max(clause.start, at - LONGEST)
    start, verb = left_edge(body, find_edges(body, floor, end, frozenset()), floor, at, end, clause.end)
    if body.startswith("”", end):
        start = body.rfind("“", floor, end) + 1 or start
    text = body[start:end]
    if len(text) - len(noun) < 2 or is_generic(text) or text[0] in "该这此":
        return None
    kind = heads().get(noun, "site")
    return Name(text, start, end, noun, kind, verb, body[clause.start : start], body[end : clause.end], clause)

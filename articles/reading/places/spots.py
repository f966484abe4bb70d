"""Where a text may name a place: hits of the gazetteer, freed of set phrases and of words that only look like names.

A spot says which units could be meant; which one is meant is decided in place_choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from articles.reading.gazetteer import Gazetteer, Unit
from articles.reading.name_shapes import MARKS, follows_name, is_plain, surnames
from articles.reading.words import alternation, any_of, firsts_of, read_word_set, read_words

# A place's short name in front of these is another thing's name: 太原路, 西安村, 赤水河.
_OTHER_THING = re.compile(
    "河(?![北南东西源池津间口曲])|[东南西北中]?(?:路|街|巷|大道|大街)|村|社区|小区|嘎查|庄|胡同|镇|乡(?![亲愁村下情])|苏木"
)
# A name right behind these belongs to a person: 区长安康.
_TITLE_BEFORE = re.compile(
    "(?:书记|[省市县区州盟旗镇乡村部厅局处科院校所站队组]长|主任|主席|委员|代表|记者|名叫|叫作|叫做)\\Z"
)
_FULL_ENDS = frozenset("省市县区州盟旗")
# What tells that a river is meant, not the district that bears its name: 右江流域, 黑河是…支流.
_RIVER = re.compile(
    "流域|河谷|上游|中游|下游|沿岸|两岸|支流|干流|水质|水域|水面|大桥|特大桥|[边畔段]|[^，。；]{0,6}支流|、[^，。；、]{1,4}[江河](?![省市县区])"
)
_PORT = re.compile("(?:国际)?港(?![区口澳])")
# A family name before a place's name, behind a title or in a list of names: 副市长马一东、罗长海.
_NAME_BEFORE = re.compile(
    "(?:书记|[省市县区州盟旗镇乡部厅局处科院校所站队组]长|主任|主席|委员|领导|[\u4e00-\u9fff]{2}、)(?P<family>[\u4e00-\u9fff])\\Z"
)
_NO_FAMILY = frozenset("于从向和到在由自经过来往及与")
_PERSON_AFTER = re.compile("将军|同志|烈士|元帅|先生|女士|老师|书记|[省市县区镇乡局]长|表示|说[，：。]|告诉|笑着说")
_CALLED_SO = re.compile("[虽名叫](?:为|曰|叫|作)?[“‘]$")
# What may stand before a county name of two characters (兴县), so that 高兴县城 names none.
_FREE_LEFT = frozenset(
    "，。、；：！？“”‘’（）()《》〈〉—…·\n\t 　在到赴来去于从向对与和及的由为是等让给访了往回进出省市州区盟说称据将使过全入任自至是对即如驻指—-•●□■0123456789"
)
_BODIES = (
    "大学|学院|公司|集团|银行|研究院|研究所|医院|中学|小学|附中|附小|实验室|科学院|商会|协会|学会|电视台|卫视|日报|晚报"
    "|煤矿|机场|铁路局|出版社|车站"
)
_NO_BODY = r"，。、；：！？“”‘’《》（）()\s的在是了和与及为将"
_ORGANISATION = re.compile(
    rf"(?![一两多]家|某)(?=[^{_NO_BODY}{firsts_of(_BODIES)}]{{0,18}}+[{firsts_of(_BODIES)}])[^{_NO_BODY}]{{0,18}}?"
    + any_of(_BODIES)
)


@dataclass(slots=True)
class Spot:
    """A name in the text and the units that bear it; unit is the one chosen, kind as in PlaceMention."""

    start: int
    end: int
    name: str
    units: tuple[Unit, ...]
    full: bool
    township: bool = False
    unit: Unit | None = None
    path: str | None = None
    kind: str = "admin"
    rule: str = ""
    confidence: float = 0.0
    after: str = field(default="", repr=False)


def find_spots(text: str, gazetteer: Gazetteer, year: int | None, home: str | None = None) -> list[Spot]:
    """The places that a text may name, from left to right, none overlapping another; linear in its length.

    home is the path of the newspaper's prefecture: its counties of two characters need less around them.
    """
    masks = _masked(text)
    taken: list[Spot] = []
    people: set[str] = set()
    end = 0
    hits = _longest_first(gazetteer.hits(text))
    longer = {start: stop for start, stop, name in reversed(hits) if len(name) > 2 and name[-1] in _FULL_ENDS}
    for start, stop, name in hits:
        if start < end or _runs_into_full_name(start, stop, name, longer):
            continue
        spot = _spot(text, start, stop, name, gazetteer, year)
        if spot and _stands(text, spot, masks, end, home):
            taken.append(spot)
            end = stop
        elif spot and not spot.full:
            people |= _people_at(text, spot)
    return [spot for spot in taken if not people or not people & _names_around(text, spot)]


def _runs_into_full_name(start: int, stop: int, name: str, longer: dict[int, int]) -> bool:
    """Whether a short name ends inside a full one that begins in it: 组织金|寨县 names no 织金."""
    return name[-1] not in _FULL_ENDS and any(longer.get(at, 0) > stop for at in range(start + 1, stop))


def _longest_first(hits: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return sorted(hits, key=lambda hit: (hit[0], -hit[1]))


def _spot(text: str, start: int, end: int, name: str, gazetteer: Gazetteer, year: int | None) -> Spot | None:
    units = gazetteer.named(name, year)
    if units and not _is_township_by_now(units, name, year, gazetteer):
        return Spot(start, end, name, units, full=True, after=text[end : end + 24])
    units = gazetteer.shortly_named(name, year)
    if units:
        return Spot(start, end, name, units, full=False, after=text[end : end + 24])
    units = gazetteer.townships(name) if len(name) > 2 else ()
    return Spot(start, end, name, units, full=True, township=True, after=text[end : end + 24]) if units else None


def _is_township_by_now(units: tuple[Unit, ...], name: str, year: int | None, gazetteer: Gazetteer) -> bool:
    """Whether a name was a county's once (畹町镇 until 1985) and is a township's since."""
    gone = not any(unit.valid_in(year) for unit in units)
    return gone and name[-1] in "镇乡" and bool(gazetteer.townships(name))


def _stands(text: str, spot: Spot, masks: bytearray, previous_end: int, home: str | None) -> bool:
    adjacent = previous_end == spot.start and spot.start > 0
    if spot.full and len(spot.name) > 2:
        return not (_is_bound(text, spot) or spot.township and _only_looks_like_township(text, spot))
    if any(masks[spot.start : spot.end]) and not adjacent:
        return False
    if spot.full:
        return _short_county_stands(text, spot, adjacent, home)
    return _short_name_stands(text, spot, adjacent)


def _is_bound(text: str, spot: Spot) -> bool:
    """Whether words around a full name run into it: 夏天|全县, 会同|县里, 会同|县上."""
    before = text[max(0, spot.start - 1) : spot.start] + spot.name[0]
    verb = not spot.township and spot.name[:-1] in read_word_set("ambiguous_places") and spot.after[:1] in ("里", "上")
    return verb or before in read_word_set("full_place_leads")


def _only_looks_like_township(text: str, spot: Spot) -> bool:
    return bool(re.match("[县区]?(?:企业|村|域|居民)", spot.after)) and spot.name.endswith(("城乡", "城镇", "乡镇"))


def _short_county_stands(text: str, spot: Spot, adjacent: bool, home: str | None) -> bool:
    free = spot.start == 0 or text[spot.start - 1] in _FREE_LEFT or _lead_word(text, spot.start)
    if home and any(unit.path.startswith(f"{home}/") for unit in spot.units) and spot.name[-1] == "县":
        free = free or text[spot.start - 1] + spot.name[0] not in read_word_set("place_leads")
    if spot.name == "代县" and spot.after.startswith("长"):
        return False
    return adjacent or free


def _lead_word(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start] in read_word_set("place_lead_words")


def _short_name_stands(text: str, spot: Spot, adjacent: bool) -> bool:
    if _OTHER_THING.match(spot.after) or _PERSON_AFTER.match(spot.after) or _in_a_name(text, spot):
        return False
    if spot.name[-1] in "江河溪" and _RIVER.match(spot.after):
        return False
    if _PORT.match(spot.after) and all(unit.level == "county" for unit in spot.units):
        return False
    if text[spot.end - 1 : spot.end + 1] in read_word_set("place_crossings"):
        return False
    if adjacent:
        return True
    left = text[max(0, spot.start - 4) : spot.start]
    if _CALLED_SO.search(left):
        return False
    if left[-1:] + spot.name[0] in read_word_set("place_leads"):
        return False
    return not _TITLE_BEFORE.search(left)


def _in_a_name(text: str, spot: Spot) -> bool:
    """Whether a short name is the given name of a person named behind a title or among others."""
    match = _NAME_BEFORE.search(text[max(0, spot.start - 6) : spot.start])
    if match is None or match["family"] in _NO_FAMILY or match["family"] not in surnames()[0]:
        return False
    return spot.after[:1] in MARKS or follows_name(text, spot.end)


def _people_at(text: str, spot: Spot) -> set[str]:
    """The people whose names hold a place's short name right behind a title: 副市长马一东, 市长濮阳钧."""
    if _in_a_name(text, spot):
        return {text[spot.start - 1 : spot.end]}
    titled = _TITLE_BEFORE.search(text[max(0, spot.start - 4) : spot.start])
    name = text[spot.start : spot.end + 1]
    return {name} if titled and spot.name in surnames()[1] and is_plain(name) else set()


def _names_around(text: str, spot: Spot) -> set[str]:
    """What a name could be that holds a short name: with the character before it, or the one behind."""
    return set() if spot.full else {text[max(0, spot.start - 1) : spot.end], text[spot.start : spot.end + 1]}


def inside_organisation(spot: Spot) -> bool:
    """Whether a short name begins a longer name of a company, school or the like."""
    return not spot.full and bool(_ORGANISATION.match(spot.after))


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation(read_words("place_phrases") + read_words("regions")))


def _masked(text: str) -> bytearray:
    masks = bytearray(len(text))
    for found in _phrases().finditer(text):
        masks[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    return masks

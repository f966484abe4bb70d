"""Posts as they are printed: a title word with the organ, the rank and the place before it.

A title is found by its last word (书记, 局长) and read leftwards over the organ's name to the place or to a word that
does not belong to it. 市长 in 江阴市长泾镇 is none, because the place there covers it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from articles.reading.records import PlaceMention
from articles.reading.words import read_pairs, read_word_set

MAX_LEFT = 36
_CHARACTER = re.compile("[\u4e00-\u9fffA-Za-z·（）()]")
_BRACKETED = re.compile("[（(][\u4e00-\u9fff]{1,4}[）)]$")
_HEAD_GUARDS = {
    "常委": "(?!会)",
    "委员": "(?!会|长)",
    "书记": "(?!处)(?:(?<=[委组部]书记)|(?![员官]))",
    "支书": "(?!记)",
    "秘书": "(?![处科组员])",
    "主席": "(?![团台令])",
    "主任": "(?!医师|科员|护师|药师|技师|委员)",
    "专家": "(?![组委库团们]|工作站|顾问|学者)",
}
_LONG_GUARD = "(?!期(?!间)|制(?!定)|[远效久足度势辈线河廊短跑]|达[\\d一二三四五六七八九十百千万数近到])"
_LEVEL = "自治区|自治州|苏木|街道|社区|办事处|[省市县区州盟旗镇乡村]"
_ORGAN_END = (
    "政府办公室|办公室|办事处|委员会|党委|党组|党工委|管委会|工委|纪委|监委|委|政府|人大常委会|人大|常委会|政协|法院|检察院|法庭|局|厅|部|署|司|院|处|科|室|站|所"
    "|会|支部|总支|支队|大队|中队|总队|队|中心|公司|集团|大学|学院|学校|中学|小学|党校|医院|银行|支行|分行|分局|指挥部|小组|专班|合作社|联合社|基地|园|园区|开发区|高新区|示范区|经开区|厂|矿|社|场|段|台|馆|网|团|村|镇|乡|街道|社区|嘎查|苏木|市|县|区|省|州|盟|旗|联|层|组|办|协|派|项目|企业|业|线|店|库|[一二三四五六七八九十0-9]连"
)
_ORGAN = re.compile(f"(?:{_ORGAN_END})$")
_MODIFIERS = re.compile(
    "(?:(?:时任|原任|前任|现任|新任|候任|拟任|挂职|驻村|驻地|代理|常务|第一|第二|执行|名誉|专职|兼职|首席|助理|正|副|代|原|党|双|一级|二级|三级|四级|主任|高级|总|老|前|县级|厅级|正县级|副县级|正处级|副处级|正科级|副科级|正厅级|副厅级|常任|轮值|荣誉|资深|主治|分管|市级|驻))*$"
)
_OWN_LEVEL = re.compile("[省市县区州盟旗镇乡](?!场)|自治|街道|全国|中央|国家")
_OTHERS = re.compile("有关|相关|各|其他|部分|所属|所在|该|本|驻")
_UP_TO_ORGAN = re.compile("(?:[省市县区州盟旗国局部厅委])([\u4e00-\u9fff]{2,8}?)$")
# 副市长、石墨|和石墨烯产业园: behind a title and 、 only another post of the same person stands.
_HALF_BEHIND_TITLE = re.compile(
    "(?:[县市区州旗镇乡局部厅院]长|书记|主任|主席|常委)[、兼](?!.*(?:长|书记|主任|主席|委员|常委|领导|代表|[的在是了]))[\u4e00-\u9fff]{2,8}$"
)
_TITLE_IN_HALF = re.compile("长|书记|主任|主席|委员|常委|领导|代表|记者|[的在是了]")
_LEVEL_ORGAN = re.compile(
    f"(?:{_LEVEL})(?=委|政府|人民政府|人大|政协|纪委|纪检|监委|监察|法院|人民法院|检察院|人民检察院|公安|直|属|级|总工会|妇联|团委|工商联|残联|科协|文联|[\u4e00-\u9fff（）]{{2,20}}(?:局|厅|委|办|部|院|会|室|中心|处|队|所|站|组|办公室|公司|集团|学校|中学|小学|医院|馆|台|社)(?:党组|党委|党总支|党支部|分党组)?(?:[正副代原一二三四级第专职常务]*)$)"
)
_NOT_LEVEL = re.compile(
    "(?:[区村镇乡]|[城超都夜集][市]|街道|社区|[各全每某本外跨驻][省市县州旗盟]|地市|县市|市县|乡镇|城乡)$"
)
_KEPT_PREFIX = re.compile(
    "^(?:中共|中国|国家|共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|国网|公安|武警|中铁|中建|华能|大唐|华电|国电|团(?=[省市县区州旗盟]委))"
)
_ONCE = re.compile("(?:时任|原任|原|前任)$")
_FORMER_INSIDE = re.compile("原(?=(?:党组|党委|党工委|党总支|党支部|纪委|县委|市委|区委|镇党委)$)")
_FORMER_WORDS = re.compile("^(?:原任?|时任|前任|现任|新任|拟任|候任|挂职)")
_FORMER = re.compile("时任|原任|前任|原(?!平|阳|州)|^前")


@dataclass(frozen=True, slots=True)
class Title:
    """A post as printed at [start, end): the title word, what stands before it, and what it says about itself.

    kind: o official, x executive, e expert, c citizen, ? undecided. level: the character of the level that the
    title itself tells (市 for 市长 and 市委书记), 国 for the centre. unit: path of the place printed in it, which
    takes the first unit_length characters of text. rank: the title without organ and place (常务副县长).
    """

    start: int
    end: int
    text: str
    head: str
    kind: str
    level: str | None
    unit: str | None
    organ: str
    unit_length: int
    rank: str
    former: bool
    acting: bool


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The place mentions of a text, by where they end and what they cover."""

    by_end: dict[int, tuple[int, str]]
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, str], ...]

    def covering(self, position: int) -> tuple[int, int, str] | None:
        """The mention that covers a position, as (start, end, path)."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and self.spans[index][1] > position:
            return self.spans[index]
        return None


def index_places(places: tuple[PlaceMention, ...], wider: Sequence[tuple[int, int, str]] = ()) -> PlaceIndex:
    """Order the mentions of administrative places, deictic ones (我市) left out; those inside wider spans give way."""
    covered = {position for start, end, _ in wider for position in range(start, end)}
    spans = sorted(
        (span.start, span.end, place.resolved)
        for place in places
        if place.resolved and place.kind != "region" and place.text[0] not in "我该"
        for span in place.mentions
        if span.start not in covered
    )
    spans = sorted([*spans, *wider])
    by_end = {end: (start, path) for start, end, path in spans}
    return PlaceIndex(by_end, tuple(span[0] for span in spans), tuple(spans))


@cache
def title_kinds() -> dict[str, tuple[str, str]]:
    """Title word to (kind, own level or "")."""
    pairs = ((head, value.partition(" ")) for head, value in read_pairs("titles"))
    return {head: (kind, level) for head, (kind, _, level) in pairs}


@cache
def _heads(more: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({*title_kinds(), *more}, key=lambda word: (-len(word), word))
    return re.compile("|".join(word + _guard(word) for word in words))


def _guard(word: str) -> str:
    return _HEAD_GUARDS.get(word, _LONG_GUARD if word.endswith("长") else "")


def find_titles(text: str, places: PlaceIndex, more: tuple[str, ...] = ()) -> list[Title]:
    """All titles of a text, from left to right; linear in its length. more are words that are officials' titles here."""
    found: list[Title] = []
    floor = 0
    for match in _heads(more).finditer(text):
        title = _title(text, match, places, floor)
        if title:
            found.append(title)
            floor = title.end
    return found


def _title(text: str, match: re.Match[str], places: PlaceIndex, floor: int) -> Title | None:
    covering = places.covering(match.end() - 1)
    if covering and covering[0] <= match.start() + 1 and covering[1] >= match.end():
        return None
    start = _left_end(text, match.start(), places, floor)
    start, unit, unit_end = _cut(text, start, match.start(), places)
    return _read(text, start, match, unit, max(0, unit_end - start))


def organ_reaching(text: str, end: int, places: PlaceIndex) -> tuple[str, str | None, int, str | None]:
    """The organ whose name ends at a position, the place printed in it, how long that is, and its level."""
    start, unit, unit_end = _cut(text, _left_end(text, end, places, 0), end, places)
    return text[start:end], unit, max(0, unit_end - start), _level_in(text[start:end], unit)


def _left_end(text: str, head: int, places: PlaceIndex, floor: int) -> int:
    """Read leftwards from the title word while what stands there can belong to an organ's name."""
    covering = places.covering(head)
    position = covering[0] if covering and covering[0] < head and covering[1] == head + 1 else head
    while position > floor and head - position < MAX_LEFT:
        if position in places.by_end and places.by_end[position][0] >= floor:
            position = places.by_end[position][0]
        elif _stops(text, position, head, places):
            break
        else:
            position -= 1
    return position


def _stops(text: str, position: int, head: int, places: PlaceIndex) -> bool:
    stops = read_word_set("post_stops")
    last = text[position - 1]
    if not _CHARACTER.match(last) or last in "）)" and not _BRACKETED.search(text[max(0, position - 6) : position]):
        return True
    if last in "和与及":
        return not _joins_organ(text, position, head, places)
    if last in stops:
        around = {text[position - 2 : position], text[position - 1 : position + 1]}
        return not around & read_word_set("post_stop_exceptions")
    if text[position - 2 : position + 1] in read_word_set("post_stop_exceptions"):
        return False
    return text[position - 2 : position] in stops or text[position - 3 : position] in stops


def _joins_organ(text: str, position: int, head: int, places: PlaceIndex) -> bool:
    """Whether 和 or 与 before a position is part of an organ's name, as in 县农牧和科技局局长.

    What stands behind it must be an organ without place or level; what stands before it is a word of organs, or
    reaches back to the place, level or organ that the whole name begins with.
    """
    behind = text[position:head]
    if not _ORGAN.search(_without_modifiers(behind)) or _OWN_LEVEL.match(behind) or _OTHERS.match(behind):
        return False
    if _spans_between(places, position, head):
        return False
    if text[position - 3 : position - 1] in read_word_set("organ_halves"):
        return True
    before = text[max(0, position - 11) : position - 1]
    if _HALF_BEHIND_TITLE.search(before):
        return True
    sizes = [size for size in range(2, 9) if position - 1 - size in places.by_end]
    match = _UP_TO_ORGAN.search(before)
    half = before[-sizes[0] :] if sizes else match.group(1) if match else ""
    return len(half) > 1 and not _TITLE_IN_HALF.search(half)


def _without_modifiers(text: str) -> str:
    modifiers = _MODIFIERS.search(text)
    return text[: modifiers.start()] if modifiers else text


def _cut(text: str, start: int, head: int, places: PlaceIndex) -> tuple[int, str | None, int]:
    """Where the post begins between start and the title word, the path of the place printed in it, and its end."""
    inside = [span for span in _spans_between(places, start, head + 1) if span[1] <= head + 1]
    if inside:
        first = inside[0][0]
        begin = start if _KEPT_PREFIX.match(text[start:first]) and first - start <= 8 else first
        deepest = _deepest(inside)
        return begin, deepest[2], deepest[1]
    level = _level_organ(text, start, head)
    if level is not None:
        return (start if _KEPT_PREFIX.match(text[start : level + 2]) and level - start <= 5 else level), None, 0
    before = text[start:head]
    modifiers = _MODIFIERS.search(before)
    stem = before[: modifiers.start()] if modifiers else before
    if stem and _ORGAN.search(stem):
        return start, None, 0
    return start + len(stem) - _stem_of_organ(stem, text[head]), None, 0


def _stem_of_organ(stem: str, first: str) -> int:
    """How many characters of an organ stand before a title that begins with the organ's last one: 国防|部长."""
    if first not in "部局厅院":
        return 0
    stems = read_word_set("organ_stems")
    return next((size for size in (6, 5, 4, 3, 2) if stem[-size:] in stems and len(stem) >= size), 0)


def _spans_between(places: PlaceIndex, start: int, end: int) -> list[tuple[int, int, str]]:
    low = bisect_right(places.starts, start - 1)
    high = bisect_right(places.starts, end - 1)
    return list(places.spans[low:high])


def _deepest(inside: list[tuple[int, int, str]]) -> tuple[int, int, str]:
    chain = inside[0]
    for span in inside[1:]:
        if span[2].startswith(chain[2] + "/"):
            chain = span
    return chain


def _level_organ(text: str, start: int, head: int) -> int | None:
    segment = text[start:head]
    for match in re.finditer(_LEVEL, segment):
        position = start + match.start()
        if _NOT_LEVEL.search(text[max(0, position - 2) : position + len(match.group())]) and match.start() > 0:
            continue
        if _LEVEL_ORGAN.match(segment, match.start()):
            return position
    return None


def _read(text: str, start: int, match: re.Match[str], unit: str | None, unit_length: int) -> Title:
    head = match.group()
    whole = text[start : match.end()]
    kind, own = title_kinds().get(head, ("o", ""))
    before = whole[: -len(head)] if len(whole) > len(head) else ""
    modifiers = _MODIFIERS.search(before)
    organ = before[: modifiers.start()] if modifiers else before
    marks = modifiers.group() if modifiers else ""
    level = own or _level_in(organ, unit)
    once = bool(_FORMER.search(marks) or _ONCE.search(text[max(0, start - 2) : start]) or _FORMER_INSIDE.search(organ))
    if organ == level:
        organ = ""
    return Title(
        start,
        match.end(),
        whole,
        head,
        kind,
        level or None,
        unit,
        _FORMER_INSIDE.sub("", organ),
        unit_length,
        _FORMER_WORDS.sub("", marks) + head,
        former=once,
        acting="代" in marks,
    )


def _level_in(organ: str, unit: str | None) -> str | None:
    if unit:
        return None
    match = re.match(f"(?:中共|团|共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)?({_LEVEL})", organ)
    return match.group(1) if match else None

"""Villages and communities: no gazetteer lists them, so they stand under the township or county named with them.

Townships that the gazetteer lacks (merged away, or new) are made the same way, right behind their county.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from articles.reading.gazetteer import Gazetteer
from articles.reading.place_spots import Spot
from articles.reading.words import read_word_set

MAX_BACK = 50
MAX_SENTENCE = 300
_CJK = "\u4e00-\u9fff"
_VILLAGE_END = re.compile(
    "村(?![民庄级落里口容史镇乡医部企集风规道子寨办支]|委(?!会)|干部|两委|“两委)|村(?=民宿|委会|支部|级公路)|社区(?![居医教服工]|矫正|卫生|治理)|嘎查(?!达|长)"
)
# 村“两委”成员 mostly speaks of villages at large, unless the village stands right behind its unit.
_OF_COMMITTEES = re.compile("村(?=“两委”(?:成员|委员|干部))")
_TOWN_END = re.compile(
    f"(?<=[{_CJK}]{{2}})(?:(?<![镇小集城古名重强特老新旧])镇|(?<![镇乡])乡|苏木|街道)(?![{_CJK}]?长江)"
)
_FREE_TOWN = re.compile(
    f"(?:^|[，。；：、“\n]|来到|走进|深入|前往|位于|[在到赴])(?P<name>[{_CJK}]{{2,3}}(?:(?<![小集城古名])镇|乡))(?=[{_CJK}]{{1,4}}村(?!镇))"
)
_NAME_CHARACTER = re.compile(f"[{_CJK}]")
# Characters that end a village's name when read from right to left.
_STOP = frozenset(
    "的了在到于至从和与及是为向对由各某全该本这那每一两几多新老旧个此其他们入进来去访过等让将把被给据县市省区镇乡村"
)
_DETERMINERS = frozenset("的了在是为由各某全该这那每几多其此他们将把被给让和与及等")
_COUNTED = re.compile("[一二三四五六七八九十百两几数多][多余]?个|第[一二三四五六七八九十]|[0-9]")
_GENERIC = read_word_set("generic_villages")
_LONG_GENERIC = tuple(word for word in _GENERIC if len(word) > 1)
_BEFORE_BARE = re.compile("(?:^|[，。；：！？、“”\n在到于至和与往赴进入访是来据]|深入|先后|推动|走访|修缮|位于|来自)$")
_LEADS = re.compile(
    "^(?:修缮|走进|走访|深入|来到|位于|地处|推动|帮助|支持|选择|打造|建设|原|下辖|包括|其中|途经|驻|包联|联系|帮扶)"
)


def find_villages(text: str, spots: list[Spot], gazetteer: Gazetteer, home: str | None = None) -> list[Spot]:
    """Spots of the villages that a text names, each with its path; linear in the text's length. home is the path of the
    newspaper's place, in which villages without a unit before them lie, if the text names places of it."""
    ends = {spot.end: spot for spot in spots if spot.path and spot.unit and spot.unit.level in ("county", "township")}
    covered = {
        at for spot in spots if spot.unit and spot.unit.level == "township" for at in range(spot.start, spot.end)
    }
    ends |= {town.end: town for town in _unlisted_townships(text, ends, covered)}
    ends |= {town.end: town for town in _free_townships(text, spots, covered | set(ends))}
    found = [spot for spot in ends.values() if spot.unit is None]
    ends_of_villages = [match for match in _VILLAGE_END.finditer(text) if match.end() - 1 not in covered]
    for match in (*ends_of_villages, *_OF_COMMITTEES.finditer(text)):
        village = _after_its_unit(text, match, ends, gazetteer)
        if village:
            found.append(village)
    near = [spot for spot in spots if home and (spot.path or "").startswith(f"{home}/")]
    return _with_bare_ones(text, near or spots, found, ends_of_villages)


def _unlisted_townships(text: str, ends: dict[int, Spot], covered: set[int]) -> list[Spot]:
    found = []
    for match in _TOWN_END.finditer(text):
        for size in (2, 3):
            county = ends.get(match.start() - size)
            name = text[match.start() - size : match.end()]
            if (
                county
                and county.unit
                and county.unit.level == "county"
                and match.start() not in covered
                and is_village_name(name)
            ):
                found.append(
                    _spot(match.start() - size, match.end(), name, county.path or "", "township after its county", 0.8)
                )
    return found


def _free_townships(text: str, spots: list[Spot], covered: set[int]) -> list[Spot]:
    """Townships the gazetteer lacks, away from their county: 来到东柳乡石沟村. A village must stand right behind."""
    counties = [
        spot for spot in spots if spot.path and spot.unit and spot.unit.level == "county" and spot.kind == "admin"
    ]
    ends, found = [spot.end for spot in counties], []
    for match in _FREE_TOWN.finditer(text):
        before = bisect_right(ends, match.start())
        name = match["name"]
        if (
            before
            and match.end("name") - 1 not in covered
            and match.end("name") not in covered
            and is_village_name(name)
        ):
            path = counties[before - 1].path or ""
            found.append(_spot(match.start("name"), match.end("name"), name, path, "township before its village", 0.7))
    return found


def _after_its_unit(text: str, match: re.Match[str], ends: dict[int, Spot], gazetteer: Gazetteer) -> Spot | None:
    start = match.start()
    while match.start() - start < 6:
        parent = ends.get(start)
        if parent and start < match.start():
            return _village(text[start : match.end()], start, parent, gazetteer)
        if start == 0 or not _NAME_CHARACTER.match(text[start - 1]):
            return None
        if text[start - 1] == "的" and start < match.start():
            parent = ends.get(start - 1)
            return _village(text[start : match.end()], start, parent, gazetteer) if parent else None
        start -= 1
    return None


def _village(name: str, start: int, parent: Spot, gazetteer: Gazetteer) -> Spot | None:
    if not is_village_name(name, behind_unit=True):
        return None
    if parent.unit and parent.unit.level == "county":
        town = next((gazetteer.township(name + kind, parent.unit) for kind in ("镇", "乡", "街道")), None)
        if town:
            spot = _spot(start, start + len(name), name, parent.path or "", "short name of a township", 0.9)
            spot.unit, spot.path = town, town.path
            return spot
    return _spot(start, start + len(name), name, parent.path or "", "village after its unit", 0.95)


def is_village_name(name: str, *, behind_unit: bool = False) -> bool:
    """Whether a text can name a village or township; right behind its unit even 两河口村 and 老营村 can."""
    stem = re.sub("(?:村|社区|嘎查|街道|苏木|镇|乡)$", "", name)
    if not stem or stem in _GENERIC or stem.endswith("农") or any(stem.endswith(word) for word in _LONG_GENERIC):
        return False
    if stem[:2] in read_word_set("village_verbs") and len(stem) > 2:
        return False
    if behind_unit:
        return (len(stem) > 1 or stem not in _STOP) and not _COUNTED.search(stem) and stem[0] not in _DETERMINERS
    return stem[0] not in _STOP


def _spot(start: int, end: int, name: str, parent: str, rule: str, confidence: float) -> Spot:
    spot = Spot(start, end, name, (), full=True)
    spot.path, spot.rule, spot.confidence = f"{parent}/{name}", rule, confidence
    return spot


def _with_bare_ones(text: str, spots: list[Spot], found: list[Spot], matches: list[re.Match[str]]) -> list[Spot]:
    """Add the villages named without their unit, and give a village its township where another place told it."""
    known: dict[str, str] = {}
    for spot in found:
        if spot.path and spot.path.count("/") > known.get(spot.name, "").count("/"):
            known[spot.name] = spot.path
    for spot in found:
        spot.path = known.get(spot.name, spot.path)
    taken = {spot.end for spot in found}
    parents = [spot for spot in spots if spot.path and spot.unit and spot.kind == "admin"]
    ends = [spot.end for spot in parents]
    for match in matches:
        before = bisect_right(ends, match.start())
        bare = None if match.end() in taken else _bare(text, match, parents[max(0, before - MAX_BACK) : before], known)
        if bare:
            found.append(bare)
            known.setdefault(bare.name, bare.path or "")
    return sorted(found, key=lambda spot: spot.start)


def _bare(text: str, match: re.Match[str], before: list[Spot], known: dict[str, str]) -> Spot | None:
    for size in (5, 4, 3, 2, 1):
        name = text[max(0, match.start() - size) : match.end()]
        if name in known:
            again = _spot(match.end() - len(name), match.end(), name, "", "village named before", 0.93)
            again.path = known[name]
            return again
    start = _bare_start(text, match.start())
    name = text[start : match.end()]
    if (
        not 2 <= match.start() - start <= 3
        or not is_village_name(name)
        or not _BEFORE_BARE.search(text[max(0, start - 2) : start])
    ):
        return None
    parent_path = _parent_before(text, start, before)
    return _spot(start, match.end(), name, parent_path, "village under the place before", 0.75) if parent_path else None


def _bare_start(text: str, end: int) -> int:
    start = end
    while start > 0 and end - start < 6 and _NAME_CHARACTER.match(text[start - 1]) and text[start - 1] not in _STOP:
        start -= 1
    if text[start - 1 : start + 1] == "来自":
        return start + 1
    lead = _LEADS.match(text[start:end])
    return start + len(lead.group()) if lead else start


def _parent_before(text: str, start: int, before: list[Spot]) -> str | None:
    """The unit named last before: a township of the same paragraph or the only one so far, or a county; a county's only
    township of the paragraph goes before it (麻田镇是左权县的大镇。在上武村…)."""
    paragraph = text.rfind("\n", max(0, start - MAX_SENTENCE), start)
    towns = [spot for spot in before if spot.unit and spot.unit.level == "township"]
    near = {spot.path for spot in towns if spot.start > paragraph}
    for spot in reversed(before):
        level = spot.unit.level if spot.unit else ""
        if level == "county":
            under = [path for path in near if path and path.startswith(f"{spot.path}/")]
            return under[0] if len(near) == len(under) == 1 else spot.path
        if level == "township" and (spot.start > paragraph or len({town.path for town in towns}) == 1):
            return spot.path
    return None

"""Villages and communities: no gazetteer lists them, so they stand under the township or county named with them.

Those called by name before are found again, and so are those that stand bare near a place of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from articles.reading.gazetteer import Gazetteer
from articles.reading.places.spots import Spot
from articles.reading.places.unlisted_townships import unlisted_townships
from articles.reading.places.village_names import STOP, is_village_name, made_spot

MAX_BACK = 50
MAX_SENTENCE = 300
_CJK = "\u4e00-\u9fff"
_VILLAGE_END = re.compile(
    "村(?![民庄级落里口容史镇乡医部企集风规道子寨办支]|委(?!会)|干部|两委|“两委)|村(?=民宿|委会|支部|级公路)|社区(?![居医教服工]|矫正|卫生|治理)|嘎查(?!达|长)"
)
# 村“两委”成员 mostly speaks of villages at large, unless the village stands right behind its unit.
_OF_COMMITTEES = re.compile("村(?=“两委”(?:成员|委员|干部))")
_NAME_CHARACTER = re.compile(f"[{_CJK}]")
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
    ends |= {town.end: town for town in unlisted_townships(text, spots, ends, covered)}
    found = [spot for spot in ends.values() if spot.unit is None]
    ends_of_villages = [match for match in _VILLAGE_END.finditer(text) if match.end() - 1 not in covered]
    for match in (*ends_of_villages, *_OF_COMMITTEES.finditer(text)):
        village = _after_its_unit(text, match, ends, gazetteer)
        if village:
            found.append(village)
    near = [spot for spot in spots if home and (spot.path or "").startswith(f"{home}/")]
    return _with_bare_ones(text, near or spots, found, ends_of_villages)


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
            spot = made_spot(start, start + len(name), name, parent.path or "", "short name of a township", 0.9)
            spot.unit, spot.path = town, town.path
            return spot
    return made_spot(start, start + len(name), name, parent.path or "", "village after its unit", 0.95)


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
            again = made_spot(match.end() - len(name), match.end(), name, "", "village named before", 0.93)
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
    return (
        made_spot(start, match.end(), name, parent_path, "village under the place before", 0.75)
        if parent_path
        else None
    )


def _bare_start(text: str, end: int) -> int:
    start = end
    while start > 0 and end - start < 6 and _NAME_CHARACTER.match(text[start - 1]) and text[start - 1] not in STOP:
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

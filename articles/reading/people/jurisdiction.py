"""Whose post it is: the path of the place that a title belongs to, and the full title.

The order of evidence: the place printed in the title, the post before it in the chain, the newspaper's home (市委 is
the city's whose paper it is), the places named before it in the article, the place the article is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.reading.gazetteer import Gazetteer
from articles.reading.people.corps import Corps
from articles.reading.people.titles import PlaceIndex, Title
from articles.reading.places.village_names import is_village_name
from articles.reading.places.zones import county_of, is_zone, zone_after_post, zone_in_text, zone_of_township
from articles.reading.words import alternation, read_words

Posts = Sequence[tuple[Title, str | None]]
CENTRE = "中国"
MAX_BACK = 200
# How far back, in characters, the organ of a bare title may have been named, and how many titles are kept for it.
MAX_SAME_ORGAN = 400
MAX_EARLIER = 12
MAX_PARAGRAPH = 1500
_SAME_ORGAN = {"秘书长": ("主任", "主席", "秘书长")}
_SENT = re.compile("[省市县区州]派$")
_WHOLE_CITY = re.compile("[全我]市|(?<![\u4e00-\u9fff])(?:市(?:委|长|政府|人大|政协)|副?省长)")
_CENTRAL = re.compile(f"(?:{alternation(read_words('central_organs'))})")
_OF_COMMITTEE = re.compile("(?:组织|宣传|统战)部|政法委|(?:市|县|区|州)?直(?:属)?机关工委|巡察办|党校")
_PARTY = re.compile("[省市县区旗州盟]?委(?=[书副常秘组宣统政办委])|党委|党工委|党组")
_VILLAGE = re.compile("(?:党支部|党总支|支部|村委会|居委会|村监委|村|嘎查(?!达))")
_NAMED_VILLAGE = re.compile("(?P<name>[\u4e00-\u9fff]{1,5}?(?:村|社区|嘎查))(?=党|支|村|委|两委|驻|第一|$)")
# How far apart, in characters, the posts of one person stand at most.
MAX_LINK = 2
_LEVEL_ENDS = {
    "县": "县旗",
    "旗": "旗县",
    "镇": "镇",
    "乡": "乡",
    "街道": "道",
    "办事处": "道",
    "苏木": "木",
    "村": "村里查",
    "社区": "区",
}
_INHERITED = {
    "厅长": "厅",
    "局长": "局",
    "主任": "委会室心办",
    "部长": "部",
    "院长": "院",
    "检察长": "院",
    "所长": "所",
    "秘书长": "委府会协",
    "处长": "处",
    "馆长": "馆",
    "队长": "队",
    "支队长": "队",
    "大队长": "队",
    "主席": "会联协",
    "理事长": "联会",
    "台长": "台",
    "庭长": "庭",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What jurisdiction leans on in one article: its place mentions, its own place, the newspaper's home, the Corps' units."""

    places: PlaceIndex
    primary: tuple[str, ...]
    home: str | None
    gazetteer: Gazetteer
    text: str = ""
    corps: Corps | None = None


def jurisdiction(title: Title, chain: Posts, ground: Ground, earlier: Posts = ()) -> str | None:
    """The path of the place that a title belongs to, 中国 for the centre, None when nothing tells.

    chain holds the posts printed right before it for the same person, each with its own place; earlier those of
    other people before it in the article, the last ones last, as far as they name an organ.
    """
    if title.level == "国" or _is_central(title, ground):
        return CENTRE
    if title.unit:
        return county_of(title.unit) if is_zone(title.organ[title.unit_length :]) else title.unit
    if title.level:
        return _of_level(title, chain, ground)
    if chain and chain[-1][1]:
        before, place = chain[-1]
        own = title.start - before.end <= MAX_LINK
        return zone_after_post(title.organ, place, own, ground.home) if is_zone(title.organ) else place
    if chain and chain[-1][0].level in _LEVEL_ENDS:
        return None
    zone = zone_of_township(title.organ, title.start, ground.text, ground.home, ground.gazetteer)
    zone = zone or zone_in_text(title.organ, title.start, ground.text, ground.places.spans)
    told = organ_before(title, earlier)
    return zone or _named_village(title, ground) or (told[1] if told else None) or _bare(title, ground)


def _named_village(title: Title, ground: Ground) -> str | None:
    """The village that a post names, which is no place of the article yet, under the township named last before."""
    match = _NAMED_VILLAGE.match(title.organ)
    if match is None:
        return None
    above = _nearest(title.start, "镇", ground) or _village_above(title, "村", ground)
    if not above or not is_village_name(match["name"], behind_unit=True):
        return above
    known = (path for path in _back(title.start, ground) if path.endswith(f"/{match['name']}"))
    return next(known, f"{above}/{match['name']}")


def organ_before(title: Title, earlier: Posts) -> tuple[Title, str | None] | None:
    """Someone else's title that has named a bare title's organ, with its place: 市人大常委会主任甲 … 副主任乙."""
    if title.organ or title.text in ("书记", "副书记"):
        return None
    near = [post for post in earlier if title.start - post[0].end < MAX_SAME_ORGAN and post[1]]
    heads = _SAME_ORGAN.get(title.head, (title.head,))
    return next((post for post in reversed(near) if post[0].head in heads), None)


def _is_central(title: Title, ground: Ground) -> bool:
    if title.unit or title.level:
        return False
    return bool(_CENTRAL.match(title.organ or title.text)) or title.head == "部长" and bool(_CENTRAL.match(title.text))


def _of_level(title: Title, chain: Posts, ground: Ground) -> str | None:
    level = title.level or ""
    for _, place in reversed(chain):
        if place and _fits(place, level, ground):
            return place
    if _SENT.match(title.organ):
        return _nearest(title.start, "村", ground) or _nearest(title.start, "镇", ground)
    if level == "省" or level == "自治区":
        return _province(title, ground)
    if level in ("市", "州", "盟", "自治州", "地"):
        return _city(title, level, ground)
    near = _own_county(level, title.start, ground) or _nearest(title.start, level, ground)
    if near or level not in ("县", "区", "旗"):
        return near or _village_above(title, level, ground)
    return _of_article(level, ground)


def _own_county(level: str, position: int, ground: Ground) -> str | None:
    """The one county that the article is about, unless another one is named before in the same paragraph."""
    if level not in ("县", "旗", "区") or len(ground.primary) != 1:
        return None
    own = _upwards(ground.primary[0], _LEVEL_ENDS.get(level, level), level)
    first = bisect_left(ground.places.starts, ground.text.rfind("\n", max(0, position - MAX_PARAGRAPH), position))
    last = bisect_left(ground.places.starts, position)
    around = ground.places.spans[max(first, last - MAX_BACK) : last]
    others = (_upwards(path, _LEVEL_ENDS.get(level, level), level) for _, _, path in around)
    return own if own and not any(other and other != own for other in others) else None


def _fits(place: str, level: str, ground: Ground) -> bool:
    name = place.rsplit("/", 1)[-1]
    if level == "省":
        return "/" not in place and place != CENTRE
    if level == "社":
        return name.endswith("社区")
    return name.endswith(level) if level not in _LEVEL_ENDS else name[-1] in _LEVEL_ENDS[level] and "/" in place


def _province(title: Title, ground: Ground) -> str | None:
    if ground.home:
        return ground.home.split("/")[0]
    near = _before(title.start, lambda path: "/" not in path, ground)
    return near or next((path.split("/")[0] for path in ground.primary), None)


def _city(title: Title, level: str, ground: Ground) -> str | None:
    home = ground.home or ""
    city = _city_of_article(title, ground) if level == "市" else None
    if city:
        return city
    if home and (home.endswith(level) or level in ("自治州", "地")) and not _is_province_paper(home):
        return home
    if level == "市" and home.endswith(("州", "盟", "地区")):
        return _only_city(title, ground)
    prefecture = "/".join(home.split("/")[:2])
    if "/" in prefecture and prefecture.endswith(level):
        return prefecture
    near = _before(title.start, lambda path: path.endswith(level), ground)
    return near or next((path for path in ground.primary if path.endswith(level)), None)


def _city_of_article(title: Title, ground: Ground) -> str | None:
    """The county-level city that the whole article is about, when it is named before and nothing speaks of its prefecture."""
    home, own = ground.home or "", ground.primary[0] if len(ground.primary) == 1 else ""
    if not own.endswith("市") or own.count("/") != 2 or not own.startswith(f"{home}/"):
        return None
    last = bisect_left(ground.places.starts, title.start)
    named = ground.places.spans[max(0, last - MAX_BACK) : last]
    starts = [start for start, _, path in named if f"{path}/".startswith(f"{own}/")]
    if not starts or any(path == home for _, _, path in named) or _its_own_follow(title, own, ground):
        return None
    return own if _first_whole_city(ground.text) > min(starts) else None


def _its_own_follow(title: Title, city: str, ground: Ground) -> bool:
    """Whether the sentence goes on with the city's own organs by name, so that 市 before them is another one."""
    rest = re.split("[。\n]", ground.text[title.end : title.end + MAX_BACK], maxsplit=1)[0]
    return bool(re.search(f"{city.rsplit('/', 1)[-1]}(?:委|长|政府|人大|政协)", rest))


@lru_cache(maxsize=4)
def _first_whole_city(text: str) -> int:
    """Where a text first speaks of its own city (全市, 市委书记) or of the province's head, with whom the city's go; its
    length when it never does."""
    match = _WHOLE_CITY.search(text)
    return match.start() if match else len(text)


def _only_city(title: Title, ground: Ground) -> str | None:
    """The county-level city meant in an autonomous prefecture's paper: the one named before, or its only one."""
    near = _before(title.start, lambda path: path.endswith("市") and path.count("/") > 1, ground)
    home = ground.gazetteer.by_path(ground.home or "")
    cities = [unit.path for unit in ground.gazetteer.children(home) if unit.name.endswith("市")] if home else []
    return near or (cities[0] if len(cities) == 1 else None)


def _is_province_paper(home: str) -> bool:
    return "/" not in home and not home.endswith("市")


def _before(position: int, fits: Callable[[str], bool], ground: Ground) -> str | None:
    return next((path for path in _back(position, ground) if fits(path)), None)


def _nearest(position: int, level: str, ground: Ground) -> str | None:
    ends = _LEVEL_ENDS.get(level, level)
    found = (_upwards(path, ends, level) for path in _back(position, ground))
    return next((path for path in found if path), None)


def _back(position: int, ground: Ground) -> Iterator[str]:
    """The places before a position, the nearest first; so many of them that time stays linear."""
    last = bisect_left(ground.places.starts, position)
    for index in range(last - 1, max(-1, last - MAX_BACK), -1):
        yield ground.places.spans[index][2]


def _upwards(path: str, ends: str, level: str) -> str | None:
    """The place itself or the nearest one above it whose name ends as the level asks."""
    while path and not (path[-1] in ends and _deep_enough(path, level)):
        path = path.rpartition("/")[0]
    return path or None


def _deep_enough(path: str, level: str) -> bool:
    depth = path.count("/")
    if level in ("镇", "乡", "街道", "办事处", "苏木"):
        return depth >= 2
    if level in ("村", "社区", "社"):
        return depth >= 3
    return depth >= 1 and not path.endswith("社区")


def _village_above(title: Title, level: str, ground: Ground) -> str | None:
    """A village or township that the article does not name: the place named before, the last one in it for a county."""
    if level not in ("村", "社", "社区", "镇", "乡", "街道", "苏木"):
        return None
    near = next((path for path in _back(title.start, ground) if path.count("/") >= 2), None)
    if near is None or near.count("/") > 2:
        return near
    return next((path for path in _back(title.start, ground) if path.startswith(f"{near}/")), near)


def _of_article(level: str, ground: Ground) -> str | None:
    ends = _LEVEL_ENDS.get(level, level)
    fitting = [path for path in ground.primary if path[-1] in ends and "/" in path]
    if len(fitting) == 1:
        return fitting[0]
    named = {_upwards(path, ends, level) for _, _, path in ground.places.spans[:MAX_BACK]} - {None}
    if len(named) == 1:
        return named.pop()
    home = ground.home or ""
    return home if home and home[-1] in ends and "/" in home else None


def _bare(title: Title, ground: Ground) -> str | None:
    """A title without place and level: a village's by its organ, else the place the article is about."""
    if title.organ.startswith(("行署", "行政公署", "地委", "地区")):
        return _city(title, "地区", ground)
    if _VILLAGE.match(title.organ) or title.level in ("村", "社"):
        near = _nearest(title.start, "村", ground) or _nearest(title.start, "社区", ground)
        return near or _village_above(title, "村", ground)
    if title.head == "厅长":
        return _province(title, ground)
    if title.text == "第一书记":
        return _nearest(title.start, "村", ground)
    if title.text in ("书记", "副书记") and ground.home:
        return ground.home
    counties = [path for path in ground.primary if path.count("/") >= 1]
    if len(ground.primary) == 1 and counties:
        return counties[0]
    return ground.home or (ground.primary[0] if len(ground.primary) == 1 else None)


def full_title(title: Title, place: str | None, chain: Posts) -> tuple[str, str]:
    """The title in full (中共晋中市委书记, 晋中市市长) and the organ it belongs to."""
    unit = _shown(place)
    organ = _without_unit(title.organ, unit, title) or _inherited(title, place, chain)
    rest = title.rank
    if unit and re.match("(?:共青)?团", title.text):
        return f"共青团{unit}委{rest}", f"共青团{unit}委"
    if unit and _OF_COMMITTEE.match(organ or rest) and not title.level:
        return f"中共{unit}委{organ}{rest}", f"{unit}委{organ}"
    if not organ:
        return _of_unit(title, unit, rest)
    prefix = "中共" if unit and _PARTY.match(organ + rest) else ""
    return f"{prefix}{unit}{organ}{rest}", f"{unit}{organ}"


def _of_unit(title: Title, unit: str, rest: str) -> tuple[str, str]:
    if title.level == "国":
        return ("中共中央总书记", "中共中央") if title.head == "总书记" else (title.text, "国务院")
    if title.head in ("书记", "副书记", "常委") and unit:
        return f"中共{unit}委{rest}", f"{unit}委"
    own = re.match("(.*?)([省市县区州盟旗镇乡村])(长|领导)", rest)
    return f"{unit}{rest}", f"{unit}人民政府" if own and own.group(3) == "长" else unit


def _shown(place: str | None) -> str:
    """A place as titles have it: a district behind its city (大同市云州区), a village behind its township."""
    if not place or place == CENTRE:
        return ""
    parts = place.split("/")
    if len(parts) > 2 and (parts[-1].endswith("区") or len(parts) > 4):
        return parts[-2] + parts[-1] if not parts[-2].endswith("省") else parts[-1]
    return parts[-1]


def _without_unit(organ: str, unit: str, title: Title) -> str:
    """The organ's name without the place before it, so that the full place can stand there."""
    if title.unit:
        rest = organ[title.unit_length :]
        return rest[1:] if rest[:1] == unit[-1:] else rest
    if title.level and organ.startswith(title.level) and unit.endswith(title.level):
        return organ[len(title.level) :]
    if title.level and organ.startswith(title.level) and len(title.level) == 1 and unit:
        return organ[1:]
    return organ


def _inherited(title: Title, place: str | None, chain: Posts) -> str:
    """The organ named before in the chain, when this title can belong to it: 省水利厅党组书记、厅长."""
    ends = _INHERITED.get(title.head)
    if not ends or title.level:
        return ""
    for before, where in reversed(chain):
        organ = re.sub("(?:党组|党委|党总支|分党组)$", "", _without_unit(before.organ, _shown(where), before))
        if where == place and organ and organ[-1] in ends:
            return organ
    return ""

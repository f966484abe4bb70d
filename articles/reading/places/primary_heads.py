"""What the headline and the first sentence tell about an article's own places: which are named there, in whose name they
speak, and where someone went."""

from __future__ import annotations

import re

from articles.reading.places.nationalities import autonomous_stem
from articles.reading.records import Source
from articles.reading.words import any_of, read_word_set

# In so many characters from its beginning a report says on whose behalf it speaks.
LEAD = 120
_WIDE = re.compile("(?<!传达学习)[我全](?P<level>[省市州盟])(?!场|民)")
_ORGAN = (
    "(?P<level>[省市州盟])(?:委|政府|纪委|监委|人大|政协|人民政府|直|中院|法院|检察院|[一二三四五六七八九十]{1,3}届"
    "|(?![场民区容])[\u4e00-\u9fff]{2,12}?(?:[局厅委办部院会组]|中心|指挥部|公司|代表|委员)(?![\u4e00-\u9fff]{0,2}[县区市]))"
)
_ORGAN_FIRST = re.compile(f"(?:——)?(?:访|专访|对话)?{_ORGAN}")
_ORGAN_IN_LEAD = re.compile(
    "(?<![\u4e00-\u9fff])(?P<level>[省市州盟])(?:委|政府|纪委|监委|人大|政协)|全(?P<whole>[市州盟])"
)
_OTHER_THING = frozenset("湾山江河湖海港岛")
_BEFORE_GENERIC = frozenset(["", *" \u3000、，。和区市县州旗"])
_ZONE = re.compile("(?:国家级?|省级)?(?:经济技术|经济|高新技术产业)?开发区|高新区|经开区")
# 来到甲县、乙县调研: where the first sentence says someone went, and for what.
_WENT = re.compile("(?:到|赴|深入|率[^，。]{0,8}到|在|来(?:我[市州盟省])?)$")
_INSPECTS = "调研|检查|督查|督导|视察|考察|暗访|走访|慰问|巡查|观摩"
# Whether such a word can come at all is asked first, which is quick; from every character on, the rest is not.
_FIRSTS = "".join(word[0] for word in _INSPECTS.split("|"))
_FOR = re.compile(
    f"(?=[^。；\n{_FIRSTS}]{{0,63}}+[{_FIRSTS}])"
    "(?:[^，。；\n]{0,50}?|[^，。；\n]{0,20}，[^，。；\n]{0,42}?)" + any_of(_INSPECTS)
)
_HELD = re.compile("(?:举行|召开|举办)")
_LINK = re.compile("[、和及与]")
_FIRST_SENTENCE = re.compile("[^。\n]*")


def short_name(path: str) -> str:
    """How a headline calls a place: 左权 for 左权县, 围场 for 围场满族蒙古族自治县, 应县 as it is."""
    name = path.rsplit("/", 1)[-1]
    return autonomous_stem(name) or (name[:-1] if len(name) > 2 else name)


def in_head(path: str, head: str) -> bool:
    """Whether the headline names a place, by its short name as well."""
    name, short = path.rsplit("/", 1)[-1], short_name(path)
    generic = name in read_word_set("generic_places")
    return any(
        (short == name or after not in _OTHER_THING) and not (generic and before not in _BEFORE_GENERIC)
        for before, after in _around(short, head)
    )


def _around(short: str, head: str) -> list[tuple[str, str]]:
    """The characters before and behind each place of a name in a headline."""
    return [(head[: at.start()][-1:], head[at.end() :][:1]) for at in re.finditer(re.escape(short), head)]


def zone_in_head(head: str, source: Source) -> str | None:
    """The newspaper's prefecture when the headline names its development zone: 阳泉高新区."""
    home = source.home_place or ""
    if home.count("/") != 1:
        return None
    found = re.search(f"{re.escape(short_name(home))}市?(?={_ZONE.pattern})", head)
    return home if found else None


def speaker(lines: list[str], source: Source) -> tuple[str | None, bool]:
    """The newspaper's prefecture or province when a headline speaks in its name, and whether as a whole (全市)."""
    for pattern in (_WIDE.search, _ORGAN_FIRST.match):
        for line in lines:
            match = pattern(line.strip())
            own = own_place(match["level"], source) if match else None
            if own:
                return own, pattern == _WIDE.search
    return None, False


def speaker_in_lead(body: str, source: Source) -> str | None:
    """The newspaper's own place when a report opens with its organs; a prefecture's paper opens with no province's."""
    match = _ORGAN_IN_LEAD.search(body[:LEAD])
    if match is None or "。" in body[: match.start()]:
        return None
    level = match["level"] or match["whole"]
    return None if level == "省" and "/" in (source.home_place or "") else own_place(level, source)


def own_place(level: str, source: Source) -> str | None:
    """The newspaper's province, city, 州 or 盟 as the character of its level names it."""
    parts = (source.home_place or "").split("/")
    if level == "省":
        return parts[0] if parts[0].endswith("省") else None
    homes = ("/".join(parts), "/".join(parts[:2]))
    return next((home for home in homes if home.endswith(level)), None)


def visited(body: str, counties: dict[int, tuple[int, str]]) -> list[str]:
    """The counties to which the first sentence says someone went to look at things, and those of a meeting held in
    several; counties has the end and path of each county mention by where it starts."""
    lead = _FIRST_SENTENCE.match(body)
    text = lead.group() if lead else ""
    for start in sorted(counties):
        if start >= len(text) or not _WENT.search(text[:start]):
            continue
        found, end = _listed(text, start, counties)
        if _FOR.match(text, end) or len(found) > 1 and _HELD.match(text, end):
            return found
    return []


def _listed(text: str, start: int, counties: dict[int, tuple[int, str]]) -> tuple[list[str], int]:
    """The counties of a list that begins at a position, and where it ends."""
    found: list[str] = []
    while start in counties:
        end, path = counties[start]
        found.append(path)
        link = _LINK.match(text, end)
        start = link.end() if link else -1
    return list(dict.fromkeys(found)), end

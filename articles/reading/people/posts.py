"""Posts in chains and whose they are: 市委常委、秘书长、组织部部长 is three posts of one organ each, in one line.

Shapes: post name (副市长甲), one post for several (副市长甲、乙), name post (韦某书记), name（post）, a village's head
called by name (村支书名叫甲), and those of tenures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.people.person_names import Name, NameReader, has_plain_name, lived_in_by_many
from articles.reading.people.tenures import tenure
from articles.reading.people.titles import Title
from articles.reading.words import read_word_set

MAX_NAMES = 30
_LINK = re.compile("[、兼]|、兼|，兼|兼任|暨|[ ]|[（(](?:时任|原任?|曾任|兼任?|挂职)?")
_SHARE = re.compile("[、和与及]|以及")
_BLANK_SHARE = re.compile("[ 　]{1,2}")
_INVERSE = read_word_set("inverse_titles")
_ASKED = re.compile("(?:采访|专访|访|对话|访问)了?$")
# How notices before an appointment begin: 王小明，男，汉族，…; and how features name a hero: 王小明今年58岁，是…
_RESUME = re.compile(
    "(?:^|[\n。：:；])[ \u3000]*(?P<name>[\u4e00-\u9fff]{2,4}?)(?:[，,](?=[男女][，,])|，?(?:今年|现年)[1-9][0-9]岁，(?=是|现任|担任))"
)
_NAMED = re.compile("[他她]叫(?P<name>[\u4e00-\u9fff]{2,4})，$")
_CALLED = re.compile("(?:的名字)?[\u4e00-\u9fff]{0,4}?(?:名叫|名字叫|叫做|叫作|叫)")


@dataclass(frozen=True, slots=True)
class Holding:
    """A chain of titles with the names that hold them; rule says which shape was met."""

    titles: tuple[Title, ...]
    names: tuple[Name, ...]
    rule: str
    former: bool = False


def find_holdings(reader: NameReader, titles: list[Title]) -> list[Holding]:
    """Every chain of titles with its names, in order of the text."""
    reader.learn(match["name"] for match in _RESUME.finditer(reader.text) if has_plain_name(match["name"]))
    chains = _chains(reader, titles)
    starts = frozenset(title.start for title in titles)
    direct = [(chain, _names_after(reader, chain, starts)) for chain in chains]
    for _, names in direct:
        reader.learn(name.text for name in names)
    found = [Holding(tuple(chain), names, "title name") for chain, names in direct if names]
    rest = [chain for chain, names in direct if not names]
    return found + [holding for chain in rest for holding in _without_name_behind(reader, chain)]


def _chains(reader: NameReader, titles: list[Title]) -> list[list[Title]]:
    chains: list[list[Title]] = []
    for title in titles:
        if chains and _goes_on(reader, chains[-1], title):
            chains[-1].append(title)
        else:
            chains.append([title])
    return chains


def _goes_on(reader: NameReader, chain: list[Title], title: Title) -> bool:
    """Whether a title is the same person's as those before: 副县长、局长; 市长，市领导小组组长甲; 副县长（时任局长）甲."""
    gap = reader.text[chain[-1].end : title.start]
    if not gap or len(gap) > 4:
        return False
    if gap[0] in "（(":
        closes = reader.text[title.end : title.end + 1] in ("）", ")")
        return bool(_LINK.fullmatch(gap)) and closes and reader.after(title.end + 1) is not None
    if gap == "，":
        official = chain[-1].kind == "o" and title.kind in "o?" and _tells_place(title) and _tells_place(chain[0])
        return official and reader.after(title.end) is not None
    return bool(_LINK.fullmatch(gap))


def _tells_place(title: Title) -> bool:
    return bool(title.unit or title.level)


def _names_after(reader: NameReader, chain: list[Title], titles: frozenset[int]) -> tuple[Name, ...]:
    title, text = chain[-1], reader.text
    precise = bool(title.organ or title.level or title.unit)
    foreign = title.kind == "o" and precise and title.head != "委员"
    foreign = foreign and (reader.many_nationalities or lived_in_by_many(title.unit or ""))
    opened = len(chain) > 1 and text[chain[-2].end] in "（("
    asked = bool(_ASKED.search(text[max(0, chain[0].start - 4) : chain[0].start]))
    first = reader.after(title.end + opened, foreign=foreign, asked=asked, sure=precise and title.kind == "o")
    if first is None:
        return ()
    names = [first]
    while len(names) < MAX_NAMES:
        following = _next_name(reader, names[-1], titles, foreign, title)
        if following is None:
            break
        names.append(following)
    return tuple(names)


def _next_name(reader: NameReader, name: Name, titles: frozenset[int], foreign: bool, title: Title) -> Name | None:
    """The next of several names that share a title: parted by 、 or 和, behind 市领导 by a blank as well."""
    blank = _BLANK_SHARE if title.head.endswith("领导") else None
    link = _SHARE.match(reader.text, name.end) or (blank and blank.match(reader.text, name.end))
    following = reader.after(link.end(), foreign=foreign) if link and link.end() not in titles else None
    return following if following and following.strength >= 1.5 else None


def _without_name_behind(reader: NameReader, chain: list[Title]) -> list[Holding]:
    for shape in (_called, _named, _bracketed, _inverse, _tenure):
        holding = shape(reader, chain)
        if holding:
            return [holding]
    return []


def _called(reader: NameReader, chain: list[Title]) -> Holding | None:
    """A chain whose holder is named with 叫: 村党支部书记名叫王三."""
    match = _CALLED.match(reader.text, chain[-1].end)
    name = reader.after(match.end()) if match else None
    return Holding(tuple(chain), (name,), "title called name") if name and name.strength >= 3 else None


def _named(reader: NameReader, chain: list[Title]) -> Holding | None:
    """A chain behind its holder, who is named with 叫: 她叫王三，某村党支部书记."""
    start = chain[0].start
    match = _NAMED.search(reader.text[max(0, start - 7) : start])
    if match is None or not has_plain_name(match["name"]):
        return None
    name = Name(start - 1 - len(match["name"]), start - 1, match["name"], 3.0)
    return Holding(tuple(chain), (name,), "name, title")


def _bracketed(reader: NameReader, chain: list[Title]) -> Holding | None:
    """A name with its title in brackets: 王三（市委书记）, 王三(时任县长)."""
    text, end = reader.text, chain[-1].end
    opening = max(
        text.rfind("（", max(0, chain[0].start - 5), chain[0].start),
        text.rfind("(", max(0, chain[0].start - 5), chain[0].start),
    )
    if opening < 0 or not re.fullmatch("[（(](?:现任|时任|原任?|曾任)?", text[opening : chain[0].start]):
        return None
    name = reader.before(opening) if text[end : end + 1] in ("）", ")", "，", "；") else None
    return Holding(tuple(chain), (name,), "name (title)") if name and name.strength >= 2.5 else None


def _inverse(reader: NameReader, chain: list[Title]) -> Holding | None:
    title = chain[0]
    if len(chain) > 1 or title.organ or title.text not in _INVERSE:
        return None
    name = reader.before(title.start)
    if name and reader.text[name.start - 1 : name.start] == "“" and reader.text[title.end : title.end + 1] == "”":
        return None
    if name is None or name.strength < 2 and title.kind != "o":
        return None
    return Holding((title,), (name,), "name title")


def _tenure(reader: NameReader, chain: list[Title]) -> Holding | None:
    found = tenure(reader, chain)
    return Holding(tuple(chain), found[0], "name takes up title", found[1]) if found else None

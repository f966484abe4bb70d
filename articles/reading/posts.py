"""Posts in chains and whose they are: 市委常委、秘书长、组织部部长 is three posts of one organ each, in one line.

Shapes: post name (副市长甲), one post for several (副市长甲、乙), name post (韦某书记), a name that takes up or leaves
a post (甲任某县县长, 由某局局长调任某区委书记).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.person_names import Name, NameReader, has_plain_name, lived_in_by_many
from articles.reading.titles import Title
from articles.reading.words import read_word_set

# How many characters back a sentence's subject is sought.
MAX_BACK = 80
MAX_LIST = 300
_LINK = re.compile("[、兼]|、兼|，兼|兼任|暨|[ ]")
_SHARE = re.compile("[、和与及]|以及")
_INVERSE = read_word_set("inverse_titles")
_TAKES_UP = re.compile("(?:当选为?|担任|出任|兼任|升任|调任|转任|接任|就任|现任|改任|(?:被)?任命为|推选为|选为|任|为)$")
_LEFT = re.compile("(?:曾任|历任|曾担任|原任|由|从|任职|卸任|不再担任|不再兼任)$")
_APPOINTS = re.compile(
    "(?:任命|免去|推选|选举|聘任)([\u4e00-\u9fff]{2,4}?)(?:同志)?[为的]$|(?P<verb>(?:同志)?(?:任|担任|当选为?|出任|兼任))$"
)
_NEXT_APPOINTED = re.compile("[，；、]([\u4e00-\u9fff]{2,4})(?:同志)?为$")
_DISMISSED = re.compile("免去[\u4e00-\u9fff]{2,4}(?:同志)?的$")
_STINT = re.compile("期间|时|的时候|任上|之前|以前")


@dataclass(frozen=True, slots=True)
class Holding:
    """A chain of titles with the names that hold them; rule says which shape was met."""

    titles: tuple[Title, ...]
    names: tuple[Name, ...]
    rule: str
    former: bool = False


def find_holdings(reader: NameReader, titles: list[Title]) -> list[Holding]:
    """Every chain of titles with its names, in order of the text."""
    chains = _chains(reader.text, titles)
    starts = frozenset(title.start for title in titles)
    direct = [(chain, _names_after(reader, chain[-1], starts)) for chain in chains]
    for _, names in direct:
        reader.known.update(name.text for name in names)
    found = [Holding(tuple(chain), names, "title name") for chain, names in direct if names]
    rest = [chain for chain, names in direct if not names]
    return found + [holding for chain in rest for holding in _without_name_behind(reader, chain)]


def _chains(text: str, titles: list[Title]) -> list[list[Title]]:
    chains: list[list[Title]] = []
    for title in titles:
        gap = text[chains[-1][-1].end : title.start] if chains else ""
        if chains and gap and len(gap) <= 2 and _LINK.fullmatch(gap):
            chains[-1].append(title)
        else:
            chains.append([title])
    return chains


def _names_after(reader: NameReader, title: Title, titles: frozenset[int]) -> tuple[Name, ...]:
    foreign = title.kind == "o" and bool(title.organ or title.level or title.unit) and title.head != "委员"
    foreign = foreign and (reader.many_nationalities or lived_in_by_many(title.unit or ""))
    first = reader.after(title.end, foreign=foreign)
    if first is None:
        return ()
    names = [first]
    while len(names) < 30:
        link = _SHARE.match(reader.text, names[-1].end)
        following = reader.after(link.end(), foreign=foreign) if link and link.end() not in titles else None
        if following is None or following.strength < 1.5:
            break
        names.append(following)
    return tuple(names)


_CALLED = re.compile("(?:的名字)?[\u4e00-\u9fff]{0,4}?(?:名叫|名字叫|叫做|叫作|叫)")


def _called(reader: NameReader, chain: list[Title]) -> Holding | None:
    """A chain whose holder is named with 叫: 村党支部书记名叫王三."""
    match = _CALLED.match(reader.text, chain[-1].end)
    name = reader.after(match.end()) if match else None
    return Holding(tuple(chain), (name,), "title called name") if name and name.strength >= 3 else None


def _without_name_behind(reader: NameReader, chain: list[Title]) -> list[Holding]:
    for shape in (_called, _inverse, _taken_up):
        holding = shape(reader, chain)
        if holding:
            return [holding]
    return []


def _inverse(reader: NameReader, chain: list[Title]) -> Holding | None:
    title = chain[0]
    if len(chain) > 1 or title.organ or title.text not in _INVERSE:
        return None
    name = reader.before(title.start)
    if name is None or name.strength < 2 and title.kind != "o":
        return None
    return Holding((title,), (name,), "name title")


def _taken_up(reader: NameReader, chain: list[Title]) -> Holding | None:
    """A chain after 任, 当选, 调任 belongs to the person named before it in the sentence."""
    text, start = reader.text, chain[0].start
    before = text[max(0, start - 8) : start]
    left, takes = bool(_LEFT.search(before)), bool(_TAKES_UP.search(before))
    if not (left or takes or _DISMISSED.search(text[max(0, start - 12) : start])):
        return None
    if all(title.kind == "?" and not title.organ for title in chain):
        return None
    subject = _appointed(reader, start) or _subject(reader, start)
    if subject is None:
        return None
    former = (
        left or bool(_DISMISSED.search(text[max(0, start - 12) : start])) or bool(_STINT.match(text, chain[-1].end))
    )
    return Holding(tuple(chain), (subject,), "name takes up title", former)


def _appointed(reader: NameReader, start: int) -> Name | None:
    """The name right before the verb, or inside 任命…为 and 免去…的, as notices of appointment have it."""
    before = reader.text[max(0, start - 12) : start]
    match = _APPOINTS.search(before) or _listed_appointment(reader.text, before, start)
    if match is None:
        return None
    at = max(0, start - 12) + match.start(1)
    if match.group(1) and has_plain_name(match.group(1)):
        return Name(at, match.end(1) - match.start(1) + at, match.group(1), 3.0)
    verb = match.groupdict().get("verb")
    name = reader.before(max(0, start - 12) + match.start("verb")) if verb else None
    return name if name and name.strength >= 2.5 else None


def _listed_appointment(text: str, before: str, start: int) -> re.Match[str] | None:
    """The second and later names of 任命甲为某局局长，乙为某委主任."""
    return _NEXT_APPOINTED.search(before) if "任命" in text[max(0, start - MAX_LIST) : start] else None


def _subject(reader: NameReader, position: int) -> Name | None:
    """The known person named last before a position in the same sentence."""
    text = reader.text
    floor = max(text.rfind(mark, max(0, position - MAX_BACK), position) for mark in "。！？\n；") + 1
    for start in range(position - 2, max(floor, position - MAX_BACK) - 1, -1):
        sizes = [size for size in (4, 3, 2) if text[start : start + size] in reader.known and start + size <= position]
        if sizes:
            return Name(start, start + sizes[0], text[start : start + sizes[0]], 3.0)
    return None

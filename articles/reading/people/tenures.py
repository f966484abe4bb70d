"""Posts that someone takes up, holds or has left, where the name does not stand right behind the title.

Shapes: notices (任命甲、乙为副局长, 免去丙的局长职务, 接受丁辞去县长职务), verbs (甲任某县县长, 由某局局长调任某区委书记),
clauses with 的 (接任某市委书记的甲), 任上 (还在副县长任上时，甲 …), and pronouns (他还是县长).
"""

from __future__ import annotations

import re

from articles.reading.people.person_names import Name, NameReader, has_plain_name
from articles.reading.people.titles import Title

# How many characters back a sentence's subject, the verb of a list and the name behind a pronoun are sought.
MAX_BACK = 120
MAX_LIST = 300
MAX_PRONOUN = 160
MAX_NAMES = 12
_APPOINTED = re.compile("(?:同志)?(?:为|任|担任|当选为?|出任|兼任|升任|调任|转任|接任|就任|拟任|改任)$")
_OF = re.compile("(?:同志)?的$")
_RESIGNS = re.compile("(?:同志)?(?:请求)?(?:辞去|不再担任|不再兼任|卸任)$")
_VERBS = re.compile("任命|聘任|选举|补选|推选|增选|决定|免去|撤销|罢免|接受|同意|批准|提名")
_LEAVING = ("免去", "撤销", "罢免")
_GIVING = ("任命", "聘任", "选举", "补选", "推选", "增选", "提名", "决定")
_HAS_BEEN = re.compile("(?:同志)?(?:曾任|历任|曾担任|先后任|先后担任)$")
_NOTICES = (
    (_RESIGNS, ("接受", "同意", "批准"), True),
    (_OF, _LEAVING, True),
    (_HAS_BEEN, (), True),
    (_APPOINTED, (*_GIVING, ""), False),
)
_STANDS_FREE = frozenset("，。、；：:！？“”（）()《》 \n\t　")
_TAKES_UP = re.compile(
    "(?:当选为?|[担出兼升调转接就现改连]任|(?:被)?任命为|推选为|选为|当[过了]?|做[过了]?|任过?|担任[过了]|为|成为|身为|作为|(?:如今|现在)(?:已|已经)?是)$"
)
_LEFT = re.compile("(?:曾任|历任|曾担任|原任|由|从|任职|卸任|不再担任|不再兼任|[任当做]过|先后任|先后担任)$")
_IS = re.compile("(?P<still>还|曾|原|原来|本)?(?:也|就|正|都|便)?是$")
_ADVERBS = re.compile(
    "[，,]?(?:[去前今当那]年|以前|之前|此前|曾经|过去|早年|原来|当时|那时|现在|如今|也|既|不仅|不但|同时|[签约上任到时]{2}那年|[去前今]年[^，。他她]{1,4}时|，?(?:今年|现年)[1-9][0-9]岁，)*$"
)
_PRONOUN = re.compile(
    "[他她](?:两年前|[去前]年)?(?:还|曾|就|也|又|先后|曾经|原来|一直)?(?:在[^，。；\n]{2,8})?(?:是|被(?:提拔|提任|选拔|任命)为|任|担任|担任过|任过|当|当过|做过|出任|曾任|历任)$"
)
_STINT = re.compile("期间|时|的时候|任上|任内|岗位上|之前|以前")
_IN_OFFICE = re.compile("(?:任[上内]|岗位上)[^，。；\n]{0,8}，")
_CLAUSE = re.compile("(?:一职|职务)?(?:(?:任上|岗位上)[^，。；、\n]{0,12}?)?的")
_THEN = re.compile("过$|那年|当时|去年|前年|此前|以前|曾")


def tenure(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    """Who holds a chain of titles that no name follows, and whether they have left it; None when nobody is told."""
    if all(title.kind == "?" and not title.organ for title in chain):
        return None
    for shape in (_notice, _in_office, _clause, _pronoun, _predicate, _verb):
        found = shape(reader, chain)
        if found:
            return found
    return None


def _notice(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    start = chain[0].start
    before = reader.text[max(0, start - 12) : start]
    verb = _verb_of_list(reader.text, start)
    for pattern, allowed, former in _NOTICES:
        match = pattern.search(before) if not allowed or verb in allowed else None
        names = _names_before(reader, max(0, start - 12) + match.start()) if match else ()
        if names:
            return names, former
    return None


def _verb_of_list(text: str, position: int) -> str:
    """The verb of the notice that a position belongs to, the last one before it in reach; "" without any."""
    verb = ""
    for match in _VERBS.finditer(text, max(0, position - MAX_LIST), position):
        if match.group() != "决定" or not verb:
            verb = match.group()
    return verb


def _names_before(reader: NameReader, end: int) -> tuple[Name, ...]:
    """The names parted by 、 that end at a position; the first stands behind a mark or the notice's verb."""
    found: list[Name] = []
    while len(found) < MAX_NAMES:
        name = next((one for size in (3, 2, 4) if (one := _free_name(reader, end - size, end))), None)
        if name is None:
            break
        found.append(name)
        if reader.text[name.start - 1 : name.start] != "、":
            break
        end = name.start - 1
    return tuple(reversed(found))


def _free_name(reader: NameReader, start: int, end: int) -> Name | None:
    text = reader.text[max(0, start) : end]
    if start < 0 or not has_plain_name(text) and text not in reader.known:
        return None
    free = start == 0 or reader.text[start - 1] in _STANDS_FREE or _VERBS.search(reader.text[max(0, start - 2) : start])
    return Name(start, end, text, 3.0) if free else None


def _in_office(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    """还在副县长任上时，甲 …: the name follows the comma unless the sentence has named someone before."""
    match = _IN_OFFICE.match(reader.text, chain[-1].end)
    if match is None:
        return None
    name = _subject(reader, chain[0].start) or reader.after(match.end())
    return ((name,), True) if name else None


def _clause(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    """接任某市委书记的甲, 从某县委书记任上调来的乙."""
    match = _CLAUSE.match(reader.text, chain[-1].end)
    before = reader.text[max(0, chain[0].start - 8) : chain[0].start]
    if match is None or not (_TAKES_UP.search(before) or _LEFT.search(before) or "任上" in match.group()):
        return None
    pronoun = reader.text[match.end() : match.end() + 1] in ("他", "她")
    floor = max(0, chain[0].start - MAX_PRONOUN)
    name = _last_known(reader, chain[0].start, floor) if pronoun else reader.after(match.end())
    if name is None or name.strength < 2:
        return None
    return (name,), pronoun or bool(_LEFT.search(before)) or "任上" in match.group() or "曾" in before


def _pronoun(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    """去年他还是县长: whoever was named last before the pronoun."""
    start = chain[0].start
    clause = reader.text[max(0, start - 24) : start]
    match = _PRONOUN.search(clause)
    if match is None:
        return None
    name = _last_known(reader, max(0, start - 24) + match.start(), max(0, start - MAX_PRONOUN))
    former = bool(_THEN.search(clause)) or bool(_STINT.match(reader.text, chain[-1].end))
    return ((name,), former) if name else None


def _predicate(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    """甲，去年还是某县副县长: 是 right behind the name but for words of time."""
    start = chain[0].start
    before = reader.text[max(0, start - 8) : start]
    match = _IS.search(before)
    name = _subject(reader, start) if match else None
    if match is None or name is None:
        return None
    between = reader.text[name.end : start - len(match.group())]
    return ((name,), bool(match.group("still"))) if _ADVERBS.fullmatch(between) else None


def _verb(reader: NameReader, chain: list[Title]) -> tuple[tuple[Name, ...], bool] | None:
    start = chain[0].start
    before = reader.text[max(0, start - 8) : start]
    left, takes = bool(_LEFT.search(before)), bool(_TAKES_UP.search(before))
    proposed = "拟" in before[-4:]
    name = _subject(reader, start) if (left or takes) and not proposed else None
    return ((name,), left or bool(_STINT.match(reader.text, chain[-1].end))) if name else None


def _subject(reader: NameReader, position: int) -> Name | None:
    """The known person named last before a position in the same sentence."""
    text = reader.text
    floor = max(text.rfind(mark, max(0, position - MAX_BACK), position) for mark in "。！？\n；") + 1
    return _last_known(reader, position, max(floor, position - MAX_BACK))


def _last_known(reader: NameReader, position: int, floor: int) -> Name | None:
    text = reader.text
    for start in range(position - 2, floor - 1, -1):
        if text[start] not in reader.initials:
            continue
        for size in (5, 4, 3, 2):
            if start + size <= position and text[start : start + size] in reader.known:
                return Name(start, start + size, text[start : start + size], 3.0)
    return None

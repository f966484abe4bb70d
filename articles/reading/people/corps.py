"""Posts of the Xinjiang Production and Construction Corps: of its divisions, regiments and companies.

A division is one with its city (第八师石河子市, 师市), a regiment belongs to a division by its number (一四二团), a company
to a regiment (六连). 师长, 团长 and 连长 are posts where an article plays in the Corps, and nowhere else: elsewhere a 团长
leads a delegation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from articles.reading.gazetteer import Gazetteer
from articles.reading.people.titles import Title, title_kinds
from articles.reading.words import read_pairs

PROVINCE, CORPS = "新疆维吾尔自治区", "新疆生产建设兵团"
# The level whose head each of these is.
HEADS = {"师长": "division", "团长": "regiment", "连长": "company"}
# How many units are looked at from a position, so that time grows with length only.
MAX_UNITS = 100
_DIGITS = "〇一二三四五六七八九"
_NUMBER = "(?:[〇○零一二三四五六七八九十百]{1,5}|[1-9][0-9]{0,2})"
_OWN = re.compile("(?P<own>师|团场?|连队?)(?=党|纪|政|机关|组织|宣传|武装|办|管|“|[农经社统]|$)")
# 第九兵团 and 工程兵团 are armies.
_ARMY = "(?<![第一二三四五六七八九十程])"
_HERE = re.compile(f"{_ARMY}兵团(?!作战)|师市|团场")


@dataclass(frozen=True, slots=True)
class Division:
    """A division: its name, the path of its city or nothing, the numbers of its regiments."""

    name: str
    city: str
    regiments: frozenset[int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the Corps as an article names it; both: division and city as one."""

    division: Division | None = None
    both: bool = False
    regiment: str = ""
    company: str = ""

    @property
    def name(self) -> str:
        """The full name: 第八师石河子市, 第八师一四二团六连."""
        division = self.division.name if self.division else ""
        city = self.division.city.rpartition("/")[2] if self.division and self.both and not self.regiment else ""
        return f"{division}{city}{self.regiment}{self.company}"

    def at(self, level: str) -> Unit:
        """The unit of a level that this one belongs to."""
        if level == "division":
            return Unit(self.division)
        return replace(self, company="") if level == "regiment" else self


class Corps:
    """The Corps' units that one text names, and whose the posts in it are."""

    def __init__(self, text: str, home: str, gazetteer: Gazetteer, year: int | None) -> None:
        self._gazetteer, self._year = gazetteer, year
        self._home = next((one for one in divisions().values() if one.city and one.city == home), None)
        self._starts: list[int] = []
        self._units: list[Unit] = []
        for match in _unit().finditer(text):
            unit = _parsed(match)
            if unit not in (Unit(), Unit(corps())):
                self._starts.append(match.start())
                self._units.append(unit)
        self._divisions = [_division_of(unit.regiment) or unit.division for unit in self._units]
        self.spans = list(self._printed(text))

    def _printed(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where divisions are printed, each with the path that it stands for."""
        for match in _unit().finditer(text):
            if match["division"] or match["both"]:
                end = max(match.end(group) for group in ("division", "city", "both"))
                yield match.start(), end, self.place(self._whole(_parsed(match), match.start()))

    def place(self, unit: Unit) -> str:
        """The path of the unit's city, or of the region where it has none, or had none yet."""
        city = self._gazetteer.by_path(unit.division.city) if unit.division and unit.division.city else None
        return city.path if city and city.valid_in(self._year) else PROVINCE

    def takes(self, title: Title) -> bool:
        """Whether 师长, 团长 or 连长 is a post: bare, or of a unit of the Corps. Any other title is left alone."""
        if title.head not in HEADS or not title.organ:
            return True
        match = _unit().match(title.organ)
        return bool(match and match.end() == len(title.organ) or _OWN.fullmatch(title.organ))

    def post(self, title: Title, chain: Sequence[tuple[Title, str | None]]) -> tuple[str, str, str] | None:
        """Place, full title and organ of a post in the Corps, None for any other; chain as in jurisdiction."""
        if title_kinds().get(title.head, ("", ""))[1]:
            return None
        unit, rest = self._unit_of(title, chain)
        if unit is None or unit.division is None:
            return None
        organ = f"{unit.name}{rest}"
        return self.place(unit), f"{organ}{title.rank}", organ

    def _unit_of(self, title: Title, chain: Sequence[tuple[Title, str | None]]) -> tuple[Unit | None, str]:
        """The unit that a post belongs to, and what its organ has besides: 党委 of 一四二团党委书记."""
        match = _unit().match(title.organ)
        unit = _parsed(match) if match else Unit()
        if match and unit != Unit():
            return self._whole(unit, title.start), title.organ[match.end() :]
        own = _OWN.match(title.organ)
        if own:
            level = {"师": "division", "团": "regiment", "连": "company"}[own["own"][0]]
            # 连管会 keeps its first character, since the organ is called so.
            whole = title.organ.startswith("连管")
            return self._named(level, title.start), title.organ[0 if whole else own.end() :]
        if title.organ or title.head not in ("政委", "政治委员", "司令员", *HEADS):
            return None, ""
        return self._of_chain(title, chain), ""

    def _of_chain(self, title: Title, chain: Sequence[tuple[Title, str | None]]) -> Unit | None:
        """The unit of a bare 政委 or 团长: that of the post before in the chain; for 团长 the one named last, too."""
        level = HEADS.get(title.head, "company")
        for before, _ in reversed(chain):
            unit, _rest = self._unit_of(before, ())
            if unit:
                return unit.at(level)
        return self._named(level, title.start) if title.head in HEADS else None

    def _named(self, level: str, position: int) -> Unit | None:
        """The unit of a level named last before a position."""
        if level == "division":
            division = self._division_at(position)
            return Unit(division) if division else None
        for unit in self._before(position):
            if getattr(unit, level):
                return self._whole(unit, position).at(level)
        return None

    def _whole(self, unit: Unit, position: int) -> Unit:
        """A unit with what stands above it: a company's regiment, a regiment's division."""
        if unit.company and not unit.regiment:
            above = self._named("regiment", position)
            unit = replace(unit, regiment=above.regiment if above else "")
        numbered = _division_of(unit.regiment)
        division = numbered or unit.division or self._division_at(position)
        return replace(unit, division=division)

    def _division_at(self, position: int) -> Division | None:
        """The division that the text is about at a position: the paper's own, else that named last before, or first."""
        if self._home:
            return self._home
        last = bisect_right(self._starts, position)
        above = self._divisions[max(0, last - MAX_UNITS) : last]
        return next(filter(None, (*reversed(above), *self._divisions[last : last + MAX_UNITS])), None)

    def _before(self, position: int) -> list[Unit]:
        """The units named before a position, the nearest first."""
        last = bisect_right(self._starts, position)
        return self._units[max(0, last - MAX_UNITS) : last][::-1]


def find_corps(text: str, more: str, home: str | None, gazetteer: Gazetteer, year: int | None) -> Corps | None:
    """The Corps in a text, or None where it does not play there. `more` is what else tells: the headline, or the body.

    A text plays there when it is from a city of the Corps, speaks of 兵团, 师市 or 团场, names a division in a paper of
    the region, or names a regiment with the city that it belongs to.
    """
    whole = f"{text}\n{more}"
    cities = {one.city for one in divisions().values() if one.city}
    here = home in cities or bool(_HERE.search(whole))
    if not here and (home or "").startswith(PROVINCE):
        here = any(match["division"] for match in _unit().finditer(whole))
    if not here and any(_short(city) in whole for city in cities):
        here = any(_is_known(whole, match) for match in _unit().finditer(whole))
    return Corps(text, home or "", gazetteer, year) if here else None


def _is_known(text: str, match: re.Match[str]) -> bool:
    unit = _parsed(match)
    if unit.both and unit.division:
        return True
    division = _division_of(unit.regiment)
    return bool(division and division.city and _short(division.city) in text)


def _short(city: str) -> str:
    return city.rpartition("/")[2].removesuffix("市")


@cache
def divisions() -> dict[str, Division]:
    """The divisions by their names."""
    found = {}
    for name, value in read_pairs("corps_divisions"):
        city, *ranges = value.split()
        runs = [tuple(map(int, one.split("-"))) for one in ranges]
        numbers = frozenset(number for run in runs for number in range(run[0], run[-1] + 1))
        found[name] = Division(name, city.strip("-"), numbers)
    return found


@cache
def corps() -> Division:
    """The Corps itself, for posts above all divisions."""
    return Division(CORPS, "", frozenset())


@cache
def _unit() -> re.Pattern[str]:
    """A unit as it is printed; 八师 without 第 counts before its city, a regiment or a word of its organs only."""
    numbers = "|".join(sorted((name[1:-1] for name in divisions()), key=lambda number: -len(number)))
    cities = "|".join(one.city.rpartition("/")[2] for one in divisions().values() if one.city)
    behind = f"(?={cities}|党委|纪委|政委|副?师长|副政委|机关|{_NUMBER}团)"
    return re.compile(
        f"(?<![〇○零一二三四五六七八九十百\\d第])"
        f"(?P<corps>{_ARMY}(?:新疆(?:生产建设)?)?兵团)?"
        f"(?:(?P<division>第(?:{numbers})师(?![傅生范资德大院专附])|(?:{numbers})师{behind})(?P<city>{cities})?"
        f"|(?P<both>师市))?(?P<regiment>{_NUMBER}团(?!结|队|员|支|委|费|课|日|圆|聚|购|体|伙|建|歌|校|拜))?"
        f"(?P<company>{_NUMBER}连(?!续|片|接|锁|忙|冠|环|夜|声|通|线|带|年|日))?"
    )


def _parsed(match: re.Match[str]) -> Unit:
    """The unit that a match prints, without what stands above it. An empty match gives an empty one."""
    name = match["division"] or ""
    division = divisions().get(name if name.startswith("第") else f"第{name}")
    if match["corps"] and division is None and not match["regiment"]:
        division = corps()
    both = bool(match["both"]) or bool(match["city"])
    return Unit(division, both, match["regiment"] or "", match["company"] or "")


@lru_cache(maxsize=1024)
def _division_of(regiment: str) -> Division | None:
    number = _number(regiment.removesuffix("团"))
    return next((one for one in divisions().values() if number in one.regiments), None)


def _number(text: str) -> int:
    """The number printed as 142, 一四二 or 十六; 0 for none."""
    if text.isascii():
        return int(text or 0)
    text = text.replace("○", "〇").replace("零", "〇")
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS.index(digit)) for digit in text))
    hundreds, has_hundreds, rest = text.rpartition("百")
    tens, has_tens, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.find(hundreds[-1:]) if hundreds else 1) if has_hundreds else 0
    value += 10 * (_DIGITS.find(tens[-1:]) if tens else 1) if has_tens else 0
    return value + (_DIGITS.find(ones[-1:]) if ones else 0)

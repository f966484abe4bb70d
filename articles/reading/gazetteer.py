"""The places of the country: provinces, prefectures, counties with their former names, and townships.

Filled from the CSV files of fixtures/gazetteer (their sources and licences are named there). A unit's path is the
chain of its parents' names and its own, as in 山西省/晋中市/左权县/麻田镇 or 北京市/东城区.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

from articles.reading.places.nationalities import without_nationality
from articles.reading.words import read_pairs

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "gazetteer"
Alias = tuple[str, str, int | None]
LEVELS = ("province", "prefecture", "county", "township")
_PAPER_END = re.compile(
    "((?:(?:劳动|工人|特区|侨乡|农村|广播电视|都市)?(?:日|晚|晨|早|时|周|商|新)?|青年|农民|法制|法治|教育)报|新闻网|新闻|发布)(?:·?(?:数字报|电子版))?$"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A place of the gazetteer. Years are inclusive and None where unlimited; level is one of LEVELS."""

    code: str
    name: str
    short: str
    level: str
    path: str
    parent_code: str
    valid_from: int | None = None
    valid_to: int | None = None
    successor_code: str | None = None

    def valid_in(self, year: int | None) -> bool:
        """Whether the unit bore its name in that year; without a year, whether it bears it still."""
        if year is None:
            return self.valid_to is None
        return (self.valid_from or year) <= year <= (self.valid_to or year)


class Gazetteer:
    """Look-ups by code, path and name. Loading takes about 0.3 s and 40 MB, so keep the one you have."""

    def __init__(self, units: list[Unit], townships: list[tuple[str, str, str]], aliases: list[Alias]) -> None:
        self._units = {unit.code: unit for unit in units}
        self._paths: dict[str, Unit] = {}
        self._names: dict[str, list[Unit]] = defaultdict(list)
        self._shorts: dict[str, list[Unit]] = defaultdict(list)
        self._children: dict[str, list[Unit]] = defaultdict(list)
        self._heirs: dict[str, list[Unit]] = defaultdict(list)
        self._townships: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._towns_of: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for unit in units:
            self._add(unit)
        self._towns_by_name: dict[tuple[str, str], tuple[str, str, str]] = {}
        for row in townships:
            self._add_township(row)
        for alias in aliases:
            self._add_alias(*alias)
        self._automaton = self._build_automaton()

    @classmethod
    def load(cls, folder: Path | None = None) -> Gazetteer:
        """Read places.csv, townships.csv and aliases.csv of a folder (default: fixtures/gazetteer).

        Raises FileNotFoundError without the files and KeyError when a column is missing.
        """
        folder = folder or FOLDER
        units = _with_paths(_rows(folder / "places.csv"))
        towns = _towns(folder / "townships.csv")
        aliases = [(row["code"], row["name"], _year(row.get("valid_to"))) for row in _rows(folder / "aliases.csv")]
        return cls(units, towns, aliases)

    def by_code(self, code: str) -> Unit | None:
        """The unit with this code, a township's nine or twelve digits included."""
        if code in self._units or len(code) <= 6:
            return self._units.get(code)
        return next((self._township(row) for row in self._towns_of[code[:6]] if row[0] == code), None)

    def by_path(self, path: str) -> Unit | None:
        """The unit with this path; None for villages and for what is not in the gazetteer."""
        if path in self._paths:
            return self._paths[path]
        parent, _, name = path.rpartition("/")
        above = self._paths.get(parent)
        return self.township(name, above) if above else None

    def named(self, name: str, year: int | None = None) -> tuple[Unit, ...]:
        """Provinces, prefectures and counties of this full name in that year, or former ones when none is valid."""
        return _valid(self._names.get(name, ()), year)

    def shortly_named(self, short: str, year: int | None = None) -> tuple[Unit, ...]:
        """Provinces, prefectures and counties with this short name (左权) in that year."""
        return _valid(self._shorts.get(short, ()), year)

    def townships(self, name: str) -> tuple[Unit, ...]:
        """All townships and streets of this name."""
        return tuple(self._township(row) for row in self._townships.get(name, ()))

    def township(self, name: str, parent: Unit) -> Unit | None:
        """The township of this name under a county, or under the county that took its place or that it replaced."""
        rows = (self._towns_by_name.get((county.code, name)) for county in (parent, *self._kin(parent)))
        return next((self._township(row, parent) for row in rows if row), None)

    def children(self, unit: Unit, year: int | None = None) -> tuple[Unit, ...]:
        """The units right below: those valid in that year, or a county's townships."""
        below = tuple(child for child in self._children.get(unit.code, ()) if child.valid_in(year))
        return below or tuple(self._township(row, unit) for row in self._towns_of.get(unit.code, ()))

    def parent(self, unit: Unit) -> Unit | None:
        """The unit right above, or None for a province."""
        return self._units.get(unit.parent_code)

    def at(self, unit: Unit, year: int | None) -> Unit:
        """The unit itself, or the one that had taken its place by that year (神木县 in 2018: 神木市)."""
        for _ in range(5):
            heir = self._units.get(unit.successor_code or "")
            if heir is None or year is None or unit.valid_to is None or year <= unit.valid_to:
                return unit
            unit = heir
        return unit

    def resolve_paper(self, name: str) -> str | None:
        """The path of a newspaper's home (晋中日报: 山西省/晋中市), or None for a national or unknown one."""
        name = name.strip().removeprefix("《").removesuffix("》")
        known = dict(read_pairs("papers"))
        if name in known:
            return known[name] or None
        stem = _PAPER_END.sub("", name).removeprefix("今日")
        return self._home_of(stem) if stem and stem != name or name.startswith("今日") else None

    def hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, name) of every full or short name in a text, overlapping ones included; linear in its length."""
        for last, name in self._automaton.iter(text):
            yield last + 1 - len(name), last + 1, name

    def _home_of(self, stem: str) -> str | None:
        """The highest place of a name; a county or city before the districts of its name, which seldom have a paper."""
        found = self.named(stem) or self.shortly_named(stem)
        for level in LEVELS:
            paths = {unit.path for unit in found if unit.level == level}
            paths = {path for path in paths if not path.endswith("区")} or paths if level == "county" else paths
            if paths:
                return paths.pop() if len(paths) == 1 else None
        return None

    def _kin(self, unit: Unit) -> list[Unit]:
        heir = self._units.get(unit.successor_code or "")
        return ([heir] if heir else []) + self._heirs.get(unit.code, [])

    def _add_township(self, row: tuple[str, str, str]) -> None:
        _, name, county = row
        self._towns_of[county].append(row)
        self._towns_by_name[county, name] = row
        for called in {name, without_nationality(name)}:
            self._townships[called].append(row)
            self._towns_by_name.setdefault((county, called), row)

    def _add(self, unit: Unit) -> None:
        if unit.path not in self._paths or unit.valid_to is None:
            self._paths[unit.path] = unit
        for name in {unit.name, without_nationality(unit.name)}:
            self._names[name].append(unit)
        if unit.short and unit.short != unit.name and len(unit.short) > 1:
            self._shorts[unit.short].append(unit)
        self._children[unit.parent_code].append(unit)
        if unit.successor_code:
            self._heirs[unit.successor_code].append(unit)

    def _add_alias(self, code: str, name: str, valid_to: int | None) -> None:
        unit = self._units.get(code)
        if unit is None or len(name) < 2 or name == unit.name:
            return
        full = bool(re.search("[省市县区州盟旗]$", name))
        names = self._names if full else self._shorts
        names[name].append(replace(unit, valid_to=valid_to) if valid_to else unit)

    def _township(self, row: tuple[str, str, str], parent: Unit | None = None) -> Unit:
        code, name, county = row
        above = parent or self._units[county]
        return Unit(code, name, township_short(name), "township", f"{above.path}/{name}", above.code)

    def _build_automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for names in (self._names, self._shorts, self._townships):
            for name in names:
                automaton.add_word(name, name)
        automaton.make_automaton()
        return automaton


def township_short(name: str) -> str:
    """A township's name without its kind: 麻田镇 is 麻田, 乌木龙彝族乡 乌木龙; a name of one character stays whole."""
    short = re.sub("(?:街道办事处|民族乡|街道|苏木|镇|乡)$", "", without_nationality(name))
    return short if len(short) > 1 else name


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _towns(path: Path) -> list[tuple[str, str, str]]:
    """(code, name, parent's code) of all townships; read by column, for a dictionary each takes three times as long."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = {name: k for k, name in enumerate(next(rows, []))}
        wanted = itemgetter(*(columns[name] for name in ("code", "name", "parent_code")))
        return [wanted(row) for row in rows if row]


def _valid(units: list[Unit] | tuple[()], year: int | None) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.valid_in(year)) or tuple(units)


def _with_paths(rows: Iterator[dict[str, str]]) -> list[Unit]:
    table = {row["code"]: row for row in rows}
    return [_unit(row, _path(row, table)) for row in table.values()]


def _path(row: dict[str, str], table: dict[str, dict[str, str]]) -> str:
    names = [row["name"]]
    while row["parent_code"] in table and len(names) < len(LEVELS):
        row = table[row["parent_code"]]
        names.append(row["name"])
    return "/".join(reversed(names))


def _unit(row: dict[str, str], path: str) -> Unit:
    return Unit(
        code=row["code"],
        name=row["name"],
        short=row["short"],
        level=row["level"],
        path=path,
        parent_code=row["parent_code"],
        valid_from=_year(row["valid_from"]),
        valid_to=_year(row["valid_to"]),
        successor_code=row["successor_code"] or None,
    )


def _year(text: str | None) -> int | None:
    return int(text) if text else None

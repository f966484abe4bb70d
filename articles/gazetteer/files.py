"""Read and check the gazetteer's files; what fixtures/gazetteer/README.md says of them is demanded here."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.reading.gazetteer import township_short

PLACE_COLUMNS = (
    "code",
    "name",
    "short",
    "level",
    "parent_code",
    "lon",
    "lat",
    "pinyin",
    "valid_from",
    "valid_to",
    "successor_code",
)
TOWNSHIP_COLUMNS = ("code", "name", "parent_code", "pinyin")
ALIAS_COLUMNS = ("code", "name", "kind")
RANKS = {"province": 0, "prefecture": 1, "county": 2, "township": 3}
ALIAS_KINDS = ("alias", "former", "short")
LARGEST_FILE = 64 * 1024 * 1024
LONGEST_NAME, LONGEST_PATH, LONGEST_PINYIN = 60, 300, 200
FIRST_YEAR, LAST_YEAR = 1000, 2100
_CODE = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")
_YEAR = re.compile(r"[0-9]{4}")
# Not str.isprintable(): names hold characters younger than Python's own tables (下𱳪镇).
_UNFIT = re.compile(r"[/\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff]")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,12})?")


class GazetteerError(ValueError):
    """A file that cannot be loaded; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of places.csv or townships.csv, checked. Years are None where nothing is known or it still stands."""

    code: str
    name: str
    short: str
    level: str
    parent_code: str | None
    longitude: float | None
    latitude: float | None
    pinyin: str
    valid_from: int | None
    valid_to: int | None
    successor_code: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of aliases.csv: another name of the unit with this code."""

    code: str
    name: str
    kind: str
    valid_to: int | None


@dataclass(frozen=True, slots=True)
class GazetteerFiles:
    """The three files: units by code, parents before their children in rank, and other names."""

    units: dict[str, Unit]
    aliases: tuple[Alias, ...]
    paths: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """Cells of one line with where it stands, for messages."""

    where: str
    cells: dict[str, str]

    def fail(self, reason: str) -> GazetteerError:
        return GazetteerError(f"{self.where}: {reason}")

    def text(self, column: str, longest: int, *, needed: bool = True) -> str:
        value = self.cells.get(column, "").strip()
        if needed and not value:
            raise self.fail(f"{column} is empty")
        if len(value) > longest or _UNFIT.search(value):
            raise self.fail(f"{column} {value[:40]!r} is too long or holds characters that no name has")
        return value

    def code(self, column: str, *, needed: bool = True) -> str | None:
        value = self.cells.get(column, "").strip()
        if not value and not needed:
            return None
        if not _CODE.fullmatch(value):
            raise self.fail(f"{column} {value[:40]!r} is not a code of 6, 9 or 12 digits")
        return value

    def year(self, column: str) -> int | None:
        value = self.cells.get(column, "").strip()
        if not value:
            return None
        if not _YEAR.fullmatch(value) or not FIRST_YEAR <= int(value) <= LAST_YEAR:
            raise self.fail(f"{column} {value[:40]!r} is not a year")
        return int(value)

    def degrees(self, column: str, limit: float) -> float | None:
        value = self.cells.get(column, "").strip()
        if not value:
            return None
        if not _DEGREES.fullmatch(value) or abs(float(value)) > limit:
            raise self.fail(f"{column} {value[:40]!r} is not a number of degrees up to {limit:g}")
        return float(value)


def read_folder(folder: Path) -> GazetteerFiles:
    """Read places.csv, townships.csv and aliases.csv, and check each row and how they hang together.

    Raises GazetteerError at the first fault: a missing folder, file or column, a bad number, a code twice, a parent,
    successor or aliased unit that is not there, or two units of one path that stand at the same time.
    """
    if not folder.is_dir():
        raise GazetteerError(f"{folder}: there is no such folder")
    units: dict[str, Unit] = {}
    for line in _lines(folder / "places.csv", PLACE_COLUMNS):
        _add(units, _place(line), line)
    for line in _lines(folder / "townships.csv", TOWNSHIP_COLUMNS):
        _add(units, _township(line), line)
    if not units:
        raise GazetteerError("places.csv: there are no places in it")
    aliases = tuple(_alias(line, units) for line in _lines(folder / "aliases.csv", ALIAS_COLUMNS))
    for unit in units.values():
        _check_links(unit, units)
    return GazetteerFiles(units, aliases, _paths(units))


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[_Line]:
    if not path.is_file():
        raise GazetteerError(f"{path}: there is no such file")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise GazetteerError(f"{path.name}: larger than {LARGEST_FILE >> 20} MB")
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(path.name, csv.reader(file, strict=True), columns)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path.name}: not UTF-8 (byte {error.start})") from error
    except csv.Error as error:
        raise GazetteerError(f"{path.name}: not CSV ({error})") from error


def _rows(name: str, reader: Iterator[list[str]], columns: tuple[str, ...]) -> Iterator[_Line]:
    header = next(reader, [])
    missing = [column for column in columns if column not in header]
    if missing:
        raise GazetteerError(f"{name}: no column {', '.join(missing)}")
    for number, cells in enumerate(reader, 2):
        where = f"{name} row {number}"
        if len(cells) != len(header):
            raise GazetteerError(f"{where}: {len(cells)} cells where the header has {len(header)}")
        yield _Line(where, dict(zip(header, cells, strict=True)))


def _place(line: _Line) -> Unit:
    level = line.text("level", LONGEST_NAME)
    if level not in RANKS:
        raise line.fail(f"level {level!r} is none of {', '.join(RANKS)}")
    unit = Unit(
        code=line.code("code") or "",
        name=line.text("name", LONGEST_NAME),
        short=line.text("short", LONGEST_NAME),
        level=level,
        parent_code=line.code("parent_code", needed=level != "province"),
        longitude=line.degrees("lon", 180),
        latitude=line.degrees("lat", 90),
        pinyin=line.text("pinyin", LONGEST_PINYIN, needed=False),
        valid_from=line.year("valid_from"),
        valid_to=line.year("valid_to"),
        successor_code=line.code("successor_code", needed=False),
    )
    if unit.valid_from and unit.valid_to and unit.valid_from > unit.valid_to:
        raise line.fail(f"valid_from {unit.valid_from} is after valid_to {unit.valid_to}")
    if unit.successor_code and not unit.valid_to:
        raise line.fail("a successor_code, but no valid_to")
    return unit


def _township(line: _Line) -> Unit:
    name = line.text("name", LONGEST_NAME)
    return Unit(
        code=line.code("code") or "",
        name=name,
        short=township_short(name),
        level="township",
        parent_code=line.code("parent_code"),
        longitude=None,
        latitude=None,
        pinyin=line.text("pinyin", LONGEST_PINYIN, needed=False),
        valid_from=None,
        valid_to=None,
        successor_code=None,
    )


def _alias(line: _Line, units: dict[str, Unit]) -> Alias:
    code, kind = line.code("code") or "", line.text("kind", LONGEST_NAME)
    if code not in units:
        raise line.fail(f"code {code} is not among the places")
    if kind not in ALIAS_KINDS:
        raise line.fail(f"kind {kind!r} is none of {', '.join(ALIAS_KINDS)}")
    return Alias(code, line.text("name", LONGEST_NAME), kind, line.year("valid_to"))


def _add(units: dict[str, Unit], unit: Unit, line: _Line) -> None:
    if unit.code in units:
        raise line.fail(f"code {unit.code} stands twice")
    units[unit.code] = unit


def _check_links(unit: Unit, units: dict[str, Unit]) -> None:
    if unit.parent_code:
        parent = units.get(unit.parent_code)
        if parent is None:
            raise GazetteerError(f"{unit.code} {unit.name}: its parent {unit.parent_code} is not among the places")
        if RANKS[parent.level] >= RANKS[unit.level]:
            raise GazetteerError(f"{unit.code} {unit.name}: its parent {parent.name} is a {parent.level} itself")
    if unit.successor_code:
        successor = units.get(unit.successor_code)
        if successor is None:
            raise GazetteerError(
                f"{unit.code} {unit.name}: its successor {unit.successor_code} is not among the places"
            )
        if successor.valid_to:
            raise GazetteerError(f"{unit.code} {unit.name}: its successor {successor.name} is closed as well")


def _paths(units: dict[str, Unit]) -> dict[str, str]:
    paths: dict[str, str] = {}
    standing: dict[str, str] = {}
    for code, unit in sorted(units.items(), key=lambda item: RANKS[item[1].level]):
        above = paths[unit.parent_code] + "/" if unit.parent_code else ""
        path = paths[code] = above + unit.name
        if len(path) > LONGEST_PATH:
            raise GazetteerError(f"{code} {unit.name}: its path is longer than {LONGEST_PATH} characters")
        if unit.valid_to is None and standing.setdefault(path, code) != code:
            raise GazetteerError(f"{standing[path]} and {code} are both {path} at the same time")
    return paths

"""Places: rows by their paths, villages made as met, names that led nowhere kept as questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from articles.models import Level, OpenQuestion, Place, PlaceMention, PlaceName
from articles.reading.records import PlaceMention as Found
from articles.resolving.evidence import Read, fit
from articles.resolving.pinyin import plain_pinyin
from articles.resolving.standing import Pairs, Questions

VILLAGE = re.compile("(?:村|社区|嘎查|居委会|村委会)$")
HOLDERS = (Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP)
ADMINISTRATIVE = re.compile("[\u4e00-\u9fff]{1,12}(?:省|市|县|区|镇|乡|村|社区|街道|苏木|嘎查|旗|盟|州)$")
# What articles name as a part of something else (太原理工大学) says nothing about where they play.
NAMED = ("admin", "site", "region")


class PlaceBook:
    """The places whose paths one page gives, fetched in one query; villages under them are made when asked for."""

    def __init__(self, paths: Iterable[str], year: int | None) -> None:
        wanted = {part for path in paths for part in _chain(path)}
        self._year = year
        self._rows: dict[str, Place | None] = {}
        fits: dict[str, list[Place]] = defaultdict(list)
        for place in Place.objects.filter(path__in=wanted):
            fits[place.path].append(place)
        for path, rows in fits.items():
            self._rows[path] = min(rows, key=self._fitness)

    def get(self, path: str | None) -> Place | None:
        """Return the place with this path: valid in the page's year before present before former. Makes villages."""
        if not path:
            return None
        if path not in self._rows:
            self._rows[path] = self._below(path)
        return self._rows[path]

    def _fitness(self, place: Place) -> tuple[bool, bool, str]:
        now = place.valid_to is None
        then = self._year is not None and (place.valid_from or 0) <= self._year <= (place.valid_to or 9999)
        return (not then, not now, place.code)

    def _below(self, path: str) -> Place | None:
        above, _, name = path.rpartition("/")
        holder = self.get(above) if above else None
        if holder is None or holder.level not in HOLDERS:
            return None
        return self._township(holder, name) or (village(holder, name) if VILLAGE.search(name) else None)

    @staticmethod
    def _township(holder: Place, name: str) -> Place | None:
        """A township that the gazetteer keeps under the unit that took its former county's place."""
        return Place.objects.filter(parent__in=[holder.pk, holder.county_id], name=name).order_by("code").first()


def _chain(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[: index + 1]) for index in range(len(parts))]


def village(holder: Place, name: str) -> Place:
    """Return the village of this name under a township or county, made if it is not there; its code follows from both."""
    digest = sha256(name.encode()).hexdigest()
    prefix = holder.code[: 9 if holder.level == Level.TOWNSHIP else 6]
    for start in range(0, 60, 6):
        code = f"{prefix}v{digest[start : start + 6]}"
        row = Place.objects.filter(code=code).first()
        if row is None:
            return _make_village(holder, fit(Place, "name", name), code)
        if row.name == name:
            return row
    raise RuntimeError(f"ten villages have the code of {name}")


def _make_village(holder: Place, name: str, code: str) -> Place:
    row = Place.objects.create(
        code=code,
        name=name,
        short_name=name,
        level=Level.VILLAGE,
        parent=holder,
        path=fit(Place, "path", f"{holder.path}/{name}"),
        province_id=holder.province_id,
        prefecture_id=holder.prefecture_id,
        county_id=holder.county_id,
        pinyin=plain_pinyin(name),
    )
    PlaceName.objects.create(place=row, name=name, kind=PlaceName.Kind.FULL)
    return row


def area_of(place: Place) -> int:
    """Return the key of the prefecture that holds a place: within it, one name in public life is one person.

    A county right under its province is its own area, a municipality one area, and so are the offices of a province.
    """
    if place.prefecture_id:
        return place.prefecture_id
    if place.county_id and not place.path.split("/")[0].endswith("市"):
        return place.county_id
    return place.province_id or place.pk


def seat_of(place: Place) -> int:
    """Return the key of the county that holds a place, or of the prefecture or province that it is."""
    return place.county_id or place.prefecture_id or place.province_id or place.pk


def place_paths(read: Read) -> set[str]:
    """Return all the paths that an article's facts give."""
    facts = read.facts
    paths = {found.resolved for found in facts.places} | set(facts.primary_places)
    paths |= {project.place for project in facts.projects}
    paths |= {post.place for person in facts.people for post in person.posts}
    return {path for path in paths if path}


def place_rows(reads: Sequence[Read], book: PlaceBook, kept: Pairs) -> list[PlaceMention]:
    """Return the mention rows of articles' places, one a place and article, and no row for what a curator decided."""
    return [row for read in reads for row in _rows(read, book, kept)]


def _rows(read: Read, book: PlaceBook, kept: Pairs) -> list[PlaceMention]:
    found: dict[int, list[Found]] = defaultdict(list)
    for place, item in _placed(read, book):
        found[place.pk].append(item)
    primary = {row.pk for row in map(book.get, read.facts.primary_places) if row}
    rows = []
    for pk, items in found.items():
        spans = read.spans(span for item in items for span in item.mentions)
        best = max(items, key=lambda item: item.confidence)
        if spans and (read.article.pk, pk) not in kept:
            columns = read.mention(spans, best.rule, best.confidence)
            rows.append(PlaceMention(place_id=pk, primary=pk in primary, **columns))
    return rows


def _placed(read: Read, book: PlaceBook) -> list[tuple[Place, Found]]:
    items = [(book.get(item.resolved), item) for item in read.facts.places if item.kind in NAMED]
    placed = [(place, item) for place, item in items if place]
    known = {place.pk for place, _ in placed}
    for path in read.facts.primary_places:
        place = book.get(path)
        if place and place.pk not in known:
            placed += [(place, item) for item in _within(path, read.facts.places)[:1]]
    return placed


def _within(path: str, items: Sequence[Found]) -> list[Found]:
    """What shows that an article is about a county that it names only by a place in it."""
    return [item for item in items if item.resolved and item.resolved.startswith(f"{path}/") and item.kind in NAMED]


def ask_places(reads: Sequence[Read], book: PlaceBook, questions: Questions) -> None:
    """Ask about each name that looks administrative and led to no place; places of that name are the candidates."""
    open_names = [
        (read, item.text, spans[0])
        for read in reads
        for item in read.facts.places
        if item.kind == "admin" and book.get(item.resolved) is None and ADMINISTRATIVE.fullmatch(item.text)
        if (spans := read.spans(item.mentions))
    ]
    candidates = _namesakes({text for _, text, _ in open_names})
    for read, text, span in open_names:
        questions.ask(read, OpenQuestion.Kind.PLACE, text, span, candidates[text])


def _namesakes(names: set[str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    if names:
        for place in Place.objects.filter(name__in=names).order_by("code"):
            found[place.name].append(place)
    return found

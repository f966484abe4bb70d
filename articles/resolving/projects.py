"""Projects: which row a report is about. Names of one project in one county lead to one row.

A project is known by its name and the county it lies in. A name that holds another (某园区二期工程, 某园区) means the
same project where reports of both give the same total investment. Each further name is a row of its own that leads to
the project (merged_into), so that it is found again whichever name comes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from articles.curation import is_touched, lay_over
from articles.models import LIVE, Edit, Place, Project, ProjectFigure, ProjectMention
from articles.reading.projects.finding import is_public
from articles.reading.records import Project as Found
from articles.resolving.evidence import Read, fit, fuller
from articles.resolving.joining import join_projects
from articles.resolving.places import PlaceBook, seat_of
from articles.resolving.standing import merge_target

TOTAL = "总投资"
YUAN = "元"
# A shorter name (水库, 改造) is part of too many others to mean the same project.
SHORTEST_PART = 4
_UNPRINTED = re.compile(r"[\s“”‘’\"'《》「」『』·—\-]+")
# Where a project lies: ("in", key of the county), or ("of", key of the area whose papers report it without a place).
Seat = tuple[str, int]
Key = tuple[Seat, str]


def folded(name: str) -> str:
    """Return a project's name without what is printed now so, now so: blanks, quotation marks, width, case."""
    return _UNPRINTED.sub("", unicodedata.normalize("NFKC", name)).casefold()


def totals(item: Found) -> set[Decimal]:
    """Return the total investments that a report gives, in yuan."""
    return {Decimal(round(f.value)) for f in item.figures if f.label == TOTAL and f.unit == YUAN and f.value < 1e18}


@dataclass(eq=False, slots=True)
class Known:
    """A project while one page is resolved: its row, place and seat as read, its names, its total investments."""

    row: Project
    seat: Seat
    place: Place | None
    names: set[str] = field(default_factory=set)
    sums: set[Decimal] = field(default_factory=set)
    changed: bool = False


class ProjectBook:
    """The projects that the reports of one page are about, fetched or made. Memory and time grow with the projects of
    the counties that the page names. `before` holds the keys of the projects that the page named until now.
    """

    def __init__(self, reads: Sequence[Read], places: PlaceBook, home: int, before: set[int]) -> None:
        self._places, self._home, self._before = places, home, before
        self._known: dict[Key, Known] = {}
        self._doubles: list[Project] = []
        self._items = [item for read in reads for item in read.facts.projects if _counts(item)]
        if self._items:
            self._load()
            self._learn()
            self._save()

    def row(self, item: Found) -> Project | None:
        """Return the row that a report is about; None for a programme, or one without a name or anything told of it."""
        known = self._known.get(self._key(item)) if _counts(item) else None
        return known.row if known else None

    def _key(self, item: Found) -> Key:
        return self._seat(self._places.get(item.place)), folded(fit(Project, "name", item.name))

    def _seat(self, place: Place | None) -> Seat:
        return ("in", seat_of(place)) if place else ("of", self._home)

    def _load(self) -> None:
        rows = {row.pk: row for row in Project.objects.filter(self._wanted()).select_related("place").order_by("pk")}
        places = Place.objects.in_bulk({_read_place(row) for row in rows.values()} - {None})
        targets: dict[int, Known] = {}
        for row in rows.values():
            if row.merged_into_id in rows:
                row.merged_into = rows[row.merged_into_id]
            target = merge_target(row)
            home = places.get(_read_place(target)) or target.place
            known = targets.setdefault(target.pk, Known(target, self._seat(home), home))
            name = folded(row.derived.get("name") or row.name)
            known.names.add(name)
            self._known.setdefault((self._seat(places.get(_read_place(row))), name), known)

    def _wanted(self) -> Q:
        """Projects of the page's counties; those without a place by name; those that a curator renamed or moved."""
        seats = {key[1] for key, _ in map(self._key, self._items) if key[0] == "in"}
        inside = Q(place__county__in=seats) | Q(place__county=None, place__prefecture__in=seats)
        inside |= Q(place__county=None, place__prefecture=None, place__province__in=seats)
        names = {fit(Project, "name", item.name) for item in self._items}
        home = "mentions__article__page__home_place"
        here = Q(**{f"{home}__prefecture": self._home}) | Q(**{home: self._home or None}) | Q(pk__in=self._before)
        unplaced = Q(pk__in=Project.objects.filter(here, place=None, name__in=names).values("pk"))
        kind = ContentType.objects.get_for_model(Project)
        edited = Edit.objects.filter(target_type=kind, field__in=["name", "place"]).values("target_id")
        return inside | unplaced | Q(pk__in=edited)

    def _learn(self) -> None:
        for item in self._items:
            key = self._key(item)
            place = self._places.get(item.place)
            known = self._known.setdefault(key, Known(Project(), key[0], place))
            known.names.add(key[1])
            known.sums |= totals(item)
            name = fit(Project, "name", item.name)
            _tell(known, place, name, fit(Project, "owner", item.owner))
            if totals(item):
                self._join_same(known)

    def _join_same(self, known: Known) -> None:
        """Join with all that have a name which holds one of this project's, or stands in one, and an equal sum."""
        others = [other for other in self._in(known.seat) if other is not known and _related(known, other)]
        if others:
            _add_stored_sums([known, *others])
        for other in others:
            if known.sums & other.sums:
                joined = self._join(known, other)
                return self._join_same(joined) if joined else None
        return None

    def _in(self, seat: Seat) -> Iterable[Known]:
        return dict.fromkeys(known for known in self._known.values() if seat[0] == "in" and known.seat == seat)

    def _join(self, one: Known, other: Known) -> Known | None:
        """Make one of two: the elder, or the one that a curator has touched. Two touched ones are the curator's to join."""
        elder, younger = sorted((one, other), key=_seniority)
        if _is_touched(younger):
            return None
        _swap_names(elder, younger)
        _tell(elder, younger.place, "", younger.row.derived.get("owner", ""))
        elder.names |= younger.names
        elder.sums |= younger.sums
        for key in [key for key, known in self._known.items() if known is younger]:
            self._known[key] = elder
        if younger.row.pk and elder.row.pk:
            _show(younger.row)
            younger.row.save()
            join_projects(elder.row, younger.row)
        else:
            younger.row.merged_into = elder.row
            self._doubles.append(younger.row)
        return elder

    def _save(self) -> None:
        changed = [known.row for known in dict.fromkeys(self._known.values()) if known.changed]
        stored = [row for row in changed if row.pk]
        for row in changed:
            _show(row)
        Project.objects.bulk_create([row for row in changed if row.pk is None])
        Project.objects.bulk_update(stored, ["name", "place", "owner", "derived"])
        for double in self._doubles:
            # What it was joined to may have been joined in turn, and has a key only now.
            double.merged_into = _last(double.merged_into)
            _show(double)
        Project.objects.bulk_create(self._doubles)


def _counts(item: Found) -> bool:
    return is_public(item) and bool(folded(item.name))


def _read_place(row: Project) -> int | None:
    """The key of the place that was read, whatever a curator has set since."""
    return row.derived.get("place") or row.place_id


def _last(row: Project) -> Project:
    while row.merged_into:
        row = row.merged_into
    return row


def _tell(known: Known, place: Place | None, name: str, owner: str) -> None:
    """Note what a report says: the name as printed, the lowest place, the fullest owner, whichever report came first."""
    read = {"name": known.row.name, **known.row.derived}
    if not read["name"] or folded(name) == folded(read["name"]):
        read["name"] = fuller(read["name"], name)
    if place and (known.place is None or _depth(place) > _depth(known.place)):
        known.place = place
    read["place"] = known.place.pk if known.place else None
    read["owner"] = fuller(read.get("owner", ""), owner)
    if read != known.row.derived:
        known.row.derived = read
        known.changed = True


def _depth(place: Place) -> tuple[int, str]:
    return place.path.count("/"), place.path


def _show(row: Project) -> None:
    shown = lay_over(row, row.derived)
    row.name, row.place_id, row.owner = shown["name"], shown["place"], shown["owner"]


def _swap_names(elder: Known, younger: Known) -> None:
    """Let the elder row bear the fuller name; the other keeps the name that is left, so that both lead to it."""
    names = elder.row.derived.get("name", elder.row.name), younger.row.derived.get("name", younger.row.name)
    best = fuller(*names)
    elder.row.derived = {**elder.row.derived, "name": best}
    younger.row.derived = {**younger.row.derived, "name": names[0] if best == names[1] else names[1]}
    elder.changed = True


def _related(one: Known, other: Known) -> bool:
    return any(
        len(min(first, second, key=len)) >= SHORTEST_PART and (first in second or second in first)
        for first in one.names
        for second in other.names
    )


def _add_stored_sums(knowns: list[Known]) -> None:
    by_key = {known.row.pk: known for known in knowns if known.row.pk}
    figures = ProjectFigure.objects.filter(
        report__project__in=by_key, report__status__in=LIVE, label=TOTAL, unit=YUAN
    ).values_list("report__project", "value")
    for key, value in figures.distinct():
        by_key[key].sums.add(value.to_integral_value())


def _seniority(known: Known) -> tuple[bool, bool, int]:
    return not _is_touched(known), known.row.pk is None, known.row.pk or 0


def _is_touched(known: Known) -> bool:
    if known.row.pk is None:
        return False
    return is_touched(known.row) or ProjectMention.objects.filter(project=known.row).exclude(status="found").exists()

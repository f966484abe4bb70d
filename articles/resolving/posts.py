"""Posts: one row a full title and place; the scope of a post decides who can be the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.models import Place, Post
from articles.reading.records import PostHeld
from articles.resolving.evidence import fit, fuller
from articles.resolving.places import PlaceBook, area_of

CENTRE = "中国"
NATION = "nation"
# How the organs of the centre begin; a post that reading gives to the centre gets such an organ.
CENTRAL = re.compile(r"(?:中国$|中共中央|中央军委|中央纪委|国务院|全国人大|全国政协|最高人民|中华人民共和国)")
# Organs that every county has: they tell no two namesakes apart.
COMMON_ORGAN = re.compile(r"(?:[省市县区镇乡村本该我]|(?:企业|公司|集团|单位|项目|项目部|学校|医院|合作社|协会)?$)")
# Parts of a company or school whose heads are the same people.
WITHIN_ORGAN = re.compile(r"(?:党委|党组|党总支|党支部|董事会|监事会|理事会)$")
PRIVATE_ORGAN = re.compile(
    r"(?:公司|集团|企业|合作社|银行|工厂|酒厂|煤矿|医院|学校|大学|学院|中学|小学|幼儿园|研究院|商会|酒业|矿业|药业)$"
)
PostKey = tuple[str, int | None]


def is_of_state(role: str, organ: str) -> bool:
    """Whether a post has power over a place; those of companies and schools have an organ only."""
    return role == "official" and not PRIVATE_ORGAN.search(WITHIN_ORGAN.sub("", organ))


def scope(organ: str, place: Place | None) -> str | None:
    """Return within what a name in this post is one person: an area, the nation, an organ; None when nothing tells."""
    if place:
        return f"area {area_of(place)}"
    if CENTRAL.match(organ):
        return NATION
    organ = WITHIN_ORGAN.sub("", organ)
    return None if COMMON_ORGAN.match(organ) else f"organ {organ}"


class Held:
    """A post that a page gives to someone: the record, its place in the database, the organ as it is stored."""

    __slots__ = ("found", "organ", "place")

    def __init__(self, found: PostHeld, role: str, places: PlaceBook) -> None:
        of_state = is_of_state(role, found.organ)
        central = of_state and found.place == CENTRE
        self.found = found
        self.place = places.get(found.place) if of_state else None
        self.organ = _central(found.organ) if central else fit(Post, "organ", found.organ)
        if of_state and not self.place and not central:
            # Without its place an office of the state is like any other of its name.
            self.organ = ""

    @property
    def key(self) -> PostKey:
        """What makes the post one row."""
        return fit(Post, "name", self.found.resolved or self.found.text), self.place.pk if self.place else None

    @property
    def scope(self) -> str | None:
        """Within what the name is one person."""
        return scope(self.organ, self.place)


def _central(organ: str) -> str:
    return fit(Post, "organ", organ if CENTRAL.match(organ) else f"中华人民共和国{organ}")


def store_posts(helds: Iterable[Held]) -> dict[PostKey, Post]:
    """Return the rows of the posts, making those that are new; the fullest organ wins, whichever page came first."""
    wanted: dict[PostKey, Held] = {}
    for held in helds:
        known = wanted.setdefault(held.key, held)
        known.organ = fuller(known.organ, held.organ)
    names = {name for name, _ in wanted}
    rows = {(row.name, row.place_id): row for row in Post.objects.filter(name__in=names).order_by("pk")}
    fresh = [_new(key, held) for key, held in wanted.items() if key not in rows]
    Post.objects.bulk_create(fresh)
    rows.update(((row.name, row.place_id), row) for row in fresh)
    _update_organs([(rows[key], held) for key, held in wanted.items()])
    return {key: rows[key] for key in wanted}


def _new(key: PostKey, held: Held) -> Post:
    return Post(name=key[0], place=held.place, organ=held.organ, title=_title(key[0], held.organ, held.place))


def _update_organs(pairs: list[tuple[Post, Held]]) -> None:
    changed = []
    for row, held in pairs:
        organ = fuller(row.organ, held.organ)
        if organ != row.organ:
            row.organ, row.title = organ, _title(row.name, organ, held.place)
            changed.append(row)
    Post.objects.bulk_update(changed, ["organ", "title"])


def _title(name: str, organ: str, place: Place | None) -> str:
    """The title alone, from what makes the post: 书记 of 中共晋中市委书记, 县长 of 左权县县长."""
    for lead in (organ, f"中共{organ}", organ.removesuffix("人民政府"), place.name if place else ""):
        if lead and name.startswith(lead) and name != lead:
            return fit(Post, "title", name.removeprefix(lead))
    return fit(Post, "title", name)

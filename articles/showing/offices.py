"""Which post is meant: by its full title, by place and title, by a short form, under a former name of its place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles.models import Place, PlaceName, Post

PARTY = "中共"
LONGEST_QUERY = 60
LONGEST_NAME = 12
# Names of organs that papers print in full and for short.
FULL_ORGANS = (
    ("人民政府", "政府"), ("人民代表大会", "人大"), ("常务委员会", "常委会"), ("中国人民政治协商会议", "政协"),
    ("纪律检查委员会", "纪委"), ("监察委员会", "监委"),
)  # fmt: skip
# The 县 of 县委书记 goes, that of 县长 stays.
OWN_LEVEL = re.compile("^(?:自治[区州县旗]|街道|[省市县区州盟旗镇乡村])(?!长)")
ACTING = re.compile("^代(?=(?:自治[区州县]|[省市县区州盟旗镇乡院]|检察)长$|主席$|主任$)")
# A county that became a district keeps its head: 县长 and 区长 are one post.
HEAD = re.compile("[省市县区州盟旗镇乡]长$")
OF_GOVERNMENT = re.compile("^政府(?=(?:常务)?副?代?[省市县区州盟旗镇乡]长$)")
SECRETARY = re.compile("^(?:党委|党工委|党总支|总支|党支部|支部)?书记$")
# Posts that several people hold at a time; an executive deputy is one.
SHARED = re.compile("(?<!常务)副|(?:常委|委员|成员|助理|代表|教授|专家|理事|董事|监事|员)$")


@dataclass(frozen=True, slots=True)
class Office:
    """One post as readers know it: all rows for it, under the former and the present name of its place, 代 included."""

    posts: tuple[Post, ...]

    @property
    def name(self) -> str:
        """The full title of the post that was asked for."""
        return self.posts[0].name

    @property
    def is_shared(self) -> bool:
        """Whether several people hold it at a time, as 副县长 and 县委常委."""
        return bool(SHARED.search(core(self.posts[0])))


def core(post: Post) -> str:
    """Return a post's title without its place, in a form that is the same for all ways to print it.

    >>> core(Post(name="中共左权县委书记", place=Place(path="山西省/晋中市/左权县")))
    '委书记'
    """
    name = post.name.removeprefix(PARTY)
    for part in post.place.path.split("/") if post.place else ():
        name = name.removeprefix(part)
    return canonical(name)


def canonical(title: str) -> str:
    """Return one form for a title's ways to be printed.

    >>> canonical("县委书记"), canonical("书记"), canonical("人民政府代县长"), canonical("县长")
    ('委书记', '委书记', '长', '长')
    """
    title = title.removeprefix(PARTY)
    for full, short in FULL_ORGANS:
        title = title.replace(full, short)
    title = OF_GOVERNMENT.sub("", OWN_LEVEL.sub("", title))
    title = HEAD.sub("长", ACTING.sub("", title))
    return "委书记" if SECRETARY.match(title) else title


def office_of(post: Post) -> Office:
    """Return the office of a post: with it the same post under its place's other name, and its acting form. Two queries.

    A place that was made of several does not inherit their posts.
    """
    if post.place is None:
        return Office((post,))
    title = core(post)
    others = Post.objects.filter(place__in=_same_place(post.place)).exclude(pk=post.pk).select_related("place")
    return Office((post, *(other for other in others.order_by("pk") if core(other) == title)))


def offices_named(text: str) -> list[Office]:
    """Return the offices that a title can mean, by places' names of any time. Blanks and 中共 do not matter.

    A full title as stored means that post alone. Four queries when one office is meant, two more for each further one.
    """
    query = "".join(unicodedata.normalize("NFKC", text).split())[:LONGEST_QUERY].removeprefix(PARTY)
    found = _candidates(query) if query else []
    exact = [post for post in found if post.name.removeprefix(PARTY) == query]
    meant = exact or _at_places(query, found)
    by_office: dict[tuple[int | None, str], Post] = {}
    for post in sorted(meant, key=lambda post: _remoteness(query, post)):
        place = post.place
        by_office.setdefault((place and (place.successor_id or place.pk), core(post)), post)
    return [office_of(post) for post in by_office.values()]


def _same_place(place: Place) -> list[int]:
    """The place under its present and its former name, where one became the other."""
    head = place.successor_id or place.pk
    former = list(Place.objects.filter(successor=head).values_list("pk", flat=True)[:2])
    return [head, *former] if len(former) == 1 else [place.pk]


def _candidates(query: str) -> list[Post]:
    parts = {query[i:j] for i in range(len(query)) for j in range(i + 2, min(i + LONGEST_NAME, len(query)) + 1)}
    named = Q(name__in=parts) | Q(short_name__in=parts)
    by_names = PlaceName.objects.filter(name__in=parts).values("place")
    places = Place.objects.filter(named | Q(pk__in=by_names)).order_by().values("pk")
    full = Q(name__in=[query, f"{PARTY}{query}"])
    rows = Post.objects.filter(full | Q(place__in=places)).order_by("pk")
    return list(rows.select_related("place__province", "place__prefecture", "place__county"))


def _at_places(query: str, found: Sequence[Post]) -> list[Post]:
    """Those of the posts whose place and title the query gives, by names of today, else by former ones."""
    today, former = _names({post.place_id for post in found if post.place_id})
    for names in (today, former):
        meant = [
            post for post in found if post.place and core(post) in _titles(query, post.place, names[post.place.pk])
        ]
        if meant:
            return meant
    return []


def _names(places: Iterable[int]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """The names of places that stand today, and their former ones; the two of 运城市 are different places."""
    today: dict[int, set[str]] = defaultdict(set)
    former: dict[int, set[str]] = defaultdict(set)
    for place, name, kind in PlaceName.objects.filter(place__in=places).values_list("place", "name", "kind"):
        (former if kind == PlaceName.Kind.FORMER else today)[place].add(name)
    return today, former


def _remoteness(query: str, post: Post) -> tuple[bool, bool, int]:
    """An order in which a post under the name asked for comes first, an acting one late."""
    return not (post.place and post.place.name in query), "代" in post.title, post.pk


def _titles(query: str, place: Place, names: set[str]) -> set[str]:
    """The titles that a query gives at a place: what stands behind a name of it, units above it before."""
    own = {place.name, place.short_name, *names}
    return {
        canonical(rest[len(name) :]) for rest in _without_units_above(query, place) for name in own
        if name and rest.startswith(name)
    }  # fmt: skip


def _without_units_above(query: str, place: Place) -> Iterator[str]:
    yield query
    for unit in (place.province, place.prefecture, place.county):
        if unit and unit.pk != place.pk:
            name = next((name for name in (unit.name, unit.short_name) if query.startswith(name)), "")
            query = query.removeprefix(name)
            yield query

"""What the articles of a list name, for the tags beside each: one query for a whole page of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import BooleanField, CharField, F, FloatField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.models import Article, OfficialMention, PlaceMention, PolicyMention, ProjectMention, TopicMention
from articles.models.base import Mention

NEVER = Value(False, BooleanField())
NOWHERE = Value("", CharField())


@dataclass(frozen=True)
class TagKind:
    """A kind of tag: the name of its page's address, its style, its glyph, how many stand beside an article."""

    page: str
    style: str
    glyph: str | Promise
    most: int


PERSON = TagKind("official", "tag-person", pgettext_lazy("glyph", "person"), 3)
PROJECT = TagKind("project", "tag-project", pgettext_lazy("glyph", "project"), 2)
POLICY = TagKind("policy", "tag-policy", pgettext_lazy("glyph", "policy"), 2)
PLACE = TagKind("place", "tag-place", pgettext_lazy("glyph", "place"), 2)
TOPIC = TagKind("topic", "tag-topic", pgettext_lazy("glyph", "topic"), 2)
KINDS = {kind.page: kind for kind in (PERSON, PROJECT, POLICY, PLACE, TOPIC)}


@dataclass(frozen=True)
class Tag:
    """One entity that an article names, with its page."""

    kind: TagKind
    label: str
    url: str


@dataclass
class Naming:
    """What one article names: its tags, and the county that it is about, if it is about one."""

    tags: list[Tag] = field(default_factory=list)
    county: str = ""


def naming(articles: Sequence[Article]) -> dict[int, Naming]:
    """Return what each article names, by the article's id: people, projects, policies, places, topics."""
    found: dict[int, Naming] = defaultdict(Naming)
    taken: dict[tuple[int, str], int] = defaultdict(int)
    for article, kind, key, label, primary, county, _rank in _rows([article.pk for article in articles]):
        if primary and county and not found[article].county:
            found[article].county = county
        taken[article, kind] += 1
        if taken[article, kind] <= KINDS[kind].most:
            found[article].tags.append(Tag(KINDS[kind], label, reverse(kind, args=[key])))
    return found


def _rows(articles: list[int]) -> list[tuple]:
    """Return (article, kind, key, label, primary, county, rank) of every mention that counts, in the tags' order."""
    in_text = Cast("start", FloatField())
    county = Coalesce("place__county__name", Value(""))
    places = _arm(PlaceMention, articles, PLACE, "code", "name", in_text, F("primary"), county)
    rest = [
        _arm(OfficialMention, articles, PERSON, "pk", "name", in_text),
        _arm(ProjectMention, articles, PROJECT, "pk", "name", in_text),
        _arm(PolicyMention, articles, POLICY, "pk", "title", in_text),
        _arm(TopicMention, articles, TOPIC, "slug", "name", -F("score")),
    ]
    order = list(KINDS)
    return sorted(places.union(*rest, all=True), key=lambda row: (order.index(row[1]), not row[4], row[6] or 0, row[2]))


def _arm(
    mentions: type[Mention],
    articles: list[int],
    kind: TagKind,
    key: str,
    label: str,
    rank: Combinable,
    primary: Combinable = NEVER,
    county: Combinable = NOWHERE,
) -> QuerySet:
    columns = {
        "tag": Value(kind.page, CharField()),
        "key": Cast(f"{kind.page}__{key}", CharField()),
        "label": F(f"{kind.page}__{label}"),
        "main": primary,
        "unit": county,
        "rank": rank,
    }
    named = mentions.objects.live().filter(article__in=articles)
    return named.order_by().annotate(**columns).values_list("article_id", *columns)

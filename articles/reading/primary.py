"""Which places an article is about: those of its headline, else those that dominate its text, else its home."""

from __future__ import annotations

import re
from collections import Counter

from articles.reading.records import ArticleText, PlaceMention, Source
from articles.reading.words import read_word_set

MAX_PRIMARY = 4
_WITHOUT_PREFECTURE = read_word_set("counties_without_prefecture")
_OWN_IN_HEAD = re.compile("(?<![来到在赴])[我全][市州盟]")
_OWN = re.compile("[我全]市|市委|市政府|市直|市级|市区|市纪委")


def primary_places(article: ArticleText, places: tuple[PlaceMention, ...], source: Source) -> tuple[str, ...]:
    """The paths of the places that an article is about, at most four, the most important first.

    Counties stand for their townships and villages; a prefecture or province is primary when no county is.
    """
    head = "".join(part for part in (article.kicker, article.headline, article.subhead) if part)
    counties = _weights(places, "county")
    printed = {
        _at_level(place.resolved or "", "county") for place in places if len(place.text) > 2 and place.text in head
    }
    titled = [path for path in counties if path in printed or _in_head(path, head)]
    if titled:
        return tuple(titled[:MAX_PRIMARY])
    if source.home_place and _OWN_IN_HEAD.search(head):
        often = [path for path, count in counties.most_common() if count > 1]
        return (source.home_place, *often[: MAX_PRIMARY - 1])
    wider = _wider(article, places, source, head)
    chosen = _dominant(counties)
    if chosen and not _outweighed(chosen, counties, places, wider, head):
        return tuple(chosen[:MAX_PRIMARY])
    return wider or tuple(chosen[:MAX_PRIMARY])


def _weights(places: tuple[PlaceMention, ...], level: str) -> Counter[str]:
    """How often each place of a level is mentioned; a county's count holds its townships and villages, a chain
    (方山县大武镇) once."""
    weights: Counter[str] = Counter()
    ends = {span.end for place in places if place.resolved for span in place.mentions}
    for place in places:
        path = _at_level(place.resolved or "", level)
        if path and (place.kind in ("admin", "site") or place.kind == "embedded" and level == "county"):
            weights[path] += sum(span.start not in ends or place.resolved == path for span in place.mentions)
    return weights


def _at_level(path: str, level: str) -> str | None:
    """A path cut at a level. Counties lie third, but second under Beijing, Tianjin, Shanghai, Chongqing and 济源."""
    parts = path.split("/")
    second_is_county = len(parts) > 1 and (parts[0].endswith("市") or parts[1] in _WITHOUT_PREFECTURE)
    depth = {"province": 1, "prefecture": 2, "county": 2 if second_is_county else 3}[level]
    if len(parts) < depth or level == "prefecture" and second_is_county or not path:
        return None
    return "/".join(parts[:depth])


def _in_head(path: str, head: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    short = name[:-1] if len(name) > 2 else name
    return short in head


def _dominant(counties: Counter[str]) -> list[str]:
    """The counties named most: one with at least half of all mentions, or two to four with a few each."""
    total = sum(counties.values())
    ranked = [path for path, _ in counties.most_common()]
    strong = [path for path in ranked if counties[path] * 2 >= total]
    if strong:
        return strong[:1] if len(strong) == 1 or counties[strong[0]] > 1 else strong
    return [path for path in ranked if counties[path] > 1] if len(ranked) <= MAX_PRIMARY + 1 else []


def _outweighed(
    chosen: list[str], counties: Counter[str], places: tuple[PlaceMention, ...], wider: tuple[str, ...], head: str
) -> bool:
    """Whether the article is rather about the city or province: named in the headline, or far oftener than they."""
    if not wider or chosen[0].startswith(wider[0]) and counties[chosen[0]] > 2:
        return bool(wider) and _in_head(wider[0], head)
    above = sum(len(place.mentions) for place in places if place.resolved == wider[0])
    return _in_head(wider[0], head) or above > 3 * counties[chosen[0]]


def _wider(article: ArticleText, places: tuple[PlaceMention, ...], source: Source, head: str) -> tuple[str, ...]:
    """The prefecture or province that an article without a county is about."""
    prefectures, provinces = _weights(places, "prefecture"), _weights(places, "province")
    home = source.home_place
    text = head + article.body
    titled = [path for path in prefectures if _in_head(path, head)]
    titled = titled or [path for path in provinces if _in_head(path, head)]
    if titled:
        return tuple(titled[:MAX_PRIMARY])
    if home and "/" in home and (_OWN.search(text) or home in prefectures):
        return (home,)
    return _most(prefectures, provinces) or ((home,) if home else ())


def _most(prefectures: Counter[str], provinces: Counter[str]) -> tuple[str, ...]:
    """The one prefecture, or the province that holds most of what is named."""
    if not provinces:
        return ()
    province, weight = provinces.most_common(1)[0]
    inside = [path for path in prefectures if path.startswith(province + "/")]
    if len(inside) == 1 and prefectures[inside[0]] * 2 >= weight:
        return (inside[0],)
    return (province,)

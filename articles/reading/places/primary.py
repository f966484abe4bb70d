"""Which places an article is about: those of its headline, else those that dominate its text, else its home."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from articles.reading.places.primary_heads import LEAD, in_head, speaker, speaker_in_lead, visited, zone_in_head
from articles.reading.places.primary_paragraphs import counties_in_turn
from articles.reading.records import ArticleText, PlaceMention, Source
from articles.reading.words import read_word_set

MAX_PRIMARY = 4
_WITHOUT_PREFECTURE = read_word_set("counties_without_prefecture")
_TITLE_MARKS = re.compile("《[^《》]{0,60}》")
# A survey of many counties is about each of them.
_TABLE = re.compile("一览")
MAX_LISTED = 12
_VISITED = re.compile("[来到赴][我全][市州盟]|在我[市州盟]")
_HELD_AT = re.compile("[会仪式赛]在.{2,8}(?:召开|举行|举办|开幕|启动)")
_DATELINE = re.compile(
    "(?:新华社|新华网|中新社|中新网|人民网|人民日报|央视网|本报)(?P<at>[^，。（(]{2,8}?)(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:电|讯)"
)
_AGENCY = re.compile("新华|人民日报|中新|央视|科技日报|光明日报|经济日报")
_NEAR = re.compile("[我全][省市县区州]|[省市州县]委|[市县区乡镇村]里|各(?:县|旗|区|乡|市州|地市)|干群|本地")
_OUR_OWN = re.compile("[我全][省市县区州盟旗]|(?<![\u4e00-\u9fff])[省市县区州]委")
_PAPER_END = re.compile("[日晚晨]?报$")
_OWN = re.compile("[我全]市|市委|市政府|市直|市级|市区|市纪委")


def primary_places(article: ArticleText, places: tuple[PlaceMention, ...], source: Source) -> tuple[str, ...]:
    """The paths of the places that an article is about, at most four but for surveys, the most important first.

    Counties stand for their townships and villages; a prefecture or province is primary when no county is, when the
    headline speaks in its name (全市, 市人大常委会), or when many of its counties are named with none standing out.
    """
    if _is_at_large(article, places, source):
        return ()
    lines = [_TITLE_MARKS.sub("", part) for part in (article.kicker, article.headline, article.subhead) if part]
    head = "".join(lines)
    places = _without_datelines(places, article.body)
    counties = _weights(places, "county")
    own, wide = speaker(lines, source)
    titled = _titled(counties, places, head)
    if titled and not (own and wide and _HELD_AT.search(head) and not _stands_out(titled[0], counties, 4)):
        return tuple(titled[:MAX_PRIMARY])
    told = _told_plainly(article, places, counties, bool(own))
    if told:
        return told
    in_turn = counties_in_turn(article.paragraphs, places, source.home_place)
    if in_turn and (wide or not own):
        return (source.home_place or "", *in_turn[:MAX_LISTED])
    zone = zone_in_head(head, source)
    if zone:
        return (zone,)
    if not own or _VISITED.search(head) and any(_stands_out(path, counties, 3) for path in counties):
        return _by_weight(article, places, source, head)
    return (own, *_beside(article.kind, counties)[: MAX_PRIMARY - 1]) if wide else (own,)


def _titled(counties: Counter[str], places: tuple[PlaceMention, ...], head: str) -> list[str]:
    """The counties that the headline names, by a township of theirs as well."""
    printed = {
        _at_level(place.resolved or "", "county") for place in places if len(place.text) > 2 and place.text in head
    }
    return [path for path in counties if path in printed or in_head(path, head)]


def _told_plainly(
    article: ArticleText, places: tuple[PlaceMention, ...], counties: Counter[str], speaks: bool
) -> tuple[str, ...]:
    """The counties of a survey, or those that the first sentence says someone went to: one when no headline speaks in a
    wider name, several anyway."""
    if _TABLE.search(article.headline or "") and len(counties) > 2:
        return tuple(counties)[:MAX_LISTED]
    went = visited(article.body, _starts(places))
    alone = len(counties) == 1 and any(_stands_out(path, counties, 3) for path in went)
    return tuple(went[:MAX_PRIMARY]) if alone or len(went) > int(speaks) else ()


def _starts(places: tuple[PlaceMention, ...]) -> dict[int, tuple[int, str]]:
    """End and path of each mention of a county itself, by where it starts."""
    return {
        span.start: (span.end, place.resolved)
        for place in places
        if place.resolved and place.kind == "admin" and _at_level(place.resolved, "county") == place.resolved
        for span in place.mentions
    }


def _stands_out(path: str, counties: Counter[str], least: int) -> bool:
    """Whether a county has at least so many mentions, and half of all."""
    return counties[path] >= least and 2 * counties[path] >= sum(counties.values())


def _beside(kind: str, counties: Counter[str]) -> list[str]:
    """The counties that an article about a whole prefecture is about as well."""
    if kind in ("feature", "signed_article") or len(counties) == 2:
        return [path for path, count in counties.most_common() if count > 1]
    return [path for path in counties if _stands_out(path, counties, 3)]


def _by_weight(article: ArticleText, places: tuple[PlaceMention, ...], source: Source, head: str) -> tuple[str, ...]:
    """The primary places of an article whose headline tells none: by what is named how often, and first."""
    counties = _weights(places, "county")
    spread = _spread(counties, places, article.body) or _in_lead(counties, source, article.body)
    if spread:
        return (spread,)
    wider = _wider(article, places, source, head)
    chosen = _dominant(counties)
    if chosen and not _outweighed(chosen, counties, places, wider, head):
        return tuple(chosen[:MAX_PRIMARY])
    return wider or tuple(chosen[:MAX_PRIMARY])


def _is_at_large(article: ArticleText, places: tuple[PlaceMention, ...], source: Source) -> bool:
    """Whether a comment speaks of no place: none named, no 全市 or 我县, and not the name that its newspaper bears."""
    if article.kind not in ("commentary", "feature") or any(place.resolved for place in places):
        return False
    text = "\n".join(filter(None, (article.section, article.kicker, article.headline, article.subhead, article.body)))
    paper = _PAPER_END.sub("", source.paper or "").removeprefix("今日")
    return not (_OUR_OWN.search(text) or len(paper) > 1 and paper in text)


def _without_datelines(places: tuple[PlaceMention, ...], body: str) -> tuple[PlaceMention, ...]:
    """The places without mentions in datelines such as 新华社福州4月1日电: there only the reporter was."""
    lines = [(match.start("at"), match.end("at")) for match in _DATELINE.finditer(body[:LEAD])]
    if not lines:
        return places
    kept = []
    for place in places:
        spans = tuple(s for s in place.mentions if not any(a <= s.start and s.end <= b for a, b in lines))
        kept += [replace(place, mentions=spans)] if spans else []
    return tuple(kept)


def _spread(counties: Counter[str], places: tuple[PlaceMention, ...], body: str) -> str | None:
    """The prefecture that an article with many counties of it is about, when it is named by itself."""
    above = {_at_level(path, "prefecture") for path in counties}
    prefecture = above.pop() if len(above) == 1 else None
    named = [span.start for place in places if place.resolved == prefecture for span in place.mentions]
    if not prefecture or not named or len(counties) < 2:
        return None
    most, total = max(counties.values()), sum(counties.values())
    scattered = len(counties) > 3 and len(named) > 1 and 2 * most < total
    opened = most == 1 and min(named) < LEAD // 2
    return prefecture if scattered or opened else None


def _in_lead(counties: Counter[str], source: Source, body: str) -> str | None:
    """The newspaper's own place, when a report that opens with its organs names counties but once."""
    return None if any(count > 1 for count in counties.values()) else speaker_in_lead(body, source)


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


def _dominant(counties: Counter[str]) -> list[str]:
    """The counties named most: one with at least half of all mentions, or two to four with a few each."""
    total = sum(counties.values())
    ranked = [path for path, _ in counties.most_common()]
    strong = [path for path in ranked if counties[path] * 2 >= total]
    if strong:
        return strong
    return [path for path in ranked if counties[path] > 1] if len(ranked) <= MAX_PRIMARY + 1 else []


def _outweighed(
    chosen: list[str], counties: Counter[str], places: tuple[PlaceMention, ...], wider: tuple[str, ...], head: str
) -> bool:
    """Whether the article is rather about the city or province: named in the headline, or far oftener than they."""
    if not wider:
        return False
    above = sum(len(place.mentions) for place in places if place.resolved == wider[0])
    inside = chosen[0].startswith(wider[0])
    if inside and len(counties) == 1 and 1 < counties[chosen[0]] >= above:
        return False
    if inside and counties[chosen[0]] == 1 < above and wider[0].count("/") == 1:
        return True
    if inside and counties[chosen[0]] > 2:
        return in_head(wider[0], head)
    return in_head(wider[0], head) or above > 3 * counties[chosen[0]]


def _wider(article: ArticleText, places: tuple[PlaceMention, ...], source: Source, head: str) -> tuple[str, ...]:
    """The prefecture or province that an article without a county is about."""
    prefectures, provinces = _weights(places, "prefecture"), _weights(places, "province")
    home = source.home_place
    text = head + article.body
    titled = [path for path in prefectures if in_head(path, head)]
    titled = titled or [path for path in provinces if in_head(path, head)]
    if titled:
        return tuple(titled[:MAX_PRIMARY])
    if home and "/" in home and (_OWN.search(text) or home in prefectures):
        return (home,)
    return _most(prefectures, provinces) or ((home,) if home and _may_be_local(article, home) else ())


def _may_be_local(article: ArticleText, home: str) -> bool:
    """Whether a text that names no county is about the newspaper's own place: an agency's report must say so."""
    if not (article.reprint_of and _AGENCY.search(article.reprint_of)):
        return True
    return bool(_NEAR.search(article.body)) or home.rsplit("/", 1)[-1][:2] in article.body


def _most(prefectures: Counter[str], provinces: Counter[str]) -> tuple[str, ...]:
    """The one prefecture, or the province that holds most of what is named."""
    if not provinces:
        return ()
    province, weight = provinces.most_common(1)[0]
    inside = [path for path in prefectures if path.startswith(province + "/")]
    if len(inside) == 1 and prefectures[inside[0]] * 2 >= weight:
        return (inside[0],)
    return (province,)

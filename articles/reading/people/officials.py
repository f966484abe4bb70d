"""The people of an article with their posts, roles and mentions.

Titles are found first, then the names behind or before them, then the place that each title belongs to. Officials are
those whose organ is of Party, state or village; heads of companies are executives, those of schools, hospitals and
institutes experts; the byline's names are reporters and photographers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

from articles.reading.gazetteer import Gazetteer
from articles.reading.people.bare_organs import named_before
from articles.reading.people.corps import HEADS, find_corps
from articles.reading.people.jurisdiction import MAX_EARLIER, Ground, Posts, full_title, jurisdiction, organ_before
from articles.reading.people.person_names import NameReader, lived_in_by_many
from articles.reading.people.posts import Holding, find_holdings
from articles.reading.people.roles import RANK, role_of, role_of_all
from articles.reading.people.titles import PlaceIndex, Title, find_titles, index_places
from articles.reading.places.finding import find_places, primary_places
from articles.reading.records import ArticleText, Contributor, Person, PlaceMention, PostHeld, Source, Span
from articles.reading.words import alternation, read_words

MAX_POSTS = 40
NOWHERE = Span(0, 0, "")
_OWN_CITY = re.compile("我[市州盟]|本报讯")
_HERO = re.compile("将军|烈士|元帅")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is known before people are sought: the issue, the gazetteer, the places the article is about."""

    source: Source
    gazetteer: Gazetteer
    primary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """Where the holding before ended, and its titles with their places."""

    end: int
    chain: list[tuple[Title, str | None]]
    earlier: tuple[tuple[Title, str | None], ...] = ()


@dataclass(slots=True)
class _Found:
    """What is gathered about one name before it becomes a Person."""

    name: str
    role: str
    rule: str
    confidence: float
    posts: list[PostHeld] = field(default_factory=list)


def find_people(
    article: ArticleText, source: Source, gazetteer: Gazetteer, places: tuple[PlaceMention, ...]
) -> tuple[Person, ...]:
    """Everyone whom an article names with a post, a role or in its byline; spans count in its body."""
    setting = _Setting(source, gazetteer, primary_places(article, places, source))
    outside = _outside(article, setting)
    people = _in_text(article, setting, places, {found.name for found in outside})
    for found in outside:
        known = people.setdefault(found.name, found)
        if known is not found:
            _extend(known, found.posts, "name title")
    spans = _mentions(set(people), article.body)
    persons = [_person(found, spans.get(found.name, ())) for found in people.values()]
    return tuple(persons) + _reporters(article)


def _in_text(
    article: ArticleText, setting: _Setting, places: tuple[PlaceMention, ...], known: set[str], more: str = ""
) -> dict[str, _Found]:
    head = "\n".join(part for part in (article.kicker, article.headline, article.subhead) if part)
    year = setting.source.date.year if setting.source.date else None
    corps = find_corps(article.body, more or head, setting.source.home_place, setting.gazetteer, year)
    index = index_places(places, corps.spans if corps else ())
    titles = find_titles(article.body, index, tuple(HEADS) if corps else ())
    titles = [named_before(title, article.body, index) for title in titles if corps is None or corps.takes(title)]
    home = _home_of(titles, index, article.body, setting.source.home_place)
    ground = Ground(index, setting.primary, home, setting.gazetteer, article.body, corps)
    mixed = any(lived_in_by_many(path) for path in (*ground.primary, ground.home or ""))
    reader = NameReader(article.body, more or head, known, many_nationalities=mixed)
    people: dict[str, _Found] = {}
    before = _Before(0, [])
    for holding in sorted(find_holdings(reader, titles), key=_begins):
        before = _add(people, holding, ground, article.body, before)
    _add_heroes(people, reader)
    _add_citizens(people, reader)
    return people


def _home_of(titles: list[Title], index: PlaceIndex, text: str, home: str | None) -> str | None:
    """The prefecture whose organs an article means by 市: the newspaper's, unless only another one's are printed."""
    prefecture = "/".join((home or "").split("/")[:2])
    if (
        "/" not in prefecture
        or _OWN_CITY.search(text)
        or any(path.startswith(prefecture) for _, _, path in index.spans)
    ):
        return home
    others = {
        title.unit for title in titles if title.unit and title.unit.count("/") == 1 and title.unit[-1] in "市州盟"
    }
    return others.pop() if len(others) == 1 else home


def _begins(holding: Holding) -> int:
    return holding.titles[0].start


def _add(people: dict[str, _Found], holding: Holding, ground: Ground, text: str, before: _Before) -> _Before:
    """Enter a holding; a chain that follows the last name at once goes on with its places: 某县委书记甲、县长乙."""
    follows = 0 < holding.titles[0].start - before.end <= 2
    posts, chain = _posts(holding, ground, text, before.chain if follows else [], before.earlier)
    role = role_of_all(holding.titles, text)
    confidence = 0.97 if holding.rule == "title name" else 0.85
    for name in holding.names:
        key = re.sub(r"[ \u3000]", "", name.text)
        found = people.setdefault(key, _Found(key, role, holding.rule, confidence))
        found.role = min(found.role, role, key=lambda one: RANK.get(one, 9))
        _extend(found, posts, holding.rule)
    tells = any(title.organ or title.level or title.unit for title in holding.titles)
    earlier = (*before.earlier, *chain)[-MAX_EARLIER:] if tells else before.earlier
    return _Before(max(name.end for name in holding.names), chain, earlier)


def _extend(found: _Found, posts: list[PostHeld], rule: str) -> None:
    """Add the posts that are new; a title behind a name adds nothing to one who is known by that title already, and one
    without a place gives way to the same with a place."""
    placed = {post.text for post in posts if post.place}
    found.posts = [one for one in found.posts if one.place or one.text not in placed or one.organ]
    for post in posts:
        same = [one for one in found.posts if one.resolved == post.resolved and one.place == post.place]
        told = rule == "name title" and any(one.text.endswith(post.text) for one in found.posts)
        if not same and not told and len(found.posts) < MAX_POSTS:
            found.posts.append(post)


def _posts(
    holding: Holding, ground: Ground, text: str, before: list[tuple[Title, str | None]], earlier: Posts
) -> tuple[list[PostHeld], list[tuple[Title, str | None]]]:
    chain: list[tuple[Title, str | None]] = []
    posts = []
    whole = role_of_all(holding.titles, text)
    for title in holding.titles:
        official = "official" in (role_of(title, text), whole if not title.organ else "")
        place, resolved, organ = _office(title, before + chain, chain, ground, earlier, official)
        chain.append((title, place))
        span = Span(title.start, title.end, text[title.start : title.end])
        posts.append(
            PostHeld(
                title.text,
                resolved,
                place,
                organ,
                span,
                holding.rule,
                0.95 if place else 0.6,
                former=title.former or holding.former,
                acting=title.acting,
            )
        )
    return posts, chain


def _office(
    title: Title, before: Posts, chain: Posts, ground: Ground, earlier: Posts, official: bool
) -> tuple[str | None, str, str]:
    """Place, full title and organ of a post."""
    corps = ground.corps.post(title, chain) if ground.corps and official else None
    if corps:
        return corps
    place = jurisdiction(title, before, ground, earlier) if official or title.unit else None
    told = organ_before(title, earlier) if official and not chain else None
    chain = [told] if told and told[1] == place else chain
    return place, *(full_title(title, place, chain) if official else (title.text, title.organ))


def _add_heroes(people: dict[str, _Found], reader: NameReader) -> None:
    for match in _HERO.finditer(reader.text):
        name = reader.before(match.start())
        if name and name.strength >= 2:
            people.setdefault(name.text, _Found(name.text, "historical", "name before 将军 or 烈士", 0.8))


def _add_citizens(people: dict[str, _Found], reader: NameReader) -> None:
    pattern = re.compile(alternation(read_words("citizens")))
    for match in pattern.finditer(reader.text):
        name = reader.after(match.end())
        if name and name.strength >= 3:
            people.setdefault(name.text, _Found(name.text, "citizen", "role name", 0.8))


def _outside(article: ArticleText, setting: _Setting) -> list[_Found]:
    """Posts that stand in the headline or the byline: they hold for those whom the body names, and for its writers.

    Who is interviewed may be named in the subhead alone (——青石县县长 王小明), since all of the text is theirs.
    """
    found = []
    for line in (article.kicker, article.headline, article.subhead):
        speaks = article.kind == "interview" and line is article.subhead
        people = _in_line(line or "", article, setting)
        found += [one for one in people if one.name in article.body or speaks and (line or "").endswith(one.name)]
    for writer in article.byline:
        people = _in_line(f"{writer.role}{writer.name}。", article, setting) if _holds_post(writer) else []
        found += [one for one in people if one.name == writer.name and one.posts]
    return found


def _in_line(line: str, article: ArticleText, setting: _Setting) -> list[_Found]:
    if not line:
        return []
    alone = replace(article, paragraphs=(line,), byline=(), kicker=None, headline=None, subhead=None)
    people = _in_text(alone, setting, find_places(alone, setting.source, setting.gazetteer), set(), article.body)
    for found in people.values():
        found.posts = [replace(post, span=NOWHERE, rule=post.rule + " outside the body") for post in found.posts]
    return list(people.values())


def _person(found: _Found, spans: tuple[Span, ...]) -> Person:
    return Person(found.name, found.role, tuple(found.posts), spans, found.rule, found.confidence)


def _mentions(names: set[str], body: str) -> dict[str, tuple[Span, ...]]:
    """Where each name stands, a blank in a name of two characters allowed; where names overlap, the longest."""
    if not names:
        return {}
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, (name, len(name)))
        if len(name) == 2:
            automaton.add_word(f"{name[0]} {name[1]}", (name, 3))
    automaton.make_automaton()
    hits = sorted((last + 1 - size, -size, name) for last, (name, size) in automaton.iter(body))
    found: dict[str, list[Span]] = {}
    end = 0
    for start, size, name in hits:
        if start >= end:
            end = start - size
            found.setdefault(name, []).append(Span(start, end, body[start:end]))
    reader = NameReader(body)
    return {name: _sure(spans, reader) for name, spans in found.items()}


def _sure(spans: list[Span], reader: NameReader) -> tuple[Span, ...]:
    """All spans of a long name; of a short one, which may be a word (安康), those that end as names do."""
    sure = [span for span in spans if len(span.text) > 2 or reader.bounded(span.end)]
    return tuple(sure or spans)


def _reporters(article: ArticleText) -> tuple[Person, ...]:
    return tuple(_reporter(writer, article) for writer in article.byline if not _holds_post(writer))


def _holds_post(writer: Contributor) -> bool:
    return bool(re.search("书记|[省市县区州盟旗镇乡部厅局院校会]长|主任|主席|常委", writer.role))


def _reporter(writer: Contributor, article: ArticleText) -> Person:
    photographer = "摄" in writer.role or article.kind == "photo"
    at = article.body.find(writer.name)
    spans = (Span(at, at + len(writer.name), writer.name),) if at >= 0 else ()
    return Person(writer.name, "photographer" if photographer else "reporter", (), spans, "byline", 0.98)

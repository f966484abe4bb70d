"""Who acts in which clause: people named, people meant by 他 or 她, and those called by family name and title.

What quotations and visits have in common. A pronoun means the last who acted before it, when the text names nobody else
as acting in between; what cannot be told is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from articles.reading.records import Person, PlaceMention
from articles.reading.sentences import sentences
from articles.reading.statements.quote_marks import find_quotes
from articles.reading.words import alternation, any_of, firsts_of, read_words

# How far a pronoun looks back, in sentences and in characters; how long a chain of titles before a name may be.
MOST_BACK, FARTHEST_BACK = 3, 600
LONGEST_TITLES = 90
# Longer lists of names, and longer ways to the name in a clause, are no report's.
MOST_IN_COMPANY, LONGEST_PREFIX = 30, 60
SURE, MEANT, CALLED = 0.95, 0.85, 0.8
_MARKS = "，。；：！？“”（）\n,;:!?()"
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
_PRONOUN = re.compile("(?<![其吉利维排])[他她](?![们的人俩乡日国家])")
_CALLED = re.compile("(?P<surname>[\u4e00-\u9fff]{1,2}?)(?P<title>书记|[省市县区州旗镇乡局厅部院校]长|主任|主席|专员)")
_BEHIND = re.compile(
    "(?:总书记|国家主席|主席|副?书记|副?[省市县区州旗镇乡局厅部院校]长|主任|同志|先生|女士|院士|教授)?"
)
_WHEN = re.compile(
    "(?:[^，。]{0,30}(?:[日时中上后间前里处电讯午晨晚]|现场|随后|接着|随即|当天|次日|同日|连日来|首先|最后))?"
)
_OBJECT = re.compile(
    "(?:再次|还|又|也|并|都|就|再)?(?:对|向|给|请|让|跟|随|陪同|按照|根据|遵照|关于|学习|贯彻|落实|传达|领会|听取|受|被|把|由|与|同)"
)
_OBJECT_END = re.compile("(?:对|向|给|请|让|跟|陪同|把|被|由|受|与|和|同|按照|根据|学习|贯彻|落实)$")
# What someone hears or sees before acting is told of others: 得知|社员们等着水，|他要求…
_PERCEIVED = re.compile("(?:得知|听说|听闻|听到|了解到|看到|看见|面对|针对)[^，。；]*，")
_COMMA = re.compile("，")
_CLAUSE_END = re.compile("[，。；：“\n]")
_PARTED = re.compile("[、和与及， 　]{1,2}|以及")


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone at body[start:end), titles before the name and behind it included. rule: name, pronoun or called."""

    person: Person
    start: int
    end: int
    rule: str = "name"
    confidence: float = SURE


class Discourse:
    """The actors of one body in their order, its sentences and its quotations. Linear in the length."""

    def __init__(self, body: str, people: Iterable[Person], places: Iterable[PlaceMention] = ()) -> None:
        self.body = body
        self.sentences = sentences(body)
        self.quotes = find_quotes(body)
        self._marks = [match.start() for match in _MARK.finditer(body)]
        self._ends = [sentence.end for sentence in self.sentences]
        self._opens = [start for start, _ in self.quotes]
        self._closes = [end for _, end in self.quotes]
        self._people = [one for one in people if one.role not in ("reporter", "photographer")]
        self._titles = _titles(self._people)
        self._places = {span.end: span.start for place in places for span in place.mentions}
        self._named = self._all_named()
        self._starts = [actor.start for actor in self._named]
        meant = [*self._all_called(), *self._all_pronouns()]
        self.actors = tuple(sorted([*self._named, *meant], key=lambda actor: actor.start))

    def is_quoted(self, position: int) -> bool:
        """Whether a position lies within “…”."""
        index = bisect_right(self._opens, position) - 1
        return index >= 0 and position < self.quotes[index][1]

    def quote_before(self, position: int) -> tuple[int, int] | None:
        """The last quotation that closes at a position or before it."""
        index = bisect_right(self._closes, position) - 1
        return self.quotes[index] if index >= 0 else None

    def sentence(self, position: int) -> int:
        """The number of the sentence that holds a position, or of the one after it."""
        return bisect_right(self._ends, position)

    def sentence_end(self, position: int) -> int:
        """Where the sentence that holds a position ends."""
        index = self.sentence(position)
        return self._ends[index] if index < len(self._ends) else len(self.body)

    def clause_start(self, position: int) -> int:
        """Where the clause begins that holds a position: behind the mark before it."""
        index = bisect_left(self._marks, position)
        return self._marks[index - 1] + 1 if index else 0

    def named(self, start: int, end: int) -> list[Actor]:
        """Those named in body[start:end) outside quotations."""
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def leads(self, actor: Actor) -> bool:
        """Whether an actor opens its clause, but for words that tell time and place: 8月6日|市委书记甲."""
        prefix = self._prefix(actor)
        return prefix is not None and _WHEN.fullmatch(prefix) is not None and not _OBJECT.match(prefix)

    def may_act(self, actor: Actor) -> bool:
        """Whether an actor may be the one who does what follows: nothing makes it an object (对县长甲)."""
        prefix = self._prefix(actor)
        return prefix is not None and not _OBJECT.match(prefix) and not _OBJECT_END.search(prefix)

    def _prefix(self, actor: Actor) -> str | None:
        start = self.clause_start(actor.start)
        return self.body[start : actor.start] if actor.start - start <= LONGEST_PREFIX else None

    def clauses(self, start: int, end: int, most: int) -> list[int]:
        """Where the clauses behind a position begin, parted by commas, up to an end and no more than `most`."""
        return [match.end() for match in islice(_COMMA.finditer(self.body, start, end), most)]

    def begins_anew(self, start: int) -> bool:
        """Whether the clause at a position has a subject of its own: someone named, or people without a name."""
        stop = _CLAUSE_END.search(self.body, start)
        end = stop.start() if stop else len(self.body)
        first = bisect_left(self._starts, start)
        if any(self.leads(actor) for actor in self._named[first : bisect_left(self._starts, end)]):
            return True
        return _own_subject().match(self.body, start, end) is not None

    def company(self, actor: Actor) -> list[Actor]:
        """The actor with those named right before it in one list: 市委书记甲、市长乙. The first named stands first."""
        found = [actor]
        index = bisect_left(self._starts, actor.start) - 1
        while (
            index >= 0
            and len(found) < MOST_IN_COMPANY
            and _PARTED.fullmatch(self.body[self._named[index].end : found[0].start])
        ):
            found.insert(0, self._named[index])
            index -= 1
        return found

    def is_followed(self, actor: Actor) -> bool:
        """Whether another name follows in the same list, so that what is done is told behind it."""
        index = bisect_left(self._starts, actor.end)
        behind = self.body[actor.end : self._starts[index]] if index < len(self._starts) else ""
        return _PARTED.fullmatch(behind) is not None

    def _all_named(self) -> list[Actor]:
        found = [
            Actor(person, self._head(span.start), span.end + len(_behind(self.body, span.end)))
            for person in self._people
            for span in person.mentions
            if not self.is_quoted(span.start)
        ]
        return sorted(found, key=lambda actor: actor.start)

    def _head(self, start: int) -> int:
        """Where the titles before a name begin, with the places before them: 临猗县委副书记、县长|甲."""
        head, least = start, max(0, start - LONGEST_TITLES)
        while head > least:
            at = head - 1 if head < start and self.body[head - 1] in "、，" else head
            size = next((len(title) for title in self._titles if self.body.endswith(title, least, at)), 0)
            if not size:
                break
            head = at - size
        return self._places.get(head, head) if head < start else head

    def _all_called(self) -> list[Actor]:
        """姓 and title at the beginning of a clause, where one official only can be meant: 王书记说."""
        found = []
        for match in _CALLED.finditer(self.body):
            opens = match.start() == 0 or self.body[match.start() - 1] in _MARKS
            who = [one for one in self._people if opens and _is_called(one, match["surname"], match["title"])]
            if len(who) == 1 and not self.is_quoted(match.start()):
                found.append(Actor(who[0], match.start(), match.end(), "called", CALLED))
        return found

    def _all_pronouns(self) -> list[Actor]:
        found = []
        for match in _PRONOUN.finditer(self.body):
            at = match.start()
            opens = at == 0 or self.body[at - 1] in _MARKS
            meant = self._meant(at) if opens and not self.is_quoted(at) else None
            if meant:
                found.append(Actor(meant, at, match.end(), "pronoun", MEANT))
        return found

    def _meant(self, at: int) -> Person | None:
        """Whom a pronoun means: who acts in the nearest sentence of its paragraph that tells of anyone."""
        paragraph = self.body.rfind("\n", 0, at) + 1
        last = min(self.sentence(at), len(self.sentences) - 1)
        for sentence in reversed(self.sentences[max(0, last - MOST_BACK) : last + 1]):
            start, end = sentence.start, min(sentence.end, at)
            if start < paragraph or at - start > FARTHEST_BACK:
                return None
            if named := self.named(start, end):
                return self._acting(named)
            if humans().search(self._told(start, end)):
                return None
        return None

    def _acting(self, named: list[Actor]) -> Person | None:
        """The one of those named in a sentence who acts in it, if that is one person and no list."""
        acting = {actor.person.name for actor in named if self._is_subject(actor)}
        alone = acting == {named[0].person.name} and self._is_subject(named[0]) and len(self.company(named[-1])) == 1
        return named[0].person if alone else None

    def _is_subject(self, actor: Actor) -> bool:
        """Whether an actor leads its clause, or closes a clause of its own that tells about it: 去年到任的|甲，|…"""
        prefix = self._prefix(actor) or ""
        told_about = prefix.endswith("的") and self.body.startswith("，", actor.end)
        return self.leads(actor) or told_about and not _OBJECT.match(prefix)

    def _told(self, start: int, end: int) -> str:
        """A part of the body without what is quoted in it, or heard and seen by who acts in it."""
        return _PERCEIVED.sub("", re.sub("“[^”]*”", "", self.body[start:end]))


@cache
def humans() -> re.Pattern[str]:
    """People whom a text does not name, and bodies that speak."""
    return re.compile(f"[0-9]岁|{any_of(alternation(read_words('human_nouns')))}")


@cache
def _own_subject() -> re.Pattern[str]:
    nouns, other = alternation(read_words("human_nouns")), "与同对向为和给看慰听询问鼓勉叮要由就并，"
    firsts = firsts_of(nouns)
    return re.compile(f"(?=[^{other}{firsts}]{{0,10}}+[{firsts}])[^{other}]{{0,10}}{any_of(nouns)}")


def _titles(people: Iterable[Person]) -> list[str]:
    """The titles printed in the body, the longest first."""
    texts = {text for one in people for post in one.posts for text in (post.text, post.span.text) if text}
    return sorted(texts, key=lambda text: (-len(text), text))


def _behind(body: str, end: int) -> str:
    match = _BEHIND.match(body, end)
    return match.group() if match else ""


def _is_called(person: Person, surname: str, title: str) -> bool:
    given = len(person.name) - len(surname)
    return (
        person.role == "official"
        and person.name.startswith(surname)
        and given in (1, 2)
        and any(post.text.endswith(title) for post in person.posts)
    )

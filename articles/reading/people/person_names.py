"""Names of persons behind and before a title: how long they are, decided by what follows and by their other places.

Two, three or four characters after a family name, two parts joined by ·, or a transliterated name. A name ends where
a mark, a verb of the report or a small word stands (王强|调研, 江成|与大家); between two readings the better supported
one wins, and without any support there is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.reading.name_shapes import (
    LAST_SYLLABLES,
    MARKS,
    begins_word,
    follows_name,
    has_plain_name,
    is_blocked,
    is_common,
    is_of_words,
    is_plain,
    looks_given,
    may_follow_name,
    prior,
    sizes,
    sounds_foreign,
    surnames,
)
from articles.reading.words import read_word_set

__all__ = ["Name", "NameReader", "has_plain_name", "lived_in_by_many"]

# Other places of a name are sought in so many characters, so that time stays linear.
MAX_CORPUS = 20_000
# From this strength on the end of a name is sure: a mark or a word of after_names.
SURE = 3.0
# Names made of whole words are no less than this better than names that cut such a word: 索南才让|的, not 索南才|让的.
OF_WORDS = 1.5
_SMALL = frozenset(
    "的说在等和与及就对向将为到率带赴来去作做讲问答称是也还又则曾已把被从给让由同都正再并用当现后前一深因更每"
)
# Small words that rarely end a given name: 贾宇|作报告.
_RARELY_LAST = frozenset("作做在就与及将也还则曾已被给让对赴称问答讲再去到为因更")
_DOTS = "·•・‧∙⋅．"
_MIDDLE_DOT = re.compile(f"[\u4e00-\u9fff]{{1,8}}(?:[{_DOTS}][\u4e00-\u9fff]{{1,8}}){{1,3}}")
_MIXED = re.compile("自治[区州县旗]|西藏|盟(?:/|$)")
_BETWEEN = re.compile("[（(][^（()）]{1,24}[）)][ \u3000]?|[ \u3000]|(?:提名)?人选|候选人")
_SAYING = frozenset(
    [
        "表示",
        "介绍",
        "告诉",
        "认为",
        "坦言",
        "指出",
        "强调",
        "通报",
        "汇报",
        "解释",
        "提醒",
        "回忆",
        "透露",
        "建议",
        "补充",
        "回答",
        "参加",
        "出席",
        "主持",
        "陪同",
        "列席",
    ]
)
# Words that only persons are said to do, so that what stands before them is a name.
_SPEAKS = re.compile("说|告诉|介绍|坦言|笑着|表示")
_CJK = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end) and how strongly it is bounded: 3 a mark or a verb, 1.5 a small word, 1 other places."""

    start: int
    end: int
    text: str
    strength: float


class NameReader:
    """Reads names in one text. Linear: each question looks at a few characters and at cached counts."""

    def __init__(
        self, text: str, more: str = "", known: Iterable[str] = (), *, many_nationalities: bool = False
    ) -> None:
        self.text = text
        self._corpus = f"{more}\n{text[:MAX_CORPUS]}"
        self.many_nationalities = many_nationalities
        self._support: dict[str, int] = {}
        self.known: set[str] = set()
        self.initials: set[str] = set()
        self.learn(known)

    def learn(self, names: Iterable[str]) -> None:
        """Take names as those of people of this text."""
        fresh = set(names)
        self.known |= fresh
        self.initials |= {name[:1] for name in fresh}

    def after(self, position: int, *, foreign: bool = False, asked: bool = False, sure: bool = False) -> Name | None:
        """The name that begins at a position (a blank or a bracket may stand before it), or None.

        foreign: also take names without a known family name, where people of many nationalities live. asked: the
        words before say that a person follows (采访, 访), so that even a name that is a word counts. sure:
        the title before names its organ or place, so that a noun may be a name before a small word as well.
        """
        position = _skipped(self.text, position)
        if follows_name(self.text, position):
            return None
        name = self._joined(position) or self._spaced(position) or self._best(position, asked, sure)
        name = name or (self._foreign(position) if foreign else None)
        return name or (self._unheard(position) if sure else None)

    def before(self, position: int) -> Name | None:
        """The name that ends at a position, for titles behind names: 卫红旗书记."""
        found = []
        for size in (4, 3, 2):
            start = position - size
            name = self.text[max(0, start) : position]
            if start >= 0 and size in sizes(name) and is_plain(name) and not is_blocked(name):
                found.append(Name(start, position, name, self._left_strength(start, name)))
        best = max(found, key=lambda name: name.strength, default=None)
        return best if best and best.strength > 0 else None

    def bounded(self, end: int) -> bool:
        """Whether a name may end here: a mark, a verb of the report or a small word follows."""
        return self._boundary(end) > 0

    def _left_strength(self, start: int, name: str) -> float:
        if name in self.known:
            return 4.0
        if start == 0 or self.text[start - 1] in MARKS:
            return 3.0
        before = self.text[max(0, start - 2) : start]
        if before in read_word_set("before_names") or before[-1:] in read_word_set("before_names"):
            return 2.5
        return 1.0 if self._supported(name) > 1 else 0.0

    def _joined(self, position: int) -> Name | None:
        match = _MIDDLE_DOT.match(self.text, position)
        if match is None:
            return None
        last = match.start() + max(match.group().rfind(dot) for dot in _DOTS) + 1
        end = next((at for at in range(last + 1, match.end() + 1) if self._boundary(at) >= SURE), None)
        end = end or next((at for at in range(last + 2, match.end() + 1) if self._boundary(at) > 0), None)
        return Name(position, end, self.text[position:end], SURE) if end else None

    def _spaced(self, position: int) -> Name | None:
        """A two-character name printed with a blank inside: 董 凯."""
        part = self.text[position : position + 3]
        if len(part) < 3 or part[1] not in " 　" or not (_CJK.match(part[0]) and _CJK.match(part[2])):
            return None
        sure = part[0] in surnames()[0] and self._boundary(position + 3) >= SURE and is_plain(part[0] + part[2])
        return Name(position, position + 3, part, SURE) if sure else None

    def _best(self, position: int, asked: bool, sure: bool) -> Name | None:
        head = self.text[position : position + 8]
        found = [self._weigh(position, size, asked, sure) for size in sizes(head)]
        rated = [(score, name) for score, name in found if name is not None]
        if not rated:
            return None
        return max(rated, key=lambda pair: pair[0])[1]

    def _weigh(self, position: int, size: int, asked: bool, sure: bool) -> tuple[float, Name | None]:
        name = self.text[position : position + size]
        if len(name) < size or not is_plain(name):
            return 0.0, None
        if is_blocked(name) and not asked and not (sure and self._is_borne(name, position + size)):
            return 0.0, None
        strength = self._boundary(position + size)
        if strength < SURE and name[-1] in LAST_SYLLABLES and is_of_words(name[:-1]):
            return 0.0, None
        support = self._supported(name) - (strength >= SURE)
        if (
            strength < SURE
            and support <= 0
            and begins_word(name)
            and not (strength > 0 and sure and _may_be_name(name))
        ):
            return 0.0, None
        if strength == 0:
            strength = (
                1.0
                if support > 0
                else 0.8 * looks_given(name) * (is_common(name) or not self._straddled(position + size))
            )
        if strength == 0:
            return 0.0, None
        score = strength + prior(name) + min(support, 3) * 0.6 + 2 * (name in self.known)
        if is_of_words(name):
            return score + OF_WORDS, Name(position, position + size, name, strength)
        if name[-1] in _RARELY_LAST and size > 2 and support <= 0 and not self._ends_clause(position + size):
            score -= 2
        return score, Name(position, position + size, name, strength)

    def _is_borne(self, name: str, end: int) -> bool:
        """Whether a word is a name here: some bear it, and a mark or a word of saying follows."""
        return name in read_word_set("names_like_words") and self._ends_clause(end)

    def _unheard(self, position: int) -> Name | None:
        """A name whose family name is in no list, made as given names are or spoken of elsewhere: behind sure titles only."""
        for size in (3, 2):
            name = self.text[position : position + size]
            if len(name) < size or not is_plain(name) or begins_word(name) or may_follow_name(name, 0):
                continue
            given = read_word_set("given_characters")
            if name[0] in _SMALL or name[0] in "或而且则以所其此这那之于等":
                return None
            if size == 3 and name[1] in given and name[2] in given and self._ends_as_elsewhere(position + size):
                return Name(position, position + size, name, 2.0)
            here = len(self._corpus) - len(self.text[:MAX_CORPUS]) + position + size
            ends = [end for end in _ends(self._corpus, name) if end != here]
            if any(_SPEAKS.match(self._corpus, end) for end in ends) and self._ends_as_elsewhere(position + size):
                return Name(position, position + size, name, 2.0)
        return None

    def _ends_as_elsewhere(self, end: int) -> bool:
        return self._boundary(end) >= SURE or end >= len(self.text)

    def _ends_clause(self, position: int) -> bool:
        """Whether a mark or a word of saying stands here, so that no small word can stand before it."""
        following = self.text[position : position + 2]
        return not following or following[0] in MARKS or following[0] == "说" or following in _SAYING

    def _straddled(self, end: int) -> bool:
        """Whether a word runs over the end of the name: 张兴|邦交."""
        around = self.text[end - 1 : end + 1]
        return around in read_word_set("words_after_names") or around in read_word_set("words_like_names")

    def _foreign(self, position: int) -> Name | None:
        """In regions of other nationalities: a name without a family name, two to six characters up to a mark."""
        for size in (2, 3, 4, 5, 6):
            name = self.text[position : position + size]
            if len(name) == size and sounds_foreign(name) and not is_blocked(name):
                if may_follow_name(self.text, position) or begins_word(name):
                    return None
                if self._boundary(position + size) >= SURE:
                    return Name(position, position + size, name, 2.0)
        return None

    def _boundary(self, position: int) -> float:
        following = self.text[position : position + 4]
        if not following or following[0] in MARKS:
            return SURE
        if following[0] == "说" or follows_name(self.text, position):
            return SURE
        if may_follow_name(self.text, position):
            return 2.0
        return 1.5 if following[0] in _SMALL or following[0].isdigit() else 0.0

    def _supported(self, name: str) -> int:
        """How often a name stands in the text or the headline with a mark or verb behind it."""
        if name not in self._support:
            self._support[name] = sum(1 for end in _ends(self._corpus, name) if _bounded_in(self._corpus, end))
        return self._support[name]


def _may_be_name(name: str) -> bool:
    """Whether a text that is a noun or begins with one can be a name all the same: 沙洲, 石林海."""
    return looks_given(name) if len(name) > 2 else name in read_word_set("words_like_names")


def _skipped(text: str, position: int) -> int:
    """Past a blank, a bracket or 人选 between a title and its name: 副市长（挂职）王强."""
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def _ends(text: str, name: str) -> list[int]:
    ends: list[int] = []
    at = text.find(name)
    while at >= 0 and len(ends) < 50:
        ends.append(at + len(name))
        at = text.find(name, at + 1)
    return ends


def _bounded_in(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not following or following in MARKS or following == "说" or follows_name(text, end)


def lived_in_by_many(path: str) -> bool:
    """Whether a place is one of many nationalities, where names need no Chinese family name."""
    return bool(_MIXED.search(path))

"""Names of persons behind and before a title: how long they are, decided by what follows and by their other places.

Two, three or four characters after a family name, two parts joined by ·, or a transliterated name. A name ends where
a mark, a verb of the report or a small word stands (王强|调研, 江成|与大家); between two readings the better supported
one wins, and without any support there is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from articles.reading.words import read_word_set, read_words

# Other places of a name are sought in so many characters, so that time stays linear.
MAX_CORPUS = 20_000
_MARKS = frozenset("，。、；：！？“”‘’「」《》〈〉（）()【】[]—…·,;:!?-－/ \n\t　\u3000")
_SMALL = frozenset("说在等和与及就对向将为到率带赴来去作做讲问答称是也还又则曾已把被从给让由同都正再并用当现后前一深")
# Small words that rarely end a given name: 贾宇|作报告.
_RARELY_LAST = frozenset("作做在就与及将也还则曾已被给让对赴称问答讲再去到")
_NEVER = frozenset(
    "的了着是们么吗呢吧啊把被个这那哪些吃您你我他她它很还没不再每各某已只就去说等及或省县区镇局厅委您讲问给让称赴，。、；：！？“”‘’《》（）() \n"
)
_MIDDLE_DOT = re.compile("[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
_MIXED = re.compile("自治[区州县旗]|西藏|盟(?:/|$)")
_BETWEEN = re.compile("[ \u3000]|(?:提名)?人选|候选人")
_CJK = re.compile("[\u4e00-\u9fff]")
_VERB_TAILS = ("强调", "调研", "介绍", "表示", "指出", "要求", "主持", "参加", "陪同", "检查", "出席")


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
        self.known: set[str] = set(known)

    def after(self, position: int, *, foreign: bool = False) -> Name | None:
        """The name that begins at a position (one blank may stand before it), or None.

        foreign: also take names without a known family name, where people of many nationalities live.
        """
        position = _skipped(self.text, position)
        if self._word_at(position):
            return None
        name = self._joined(position) or self._spaced(position) or self._best(position)
        return name or (self._foreign(position) if foreign else None)

    def before(self, position: int) -> Name | None:
        """The name that ends at a position, for titles behind names: 卫红旗书记."""
        found = []
        for size in (4, 3, 2):
            start = position - size
            name = self.text[max(0, start) : position]
            if start >= 0 and size in _sizes(name) and _is_plain(name) and not _blocked(name):
                found.append(Name(start, position, name, self._left_strength(start, name)))
        best = max(found, key=lambda name: name.strength, default=None)
        return best if best and best.strength > 0 else None

    def bounded(self, end: int) -> bool:
        """Whether a name may end here: a mark, a verb of the report or a small word follows."""
        return self._boundary(end) > 0

    def _left_strength(self, start: int, name: str) -> float:
        if name in self.known:
            return 4.0
        if start == 0 or self.text[start - 1] in _MARKS:
            return 3.0
        before = self.text[max(0, start - 2) : start]
        if before in read_word_set("before_names") or before[-1:] in read_word_set("before_names"):
            return 2.5
        return 1.0 if self._supported(name) > 1 else 0.0

    def _joined(self, position: int) -> Name | None:
        match = _MIDDLE_DOT.match(self.text, position)
        if match is None:
            return None
        last = match.start() + max(match.group().rfind(dot) for dot in "·•・") + 1
        end = next((at for at in range(last + 1, match.end() + 1) if self._boundary(at) >= 3), None)
        end = end or next((at for at in range(last + 2, match.end() + 1) if self._boundary(at) > 0), None)
        return Name(position, end, self.text[position:end], 3.0) if end else None

    def _spaced(self, position: int) -> Name | None:
        """A two-character name printed with a blank inside: 董 凯."""
        part = self.text[position : position + 3]
        if len(part) < 3 or part[1] not in " 　" or not (_CJK.match(part[0]) and _CJK.match(part[2])):
            return None
        single, _ = _surnames()
        sure = part[0] in single and self._boundary(position + 3) >= 3 and part[2] not in _NEVER
        return Name(position, position + 3, part, 3.0) if sure else None

    def _best(self, position: int) -> Name | None:
        head = self.text[position : position + 8]
        found = [self._weigh(position, size) for size in _sizes(head)]
        rated = [(score, name) for score, name in found if name is not None]
        if not rated:
            return None
        return max(rated, key=lambda pair: pair[0])[1]

    def _weigh(self, position: int, size: int) -> tuple[float, Name | None]:
        name = self.text[position : position + size]
        if len(name) < size or not _is_plain(name) or _blocked(name):
            return 0.0, None
        strength = self._boundary(position + size)
        support = self._supported(name) - (strength >= 3)
        if strength == 0:
            strength = 1.0 if support > 0 else 0.8 * _looks_given(name)
        if strength == 0:
            return 0.0, None
        score = strength + _prior(name) + min(support, 2) * 0.6 + 2 * (name in self.known)
        if name[-1] in _RARELY_LAST and size > 2:
            score -= 2
        return score, Name(position, position + size, name, strength)

    def _foreign(self, position: int) -> Name | None:
        """In regions of other nationalities: a name without a family name, two to six characters up to a mark."""
        for size in (2, 3, 4, 5, 6):
            name = self.text[position : position + size]
            if (
                len(name) == size
                and _sounds_like_name(name)
                and not _blocked(name)
                and self._boundary(position + size) >= 3
            ):
                return Name(position, position + size, name, 2.0)
        return None

    def _boundary(self, position: int) -> float:
        following = self.text[position : position + 4]
        if not following or following[0] in _MARKS:
            return 3.0
        if following[0] == "说" or self._word_at(position):
            return 3.0
        return 1.5 if following[0] in _SMALL else 0.0

    def _word_at(self, position: int) -> bool:
        words = read_word_set("after_names")
        return any(self.text[position : position + size] in words for size in (2, 3, 4))

    def _supported(self, name: str) -> int:
        """How often a name stands in the text or the headline with a mark or verb behind it."""
        if name not in self._support:
            self._support[name] = sum(1 for end in _ends(self._corpus, name) if _bounded_in(self._corpus, end))
        return self._support[name]


def _skipped(text: str, position: int) -> int:
    """Past a blank or 人选 between a title and its name."""
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def _sounds_like_name(name: str) -> bool:
    single, _ = _surnames()
    letters = read_word_set("transliteration") | read_word_set("given_characters") | single
    return all(character in letters for character in name)


def _looks_given(name: str) -> bool:
    """Whether a name of three characters is made as most are, so that it may stand before a verb not in the list."""
    common, given = read_word_set("common_surnames"), read_word_set("given_characters")
    return len(name) == 3 and name[0] in common and name[1] in given and name[2] in given


def _ends(text: str, name: str) -> list[int]:
    ends: list[int] = []
    at = text.find(name)
    while at >= 0 and len(ends) < 50:
        ends.append(at + len(name))
        at = text.find(name, at + 1)
    return ends


def _bounded_in(text: str, end: int) -> bool:
    following = text[end : end + 4]
    words = read_word_set("after_names")
    return (
        not following
        or following[0] in _MARKS
        or following[0] == "说"
        or any(following[:size] in words for size in (2, 3, 4))
    )


def lived_in_by_many(path: str) -> bool:
    """Whether a place is one of many nationalities, where names need no Chinese family name."""
    return bool(_MIXED.search(path))


def has_plain_name(text: str) -> bool:
    """Whether a text as a whole can be a person's name."""
    return len(text) in _sizes(text) and _is_plain(text) and not _blocked(text)


def _prior(name: str) -> float:
    if name[:2] in _surnames()[1] and len(name) > 2:
        return 1.2
    return 0.5 if len(name) >= 3 else 0.2


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    words = read_words("surnames") + read_words("more_surnames")
    return frozenset(w for w in words if len(w) == 1), frozenset(w for w in words if len(w) > 1)


def _sizes(text: str) -> tuple[int, ...]:
    """The lengths that a name at the beginning of a text can have."""
    single, compound = _surnames()
    sizes: tuple[int, ...] = ()
    if text[:2] in compound:
        sizes += (3, 4)
    if text[:1] in single:
        sizes += (2, 3)
    if _transliterated(text[:3]):
        sizes += tuple(size for size in (3, 4, 5, 6, 7) if _transliterated(text[:size]))
    return tuple(dict.fromkeys(sizes))


def _transliterated(name: str) -> bool:
    letters = read_word_set("transliteration")
    return len(name) > 2 and all(character in letters for character in name)


def _is_plain(name: str) -> bool:
    if not all(_CJK.match(character) for character in name):
        return False
    return not any(character in _NEVER for character in name[1:]) and not name.endswith(_VERB_TAILS)


def _blocked(name: str) -> bool:
    blocked = read_word_set("not_names")
    return name in blocked or name[:2] in blocked or name[1:] in read_word_set("not_given_names")

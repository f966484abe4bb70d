"""What a person's name looks like by itself: its family name, its length, its characters, words that only look like it.

The words that follow names or look like them are data: lexicon/after_names (proof), words_after_names (weaker proof),
not_names and words_like_names.
"""

from __future__ import annotations

import re
from functools import cache

from articles.reading.words import read_word_set, read_words

MARKS = frozenset("，。、；：！？“”‘’「」《》〈〉（）()【】[]—…·,;:!?-－/ \n\t　\u3000")
_NEVER = frozenset(
    "的了着是们么吗呢吧啊把被个这那哪些吃您你我他她它很还没不再每各某已只就去说等及或省县区镇局厅委您讲问给让称赴，。、；：！？“”‘’《》（）() \n"
)
_CJK = re.compile("[\u4e00-\u9fff]")
# Syllables that end Tibetan names, and begin other words (加快), so that proof must follow.
LAST_SYLLABLES = frozenset("加草吉措杰")
# Characters of _NEVER that a given name may begin with, if another follows: 问樵, 再兴.
_FIRST_OF_TWO = frozenset("问再")
# How many words a name of another nationality has at most, and how many characters such a word.
_MOST_WORDS, _LONGEST_WORD = 3, 6
# 县长|任链长 takes up a post.
# 书记|来晋考察: someone comes to a place that is called by a character or two.
_COMES = re.compile("来[\u4e00-\u9fff]{1,2}(?:视察|考察|调研|检查|指导|参观|看望|慰问|出席)")
_TAKES_UP = re.compile("任[\u4e00-\u9fff]长")
_VERB_TAILS = ("强调", "调研", "介绍", "表示", "指出", "要求", "主持", "参加", "陪同", "检查", "出席")


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The family names of one character, and the compound ones."""
    words = read_words("surnames") + read_words("more_surnames")
    return frozenset(w for w in words if len(w) == 1), frozenset(w for w in words if len(w) > 1)


def sizes(text: str) -> tuple[int, ...]:
    """The lengths that a name at the beginning of a text can have."""
    single, compound = surnames()
    found: tuple[int, ...] = ()
    if text[:2] in compound:
        found += (3, 4)
    if text[:1] in single:
        found += (2, 3)
    if _transliterated(text[:3]):
        found += tuple(size for size in (3, 4, 5, 6, 7) if _transliterated(text[:size]))
    found += _word_sizes(text)
    return tuple(dict.fromkeys(found))


def is_of_words(name: str) -> bool:
    """Whether a text is a name of another nationality, made of the words that such names are made of: 索南才让, 杨才让."""
    return len(name) in _word_sizes(name)


@cache
def _word_starts() -> frozenset[str]:
    return frozenset(word[:2] for word in read_word_set("nationality_names"))


def _word_sizes(text: str) -> tuple[int, ...]:
    """The lengths of names at the beginning of a text that are made of up to three words of nationality_names, the
    first of which may stand behind a family name; a last syllable may follow: 完玛草."""
    starts = _word_starts()
    if text[:2] not in starts and text[1:3] not in starts:
        return ()
    words = read_word_set("nationality_names")
    ends, reached = set[int](), {0, 1} if text[0] in surnames()[0] else {0}
    for _ in range(_MOST_WORDS):
        reached = {
            start + size
            for start in reached
            for size in range(2, _LONGEST_WORD + 1)
            if len(text) >= start + size and text[start : start + size] in words
        }
        ends |= reached
    return tuple(sorted(ends | {end + 1 for end in ends if text[end : end + 1] in LAST_SYLLABLES}))


def is_plain(name: str) -> bool:
    """Whether a text is made of characters that names have."""
    if not all(_CJK.match(character) for character in name):
        return False
    if is_of_words(name):
        return True
    inside = name[2:] if len(name) == 3 and name[1] in _FIRST_OF_TWO else name[1:]
    return not any(character in _NEVER for character in inside) and not name.endswith(_VERB_TAILS)


def is_blocked(name: str) -> bool:
    """Whether a text is a word of not_names, a family name alone (慕容), or begins with such a word and is not made as
    names are: 高度重."""
    blocked = read_word_set("not_names")
    if is_of_words(name):
        return False
    if (
        name in surnames()[1]
        or name in blocked
        or name[1:] in read_word_set("not_given_names")
        or _TAKES_UP.fullmatch(name)
    ):
        return True
    return name[:2] in blocked and not looks_given(name)


def begins_word(name: str) -> bool:
    """Whether a text is an ordinary word or begins with one."""
    words = read_word_set("words_like_names")
    if is_of_words(name) or len(name) > 2 and name[:2] in surnames()[1] and name not in words:
        return False
    return name in words or name[:2] in words or name[:2] in read_word_set("not_names")


def looks_given(name: str) -> bool:
    """Whether a name of three characters is made as most are: 张建国."""
    given = read_word_set("given_characters")
    return len(name) == 3 and name[0] in surnames()[0] and name[1] in given and name[2] in given


def is_common(name: str) -> bool:
    """Whether the family name is one that many people bear."""
    return name[:1] in read_word_set("common_surnames")


def sounds_foreign(name: str) -> bool:
    """Whether a name without a Chinese family name can be one of another nationality."""
    single, _ = surnames()
    letters = read_word_set("transliteration") | read_word_set("given_characters") | single
    return all(character in letters for character in name)


def has_plain_name(text: str) -> bool:
    """Whether a text as a whole can be a person's name."""
    return len(text) in sizes(text) and is_plain(text) and not is_blocked(text)


def prior(name: str) -> float:
    """How usual a name of this length is."""
    if name[:2] in surnames()[1] and len(name) > 2:
        return 1.2
    return 0.5 if len(name) >= 3 else 0.2


def follows_name(text: str, position: int) -> bool:
    """Whether a word of after_names begins at a position: proof that a name ended there."""
    words = read_word_set("after_names")
    return any(text[position : position + size] in words for size in (2, 3, 4)) or bool(_COMES.match(text, position))


def may_follow_name(text: str, position: int) -> bool:
    """Whether a verb, an adverb or another word that may follow a name begins at a position."""
    return text[position : position + 2] in read_word_set("words_after_names")


def _transliterated(name: str) -> bool:
    letters = read_word_set("transliteration")
    return len(name) > 2 and all(character in letters for character in name)

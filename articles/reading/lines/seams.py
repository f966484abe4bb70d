"""Whether a printed line goes on with the one above it, by the two characters that meet: 县|委 do, 并|夏 need not.

Lines break at any character, so four in ten breaks fall inside a word. Two characters that often stand side by side in
words speak for one running text; a character that seldom ends a word speaks against anything else beginning behind it.
The counts are data, from the dictionary of jieba: lexicon/seams and lexicon/word_ends.
"""

from __future__ import annotations

from functools import cache

from articles.reading.words import read_pairs

# A figure that its unit or its next digit follows.
NUMBER, UNITS = 2.5, frozenset("年月日时分岁亿万千百个名人户家亩吨元公米平件项条座台栋所次倍位届季度%％.多余")
GROUPS = (1.5, 2.5, 3.5)


def seam_weight(above: str, below: str) -> float:
    """Natural-log odds of `below` going on where `above` breaks off, against chance; 0 beside marks and Latin.

    >>> seam_weight("中阳县县", "委书记") > 1 > 0 >= seam_weight("不断完善并", "夏收在即")
    True
    """
    first, second = above[-1:], below[:1]
    if first.isdigit():
        return NUMBER if second.isdigit() or second in UNITS else 0.0
    if not ("\u3400" <= first <= "\u9fff" and "\u3400" <= second <= "\u9fff"):
        return 0.0
    return _pairs().get(first + second, _ends().get(first, 0.0))


@cache
def _pairs() -> dict[str, float]:
    return {
        first + second: weight
        for first, groups in read_pairs("seams")
        for group, weight in zip(groups.split(" "), GROUPS, strict=True)
        for second in group.strip("-")
    }


@cache
def _ends() -> dict[str, float]:
    return {character: float(value) for value, characters in read_pairs("word_ends") for character in characters}

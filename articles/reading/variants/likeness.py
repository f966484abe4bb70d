"""Characters that are taken for each other: alike in print, as a scan confuses them, or in sound, as a writer does."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin

from articles.reading.words import read_pairs


def are_alike(one: str, other: str) -> bool:
    """Whether two different characters look alike (人 and 入), or sound alike (记 and 纪) but for the tone."""
    first, second = sorted((one, other))
    return first != second and (first + second in _look_alikes() or _sound(first) == _sound(second))


@cache
def _look_alikes() -> frozenset[str]:
    return frozenset(first + second for first, others in read_pairs("look_alikes") for second in others)


@cache
def _sound(char: str) -> str:
    return lazy_pinyin(char, style=Style.NORMAL)[0]

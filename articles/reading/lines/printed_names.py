"""Printed names of persons, as far as bylines need them: where a run of names parts, what can be a name."""

from __future__ import annotations

import re
from functools import cache

from articles.reading.lines.repair import CJK
from articles.reading.words import read_word_set, read_words

_NAME = re.compile(rf"^[{CJK}]{{2,4}}$")
_ETHNIC = re.compile(rf"^[{CJK}]{{1,8}}(?:[·•][{CJK}]{{1,8}}){{1,3}}$")
_PARTING = re.compile(r"[ 、/／]+")
MAX_NAMES = 12
SHORTEST_BY_SOUND, LONGEST_BY_SOUND = 4, 8


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    words = read_words("surnames")
    return frozenset(w for w in words if len(w) == 1), frozenset(w for w in words if len(w) > 1)


def has_surname(name: str) -> bool:
    """Whether the text begins with a family name of the list."""
    single, compound = _surnames()
    return name[:1] in single or name[:2] in compound


def is_name(text: str) -> bool:
    """Whether the text can be a person's name: two or three characters after a family name, or parted by ·."""
    if _ETHNIC.match(text):
        return True
    if not _NAME.match(text) or not has_surname(text):
        return False
    return len(text) < 4 or text[:2] in _surnames()[1] or text[1] in _surnames()[0]


def is_by_sound(text: str) -> bool:
    """Whether a name is written by its sound, as Mongolian and other names are: 巴音才次克."""
    return SHORTEST_BY_SOUND <= len(text) <= LONGEST_BY_SOUND and spells_sounds(text)


def spells_sounds(letters: str) -> bool:
    """Whether all characters are such as foreign sounds are written with."""
    return read_word_set("transliteration").issuperset(letters)


def names_in(text: str) -> tuple[str, ...] | None:
    """The names of a run such as "李 娜 王小明、欧阳雪"; None when the run is not made of names alone.

    A name of two characters is often printed with a blank inside; names may also be glued together.
    """
    tokens = [t for t in _PARTING.split(text.strip()) if t]
    if len(tokens) > 3 and all(len(t) == 1 for t in tokens):
        return _spaced_names("".join(tokens))
    if not tokens or len(tokens) > 2 * MAX_NAMES:
        return None
    names: list[str] = []
    for token in _closed(tokens):
        parts = _unglued(token)
        if parts is None:
            return None
        names += parts
    return tuple(names) if len(names) <= MAX_NAMES else None


def _spaced_names(letters: str) -> tuple[str, ...] | None:
    """Names of a run of single characters: 田 野 禾 苗 is two. Two characters each if that fits, else three."""
    for size in (2, 3):
        names = [letters[k : k + size] for k in range(0, len(letters), size)]
        if len(names[-1]) == size and 2 * sum(map(is_name, names)) >= len(names):
            return tuple(names)
    return None


def _closed(tokens: list[str]) -> list[str]:
    """Two or three single characters in a row are one spaced name: 李 娜, 王 小 明."""
    out: list[str] = []
    for token in tokens:
        if out and len(token) == 1 and _open_name(out[-1], tokens):
            out[-1] += token
        else:
            out.append(token)
    return out


def _open_name(head: str, tokens: list[str]) -> bool:
    return head in tokens and len(head) == 1 or len(head) == 2 and head not in tokens


def _unglued(token: str) -> list[str] | None:
    if len(token) < 4 and (is_name(token) or _NAME.match(token)) or _ETHNIC.match(token):
        return [token]
    if len(token) == 4 and _NAME.match(token):
        return _halves(token) or [token]
    if not re.fullmatch(f"[{CJK}]{{5,8}}", token):
        return None
    for size in (3, 2):
        head, rest = token[:size], token[size:]
        tail = _unglued(rest) if is_name(head) and has_surname(rest) else None
        if tail:
            return [head, *tail]
    return None


def _halves(token: str) -> list[str] | None:
    """Two names of two characters each that a line's end has glued: 王明 / 李娜; a compound family name or a name by sound is one."""
    head, rest = token[:2], token[2:]
    if head in _surnames()[1] or spells_sounds(token[1:]) or rest[0] not in read_word_set("common_surnames"):
        return None
    return [head, rest] if is_name(head) else None

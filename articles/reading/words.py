"""Word lists of the reader: the files of lexicon/, read once.

A file has one entry a line; what follows a tab belongs to the entry; a line that starts with # is a comment.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The words of lexicon/<name>.txt in their order; a line may hold several, parted by blanks.

    Raises FileNotFoundError when there is no such list.
    """
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def read_word_set(name: str) -> frozenset[str]:
    """The words of lexicon/<name>.txt as a set."""
    return frozenset(read_words(name))


@cache
def read_pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The (entry, value) lines of lexicon/<name>.txt, parted by a tab; the value may be empty."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.partition("\t") for line in lines if line.strip() and not line.startswith("#"))
    return tuple((entry.strip(), value.strip()) for entry, _, value in parts)


def alternation(words: tuple[str, ...]) -> str:
    """A regular expression that matches any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def any_of(alternatives: str) -> str:
    """Words parted by | as a group, for use behind what repeats: a look at the next character spares trying them all."""
    return f"(?=[{firsts_of(alternatives)}])(?:{alternatives})"


def firsts_of(alternatives: str) -> str:
    """The first characters of words parted by |, for a set in an expression."""
    return "".join(sorted({word[0] for word in alternatives.split("|")}))

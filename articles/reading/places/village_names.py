"""What can name a village or a township that no list has, and the spots made of such names."""

from __future__ import annotations

import re

from articles.reading.places.spots import Spot
from articles.reading.words import read_word_set

# Characters that end a village's name when read from right to left.
STOP = frozenset(
    "的了在到于至从和与及是为向对由各某全该本这那每一两几多新老旧个此其他们入进来去访过等让将把被给据县市省区镇乡村"
)
_DETERMINERS = frozenset("的了在是为由各某全该这那每几多其此他们将把被给让和与及等到至往")
_COUNTED = re.compile("[一二三四五六七八九十百两几数多有][多余]?个|第[一二三四五六七八九十]|[0-9]")
_GENERIC = read_word_set("generic_villages")
_LONG_GENERIC = tuple(word for word in _GENERIC if len(word) > 1)


def is_village_name(name: str, *, behind_unit: bool = False) -> bool:
    """Whether a text can name a village or township; right behind its unit even 两河口村 and 老营村 can."""
    stem = re.sub("(?:村|社区|嘎查|街道|苏木|镇|乡)$", "", name)
    if (
        not stem
        or stem in _GENERIC
        or stem.endswith(("农", "乡"))
        or any(stem.endswith(word) for word in _LONG_GENERIC)
    ):
        return False
    if stem[:2] in read_word_set("village_verbs") and not (behind_unit and len(stem) == 2):
        return False
    if behind_unit:
        return (len(stem) > 1 or stem not in STOP) and not _COUNTED.search(stem) and stem[0] not in _DETERMINERS
    return stem[0] not in STOP


def made_spot(start: int, end: int, name: str, parent: str, rule: str, confidence: float) -> Spot:
    """A spot of a place that no list has, under the path of its parent."""
    spot = Spot(start, end, name, (), full=True)
    spot.path, spot.rule, spot.confidence = f"{parent}/{name}", rule, confidence
    return spot

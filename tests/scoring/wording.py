"""How two wordings are compared: white space, punctuation and the width of characters do not count."""

from __future__ import annotations

import re
import unicodedata

PARTY = re.compile("^(?:中国共产党|中共)")
LEVEL = re.compile("^[省市县区州盟旗镇乡村]")


def squeeze(text: str | None) -> str:
    """The text's letters and digits in their plain width; empty for None."""
    plain = unicodedata.normalize("NFKC", text or "")
    return "".join(c for c in plain if not c.isspace() and not unicodedata.category(c).startswith("P"))


def bigrams(text: str) -> set[str]:
    """Each pair of neighbours in the squeezed text; the text itself where it is shorter than two characters."""
    plain = squeeze(text)
    return {plain[i : i + 2] for i in range(len(plain) - 1)} or {plain}


def bare_title(title: str | None, place: str | None) -> str:
    """A title without party and place: 晋中市委书记, 中共晋中市委书记 and 市委书记 are one."""
    bare = PARTY.sub("", squeeze(title))
    for part in (place or "").split("/"):
        bare = bare.removeprefix(part)
        bare = bare.removeprefix(part[:-1] if len(part) > 2 else part)
    return LEVEL.sub("", bare)


def at_depth(path: str, depth: int) -> str:
    """The first units of a place's path: depth 3 is its county."""
    return "/".join(path.split("/")[:depth])

"""Two-character pieces of a text: what lines and paragraphs are compared by."""

from __future__ import annotations

import re

_PAIR = re.compile("(?=([\u3400-\u9fff]{2}))")
_WORD = re.compile(r"[0-9A-Za-z.%]{2,12}")


def pieces(text: str) -> set[str]:
    """Overlapping pairs of Chinese characters, numbers and Latin words of a text; punctuation and blanks part them."""
    return {*_PAIR.findall(text), *_WORD.findall(text)}

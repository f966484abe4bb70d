"""Two-character pieces of a text: what lines and paragraphs are compared by."""

from __future__ import annotations

import re

_WORD = re.compile(r"[0-9A-Za-z.%]{2,12}|[\u3400-\u9fff]+")


def pieces(text: str) -> set[str]:
    """Overlapping pairs of Chinese characters, numbers and Latin words of a text; punctuation and blanks part them."""
    found: set[str] = set()
    for run in _WORD.findall(text):
        if run[0] < "\u3400":
            found.add(run)
        else:
            found.update(map("".join, zip(run, run[1:], strict=False)))
    return found

"""Whether an article's text stands on the raw lines that its offsets name."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.reading.lines.repair import repair

SHOWN = 30
Offsets = Sequence[Sequence[int]]


@dataclass(slots=True)
class RawLines:
    """A page's raw lines, counted from 1, each compared without what reading repairs: blanks, controls, doubled print."""

    texts: Sequence[str]
    _plain: dict[int, tuple[str, str]] = field(default_factory=dict)

    def hold(self, number: int, words: str) -> bool:
        """Whether the raw line prints the words, as it stands or read once where the text layer holds it twice."""
        if number not in self._plain:
            raw = self.texts[number - 1]
            self._plain[number] = squeezed(raw), squeezed(repair(raw))
        return any(squeezed(words) in printed for printed in self._plain[number])

    def print(self, numbers: Sequence[int], words: str) -> bool:
        """Whether these lines, joined, print the words somewhere."""
        joined = "".join(self.texts[number - 1] for number in numbers if 1 <= number <= len(self.texts))
        apart = "".join(repair(self.texts[number - 1]) for number in numbers if 1 <= number <= len(self.texts))
        return squeezed(words) in squeezed(joined) or squeezed(words) in squeezed(apart)


def squeezed(text: str) -> str:
    """Return a text without white space, control and formatting characters.

    >>> squeezed("培 育 \\u200b全方位")
    '培育全方位'
    """
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


def numbers_of(ranges: Offsets) -> list[int]:
    """Return the line numbers of ranges, both ends included."""
    return [number for first, last in ranges for number in range(first, last + 1)]


def leads_astray(body: str, offsets: Offsets, own: Sequence[int], raw: RawLines) -> str:
    """Say the first thing wrong with the way back from a body to its raw lines, or nothing.

    `offsets` pairs the first character of each run with its raw line, `own` are the article's lines. Linear in the
    length of the body and of the lines.
    """
    if body and (not offsets or offsets[0][0] != 0):
        return "its first character leads to no raw line"
    lines = set(own)
    for (start, line), (end, _) in zip(offsets, [*offsets[1:], (len(body), 0)], strict=True):
        if not start < end <= len(body):
            return f"characters {start}–{end} are no run of a body of {len(body)}"
        if not 1 <= line <= len(raw.texts) or line not in lines:
            return f"characters {start}–{end} lead to line {line}, which is not the article's"
        if not raw.hold(line, body[start:end]):
            return f"line {line} does not print “{shortened(body[start:end])}”"
    return ""


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"

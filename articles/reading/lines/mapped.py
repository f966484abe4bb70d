"""Text that knows from which raw line each of its characters came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.reading.lines.printed import Line
from articles.reading.lines.repair import MARK_BLANK, SIDE_BLANK

_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class MappedText:
    """text, and for each of its characters the number of its raw line (from 1)."""

    text: str
    lines: tuple[int, ...]

    def cut(self, start: int, end: int | None = None) -> MappedText:
        """The part [start, end) without blanks at either end."""
        end = len(self.text) if end is None else end
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
        return MappedText(self.text[start:end], self.lines[start:end])


def join_lines(lines: Iterable[Line]) -> MappedText:
    """The running text of printed lines: no blank at the seams save between Latin words, none round digits or marks."""
    text, owners = "", []
    parts: list[str] = []
    for line in lines:
        seam = " " if _LATIN.match(text[-1:]) and _LATIN.match(line.text[:1]) else ""
        parts.append(seam + line.text)
        owners += [line.number] * len(seam) + list(line.rows or [line.number] * len(line.text))
        text = line.text or text
    return _close_blanks("".join(parts), owners)


def _close_blanks(text: str, owners: list[int]) -> MappedText:
    for pattern in (SIDE_BLANK, MARK_BLANK):
        gone = {match.start() for match in pattern.finditer(text)}
        if gone:
            owners = [owner for k, owner in enumerate(owners) if k not in gone]
            text = "".join(char for k, char in enumerate(text) if k not in gone)
    return MappedText(text, tuple(owners))


def runs_of(paragraphs: Iterable[MappedText]) -> tuple[tuple[int, int], ...]:
    """Pairs (offset in the body, raw line) for each run of characters of one line; paragraphs are one \\n apart."""
    runs: list[tuple[int, int]] = []
    offset = 0
    for paragraph in paragraphs:
        for k, line in enumerate(paragraph.lines):
            if not runs or runs[-1][1] != line:
                runs.append((offset + k, line))
        offset += len(paragraph.text) + 1
    return tuple(runs)

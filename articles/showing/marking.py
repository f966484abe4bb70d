"""An article's text with the people, places, projects and policies in it marked as links."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from articles.lists.results import BLANKS, SHORTEST_HALF


class Marked(Protocol):
    """What a mark needs of a mention row."""

    spans: list[list[int]]
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A link over body[start:end]. kind: person, place, project or policy."""

    start: int
    end: int
    kind: str = field(compare=False)
    url: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or plain; templates escape it."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (number from 1) or a crosshead (number 0)."""

    number: int
    pieces: tuple[Piece, ...]


def marks_of(row: Marked, kind: str, url: str) -> Iterator[Mark]:
    """Yield a mark for every place of a mention; its first span where the places are not listed."""
    spans = row.spans or ([[row.start, row.end]] if row.start is not None else [])
    return (Mark(start, end, kind, url) for start, end in spans)


def blocks(body: str, crossheads: Iterable[dict], marks: Iterable[Mark]) -> list[Block]:
    """Cut a body into paragraphs with their marks, crossheads in their places.

    A crosshead stands before the paragraph with its index (from 0), or at the end. Marks that leave the body or
    cross a paragraph's border are left out.
    """
    chosen = choose(mark for mark in marks if 0 <= mark.start < mark.end <= len(body))
    heads = sorted(crossheads, key=lambda head: head["before"])
    found: list[Block] = []
    start = 0
    for index, text in enumerate(body.split("\n") if body else []):
        while heads and heads[0]["before"] <= index:
            found.append(_crosshead(heads.pop(0)))
        found.append(Block(index + 1, tuple(_pieces(body, start, start + len(text), chosen))))
        start += len(text) + 1
    return found + [_crosshead(head) for head in heads]


def halves(headline: str) -> list[str]:
    """Cut a headline of several lines where a narrow page had better break it; short parts stay together."""
    found = BLANKS.split(headline)
    return found if min(map(len, found)) >= SHORTEST_HALF else [headline]


def choose(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that overlap no better one, in order: the longest first, then the leftmost."""
    taken: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, m.start)):
        index = bisect_left(taken, mark)
        clear_before = index == 0 or taken[index - 1].end <= mark.start
        if clear_before and (index == len(taken) or mark.end <= taken[index].start):
            insort(taken, mark)
    return taken


def _crosshead(head: dict) -> Block:
    return Block(0, (Piece(head["text"]),))


def _pieces(body: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    at = start
    for mark in marks[bisect_left(marks, start, key=lambda m: m.start) :]:
        if mark.start >= end:
            break
        if mark.end > end:
            continue
        if mark.start > at:
            yield Piece(body[at : mark.start])
        yield Piece(body[mark.start : mark.end], mark)
        at = mark.end
    if at < end:
        yield Piece(body[at:end])

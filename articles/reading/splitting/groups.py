"""What a page's division is made of: stories, groups of display lines, and the groups chosen so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Story:
    """A body: the numbers of its paragraphs, as a set of bits too, and whether it is a caption."""

    paragraphs: tuple[int, ...]
    bits: int
    caption: bool


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of a page in order, and for each paragraph the place of its story."""

    all: Sequence[Story]
    owner: dict[int, int]

    @classmethod
    def of(cls, stories: Sequence[Story]) -> Stories:
        """Stories with the owners of their paragraphs."""
        return cls(stories, {number: s for s, story in enumerate(stories) for number in story.paragraphs})

    def first(self, paragraph: int) -> int:
        """The first paragraph of the story that a paragraph is of."""
        return self.all[self.owner[paragraph]].paragraphs[0]

    def last(self, paragraph: int) -> int:
        """The last paragraph of the story that a paragraph is of."""
        return self.all[self.owner[paragraph]].paragraphs[-1]


class Group(NamedTuple):
    """Display lines that belong together. role: headline (of a story), kicker (of one, elsewhere), crosshead, label, alone."""

    lines: tuple[int, ...]
    role: str
    story: int | None
    score: float


@dataclass(slots=True)
class State:
    """A division of the display lines so far: the last group, what came before, the stories that have one as bits.

    Never changed once made; it is not frozen, for a page makes ten thousand and that doubles what each costs.
    """

    score: float
    used: int = 0
    last: Group | None = None
    before: State | None = None

    def groups(self) -> tuple[Group, ...]:
        """The groups from the top of the page to the bottom."""
        found: list[Group] = []
        state: State | None = self
        while state is not None and state.last is not None:
            found.append(state.last)
            state = state.before
        return tuple(reversed(found))

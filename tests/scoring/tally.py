"""Counting what is right, spurious and missed, with the misses themselves, and the figures that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, TypedDict, TypeVar

Item = TypeVar("Item")
Json = dict[str, Any]


class Figure(TypedDict):
    """F1, precision and recall, each from 0 to 1 in four decimals, and how many items gold wants."""

    f1: float
    p: float
    r: float
    n: int


@dataclass
class Tally:
    """The counts of one figure; notes tell each miss in words."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def one(self, right: bool, note: str) -> None:
        """Count one item that is asked for and answered; a wrong answer is both missed and spurious."""
        if right:
            self.right += 1
        else:
            self.missed += 1
            self.spurious += 1
            self.notes.append(note)

    def miss(self, note: str) -> None:
        """Count an item of gold that was not found."""
        self.missed += 1
        self.notes.append(note)

    def surplus(self, note: str) -> None:
        """Count something found that gold does not have."""
        self.spurious += 1
        self.notes.append(note)

    def sets(self, gold: Iterable[str], got: Iterable[str], allowed: Iterable[str], label: str) -> None:
        """Compare two sets; what is allowed is neither wanted nor punished."""
        wanted, found = set(gold), set(got)
        self.right += len(wanted & found)
        for item in sorted(wanted - found):
            self.miss(f"{label} missed {item}")
        for item in sorted(found - wanted - set(allowed)):
            self.surplus(f"{label} spurious {item}")

    def match(
        self,
        gold: Iterable[Item],
        got: Iterable[Item],
        same: Callable[[Item, Item], bool],
        allowed: Collection[Item],
        label: str,
    ) -> None:
        """Match one to one where equality is a judgement; what is the same as an allowed item is not punished."""
        left = list(got)
        for wanted in gold:
            hit = next((item for item in left if same(wanted, item)), None)
            if hit is None:
                self.miss(f"{label} missed {wanted}")
            else:
                self.right += 1
                left.remove(hit)
        for item in left:
            if not any(same(other, item) for other in allowed):
                self.surplus(f"{label} spurious {item}")

    def figure(self) -> Figure:
        """What the counts come to; nothing wanted and nothing found is 1."""
        found, wanted = self.right + self.spurious, self.right + self.missed
        p = self.right / found if found else float(not wanted)
        r = self.right / wanted if wanted else 1.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return Figure(f1=round(f1, 4), p=round(p, 4), r=round(r, 4), n=wanted)


Tallies = defaultdict[str, Tally]

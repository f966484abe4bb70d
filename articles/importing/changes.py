"""What a new reading of a page changes, in words that a curator understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.importing.files import printable

# Kinds of facts by name, each fact as it is told apart: its article's uid, a blank, and what it says.
Facts = dict[str, Counter[str]]
# How a kind is called in a report, where it is called otherwise here.
CALLED = {"officials": "people", "bodies": "article texts"}
# These say all by themselves; the others begin with the uid of their article.
WHOLE = ("articles", "headlines", "bodies")
MOST_TOLD, LONGEST = 8, 60


@dataclass(frozen=True, slots=True)
class Change:
    """The facts that come and that go, by kind; names are those of the page's articles before and after, by uid."""

    come: Facts
    go: Facts
    names: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(found.total() for facts in (self.come, self.go) for found in facts.values())

    def lines(self) -> Iterator[str]:
        """One line for each kind of fact and what happens to it: “people added: 郑文若; 马建国”."""
        for kind in self.come:
            come, go = self._told(kind, self.come[kind]), self._told(kind, self.go[kind])
            for what, values in (("added", come - go), ("gone", go - come), ("now in another article", come & go)):
                if values:
                    yield f"{CALLED.get(kind, kind)} {what}: {_listed(kind, values)}"

    def _told(self, kind: str, facts: Counter[str]) -> Counter[str]:
        told: Counter[str] = Counter()
        for fact, number in facts.items():
            text = self.names.get(fact, fact) if kind in WHOLE else fact.partition(" ")[2]
            told[text] += number
        return told


def change_between(before: Facts, after: Facts, names: dict[str, str]) -> Change:
    """What is there after and not before, and the other way round."""
    return Change(
        {kind: after[kind] - before[kind] for kind in before},
        {kind: before[kind] - after[kind] for kind in before},
        names,
    )


def _listed(kind: str, values: Counter[str]) -> str:
    if kind == "bodies":
        # The same words at a text's beginning would be told on both sides, so that their number says more.
        return str(values.total())
    told = [_short(value) + (f" ({number} times)" if number > 1 else "") for value, number in sorted(values.items())]
    more = [f"and {len(told) - MOST_TOLD} more"] if len(told) > MOST_TOLD else []
    return "; ".join([*told[:MOST_TOLD], *more])


def _short(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"

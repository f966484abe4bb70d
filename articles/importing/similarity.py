"""How much text two bodies share: by pairs of characters, so that repaired lines and slips of OCR matter little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

SAME_BODY = 0.6
# No page has 500 articles; a file made to look so must not take the memory that comparing all with all would.
MOST_COMPARED = 250_000


def bigrams(text: str) -> Counter[str]:
    """Count the pairs of neighbouring characters, white space aside; a single character counts as itself."""
    plain = "".join(text.split())
    return Counter(map("".join, zip(plain, plain[1:], strict=False))) or Counter(plain)


def likeness(one: str, other: str) -> float:
    """Share of common pairs in both texts together (Dice), from 0 to 1; 0 when either is blank."""
    first, second = bigrams(one), bigrams(other)
    return _dice((first & second).total(), first.total(), second.total())


def containment(one: str, other: str) -> float:
    """Share of the shorter text's pairs that the longer has as well, from 0 to 1; 0 when either is blank."""
    first, second = bigrams(one), bigrams(other)
    smaller = min(first.total(), second.total())
    return (first & second).total() / smaller if smaller else 0.0


def pair_up(old: Sequence[str], new: Sequence[str], least: float = SAME_BODY) -> dict[int, int]:
    """Return which old text each new one continues (index of new → index of old), one to one, the likest pairs first.

    Equal texts pair in their order. Pairs less alike than `least` stay apart. Beyond MOST_COMPARED pairs of texts only
    equal ones are found.
    """
    pairs = _equal(old, new)
    left = sorted(set(range(len(old))) - set(pairs.values()))
    rest = [index for index in range(len(new)) if index not in pairs]
    if len(left) * len(rest) <= MOST_COMPARED:
        alike = _alike([old[index] for index in left], [new[index] for index in rest], least)
        pairs.update((rest[fresh], left[index]) for fresh, index in alike.items())
    return pairs


def _equal(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in reversed(range(len(old))):
        places[old[index]].append(index)
    return {fresh: places[text].pop() for fresh, text in enumerate(new) if text.strip() and places.get(text)}


def _alike(old: list[str], new: list[str], least: float) -> dict[int, int]:
    counts = [bigrams(text) for text in old]
    postings: dict[str, list[int]] = defaultdict(list)
    for index, count in enumerate(counts):
        for pair in count:
            postings[pair].append(index)
    scores = []
    for fresh, text in enumerate(new):
        scores += [
            (-score, fresh, index) for index, score in _scores(bigrams(text), counts, postings) if score >= least
        ]
    return _one_to_one(sorted(scores))


def _scores(count: Counter[str], counts: list[Counter[str]], postings: dict[str, list[int]]) -> list[tuple[int, float]]:
    common: Counter[int] = Counter()
    for pair, number in count.items():
        for index in postings.get(pair, ()):
            common[index] += min(number, counts[index][pair])
    total = count.total()
    return [(index, _dice(shared, total, counts[index].total())) for index, shared in common.items()]


def _one_to_one(scores: list[tuple[float, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, fresh, index in scores:
        if fresh not in pairs and index not in taken:
            pairs[fresh] = index
            taken.add(index)
    return pairs


def _dice(shared: int, first: int, second: int) -> float:
    return 2 * shared / (first + second) if shared else 0.0

"""Which display lines that follow each other make one heading: a fitted weight for each pair (lexicon/link_weights)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from articles.reading.evidence import Evidence
from articles.reading.heading_signs import Signs, look_signs, pair_signs
from articles.reading.words import read_pairs

SCALE, BOND = 1.0, 0.75
STACK = 8


def link_weight(evidence: Evidence, cluster: Sequence[int], k: int) -> float:
    """Weight of line k of a cluster of display lines belonging to the heading of the line above it."""
    weights = _weights()
    signs = link_signs(evidence, cluster, k)
    return BOND + SCALE * sum(weights.get(name, 0.0) * value for name, value in signs.items())


def link_signs(evidence: Evidence, cluster: Sequence[int], k: int) -> Signs:
    """The signs of lines k - 1 and k of a cluster standing in one heading."""
    above, below = cluster[k - 1], cluster[k]
    gaps = evidence.layout.gaps
    under = gaps[below + 1] if below + 1 < len(gaps) else 1
    signs: Signs = {"always": 1.0} | pair_signs(evidence, above, below)
    signs |= {f"above: {name}": value for name, value in look_signs(evidence.lines[above].text).items()}
    signs |= {f"below: {name}": value for name, value in look_signs(evidence.lines[below].text).items()}
    return signs | {
        "set off": float(_is_set_off(evidence, cluster)),
        "nearer to the line below": float(under < gaps[below]),
        "lines above": min(k, STACK) / STACK,
        "lines below": min(len(cluster) - k, STACK) / STACK,
    }


def _is_set_off(evidence: Evidence, cluster: Sequence[int]) -> bool:
    """Whether wider blanks stand around double-spaced display lines than between them."""
    gaps, below = evidence.layout.gaps, cluster[-1] + 1
    outer = (not cluster[0] or gaps[cluster[0]] > 0) and (below >= len(gaps) or gaps[below] > 0)
    return evidence.layout.double[cluster[0]] and outer and all(gaps[i] <= 0 for i in cluster[1:])


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("link_weights")}

"""Names of one article that mean one project: the same words, one inside the other, or nearly alike."""

from __future__ import annotations

import re

from articles.reading.projects.evidence import Weighed

# Share of common pairs of characters from which two names are one; 0.6 keeps two products of one plant apart.
ALIKE = 0.6
_PHASE = re.compile(r"(一|二|三|四|五)期")
_NOISE = re.compile(r"[“”‘’（）()·\s]|^(?:该|这个|此)")


def merge(found: list[Weighed]) -> list[list[int]]:
    """Group the names by their numbers, each group one project, in the order of first mentions.

    Two names of one clause are two projects unless they are equal. Quadratic in names, not in text.
    """
    groups: list[list[int]] = []
    known: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        group = known.get(one.name.text)
        if group is None:
            group = next((group for group in groups if _belongs(one, [found[other] for other in group])), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(number)
        known.setdefault(one.name.text, group)
    return groups


def _belongs(one: Weighed, group: list[Weighed]) -> bool:
    name = one.name
    if any(other.name.clause.start == name.clause.start and other.name.text != name.text for other in group):
        return False
    return any(same(name.text, other.name.text) for other in group)


def same(one: str, other: str) -> bool:
    """Whether two names of one article mean one project; different phases never do."""
    if phase(one) and phase(other) and phase(one) != phase(other):
        return False
    one, other = _NOISE.sub("", one), _NOISE.sub("", other)
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and short in long:
        return True
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) >= ALIKE * (len(pairs) + len(others)) and one[-2:] == other[-2:]


def phase(name: str) -> str | None:
    """The phase that a name gives: 一期 → 一; None without one."""
    match = _PHASE.search(name)
    return match.group(1) if match else None


def without_phase(name: str) -> str:
    """The name up to its phase: 人才公寓一期 → 人才公寓; the whole where the phase is not at its end."""
    return re.sub(r"[（(]?(?:一|二|三|四|五)期(?:工程|项目)?[）)]?$", "", name)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}

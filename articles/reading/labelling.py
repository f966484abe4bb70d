"""One label for every printed line, by the best path through the whole page (Viterbi).

Labels: S starts a paragraph, C goes on with it, D is display text (headline, kicker, label), O stands apart (byline,
furniture, credit), R resumes a paragraph that display text, a byline or a caption has interrupted, K starts such a
caption and k goes on with it. Inside an interruption D and O are written d and o. All scores are natural-log odds
set by hand from the look of newspaper pages; none depends on a paper.
"""

from __future__ import annotations

from articles.reading.evidence import Evidence

START = ("S", "D", "O")
NEXT: dict[str, str] = {
    "S": "CSDOdoK",
    "C": "CSDOdoK",
    "R": "CSDOdoK",
    "D": "SDO",
    "O": "SDO",
    "d": "doRK",
    "o": "doRK",
    "K": "kRdoK",
    "k": "kRdoK",
}
LABELS = "SCRDOdoKk"
TEXT = "SCR"
NEVER = -1e9


def label_lines(evidence: Evidence) -> str:
    """The labels of a page as a string, one character a line. Linear in the number of lines."""
    count = len(evidence.lines)
    if not count:
        return ""
    scores = {label: _emit(evidence, 0, label) if label in START else NEVER for label in LABELS}
    opened = dict.fromkeys(LABELS, -1)
    steps: list[dict[str, str]] = []
    for i in range(1, count):
        scores, opened, step = _advance(evidence, i, scores, opened)
        steps.append(step)
    return _trace(scores, steps)


def _advance(
    evidence: Evidence, i: int, scores: dict[str, float], opened: dict[str, int]
) -> tuple[dict[str, float], dict[str, int], dict[str, str]]:
    """One step of the path: the best score of each label at line i, the paragraph left open, the label before."""
    after: dict[str, float] = dict.fromkeys(LABELS, NEVER)
    still: dict[str, int] = dict.fromkeys(LABELS, -1)
    step: dict[str, str] = {}
    emitted = {label: _emit(evidence, i, label) for label in LABELS}
    for old, score in scores.items():
        if score <= NEVER / 2:
            continue
        for new in NEXT[old]:
            total = score + emitted[new] + _move(evidence, i, old, new, opened[old])
            if total > after[new]:
                after[new], step[new] = total, old
                still[new] = i - 1 if old in TEXT else opened[old]
    return after, still, step


def _trace(scores: dict[str, float], steps: list[dict[str, str]]) -> str:
    ends = {label: score - (6.0 if label in "doKk" else 0.0) for label, score in scores.items()}
    label = max(ends, key=lambda key: ends[key])
    path = [label]
    for step in reversed(steps):
        label = step[label]
        path.append(label)
    return "".join(reversed(path))


def _emit(evidence: Evidence, i: int, label: str) -> float:
    if label in "Dd":
        return evidence.display(i)
    if label in "Oo":
        return evidence.apart(i)
    return evidence.caption(i) if label == "K" else 0.0


def _move(evidence: Evidence, i: int, old: str, new: str, opened: int) -> float:
    """Score of going from one label at line i - 1 to another at line i."""
    if old in TEXT:
        return _leave_text(evidence, i, old, new)
    if new == "R":
        return evidence.resumes(opened, i) + (evidence.caption_ended(i - 1) if old in "Kk" else 0.0)
    if new == "k":
        return evidence.joins(i - 1, i)
    if old in "Kk":
        return evidence.caption_ended(i - 1)
    if old in "Dd" and new in "Dd":
        return evidence.display_pair(i)
    return evidence.starts(i) + evidence.below_display(i) * (old == "D") if new == "S" else 0.0


def _leave_text(evidence: Evidence, i: int, old: str, new: str) -> float:
    if new == "C":
        return evidence.joins(i - 1, i, first=old == "S")
    if new == "S":
        return evidence.starts(i) + evidence.parts(i - 1)
    if new in "DO":
        return evidence.parts(i - 1)
    return evidence.interrupted(i - 1, first=old == "S")

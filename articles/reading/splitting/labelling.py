"""One label for every printed line, by the best path through the whole page (Viterbi).

Labels: S starts a paragraph, C goes on with it, D is display text (headline, kicker, label), O stands apart (byline,
furniture, credit), R resumes a paragraph that display text, a byline or a caption has interrupted, K starts such a
caption and k goes on with it. Inside an interruption D and O are written d and o. All scores are natural-log odds;
those of display lines are fitted (display_signs.py), the others set by hand; none depends on a paper.
"""

from __future__ import annotations

from articles.reading.splitting.evidence import Evidence

START = ("S", "D", "O")
NEXT: dict[str, str] = {
    "S": "CSDOdoK",
    "C": "CSDOdoK",
    "R": "CSDOdoK",
    "D": "SDO",
    "O": "SDO",
    "d": "doRK",
    "o": "doRK",
    "K": "kRdoKSDO",
    "k": "kRdoKSDO",
}
LABELS = "SCRDOdoKk"
TEXT, INSIDE = "SCR", "doKk"
UNRESUMED = 6.0
SIGNED_WITHIN = 2.5
CLOSES_TEXT = 6.0
# After a caption that broke into it a paragraph may stay broken off; a byline below the caption is the next article's.
LEFT_OPEN = -3.0
SIGNED_BELOW = 4.0
# The best path to each label so far: its score, and the line whose paragraph it left open (-1 for none).
Paths = dict[str, tuple[float, int]]


def label_lines(evidence: Evidence) -> str:
    """The labels of a page as a string, one character a line. Linear in the number of lines."""
    count = len(evidence.lines)
    if not count:
        return ""
    first = _emit(evidence, 0)
    paths: Paths = {label: (first[label], -1) for label in START}
    steps: list[dict[str, str]] = []
    for i in range(1, count):
        paths, step = _advance(evidence, i, paths)
        steps.append(step)
    return _trace(paths, steps, evidence.parts(count - 1))


def _advance(evidence: Evidence, i: int, paths: Paths) -> tuple[Paths, dict[str, str]]:
    """One step: the best path to each label at line i, and the label that each came from."""
    after: Paths = {}
    step: dict[str, str] = {}
    emitted, moves = _emit(evidence, i), _moves(evidence, i)
    left_open = {paths[old][1] for old in INSIDE if old in paths}
    resumed = {opened: evidence.continuity.resumes(opened, i) for opened in left_open}
    for old, (so_far, opened) in paths.items():
        here = i - 1 if old in TEXT else opened
        for new, move in zip(NEXT[old], moves[old], strict=True):
            score = so_far + move
            if new == "R":
                score += resumed[opened]
            if new not in after or score > after[new][0]:
                after[new] = (score, here)
                step[new] = old
    return {new: (score + emitted[new], here) for new, (score, here) in after.items()}, step


def _trace(paths: Paths, steps: list[dict[str, str]], parts: float) -> str:
    """The labels of the best path; a page that ends in text pays for how that paragraph ends."""
    costs = dict.fromkeys(INSIDE, -UNRESUMED) | dict.fromkeys(TEXT, parts)
    ends = {label: score + costs.get(label, 0.0) for label, (score, _) in paths.items()}
    label = max(ends, key=lambda key: ends[key])
    found = [label]
    for step in reversed(steps):
        label = step[label]
        found.append(label)
    return "".join(reversed(found))


def _emit(evidence: Evidence, i: int) -> dict[str, float]:
    """Weight of each label for line i by itself."""
    weights = dict.fromkeys(LABELS, 0.0)
    weights["D"] = weights["d"] = evidence.display(i)
    weights["O"] = weights["o"] = evidence.apart(i)
    weights["K"] = evidence.captions.weight(i)
    return weights


def _moves(evidence: Evidence, i: int) -> dict[str, tuple[float, ...]]:
    """Weight of going from each label at line i - 1 to those of line i that may follow it, in the order of NEXT."""
    starts, ended, pair = evidence.starts(i), evidence.captions.ended(i - 1), evidence.display_pair(i)
    signed = evidence.marks[i].kind == "byline"
    first, later = evidence.continuity.joins(i - 1, i)
    parts, closed = evidence.parts(i - 1), CLOSES_TEXT * evidence.closes_text(i)
    display = parts + evidence.under_text(i) - closed

    def below_text(joins: float, breaks: float) -> tuple[float, ...]:
        return joins, starts + parts, display, parts, breaks - closed, breaks - SIGNED_WITHIN * signed, breaks

    apart = ended + LEFT_OPEN
    below_caption = (
        later,
        ended,
        ended,
        ended - SIGNED_BELOW * signed,
        ended,
        ended + starts + LEFT_OPEN,
        apart,
        apart,
    )
    below_line = below_text(later, evidence.interrupted(i - 1, False))
    return {
        "S": below_text(first, evidence.interrupted(i - 1, True)),
        "C": below_line,
        "R": below_line,
        "D": (starts + evidence.below_display(i), pair, 0.0),
        "O": (starts, 0.0, 0.0),
        "d": (pair, 0.0, 0.0, 0.0),
        "o": (0.0, 0.0, 0.0, 0.0),
        "K": below_caption,
        "k": below_caption,
    }

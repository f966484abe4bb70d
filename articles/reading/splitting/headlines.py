"""A group of display lines read as section, kicker, headline and subhead: the likeliest row of parts.

A linear-chain model: each line has a weight for each part by its signs, each pair of neighbours one for each pair of
parts. The weights are data (lexicon/heading_weights), fitted on the headings of gold pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from articles.reading.lines.marks import NOTE_HEAD, SOURCE_NOTE, is_column_label
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_signs import DASHES, Signs, company_signs, is_left_open, look_signs, step_signs
from articles.reading.words import read_pairs, read_word_set

# Section, kicker, headline and subhead, as the names of the weights have them.
PARTS = "SKHB"
LEAD = 120
LONGEST_NOTE_HEAD = 12
OPEN = 6.0
# Of 51 lines printed twice in headings of which others are not, 48 are of the headline, and 3 of the 58 others.
SHADOWED = 2.0
_BULLETS = re.compile(r"^[●■◆▲★□◇○►▶]\s?")
_PARTED = re.compile("H[^H]+H")
_QUOTED = re.compile("“([^“”]{4,20})”")
_TWICE = re.compile("(?:^|(?<=[“‘《]))([\u3400-\u9fff])(?=\\1)")
_DOUBLED = re.compile("([\u3400-\u9fff])\\1")


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading; None where the page prints none."""

    section: str | None = None
    kicker: str | None = None
    headline: str | None = None
    subhead: str | None = None
    source: str | None = None


def read_heading(evidence: Evidence, group: Sequence[int], body: str) -> Heading:
    """The heading that the display lines of `group` (places in lines) make over the given body."""
    texts = [once_only(evidence.lines[i].text, body) for i in group]
    found: dict[str, list[str]] = {part: [] for part in PARTS}
    for part, text in zip(_parts(evidence, group, texts, body), texts, strict=True):
        found[part].append(text)
    source = next((text for text in texts if SOURCE_NOTE.match(text)), None)
    return Heading(
        section=" ".join(found["S"]) or None,
        kicker=_BULLETS.sub("", _joined(found["K"], body)) or None,
        headline=_joined(found["H"], body) or None,
        subhead=_joined([DASHES.sub("", text) for text in found["B"]], body) or None,
        source=source,
    )


def _parts(evidence: Evidence, group: Sequence[int], texts: Sequence[str], body: str) -> str:
    steps = [step_signs(evidence, above, below, body) for above, below in zip(group, group[1:], strict=False)]
    sure = [_sure_part(texts, k, body) for k in range(len(texts))]
    signs = _lines_signs(evidence, group, texts, body)
    parts = likeliest_parts(signs, steps, _weights(), sure)
    if _PARTED.search(parts):
        # A headline is in one piece: what stands over it and another part is none of it.
        sure[parts.index("H")] = "SKB"
        parts = likeliest_parts(signs, steps, _weights(), sure)
    headless = [k for k, text in enumerate(texts) if parts[k] == "B" and not DASHES.match(text)]
    if headless and "H" not in parts:
        # A subhead has a headline, though it may be printed first: ——访某县委书记 / 老园区要长出新筋骨.
        sure[headless[0]] = "H"
        parts = likeliest_parts(signs, steps, _weights(), sure)
    return "".join(
        "B" if k and _is_subhead(parts[k - 1 : k + 1], steps[k - 1]) else parts[k] for k in range(len(parts))
    )


def _lines_signs(evidence: Evidence, group: Sequence[int], texts: Sequence[str], body: str) -> list[Signs]:
    """The signs of each line of a heading, with that of its type: of lines set tight the headline is in the heaviest, which
    is shadowed where any is."""
    signs = heading_signs(texts, body)
    shadowed = [evidence.lines[i].shadowed for i in group]
    if all(shadowed) or not any(shadowed) or any(evidence.layout.gaps[i] > 0 for i in group[1:]):
        return signs
    return [of | {"shadowed": 1.0 if twice else -1.0} for of, twice in zip(signs, shadowed, strict=True)]


def _is_subhead(parts: str, signs: Signs) -> bool:
    """Whether a line under a headline that was taken for a kicker tells of no act, as kickers do."""
    return parts == "HK" and bool(signs["plain"])


def likeliest_parts(
    items: Sequence[Signs], steps: Sequence[Signs], weights: Mapping[str, float], sure: Sequence[str | None] = ()
) -> str:
    """The part of each line, one character a line: the best path through the heading (Viterbi).

    items: the signs of each line; steps: those between each and the next; sure: parts that are known beforehand.
    """
    best: dict[str, tuple[float, str]] = {"": (0.0, "")}
    for k, signs in enumerate(items):
        known = sure[k] if sure else None
        best = {
            part: max(
                (
                    score + _weigh(signs, part, weights) + (_step(steps[k - 1], last, part, weights) if k else 0.0),
                    path,
                )
                for last, (score, path) in best.items()
            )
            for part in known or PARTS
        }
        best = {part: (score, path + part) for part, (score, path) in best.items()}
    return max(best.values())[1]


def _sure_part(texts: Sequence[str], k: int, body: str) -> str | None:
    """The part that line k has whatever stands around it.

    编者按 beside a headline heads a section; beside the name of the series that it opens it is itself the headline, as 开栏的话
    always is. Of 21 notes in gold whose headline is another one, 20 have a subhead.
    """
    if SOURCE_NOTE.match(texts[k]):
        return "K"
    if len(texts) == 1 or not any(map(_is_note_head, texts)):
        return None
    if _opens_series(texts, body):
        return "H" if _is_note_head(texts[k]) else "S"
    return "S" if _is_note_head(texts[k]) else None


def _is_note_head(text: str) -> bool:
    return len(text) <= LONGEST_NOTE_HEAD and NOTE_HEAD.match(text) is not None


def _opens_series(texts: Sequence[str], body: str) -> bool:
    """Whether all lines beside a note's head are the name of the series that it opens."""
    others = [text for text in texts if not _is_note_head(text)]
    if any(map(DASHES.match, others)):
        return False
    named = [name for name in _QUOTED.findall(body) if any(name in text for text in others)]
    return bool(named) or any("开栏" in text for text in texts) or all(map(is_column_label, others))


def heading_signs(texts: Sequence[str], body: str) -> list[Signs]:
    """The signs of each line of a heading over the given body."""
    lead = body[:LEAD]
    return [{"always": 1.0} | look_signs(text) | company_signs(texts, k, lead, body) for k, text in enumerate(texts)]


def _step(signs: Signs, last: str, part: str, weights: Mapping[str, float]) -> float:
    """Weight of going from part to part; none is left while a quotation or title is open."""
    return _weigh(signs, last + part, weights) - OPEN * (last != part) * signs.get("open", 0.0)


def _weigh(signs: Signs, parts: str, weights: Mapping[str, float]) -> float:
    return sum(weights.get(f"{parts} {name}", 0.0) * value for name, value in signs.items())


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("heading_weights")} | {"H shadowed": SHADOWED}


def _joined(texts: Sequence[str], body: str) -> str:
    """Lines of one part as one text: a blank between them, none where a word or open title goes on."""
    out = ""
    for text in texts:
        tight = not out or is_left_open(out) or out.endswith("：") or out[-1:] + text[:1] in body
        out += text if tight else f" {text}"
    return out


def once_only(text: str, body: str) -> str:
    """A display line without the second print of its first character, or the first of a quotation.

    An initial in larger type, or a word set off in another colour, is often held twice by the text layer.
    """
    found = [m for m in _TWICE.finditer(text) if not _is_said_twice(text, m, body)]
    for match in reversed(found if len(text) > 3 else []):
        text = text[: match.start(1)] + text[match.end(1) :]
    return text


def _is_said_twice(text: str, match: re.Match[str], body: str) -> bool:
    """Whether a doubled character is a word: 家家, or half of one: 沟沟岔岔."""
    word = match[1] * 2
    return word in body or word in read_word_set("reduplications") or bool(_DOUBLED.match(text, match.end(1) + 1))

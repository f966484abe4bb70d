"""What speaks for a printed line being display text (headline, kicker, crosshead, label), as named signs with weights.

A line's own signs look at it, at two lines on either side and at what is said again near by; the signs of the lines
right above and below it count beside them, under the names “above: …” and “below: …”. The weights are data
(lexicon/display_weights).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from articles.reading.lines.layout import Layout
from articles.reading.lines.marks import Marks
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import CJK
from articles.reading.lines.seams import seam_weight
from articles.reading.splitting.echoes import echoes
from articles.reading.words import read_pairs

Signs = dict[str, float]
PartedWeights = tuple[dict[str, float], dict[str, float], dict[str, float]]
LONGEST_RUN = 6
EDGE = 12
# The judgement of the rules counts within these bounds, in units as large as a fitted sign.
HAND, HAND_UNIT = 10.0, 3.0
ABOVE, BELOW = "above: ", "below: "
EDGE_SIGNS = {"edge": 1.0}
_MARK = re.compile("[，。、；：！？,;]")
_SPEECH = re.compile("说|表示|介绍|指出|强调|他|她|我们|同志")
_HALVES = re.compile(rf"[{CJK}”》！？] [{CJK}“《]")
_AMOUNT = re.compile(r"\d[\d.]*\s?(?:亿|万|%|％)")
_PARTICLE = re.compile("(?:的|了|和|与|及|在|为|将|把|等|并|从|对|向|是|到|个|这|其|以|于|使|让)$")
_VERBAL = re.compile("^(?:的|了|和|与|及|在|为|将|把|等|并|从|对|向|是|到|个|这|其|以|于|也|都|就)")


def own_signs(lines: list[Line], marks: list[Marks], layout: Layout, judged: Sequence[float]) -> list[Signs]:
    """The signs of each line being display text by itself; `judged` is what the rules say of each."""
    above, below = echoes(lines)
    bare = [not _MARK.search(line.text) for line in lines]
    own: list[Signs] = []
    for i in range(len(lines)):
        signs = _signs(lines, marks, layout, bare, i) | _again(above[i], below[i], layout.full[i])
        signs["hand"] = max(-HAND, min(HAND, judged[i])) / HAND_UNIT
        own.append({name: value for name, value in signs.items() if value})
    return own


def with_neighbours(own: Sequence[Signs], i: int) -> Signs:
    """The signs of line i, those of the lines right above and below it among them."""
    above, below = _around(own, i)
    return (
        own[i]
        | {f"{ABOVE}{name}": value for name, value in above.items()}
        | {f"{BELOW}{name}": value for name, value in below.items()}
    )


def weigh(own: Sequence[Signs], i: int) -> float:
    """The weight of line i being display text, by its signs and its neighbours'."""
    own_weights, above_weights, below_weights = _weights()
    above, below = _around(own, i)
    return _sum(own[i], own_weights) + _sum(above, above_weights) + _sum(below, below_weights)


def _sum(signs: Signs, weights: dict[str, float]) -> float:
    return sum([weights.get(name, 0.0) * value for name, value in signs.items()])


def _around(own: Sequence[Signs], i: int) -> tuple[Signs, Signs]:
    """The signs of the lines above and below line i."""
    return own[i - 1] if i else EDGE_SIGNS, own[i + 1] if i + 1 < len(own) else EDGE_SIGNS


@cache
def _weights() -> PartedWeights:
    return part_weights({name: float(weight) for name, weight in read_pairs("display_weights")})


def part_weights(weights: Mapping[str, float]) -> PartedWeights:
    """The weights of a line's own signs, of those of the line above it and of the line below it, by the bare names."""
    parted: PartedWeights = ({}, {}, {})
    for name, weight in weights.items():
        which = 1 if name.startswith(ABOVE) else 2 if name.startswith(BELOW) else 0
        parted[which][name.removeprefix(("", ABOVE, BELOW)[which])] = weight
    return parted


def _signs(lines: list[Line], marks: list[Marks], layout: Layout, bare: list[bool], i: int) -> Signs:
    """The signs of line i by itself; a fixed number of looks, whatever the page's length."""
    signs: Signs = {"always" if marks[i].kind == "text" else "apart": 1.0, "bare": float(bare[i])}
    signs |= _look(lines[i].text) | _width(lines, layout, i) | _space(layout, i) | _company(lines, marks, bare, i)
    run = _bare_run(marks, bare, i)
    return signs | {
        "bare lines in a row": float(run - 1),
        "three bare lines in a full column": float(run >= 3 and layout.full[i]),
        "near the page's head": float(i < EDGE),
        "near the page's foot": float(i >= len(lines) - EDGE),
    }


def _again(above: float, below: float, full: bool) -> Signs:
    again = max(above, below)
    return {
        "said again above": above,
        "said again below": below,
        "said again": again,
        "said again, full line": again * full,
    }


def _look(text: str) -> Signs:
    return {
        "comma": float("，" in text),
        "stop inside": float("。" in text[:-1]),
        "ends a sentence": float(text.endswith(("。", "！", "？", "”", "；"))),
        "full stop": float(text.endswith("。")),
        "speech": float(bool(_SPEECH.search(text))),
        "halves": float(bool(_HALVES.search(text))),
        "amount": float(bool(_AMOUNT.search(text))),
        "ends in a particle": float(bool(_PARTICLE.search(text))),
        "starts with a particle": float(bool(_VERBAL.match(text))),
        "open quotation": float(text.count("“") != text.count("”")),
        "whole quotation": float("“" in text and text.count("“") == text.count("”")),
        "short": float(len(text) <= 6),
    }


def _width(lines: list[Line], layout: Layout, i: int) -> Signs:
    if layout.joined[i]:
        return {"narrow among wide lines": float(lines[i].width <= 28)}
    short = layout.short[i]
    return {
        "fills its column": float(layout.full[i]),
        "as wide as a first line": float(layout.first[i]),
        "goes over its column": float(short < -1.5),
        "short of its column": min(max(short, 0.0), 10.0) / 10,
        "no column": float(layout.before[i] is None and layout.after[i] is None),
        "as wide as the line above": float(i > 0 and abs(lines[i].width - lines[i - 1].width) <= 1),
        "as wide as the line below": float(i + 1 < len(lines) and abs(lines[i].width - lines[i + 1].width) <= 1),
    }


def _space(layout: Layout, i: int) -> Signs:
    over = layout.gaps[i] if i else 2
    under = layout.gaps[i + 1] if i + 1 < len(layout.gaps) else 2
    kind = "joined" if layout.joined[i] else "double" if layout.double[i] else "gapped" if layout.gapped[i] else "plain"
    return {
        f"{kind}, blank above": float(over > 0),
        f"{kind}, blank below": float(under > 0),
        f"{kind}, blanks around": float(over > 0 and under > 0),
        f"{kind}, closer above": float(over < 0),
        f"{kind}, closer below": float(under < 0),
        f"{kind} page": 1.0,
    }


def _company(lines: list[Line], marks: list[Marks], bare: list[bool], i: int) -> Signs:
    above, below = (marks[i - 1] if i else None), (marks[i + 1] if i + 1 < len(marks) else None)
    goes_on = above is not None and not above.final and above.kind == "text"
    return {
        "text above broken off": float(goes_on),
        "text above ends with a comma": float(above is not None and above.mid),
        "closes a bracket opened above": float(i > 0 and _closes(lines[i - 1].text, lines[i].text)),
        "text above ends the article": float(above is not None and above.ends_article),
        "bare line above": float(above is not None and above.kind == "text" and bare[i - 1]),
        "bare line below": float(below is not None and below.kind == "text" and bare[i + 1]),
        "dateline below": float(below is not None and below.dateline),
        "lead below": float(below is not None and below.lead and not below.dateline),
        "byline below": float(below is not None and below.kind == "byline"),
        "byline above": float(above is not None and above.kind == "byline"),
        "masthead beside": float(
            any(m is not None and m.kind in ("masthead", "page label", "editors") for m in (above, below))
        ),
        "words meet above": seam_weight(lines[i - 1].text, lines[i].text) if goes_on else 0.0,
        "words meet below": seam_weight(lines[i].text, lines[i + 1].text)
        if below is not None and below.kind == "text"
        else 0.0,
        "words meet over it": (
            seam_weight(lines[i - 1].text, lines[i + 1].text)
            if goes_on and below is not None and below.kind == "text"
            else 0.0
        ),
    }


def _closes(above: str, text: str) -> bool:
    """Whether a bracket that the line above leaves open is closed in the line."""
    closing = text.find("）")
    return closing >= 0 and "（" not in text[:closing] and above.rfind("（") > above.rfind("）")


def _bare_run(marks: list[Marks], bare: list[bool], i: int) -> int:
    """How many lines without a mark of punctuation stand in a row around line i, itself among them, LONGEST_RUN at most."""
    if not bare[i]:
        return 1
    count = 1
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(bare) and count < LONGEST_RUN and marks[k].kind == "text" and bare[k]:
            count, k = count + 1, k + step
    return count

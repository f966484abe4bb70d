"""What a display line weighs as a label: of a page, of a column, of several short reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from articles.reading.lines.marks import heads_one_article, heads_several, is_banner
from articles.reading.splitting.evidence import Evidence

ANNOUNCED, PAGE_LABEL, COMMON = 9.0, 4.0, 2.5
# The title of a column that heads one article stands with it.
ONE_LABEL = -3.0
LABEL_ALONE, LABEL_BESIDE = -0.3, -1.5
LABEL_ONLY, SHORT_LABEL = -4.0, 12
PAGE_LABEL_WIDTH = 10
_COLUMN = re.compile("“([^“”]{2,40})”(?:专栏|栏目|专版|专刊|系列报道)")


def announced_columns(evidence: Evidence) -> frozenset[str]:
    """The titles of columns that the page's own texts announce: 今起推出“小城营生”专栏."""
    return frozenset(_COLUMN.findall("".join(line.text for line in evidence.lines)))


def label_weight(evidence: Evidence, i: int, announced: Collection[str], outermost: bool, beside: bool) -> float | None:
    """Weight of line i being a label that is of no one article; None where nothing says so.

    outermost: it stands at the head or foot of a page of several texts; beside: next to other display lines.
    """
    text = evidence.lines[i].text
    if text in announced:
        return ANNOUNCED
    if evidence.marks[i].label:
        if heads_one_article(text):
            return ONE_LABEL
        common = outermost and is_banner(text) or heads_several(text)
        return COMMON if common else LABEL_BESIDE if beside else LABEL_ALONE
    return PAGE_LABEL if _is_page_label(evidence, i) else None


def only_label_weight(evidence: Evidence, lines: Sequence[int]) -> float:
    """Weight of a headline being a single line that is the title of a column, of comment, letters or briefs above all."""
    text = evidence.lines[lines[0]].text
    if len(lines) > 1 or len(text) > SHORT_LABEL or not evidence.marks[lines[0]].label:
        return 0.0
    return LABEL_ONLY if heads_one_article(text) or heads_several(text) else LABEL_ONLY / 2


def _is_page_label(evidence: Evidence, i: int) -> bool:
    """Whether a short line stands right between or beside the lines of a masthead or folio."""
    marks, lines = evidence.marks, evidence.lines
    above = i > 0 and marks[i - 1].kind == "masthead" and lines[i].gap == 0
    below = i + 1 < len(marks) and marks[i + 1].kind == "masthead" and lines[i + 1].gap == 0
    return (above or below) and lines[i].width <= PAGE_LABEL_WIDTH

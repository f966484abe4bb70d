"""Which display lines that follow each other make one heading: a fitted weight for each pair (lexicon/link_weights)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from articles.reading.lines.context import is_office
from articles.reading.lines.marks import heads_several, is_banner, is_column_label, is_comment_label
from articles.reading.splitting.display_rules import NOTICE_END, TALK
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_signs import DASHES, OBJECT, Signs, look_signs, pair_signs
from articles.reading.words import read_pairs

SCALE, BOND = 1.3, 0.75
STACK = 8
# A campaign's slogan runs over the whole page, and is of no one heading.
BANNER = -3.0
# Below a subhead that has its headline above it, the next heading begins.
AFTER_SUBHEAD = -2.0
# No report of a meeting has 访…书记 for its subhead.
INTERVIEW = -6.0
# A comment's headline that calls to the reader stands under the name of a column at most: of 29 in the gold pages all do.
CALLS, COLUMN = -5.0, 6
# What a headline says is done with an object stands below it.
WANTS_VERB = 3.0
# Who announces something stands over what it is about: 青石县自然资源局 / 关于…的公告.
ANNOUNCER = 4.0
_CALLS = re.compile("^(?:别|莫|切忌|谨防|警惕|岂能)")
_PLACED = re.compile("^[\u4e00-\u9fff]{1,3}(?:[市县区旗州盟镇乡村]|街道|高新区|开发区)(?!长|委书记|委常委|政府|人大)")
_EVENT = re.compile("(?:召开|举行|强调|揭牌|开幕|闭幕)$|(?:会议|现场会|推进会|动员会|座谈会)$")
_NAMED = re.compile("^[\u4e00-\u9fff]{2,8}：.")


def link_weight(evidence: Evidence, cluster: Sequence[int], k: int) -> float:
    """Weight of line k of a cluster of display lines belonging to the heading of the line above it."""
    weights = _weights()
    signs = link_signs(evidence, cluster, k)
    above, below = evidence.lines[cluster[k - 1]].text, evidence.lines[cluster[k]].text
    if is_banner(above) or evidence.marks[cluster[k - 1]].label and heads_several(above):
        return BANNER
    ended = AFTER_SUBHEAD * _ends_heading(evidence, cluster, k)
    ended += INTERVIEW * _is_interview_below_event(above, below)
    ended += WANTS_VERB * bool(OBJECT.search(above)) + ANNOUNCER * (is_office(above) and below.startswith("关于"))
    ended += CALLS * (bool(_CALLS.match(below)) and not _names_column(above))
    return BOND + ended + SCALE * sum(weights.get(name, 0.0) * value for name, value in signs.items())


def _names_column(text: str) -> bool:
    return len(text) <= COLUMN or is_comment_label(text) or is_column_label(text)


def _ends_heading(evidence: Evidence, cluster: Sequence[int], k: int) -> bool:
    """Whether line k - 1 is a subhead below another line, and line k no label that could stand behind it."""
    above, below = evidence.lines[cluster[k - 1]].text, evidence.lines[cluster[k]].text
    return k > 1 and bool(DASHES.match(above)) and not DASHES.match(below) and not is_column_label(below)


def _is_interview_below_event(above: str, below: str) -> bool:
    return bool(TALK.match(below) and _EVENT.search(above))


def link_signs(evidence: Evidence, cluster: Sequence[int], k: int) -> Signs:
    """The signs of lines k - 1 and k of a cluster standing in one heading."""
    above, below = cluster[k - 1], cluster[k]
    gaps = evidence.layout.gaps
    under = gaps[below + 1] if below + 1 < len(gaps) else 1
    signs: Signs = {"always": 1.0} | pair_signs(evidence, above, below)
    signs |= {f"above: {name}": value for name, value in look_signs(evidence.lines[above].text).items()}
    signs |= {f"below: {name}": value for name, value in look_signs(evidence.lines[below].text).items()}
    one, other = evidence.lines[above].text, evidence.lines[below].text
    together, apart = evidence.passages().told(one, other)
    return (
        signs
        | _two_reports(one, other)
        | {
            "dash first": float(k == 1 and bool(DASHES.match(one)) and not DASHES.match(other)),
            "told in one passage": together,
            "told in two passages": apart,
            "set off": float(_is_set_off(evidence, cluster)),
            "nearer to the line below": float(under < gaps[below]),
            "wider than elsewhere": float(gaps[below] > min(gaps[i] for i in cluster[1:])),
            "lines above": min(k, STACK) / STACK,
            "lines below": min(len(cluster) - k, STACK) / STACK,
        }
    )


def _two_reports(above: str, below: str) -> Signs:
    """Signs of two lines that are headlines of reports by themselves: each begins with its place, or the lower is a notice's."""
    placed = [bool(_PLACED.match(text)) for text in (above, below)]
    named = [bool(_NAMED.match(text)) for text in (above, below)]
    return {
        "both begin with a place": float(all(placed)),
        "one begins with a place": float(placed[0] != placed[1]),
        "both name their subject": float(all(named)),
        "notice below": float(bool(NOTICE_END.search(below))),
        "notice above": float(bool(NOTICE_END.search(above))),
    }


def _is_set_off(evidence: Evidence, cluster: Sequence[int]) -> bool:
    """Whether wider blanks stand around double-spaced display lines than between them."""
    gaps, below = evidence.layout.gaps, cluster[-1] + 1
    outer = (not cluster[0] or gaps[cluster[0]] > 0) and (below >= len(gaps) or gaps[below] > 0)
    return evidence.layout.double[cluster[0]] and outer and all(gaps[i] <= 0 for i in cluster[1:])


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_pairs("link_weights")}

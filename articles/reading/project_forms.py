"""Forms of naming projects that a head word alone does not show.

Coordination that shares one head (甲一期2万吨、乙一期2万吨制氢项目 is two), brands that stand for their projects
(甲、乙、丙等项目落地 is one joint report), something brought in to be a project (引进某某作为示范项目), and a second
thing told apart by its ends only (甲地至乙地的另一座大桥).
"""

from __future__ import annotations

import re
from dataclasses import replace

from articles.reading.project_names import Clause, Name
from articles.reading.project_words import boundary_pattern, head_pattern, is_generic

_MEASURE = r"[0-9][0-9.]{0,8}[万亿]{0,2}(?:吨|兆瓦|千瓦|立方米|头|只|亩|平方米|辆|台|套)(?:/年)?"
_SHARING = re.compile(rf"(?P<item>[^、，；。\s]{{2,24}}{_MEASURE})、$")
_AFTER_MEASURE = re.compile(rf"{_MEASURE}(?P<tail>[^0-9]{{3,30}})$")
_BRANDS = re.compile(
    r"(?P<items>[^，。；：、“”]{2,12}(?:、[^，。；：、“”]{2,12}){1,7})等(?:一批)?(?P<head>项目|企业项目)(?=[^，。；]{0,6}(?:落地|签约|落户|入驻|投产))"
)
_ADOPTED = re.compile(r"(?:引进|引入|确定|将|把)(?P<name>[^，。；：“”]{4,26})作为[^，。；：]{0,12}$")
_ENDS = re.compile(r"(?P<ends>[\u4e00-\u9fff]{2,8}[至到][\u4e00-\u9fff]{2,8})的(?:另)?[一两]?[座条段]?$")


def other_forms(name: Name) -> list[Name]:
    """What the text means by this name: mostly the name itself; see the module for the others. Never empty."""
    if adopted := _ADOPTED.search(name.before):
        start = name.clause.start + adopted.start("name")
        word = adopted["name"]
        after = name.before[adopted.end("name") :] + name.text + name.after
        return [
            replace(
                name,
                verb="引进",
                text=word,
                start=start,
                end=start + len(word),
                after=after,
                before=name.before[: adopted.start("name")],
            )
        ]
    if ends := _ENDS.search(name.before):
        return [replace(name, text=ends["ends"] + name.text)]
    shared = _SHARING.search(name.before)
    tail = _AFTER_MEASURE.search(name.text)
    if shared and tail and not re.search(head_pattern().pattern + "$", shared["item"]):
        return [_shared(name, shared, tail["tail"]), name]
    return [name]


def _shared(name: Name, match: re.Match[str], tail: str) -> Name:
    """The item before 、 with the head that it shares with this name."""
    item = match["item"]
    edges = list(boundary_pattern().finditer(item))
    cut = edges[-1].end() if edges else 0
    start = name.clause.start + match.start("item") + cut
    end = name.clause.start + match.end("item")
    return replace(name, text=item[cut:] + tail, start=start, end=end, before=name.before[: match.start("item") + cut])


def find_brands(body: str, clause: Clause) -> Name | None:
    """Brands that stand for the projects they bring, as one joint name; None where any item has a head of its own."""
    match = _BRANDS.search(body, clause.start, clause.end)
    if not match:
        return None
    items = match["items"].split("、")
    edges = list(boundary_pattern().finditer(items[0]))
    cut = edges[-1].end() if edges else 0
    verb = edges[-1].group() if edges else ""
    items[0] = items[0][cut:]
    if any(len(item) < 2 or is_generic(item) or head_pattern().search(item) for item in items):
        return None
    start = match.start("items") + cut
    text = body[start : match.end()]
    return Name(
        text,
        start,
        match.end(),
        "项目",
        "strong",
        verb,
        body[clause.start : start],
        body[match.end() : clause.end],
        clause,
    )

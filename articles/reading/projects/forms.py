"""Forms of naming projects that a head word alone does not show.

Coordination that shares one head (甲一期2万吨、乙一期2万吨制氢项目 is two), brands that stand for their projects
(甲、乙、丙等项目落地 is one joint report), something brought in to be a project (引进某某作为示范项目), and a second
thing told apart by its ends only (甲地至乙地的另一座大桥).
"""

from __future__ import annotations

import re
from dataclasses import replace

from articles.reading.projects.names import Clause, Name
from articles.reading.projects.words import boundary_pattern, head_pattern, is_generic

LONGEST_ITEM = 34
_MEASURE = r"[0-9][0-9.]{0,8}[万亿]{0,2}(?:吨|兆瓦|千瓦|立方米|头|只|亩|平方米|辆|台|套)(?:/年)?"
_SHARING = re.compile(rf"(?=[^、，；。\s0-9]{{0,24}}+[0-9])(?P<item>[^、，；。\s]{{2,24}}{_MEASURE})、$")
_AFTER_MEASURE = re.compile(rf"{_MEASURE}(?P<tail>[^0-9]{{3,30}})$")
_BRANDS = re.compile(
    r"(?P<items>[^，。；：、“”]{2,12}(?:、[^，。；：、“”]{2,12}){1,7})等(?:一批)?(?P<head>项目|企业项目)(?=[^，。；]{0,6}(?:落地|签约|落户|入驻|投产))"
)
_ADOPTED = re.compile(r"(?:引进|引入)(?P<name>[^，。；：“”]{4,26})作为[^，。；：]{0,12}$")
_ENUMERATING = re.compile(
    r"(?:项目|工程)[^，。；：、]{0,8}?(?:分别是|分别为|分别有|具体为|具体是|具体有|主要有|主要包括|还有|包括|有|是|涉及)[：:]?(?P<items>[^，。；：]{6,})?$"
)
_PARTICULARS = re.compile(r"^(?:具体|分别|主要)(?:为|是|有|包括)$")
_AMONG = re.compile(r"^(?:其中)?(?:主要)?(?:包括|包含|分别是|分别为|涉及)")
_COUNTED = re.compile(
    r"(?P<items>[^，。；：]{2,40}、[^，。；：]{2,200}?)等[0-9一二三四五六七八九十]{1,3}(?:个|项)[^，。；]{0,12}?(?:项目|工程)"
)
_SEVERAL = re.compile(r"[0-9一二两三四五六七八九十](?:个|项)|分别|具体|还有|开工|签约|主要")
_LIST_TAIL = re.compile(r"等(?!级)[^、]{0,24}$")
_NO_PROJECTS = re.compile(r"等?[^、]{0,6}(?:领域|方面|行业|内容|类型|部分|环节|指标|产业)$")
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


def find_enumerated(body: str, clause: Clause, previous: Clause | None) -> list[Name]:
    """The projects of an enumeration (集中开工的项目分别是甲、乙、丙等), which need no head word of their own.

    `previous` is the clause before, of the same sentence, that may lead to it (项目12项，包括…; 具体为：…). Empty where
    the list tells parts or fields rather than projects.
    """
    text = body[clause.start : clause.end]
    before = body[previous.start : previous.end] if previous else ""
    found = _ENUMERATING.search(text)
    if found and found["items"]:
        start, lead = found.start("items"), text[: found.start("items")]
    elif previous and body[previous.end] in "：:" and (_ENUMERATING.search(before) or _PARTICULARS.search(before)):
        start, lead = 0, before
    elif (among := _AMONG.match(text)) and re.search("(?:项目|工程).{0,8}$", before):
        start, lead = among.end(), before
    elif "等" in text and (counted := _COUNTED.search(text)):
        edges = list(boundary_pattern().finditer(text[: text.index("、", counted.start())]))
        start, lead = edges[-1].end() if edges else 0, text[counted.end("items") :]
    else:
        return []
    if not _SEVERAL.search(lead) or _NO_PROJECTS.search(text):
        return []
    told = body[max(clause.sentence[0], clause.start - 60) : clause.start + start]
    return _items(body, clause, clause.start + start, told + lead)


def _items(body: str, clause: Clause, start: int, lead: str) -> list[Name]:
    """The items of a list as names, none when too many are too short or nothing shows them to be projects."""
    tail = _LIST_TAIL.search(body, start, clause.end)
    end = tail.start() if tail else clause.end
    names = []
    for item in re.finditer(r"[^、]+", body[start:end]):
        last = item.end() == end - start and item.start() > 0
        at = start + item.start()
        for part in re.split("和|以及|及", item.group()) if last else [item.group()]:
            at = body.find(part, at)
            names.append(Name(part, at, at + len(part), "", "strong", "", lead, "", clause))
    enough = sum(len(name.text) >= 5 for name in names) * 2 >= len(names) >= 2
    known = any(head_pattern().search(name.text) or re.search("[一二三]期", name.text) for name in names)
    if not enough or not known or any(not 2 < len(name.text) <= LONGEST_ITEM for name in names):
        return []
    return [name for name in names if not is_generic(name.text)]

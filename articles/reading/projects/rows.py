"""Rows of a printed list of projects, each of which begins with a name and its sum.

1.甲镇冷链物流园：总投资4亿元，…; 乙县：樱桃保鲜库，总投资2亿元，…; 丙河治理工程。总投资1亿元，…. Rows stand in a
paragraph each or behind a semicolon or full stop. One such row may be prose; two that follow each other are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.reading.projects.evidence import Weighed
from articles.reading.projects.names import Clause, Name
from articles.reading.projects.signs import MONEY
from articles.reading.projects.sums import OWNERS, POINTS, head_of, is_sum_name
from articles.reading.projects.words import heads

ROW = "row of a list"
FEWEST = 2
# How much of what leads to a list may tell what its rows have in common.
LONGEST_LEAD = 300
# Shorter names without a head word are people who answer: 张三：总投资3亿元.
SHORTEST = 5
_ROW = re.compile(
    r"(?:^|(?<=[\n；;。]))(?:[（(]?[0-9]{1,3}(?:[.．、）)]|\s)\s*|[●■◆□◇▲★①-⑳]\s*)?(?:[\u4e00-\u9fff]{1,12}[省市县区州旗盟镇乡][：:])?"
    rf"(?P<name>[^，。；：:、！？\s]{{3,34}})(?P<mark>[:：，。])(?:位于[^，。；：\n]{{2,24}}，)?(?:项目|工程)?(?:计划|预计|概算|估算)?(?:总投资|投资额?)[^，。；、0-9\n]{{0,8}}{MONEY}(?!的)"
)

# Unlike counties these can be built, though their names end as those of owners do.
_BUILT = re.compile(r"(?:服务|园|景|片|小|厂|街)区$")
# 位于甲镇的冷链园8月8日开工 says more than a name.
_TELLS = re.compile(r"位于|[0-9]{1,2}[月日]|[已正]在?|通过|据|介绍")


def find_rows(body: str, parts: tuple[Clause, ...]) -> dict[int, Weighed]:
    """The projects that the rows of lists name, by the start of their clause. Linear in the body."""
    starts = {clause.start: clause for clause in parts}
    found = {}
    for rows in _lists(body):
        lead = body[max(body.rfind("\n", 0, rows[0].start() - 1) + 1, rows[0].start() - LONGEST_LEAD) : rows[0].start()]
        for row in rows if len(rows) >= FEWEST else ():
            clause = next((starts[at] for at in range(row.start("name"), row.start() - 1, -1) if at in starts), None)
            if clause:
                found[clause.start] = _weighed(row, clause, lead)
    return found


def _lists(body: str) -> Iterator[list[re.Match[str]]]:
    """Rows that follow each other in one paragraph or in neighbouring ones."""
    rows: list[re.Match[str]] = []
    for row in _ROW.finditer(body):
        if not _names_project(row["name"], row["mark"]):
            continue
        if rows and body.count("\n", rows[-1].start(), row.start()) > 1:
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _names_project(name: str, mark: str) -> bool:
    """Whether a name is one of a project; what ends in a full stop may be a sentence, if it does not end in 项目."""
    if not is_sum_name(name) or _TELLS.search(name):
        return False
    kind = heads().get(head_of(name))
    if mark == "。":
        return kind == "strong"
    owner = name.endswith(OWNERS) and not _BUILT.search(name)
    return kind is not None or len(name) >= SHORTEST and not owner


def _weighed(row: re.Match[str], clause: Clause, lead: str) -> Weighed:
    """The name of a row; what leads to the list stands before it."""
    text, head = row["name"], head_of(row["name"])
    after = row.string[row.end("name") : clause.end]
    kind = heads().get(head, "site")
    return Weighed(Name(text, *row.span("name"), head, kind, "", lead, after, clause), POINTS, ("invested in", ROW))

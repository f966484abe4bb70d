"""Marks that a line has only by what stands next to it: lone authors, the rest of a notice, the end of a broken byline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from articles.reading.lines.bylines import parse_author, parse_credit, parse_reader
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.furniture import is_advertisement, is_index_entry, is_index_head
from articles.reading.lines.marks import JUMP_TO, Marks, is_comment_label, opens_article, opens_letter
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import CJK, close_blanks

_DATELINE_STARTS = ("本报", "本网", "本台", "新华社", "人民日报", "中新社", "据新华社")
LONGEST_NOTICE, LONGEST_INDEX, LONGEST_LETTER = 14, 10, 60
NARROWEST = 8
FURNITURE = ("masthead", "editors", "page label")
# Lines above a signature that say whether it signs a notice.
NOTICE_LINES = 10
_DAY = re.compile(r"^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$")
_MONTH, _DAY_ALONE = re.compile(r"年\d{1,2}月$"), re.compile(r"^\d{1,2}日?$")
_ONE_OFFICE = rf"[{CJK}（）]{{2,28}}(?:局|委员会|委|办公室|公司|[组宣统]织?部|宣传部|统战部|处|站|所|馆|院|村委会|政府|指挥部|领导小组|中心|协会|联合会|学校|医院|法院|检察院|银行|支队|大队|编辑部)"
_OFFICE = re.compile(rf"^{_ONE_OFFICE}(?: {_ONE_OFFICE}){{0,3}}(?: (?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)?$")
_NOTICE_ENDS = re.compile(r"作废|特此(?:公告|声明|通告|通知|启事)|敬请|联系(?:电话|人)")
_NOTICE_SAYS = re.compile(
    "特此(?:公告|声明|通告|通知|启事)|予以公示|公示时间|如有异议|敬请(?:谅解|周知|理解|配合)|征文|征稿|来稿|投稿|请(?:广大)?(?:市民|群众|用户|乘客|车辆|居民|读者)"
    "|(?:停水|停电|停气|断路|绕行|施工期间|线路调整|公示期|举报电话|监督电话|首末班车)"
)
_NOTICE_REST = re.compile(r"^(?:特此|联系|咨询|电话|地址|监督|请.{1,20}(?:谅解|周知|转告))|遗失|电话[:：]")
# What a notice opens with whose only heading is the word for it, as sections of notices are headed too.
_NOTICE_HEADS = ("公告", "通告", "公示", "启事", "通知", "声明")
_NOTICE_OPENS = re.compile(
    "(?:公告|通告|公示|通知)如下|^(?:因|为|根据|经)[^。]{4,80}(?:定于|现将|现面向|将于|拟于|决定)"
)
NOTICE_OPENING = 6
# A heading's line that ends so goes on below: 小果子结出 / 富民花.
_WANTS_OBJECT = re.compile("(?:[结长走做变绣种串跑闯托撑引写开炼捧抱画富][出成起来好就满]|的|成为|打造)$")
_DANGLING_ROLE = re.compile(r"[。！？”](?:本报)?(?:全媒体|融媒体)?(?:记者|通讯员)(?: [\u4e00-\u9fff ]{1,20})?$")


def is_office(text: str) -> bool:
    """Whether a line names an office, or several, as under a notice."""
    return _OFFICE.match(text) is not None


def mark_in_context(lines: list[Line], marks: list[Marks]) -> None:
    """Set, in place, the marks that lines get from their neighbours. Linear."""
    for step in STEPS:
        for i in range(1, len(lines)):
            step(lines, marks, i)


def _name_author(lines: list[Line], marks: list[Marks], i: int) -> None:
    """A name alone on its line, under a headline or the end of a text, is who wrote it."""
    if marks[i].kind != "text" or marks[i].label or not parse_author(lines[i].text):
        return
    above, below = marks[i - 1], marks[i + 1] if i + 1 < len(marks) else None
    texted = below is not None and below.kind == "text" and lines[i + 1].width >= NARROWEST
    labelled = below is not None and is_comment_label(lines[i + 1].text)
    foot = (below is None or below.kind in FURNITURE) and i > 1 and is_comment_label(lines[i - 2].text)
    leads = not above.final and (texted or labelled or foot)
    alone = above.final and above.kind in ("text", "closing", "credit")
    headed = leads and _is_heading(lines, marks, i - 1) and not _WANTS_OBJECT.search(lines[i - 1].text)
    if headed or alone:
        marks[i] = replace(marks[i], kind="byline")


def _sign_letter(lines: list[Line], marks: list[Marks], i: int) -> None:
    """Who wrote a letter, on the line below its last word."""
    if marks[i].kind != "text" or not marks[i - 1].final or not parse_reader(lines[i].text):
        return
    for k in range(i - 1, max(-1, i - LONGEST_LETTER), -1):
        addressed = opens_letter(lines[k].text, marks[k])
        if addressed:
            marks[i] = replace(marks[i], kind="byline")
        if addressed or marks[k].kind != "text" or marks[k].dateline:
            return


def _is_heading(lines: list[Line], marks: list[Marks], i: int) -> bool:
    return marks[i].kind == "text" and not marks[i].mid and not re.search("[，。；]", lines[i].text)


def _go_on_with_notice(lines: list[Line], marks: list[Marks], i: int) -> None:
    """The text under an advertisement's head belongs to it, up to its set phrase of closing, who signs it and when."""
    if not is_advertisement(lines[i - 1].text) or marks[i - 1].kind != "noise":
        return
    ended = False
    for k in range(i, min(i + LONGEST_NOTICE, len(lines))):
        text = lines[k].text
        stranger = opens_article(marks[k]) and not _DAY.match(text)
        if stranger or lines[k].gap > lines[i].gap or ended and not _closes_notice(text):
            return
        marks[k] = replace(marks[k], kind="noise")
        ended = ended or bool(_NOTICE_ENDS.search(text)) and marks[k].final


def _head_notice(lines: list[Line], marks: list[Marks], i: int) -> None:
    """The word 公告 right over the text of a notice is its headline; over headlines it is a section's."""
    if marks[i - 1].kind not in FURNITURE or lines[i - 1].text.replace(" ", "") not in _NOTICE_HEADS:
        return
    text = "".join(line.text for line in lines[i : i + NOTICE_OPENING])
    if marks[i].kind == "text" and _NOTICE_OPENS.search(text.partition("。")[0]):
        marks[i - 1] = replace(marks[i - 1], kind="text")


def _go_on_with_index(lines: list[Line], marks: list[Marks], i: int) -> None:
    """Lines below 今日导读 down to the last that names a page belong to the list, those without a number as well."""
    if not is_index_head(lines[i - 1].text):
        return
    near = range(i, min(i + LONGEST_INDEX, len(lines)))
    last = max((k for k in near if is_index_entry(lines[k].text)), default=i - 1)
    for k in range(i, last + 1):
        marks[k] = replace(marks[k], kind="noise")


def _go_on_with_date(lines: list[Line], marks: list[Marks], i: int) -> None:
    """The day below the year and month of a masthead, in larger type on a line of its own."""
    if marks[i - 1].kind == "masthead" and _MONTH.search(lines[i - 1].text) and _DAY_ALONE.match(lines[i].text):
        marks[i] = replace(marks[i], kind="masthead")


def _closes_notice(text: str) -> bool:
    return bool(_DAY.match(text) or is_office(text) or _NOTICE_REST.search(text))


def _end_dateline(lines: list[Line], marks: list[Marks], i: int) -> None:
    """A dateline that goes on in the line below: 本报青石10月18日 / 电（记者 王小明）."""
    above = lines[i - 1].text
    if (
        marks[i - 1].dateline
        or marks[i - 1].kind != "text"
        or marks[i].dateline
        or len(above) > 40
        or not above.startswith(_DATELINE_STARTS)
    ):
        return
    dateline = parse_dateline(close_blanks(above + lines[i].text))
    if dateline is not None and dateline.byline:
        marks[i - 1] = replace(marks[i - 1], dateline=True, kind="text")


def _head_table(lines: list[Line], marks: list[Marks], i: int) -> None:
    """The line over the first row of a table that has as many cells, or one more, names its columns."""
    cells = lines[i - 1].text.count(" ")
    if marks[i].row and not marks[i - 1].row and cells >= 2 and abs(cells - lines[i].text.count(" ")) <= 1:
        marks[i - 1] = replace(marks[i - 1], row=True, final=True)


def _end_broken_byline(lines: list[Line], marks: list[Marks], i: int) -> None:
    """A closing byline that began on the line above: …。（王小 / 明）, …。记者 / 王小明 通讯员 李娜."""
    if marks[i].ends_article or len(lines[i].text) > 24 or marks[i].kind not in ("text", "byline", "masthead"):
        return
    tail, text = lines[i - 1].text[-40:], lines[i].text
    if (
        text.endswith(("版", "版）", "版)", "）"))
        and (jump := JUMP_TO.search(tail + text))
        and jump.start() < len(tail)
    ):
        marks[i - 1] = replace(marks[i - 1], mid=True, final=False)
        marks[i] = replace(marks[i], kind="text", final=True, ends_article=True)
        return
    if marks[i].kind == "byline" and text.startswith(("本报", "记者")) and parse_closing(tail) is not None:
        return  # The text above names its writers in full, and these write the next one.
    bracketed = text.endswith(("）", ")")) and tail.count("（") > tail.count("）")
    dangling = bool(_DANGLING_ROLE.search(tail))
    if not bracketed and not dangling:
        return
    seams = (" ", "") if tail.endswith(("记者", "通讯员")) else ("",)
    found = [parse_closing(tail + seam + text) for seam in seams]
    if any(closing is not None and closing.start < len(tail) for closing in found):
        marks[i] = replace(marks[i], kind="text", final=True, ends_article=True)


def _end_broken_credit(lines: list[Line], marks: list[Marks], i: int) -> None:
    """A picture credit that began on the line above: …。本报记者 王小 / 明 摄, …。王小明 / 摄, …。青石县融媒体中心 / 供图."""
    tail, text = lines[i - 1].text[-40:], lines[i].text
    if marks[i].credit or len(text) > 10 or not text.endswith(("摄", "摄）", "摄影报道", "供图", "供图）")):
        return
    if marks[i - 1].kind == "byline" and text in ("摄", "摄）", "摄影报道"):
        marks[i - 1], marks[i] = (
            replace(mark, kind="credit", credit=True, final=True) for mark in marks[i - 1 : i + 1]
        )
        return
    joined = tail + text if len(text) > 1 else f"{tail} {text}"
    credit = parse_credit(joined)
    if credit is not None and credit[1] < len(tail):
        marks[i] = replace(marks[i], kind="text", final=True, credit=True)


def _sign_office(lines: list[Line], marks: list[Marks], i: int) -> None:
    """An office signs a letter or notice: with a day below it, or alone under a notice's last line."""
    if _DAY.match(lines[i].text) and is_office(lines[i - 1].text) and marks[i - 1].kind != "noise":
        for k in (i - 1, i):
            marks[k] = replace(marks[k], kind="text", final=True, plain=True)
    elif marks[i].kind != "noise" and marks[i - 1].final and is_office(lines[i].text) and _is_notice(lines, i):
        marks[i] = replace(marks[i], kind="text", final=True, plain=True)


def _is_notice(lines: list[Line], i: int) -> bool:
    """Whether the lines above line i tell the public what is closed, moved or asked of them."""
    return bool(_NOTICE_SAYS.search("".join(line.text for line in lines[max(0, i - NOTICE_LINES) : i])))


STEPS: tuple[Callable[[list[Line], list[Marks], int], None], ...] = (
    _go_on_with_notice,
    _head_notice,
    _go_on_with_index,
    _go_on_with_date,
    _end_dateline,
    _head_table,
    _end_broken_byline,
    _end_broken_credit,
    _sign_office,
    _sign_letter,
    _name_author,
)

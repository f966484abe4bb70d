"""Where a page comes from: what the operator gives, else the file's name, else the page's own masthead and folio.

Nothing is read from the text of an article: a date in a report is not the paper's date.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol, TypeVar

from articles.reading.lines.context import is_office
from articles.reading.lines.furniture import furniture_kind
from articles.reading.lines.mastheads import PAPER
from articles.reading.lines.printed import read_lines
from articles.reading.lines.repair import CJK
from articles.reading.records import Source
from articles.reading.words import read_word_set

EDGE = 14
FIRST_YEAR, LAST_YEAR = 1900, 2100
_NUMERALS = {c: n % 10 for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_T = TypeVar("_T")
_CHINESE = "〇○零一二三四五六七八九十廿卅"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日?"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-./_](?P<m>\d{1,2})[-./_](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)"),
)
_CHINESE_DATE = re.compile(
    rf"(?<![历{CJK}])(?P<y>[〇○零一二三四五六七八九]{{4}})\s?年\s?(?P<m>[{_CHINESE}]{{1,3}})\s?月\s?(?P<d>[{_CHINESE}]{{1,3}})\s?日"
)
# Year and month above a day in larger type.
_SPLIT_DATE = re.compile(r"((?:19|20)\d\d年\n?\d{1,2}月)\n(\d{1,2})日?\n")
_NAMED_PAGE = re.compile(
    r"(?<!今日)(?<!本期)(?<!共)第?\s?[A-DＡ-Ｄ]?\s?(?P<p>\d{1,3}|[一二三四五六七八九十]{1,3})\s?版(?![面块本权])"
)
_LETTER_PAGE = re.compile(r"(?<![A-Za-z0-9])[A-D]\s?(?P<p>\d{1,2})(?![\dA-Za-z])")
_BARE_PAGE = re.compile(
    rf"^(?P<p>\d{{1,2}})(?:\s+[{CJK}·]{{2,8}}(?:\s|$)|$)|(?:^|\s)[{CJK}]{{2,4}}\s+(?P<q>\d{{1,2}})$"
)
_FILE_PAGE = re.compile(r"(?:第|[-_ .]|[A-D])0*(?P<p>\d{1,3})\s?版?$")
_TOTAL = re.compile(
    r"(?:今日|本期|共)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?版|第?\s?\d{1,6}\s?期|(?:总第|复刊)\s?\d{1,6}\s?[期号]|CN\s?\d\d-\d{4}|中共[\u4e00-\u9fff]{2,8}委机关报|邮发代号\s?[:：]?\s?\d\d-\d{1,3}"
)


class PaperPlaces(Protocol):
    """What find_source asks of a gazetteer: the path of a newspaper's home, or None."""

    def resolve_paper(self, name: str) -> str | None:
        """The path of the place whose paper it is."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What one text (a file name, a masthead) says; None where it says nothing."""

    paper: str | None
    date: datetime.date | None
    page: int | None


def find_source(
    text: str,
    file_name: str = "",
    *,
    paper: str | None = None,
    date: datetime.date | None = None,
    page: int | None = None,
    home_place: str | None = None,
    gazetteer: PaperPlaces | None = None,
) -> Source:
    """The page's source; the first of operator, file name and masthead that knows decides each field.

    `home_place` is a path such as 山西省/晋中市; when not given it is asked of `gazetteer`, if there is one.
    """
    clues = (("given", Clues(paper, date, page)), ("file name", _from_name(file_name)), ("masthead", _from_page(text)))
    paper, how_paper = _first(("paper", how, c.paper) for how, c in clues)
    found, how_date = _first(("date", how, c.date) for how, c in clues)
    page, how_page = _first(("page", how, c.page) for how, c in clues)
    how = [*how_paper, *how_date, *how_page]
    if home_place is None and paper and gazetteer is not None:
        home_place = gazetteer.resolve_paper(paper)
        how += ["home place: paper's name"] if home_place else []
    return Source(paper, home_place, found, page, tuple(how))


def _first(found: Iterable[tuple[str, str, _T | None]]) -> tuple[_T | None, list[str]]:
    for what, how, value in found:
        if value is not None:
            return value, [f"{what}: {how}"]
    return None, []


def _from_name(file_name: str) -> Clues:
    """Clues of names such as 某某日报_2019-05-14_01.txt, 某某日报20200311-02.txt, 某某日报-2018年05月08日-第01版.txt."""
    stem = PurePath(file_name).name.rsplit(".", 1)[0][:120]
    found = next(filter(None, (pattern.search(stem) for pattern in _DATES)), None)
    if found is None:
        return Clues(_paper_in(stem), None, None)
    before, after = stem[: found.start()], stem[found.end() :]
    page = _FILE_PAGE.search(after) if after else None
    paper = _paper_in(before) or _paper_in(after) or _whole_name(before)
    return Clues(paper, _date_of(found), int(page["p"]) if page else None)


def _whole_name(before_date: str) -> str | None:
    """What a file's name says before the date, when that is a Chinese name of a paper's length and no word for a page."""
    name = before_date.strip(" _-.·（(《》")
    return name if re.fullmatch(rf"[{CJK}]{{3,8}}", name) and not re.search("[版页]|报纸|扫描|文本", name) else None


def _paper_in(text: str) -> str | None:
    names = (match.group().removesuffix("社") for match in PAPER.finditer(text))
    return next((name for name in names if name not in read_word_set("sections")), None)


def _from_page(text: str) -> Clues:
    """Clues of the masthead and folio lines at the page's head and foot."""
    lines = [line.text for line in read_lines(text)]
    edges = _SPLIT_DATE.sub(r"\1\2日\n", "\n".join(_edges(lines)) + "\n").splitlines()
    folio = [unicodedata.normalize("NFKC", line) for line in edges if furniture_kind(line) == "masthead"]
    plain = [_TOTAL.sub(" ", line) for line in folio]
    return Clues(
        next(filter(None, map(_paper_in, plain)), None),
        next(filter(None, map(_date_in, [*folio, " ".join(folio)[:400]])), None),
        next(filter(None, map(_page_in, plain)), None),
    )


def _edges(lines: list[str]) -> list[str]:
    """The lines at head and foot, but the day below an office, which signs a notice."""
    lines = [
        line for above, line in zip(["", *lines], lines, strict=False) if not (is_office(above) and _date_in(line))
    ]
    return lines if len(lines) <= 2 * EDGE else [*lines[:EDGE], *lines[-EDGE:]]


def _date_in(text: str) -> datetime.date | None:
    matches = [pattern.search(text) for pattern in (*_DATES, _CHINESE_DATE)]
    return next(filter(None, (_date_of(match) for match in matches if match)), None)


def _date_of(match: re.Match[str]) -> datetime.date | None:
    """The day of a match; None when there is no such day."""
    year, month, day = (_number(match[part]) for part in "ymd")
    try:
        return datetime.date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _number(text: str) -> int:
    """A number in digits or Chinese numerals: 2021, 二〇二一, 十二, 廿九, 二十三."""
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if ten:
        return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)
    return int("".join(str(_NUMERALS[c]) for c in text))


def _page_in(text: str) -> int | None:
    for pattern in (_NAMED_PAGE, _LETTER_PAGE, _BARE_PAGE):
        match = pattern.search(text)
        if match:
            return _number(next(filter(None, match.groups())))
    return None

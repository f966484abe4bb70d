"""Whatever the text, every printed line has one owner and every body character leads back to its raw line."""

import re
import sys
from types import FrameType

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.records import KINDS, LineRange, SplitPage
from articles.reading.splitting.page import split_page

PIECES = [
    "本报讯（记者 王小明）",
    "5月6日，某县召开会议，部署春耕生产工作。",
    "会议强调，要抓好落实",
    "李大海在青石县调研时强调",
    "——访青石县委书记李大海",
    "□ 本报记者 王小明 李 娜",
    "（王小明 李娜）",
    "（下转第4版）",
    "（上接第1版）",
    "图为村民在采茶。本报记者 王小明 摄",
    "王小明 摄",
    "编者按",
    "开",
    "栏",
    "语",
    "责任编辑：王小明 李娜",
    "青石日报",
    "2021年8月7日 星期六",
    "A1",
    "要闻",
    "问：今年有什么打算？",
    "李大海：先抓项目。",
    "一是抓投资，",
    "《关于推进某某工作的",
    "意见》",
    "““春风春风””",
    "为 全 县 高 质 量 发 展",
    "“",
    "”",
    "　　",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x0c",
    "\r\n",
    "。",
    "12 万",
    "Abc",
]
page_like = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", " "]), max_size=60).map("".join)
lines_like = st.lists(st.sampled_from([*PIECES, ""]), max_size=40).map("\n".join)
pages = st.one_of(st.text(max_size=300), page_like, lines_like)


def owners(page: SplitPage) -> list[LineRange]:
    ranges = [r for a in page.articles for r in (*a.body_lines, *a.headline_lines)]
    return ranges + [f.lines for f in page.furniture]


@settings(max_examples=5000, deadline=None)
@given(pages)
def test_every_printed_line_has_exactly_one_owner(text: str) -> None:
    raw = text.splitlines()
    owned = [n for first, last in owners(split_page(text)) for n in range(first, last + 1)]
    printed = [n for n in owned if re.sub(r"\s", "", raw[n - 1])]
    assert sorted(printed) == [n for n, line in enumerate(raw, 1) if re.sub(r"\s", "", line)]


@settings(max_examples=5000, deadline=None)
@given(pages)
def test_every_body_character_leads_back_to_its_raw_line(text: str) -> None:
    raw = text.splitlines()
    for article in split_page(text).articles:
        starts = [start for start, _ in article.offsets]
        assert starts == sorted(set(starts))
        assert starts[:1] == ([0] if article.body else [])
        inside = {n for first, last in article.body_lines for n in range(first, last + 1)}
        ends = [*starts[1:], len(article.body)][: len(starts)]
        for (start, line), end in zip(article.offsets, ends, strict=True):
            assert line in inside
            assert set(article.body[start:end].replace("\n", "").replace(" ", "")) <= set(raw[line - 1])


@settings(max_examples=3000, deadline=None)
@given(pages)
def test_no_article_is_empty_and_all_are_judged(text: str) -> None:
    for article in split_page(text).articles:
        assert article.body_lines or article.headline_lines
        assert all(paragraph.strip() for paragraph in article.paragraphs)
        assert article.kind in KINDS
        assert 0 <= article.confidence <= 1
        assert article.reasons
        assert all(0 <= crosshead.before <= len(article.paragraphs) for crosshead in article.crossheads)


@settings(max_examples=200, deadline=None)
@given(pages)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert split_page(text) == split_page(text)


def test_a_page_ten_times_as_long_takes_at_most_twelve_times_the_work() -> None:
    story = "\n".join(f"{a}{b}" for a in PIECES[:24] for b in ("", "，并现场办公，要求各部门", "研究解决问题。"))
    once, tenfold = [_calls("\n\n".join([story] * n)) for n in (2, 20)]
    assert tenfold <= 12 * once


def _calls(text: str) -> int:
    """How many functions are called in splitting a page, Python's own and built-in ones."""
    count = 0

    def profile(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        split_page(text)
    finally:
        sys.setprofile(None)
    return count

"""How a text opens, what an editor's note says, and which lines the text around them says again."""

import pytest

from articles.reading.lines.printed import read_lines
from articles.reading.splitting.echoes import echoes
from articles.reading.splitting.notes import ends_note, reads_like_note
from articles.reading.splitting.openings import opening_signs

ABOVE = [
    "青石县灌区管道检修一新，农机手全部上岗。",
    "县农业农村局局长李大海说，今年浇地不用再等。",
]


def said(text: str) -> set[str]:
    return {name for name, value in opening_signs([*ABOVE, text], len(ABOVE)).items() if value}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("白水市桥梁检测全部合格，结果已在网上公布。", {"new place first"}),
        ("青石镇的农户也领到了种子。", {"known place first"}),
        ("地里的墒情比往常好，麦苗返青早。", set()),
        ("青石县灌区还要修两座泵站。", {"known place first", "first word known"}),
        ("6月5日，桥梁检测全部合格。", {"date in the opening"}),
        ("记者昨日从交通运输部门获悉，桥梁检测全部合格。", {"learned from a source", "date in the opening"}),
        ("因管道改造，定于下周二停水一天。", {"notified"}),
        ("白水市第八届人民代表大会常务委员会第二次会议通过下列任免事项：", {"notified", "new place first"}),
        ("本报第3版《桥梁合格》一文中，“三座”应为“五座”。", {"notified"}),
        ("副县长周立群，深入地头查看墒情。", {"official introduced"}),
        ("从今天起，本报推出一组报道，敬请关注。", {"reads like a note"}),
    ],
)
def test_what_an_opening_says(text: str, signs: set[str]) -> None:
    assert said(text) == signs


def test_what_is_known_is_forgotten_after_some_paragraphs() -> None:
    far = ["农机手全部上岗。"] * 6
    assert opening_signs([*ABOVE, *far, "青石县的桥梁也检测了一遍。"], 8)["new place first"]


@pytest.mark.parametrize(
    "text",
    [
        "本报记者分赴各乡镇，请他们谈打算。",
        "即日起，本报开设专栏，讲述身边的故事。",
        "报道将陆续刊发，以飨读者。",
    ],
)
def test_a_note_says_what_the_paper_does(text: str) -> None:
    assert reads_like_note(text)


def test_a_report_is_no_note() -> None:
    assert not reads_like_note("本报讯 5月6日，青石县组织农机手下乡，为农户检修机具。")
    assert ends_note("敬请垂阅。") and not ends_note("大家都很关注。")


def test_a_headline_is_said_again_and_running_text_is_not() -> None:
    text = [
        "灌区管道检修一新",
        "开春以来天气转暖很快，",
        "青石县把灌区的管道逐段查过，",
        "坏了的闸门换成新的，检修",
        "队员住在渠边，等水来了再走。",
    ]
    above, below = echoes(read_lines("\n".join(text)))
    assert below[0] > 0.35 > 0.2 > below[1]
    assert above[0] == 0
    # The line right below is left out, since headings run over two lines.
    assert echoes(read_lines("灌区管道检修\n灌区管道检修"))[1] == [0, 0]

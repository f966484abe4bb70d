"""Marks that lines get from their neighbours: lone authors, notices, bylines and credits broken over two lines."""

import pytest

from articles.reading.lines.context import mark_in_context
from articles.reading.lines.marks import Marks, mark_lines
from articles.reading.lines.printed import read_lines


def marks_of(*rows: str) -> list[Marks]:
    lines = read_lines("\n".join(rows))
    marks = mark_lines(lines)
    mark_in_context(lines, marks)
    return marks


TEXT = "听说邻县种蓝莓赚了钱，转年漫山遍野都是蓝莓。"


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        # A name between a headline and its text.
        (["特色产业切忌一窝蜂", "方知远", TEXT], ["text", "byline", "text"]),
        (["特色产业切忌一窝蜂", "林 木", TEXT], ["text", "byline", "text"]),
        (["谢谢这座小城", "青石县返岗职工 方小满", TEXT], ["text", "byline", "text"]),
        # A name under the end of a text.
        ([TEXT, "青石县中学教师 方小满", "", "本报讯（记者 王小明）5月6日，开工。"], ["text", "byline", "text"]),
        # Who signs a letter, below its salutation and its last word.
        (["编辑同志：", TEXT, "南江青溪 赵大鹏"], ["text", "text", "byline"]),
        (["邻县的路修好了。", TEXT, "南江青溪 赵大鹏"], ["text", "text", "text"]),
        # A word, or a name inside running text, is none.
        (["特色产业切忌一窝蜂", "高质量", TEXT], ["text", "text", "text"]),
        ([TEXT, "老行当", "等来新买卖", TEXT], ["text"] * 4),
        (["全县干部职工一起到地里去，", "方知远", "说，春耕是头一仗，要抓好，马虎不得。"], ["text", "text", "text"]),
        # The text of a notice of loss, up to its set phrase.
        (["遗失声明", "青石县老槐树饭店遗失营业执照", "副本，声明作废。", "5月6日，全县开工。"], ["noise"] * 3 + ["text"]),
        (["减资公告", "本公司拟减资，", "特此公告。", "青石县老槐树公司", "2021年5月4日"], ["noise"] * 5),
        (["遗失声明", "本报讯（记者 王小明）5月6日，开工。"], ["noise", "text"]),
        # The word for a notice, right over its text, is its headline; over others' headlines it is a section.
        (["公 告", "因青石大桥维修，现将有关事项公告如下：", TEXT], ["text", "text", "text"]),
        (["公 告", "青石县供水厂停水通知", TEXT], ["page label", "text", "text"]),
        # A list of what stands on other pages, with the entries that have no number.
        (["今日导读", "青石灌区管道检修一新", "白杨镇春茶上市 3版", "", TEXT], ["noise"] * 3 + ["text"]),
        (["今日导读", TEXT], ["noise", "text"]),
        # A credit under a byline makes both a credit.
        (["图为采茶。", "本报记者 王小明", "摄"], ["text", "credit", "credit"]),
    ],
)  # fmt: skip
def test_kinds_that_neighbours_give(rows: list[str], kinds: list[str]) -> None:
    assert [mark.kind for mark in marks_of(*rows)] == kinds


@pytest.mark.parametrize(
    "rows",
    [
        ["走上富裕路。（王小", "明）"],
        ["走上富裕路。记者", "王小明 通讯员 李娜"],
        ["走上富裕路。本报记者 王", "小明"],
    ],
)
def test_a_closing_byline_broken_over_two_lines_ends_the_article(rows: list[str]) -> None:
    assert marks_of(*rows)[-1].ends_article


def test_a_byline_below_a_signed_text_is_of_the_next_one() -> None:
    above, below = marks_of("“这才算站稳。”记者 王小明", "", "本报记者 李娜", "", TEXT)[:2]
    assert above.ends_article
    assert (below.kind, below.ends_article) == ("byline", False)


@pytest.mark.parametrize("text", ["客人在车上转一圈，拍几张照", "门前的路紧接一座老桥"])
def test_a_turn_or_what_follows_is_no_jump(text: str) -> None:
    assert not marks_of(text)[0].ends_article


def test_a_campaign_that_looks_at_a_place_is_a_label() -> None:
    assert marks_of("“一县一业”看青石")[0].label


@pytest.mark.parametrize(("text", "scene"), [("霜降将至，荷塘褪去碧色。", True), ("大雪封山，公路中断。", False)])
def test_a_solar_term_sets_a_scene(text: str, scene: bool) -> None:
    assert marks_of(text)[0].scene is scene


def test_brackets_that_are_no_byline_end_nothing() -> None:
    assert not marks_of("共建示范区（白水", "农谷）")[-1].ends_article


@pytest.mark.parametrize(
    "rows",
    [["村民在采茶。王小明", "摄"], ["村民在采茶。通讯员", "阿说以洛 摄"], ["村民在采茶。 青石县融媒体中心", "供图"]],
)
def test_a_credit_broken_over_two_lines_ends_a_caption(rows: list[str]) -> None:
    assert marks_of(*rows)[-1].credit


def test_an_office_and_a_day_sign_a_letter() -> None:
    assert [mark.plain for mark in marks_of("请予支持。", "青石县水利局", "2021年5月4日")] == [False, True, True]


def test_an_office_signs_the_notice_above_it() -> None:
    notice = ["6路公交车即日起绕行，请广大市民留意站牌，特此通告。", "青石县公共汽车有限公司"]
    assert marks_of(*notice)[-1].plain
    assert not marks_of("全县已备足化肥三千吨。", "青石县公共汽车有限公司")[-1].plain


def test_a_jump_note_broken_over_two_lines_ends_the_article() -> None:
    assert marks_of("还要修两座泵站。（下转第", "二版）")[-1].ends_article

"""What typesetting did to a line is undone, and nothing else."""

import pytest

from articles.reading.lines.mapped import join_lines
from articles.reading.lines.printed import read_lines
from articles.reading.lines.repair import close_blanks, repair, width


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("推 动 全 县 高 质 量 发 展", "推动全县高质量发展"),
        ("要 闻", "要闻"),
        ("青 石 县 委 副 书 记 、 县 长   方 小 川", "青石县委副书记、县长 方小川"),
        ("记 者   周 兴   李 阿 美", "记者 周兴 李阿美"),
        ("公   告", "公告"),
        ("保 护 区 访 客 中 心 、白 杨 镇", "保护区访客中心、白杨镇"),
        ("记者 王 明 通讯员 李 娜", "记者 王 明 通讯员 李 娜"),
        ("（王 明 李 娜）", "（王 明 李 娜）"),
        ("春风化雨春风化雨““润校园润校园””", "春风化雨“润校园”"),
        ("一双手的““双城记双城记””", "一双手的“双城记”"),
        ("莫让莫让““盆景盆景””停在院里停在院里", "莫让“盆景”停在院里"),
        ("一路蹚蹚过急流", "一路蹚过急流"),
        ("高高兴兴", "高高兴兴"),
        ("一条沟一条沟地治 一户一户地管", "一条沟一条沟地治 一户一户地管"),
        ("　　春耕正忙 ", "春耕正忙"),
        ("春\u200b耕\ufeff正\x07忙", "春耕正忙"),
    ],
)
def test_a_line_is_repaired(raw: str, repaired: str) -> None:
    assert repair(raw) == repaired


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("8月 6日，投资 3 亿元", "8月6日，投资3亿元"),
        ("2023 年至 2025 年", "2023年至2025年"),
        ("种下 5G 的种子", "种下5G的种子"),
        ("说： “好。” 他笑了", "说：“好。”他笑了"),
        ("敬畏自然 保护家园", "敬畏自然 保护家园"),
    ],
)
def test_blanks_beside_digits_and_marks_close(text: str, closed: str) -> None:
    assert close_blanks(text) == closed


def test_vertical_labels_become_one_line() -> None:
    lines = read_lines("开\n栏\n语\n\n正文第一行。")
    assert [(line.text, line.number, line.last) for line in lines] == [("开栏语", 1, 3), ("正文第一行。", 5, 5)]


def test_joined_lines_keep_their_raw_numbers() -> None:
    joined = join_lines(read_lines("投资 3 亿\n\n元建设 LNG\nplant 项目"))
    assert joined.text == "投资3亿元建设LNG plant项目"
    assert [joined.lines[joined.text.index(c)] for c in "投元p"] == [1, 3, 4]


def test_width_counts_ems() -> None:
    assert width("第12版“A”") == 5.5

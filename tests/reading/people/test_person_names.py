"""Names: how long they are, what ends them, what is none."""

import time

import pytest

from articles.reading.people.person_names import NameReader, has_plain_name
from articles.reading.words import read_word_set, read_words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王强调研了该县", "王强"),
        ("王强强调", "王强"),
        ("江成与大家座谈", "江成"),
        ("李和平说", "李和平"),
        ("方向东深入一线", "方向东"),
        ("高明带领大家", "高明"),
        ("安康表示", "安康"),
        ("上官云鹏会见客商", "上官云鹏"),
        ("申屠磊介绍", "申屠磊"),
        ("严守正在会上强调", "严守正"),
        ("贾宇作报告", "贾宇"),
        ("何勇还来到码头", "何勇"),
        ("关志鹏就项目提出意见", "关志鹏"),
        ("李一凡高兴地说", "李一凡"),
        ("艾尔肯·吐尼亚孜出席", "艾尔肯·吐尼亚孜"),
        ("阿木古郎先后发言", "阿木古郎"),
        ("乌云毕力格说", "乌云毕力格"),
        ("董 凯，市长", "董 凯"),
        ("孙建军吟诵一首", "孙建军"),
        ("段飞任指挥长", "段飞"),
        ("初小芳通报案例", "初小芳"),
        ("谷大川算的不只是经济账", "谷大川"),
        ("鲍一鸣没有急着下结论", "鲍一鸣"),
        ("雷可为说", "雷可为"),
        ("阿拉坦其木格介绍", "阿拉坦其木格"),
        ("沙马‧木乃出席", "沙马‧木乃"),
        ("（挂职）王强通报", "王强"),
        ("江一棠的手", "江一棠"),
        ("令狐春生算过一笔账", "令狐春生"),
        ("司徒海江每周三下乡", "司徒海江"),
        ("石小满3天内办结", "石小满"),
        ("秦英更看重收成", "秦英"),
        ("白玛农布参加会议", "白玛农布"),
    ],
)
def test_name_ends_before_what_follows(text: str, name: str) -> None:
    found = NameReader(text).after(0)
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize(
    "text",
    [
        "高度重视",
        "项目一线办公",
        "任双组长",
        "带头讲党课",
        "谈发展、话未来",
        "谈转型”专栏",
        "和理论工作者谈体会",
        "齐抓，共管",
        "连续三天蹲点",
        "热线开通",
        "江治理工程",
        "安全生产责任制",
        "和村支书座谈",
        "关心群众",
        "",
        "，",
        "的话",
        "任上跑遍了全县",
        "万里长江第一渡",
        "经常深入一线",
        "明确要求",
        "成果丰硕",
        "来晋考察",
        "向问计，",
        "高再次强调",
        "慕容，",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert NameReader(text).after(0) is None


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("深刻领会韦一韬书记讲话", "书记", "韦一韬"),
        ("，李一鸣市长说", "市长", "李一鸣"),
        ("，欧阳书记的话", "书记", None),
        ("支部书记", "书记", None),
        ("第一书记", "书记", None),
    ],
)
def test_name_before_a_title(text: str, title: str, name: str | None) -> None:
    found = NameReader(text).before(text.index(title))
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("江问舟，", "江问舟"),
        ("李再林陪同", "李再林"),
        ("字一帆带队，", "字一帆"),
        ("番大川，", "番大川"),
        ("金望山心里有数", "金望山"),
    ],
)
def test_names_that_begin_like_words(text: str, name: str) -> None:
    found = NameReader(text).after(0, sure=True)
    assert found and found.text == name


def test_a_small_word_ends_a_name_that_is_said_again() -> None:
    found = NameReader("金福来到应县。金福来强调，要早动手。金福来叮嘱大家，金福来要求落实。").after(0)
    assert found is not None
    assert found.text == "金福来"


def test_other_places_of_a_name_decide() -> None:
    assert NameReader("王小明吉祥如意地坐下。王小明说。").after(0).text == "王小明"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "fits"), [("李一鸣", True), ("欧阳一", True), ("项目", False), ("李的", False), ("李", False)]
)
def test_whole_text_as_a_name(text: str, fits: bool) -> None:
    assert has_plain_name(text) is fits


def test_many_questions_stay_quick() -> None:
    reader = NameReader("县长王小明李" * 20_000)
    start = time.process_time()
    for position in range(2, 60_000, 6):
        reader.after(position)
    assert time.process_time() - start < 8


@pytest.mark.parametrize(("text", "name"), [("巩固。", "巩固"), ("连夜。", "连夜")])
def test_a_word_is_a_name_only_where_a_person_is_asked(text: str, name: str) -> None:
    assert NameReader(text).after(0) is None
    asked = NameReader(text).after(0, asked=True)
    assert asked is not None
    assert asked.text == name


def test_a_noun_is_a_name_before_a_small_word_only_behind_a_sure_title() -> None:
    assert NameReader("沙洲和卫生院").after(0) is None
    name = NameReader("沙洲和卫生院").after(0, sure=True)
    assert name is not None
    assert name.text == "沙洲"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("卓越介绍，", "卓越"),
        ("洮大川快人快语。洮大川说，", None),
        ("洮大川，快人快语。洮大川说，", "洮大川"),
        ("会议，听取汇报。会议指出，", None),
    ],
)
def test_rare_names_behind_a_sure_title(text: str, name: str | None) -> None:
    assert NameReader(text).after(0) is None
    found = NameReader(text).after(0, sure=True)
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("才让说", "才让"),
        ("才让介绍", "才让"),
        ("索南才让告诉记者", "索南才让"),
        ("索南才让的家", "索南才让"),
        ("杨才让主持会议", "杨才让"),
        ("扎西次仁表示", "扎西次仁"),
        ("达瓦，", "达瓦"),
        ("巴特尔指出", "巴特尔"),
        ("包巴特尔检查", "包巴特尔"),
        ("买买提一家", "买买提"),
        ("宝音德力格尔带队", "宝音德力格尔"),
        ("古丽努尔笑着", "古丽努尔"),
        ("拉毛草说", "拉毛草"),
        ("才让加快步伐", "才让"),
        ("扎西德勒", None),
        ("格桑花开了", None),
        ("尼玛县的草场", None),
    ],
)
def test_names_of_other_nationalities_are_not_cut(text: str, name: str | None) -> None:
    found = NameReader(text).after(0)
    assert (found and found.text) == name


@pytest.mark.parametrize(("text", "name"), [("深刻领会索南才让书记讲话", "索南才让"), ("，买买提书记说", "买买提")])
def test_they_stand_before_titles_as_well(text: str, name: str) -> None:
    found = NameReader(text).before(text.index("书记"))
    assert found is not None
    assert found.text == name


def test_words_of_names_are_words_of_no_other_list() -> None:
    words = read_words("nationality_names")
    assert len(words) == len(set(words)) > 300
    assert not set(words) & (
        read_word_set("not_names") | read_word_set("words_after_names") | read_word_set("after_names")
    )

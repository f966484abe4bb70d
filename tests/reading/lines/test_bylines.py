"""Names and roles of datelines, byline lines, closing bylines and credits."""

import pytest

from articles.reading.lines.bylines import parse_byline_line, parse_credit
from articles.reading.lines.closings import parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.printed import read_lines
from articles.reading.records import Contributor
from articles.reading.words import read_words


def named(byline: tuple[Contributor, ...] | None) -> list[str]:
    return [f"{c.name}/{c.role}" for c in byline or ()]


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("□ 王小明 李大海", ["王小明/作者", "李大海/作者"]),
        ("□ 本报记者 王小明", ["王小明/本报记者"]),
        ("□ 王小明 李 文", ["王小明/作者", "李文/作者"]),
        ("■ 李 文", ["李文/作者"]),
        ("本报记者 王 文", ["王文/本报记者"]),
        ("本报记者 王小明 文 李娜 图", ["王小明/本报记者", "李娜/文"]),
        ("□本报记者 王小明 通讯员", []),
        ("记者 文小明", ["文小明/记者"]),
        ("■ 王小明 文", ["王小明/文"]),
        ("本报记者 王 明 通讯员 李大海 赵 雪", ["王明/本报记者", "李大海/通讯员", "赵雪/通讯员"]),
        ("记者王文明通讯员李大海", ["王文明/记者", "李大海/通讯员"]),
        ("全媒体记者 欧阳雪", ["欧阳雪/全媒体记者"]),
        ("见习记者 王小明 实习生 李娜", ["王小明/见习记者", "李娜/实习生"]),
        ("文/图 王小明", ["王小明/文/图"]),
        ("青石县委副书记、县长 方知远", ["方知远/青石县委副书记、县长"]),
        ("青石县委副书记、县长 巴音才次克", ["巴音才次克/青石县委副书记、县长"]),
        ("贯彻落实会议精神", []),
        ("记者在现场看到", []),
        ("记者回访", []),
        ("抓机遇 开新局", []),
    ],
)
def test_byline_lines(text: str, byline: list[str]) -> None:
    assert named(parse_byline_line(text)) == byline


@pytest.mark.parametrize(
    ("text", "byline", "source"),
    [
        ("喜人。（王小明）", ["王小明/作者"], None),
        ("喜人。（田 野 禾 苗）", ["田野/作者", "禾苗/作者"], None),
        ("喜人。”（王小明 李 娜）", ["王小明/作者", "李娜/作者"], None),
        ("喜人。（白杨镇村民 王小明）", ["王小明/白杨镇村民"], None),
        ("喜人。（青石县王小明）", ["王小明/青石县"], None),
        ("喜人。（王乌日娜）", ["王乌日娜/作者"], None),
        ("喜人。记者 王小明", ["王小明/记者"], None),
        ("喜人。记者 王小明 整理", ["王小明/记者"], None),
        ("喜人。（本报记者 王小明 通讯员 李娜）", ["王小明/本报记者", "李娜/通讯员"], None),
        ("喜人。（据新华社电）", [], "新华社"),
        ("喜人。（县气象局供稿）", [], None),
        ("喜人。（来源：《青石日报》）", [], "青石日报"),
    ],
)
def test_closing_bylines(text: str, byline: list[str], source: str | None) -> None:
    closing = parse_closing(text)
    assert closing is not None
    assert (named(closing.byline), closing.source, text[: closing.start]) == (
        byline,
        source,
        text[: text.index("。") + 1 + ("。”" in text)],
    )


@pytest.mark.parametrize(
    "text",
    [
        "示范区（白水农谷）",
        "条例（2023年）",
        "以下简称《意见》）",
        "未来可期。",
        "自贸区（浙江）",
        "喜人。（春耕生产）",
        "",
    ],
)
def test_what_is_no_closing_byline(text: str) -> None:
    assert parse_closing(text) is None


@pytest.mark.parametrize(
    ("text", "byline", "rest"),
    [
        ("本报讯（记者 王小明）5月6日", ["王小明/记者"], "5月6日"),
        ("本报讯 （记者 王 明 通讯员 李大海） 5月6日", ["王明/记者", "李大海/通讯员"], "5月6日"),
        ("本报讯（李大海 记者 王小明）近日，", ["李大海/作者", "王小明/记者"], "近日，"),
        ("本报讯 （记者 王 文）近日，", ["王文/记者"], "近日，"),
        ("本报讯 近日，", [], "近日，"),
        ("本报北京8月6日电 记者王小明报道：今天", ["王小明/记者"], "今天"),
        ("（记者 王小明）近日", ["王小明/记者"], "近日"),
        ("【本报讯】近日", [], "近日"),
    ],
)
def test_datelines(text: str, byline: list[str], rest: str) -> None:
    dateline = parse_dateline(text)
    assert dateline is not None
    assert (named(dateline.byline), text[dateline.length :]) == (byline, rest)


def test_an_agency_dateline_names_its_agency_and_stays() -> None:
    dateline = parse_dateline("新华社青石8月6日电（记者 王小明）6日，")
    assert dateline is not None
    assert (dateline.agency, dateline.keep, named(dateline.byline)) == ("新华社", True, ["王小明/记者"])


@pytest.mark.parametrize("text", ["新华社记者见到了王小明", "本报记者在现场看到", "近日，记者从县里获悉"])
def test_what_is_no_dateline(text: str) -> None:
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("村民在采茶。本报记者 王小明 摄", ["王小明/本报记者摄"]),
        ("村民在采茶。 王 明 摄", ["王明/摄"]),
        ("村民在采茶。（王小明 摄）", ["王小明/摄"]),
        ("村民在采茶。 （本报记者 王小明摄）", ["王小明/本报记者摄"]),
        ("王小明摄(人民视觉)", ["王小明/摄"]),
        ("本版图片除署名外均由本报记者 王小明 摄", ["王小明/本报记者摄"]),
        ("本组图片 王小明 摄", ["王小明/摄"]),
        ("村民在采茶。特约摄影 王 明 摄", ["王明/特约摄影摄"]),
        ("通讯员 王小明 李娜 摄影报道", ["王小明/通讯员摄影报道", "李娜/通讯员摄影报道"]),
    ],
)
def test_picture_credits(text: str, byline: list[str]) -> None:
    credit = parse_credit(text)
    assert credit is not None
    assert named(credit[0]) == byline


def test_a_line_of_writers_broken_in_the_last_name_is_one() -> None:
    (line,) = read_lines("□本报记者 王小明 通讯员\n李大海")
    assert line.text == "□本报记者 王小明 通讯员李大海"
    (line,) = read_lines("□ 本报记者 王小明 通讯员 李\n大海")
    assert (line.number, line.last) == (1, 2)
    assert [one.name for one in parse_byline_line(line.text) or ()] == ["王小明", "李大海"]
    assert len(read_lines("□ 本报记者 王小明 通讯员 李大海\n春耕")) == 2


# Names that are one by themselves, or families of four characters, which nobody in print bears.
APART = {"爱新觉罗", "其其格"}


@pytest.mark.parametrize("given", ["启航", "一鸣", "娜", "远"])
def test_every_family_name_is_read_in_every_form(given: str) -> None:
    for family in set(read_words("surnames")) - APART:
        name = family + given
        dateline, closing = parse_dateline(f"本报讯（记者 {name}）近日，"), parse_closing(f"喜人。记者 {name}")
        bracketed, credit = parse_closing(f"喜人。（{name}）"), parse_credit(f"采茶。本报记者 {name} 摄")
        found = [
            dateline and dateline.byline,
            closing and closing.byline,
            bracketed and bracketed.byline,
            credit and credit[0],
            parse_byline_line(f"□ {name}"),
            parse_byline_line(f"本报记者 {name}"),
        ]
        assert [[one.name for one in byline or ()] for byline in found] == [[name]] * 6

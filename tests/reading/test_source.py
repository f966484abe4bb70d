"""A page's paper, date and number: operator, file name, masthead, in that order, and never an article's text."""

from datetime import date

import pytest

from articles.reading.source import find_source


class Places:
    """A gazetteer that knows one paper."""

    def resolve_paper(self, name: str) -> str | None:
        return "虚构省/青石市" if name == "青石日报" else None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("青石日报_2019-05-14_01.txt", ("青石日报", date(2019, 5, 14), 1)),
        ("青石日报20200311-02.txt", ("青石日报", date(2020, 3, 11), 2)),
        ("青石日报-2018年05月08日-第01版.txt", ("青石日报", date(2018, 5, 8), 1)),
        ("2021-08-07 青石日报 A03.txt", ("青石日报", date(2021, 8, 7), 3)),
        ("/some/where/青石晚报.2022.03.01.第12版.txt", ("青石晚报", date(2022, 3, 1), 12)),
        ("青石日报2021-02-30第3版.txt", ("青石日报", None, 3)),
        ("000_74c0ccc9025cc958.txt", (None, None, None)),
        ("03.txt", (None, None, None)),
        ("今日青石20200415A2.txt", ("今日青石", date(2020, 4, 15), 2)),
        ("扫描页面_2020-04-15_1.txt", (None, date(2020, 4, 15), 1)),
        ("", (None, None, None)),
    ],
)
def test_file_names(name: str, found: tuple[str | None, date | None, int | None]) -> None:
    source = find_source("正文。", name)
    assert (source.paper, source.date, source.page) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青石日报\n2024年6月19日\n星期三\n第9126期", ("青石日报", date(2024, 6, 19), None)),
        ("2 要闻 2023年3月16日 星期四\n\n正文。\n\n青石新闻", ("青石新闻", date(2023, 3, 16), 2)),
        ("正文。\n2017年9月20日 星期三 2版\n\n青石日报 要闻", ("青石日报", date(2017, 9, 20), 2)),
        (
            "二〇二一年八月七日 星期六 农历辛丑年六月廿九\nA1 要闻\n中共青石市委机关报\n青石日报\n今日8版",
            ("青石日报", date(2021, 8, 7), 1),
        ),
        ("青石日报\n２０２１年８月７日\n第３版", ("青石日报", date(2021, 8, 7), 3)),
        ("2022年\n2月24日\n星期四\n青石日报\n\n正文。", ("青石日报", date(2022, 2, 24), None)),
        ("2 综合新闻 │ 2023年5月18日 星期四 │ 青石日报", ("青石日报", date(2023, 5, 18), 2)),
        ("2021年2月31日", (None, None, None)),
        ("A2\n今日青石\n2020.4.15 星期三\n\n正文。", ("今日青石", date(2020, 4, 15), 2)),
        ("今日要闻\n2020.4.15 星期三\n\n正文。", (None, date(2020, 4, 15), None)),
        ("县市区新闻\n\n正文。\n\n青石日报 2020年4月15日 星期三", ("青石日报", date(2020, 4, 15), None)),
        ("本报讯 2020年1月1日，青石县开工。据《青石日报》报道。", (None, None, None)),
    ],
)
def test_mastheads(text: str, found: tuple[str | None, date | None, int | None]) -> None:
    source = find_source(text)
    assert (source.paper, source.date, source.page) == found


def test_the_operator_comes_before_file_name_and_masthead() -> None:
    source = find_source("青石晚报\n2020年1月1日", "青石日报_2019-05-14_01.txt", paper="白水日报", page=7)
    assert (source.paper, source.date, source.page) == ("白水日报", date(2019, 5, 14), 7)
    assert source.how == ("paper: given", "date: file name", "page: given")


def test_the_home_place_is_given_or_asked_of_the_gazetteer() -> None:
    assert find_source("青石日报", gazetteer=Places()).home_place == "虚构省/青石市"
    assert find_source("青石日报", home_place="虚构省", gazetteer=Places()).home_place == "虚构省"
    assert find_source("青石日报").home_place is None

"""The gazetteer: paths, names at a date, successors, newspapers' homes, hits in a text."""

import csv
import time
import timeit
from collections.abc import Callable

import pytest

from articles.reading.gazetteer import FOLDER, Gazetteer, township_short
from articles.reading.places.nationalities import without_nationality
from tests.reading.facts import gazetteer

# How many times as long as reading its files loading may take; it takes six times as long.
LOADING = 10


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ("山西省", "province"),
        ("山西省/晋中市", "prefecture"),
        ("山西省/晋中市/左权县", "county"),
        ("山西省/晋中市/左权县/麻田镇", "township"),
        ("北京市/东城区", "county"),
        ("河南省/济源市", "county"),
        ("四川省/凉山彝族自治州/昭觉县", "county"),
    ],
)
def test_path_leads_to_its_unit(path: str, level: str) -> None:
    unit = gazetteer().by_path(path)
    assert unit is not None
    assert (unit.path, unit.level) == (path, level)
    assert gazetteer().by_code(unit.code) == unit


def test_unknown_path_and_code_lead_nowhere() -> None:
    assert gazetteer().by_path("山西省/无此市") is None
    assert gazetteer().by_path("山西省/晋中市/左权县/无此镇") is None
    assert gazetteer().by_code("999999") is None


@pytest.mark.parametrize(
    ("name", "year", "paths"),
    [
        ("左权县", 2021, {"山西省/晋中市/左权县"}),
        ("太谷县", 2015, {"山西省/晋中市/太谷县"}),
        ("横山区", 2018, {"陕西省/榆林市/横山区"}),
    ],
)
def test_full_name_is_looked_up_at_its_date(name: str, year: int, paths: set[str]) -> None:
    assert {unit.path for unit in gazetteer().named(name, year)} == paths


def test_districts_of_one_name_are_all_found() -> None:
    assert {"山西省/大同市/城区", "山西省/晋城市/城区"} <= {unit.path for unit in gazetteer().named("城区", 2017)}
    assert "山西省/大同市/城区" not in {unit.path for unit in gazetteer().named("城区", 2021)}


@pytest.mark.parametrize(
    ("name", "year", "path"),
    [
        ("神木县", 2017, "陕西省/榆林市/神木县"),
        ("神木县", 2018, "陕西省/榆林市/神木市"),
        ("太谷县", 2021, "山西省/晋中市/太谷区"),
        ("大同县", 2021, "山西省/大同市/云州区"),
    ],
)
def test_former_unit_leads_to_what_took_its_place(name: str, year: int, path: str) -> None:
    former = next(unit for unit in gazetteer().named(name, 2010))
    assert gazetteer().at(former, year).path == path


def test_township_is_found_under_a_county_that_was_replaced() -> None:
    southern = gazetteer().by_path("山西省/大同市/南郊区")
    assert southern is not None
    town = gazetteer().township("口泉乡", southern)
    assert town is not None
    assert town.path == "山西省/大同市/南郊区/口泉乡"


def test_children_and_parent_are_each_other() -> None:
    county = gazetteer().by_path("山西省/晋中市/左权县")
    assert county is not None
    assert "麻田镇" in {town.name for town in gazetteer().children(county)}
    prefecture = gazetteer().parent(county)
    assert prefecture is not None
    assert county in gazetteer().children(prefecture, 2021)


@pytest.mark.parametrize(
    ("paper", "home"),
    [
        ("晋中日报", "山西省/晋中市"),
        ("晋城新闻", "山西省/晋城市"),
        ("太原晚报", "山西省/太原市"),
        ("今日高平", "山西省/晋城市/高平市"),
        ("神木报", "陕西省/榆林市/神木市"),
        ("海南日报", "海南省"),
        ("朝阳日报", "辽宁省/朝阳市"),
        ("南方日报", "广东省"),
        ("赣南日报", "江西省/赣州市"),
        ("皖西日报", "安徽省/六安市"),
        ("深圳特区报", "广东省/深圳市"),
        ("唐山劳动日报", "河北省/唐山市"),
        ("凉山日报", "四川省/凉山彝族自治州"),
        ("今日象山", "浙江省/宁波市/象山县"),
        ("今日朝阳", "辽宁省/朝阳市"),
        ("人民日报", None),
        ("光明日报", None),
        ("日报", None),
        ("城市报", None),
        ("", None),
    ],
)
def test_newspaper_has_its_home(paper: str, home: str | None) -> None:
    assert gazetteer().resolve_paper(paper) == home


def test_hits_hold_every_name_with_its_place() -> None:
    assert (0, 3, "江阴市") in list(gazetteer().hits("江阴市长泾镇"))
    assert (3, 6, "长泾镇") in list(gazetteer().hits("江阴市长泾镇"))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("麻田镇", "麻田"),
        ("景山街道", "景山"),
        ("宝力根苏木", "宝力根"),
        ("泊镇", "泊镇"),
        ("莪山畲族乡", "莪山"),
        ("得力其尔鄂温克民族乡", "得力其尔"),
    ],
)
def test_township_has_a_short_name(name: str, short: str) -> None:
    assert township_short(name) == short


def seconds(act: Callable[[], object]) -> float:
    """The CPU time of the quickest of three trials, as other work on the machine only ever adds to it."""
    return min(timeit.repeat(act, timer=time.process_time, repeat=3, number=1))


def test_loading_takes_little_longer_than_reading_the_files() -> None:
    """Measured beside a plain reading in the same run, for seconds differ fourfold between machines and hours."""

    def read() -> list[list[str]]:
        names = ("places.csv", "townships.csv", "aliases.csv")
        return [row for name in names for row in csv.reader((FOLDER / name).open(encoding="utf-8", newline=""))]

    assert seconds(Gazetteer.load) < LOADING * seconds(read)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("围场满族蒙古族自治县", "围场自治县"),
        ("龙胜各族自治县", "龙胜自治县"),
        ("莫力达瓦达斡尔族自治旗", "莫力达瓦自治旗"),
        ("海西蒙古族藏族自治州", "海西自治州"),
        ("莪山畲族乡", "莪山乡"),
        ("东乡族自治县", "东乡族自治县"),
        ("左权县", "左权县"),
    ],
)
def test_names_are_printed_without_their_nationalities(name: str, called: str) -> None:
    assert without_nationality(name) == called


def test_a_township_is_found_by_its_name_without_nationality() -> None:
    tonglu = gazetteer().by_path("浙江省/杭州市/桐庐县")
    town = gazetteer().township("莪山乡", tonglu) if tonglu else None
    assert town and town.path == "浙江省/杭州市/桐庐县/莪山畲族乡"

"""The gazetteer's own files: counts, links, histories and readings."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from articles.gazetteer.files import GazetteerFiles, Unit, read_folder

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "gazetteer"


@pytest.fixture(scope="module")
def files() -> GazetteerFiles:
    """The real files, checked by the loader's own reader: every parent and successor exists, no path twice."""
    return read_folder(FOLDER)


def standing(files: GazetteerFiles) -> list[Unit]:
    return [unit for unit in files.units.values() if unit.valid_to is None]


def test_counts_of_units_that_stand(files: GazetteerFiles) -> None:
    counts = Counter(unit.level for unit in standing(files))
    assert counts == {"province": 34, "prefecture": 333, "county": 2847, "township": 38610}


def test_no_township_that_was_abolished(files: GazetteerFiles) -> None:
    assert [unit.name for unit in files.units.values() if "（" in unit.name or "撤" in unit.name] == []


def test_each_county_lies_in_its_province(files: GazetteerFiles) -> None:
    for unit in standing(files):
        if unit.parent_code:
            assert unit.code[:2] == unit.parent_code[:2], unit


@pytest.mark.parametrize(
    ("former_code", "former_name", "year", "present_code", "present_name"),
    [
        ("140726", "太谷县", 2019, "140703", "太谷区"),
        ("140227", "大同县", 2018, "140215", "云州区"),
        ("140202", "城区", 2018, "140213", "平城区"),
        ("140203", "矿区", 2018, "140214", "云冈区"),
        ("140211", "南郊区", 2018, "140214", "云冈区"),
        ("140402", "城区", 2018, "140403", "潞州区"),
        ("140421", "长治县", 2018, "140404", "上党区"),
        ("140624", "怀仁县", 2018, "140681", "怀仁市"),
        ("142201", "忻州市", 2000, "140902", "忻府区"),
        ("142400", "晋中地区", 1999, "140700", "晋中市"),
        ("610821", "神木县", 2017, "610881", "神木市"),
        ("610823", "横山县", 2015, "610803", "横山区"),
        ("371200", "莱芜市", 2018, "370116", "莱芜区"),
        ("341400", "巢湖市", 2011, "340181", "巢湖市"),
        ("220181", "九台市", 2014, "220113", "九台区"),
        ("310108", "闸北区", 2015, "310106", "静安区"),
        ("330621", "绍兴县", 2013, "330603", "柯桥区"),
        ("361121", "上饶县", 2019, "361104", "广信区"),
        ("520522", "黔西县", 2021, "520581", "黔西市"),
        ("500224", "铜梁县", 2014, "500151", "铜梁区"),
    ],
)
def test_former_units_lead_to_what_stands(
    files: GazetteerFiles, former_code: str, former_name: str, year: int, present_code: str, present_name: str
) -> None:
    former = files.units[former_code]
    assert (former.name, former.valid_to, former.successor_code) == (former_name, year, present_code)
    assert files.units[present_code].name == present_name


@pytest.mark.parametrize(
    ("code", "year"),
    [("140703", 2019), ("140215", 2018), ("610881", 2017), ("140700", 1999), ("653132", 2026), ("140726", None)],
)
def test_units_know_since_when(files: GazetteerFiles, code: str, year: int | None) -> None:
    assert files.units[code].valid_from == year


@pytest.mark.parametrize(
    ("code", "name", "until"),
    [("420600", "襄樊市", 2010), ("320803", "楚州区", 2011), ("530800", "思茅市", 2007), ("361128", "波阳县", 2003)],
)
def test_names_borne_before_under_the_same_code(files: GazetteerFiles, code: str, name: str, until: int) -> None:
    assert (code, name, "former", until) in {
        (alias.code, alias.name, alias.kind, alias.valid_to) for alias in files.aliases
    }


@pytest.mark.parametrize(
    ("code", "short", "alias"),
    [
        ("422800", "恩施", "恩施州"),
        ("513200", "阿坝", "阿坝州"),
        ("622900", "临夏", "临夏州"),
        ("622927", "积石山", "积石山县"),
        ("530426", "峨山", "峨山县"),
        ("150724", "鄂温克", "鄂温克旗"),
        ("150523", None, None),
        ("150522", "科尔沁左翼后旗", "科左后旗"),
    ],
)
def test_short_forms_of_autonomous_units(
    files: GazetteerFiles, code: str, short: str | None, alias: str | None
) -> None:
    found = {other.name for other in files.aliases if other.code == code}
    assert alias in found if alias else not found
    assert short is None or files.units[code].short == short


@pytest.mark.parametrize(
    ("code", "short"),
    [("150000", "内蒙古"), ("450000", "广西"), ("540000", "西藏"), ("640000", "宁夏"), ("650000", "新疆")],
)
def test_short_names_of_autonomous_regions(files: GazetteerFiles, code: str, short: str) -> None:
    assert files.units[code].short == short


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("长治市", "chang zhi"),
        ("长子县", "zhang zi"),
        ("洪洞县", "hong tong"),
        ("繁峙县", "fan shi"),
        ("单县", "shan xian"),
        ("尉犁县", "yu li"),
        ("六安市", "lu an"),
        ("蚌埠市", "beng bu"),
        ("铅山县", "yan shan"),
        ("乐亭县", "lao ting"),
        ("番禺区", "pan yu"),
        ("台州市", "tai zhou"),
        ("丽水市", "li shui"),
        ("左权县", "zuo quan"),
        ("成都市", "cheng du"),
        ("什邡市", "shi fang"),
        ("万柏林区", "wan bai lin"),
        ("大城县", "dai cheng"),
        ("蔚县", "yu xian"),
        ("井陉县", "jing xing"),
        ("亳州市", "bo zhou"),
        ("歙县", "she xian"),
        ("莘县", "shen xian"),
        ("东莞市", "dong guan"),
        ("郴州市", "chen zhou"),
        ("浚县", "xun xian"),
        ("勐腊县", "meng la"),
        ("绿春县", "lv chun"),
    ],
)
def test_pinyin_of_names_that_are_often_misread(files: GazetteerFiles, name: str, pinyin: str) -> None:
    assert {unit.pinyin for unit in standing(files) if unit.name == name} == {pinyin}


def test_every_unit_has_pinyin_in_plain_letters(files: GazetteerFiles) -> None:
    for unit in files.units.values():
        if unit.level != "township":
            assert unit.pinyin.replace(" ", "").isascii(), unit
            assert len(unit.pinyin.split()) == len(unit.short), unit


def make_sources(folder: Path) -> Path:
    """A source folder with two present counties, a changed one and an abolished township."""
    (folder / "gazetteer.csv").write_text(
        "code,level,name,short,parent_code,lon,lat\n"
        "140000,province,山西省,山西,,112.5,37.8\n"
        "140700,prefecture,晋中市,晋中,140000,,\n"
        "140703,county,太谷区,太谷,140700,112.5512345,37.4\n",
        encoding="utf-8",
    )
    (folder / "townships.csv").write_text(
        "code,name,county_code\n140703100000,范村镇,140703\n140703999000,旧乡（撤销）,140703\n", encoding="utf-8"
    )
    old = '{"code": "140726000000", "name": "太谷县", "parent_code": "140700000000"}'
    new = '{"code": "140703000000", "name": "太谷区", "parent_code": "140700000000"}'
    event = f'{{"year": 2019, "type": "撤县设区", "level": 3, "old": {old}, "new": {new}, "old_path": ["山西省", "晋中市", "太谷县"]}}'
    (folder / "quhua_change_events_1980_2026.json").write_text(f'{{"events": [{event}]}}', encoding="utf-8")
    return folder


def test_make_gazetteer_writes_the_same_bytes_again(tmp_path: Path) -> None:
    source, targets = make_sources(tmp_path), [tmp_path / "one", tmp_path / "two"]
    for target in targets:
        target.mkdir()
        script = [sys.executable, str(FOLDER / "make_gazetteer.py")]
        subprocess.run([*script, "--source", str(source), "--target", str(target)], check=True, capture_output=True)
    written = (targets[0] / "places.csv").read_bytes()
    assert written == (targets[1] / "places.csv").read_bytes()
    assert b"\r" not in written
    rows = {row["code"]: row for row in csv.DictReader(written.decode().splitlines())}
    assert rows["140726"]["successor_code"] == "140703"
    assert (rows["140703"]["lon"], rows["140703"]["pinyin"], rows["140703"]["valid_from"]) == (
        "112.55123",
        "tai gu",
        "2019",
    )
    assert (targets[0] / "townships.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "140703100000,范村镇,140703,fan cun"
    ]

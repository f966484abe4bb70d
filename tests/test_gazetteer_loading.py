"""load_gazetteer: what it fills, what a newer file changes, what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.curation import record_edit
from articles.models import Place, PlaceName
from articles.models.base import Level

pytestmark = pytest.mark.django_db

PLACES = """\
code,name,short,level,parent_code,lon,lat,pinyin,valid_from,valid_to,successor_code
140000,山西省,山西,province,,112.5,37.8,shan xi,,,
140700,晋中市,晋中,prefecture,140000,112.7,37.6,jin zhong,1999,,
140703,太谷区,太谷,county,140700,112.7228,37.40091,tai gu,2019,,
140722,左权县,左权,county,140700,113.3,37.0,zuo quan,,,
140726,太谷县,太谷,county,142400,112.7228,37.40091,tai gu,,2019,140703
142400,晋中地区,晋中,prefecture,140000,,,jin zhong,,1999,140700
"""
TOWNSHIPS = """\
code,name,parent_code,pinyin
140703100000,范村镇,140703,fan cun
140722100000,麻田镇,140722,ma tian
"""
ALIASES = """\
code,name,kind,valid_to
140700,榆社专区,former,1958
140722,辽县,former,1942
140722,左县,alias,
"""
TINY = 8
Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write a small gazetteer; places, townships and aliases replace the text of one file."""

    def write(places: str = PLACES, townships: str = TOWNSHIPS, aliases: str = ALIASES) -> Path:
        for name, text in (("places", places), ("townships", townships), ("aliases", aliases)):
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def load(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command and return what it printed."""
    call_command("load_gazetteer", "--folder", str(folder))
    return capsys.readouterr().out


def names_of(code: str) -> set[tuple[str, str, int | None]]:
    return set(PlaceName.objects.filter(place__code=code).values_list("name", "kind", "valid_to"))


def test_fills_places_with_paths_and_holders(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(folder(), capsys) == f"places: created {TINY}, updated 0, unchanged 0\n"
    town = Place.objects.get(code="140722100000")
    assert (town.path, town.short_name, town.pinyin) == ("山西省/晋中市/左权县/麻田镇", "麻田", "ma tian")
    assert (town.province.name, town.prefecture.name, town.county.name) == ("山西省", "晋中市", "左权县")
    county = Place.objects.get(code="140722")
    assert (county.county, county.parent.name, county.longitude) == (county, "晋中市", 113.3)


def test_former_units_count_for_their_successors(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    former = Place.objects.get(code="140726")
    assert (former.path, former.valid_to) == ("山西省/晋中地区/太谷县", 2019)
    assert (former.successor.name, former.county.name, former.prefecture.name) == ("太谷区", "太谷区", "晋中市")
    assert list(Place.objects.present().counties().values_list("name", flat=True)) == ["太谷区", "左权县"]


def test_names_lead_to_places(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    assert names_of("140703") == {("太谷区", "full", None), ("太谷", "short", None), ("太谷县", "former", 2019)}
    assert names_of("140722") == {
        ("左权县", "full", None),
        ("左权", "short", None),
        ("辽县", "former", 1942),
        ("左县", "alias", None),
    }


def test_second_load_changes_nothing_and_asks_little(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    before = list(Place.objects.values()), list(PlaceName.objects.values())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert load(folder(), capsys) == f"places: created 0, updated 0, unchanged {TINY}\n"
    assert (list(Place.objects.values()), list(PlaceName.objects.values())) == before
    assert len(queries) <= 6


def test_newer_file_updates_and_keeps_keys(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    keys = dict(Place.objects.values_list("code", "pk"))
    newer = PLACES.replace("左权县,左权,county,140700,113.3", "左权市,左权,county,140700,113.4")
    assert load(folder(newer), capsys) == "places: created 0, updated 2, unchanged 6\n"
    assert dict(Place.objects.values_list("code", "pk")) == keys
    county = Place.objects.get(code="140722")
    assert (county.name, county.longitude) == ("左权市", 113.4)
    assert Place.objects.get(code="140722100000").path == "山西省/晋中市/左权市/麻田镇"
    assert ("左权县", "former", timezone.localdate().year) in names_of("140722")
    assert ("左权县", "full", None) not in names_of("140722")
    assert load(folder(newer), capsys) == "places: created 0, updated 0, unchanged 8\n"


def test_newer_file_moves_a_county_with_its_townships(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    moved = PLACES.replace("左权,county,140700", "左权,county,140400") + "140400,长治市,长治,prefecture,140000,,,,,,\n"
    assert load(folder(moved), capsys) == "places: created 1, updated 2, unchanged 6\n"
    town = Place.objects.get(code="140722100000")
    assert (town.path, town.prefecture.name) == ("山西省/长治市/左权县/麻田镇", "长治市")


def test_unit_that_vanished_is_closed_and_comes_back(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    key = Place.objects.get(code="140722100000").pk
    without = TOWNSHIPS.replace("140722100000,麻田镇,140722,ma tian\n", "")
    assert load(folder(townships=without), capsys) == "places: created 0, updated 1, unchanged 7, closed 1\n"
    assert Place.objects.get(pk=key).valid_to == timezone.localdate().year
    assert load(folder(townships=without), capsys) == "places: created 0, updated 0, unchanged 7\n"
    assert load(folder(), capsys) == "places: created 0, updated 1, unchanged 7\n"
    assert Place.objects.get(pk=key).valid_to is None


def test_villages_follow_and_curators_names_stay(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    town = Place.objects.get(code="140722100000")
    village = Place.objects.create(
        code="140722100000-1", name="桐峪村", short_name="桐峪", level=Level.VILLAGE, parent=town, path="old"
    )
    PlaceName.objects.create(place=town, name="麻田古镇", kind=PlaceName.Kind.ALIAS)
    load(folder(PLACES.replace("左权县", "左权市")), capsys)
    village.refresh_from_db()
    assert (village.path, village.county.name) == ("山西省/晋中市/左权市/麻田镇/桐峪村", "左权市")
    assert ("麻田古镇", "alias", None) in names_of("140722100000")


def test_new_alias_counts_as_an_update(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    more = ALIASES.replace("1942", "1943") + "140703,阳邑,alias,\n"
    assert load(folder(aliases=more), capsys) == "places: created 0, updated 2, unchanged 6\n"
    assert ("辽县", "former", 1943) in names_of("140722")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("pinyin,valid_from", "valid_from", "no column pinyin"),
        ("140722,左权县", "140703,左权县", "code 140703 stands twice"),
        ("140722,左权县", "14072x,左权县", "'14072x' is not a code"),
        ("140722,左权县", "140722,", "name is empty"),
        ("140722,左权县", "140722,左/权县", "holds characters"),
        ("140722,左权县", "140722,左\x00权县", "places.csv"),
        ("140722,左权县", '140722,"左权县', "places.csv"),
        ("140722,左权县", "140722,太谷区", "are both 山西省/晋中市/太谷区 at the same time"),
        ("140722,左权县", f"140722,{'左' * 61}", "too long"),
        ("113.3,37.0", "east,37.0", "lon 'east' is not a number"),
        ("113.3,37.0", "nan,37.0", "lon 'nan' is not a number"),
        ("113.3,37.0", "1133,37.0", "is not a number"),
        ("113.3,37.0", "113.3,97.0", "lat '97.0' is not a number of degrees up to 90"),
        ("113.3,37.0", "113.3,37.0,9", "cells where the header has"),
        ("county,140700,113.3", "county,140799,113.3", "parent 140799 is not among the places"),
        ("county,140700,113.3", "county,140703,113.3", "parent 太谷区 is a county itself"),
        ("county,140700,113.3", "county,,113.3", "parent_code '' is not a code"),
        ("county,140700,113.3", "hamlet,140700,113.3", "level 'hamlet' is none of"),
        ("2019,140703", "2019,140799", "successor 140799 is not among the places"),
        ("2019,140703", "2019,142400", "successor 晋中地区 is closed as well"),
        ("2019,140703", ",140703", "but no valid_to"),
        ("2019,140703", "19,140703", "'19' is not a year"),
        (",,2019,140703", ",2020,2019,140703", "valid_from 2020 is after valid_to 2019"),
    ],
)
def test_refuses_bad_places_and_writes_nothing(folder: Folder, old: str, new: str, reason: str) -> None:
    assert old in PLACES
    path = folder(PLACES.replace(old, new))
    with pytest.raises(CommandError, match=reason.replace("'", ".")):
        call_command("load_gazetteer", "--folder", str(path))
    assert Place.objects.count() == PlaceName.objects.count() == 0


@pytest.mark.parametrize(
    ("townships", "aliases", "reason"),
    [
        (TOWNSHIPS + "140799100000,无名镇,140799,\n", ALIASES, "its parent 140799 is not among the places"),
        (TOWNSHIPS + "140703100000,范村镇,140703,\n", ALIASES, "code 140703100000 stands twice"),
        ("code,name\n", ALIASES, "townships.csv: no column parent_code, pinyin"),
        ("", ALIASES, "townships.csv: no column"),
        (TOWNSHIPS, ALIASES + "140799,无名,alias,\n", "aliases.csv row 5: code 140799 is not among the places"),
        (TOWNSHIPS, ALIASES + "140703,无名,nickname,\n", "kind 'nickname' is none of"),
    ],
)
def test_refuses_bad_townships_and_aliases(folder: Folder, townships: str, aliases: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        call_command("load_gazetteer", "--folder", str(folder(townships=townships, aliases=aliases)))
    assert Place.objects.count() == 0


def test_bad_newer_file_leaves_what_is_there(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder(), capsys)
    before = list(Place.objects.values())
    with pytest.raises(CommandError):
        call_command("load_gazetteer", "--folder", str(folder(PLACES.replace("左权县", ""))))
    assert list(Place.objects.values()) == before


def test_refuses_missing_folder_file_and_encoding(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such folder"):
        call_command("load_gazetteer", "--folder", str(tmp_path / "nowhere"))
    path = folder()
    (path / "places.csv").write_bytes(PLACES.encode("gb18030"))
    with pytest.raises(CommandError, match="places.csv: not UTF-8"):
        call_command("load_gazetteer", "--folder", str(path))
    (path / "places.csv").unlink()
    with pytest.raises(CommandError, match="no such file"):
        call_command("load_gazetteer", "--folder", str(path))
    folder("\ufeff" + PLACES.splitlines()[0], TOWNSHIPS.splitlines()[0], ALIASES.splitlines()[0])
    with pytest.raises(CommandError, match="there are no places"):
        call_command("load_gazetteer", "--folder", str(path))


def test_whole_country_loads_and_loads_again(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_gazetteer")
    assert "created 43003, updated 0, unchanged 0" in capsys.readouterr().out
    counts = [Place.objects.present().filter(level=level).count() for level in ("province", "prefecture", "county")]
    assert counts == [34, 333, 2847]
    assert Place.objects.filter(level=Level.TOWNSHIP, province__isnull=False).count() == 38610
    taigu, datong = Place.objects.get(code="140726"), Place.objects.get(code="140227")
    assert (taigu.name, taigu.valid_to, taigu.successor.name) == ("太谷县", 2019, "太谷区")
    assert (datong.name, datong.valid_to, datong.successor.name) == ("大同县", 2018, "云州区")
    assert Place.objects.get(path="广东省/东莞市/虎门镇").county is None
    call_command("load_gazetteer")
    assert capsys.readouterr().out == "places: created 0, updated 0, unchanged 43003\n"


def test_what_a_curator_corrected_outlasts_every_load(folder, capsys, admin_user):
    load(folder(), capsys)
    place = Place.objects.get(code="140722")
    record_edit(place, "longitude", 113.4, by=admin_user)
    record_edit(place, "parent", Place.objects.get(code="140703"), by=admin_user)
    record_edit(PlaceName.objects.get(name="左县"), "name", "左邑", by=admin_user)
    assert f"updated 0, unchanged {TINY}" in load(folder(), capsys)
    load(folder(places=PLACES.replace("113.3,37.0", "113.5,37.2")), capsys)
    place.refresh_from_db()
    assert (place.longitude, place.latitude, place.parent.name) == (113.4, 37.2, "太谷区")
    assert ("左邑", "alias", None) in names_of("140722")
    assert "左县" not in {name for name, _, _ in names_of("140722")}

"""Paths to places: present and former units, villages, and names that lead nowhere."""

import pytest

from articles.models import OpenQuestion, Place, PlaceMention
from articles.resolving.places import PlaceBook, area_of, seat_of
from tests.factories import make_place
from tests.importing.readings import COUNTY, make_named_place, make_read, store

pytestmark = pytest.mark.django_db

TOWN = f"{COUNTY}/麻田镇"
BODY = "在左权县麻田镇石磨坊村，村民们收起了核桃；石磨坊村的核桃卖得好。"


def place_row(path, **values):
    place = make_place(path)
    Place.objects.filter(pk=place.pk).update(**values)
    return Place.objects.get(pk=place.pk)


def test_a_village_is_made_once_under_its_township_with_a_code_of_its_own():
    make_place(TOWN, code="140722101000")
    path = f"{TOWN}/石磨坊村"
    store([make_read(BODY, places=(make_named_place(BODY, "石磨坊村", path),))])
    village = Place.objects.get(level="village")
    assert (village.path, village.parent.name, village.county.name) == (path, "麻田镇", "左权县")
    assert village.code.startswith("140722101v") and len(village.code) == 16
    mention = PlaceMention.objects.get()
    assert (mention.place, mention.count, mention.spans) == (village, 2, [[7, 11], [21, 25]])
    assert PlaceBook([path], None).get(path) == village


def test_a_village_whose_township_is_unknown_stands_under_the_county():
    make_place(COUNTY, code="140722")
    village = PlaceBook([f"{COUNTY}/石磨坊村"], None).get(f"{COUNTY}/石磨坊村")
    assert (village.parent.path, village.code[:7]) == (COUNTY, "140722v")


@pytest.mark.parametrize("path", [None, "", "中国", f"{COUNTY}/石磨坊", "无此省/石磨坊村", f"{TOWN}/石磨坊村/一组村"])
def test_what_is_no_village_of_a_known_unit_is_no_place(path):
    make_place(TOWN)
    assert PlaceBook([path or ""], None).get(path) is None


@pytest.mark.parametrize(("year", "code"), [(2015, "old"), (2021, "new"), (None, "new"), (1990, "new")])
def test_of_two_units_with_one_path_the_one_of_the_year_is_meant(year, code):
    path = make_place("山西省/大同市").path + "/云州区"
    place_row(path, code="new", valid_from=2018)
    Place.objects.create(
        code="old", name="云州区", short_name="云州", level="county", path=path, valid_from=2001, valid_to=2017
    )
    assert PlaceBook([path], year).get(path).code == code


def test_a_township_of_a_former_county_is_the_one_of_its_successor():
    district = make_place("山西省/晋中市/太谷区")
    town = make_place("山西省/晋中市/太谷区/侯城乡")
    place_row("山西省/晋中市/太谷县", valid_to=2019, successor=district, county=district)
    assert PlaceBook(["山西省/晋中市/太谷县/侯城乡"], 2015).get("山西省/晋中市/太谷县/侯城乡") == town


@pytest.mark.parametrize(
    ("path", "area", "seat"),
    [
        (COUNTY, "山西省/晋中市", COUNTY),
        ("山西省/晋中市", "山西省/晋中市", "山西省/晋中市"),
        ("山西省", "山西省", "山西省"),
    ],
)
def test_area_and_seat(path, area, seat):
    place = make_place(path)
    assert (area_of(place), seat_of(place)) == (make_place(area).pk, make_place(seat).pk)


@pytest.mark.parametrize(("path", "area"), [("河南省/济源市", "河南省/济源市"), ("北京市/东城区", "北京市")])
def test_area_of_a_county_right_under_its_province(path, area):
    province = make_place(path.split("/")[0])
    county = place_row(path, level="county", prefecture=None, province=province)
    Place.objects.filter(pk=county.pk).update(county=county)
    assert area_of(Place.objects.get(pk=county.pk)) == make_place(area).pk


def test_administrative_names_that_lead_nowhere_are_asked_about_with_their_namesakes():
    here = make_place("河北省/邢台市/城关镇")
    body = "记者在城关镇看到，太行山下一片金黄。"
    names = (make_named_place(body, "城关镇", None), make_named_place(body, "太行山", None, "site"))
    store([make_read(body, places=names)])
    question = OpenQuestion.objects.get(kind="place")
    assert (question.text, question.sentence) == ("城关镇", body)
    assert [one["id"] for one in question.candidates] == [here.pk]


def test_places_inside_names_of_schools_and_firms_are_no_mentions():
    make_place(COUNTY)
    body = "左权县第一中学迎来新生。"
    store([make_read(body, places=(make_named_place(body, "左权县", kind="embedded"),))])
    assert not PlaceMention.objects.exists()


def test_the_primary_place_is_marked_even_where_only_a_place_within_it_is_named():
    make_place(TOWN)
    store([make_read(BODY, places=(make_named_place(BODY, "麻田镇", TOWN),), primary_places=(COUNTY,))])
    rows = dict(PlaceMention.objects.values_list("place__name", "primary"))
    assert rows == {"麻田镇": False, "左权县": True}


def test_a_village_that_is_named_no_more_goes():
    make_place(TOWN)
    page = store([make_read(BODY, places=(make_named_place(BODY, "石磨坊村", f"{TOWN}/石磨坊村"),))])
    store([make_read(BODY)], page=page)
    assert not Place.objects.filter(level="village").exists()

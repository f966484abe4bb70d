"""Visits as rows: stops, companions, days, and what stays of what curators decided."""

import pytest

from articles.models import Official, OfficialMention, Place, Visit, VisitCompanion, VisitStop
from tests.factories import make_place
from tests.importing.readings import (
    COUNTY,
    DAY,
    make_held,
    make_named_place,
    make_person,
    make_read,
    make_visit,
    store,
)

pytestmark = pytest.mark.django_db

BODY = "8月7日，县长郑文若来到左权县石槽村石磨坊水库。副县长贺知远陪同。"
VILLAGE = f"{COUNTY}/石槽村"
CLAUSE = "县长郑文若来到左权县石槽村石磨坊水库"


@pytest.fixture(autouse=True)
def places():
    make_place(COUNTY)


def went(body=BODY, clause=CLAUSE, stops=None, companions=("贺知远",), **values):
    """An article in which 郑文若 goes somewhere with 贺知远."""
    people = (
        make_person(body, "郑文若", make_held(body, "县长")),
        make_person(body, "贺知远", make_held(body, "副县长")),
    )
    stops = {"左权县": COUNTY, "石槽村": VILLAGE, "石磨坊水库": None} if stops is None else stops
    named = (make_named_place(body, "左权县"), make_named_place(body, "石槽村", VILLAGE))
    visit = make_visit(body, clause, stops, companions, day=values.pop("day", "8月7日"))
    return make_read(body, people=people, places=named, visits=(visit,))


def test_a_visit_is_kept_with_its_day_its_stops_and_its_companions():
    store([went()])
    visit = Visit.objects.get()
    official, companion = Official.objects.get(name="郑文若"), Official.objects.get(name="贺知远")
    assert (visit.official, visit.name, visit.sentence) == (official, "郑文若", BODY.split("。")[0] + "。")
    assert (visit.first, visit.last, visit.precision, visit.date_text) == (DAY, DAY, "day", "8月7日")
    assert [(stop.text, stop.place and stop.place.path) for stop in visit.stops.all()] == [
        ("左权县", COUNTY), ("石槽村", VILLAGE), ("石磨坊水库", None),
    ]  # fmt: skip
    assert [(one.name, one.official, one.part) for one in visit.companions.all()] == [
        ("贺知远", companion, "companion")
    ]
    for one in (official, companion):
        assert list(Visit.objects.with_official(one)) == [visit]


def test_a_visit_without_a_day_has_none():
    store([went(day="")])
    visit = Visit.objects.get()
    assert (visit.first, visit.last, visit.precision) == (None, None, "unknown")


def test_reading_again_changes_nothing():
    page = store([went()])
    store([went()], page=page)
    assert (Visit.objects.count(), VisitStop.objects.count(), VisitCompanion.objects.count()) == (1, 3, 1)


@pytest.mark.parametrize("status", ["confirmed", "rejected", "added"])
def test_what_a_curator_decided_stays_and_is_not_doubled(status):
    page = store([went()])
    Visit.objects.update(status=status)
    store([went(companions=())], page=page)
    visit = Visit.objects.get()
    assert (visit.status, visit.companions.count(), visit.stops.count()) == (status, 1, 3)
    assert Visit.objects.with_official(visit.official).exists() == (status != "rejected")


def test_a_decided_visit_moves_with_its_words():
    page = store([went()])
    Visit.objects.update(status="confirmed")
    body = "雨过天晴。" + BODY
    store([went(body)], page=page)
    visit = Visit.objects.get()
    assert [body[start:end] for start, end in visit.spans] == [CLAUSE]
    assert [body[stop.start : stop.end] for stop in visit.stops.all()] == ["左权县", "石槽村", "石磨坊水库"]
    assert [body[one.start : one.end] for one in visit.companions.all()] == ["贺知远"]


def test_a_village_stays_while_a_decided_visit_leads_there():
    page = store([went()])
    Visit.objects.update(status="confirmed")
    body = "左权县无事。"
    store([make_read(body, places=(make_named_place(body, "左权县"),))], page=page)
    assert Place.objects.filter(path=VILLAGE).exists() and Visit.objects.count() == 1


def test_a_village_goes_with_the_visit_that_was_read_there():
    page = store([went()])
    store([make_read("左权县无事。")], page=page)
    assert not Place.objects.filter(path=VILLAGE).exists()
    assert not Visit.objects.exists() and not VisitStop.objects.exists()


def test_a_rejected_mention_takes_the_visit_from_the_official():
    store([went()])
    OfficialMention.objects.filter(official__name="贺知远").update(status="rejected")
    assert not Visit.objects.with_official(Official.objects.get(name="贺知远")).exists()
    assert Visit.objects.with_official(Official.objects.get(name="郑文若")).exists()


def test_company_that_has_no_row_goes_by_name_only():
    body = BODY.replace("副县长贺知远", "村民贺知远")
    read = make_read(body, visits=(make_visit(body, CLAUSE, {"石磨坊水库": None}, ("贺知远",)),))
    store([read])
    assert [(one.name, one.official) for one in VisitCompanion.objects.all()] == [("贺知远", None)]

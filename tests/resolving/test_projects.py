"""Which reports are on one project: the same name in the same county, or names within names and equal sums."""

from dataclasses import replace
from decimal import Decimal

import pytest

from articles.curation import record_edit
from articles.models import Project, ProjectFigure, ProjectMention
from articles.reading.projects.programmes import PROGRAMME
from articles.reading.records import Figure, Span
from articles.resolving.projects import folded
from tests.factories import make_curator, make_place
from tests.importing.exporting import export
from tests.importing.readings import CITY, COUNTY, make_found_project, make_read, make_source, span, store

pytestmark = pytest.mark.django_db

NEIGHBOUR = "山西省/晋中市/和顺县"
DAM, DAM_TWO = "石磨坊水库工程", "石磨坊水库工程二期"


@pytest.fixture(autouse=True)
def places():
    for path in (COUNTY, NEIGHBOUR):
        make_place(path)


@pytest.fixture
def curator():
    return make_curator()


def report(name=DAM, total="", place=COUNTY, **values):
    body = f"{name}昨日开工" + (f"，总投资{total}。" if total else "。")
    return make_read(body, projects=(make_found_project(body, name, total, place, **values),))


def pages(*reads):
    return [store([read], make_source(page=number)) for number, read in enumerate(reads, 1)]


def projects():
    rows = Project.objects.filter(merged_into=None)
    return sorted((row.name, row.place.name if row.place else "", row.mentions.count()) for row in rows)


@pytest.mark.parametrize(
    ("printed", "same"),
    [("石磨坊水库工程", "石磨坊 水库工程"), ("“石磨坊”水库工程", "石磨坊水库工程"), ("5G产业园项目", "５ｇ产业园项目")],
)
def test_names_are_the_same_however_they_are_printed(printed, same):
    assert folded(printed) == folded(same)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([report(), report("“石磨坊”水库工程")], [("“石磨坊”水库工程", "左权县", 2)]),
        ([report(), report(place=NEIGHBOUR)], [(DAM, "和顺县", 1), (DAM, "左权县", 1)]),
        ([report(place=CITY), report(place=CITY)], [(DAM, "晋中市", 2)]),
        ([report(DAM, "3亿元"), report(DAM_TWO, "3亿元")], [(DAM_TWO, "左权县", 2)]),
        ([report(DAM, "3亿元"), report(DAM_TWO, "2亿元")], [(DAM, "左权县", 1), (DAM_TWO, "左权县", 1)]),
        ([report(DAM, "3亿元"), report(DAM_TWO)], [(DAM, "左权县", 1), (DAM_TWO, "左权县", 1)]),
        ([report("水库", "3亿元"), report(DAM, "3亿元")], [("水库", "左权县", 1), (DAM, "左权县", 1)]),
        ([report(place=None), report(place=None)], [(DAM, "", 2)]),
        ([report(place=None), report()], [(DAM, "", 1), (DAM, "左权县", 1)]),
        ([report(owner="县水利局"), report(owner="左权县水利局")], [(DAM, "左权县", 2)]),
    ],
)
def test_which_reports_are_on_one_project_in_either_order(reports, expected):
    for order in (reports, reports[::-1]):
        stored = pages(*order)
        assert projects() == sorted(expected)
        for page in stored:
            page.delete()
        Project.objects.filter(merged_into__isnull=False).delete()
        Project.objects.all().delete()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1), (1, 3, 0, 2)])
def test_names_are_joined_in_any_order_and_the_shorter_ones_still_lead_there(order):
    reads = [report(DAM, "3亿元"), report(DAM_TWO, "3亿元"), report(f"左权县{DAM_TWO}", "3亿元"), report(DAM)]
    for index in order:
        store([reads[index]], make_source(page=index + 1))
    assert projects() == [(f"左权县{DAM_TWO}", "左权县", 4)]
    assert set(Project.objects.values_list("name", flat=True)) == {DAM, DAM_TWO, f"左权县{DAM_TWO}"}


def test_the_order_of_pages_does_not_change_what_is_stored():
    reads = [report(DAM, "3亿元", owner="县水利局"), report(DAM_TWO, "3亿元", owner="左权县水利局"), report(place=None)]
    exports = []
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        stored = [store([reads[index]], make_source(page=index + 1)) for index in order]
        exports.append(export())
        for page in stored:
            page.delete()
        Project.objects.filter(merged_into__isnull=False).delete()
        Project.objects.all().delete()
    assert all(one == exports[0] for one in exports)


def test_projects_without_a_place_are_told_apart_by_the_papers_home():
    make_place("山西省/运城市")
    pages(report(place=None))
    store([report(place=None)], make_source("运城日报", home="山西省/运城市"))
    assert projects() == [(DAM, "", 1), (DAM, "", 1)]


def test_a_report_keeps_its_stage_with_its_words_and_its_figures():
    body = "石磨坊水库工程昨日开工，总投资3亿元，占地200亩。"
    figures = (Figure("总投资", 3e8, "元", span(body, "3亿元")), Figure("占地面积", 200.0, "亩", span(body, "200亩")))
    stage = span(body, "开工")
    found = make_found_project(body, DAM, stage="started", stage_span=stage)
    pages(make_read(body, projects=(type(found)(**{**_fields(found), "figures": figures}),)))
    mention = ProjectMention.objects.get()
    assert (mention.stage, mention.stage_text, mention.sentence) == ("started", "开工", body)
    rows = set(ProjectFigure.objects.values_list("label", "value", "unit", "text"))
    assert rows == {("总投资", Decimal(300_000_000), "元", "3亿元"), ("占地面积", Decimal(200), "亩", "200亩")}


def _fields(found):
    return {name: getattr(found, name) for name in found.__slots__}


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e30, -1e30])
def test_figures_that_no_project_can_have_are_left_out(value):
    body = f"{DAM}总投资很多元。"
    found = make_found_project(body, DAM)
    figures = (Figure("总投资", value, "元", Span(7, 10, body[7:10])),)
    pages(make_read(body, projects=(type(found)(**{**_fields(found), "figures": figures}),)))
    assert ProjectMention.objects.count() == 1 and not ProjectFigure.objects.exists()


def test_two_projects_that_a_curator_worked_on_are_not_joined(curator):
    pages(report(DAM, "3亿元"), report(DAM_TWO))
    for project in Project.objects.all():
        record_edit(project, "owner", "县水利局", by=curator)
    store([report(DAM_TWO, "3亿元")], make_source(page=3))
    assert [row[0] for row in projects()] == [DAM, DAM_TWO]


def test_a_project_that_a_curator_renamed_and_moved_is_still_found(curator):
    page = pages(report())[0]
    project = Project.objects.get()
    record_edit(project, "name", "石磨坊水库", by=curator)
    record_edit(project, "place", make_place(NEIGHBOUR), by=curator)
    store([report()], make_source(page=1), page)
    store([report()], make_source(page=2))
    assert projects() == [("石磨坊水库", "和顺县", 2)]


def test_a_project_read_again_keeps_its_row_even_without_a_place():
    page = pages(report(place=None))[0]
    key = Project.objects.get().pk
    store([report(place=None)], make_source(page=1), page)
    assert Project.objects.get().pk == key


def test_a_project_goes_with_its_other_names_when_nothing_reports_it():
    stored = pages(report(DAM, "3亿元"), report(DAM_TWO, "3亿元"))
    for number, page in enumerate(stored, 1):
        store([make_read("别无他事。")], make_source(page=number), page)
    assert not Project.objects.exists()


def test_a_rejected_report_stays_rejected():
    page = pages(report())[0]
    ProjectMention.objects.update(status="rejected")
    store([report()], make_source(page=1), page)
    assert list(ProjectMention.objects.values_list("status", flat=True)) == ["rejected"]


def test_programmes_and_names_of_which_nothing_is_told_make_no_project():
    programme = replace(
        make_found_project(body := "全年重点项目总投资30亿元。", "全年重点项目", "30亿元"), rule=PROGRAMME
    )
    untold = report("石磨坊培训项目", place=None, stage="unknown")
    pages(make_read(body, projects=(programme,)), untold, report("石磨坊实训项目", place=None, stage="planned"))
    assert [row.name for row in Project.objects.all()] == ["石磨坊实训项目"]

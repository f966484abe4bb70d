"""The project ledger, and the page of one project."""

from datetime import date
from decimal import Decimal

import pytest

from articles.models import Project, ProjectMention, Stage
from articles.showing.stages import pips
from articles.templatetags.amounts import yi
from tests.factories import (
    make_article,
    make_figure,
    make_mention,
    make_official,
    make_page,
    make_place,
    make_policy,
    make_project,
    make_topic,
)
from tests.views.collection import make_collection

pytestmark = pytest.mark.django_db


def report(
    project: Project, day: date | None, stage: str = "unknown", body: str = "项目总投资5亿元。"
) -> ProjectMention:
    """Make an article of that day, and its report on the project."""
    page = make_page(day=day, file_name=f"{project.pk} {day}.txt", number=None)
    return make_mention(
        make_article(page, f"{day}的报道", body, offsets=[[0, 4]]), project, stage=stage, start=0, end=2
    )


def make_told_project() -> Project:
    """Make a project that is signed, started and built; its total investment is given as 5 and as 6 (亿元)."""
    project = make_project(place=make_place(), owner="左权水务公司")
    make_figure(report(project, date(2020, 1, 1), "signed"), value=5 * 10**8, text="5亿元", start=5, end=8)
    started = report(project, date(2020, 6, 1), "started", "总投资调整为6亿元。已完成投资1亿元。")
    make_figure(started, value=6 * 10**8, text="6亿元", start=6, end=9)
    make_figure(started, "完成投资", 10**8, text="1亿元", start=15, end=18)
    report(project, date(2021, 1, 1), "started")
    latest = report(project, date(2021, 6, 1), "under_construction", "完成投资2亿元。")
    make_figure(latest, "完成投资", 2 * 10**8, text="2亿元", start=4, end=7)
    return project


def record(client, project: Project):
    return client.get(project.get_absolute_url()).context["record"]


def test_stages_stand_in_time_with_their_first_report(client):
    steps = record(client, make_told_project()).steps
    assert [(step.stage.stage, step.quote.day, step.now) for step in steps] == [
        ("signed", date(2020, 1, 1), False), ("started", date(2020, 6, 1), False),
        ("under_construction", date(2021, 6, 1), True),
    ]  # fmt: skip


def test_each_kind_of_figure_shows_its_latest_sum_and_sentence(client):
    latest = record(client, make_told_project()).latest
    assert [(item.figure.label, item.figure.text, item.sentence, item.line) for item in latest] == [
        ("完成投资", "2亿元", "完成投资2亿元。", 4), ("总投资", "6亿元", "总投资调整为6亿元。", 4),
    ]  # fmt: skip


def test_contradicting_sums_of_one_kind_stand_side_by_side(client):
    response = client.get(make_told_project().get_absolute_url())
    (contradiction,) = response.context["record"].contradictions
    assert contradiction[0] == "总投资"
    assert [item.figure.text for item in contradiction[1]] == ["6亿元", "5亿元"]
    assert "前后不一：总投资" in response.content.decode()


def test_one_sum_told_twice_is_no_contradiction(client):
    project = make_project(place=make_place())
    for day in (date(2020, 1, 1), date(2021, 1, 1)):
        make_figure(report(project, day))
    assert record(client, project).contradictions == ()


def test_a_sum_of_a_part_beside_the_whole_is_no_contradiction(client):
    project = make_project(place=make_place())
    make_figure(report(project, date(2020, 1, 1)), value=6)
    both = report(project, date(2021, 1, 1))
    make_figure(both, value=6)
    make_figure(both, value=2, start=3, end=4)
    assert record(client, project).contradictions == ()


def test_figures_of_one_kind_in_two_units_stand_beside_each_other(client):
    project = make_project(place=make_place())
    told = report(project, date(2020, 1, 1))
    make_figure(told, "占地面积", 168, unit="亩", text="168亩")
    make_figure(told, "占地面积", 900, unit="平方米", text="900平方米", start=3, end=4)
    found = record(client, project)
    assert [item.figure.text for item in found.latest] == ["168亩", "900平方米"]
    assert found.contradictions == ()


@pytest.mark.parametrize("label", ["年度投资", "累计投资", "建设规模", "惠及"])
def test_what_grows_or_changes_with_the_year_does_not_contradict(client, label):
    project = make_project(place=make_place())
    for year in (2020, 2021):
        make_figure(report(project, date(year, 1, 1)), label, year)
    assert record(client, project).contradictions == ()


def test_rejected_reports_and_orphans_do_not_count(client):
    project = make_told_project()
    ProjectMention.objects.filter(stage="under_construction").update(status="rejected")
    orphan = ProjectMention.objects.get(article__published=date(2020, 6, 1)).article
    orphan.review_state = "orphaned"
    orphan.save()
    found = record(client, project)
    assert [step.quote.day for step in found.steps] == [date(2020, 1, 1), date(2021, 1, 1)]
    assert [item.figure.text for item in found.latest] == ["5亿元"]


def test_the_page_names_owner_place_and_companions(client):
    project = make_told_project()
    article = ProjectMention.objects.latest("pk").article
    for entity in (make_official(), make_policy(), make_topic()):
        make_mention(article, entity)
    text = client.get(project.get_absolute_url()).content.decode()
    for words in ("左权水务公司", "左权县", "郑文若", "《左权县水库安全管理办法》", "乡村振兴", "见于 4 篇报道"):
        assert words in text


def test_a_figure_outside_the_body_falls_back_on_the_report(client):
    project = make_project(place=make_place())
    make_figure(report(project, date(2020, 1, 1)), start=500, end=510)
    assert record(client, project).latest[0].sentence == "项目总投资5亿元。"


def test_the_ledger_shows_the_latest_stage_and_sum(client):
    make_told_project()
    ((project, stage),) = client.get("/projects/").context["rows"]
    assert (stage.stage, project.investment, project.spent) == ("under_construction", 6 * 10**8, 2 * 10**8)
    assert (project.reported, project.last_reported) == (4, date(2021, 6, 1))


def test_only_public_projects_are_listed(client):
    make_mention(make_article(), make_project("只有名字的工程"))
    make_project("无人报道的工程", make_place())
    make_mention(make_article(review_state="orphaned"), make_project("孤儿报道的工程", make_place()))
    make_mention(make_article(), make_project("被驳回的工程", make_place()), status="rejected")
    make_mention(make_article(), make_project("有阶段的工程"), stage="started")
    assert [project.name for project, _stage in client.get("/projects/").context["rows"]] == ["有阶段的工程"]


def make_ledger() -> None:
    article = make_article()
    for name, path, stage, value in (
        ("甲厂", "山西省/晋中市/左权县", "started", 3), ("乙路", "山西省/晋中市/平遥县", "signed", 9),
        ("丙桥", "山西省/运城市/盐湖区", "unknown", None),
    ):  # fmt: skip
        told = make_mention(article, make_project(name, make_place(path)), stage=stage)
        if value:
            make_figure(told, value=value * 10**8)


def listed(client, query: str) -> list[str]:
    return [project.name for project, _stage in client.get(f"/projects/?{query}").context["rows"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("stage=started", ["甲厂"]), ("stage=unknown", ["丙桥"]), ("q=路", ["乙路"]), ("stage=operating", []),
        ("sort=investment", ["乙路", "甲厂", "丙桥"]), ("sort=name", ["丙桥", "乙路", "甲厂"]), ("sort=latest&q=桥", ["丙桥"]),
    ],
)  # fmt: skip
def test_the_ledger_is_narrowed_and_sorted(client, query, names):
    make_ledger()
    assert listed(client, query) == names


def test_the_ledger_is_narrowed_to_a_place(client):
    make_ledger()
    county = make_place()
    assert listed(client, f"place={county.code}") == ["甲厂"]
    assert set(listed(client, f"place={county.prefecture.code}")) == {"甲厂", "乙路"}


@pytest.mark.parametrize("query", ["stage=odd", "place=nowhere", "sort=up", "q=%00"])
def test_a_condition_that_cannot_be_read_is_named(client, query):
    make_ledger()
    response = client.get(f"/projects/?{query}")
    assert (response.status_code, bool(response.context["unread"])) == (400, True)


def test_counts_equal_the_list_behind_them(client):
    make_collection()
    for project, _stage in client.get("/projects/").context["rows"]:
        total = client.get(f"/articles/?project={project.pk}").context["total"]
        assert project.reported == total == len(record(client, project).reports)


def test_a_merged_project_leads_to_the_one_that_stayed(client):
    stayed = make_project()
    response = client.get(make_project("旧名", merged_into=stayed).get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, stayed.get_absolute_url())


@pytest.mark.parametrize("pk", ["99", str(10**30), "x"])
def test_unknown_projects_are_not_found(client, pk):
    assert client.get(f"/projects/{pk}/").status_code == 404


@pytest.mark.parametrize("stage", Stage.values)
def test_every_stage_has_its_word_and_five_pips_or_none(stage):
    found = pips(stage)
    assert found.label == Stage(stage).label
    assert len(found.looks) in (0, 5)
    assert found.looks.count("now") == bool(found.looks)


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        (1_860_000_000, "18.6"), (8_000_000, "0.08"), (430_000, "0.0043"), (0, "0"), (123_456_000_000, "1,234.56"),
        (10**11, "1,000"), (None, ""),
    ],
)  # fmt: skip
def test_sums_are_written_in_hundred_millions(yuan, text):
    assert yi(None if yuan is None else Decimal(yuan)) == text


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    main, county = make_project(place=make_place()), make_place()
    for number in range(1, 25):
        told = report(main, date(2021, 1, number), "started")
        make_figure(told, value=number)
        other = make_mention(told.article, make_project(f"工程{number}", county), stage="signed")
        make_figure(other)
        make_mention(told.article, make_official(f"官员{number}"))
    with django_assert_max_num_queries(12):
        assert len(client.get("/projects/").context["rows"]) == 25
    with django_assert_max_num_queries(15):
        assert len(record(client, main).reports) == 24

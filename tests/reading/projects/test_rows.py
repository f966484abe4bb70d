"""The rows of printed lists of projects: a name, its sum and how far it is, one row after the other."""

from __future__ import annotations

import pytest

from tests.reading.projects.test_projects import names_in, projects_in

LISTED = """本季度全县重点项目集中开工，情况如下。
1.青石镇山货分拣仓：总投资3.1亿元，年内主体完工；2.凤山镇羊肚菌烘房集群：总投资0.8亿元，日处理鲜菇20吨。
3.龙泉镇旅游服务区：总投资1.2亿元，建设停车场和营地。"""


def test_the_rows_of_a_list_are_projects_at_the_stage_that_leads_to_them() -> None:
    assert [(project.name, project.investment_yuan, project.stage) for project in projects_in(LISTED)] == [
        ("青石镇山货分拣仓", 310_000_000, "under_construction"),
        ("凤山镇羊肚菌烘房集群", 80_000_000, "started"),
        ("龙泉镇旅游服务区", 120_000_000, "started"),
    ]


def test_a_row_may_begin_with_its_county() -> None:
    body = "龙泉县：蓝莓保鲜仓，位于青石镇，总投资2亿元，2月签约。\n凤山县：木耳烘干站，总投资5000万元，已经投用。"
    found = [(project.name, project.investment_yuan, project.stage) for project in projects_in(body)]
    assert found == [("蓝莓保鲜仓", 200_000_000, "signed"), ("木耳烘干站", 50_000_000, "operating")]


def test_what_follows_in_a_row_is_said_of_it() -> None:
    body = "龙泉河治理项目。计划投资1.8亿元，因环评未获通过，已于7月终止。青石镇风电项目。总投资3亿元，正在施工。"
    found = [(project.investment_yuan, project.stage) for project in projects_in(body)]
    assert found == [(180_000_000, "cancelled"), (300_000_000, "under_construction")]


@pytest.mark.parametrize(
    "body",
    [
        "青石镇山货分拣仓：总投资3.1亿元，年内主体完工。",
        "郑立秋：总投资3亿元，分三年建成。\n马守田：投资5000万元就够了。",
        "龙泉县：总投资3亿元，排名第一。\n凤山县：总投资2亿元，排名第二。",
    ],
)
def test_one_row_people_or_counties_are_no_list_of_projects(body: str) -> None:
    assert names_in(body) == []

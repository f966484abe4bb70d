"""Figures of projects: what a number means, never mixed."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.projects.figures import counted_figure, find_figures, name_figures
from articles.reading.projects.finding import find_projects
from articles.reading.records import Source
from tests.reading.facts import make_text

FIGURES = {
    "计划总投资15.8亿元": [("总投资", 1.58e9, "元")],
    "总投资3亿元，已完成投资1.2亿元": [("总投资", 3e8, "元"), ("完成投资", 1.2e8, "元")],
    "年度计划投资1.6亿元": [("年度投资", 1.6e8, "元")],
    "筹措资金1.3亿元": [("总投资", 1.3e8, "元")],
    "由两县共同出资6200万元": [("总投资", 62_000_000, "元")],
    "估算投资7860万元": [("总投资", 78_600_000, "元")],
    "达产后年产值可达6500万元": [("年产值", 65_000_000, "元")],
    "实现销售收入22亿元": [("销售收入", 2.2e9, "元")],
    "缴纳税收320万元": [("税收", 3_200_000, "元")],
    "带动就业80余人": [("就业", 80, "人")],
    "吸纳340名贫困群众在家门口就业": [("就业", 340, "人")],
    "规划占地860亩": [("占地面积", 860, "亩")],
    "总建筑面积2.3万平方米": [("建筑面积", 23_000, "平方米")],
    "全长1410米": [("长度", 1410, "米")],
    "年产镜头6000万颗": [("年产能", 6e7, "颗")],
    "年可处理鲜果40万吨": [("年产能", 400_000, "吨")],
    "装机容量50万千瓦": [("装机规模", 500, "兆瓦")],
    "财政补助200万元": [("补助资金", 2_000_000, "元")],
    "今年安排30个会": [],
    "气温下降3公里": [],
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_a_figure_has_its_meaning(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = find_figures(text, 0, len(text))
    assert [(figure.label, figure.value, figure.unit) for figure in found] == expected
    assert all(text[figure.span.start : figure.span.end] == figure.span.text for figure in found)


def test_a_measure_in_a_name_is_its_size() -> None:
    name = "20万吨负极材料项目"
    assert [(f.label, f.value) for f in name_figures(name, 0, len(name))] == [("规模", 200_000)]


def test_a_count_right_after_a_name_is_its_extent() -> None:
    text = "食用菌大棚216座"
    figure = counted_figure(text, 5, len(text))
    assert figure is not None
    assert (figure.label, figure.value, figure.unit) == ("建设规模", 216, "座")
    assert counted_figure("食用菌大棚很多", 5, 7) is None


@pytest.mark.parametrize(
    "body",
    [
        "龙泉渠江大桥主桥合龙。该桥全长900米，主跨210米，总投资5.16亿元。",
        "龙泉至青石旅游公路开工。该路段起于龙泉镇，止于青石镇，全长18公里，总投资5.16亿元。",
        "龙泉河环境整治工程正在施工。这项总投资5.16亿元的工程去年3月开工。",
        "河东至山南快速通道桥梁合龙。快速通道全长31公里，总投资5.16亿元。",
        "全市抓紧建设龙泉陶艺小镇。小镇依托旧窑址布局，设有手作坊等，总投资5.16亿元。",
        "龙泉滑雪小镇项目工地上一片忙碌。这个总投资5.16亿元的重点工程，主体已封顶。",
        "龙泉县危桥改造工程即将收尾。今年，县里筹资5.16亿元，对各镇的23座危桥进行加固。",
        "在甲市签约的龙泉光伏组件项目投资最大，达5.16亿元。",
        "在龙泉蔗渣材料项目车间，工人忙碌。该项目总投资5.16亿元。",
        "县里投资5.16亿元，对青石镇37个老旧小区实施改造。",
        "他争取资金5.16亿元实施龙泉村管网改造工程。",
        "乡里引进社会资本5.16亿元建设龙泉森林康养基地。",
    ],
)
def test_a_sum_that_takes_a_name_up_is_its_own(body: str) -> None:
    (project,) = find_projects(make_text(body), (), Source("甲市日报", "乙省/甲市", date(2023, 3, 16)))
    assert project.investment_yuan == 516_000_000


def test_a_sum_behind_a_semicolon_leads_to_the_next_project() -> None:
    body = "龙泉集团将投资6亿元，在青石镇建设咖啡加工基地，明年投产；投资2亿元，在凤山镇建设坚果仓储中心。"
    found = find_projects(make_text(body), (), Source("甲市日报", "乙省/甲市", date(2023, 3, 16)))
    assert [project.investment_yuan for project in found] == [600_000_000, 200_000_000]

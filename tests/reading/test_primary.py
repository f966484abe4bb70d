"""Primary places: headline, dominance, the newspaper's home."""

import pytest

from tests.reading.facts import primary_in

HOME = "山西省/晋中市"


@pytest.mark.parametrize(
    ("body", "headline", "paper", "primary"),
    [
        ("市委书记到左权县调研，平遥县也去了。", "左权县推进项目建设", "晋中日报", (f"{HOME}/左权县",)),
        ("左权县麻田镇开工，左权县桐峪镇投产，太原客商到场。", None, "晋中日报", (f"{HOME}/左权县",)),
        ("市委部署秋收。祁县动手早，平遥县措施实，介休市、灵石县跟上。", None, "晋中日报", (HOME,)),
        ("各部门认真落实。", None, "晋中日报", (HOME,)),
        ("湖北省水利厅印发方案。", "湖北完善河湖保护", "人民日报", ("湖北省",)),
        ("成都、德阳、绵阳的订单最多，南充、遂宁次之。", "外贸数据公布", "人民日报", ("四川省",)),
        ("天上有云。", None, "人民日报", ()),
        ("东城区改造胡同。", None, "北京日报", ("北京市/东城区",)),
        (
            "祁县签约，祁县开工，平遥县签约，平遥县开工。",
            "我市项目建设提速",
            "晋中日报",
            (HOME, f"{HOME}/祁县", f"{HOME}/平遥县"),
        ),
    ],
)
def test_primary_places(body: str, headline: str | None, paper: str, primary: tuple[str, ...]) -> None:
    assert primary_in(body, paper, headline) == primary

"""A small collection for the tests of lists: nine articles of two papers on five places, and what they name."""

from datetime import date
from typing import Any

from articles.models import Article
from tests.factories import (
    make_article,
    make_mention,
    make_newspaper,
    make_official,
    make_page,
    make_place,
    make_policy,
    make_project,
    make_topic,
)

ZUOQUAN, PINGYAO = "山西省/晋中市/左权县", "山西省/晋中市/平遥县"
YANHU, JIYUAN = "山西省/运城市/盐湖区", "河南省/济源市"
TOWN = "山西省/晋中市/左权县/麻田镇"


def make_collection() -> dict[str, Any]:
    """Make it, and return what tests ask for by name. One mention is rejected, one article an orphan."""
    named = _entities()
    jinzhong, yuncheng = make_newspaper(), make_newspaper("运城日报", "yuncheng-ribao")
    pages = [
        make_page(jinzhong, date(2020, 3, 1), 1), make_page(jinzhong, date(2021, 8, 7), 1),
        make_page(yuncheng, date(2021, 5, 2), 2), make_page(yuncheng, None, None, file_name="无日期.txt"),
    ]  # fmt: skip
    rows = [
        (pages[0], "水库开工", "news", [ZUOQUAN, "郑文若", "乡村振兴", "石磨坊水库"]),
        (pages[0], "古城修缮", "photo", [PINGYAO, "文旅融合"]),
        (pages[0], "两县签约", "news", [ZUOQUAN, PINGYAO, "郑文若", "贺知远", "项目建设", "管理办法"]),
        (pages[1], "水库验收", "news", [TOWN, "郑文若", "石磨坊水库", "管理办法"]),
        (pages[1], "盐湖论坛", "commentary", [YANHU, "贺知远", "文旅融合"]),
        (pages[2], "盐湖开渔", "news", [YANHU, "乡村振兴"]),
        (pages[2], "济源来访", "news", [JIYUAN, YANHU, "贺知远"]),
        (pages[3], "没有日期的水库", "brief", [ZUOQUAN]),
    ]
    for page, headline, kind, names in rows:
        article = make_article(page, headline, f"{headline}的正文。", kind=kind)
        for name in names:
            make_mention(article, named[name])
    make_mention(Article.objects.get(headline="盐湖开渔"), named["郑文若"], status="rejected")
    orphan = make_article(pages[1], "水库孤儿", "不再有的文章。", review_state="orphaned")
    make_mention(orphan, named["郑文若"])
    make_mention(orphan, named[ZUOQUAN])
    return named


def _entities() -> dict[str, Any]:
    group = make_topic("经济", "economy")
    named: dict[str, Any] = {path: make_place(path) for path in (ZUOQUAN, PINGYAO, YANHU, TOWN)}
    named[JIYUAN] = make_direct_county()
    named |= {name: make_official(name) for name in ("郑文若", "贺知远")}
    named["乡村振兴"] = make_topic()
    named |= {
        name: make_topic(name, slug, parent=group) for name, slug in (("文旅融合", "tourism"), ("项目建设", "projects"))
    }
    named["石磨坊水库"] = make_project(place=named[ZUOQUAN])
    named["管理办法"] = make_policy()
    return named


def make_direct_county() -> Any:
    """Make a county that belongs to its province without a prefecture between."""
    province = make_place("河南省")
    county = make_place(JIYUAN)
    county.level, county.prefecture, county.county, county.province = "county", None, county, province
    county.save()
    return county

"""Titles: where a post begins, which place and level it tells, what is none."""

import pytest

from articles.reading.people.titles import Title, find_titles, index_places
from tests.reading.facts import places_in


def titles_in(body: str, paper: str = "晋中日报") -> list[Title]:
    return find_titles(body, index_places(places_in(body, paper)))


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("近日，记者采访了左权县委书记李一鸣。", ["左权县委书记"]),
        ("他当场要求市农业农村局局长薛一山牵头。", ["市农业农村局局长"]),
        ("市委常委、秘书长、组织部部长李一鸣参加。", ["市委常委", "秘书长", "组织部部长"]),
        ("市人力资源和社会保障局副局长赵小兰说。", ["市人力资源和社会保障局副局长"]),
        ("国防部长李一鸣会见来宾。", ["国防部长"]),
        ("由常务副县长李一鸣任指挥长。", ["常务副县长", "指挥长"]),
        ("市信访局局长、县大数据局局长。", ["市信访局局长", "县大数据局局长"]),
        ("榆次区长李一鸣。", ["榆次区长"]),
        ("榆次区长凝镇的核桃。", []),
        ("全县长期坚持，秘书处发文。", []),
        ("市长热线和书记处。", ["市长"]),
        ("省人大常委会副主任李一鸣。", ["省人大常委会副主任"]),
        ("平遥县古陶镇南城社区党总支书记兼居委会主任李一鸣。", ["平遥县古陶镇南城社区党总支书记", "居委会主任"]),
        ("平遥县水利局原局长李一鸣。", ["平遥县水利局原局长"]),
        ("县农牧和科技局副局长李一鸣说。", ["县农牧和科技局副局长"]),
        ("市海洋与渔业局局长李一鸣说。", ["市海洋与渔业局局长"]),
        ("县委书记王五和林业局局长李一鸣。", ["县委书记", "林业局局长"]),
        ("市教育局和市水利局局长李一鸣。", ["市水利局局长"]),
        ("左权县副县长、碳纤和碳纤维产业园管委会主任李一鸣。", ["左权县副县长", "碳纤和碳纤维产业园管委会主任"]),
        ("县长、副县长王五和林业局局长李一鸣。", ["县长", "副县长", "林业局局长"]),
        ("握住镇党委书记李一鸣的手。", ["镇党委书记"]),
        ("他叮嘱社区党支部书记李一鸣。", ["社区党支部书记"]),
        ("麻田镇党委书记、镇级田长李一鸣。", ["麻田镇党委书记", "镇级田长"]),
        ("全面推行河长制、林长制。", []),
        ("市派第一书记李一鸣。", ["市派第一书记"]),
        ("团市委书记李一鸣。", ["团市委书记"]),
        ("上石人民法庭庭长李一鸣。", ["上石人民法庭庭长"]),
        ("镇党委委员、组织委员李一鸣。", ["镇党委委员", "组织委员"]),
        ("苏木达孟克。", ["苏木达"]),
        ("县委书记员一鸣和镇纪委书记官一鸣。", ["县委书记", "镇纪委书记"]),
        ("法院书记员和书记官到场。", []),
    ],
)
def test_a_post_begins_where_its_organ_does(body: str, texts: list[str]) -> None:
    assert [title.text for title in titles_in(body)] == texts


@pytest.mark.parametrize(
    ("body", "level", "unit"),
    [
        ("市委书记李一鸣", "市", None),
        ("县长李一鸣", "县", None),
        ("左权县县长李一鸣", "县", "山西省/晋中市/左权县"),
        ("太原市委统战部部长李一鸣", None, "山西省/太原市"),
        ("自治区主席李一鸣", "自治区", None),
        ("总书记", "国", None),
        ("秘书长李一鸣", None, None),
    ],
)
def test_level_and_place_are_read_off(body: str, level: str | None, unit: str | None) -> None:
    (title,) = titles_in(body)
    assert (title.level, title.unit) == (level, unit)


@pytest.mark.parametrize(
    ("body", "former", "acting"),
    [
        ("时任县长李一鸣", True, False),
        ("代县长李一鸣", False, True),
        ("代理市长李一鸣", False, True),
        ("原左权县委书记李一鸣", True, False),
        ("副县长李一鸣", False, False),
    ],
)
def test_former_and_acting_are_marked(body: str, former: bool, acting: bool) -> None:
    (title,) = titles_in(body)
    assert (title.former, title.acting) == (former, acting)

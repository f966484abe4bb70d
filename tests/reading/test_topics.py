"""Topics by weighted words."""

from __future__ import annotations

import pytest

from articles.reading.records import PlaceMention, Span
from articles.reading.topics import MOST, TOPICS, find_topics
from articles.reading.words import read_pairs
from tests.reading.facts import make_text

NAMES = [
    "乡村振兴",
    "项目建设",
    "产业转型",
    "能源革命",
    "生态环保",
    "科技创新",
    "省校合作",
    "营商环境",
    "文旅融合",
    "疫情防控",
    "防汛应急",
    "农业农村",
    "城市建设",
    "民生保障",
    "教育",
    "医疗卫生",
    "党的建设",
    "纪检监察",
    "区域协调",
    "改革开放",
    "数字经济",
    "人才",
    "交通",
    "会议活动",
    "红色文化",
]


def test_the_topics_are_those_of_the_format() -> None:
    assert [topic.name for topic in TOPICS] == NAMES


def test_addresses_are_plain_and_single() -> None:
    assert all(topic.slug.replace("-", "").isascii() and topic.slug.islower() for topic in TOPICS)
    assert len({topic.slug for topic in TOPICS}) == len(TOPICS)


def test_groups_bear_no_topics_name() -> None:
    assert not {topic.group for topic in TOPICS} & set(NAMES)
    assert all(topic.library_class for topic in TOPICS)


@pytest.mark.parametrize(("topic", "rest"), read_pairs("topics"))
def test_the_example_of_a_topic_is_of_that_topic(topic: str, rest: str) -> None:
    example = rest.split("\t")[3]
    assert find_topics(make_text(example), (), (), ())[0].name == topic


def test_every_topic_word_belongs_to_a_topic_with_a_weight() -> None:
    for topic, rest in read_pairs("topic_words"):
        weight, _, words = rest.partition("\t")
        assert topic in NAMES
        assert weight in {"1", "2", "3", "4"}
        assert words.split()


def test_every_leaning_is_of_a_topic_and_moderate() -> None:
    leanings = dict(read_pairs("topic_leanings"))
    assert set(leanings) <= set(NAMES)
    assert all(0.5 <= float(factor) <= 2 for factor in leanings.values())


def test_a_topic_with_few_words_of_its_own_needs_less() -> None:
    found = [one.name for one in find_topics(make_text("搬迁户领到钥匙，孩子们在新学校上课。"), (), (), ())]
    assert found[0] == "乡村振兴"


def test_a_word_counts_more_in_the_headline() -> None:
    body = "村里开展人居环境整治，医生来义诊。"
    plain = {topic.name: topic.score for topic in find_topics(make_text(body), (), (), ())}
    led = {topic.name: topic.score for topic in find_topics(make_text(body, "送医下乡的义诊"), (), (), ())}
    assert led["医疗卫生"] > plain["医疗卫生"]


def test_the_deciding_words_are_told_the_heaviest_first() -> None:
    topic = find_topics(make_text("全县防汛抗旱，排查水库隐患，水库加固。"), (), (), ())[0]
    assert topic.name == "防汛应急"
    assert topic.words[0] == "防汛抗旱"


def test_there_are_never_more_than_most() -> None:
    body = "".join(rest.split("\t")[3] + "。" for _, rest in read_pairs("topics"))
    assert len(find_topics(make_text(body), (), (), ())) == MOST


def test_three_provinces_speak_for_cooperation_between_them() -> None:
    body = "甲省、乙省、丙省联动治理，三方共建合作机制。"
    spans = [body.index(name) for name in ("甲省", "乙省", "丙省")]
    places = tuple(
        PlaceMention(body[at : at + 2], body[at : at + 2], "admin", (Span(at, at + 2, body[at : at + 2]),), "test", 1.0)
        for at in spans
    )
    assert "区域协调" in [topic.name for topic in find_topics(make_text(body), (), (), places)]


@pytest.mark.parametrize(
    ("plain", "telling", "topic"),
    [
        ("市政府印发通知。", "市政道路完工。", "城市建设"),
        ("县委书记说起精神。", "党员重温入党誓词。", "党的建设"),
        ("他毕业于一所大学。", "市里与大学签订省校合作协议。", "省校合作"),
    ],
)
def test_what_all_officials_say_tells_no_topic(plain: str, telling: str, topic: str) -> None:
    assert topic not in [one.name for one in find_topics(make_text(plain), (), (), ())]
    assert topic in [one.name for one in find_topics(make_text(telling), (), (), ())]


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        ("因管道改造，城东片区停水一天，请居民储水。", "民生保障"),
        ("编辑同志：我们村口的红绿灯坏了半年。", "民生保障"),
        ("有的部门把留痕当落实，说到底是政绩观出了偏差。", "党的建设"),
        ("全县秋粮生产现场会召开，会议要求抢收。", "会议活动"),
        ("茶农背着竹篓进山，茶园里人来人往。", "农业农村"),
        ("绣娘们赶制刺绣，庙会上摆了三十个摊。", "文旅融合"),
        ("两地对口协作，飞地园区共建共享。", "区域协调"),
        ("雨污分流改造，大道全线封闭施工。", "城市建设"),
    ],
)
def test_notices_letters_and_comments_have_their_topic(body: str, topic: str) -> None:
    assert topic in [one.name for one in find_topics(make_text(body), (), (), ())]


@pytest.mark.parametrize("body", ["", "。", "今天天气不错。"])
def test_nothing_said_is_no_topic(body: str) -> None:
    assert find_topics(make_text(body), (), (), ()) == ()

"""The stage of a project by the words said of it."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.projects.stage_words import decide_stage, find_stage_words, stage_words
from articles.reading.words import read_pairs

ISSUE = date(2023, 3, 16)


def stage_of(text: str, default: str = "unknown") -> str:
    """The stage that a text alone gives."""
    return decide_stage(find_stage_words(text, 0, len(text), ISSUE), default)[0]


@pytest.mark.parametrize(("words", "rest"), read_pairs("stage_words"))
def test_the_words_of_a_stage_decide(words: str, rest: str) -> None:
    stage, _, example = rest.partition("\t")
    assert any(word in example for word in words.split())
    assert stage_of(example) == stage


@pytest.mark.parametrize("word", stage_words())
def test_every_word_decides_alone(word: str) -> None:
    assert stage_of(f"该项目已{word}") == stage_words()[word]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("该项目去年9月核准，目前正在施工", "under_construction"),
        ("该项目计划9月开工，2025年投产", "planned"),
        ("该项目正在施工，确保年底前竣工投产", "under_construction"),
        ("该项目今年1月投产", "operating"),
        ("该项目今年6月竣工", "under_construction"),
        ("主体基本完工，正在安装设备", "under_construction"),
        ("该项目建成后可带动就业", "under_construction"),
        ("该项目尚未开工", "unknown"),
        ("已竣工，进入试运行", "trial"),
        ("因资金问题停工", "suspended"),
        ("他走进中试车间", "unknown"),
        ("立项、施工等手续已办齐，手续完备", "approved"),
        ("曾停工两年，今年3月复工", "under_construction"),
        ("因征地停工，计划10月复工", "suspended"),
        ("5个作业区已建成3个", "under_construction"),
        ("已建成", "completed"),
        ("2136户居民全部签约", "unknown"),
        ("项目方已签约", "signed"),
        ("首台样机下线", "trial"),
        ("新车下线", "operating"),
        ("已于元旦前投产", "operating"),
        ("元旦前投产", "under_construction"),
        ("去年底全部投产", "operating"),
        ("因资金链断裂，去年底停工，力争年内复工", "suspended"),
        ("曾搁置一年，今年1月获批", "approved"),
        ("坝体灌浆按要求暂停", "suspended"),
        ("正在铺设木栈道", "under_construction"),
        ("正在编制方案", "unknown"),
        ("已完成渠道衬砌七成", "under_construction"),
        ("堤身加培已完成九成", "under_construction"),
        ("去年3月开工", "under_construction"),
        ("2021年12月动工", "under_construction"),
        ("今年2月开工", "started"),
        ("已完成招标", "approved"),
        ("5月进场施工", "planned"),
        ("3月底开工", "planned"),
        ("已进入施工图审查", "planned"),
        ("雪道已经完工，酒店正在装修", "under_construction"),
        ("进入试生产，日产40吨", "trial"),
        ("已签协议，下半年动工", "signed"),
        ("下个月开建", "planned"),
        ("去年年底营业", "operating"),
        ("正在办理用地手续", "planned"),
        ("签了协议，分三年建成", "signed"),
        ("4万群众用上了安全水", "operating"),
        ("上月底建成投产", "operating"),
        ("日前全面投产", "operating"),
        ("国庆节前对外试开放", "under_construction"),
        ("图纸已经审定，秋收后全面开工", "planned"),
        ("今年5月开工，已建成院落18座", "under_construction"),
        ("游客中心和步道相继建成", "under_construction"),
        ("12栋正在施工，其余已交付使用", "under_construction"),
        ("又和十几家超市签了订单", "unknown"),
        ("正在平整土地", "under_construction"),
        ("土地平整完成", "approved"),
        ("管道已经铺了七成", "under_construction"),
        ("眼下已经完成了主体", "under_construction"),
        ("原定3月投料", "under_construction"),
        ("已拿到施工许可证", "approved"),
        ("去看了三次，最后婉拒了", "cancelled"),
        ("已有5家企业投产", "operating"),
        ("与3家外地企业签约", "unknown"),
        ("18幢厂房已经全部竣工", "completed"),
        ("正在做可研，这条线建成了，旱地就不再缺水", "planned"),
        ("已有20座恢复通车", "under_construction"),
        ("已有3条生产线投产", "operating"),
    ],
)
def test_what_has_happened_outranks_what_is_planned(text: str, stage: str) -> None:
    assert stage_of(text) == stage


def test_the_deciding_word_is_told() -> None:
    text = "该项目已竣工"
    _, span = decide_stage(find_stage_words(text, 0, len(text), None), "unknown")
    assert span is not None
    assert text[span.start : span.end] == "竣工"


def test_a_stage_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no stage"):
        decide_stage([], "finished")

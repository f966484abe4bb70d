"""Pinyin of names, surnames read as surnames."""

import pytest

from articles.resolving.pinyin import address_name, name_pinyin, plain_pinyin


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("单文远", "shan wen yuan"),
        ("解春生", "xie chun sheng"),
        ("尉迟明", "yu chi ming"),
        ("单于", "shan yu"),
        ("任长青", "ren chang qing"),
        ("吕乐", "lv le"),
    ],
)
def test_personal_names(name, pinyin):
    assert name_pinyin(name) == pinyin


def test_other_text_is_read_plainly():
    assert plain_pinyin("单县") != "" and plain_pinyin("石磨坊村") == "shi mo fang cun"


@pytest.mark.parametrize(
    ("text", "address"),
    [("晋中日报", "jinzhong-ribao"), ("5G时报", "5gshi-bao"), ("！", "x"), ("三晋都市报", "sanjin-dushi-bao")],
)
def test_address_names(text, address):
    assert address_name(text) == address

"""Numbers with units in their base unit."""

from __future__ import annotations

import pytest

from articles.reading.projects.amounts import find_amounts, number_value

AMOUNTS = {
    "15.8亿元": (1_580_000_000, "元"),
    "三点五亿元": (350_000_000, "元"),
    "一亿两千万元": (120_000_000, "元"),
    "5200万元": (52_000_000, "元"),
    "118.456亿元": (11_845_600_000, "元"),
    "３亿元": (300_000_000, "元"),
    "2.5亿美元": (250_000_000, "美元"),
    "80余人": (80, "人"),
    "百分之三十五": (35, "%"),
    "88.5%": (88.5, "%"),
    "1.25亿块": (125_000_000, "块"),
    "2×600兆瓦": (1200, "兆瓦"),
    "50万千瓦": (500, "兆瓦"),
    "1.2吉瓦": (1200, "兆瓦"),
    "320万亩": (3_200_000, "亩"),
    "20万吨/年": (200_000, "吨/年"),
    "1,250个": (1250, "个"),
    "60多公里": (60, "公里"),
    "1.36万亿立方米": (1_360_000_000_000, "立方米"),
    "3.2万平方米": (32_000, "平方米"),
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_an_amount_is_read_in_its_base_unit(text: str, expected: tuple[float, str]) -> None:
    (amount,) = find_amounts(f"共计{text}。")
    assert (amount.value, amount.unit) == expected
    assert amount.span.text == text


@pytest.mark.parametrize("text", ["百亿元级产业", "十几万元", "2023年", "第三届", "5G基站", "没有数字"])
def test_what_is_no_amount_is_left(text: str) -> None:
    assert find_amounts(text) == ()


def test_more_than_printed_is_said() -> None:
    (amount,) = find_amounts("惠及2600余户")
    assert amount.open
    assert amount.value == 2600


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "甲投资2亿元，乙投资3亿元。"
    (amount,) = find_amounts(text, 7)
    assert text[amount.span.start : amount.span.end] == "3亿元"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,250", 1250), ("三百二十", 320), ("二〇二一", 2021), ("三点五", 3.5), ("十二", 12), ("甲", None)],
)
def test_bare_numbers_are_read(text: str, value: float | None) -> None:
    assert number_value(text) == value

"""Amounts: Chinese and Arabic numbers with their units, as a value in the base unit.

15.8亿元 → 1580000000 元, 三点五亿 before 元, 30余人, 2×1000兆瓦, 百分之三十五 → 35 %. The printed text is kept in
the span. Units and factors: China's legal units (1984), with 亩 kept as it is printed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from articles.reading.records import Span
from articles.reading.words import alternation, any_of

# Printed unit: (base unit, how many base units it is).
UNITS: dict[str, tuple[str, float]] = {
    "元": ("元", 1), "元人民币": ("元", 1), "块钱": ("元", 1), "美元": ("美元", 1), "美金": ("美元", 1),
    "欧元": ("欧元", 1), "港元": ("港元", 1), "港币": ("港元", 1), "日元": ("日元", 1), "英镑": ("英镑", 1),
    "亩": ("亩", 1), "公顷": ("公顷", 1), "平方米": ("平方米", 1), "平方公里": ("平方公里", 1), "㎡": ("平方米", 1),
    "平方千米": ("平方公里", 1), "平米": ("平方米", 1), "立方米": ("立方米", 1), "方": ("立方米", 1), "立方": ("立方米", 1),
    "米": ("米", 1), "公里": ("公里", 1), "千米": ("公里", 1), "毫米": ("毫米", 1), "厘米": ("厘米", 1), "海里": ("海里", 1),
    "吨": ("吨", 1), "公斤": ("公斤", 1), "千克": ("公斤", 1), "斤": ("斤", 1), "克": ("克", 1), "千升": ("千升", 1),
    "吨/年": ("吨/年", 1), "吨/日": ("吨/日", 1), "立方米/日": ("立方米/日", 1), "立方米/年": ("立方米/年", 1),
    "兆瓦": ("兆瓦", 1), "MW": ("兆瓦", 1), "吉瓦": ("兆瓦", 1000), "GW": ("兆瓦", 1000), "千瓦": ("兆瓦", 0.001),
    "兆瓦时": ("兆瓦时", 1), "MWh": ("兆瓦时", 1), "千瓦时": ("千瓦时", 1), "度电": ("千瓦时", 1), "GWh": ("兆瓦时", 1000),
    "千伏": ("千伏", 1), "千伏安": ("千伏安", 1), "兆伏安": ("千伏安", 1000),
    "人": ("人", 1), "名": ("人", 1), "人次": ("人次", 1), "户": ("户", 1), "口": ("人", 1),
    "%": ("%", 1), "％": ("%", 1), "个百分点": ("个百分点", 1), "天": ("天", 1), "个月": ("个月", 1),
}  # fmt: skip
COUNTERS = [
    "个",
    "座",
    "套",
    "栋",
    "幢",
    "家",
    "所",
    "条",
    "辆",
    "台",
    "颗",
    "块",
    "棒",
    "头",
    "只",
    "张",
    "件",
    "项",
    "棵",
    "株",
    "羽",
    "间",
    "处",
    "眼",
    "口井",
    "艘",
    "架",
    "根",
    "箱",
    "瓶",
    "片",
    "册",
    "枚",
    "孔",
    "支",
    "组",
    "类",
    "批",
    "班",
    "万里",
    "床",
    "车次",
    "辆次",
    "架次",
    "标箱",
    "粒",
    "把",
    "尾",
    "匹",
    "峰",
    "盏",
    "部",
    "门",
    "场",
    "次",
    "期",
    "户次",
    "车位",
    "泊位",
    "张床位",
    "个泊位",
    "个车位",
    "个学位",
    "个岗位",
]

_DIGITS = "零一二三四五六七八九"
_VALUES = {**{c: n for n, c in enumerate(_DIGITS)}, "〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALE = {"十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_ARABIC = r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,4}(?![0-9])|[0-9]{1,13})(?:\.[0-9]{1,6})?"
_HAN = r"[零〇一二三四五六七八九十百千万亿两]{1,14}(?:点[零〇一二三四五六七八九]{1,6})?"
_UNIT = any_of(alternation((*UNITS, *COUNTERS)))
_AMOUNT = re.compile(
    rf"(?=[0-9百零〇一二三四五六七八九十千万亿两])(?:(?:(?P<times>[0-9]{{1,3}})[×xX*])?(?P<number>(?<![0-9]){_ARABIC}|(?<![零〇一二三四五六七八九十百千万亿两]){_HAN})(?P<more1>[余多]?)(?P<scale>[十百千]?[万亿]{{0,2}})"
    rf"(?P<more2>[余多]?)(?P<unit>{_UNIT})|百分之(?P<percent>{_HAN}|{_ARABIC}))"
)
_WIDE = str.maketrans({c: unicodedata.normalize("NFKC", c) for c in "０１２３４５６７８９．，％"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: value in the base unit; span covers the number and the unit as printed.

    More than the printed figure (余, 多) is `open`.
    """

    value: float
    unit: str
    span: Span
    open: bool = False


def find_amounts(text: str, start: int = 0, end: int | None = None) -> tuple[Amount, ...]:
    """All amounts of text[start:end] from left to right; offsets count from the beginning of `text`. Linear in the piece."""
    piece = text[start:end].translate(_WIDE)
    found = (_amount(text, match, start) for match in _AMOUNT.finditer(piece))
    return tuple(amount for amount in found if amount is not None)


def number_value(text: str) -> float | None:
    """The value of a bare number in Arabic or Chinese figures: 1,176 → 1176, 三点五 → 3.5, 一百二十 → 120.

    None for what is no number.
    """
    text = text.translate(_WIDE).replace(",", "")
    if re.fullmatch(r"[0-9]{1,16}(?:\.[0-9]{1,6})?", text):
        return float(text)
    whole, _, part = text.partition("点")
    value = _whole(whole)
    if value is None or not part:
        return value if not part else None
    digits = "".join(str(_VALUES.get(c, "")) for c in part)
    return value + float(f"0.{digits}") if len(digits) == len(part) else None


def _amount(text: str, match: re.Match[str], offset: int) -> Amount | None:
    start, end = match.start() + offset, match.end() + offset
    span = Span(start, end, text[start:end])
    if match["percent"]:
        value = number_value(match["percent"])
        return None if value is None else Amount(value, "%", span)
    value = number_value(match["number"])
    if value is None:
        return None
    for sign in match["scale"]:
        value *= _SCALE[sign]
    unit, factor = UNITS.get(match["unit"], (match["unit"], 1.0))
    value *= factor * float(match["times"] or 1)
    return Amount(_rounded(value), unit, span, bool(match["more1"] or match["more2"]))


def _rounded(value: float) -> float:
    """Without the tail of binary fractions: 233.752 × 10⁸ is 23375200000."""
    return float(round(value)) if value >= 1000 else round(value, 9)


def _whole(text: str) -> float | None:
    """Chinese figures: 三百二十 → 320, 二〇二一 → 2021; 百 or 亿 in front (百亿元) is no figure but an order of size."""
    if not text or text[0] in "百千万亿" or any(c not in _VALUES and c not in _SCALE for c in text):
        return None
    if all(c in _VALUES for c in text):
        return float("".join(str(_VALUES[c]) for c in text))
    total = section = digit = 0.0
    for sign in text:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _TENS:
            section += (digit or (0 if section else 1)) * _TENS[sign]
            digit = 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * _SCALE[sign], 0, 0
        else:
            total, section, digit = (total + section + digit) * _SCALE[sign], 0, 0
    return total + section + digit

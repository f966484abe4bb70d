"""Pinyin of personal names, and address names of newspapers and topics."""

from __future__ import annotations

import re

from pypinyin import Style, lazy_pinyin

# Characters read otherwise as a surname than elsewhere (现代汉语词典, entries marked 姓); two-character surnames too.
SURNAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "曾": "zeng", "盖": "ge", "区": "ou", "朴": "piao", "覃": "qin",
    "员": "yun", "乐": "yue", "翟": "zhai", "洗": "xian", "种": "chong", "繁": "po", "缪": "miao", "黑": "he", "秘": "bi",
    "召": "shao", "折": "she", "祭": "zhai", "句": "gou", "薄": "bo", "能": "nai", "隗": "wei", "乜": "nie", "都": "du",
    "卜": "bu", "尉迟": "yu chi", "长孙": "zhang sun", "万俟": "mo qi", "令狐": "ling hu", "澹台": "tan tai", "单于": "chan yu",
}  # fmt: skip


def name_pinyin(name: str) -> str:
    """Return a personal name's pinyin without tones, syllables parted by blanks, the surname read as a surname."""
    for length in (2, 1):
        if name[:length] in SURNAMES and len(name) > length:
            return f"{SURNAMES[name[:length]]} {plain_pinyin(name[length:])}"
    return plain_pinyin(name)


def plain_pinyin(text: str) -> str:
    """Return the pinyin of any text without tones, syllables parted by blanks."""
    return " ".join(lazy_pinyin(text, style=Style.NORMAL))[:110]


def address_name(text: str, longest: int = 60) -> str:
    """Return the pinyin of a text for an address: two syllables a word, as in jinzhong-ribao; never empty."""
    syllables = [re.sub("[^a-z0-9]+", "", part.lower()) for part in lazy_pinyin(text, v_to_u=False)]
    words = ["".join(pair) for pair in _pairs([part for part in syllables if part])]
    return "-".join(words)[:longest].strip("-") or "x"


def _pairs(parts: list[str]) -> list[list[str]]:
    return [parts[index : index + 2] for index in range(0, len(parts), 2)]

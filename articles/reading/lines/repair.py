"""Repairs of one line of page text: what the typesetter or the text layer did to it, undone without guessing words."""

from __future__ import annotations

import re

CJK = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Zero-width characters, and controls that are no blanks.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")
SIDE_BLANK = re.compile(rf"(?<=[{CJK}]) (?=[0-9A-Za-z%％])|(?<=[0-9A-Za-z%％+]) (?=[{CJK}])")
MARK_BLANK = re.compile("(?<=[，。、；：！？）】》〉”’…—]) | (?=[，。、；：！？）】》〉”’…])|(?<=[“‘（【《〈]) ")
_NARROW = re.compile("[^·\u2001-\U0010ffff]")
_LETTER = re.compile(rf"[{CJK}0-9A-Za-z]")
_PAIR = re.compile("([\u3400-\u9fff])\\1")
_QUOTES_TWICE = re.compile("([“”‘’《》〈〉（）])\\1")
_QUOTED_TWICE = re.compile("([“‘《])\\1([^“”‘’《》]{1,24})\\2([”’》])\\3")
# 一条沟一条沟地治 says it twice on purpose.
_TWICE = re.compile("((?!一)[\u3400-\u9fff]{3,16})\\1")
_WIDE_BLANKS = re.compile(r"\s{3,}")
MIN_SPACED = 4
MAX_DISPLAY = 160
SHADOWED = 0.7


def repair(raw: str) -> str:
    """A raw line with single blanks, no control or zero-width characters, no letter spacing, no doubled print."""
    text = _INVISIBLE.sub("", raw).strip()
    parts = [_BLANKS.sub(" ", part) for part in _WIDE_BLANKS.split(text)]
    # A blank wider than those between the letters parts words: 青 石 县 县 长   方 小 川.
    spaced = len(parts) > 1 and any(" " in part for part in parts)
    return undouble(" ".join(map(close_letter_spacing, parts)) if spaced else close_letter_spacing(" ".join(parts)))


def is_shadowed(raw: str, repaired: str) -> bool:
    """Whether a raw line holds nearly all of its characters twice, as the text layer of shadowed type does.

    >>> is_shadowed("春风化雨春风化雨", "春风化雨")
    True
    """
    return len(repaired.replace(" ", "")) <= SHADOWED * len("".join(raw.split()))


def close_letter_spacing(text: str) -> str:
    """Join a run of four or more single characters parted by blanks, or a line that is nothing else.

    >>> close_letter_spacing("为 全 县 高 质 量 发展")
    '为全县高质量 发展'
    """
    if " " not in text:
        return text
    tokens = text.split(" ")
    singles = [len(_LETTER.findall(token)) <= 1 for token in tokens]
    if all(singles):
        return text if text[0] in "（(" and text[-1] in "）)" else "".join(tokens)
    return " ".join(_joined_runs(tokens, singles))


def _joined_runs(tokens: list[str], singles: list[bool]) -> list[str]:
    out: list[str] = []
    start = 0
    while start < len(tokens):
        end = start + 1
        while singles[start] and end < len(tokens) and singles[end]:
            end += 1
        run = tokens[start:end]
        out += ["".join(run)] if len(run) >= MIN_SPACED else run
        start = end
    return out


def close_blanks(text: str) -> str:
    """Drop blanks between Chinese and digits or Latin letters, and beside Chinese punctuation.

    >>> close_blanks("8月 6日，投资 3 亿元")
    '8月6日，投资3亿元'
    """
    return MARK_BLANK.sub("", SIDE_BLANK.sub("", text)) if " " in text else text


def undouble(text: str) -> str:
    """Read display text that the text layer holds twice (shadowed type) once; other text is left alone.

    Either the whole line is made of pieces that stand twice in a row, or a quotation does, or three characters and
    more, or one character outside GB 2312 (set in a substitute font).

    >>> undouble("春风化雨春风化雨““润校园润校园””")
    '春风化雨“润校园”'
    """
    if len(text) > MAX_DISPLAY:
        return text
    halved = _halve(text) if len(text) >= 4 and _repeats(text) else None
    if halved is not None:
        return halved
    if "““" in text or "‘‘" in text or "《《" in text:
        text = _QUOTED_TWICE.sub(r"\1\2\3", text)
    return _single_rare(_TWICE.sub(r"\1", text) if _repeats(text) else text)


def _repeats(text: str) -> bool:
    """Whether so few characters of a text are different ones that part of it may stand twice."""
    return 4 * len(set(text)) <= 3 * len(text)


def _halve(text: str) -> str | None:
    """The line read once when it is wholly doubled, longest pieces first; None when it is not."""
    out, at = "", 0
    while at < len(text):
        size = next((n for n in range((len(text) - at) // 2, 0, -1) if text.startswith(text[at : at + n], at + n)), 0)
        if size == 0:
            return None
        out += text[at : at + size]
        at += 2 * size
    return out if len(out) >= 3 and re.search(f"[{CJK}]", out) else None


def _single_rare(text: str) -> str:
    pairs = {c for c in _PAIR.findall(text) if not c.encode("gb2312", "ignore")}
    for char in pairs:
        text = text.replace(char * 2, char)
    return _QUOTES_TWICE.sub(r"\1", text) if pairs else text


def width(text: str) -> float:
    """Printed width in ems: a Chinese character or mark counts 1, a digit, Latin letter or blank one half."""
    return len(text) - len(_NARROW.findall(text)) / 2

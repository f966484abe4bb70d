"""Editors' notes and column notes by what they say: that the paper opens a column, sends reporters, asks to be read."""

from __future__ import annotations

import re

_ENDS = re.compile("敬请(?:广大读者)?(?:关注|垂注|期待|留意|垂阅)|以飨读者|陆续(?:刊发|推出|刊登)[^。]{0,12}")
_SAYS = re.compile(
    "敬请(?:广大读者)?(?:关注|垂注|期待|留意|垂阅)|以飨读者|(?:呈现给|献给)[^。]{0,6}读者"
    "|(?:本报|本版|即日起|今(?:日|天)?起|从今天起)[^。]{0,24}(?:开设|推出|开辟|刊发|刊登|刊出|派出|开栏)"
    "|记者(?:分赴|专访了)"
)


def ends_note(tail: str) -> bool:
    """Whether the last words of a paragraph are those that close a note."""
    return _ENDS.search(tail) is not None


def reads_like_note(text: str) -> bool:
    """Whether a paragraph tells what the paper does, as notes do."""
    return _SAYS.search(text) is not None

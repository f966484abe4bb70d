"""No regular expression of the reader may take long over a megabyte of hostile text: every module is looked through."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache

import pytest

from articles import reading

HOSTILE = (
    "（",
    "“",
    "《",
    "记者 王",
    "本报讯",
    "1 ",
    "——",
    "第1版",
    "年月日",
    "摄 ",
    "王小明 ",
    "a@",
    "，",
    "甲子年",
    "www.",
)
LONGEST, TRIES = 1.0, 3
MODULES = sorted(found.name for found in pkgutil.walk_packages(reading.__path__, "articles.reading."))


def patterns(module: object) -> Iterator[re.Pattern[str]]:
    """The expressions that a module holds, and those that its functions without arguments build and keep."""
    for value in vars(module).values():
        if isinstance(value, re.Pattern):
            yield value
        elif hasattr(value, "cache_info") and getattr(value, "__annotations__", {}) == {"return": "re.Pattern[str]"}:
            yield value()


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    pattern.search(text)
    return time.process_time() - start


@cache
def is_quick(pattern: re.Pattern[str], piece: str) -> bool:
    """Whether a megabyte takes under LONGEST seconds once in TRIES: what else a machine does can slow one trial fourfold, an expression that backtracks is slow in each."""
    text = piece * (1_000_000 // len(piece.encode()))
    return any(seconds(pattern, text) < LONGEST for _ in range(TRIES))


@pytest.mark.parametrize("name", MODULES)
def test_no_expression_backtracks(name: str) -> None:
    for pattern in patterns(importlib.import_module(name)):
        for piece in HOSTILE:
            assert is_quick(pattern, piece), (pattern.pattern, piece)


def test_an_expression_that_backtracks_is_found() -> None:
    assert not is_quick(re.compile("[^，]{0,200}[。！]"), "www.")


def test_expressions_are_found() -> None:
    found = {name: len(list(patterns(importlib.import_module(name)))) for name in MODULES}
    assert sum(found.values()) > 400
    assert found["articles.reading.people.titles"] and found["articles.reading.statements.visit_clauses"]

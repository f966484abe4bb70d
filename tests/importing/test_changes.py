"""What a new reading changes, told in words."""

from collections import Counter

import pytest

from articles.importing.changes import LONGEST, MOST_TOLD, change_between


def told(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[str]:
    """The lines between two states, each kind of fact as a list."""
    kinds = before.keys() | after.keys()
    counts = [{kind: Counter(facts.get(kind, ())) for kind in sorted(kinds)} for facts in (before, after)]
    return list(change_between(*counts, {"u1": "甲", "u2": "乙"}).lines())


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ({"officials": ["u1 郑文若"]}, {"officials": ["u1 郑文若"]}, []),
        ({"officials": ["u1 郑文若"]}, {"officials": []}, ["people gone: 郑文若"]),
        ({"posts": []}, {"posts": ["u1 左权县县长", "u2 左权县县长"]}, ["posts added: 左权县县长 (2 times)"]),
        ({"articles": ["u1"]}, {"articles": ["u2"]}, ["articles added: 乙", "articles gone: 甲"]),
        ({"officials": ["u1 郑文若"]}, {"officials": ["u2 郑文若"]}, ["people now in another article: 郑文若"]),
        ({"bodies": ["某某", "某甲"]}, {"bodies": ["某某"]}, ["article texts gone: 1"]),
        ({"projects": []}, {"projects": ["u1 清泉河治理工程 二期"]}, ["projects added: 清泉河治理工程 二期"]),
        ({"headlines": ["防汛\n工作"]}, {"headlines": []}, ["headlines gone: 防汛 工作"]),
    ],
)
def test_what_comes_and_goes_is_named(before, after, lines):
    assert told(before, after) == lines


def test_long_lists_and_long_names_are_cut():
    (line,) = told({"policies": []}, {"policies": [f"u1 {number:02}{'长' * 100}" for number in range(MOST_TOLD + 3)]})
    assert line.endswith("; and 3 more") and line.count("…") == MOST_TOLD
    assert len(line) < (LONGEST + 2) * MOST_TOLD + 40


def test_a_change_is_one_when_anything_comes_or_goes():
    assert not change_between({"places": Counter("a")}, {"places": Counter("a")}, {})
    assert change_between({"places": Counter("a")}, {"places": Counter("aa")}, {})
    assert change_between({"places": Counter("a")}, {"places": Counter()}, {})

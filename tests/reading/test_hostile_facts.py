"""Text that no newspaper prints: reading facts from it ends, keeps its bounds and quotes rightly."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.amounts import find_amounts
from articles.reading.dates import find_event_dates
from articles.reading.policies import MOST as MOST_TITLES
from articles.reading.policies import find_policies
from articles.reading.projects import MOST, find_projects
from articles.reading.records import Source
from articles.reading.sentences import sentences
from articles.reading.topics import find_topics
from tests.reading.facts import make_text

LENGTH = 12_000
PIECES = (
    "项目", "《", "》", "《意见》", "《甲市河道条例》", "1", "1,", "一", "亿", "“", "”", "、甲项目", "某某基地和",
    "总投资1亿元的甲甲项目，", "甲乙丙丁戊项目开工。", "一期", "等项目", "8月6日", "今年", "（以下简称《意见》）", "\n",
    "项目包括甲乙丙丁、", "加快建设新装备产业园，", "项目12项，总投资", "总投资3亿元的甲，", "该库总投资1亿元，", "至甲的另一座大桥", "甲、", "2023年至", "\x00", "𠮷",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_endless_repetition_is_read_within_bounds(piece: str) -> None:
    body = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    text = make_text(body)
    projects, policies = find_projects(text, (), Source()), find_policies(text, Source())
    assert len(projects) <= 2 * MOST
    assert len(policies) <= MOST_TITLES
    spans = [span for fact in (*projects, *policies) for span in fact.mentions]
    spans += [amount.span for amount in find_amounts(body)]
    spans += [event.span for event in find_event_dates(text, date(2023, 1, 1))]
    spans += sentences(body)
    assert all(body[span.start : span.end] == span.text for span in spans)
    assert len(find_topics(text, projects, policies, ())) <= 4

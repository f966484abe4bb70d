"""Text that no newspaper prints: reading facts from it ends, keeps its bounds and quotes rightly."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from articles.reading.dates.finding import find_event_dates
from articles.reading.policies.finding import MOST as MOST_TITLES
from articles.reading.policies.finding import find_policies
from articles.reading.projects.amounts import find_amounts
from articles.reading.projects.finding import MOST, find_projects
from articles.reading.records import Person, PlaceMention, PostHeld, Source, Span
from articles.reading.sentences import sentences
from articles.reading.statements.quotations import find_quotations
from articles.reading.statements.visits import find_visits
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


ACTS = (
    "王强", "王强、", "王强说，", "王强强调", "县长王强、", "“王强说，", "”王强说。", "他说，", "王书记说，", "王强在", "王强来到", "王强在会上时",
    "王强到甲县。在甲县，渠通。", "王强到甲县调研。王强说，渠通。对渠，要", "得知王强，",
    "王强，要求", "要", "要。", "王强强调，好。要", "王强来到甲县、", "王强深入甲县项目", "王强在甲县，", "王强参加，", "在王强陪同下，", "王强率调研组到甲县调研。调研组",
)  # fmt: skip


@pytest.mark.parametrize("piece", ACTS)
def test_endless_acting_is_read_within_bounds(piece: str) -> None:
    body = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    post = PostHeld("县长", "甲县县长", "乙省/丙市/甲县", "甲县人民政府", Span(0, 2, "县长"), "title name", 0.95)
    people = (Person("王强", "official", (post,), _places_of(body, "王强"), "title name", 0.97),)
    places = (PlaceMention("甲县", "乙省/丙市/甲县", "admin", _places_of(body, "甲县"), "full name", 0.9),)
    text = make_text(body)
    quotations, visits = find_quotations(text, people, places), find_visits(text, people, places, ())
    spans = [span for one in quotations for span in (one.span, *one.words)]
    spans += [span for one in visits for span in (*one.mentions, *(stop.span for stop in one.stops))]
    assert all(body[span.start : span.end] == span.text for span in spans)
    assert all(one.span.end <= other.span.start for one, other in pairwise(quotations))
    assert len(visits) <= 1


def _places_of(body: str, words: str) -> tuple[Span, ...]:
    return tuple(Span(at.start(), at.end(), words) for at in re.finditer(words, body))

"""Officials whom one article of a page names with a post and another by name alone."""

from __future__ import annotations

import time

import pytest

from articles.reading.people.known_names import RULE, find_known
from articles.reading.pipeline import add_known, find_facts
from articles.reading.records import ArticleReading, Facts, Person, PostHeld, Span
from tests.reading.facts import gazetteer, make_source, make_text

TITLED = "左权县委书记郑文若深入麻田镇调研。"


def page_of(*bodies: str) -> tuple[ArticleReading, ...]:
    """The articles of one page with what is known across them."""
    texts = [make_text(body) for body in bodies]
    return add_known([ArticleReading(text, find_facts(text, make_source(), gazetteer())) for text in texts])


def known_in(*bodies: str) -> list[list[str]]:
    """The names that each article owes to the others."""
    return [[p.name for p in article.facts.people if p.rule == RULE] for article in page_of(*bodies)]


@pytest.mark.parametrize(
    "body",
    [
        "调研中，郑文若强调，绿色家居是支柱产业。",
        "郑文若说，路修通了。随行的郑文若一家没有到场。",
        "在石桥镇，郑文若察看了工地。工人向郑文若反映情况。",
    ],
)
def test_a_bare_name_before_a_verb_is_that_of_the_official_on_the_page(body: str) -> None:
    assert known_in(TITLED, body) == known_in(body, TITLED)[::-1] == [[], ["郑文若"]]


@pytest.mark.parametrize(
    "body",
    [
        "村医郑文若背起药箱。郑文若说，习惯了。",
        "45岁的郑文若说，路修通了。",
        "会议学习了郑文若讲话精神。",
        "看望了郑文若、马建国等人。",
        "“郑文若说过，”老人讲。",
        "大家都认识郑文若",
        "记者马建国报道。",
    ],
)
def test_whoever_is_introduced_or_only_spoken_of_is_somebody_else(body: str) -> None:
    assert known_in(TITLED, body) == [[], []]


def test_who_has_a_role_in_the_article_keeps_it() -> None:
    body = "郑文若说，葡萄熟了。种植户郑文若介绍，今年收入好。"
    (_, article) = page_of(TITLED, body)
    assert [(person.name, person.role) for person in article.facts.people] == [("郑文若", "citizen")]


@pytest.mark.parametrize(("other", "known"), [("和顺县县长郑文若到会。", ["郑文若"]), ("夏县县长郑文若到会。", [])])
def test_of_two_officials_of_one_name_neither_is_meant(other: str, known: list[str]) -> None:
    assert known_in(TITLED, other, "郑文若强调，要抓紧。")[2] == known


@pytest.mark.parametrize(
    ("name", "body", "known"),
    [
        ("白驹", "白驹调研了工地。", ["白驹"]),
        ("白驹", "白驹说，路通了。", ["白驹"]),
        ("白驹", "白驹来到村口。", []),
        ("安康", "安康强调，陕西省要加快建设，安康、汉中先走一步。", []),
    ],
)
def test_a_name_that_may_be_a_word_needs_a_verb_of_office_and_no_word(name: str, body: str, known: list[str]) -> None:
    assert known_in(f"左权县委书记{name}说，路通了。", body)[1] == known


def test_what_they_say_is_quoted_and_they_hold_no_post_there() -> None:
    (_, article) = page_of(TITLED, "调研中，郑文若强调，绿色家居是支柱产业。")
    (person,) = article.facts.people
    assert (person.role, person.posts, person.confidence) == ("official", (), 0.7)
    assert [span.text for span in person.mentions] == ["郑文若"]
    (quotation,) = article.facts.quotations
    assert (quotation.speaker, quotation.words[0].text) == ("郑文若", "绿色家居是支柱产业。")


def test_many_names_on_a_long_page_stay_quick() -> None:
    span = Span(0, 2, "县长")
    post = PostHeld("县长", "左权县县长", "山西省/晋中市/左权县", "", span, "title name", 0.9)
    people = tuple(
        Person(f"王{chr(0x4E00 + n)}明", "official", (post,), (span,), "title name", 0.9) for n in range(300)
    )
    began = time.process_time()
    find_known([("县长", Facts(people=people))] + [("王一明说。" * 1_000, Facts())] * 20)
    assert time.process_time() - began < 3

"""Terms that a page writes in two ways are questions to a curator, whose answer no new reading takes back."""

import pytest
from django.urls import reverse

from articles.curation import record_edit
from articles.models import Article, OpenQuestion
from articles.reading.records import Variant
from tests.factories import make_curator
from tests.importing.readings import make_read, make_source, span, store

pytestmark = pytest.mark.django_db

RIGHT, WRONG = "石磨坊水库加固工程开工。", "今日，石磨房水库加固工程备料。"
TERMS = ("石磨房水库", "石磨坊水库")
TEXT = "石磨房水库 / 石磨坊水库"


def reads(*bodies):
    return [make_read(body, f"第{number}条消息") for number, body in enumerate(bodies, 1)]


def in_body(wrong=1, right=0):
    return Variant(TERMS, wrong, span(WRONG, TERMS[0]), right)


def asked():
    return list(OpenQuestion.objects.filter(kind="variant").values_list("text", "state"))


def test_the_rarer_writing_is_asked_about_at_its_sentence_with_the_article_of_the_other():
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    question = OpenQuestion.objects.get()
    right, wrong = page.articles.order_by("position")
    assert (question.kind, question.text, question.article, question.sentence) == ("variant", TEXT, wrong, WRONG)
    assert wrong.body[question.start : question.end] == TERMS[0]
    assert [(one["model"], one["id"]) for one in question.candidates] == [("article", right.pk)]


def test_within_one_article_there_is_no_other_to_look_at():
    body = RIGHT + WRONG
    store(reads(body), variants=[Variant(TERMS, 0, span(body, TERMS[0]), 0)])
    assert OpenQuestion.objects.get().candidates == []


def test_a_writing_in_a_headline_is_asked_about_without_a_sentence():
    store([make_read(RIGHT, "石磨房水库加固")], variants=[Variant(TERMS, 0, None, 0)])
    question = OpenQuestion.objects.get()
    assert (question.text, question.sentence, question.start) == (TEXT, "", None)


def test_no_fact_and_no_text_is_changed():
    store(reads(RIGHT, WRONG), variants=[in_body()])
    assert list(Article.objects.order_by("position").values_list("body", flat=True)) == [RIGHT, WRONG]


def test_reading_again_asks_once():
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    store(reads(RIGHT, WRONG), make_source(), page, [in_body()])
    assert asked() == [(TEXT, "open")]


def test_what_is_written_in_one_way_now_is_asked_no_more():
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    store(reads(RIGHT, WRONG), make_source(), page)
    assert asked() == []


@pytest.mark.parametrize("state", ["settled", "dismissed"])
@pytest.mark.parametrize("order", [(RIGHT, WRONG), (WRONG, RIGHT)], ids=["same order", "other order"])
def test_an_answer_stands_for_the_whole_page(state, order):
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    OpenQuestion.objects.update(state=state)
    again = in_body(order.index(WRONG), order.index(RIGHT))
    store(reads(*order), make_source(), page, [again])
    assert asked() == [(TEXT, state)]


@pytest.mark.parametrize(
    ("position", "body"),
    [(1, WRONG.replace(*TERMS)), (0, RIGHT.replace(*reversed(TERMS)))],
    ids=["the rarer one corrected", "the other one corrected"],
)
def test_what_a_curator_has_corrected_in_the_text_is_asked_no_more(position, body):
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    record_edit(page.articles.get(position=position), "body", body, by=make_curator())
    store(reads(RIGHT, WRONG), make_source(), page, [in_body()])
    assert asked() == []


def test_curators_find_it_in_their_queue(admin_client):
    page = store(reads(RIGHT, WRONG), variants=[in_body()])
    shown = admin_client.get(reverse("admin:articles_openquestion_changelist"), {"kind__exact": "variant"})
    text = shown.content.decode()
    link = reverse("admin:articles_article_change", args=[page.articles.get(position=0).pk])
    assert TEXT in text and "两种写法，哪个对？" in text and link in text

"""A curator adds who took part in a visit: each once, named by the article, and kept by every new reading."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.importing import rereading
from articles.models import Article, Edit, Official, Visit
from articles.verifying.pages import verify_page
from tests.admin.test_added_statements import add, errors, rows, taking_part
from tests.factories import make_official, make_place, make_visit
from tests.importing.conftest import gazetteer, import_pages  # noqa: F401
from tests.importing.pages import write_pages
from tests.importing.readings import COUNTY, make_held, make_person, make_read, only_article, store

pytestmark = pytest.mark.django_db

BODY = (
    "副县长尚德林说，郑文若要来。\n8月7日，左权县县长郑文若到石槽村看水库，"
    "副县长尚德林、水利局局长贺知远陪同。尚德林讲了规划。"
)
WORDS = "郑文若到石槽村看水库"
POSTS = {"郑文若": "县长", "尚德林": "副县长", "贺知远": "水利局局长"}


def read(body=BODY):
    return make_read(body, people=tuple(make_person(body, name, make_held(body, post)) for name, post in POSTS.items()))


@pytest.fixture
def page():
    make_place(COUNTY)
    return store([read()])


@pytest.fixture
def article(page):
    return only_article(page)


@pytest.fixture
def people(article):
    """The officials of the article: who goes, and two who may be along."""
    return [Official.objects.get(name=name) for name in POSTS]


def company(row):
    """Who is along: the name that stands at the place kept, and the part."""
    body = row.article.body
    return [(one.official.name, body[one.start : one.end], one.start, one.part) for one in row.companions.all()]


def test_several_are_added_where_the_text_names_them_behind_the_visit(admin_client, article, people):
    official, deputy, director = people
    assert add(admin_client, Visit, article, official, WORDS, along=[(deputy, "lead"), (director,)]).status_code == 302
    row = Visit.objects.get()
    behind = BODY.index("，副县长尚德林") + 4
    assert company(row) == [
        ("尚德林", "尚德林", behind, "lead"),
        ("贺知远", "贺知远", BODY.index("贺知远"), "companion"),
    ]
    assert {edit.target for edit in Edit.objects.all()} == {row, *row.companions.all()}
    assert list(Visit.objects.with_official(director)) == [row]
    assert {fault.kind for fault in verify_page(article.page_id).faults} <= {"text"}


def test_rows_left_empty_are_nobody(admin_client, article, people):
    assert (
        add(admin_client, Visit, article, people[0], WORDS, along=[(None,), (people[1],), (None,)]).status_code == 302
    )
    assert [one.name for one in Visit.objects.get().companions.all()] == ["尚德林"]


def test_who_is_named_before_only_may_be_along(admin_client, article, people):
    official, deputy, _ = people
    add(admin_client, Visit, article, official, "尚德林讲了规划", along=[(people[2],)])
    assert company(Visit.objects.get()) == [("贺知远", "贺知远", BODY.index("贺知远"), "companion")]


@pytest.mark.parametrize(
    ("along", "said"),
    [
        (["尚德林", "尚德林"], "此人已在这次行程之中。"),
        (["郑文若"], "此人已在这次行程之中。"),
        (["常望川"], "报道正文中没有此人的姓名。"),
    ],
)
def test_nobody_is_added_twice_or_without_being_named(admin_client, article, people, along, said):
    make_official("常望川")
    chosen = [(Official.objects.get(name=name),) for name in along]
    assert errors(add(admin_client, Visit, article, people[0], WORDS, along=chosen)) == [said]
    assert not Visit.objects.exists() and not Edit.objects.exists()


def test_a_part_without_a_person_is_asked_for_one(admin_client, article, people):
    assert errors(add(admin_client, Visit, article, people[0], WORDS, along=[(None, "lead")])) == ["这个字段是必填项。"]


@pytest.mark.parametrize(
    ("status", "may"), [("added", True), ("confirmed", True), ("found", False), ("rejected", False)]
)
def test_more_are_added_to_what_a_curator_vouches_for(admin_client, article, people, status, may):
    visit = make_visit(article, people[0], status=status)
    address = reverse("admin:articles_visit_change", args=[visit.pk])
    assert ("添加同行人员" in admin_client.get(address).content.decode()) is may
    sent = rows("stops", []) | rows("companions", []) | rows("companions-2", [taking_part(people[2])])
    assert admin_client.post(address, {"status": status, **sent}).status_code == 302
    assert [one.name for one in visit.companions.all()] == (["贺知远"] if may else [])
    assert admin_client.post(address, {"status": status, **sent}).status_code == (200 if may else 302)


def test_a_new_reading_keeps_them_and_moves_them_with_their_names(admin_client, page, article, people):
    add(admin_client, Visit, article, people[0], WORDS, along=[(people[1],), (people[2],)])
    store([read(f"雨过天晴。{BODY}")], page=page)
    row = Visit.objects.get()
    assert (row.status, [(name, shown) for name, shown, _, _ in company(row)]) == (
        "added", [("尚德林", "尚德林"), ("贺知远", "贺知远")],
    )  # fmt: skip


def test_rereading_pages_keeps_them(admin_client, tmp_path, import_pages, gazetteer, monkeypatch):  # noqa: F811
    import_pages(write_pages(tmp_path, 1))
    monkeypatch.setattr(rereading.Gazetteer, "load", lambda folder: gazetteer)
    article = Visit.objects.get().article
    official, friend = Official.objects.filter(mentions__article=article).order_by("mentions__start")
    article.visits.all().delete()
    start = article.body.index(official.name)
    add(admin_client, Visit, article, official, article.body[start : start + 12], along=[(friend,)])
    before = company(Visit.objects.get(article=article))
    assert [name for name, *_ in before] == [friend.name]
    Article.objects.filter(pk=article.pk).update(kind="feature")
    call_command("reread_pages", all=True, apply=True)
    article.refresh_from_db()
    assert article.kind == "brief"
    assert company(Visit.objects.get(article=article)) == before

"""A curator adds what an official said and where one went: the words must stand in the article's text."""

from datetime import date

import pytest
from django.urls import reverse

from articles.models import Edit, Quotation, Visit
from articles.verifying.pages import verify_page
from tests.factories import make_mention, make_place, make_quotation, make_visit
from tests.importing.readings import COUNTY, make_held, make_person, make_read, only_article, store
from tests.importing.readings import make_quotation as make_said

pytestmark = pytest.mark.django_db

BODY = "8月7日，左权县县长郑文若到石槽村看水库。\n“水库年底完工。要守住质量，”郑文若说，“守住质量。”"


def read():
    return make_read(BODY, people=(make_person(BODY, "郑文若", make_held(BODY, "县长")),))


@pytest.fixture
def page():
    make_place(COUNTY)
    return store([read()])


@pytest.fixture
def article(page):
    return only_article(page)


@pytest.fixture
def official(article):
    return article.officialmentions.get().official


def add(client, model, article, official, printed, stops=(), along=(), **values):
    """Post the form as the browser would; return its response."""
    data = {"article": article.pk, "official": official.pk if official else "", "printed": printed, **values}
    if model is Visit:
        data |= rows("stops", [{"text": text, "place": place.pk if place else ""} for text, place in stops])
        data |= rows("companions", [taking_part(*one) for one in along])
    return client.post(reverse(f"admin:articles_{model._meta.model_name}_add"), data)


def rows(prefix, filled):
    """The fields of an inline with these rows."""
    sent = {f"{prefix}-{number}-{name}": value for number, row in enumerate(filled) for name, value in row.items()}
    return {f"{prefix}-TOTAL_FORMS": len(filled), f"{prefix}-INITIAL_FORMS": 0, **sent}


def taking_part(official, part="companion"):
    return {"official": official.pk if official else "", "part": part}


def errors(response):
    told = [str(one) for errors in response.context["adminform"].form.errors.values() for one in errors]
    formsets = [one.formset for one in response.context["inline_admin_formsets"]]
    return told + [
        str(one) for formset in formsets for form in formset.forms for errors in form.errors.values() for one in errors
    ]


@pytest.mark.parametrize(
    ("printed", "words", "direct"),
    [
        ("水库年底完工。要守住质量，", "水库年底完工。要守住质量，", True),
        ("“水库年底完工。\r\n要 守住质量，”", "水库年底完工。要守住质量，", True),
        ("水库年底完工。", "水库年底完工。", False),
    ],
)
def test_a_quotation_stands_where_its_words_stand(admin_client, admin_user, article, official, printed, words, direct):
    assert add(admin_client, Quotation, article, official, printed, why="漏了").status_code == 302
    row = Quotation.objects.get()
    assert (row.speaker, row.role, row.official, row.words, row.direct) == (
        "郑文若", "official", official, [words], direct,
    )  # fmt: skip
    assert (BODY[row.start : row.end], row.rule, row.status, row.confidence) == (words, "curator", "added", 1)
    assert words[:6] in row.sentence
    edit = Edit.objects.get()
    assert (edit.target, edit.by, edit.why) == (row, admin_user, "漏了")
    assert {fault.kind for fault in verify_page(article.page_id).faults} <= {"text"}


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("水库明年完工。", "报道正文中没有这段文字。"),
        ("守住质量", "这段文字在报道正文中出现多次，请多粘贴几个字。"),
        ("   ", "这个字段是必填项。"),
    ],
)
@pytest.mark.parametrize("model", [Quotation, Visit])
def test_words_that_do_not_stand_once_in_the_text_are_refused(admin_client, article, official, model, printed, said):
    assert errors(add(admin_client, model, article, official, printed)) == [said]
    assert not model.objects.exists() and not Edit.objects.exists()


def test_who_speaks_must_be_chosen(admin_client, article):
    assert errors(add(admin_client, Quotation, article, None, "水库年底完工。")) == ["这个字段是必填项。"]


def test_words_that_the_official_is_held_to_say_already_are_refused(admin_client, article, official):
    start = BODY.index("水库年底")
    known = make_quotation(article, official, start=start, end=start + 6)
    assert errors(add(admin_client, Quotation, article, official, "水库年底完工。")) == ["这段话已记为该官员的引语。"]
    known.status = "rejected"
    known.save()
    assert add(admin_client, Quotation, article, official, "水库年底完工。").status_code == 302


def test_a_quotation_added_by_hand_outlasts_a_new_reading_and_is_not_doubled(admin_client, page, article, official):
    add(admin_client, Quotation, article, official, "水库年底完工。")
    said = make_said(BODY, "“水库年底完工。要守住质量，”郑文若说", "水库年底完工。要守住质量，")
    store([make_read(BODY, people=read().facts.people, quotations=(said,))], page=page)
    row = Quotation.objects.get()
    assert (row.status, row.words, row.official) == ("added", ["水库年底完工。"], official)
    assert list(Quotation.objects.by(official)) == [row]


def test_a_visit_is_added_with_its_stops_and_days(admin_client, article, official):
    village, words = make_place(f"{COUNTY}/石槽村"), "郑文若到石槽村看水库"
    make_mention(article, village, start=BODY.index("石槽村"), end=BODY.index("石槽村") + 3)
    response = add(
        admin_client, Visit, article, official, words, [("石槽村", village), ("水库", None)], first="2021-08-07"
    )
    assert response.status_code == 302
    row = Visit.objects.get()
    assert (row.name, row.official, row.status, row.rule, row.count) == ("郑文若", official, "added", "curator", 1)
    assert (row.first, row.last, row.precision) == (date(2021, 8, 7), date(2021, 8, 7), "day")
    assert [BODY[start:end] for start, end in row.spans] == [words]
    assert [(stop.place, BODY[stop.start : stop.end]) for stop in row.stops.all()] == [
        (village, "石槽村"),
        (None, "水库"),
    ]
    assert {fault.kind for fault in verify_page(article.page_id).faults} <= {"text"}
    assert list(Visit.objects.with_official(official)) == [row]


@pytest.mark.parametrize(
    ("stops", "days", "said"),
    [
        ([("质量", None)], {}, "所填地点不在上面粘贴的文字之中。"),
        ([], {"first": "2021-08-07", "last": "2021-08-06"}, "结束日期早于开始日期，或未填开始日期。"),
        ([], {"last": "2021-08-06"}, "结束日期早于开始日期，或未填开始日期。"),
    ],
)
def test_stops_and_days_must_fit(admin_client, article, official, stops, days, said):
    response = add(admin_client, Visit, article, official, "郑文若到石槽村看水库", stops, **days)
    assert errors(response) == [said] and not Visit.objects.exists()


def test_a_second_visit_of_one_article_and_name_is_refused(admin_client, article, official):
    make_visit(article, official, status="rejected")
    response = add(admin_client, Visit, article, official, "郑文若到石槽村看水库")
    assert errors(response) == ["这篇报道已有此人的行程，请改其核校状态。"]


def test_a_visit_added_by_hand_outlasts_a_new_reading(admin_client, page, article, official):
    add(admin_client, Visit, article, official, "郑文若到石槽村看水库", [("石槽村", None)])
    store([make_read(f"雨过天晴。{BODY}", people=read().facts.people)], page=page)
    row = Visit.objects.get()
    assert (row.status, row.start, [stop.text for stop in row.stops.all()]) == (
        "added", 5 + BODY.index("郑文若到"), ["石槽村"],
    )  # fmt: skip


def test_the_article_s_form_leads_to_both_forms_with_the_article_chosen(admin_client, article):
    page = admin_client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    for model in (Quotation, Visit):
        url = f"{reverse(f'admin:articles_{model._meta.model_name}_add')}?article={article.pk}"
        assert url in page
        assert admin_client.get(url).context["adminform"].form["article"].value() == str(article.pk)

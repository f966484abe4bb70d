"""A curator's admin: every model is there, in Chinese, without a query for each row."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Article, Edit, OfficialMention, OpenQuestion, Page, PlaceMention, Quotation, Visit
from tests.factories import (
    make_article,
    make_mention,
    make_name,
    make_official,
    make_page,
    make_place,
    make_policy,
    make_post,
    make_project,
    make_quotation,
    make_tenure,
    make_topic,
    make_visit,
)

pytestmark = pytest.mark.django_db
MODELS = sorted((m for m in admin.site._registry if m._meta.app_label == "articles"), key=lambda m: m.__name__)


def make_rows(first: int, last: int) -> None:
    page = make_page(number=first + 1)
    for number in range(first, last):
        article = make_article(page, headline=f"第{number}条")
        official, place = make_official(f"郑文{number}"), make_place(f"山西省/晋中市/左权县/第{number}镇")
        make_tenure(official, make_post(f"左权县第{number}镇镇长", place=place), article)
        for entity in (official, place, make_project(f"第{number}号工程", place), make_policy(f"第{number}号办法")):
            make_mention(article, entity)
        make_quotation(article, official)
        make_name(article, f"冯占{number}")
        make_visit(article, official, [place, f"第{number}号工地"], [make_official(f"贺知{number}")])
        make_mention(article, make_topic(f"主题{number}", f"topic-{number}"))
        OpenQuestion.objects.create(
            article=article, kind="official", text=f"郑文{number}",
            candidates=[{"model": "official", "id": official.pk, "label": "郑文"}],
        )  # fmt: skip


def list_url(model: type) -> str:
    return reverse(f"admin:articles_{model._meta.model_name}_changelist")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_opens_in_chinese_with_as_many_queries_for_many_rows(
    admin_client, model, django_assert_max_num_queries
):
    make_rows(0, 3)
    with django_assert_max_num_queries(12) as few:
        page = admin_client.get(list_url(model))
    assert page.status_code == 200
    assert str(model._meta.verbose_name_plural) in page.content.decode()
    make_rows(3, 12)
    with django_assert_max_num_queries(12) as many:
        admin_client.get(list_url(model))
    assert len(many) == len(few)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_can_be_searched(admin_client, model):
    make_rows(0, 2)
    assert admin_client.get(list_url(model), {"q": "郑文 '\"%_"}).status_code == 200


@pytest.mark.parametrize("model", [m for m in MODELS if m._meta.model_name != "edit"], ids=lambda model: model.__name__)
def test_every_row_opens(admin_client, model, django_assert_max_num_queries):
    make_rows(0, 2)
    for row in model.objects.all()[:1]:
        with django_assert_max_num_queries(40):
            page = admin_client.get(reverse(f"admin:articles_{model._meta.model_name}_change", args=[row.pk]))
        assert page.status_code == 200


def change(client, row, **values):
    """Post the row's own change form, as the browser would, with some fields changed."""
    url = reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
    context = client.get(url).context
    form = context["adminform"].form
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    for formset in context["inline_admin_formsets"]:
        management = formset.formset.management_form
        data |= {management.add_prefix(name): management.initial[name] for name in management.fields}
        for inline in formset.formset.initial_forms:
            data |= {inline.add_prefix(n): inline.get_initial_for_field(f, n) for n, f in inline.fields.items()}
    data |= values
    return client.post(url, {name: value for name, value in data.items() if value is not None})


def test_a_corrected_headline_is_an_edit_with_actor_and_reason(admin_client, admin_user):
    article = make_article(headline="项目开土")
    response = change(admin_client, article, headline="项目开工", why="错字")
    article.refresh_from_db()
    assert (response.status_code, article.headline) == (302, "项目开工")
    edit = Edit.objects.get()
    assert (edit.target, edit.field, edit.old, edit.new) == (article, "headline", "项目开土", "项目开工")
    assert (edit.by, edit.why) == (admin_user, "错字")
    assert "项目开工" in article.search_text


def test_a_form_sent_without_a_change_logs_nothing(admin_client):
    assert change(admin_client, make_article()).status_code == 302
    assert not Edit.objects.exists()


def test_a_mention_is_rejected_in_the_article_and_logged(admin_client):
    article = make_article()
    mention = make_mention(article, make_official())
    assert change(admin_client, article, **{"officialmentions-0-status": "rejected"}).status_code == 302
    mention.refresh_from_db()
    assert mention.status == "rejected"
    assert Edit.objects.get().target == mention


@pytest.mark.parametrize("model", [Quotation, Visit])
def test_a_statement_is_rejected_in_its_list_s_form_and_nothing_else_of_it_changes(admin_client, model):
    make_rows(0, 1)
    row = model.objects.get()
    assert change(admin_client, row, status="rejected", sentence="另外一句。", why="不是他").status_code == 302
    row.refresh_from_db()
    assert (row.status, row.sentence) == ("rejected", row.article.body)
    assert (Edit.objects.get().target, Edit.objects.get().why) == (row, "不是他")


@pytest.mark.parametrize("rows", ["quotations", "visits"])
def test_a_statement_is_confirmed_in_the_article(admin_client, rows):
    make_rows(0, 1)
    article = Article.objects.get()
    assert change(admin_client, article, **{f"{rows}-0-status": "confirmed"}).status_code == 302
    assert getattr(article, rows).get().status == "confirmed"


def test_a_mention_added_by_hand_says_so(admin_client):
    article, place = make_article(), make_place()
    response = change(
        admin_client, article,
        **{"placementions-TOTAL_FORMS": 1, "placementions-0-place": place.pk, "placementions-0-status": "found"},
    )  # fmt: skip
    assert response.status_code == 302
    mention = PlaceMention.objects.get()
    assert (mention.place, mention.status, mention.rule) == (place, "added", "curator")
    assert Edit.objects.get().target == mention


def test_the_source_of_a_page_is_followed_by_its_articles(admin_client):
    article = make_article()
    assert change(admin_client, article.page, date="2021-08-09").status_code == 302
    assert str(Article.objects.get().published) == "2021-08-09"


@pytest.mark.parametrize("model", [Article, Page, OfficialMention])
def test_what_was_read_cannot_be_deleted(admin_client, model):
    make_rows(0, 1)
    row = model.objects.first()
    assert (
        admin_client.post(reverse(f"admin:articles_{model._meta.model_name}_delete", args=[row.pk])).status_code == 403
    )


def test_questions_are_closed_by_an_action(admin_client):
    make_rows(0, 2)
    keys = list(OpenQuestion.objects.values_list("pk", flat=True))
    data = {"action": "dismiss", "_selected_action": keys}
    assert admin_client.post(list_url(OpenQuestion), data).status_code == 302
    assert set(OpenQuestion.objects.values_list("state", flat=True)) == {"dismissed"}
    assert Edit.objects.count() == 2


def test_visitors_are_sent_to_the_login(client):
    assert client.get(list_url(Article)).status_code == 302


@pytest.mark.parametrize("make", [make_official, make_project, make_policy])
def test_rows_are_not_joined_by_hand(admin_client, make):
    row = make()
    other = make("另一个")
    assert change(admin_client, row, merged_into=other.pk).status_code == 302
    row.refresh_from_db()
    assert row.merged_into is None

"""The log of edits: what stands, what is taken back, what reading must respect."""

import pytest
from django.core.exceptions import FieldDoesNotExist, ValidationError

from articles.curation import lay_over, record_edit, undo
from articles.models import Edit
from tests.factories import make_article, make_official, make_place, make_project

pytestmark = pytest.mark.django_db


def test_an_edit_shows_and_is_logged(admin_user):
    article = make_article(headline="旧题")
    edit = record_edit(article, "headline", "新题", by=admin_user, why="印错")
    assert (article.headline, edit.old, edit.new, edit.why) == ("新题", "旧题", "新题", "印错")
    assert "新题" in article.search_text


def test_the_same_value_is_no_edit(admin_user):
    assert record_edit(make_article(headline="题"), "headline", "题", by=admin_user) is None
    assert not Edit.objects.exists()


def test_a_place_is_given_as_a_row_and_kept_as_its_key(admin_user):
    project, place = make_project(), make_place()
    edit = record_edit(project, "place", place, by=admin_user)
    assert (project.place, edit.new) == (place, place.pk)


@pytest.mark.parametrize(("field", "value"), [("kind", "poem"), ("headline", "长" * 501), ("confidence", 2)])
def test_a_value_the_model_refuses_is_not_written(admin_user, field, value):
    article = make_article()
    before = getattr(article, field)
    with pytest.raises(ValidationError):
        record_edit(article, field, value, by=admin_user)
    article.refresh_from_db()
    assert getattr(article, field) == before
    assert not Edit.objects.exists()


def test_an_unknown_field_is_refused(admin_user):
    with pytest.raises(FieldDoesNotExist):
        record_edit(make_article(), "headlines", "题", by=admin_user)


def test_reading_again_keeps_what_a_curator_changed(admin_user):
    article = make_article(headline="读作")
    record_edit(article, "headline", "改作", by=admin_user)
    assert lay_over(article, {"headline": "又读作", "kind": "news"}) == {"headline": "改作", "kind": "news"}


def test_undoing_goes_back_to_the_edit_before_and_then_to_what_was_read(admin_user):
    article = make_article(headline="一", derived={"headline": "一"})
    first = record_edit(article, "headline", "二", by=admin_user)
    second = record_edit(article, "headline", "三", by=admin_user)
    undo(second, by=admin_user)
    article.refresh_from_db()
    assert article.headline == "二"
    undo(first, by=admin_user)
    article.refresh_from_db()
    assert article.headline == "一"
    assert lay_over(article, {"headline": "四"}) == {"headline": "四"}


def test_an_edit_is_undone_once(admin_user):
    edit = record_edit(make_official(), "name", "郑文君", by=admin_user)
    undoing = undo(edit, by=admin_user)
    for again in (edit, undoing):
        with pytest.raises(ValidationError):
            undo(again, by=admin_user)

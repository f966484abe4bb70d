"""A curator decides on names: who is a person, in which role, which official, and who is none."""

import pytest
from django.urls import reverse

from articles.models import Edit, Official, OfficialMention, PersonMention
from tests.admin.test_admin import change, list_url
from tests.factories import make_article, make_mention, make_name, make_official, make_post, make_tenure

pytestmark = pytest.mark.django_db

BODY = "村里的路修好了。冯占海说，路好走了。"


@pytest.fixture
def name():
    return make_name(make_article(body=BODY))


def names_of_officials(article):
    return [(row.official.name, row.status) for row in article.officialmentions.order_by("pk")]


def test_the_list_shows_what_waits_unless_asked_otherwise(admin_client, name):
    make_name(name.article, "贺三妮", status="rejected")

    def shown(**query):
        return {row.name for row in admin_client.get(list_url(PersonMention), query).context["cl"].result_list}

    assert shown() == shown(standing="found") == {"冯占海"}
    assert shown(standing="rejected") == {"贺三妮"}
    assert shown(standing="all") == {"冯占海", "贺三妮"}
    assert "待确认的人名" in admin_client.get(list_url(PersonMention)).content.decode()


def test_a_name_is_confirmed_in_the_role_that_the_curator_chooses(admin_client, admin_user, name):
    assert change(admin_client, name, status="confirmed", role="historical", why="县志有载").status_code == 302
    name.refresh_from_db()
    assert (name.status, name.role) == ("confirmed", "historical")
    assert {(edit.field, edit.by, edit.why) for edit in Edit.objects.all()} == {
        ("status", admin_user, "县志有载"),
        ("role", admin_user, "县志有载"),
    }
    assert not Official.objects.exists()


def test_someone_in_public_life_becomes_an_official_of_the_article(admin_client, name):
    assert change(admin_client, name, status="confirmed", role="expert").status_code == 302
    official, mention = Official.objects.get(), OfficialMention.objects.get()
    assert (official.name, official.role, official.pinyin) == ("冯占海", "expert", "feng zhan hai")
    assert (mention.official, mention.article, mention.status) == (official, name.article, "added")
    assert (BODY[mention.start : mention.end], mention.spans) == ("冯占海", name.spans)
    name.refresh_from_db()
    assert name.official == official


def test_someone_known_is_chosen_rather_than_made_again(admin_client, name):
    official = make_official("冯占海")
    make_tenure(official, make_post("左权县县长"))
    page = admin_client.get(reverse("admin:articles_personmention_change", args=[name.pk])).content.decode()
    assert "冯占海（左权县县长）" in page
    assert change(admin_client, name, status="confirmed", role="official", official=official.pk).status_code == 302
    assert (Official.objects.get(), names_of_officials(name.article)) == (official, [("冯占海", "added")])


def test_a_changed_mind_is_followed(admin_client, name):
    change(admin_client, name, status="confirmed", role="official")
    change(admin_client, name, role="citizen")
    assert names_of_officials(name.article) == [("冯占海", "rejected")]
    change(admin_client, name, role="official")
    assert names_of_officials(name.article) == [("冯占海", "confirmed")]
    other = make_official("冯占海", note="另一人")
    change(admin_client, name, official=other.pk)
    assert [status for _, status in names_of_officials(name.article)] == ["rejected", "added"]
    change(admin_client, name, status="rejected")
    assert {status for _, status in names_of_officials(name.article)} == {"rejected"}


def test_what_the_article_says_of_the_official_already_is_confirmed_rather_than_doubled(admin_client, name):
    mention = make_mention(name.article, make_official("冯占海"))
    change(admin_client, name, status="confirmed", role="official", official=mention.official.pk)
    assert names_of_officials(name.article) == [("冯占海", "confirmed")]


@pytest.mark.parametrize(("action", "status", "officials"), [("confirm", "confirmed", 1), ("dismiss", "rejected", 0)])
def test_many_names_are_decided_at_once(admin_client, name, action, status, officials):
    make_name(name.article, "贺三妮", role="executive")
    data = {"action": action, "_selected_action": list(PersonMention.objects.values_list("pk", flat=True))}
    assert admin_client.post(list_url(PersonMention), data).status_code == 302
    assert set(PersonMention.objects.values_list("status", flat=True)) == {status}
    assert Official.objects.count() == officials


def test_the_article_s_form_shows_its_names_and_leads_to_them(admin_client, name):
    page = admin_client.get(reverse("admin:articles_article_change", args=[name.article.pk])).content.decode()
    assert reverse("admin:articles_personmention_change", args=[name.pk]) in page

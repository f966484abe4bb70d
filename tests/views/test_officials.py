"""Officials and posts: the list, a career with its evidence, namesakes, merged rows."""

from datetime import date

import pytest

from articles.models import Article, Official
from tests.factories import (
    make_article,
    make_mention,
    make_newspaper,
    make_official,
    make_page,
    make_place,
    make_post,
    make_project,
    make_quotation,
    make_tenure,
    make_visit,
)
from tests.views.collection import make_collection

pytestmark = pytest.mark.django_db


def make_career() -> Official:
    """Make an official who was county head in 2018 and 2019, then party secretary, and is once called 原县长."""
    official, county = make_official(pinyin="zheng wenruo"), make_place()
    head, secretary = make_post(place=county), make_post("中共左权县委书记", "书记", county)
    tenures = {}
    for day, post in ((date(2018, 3, 1), head), (date(2019, 6, 1), head), (date(2021, 8, 7), secretary)):
        article = make_article(make_page(day=day), f"{day.year}年的报道", f"{post.title}郑文若讲话。")
        make_mention(article, official)
        if post not in tenures:
            tenures[post] = make_tenure(official, post, article)
        else:
            tenures[post].evidence.create(article=article, text=post.title, sentence=article.body)
    last = make_article(make_page(number=9))
    tenures[head].evidence.create(article=last, text="原县长", sentence="原县长郑文若。", former=True)
    return official


def test_a_career_has_first_and_last_seen_by_the_evidence(client):
    posts = client.get(make_career().get_absolute_url()).context["posts"]
    assert [(held.post.name, held.first_seen, held.last_seen) for held in posts] == [
        ("中共左权县委书记", date(2021, 8, 7), date(2021, 8, 7)), ("左权县县长", date(2018, 3, 1), date(2019, 6, 1)),
    ]  # fmt: skip
    assert posts[1].first.sentence == "县长郑文若讲话。"


def test_a_career_shows_its_sentences_and_their_lines(client):
    text = client.get(make_career().get_absolute_url()).content.decode()
    assert '<ol class="times">' in text
    assert "“书记郑文若讲话。”" in text
    assert "/papers/jinzhong-ribao/2021-08-07/1/" in text
    assert 'class="span-now"' in text


def test_rejected_evidence_moves_first_seen(client):
    official = make_career()
    Article.objects.get(published=date(2018, 3, 1)).tenureevidences.update(status="rejected")
    assert client.get(official.get_absolute_url()).context["posts"][1].first_seen == date(2019, 6, 1)


def test_a_post_only_ever_called_former_has_no_days(client):
    official = make_official()
    tenure = make_tenure(official, make_post(), make_article())
    tenure.evidence.update(former=True)
    response = client.get(official.get_absolute_url())
    assert (response.context["posts"][0].former, response.context["posts"][0].first_seen) == (True, None)
    assert "原任" in response.content.decode()


def test_a_post_shows_its_holders_in_time(client):
    post = make_post(place=make_place())
    for year, name in ((2018, "郑文若"), (2021, "贺知远")):
        make_tenure(make_official(name), post, make_article(make_page(day=date(year, 1, 1))))
    response = client.get(post.get_absolute_url())
    assert [held.official.name for held in response.context["holders"]] == ["贺知远", "郑文若"]
    assert "“县里的项目开工了。”" in response.content.decode()


def test_a_merged_official_leads_to_the_one_that_stayed(client):
    stayed = make_official()
    gone = make_official(merged_into=stayed)
    response = client.get(gone.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, stayed.get_absolute_url())
    assert gone not in client.get("/officials/").context["page_obj"]


def test_namesakes_are_linked(client):
    one, other = make_official(note="左权县"), make_official(note="平遥县")
    make_official(merged_into=one)
    response = client.get(one.get_absolute_url())
    assert response.context["namesakes"] == [other]
    assert f'href="{other.get_absolute_url()}"' in response.content.decode()


def test_those_named_together_are_counted_by_article(client):
    named = make_collection()
    context = client.get(named["郑文若"].get_absolute_url()).context
    assert [(person.name, person.together) for person in context["people"]] == [("贺知远", 1)]
    assert [(project.name, project.together) for project in context["projects"]] == [("石磨坊水库除险加固工程", 2)]
    assert ("左权县", 2) in [(place.name, place.together) for place in context["places"]]


def test_counts_equal_the_list_behind_them(client):
    make_collection()
    for official in client.get("/officials/").context["page_obj"]:
        total = client.get(f"/articles/?official={official.pk}").context["total"]
        assert official.articles == total
        assert client.get(official.get_absolute_url()).context["total"] == total


def listed(client, query: str = "") -> list[str]:
    return [official.name for official in client.get(f"/officials/{query}").context["page_obj"]]


def test_the_list_is_in_the_order_of_pinyin(client):
    article = make_article()
    for name, pinyin in (("赵平", "zhao ping"), ("安琪", "an qi"), ("李默", "li mo")):
        make_mention(article, make_official(name, pinyin=pinyin))
    make_official("无人提及")
    assert listed(client) == ["安琪", "李默", "赵平"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?q=文若", ["郑文若"]), ("?q=zheng", ["郑文若"]), ("?q=ZHENG+w", ["郑文若"]), ("?q=%20", ["贺知远", "郑文若"]),
        ("?role=expert", ["贺知远"]), ("?role=official&q=远", []), ("?q=%25", []), ("?q=_", []), ("?q='--", []),
    ],
)  # fmt: skip
def test_the_list_is_narrowed(client, query, names):
    article = make_article()
    make_mention(article, make_official(pinyin="zheng wenruo"))
    make_mention(article, make_official("贺知远", pinyin="he zhiyuan", role="expert"))
    assert listed(client, query) == names


def test_the_list_is_narrowed_to_a_place_and_all_within_it(client):
    article, county = make_article(), make_place()
    for name, place in (("郑文若", county), ("贺知远", make_place("山西省/晋中市/平遥县"))):
        official = make_official(name)
        make_mention(article, official)
        make_tenure(official, make_post(place=place), article)
    assert listed(client, f"?place={county.code}") == ["郑文若"]
    assert listed(client, f"?place={county.prefecture.code}") == ["贺知远", "郑文若"]
    assert county in client.get("/officials/").context["places"]


@pytest.mark.parametrize("query", ["?role=king", "?place=nowhere", "?place=%00", "?q=%00", f"?q={'长' * 500}"])
def test_a_condition_that_cannot_be_read_is_named(client, query):
    make_mention(make_article(), make_official())
    response = client.get(f"/officials/{query}")
    assert response.status_code == 400
    assert response.context["unread"]
    assert not response.context["page_obj"].object_list


@pytest.mark.parametrize(("page", "shown"), [("2", 2), ("99", 2), ("0", 2), ("x", 1), ("-1", 2), ("", 1)])
def test_paging_keeps_its_conditions(client, page, shown):
    article = make_article()
    for number in range(60):
        make_mention(article, make_official(f"官员{number:02}"))
    response = client.get(f"/officials/?q=官员&page={page}")
    assert response.context["page_obj"].number == shown
    assert "q=%E5%AE%98%E5%91%98" in response.content.decode()


@pytest.mark.parametrize("address", ["/officials/99/", f"/officials/{10**30}/", "/posts/99/", f"/posts/{10**30}/"])
def test_unknown_ones_are_not_found(client, address):
    assert client.get(address).status_code == 404


def test_queries_do_not_grow_with_the_rows(client, django_assert_max_num_queries):
    county, main = make_place(), make_official()
    for number in range(1, 25):
        article = make_article(make_page(make_newspaper(), date(2021, 1, number)))
        other, post = make_official(f"官员{number}"), make_post(f"职务{number}", place=county)
        for entity in (main, other, make_project(f"工程{number}", county), make_place(f"山西省/晋中市/县{number}")):
            make_mention(article, entity)
        make_tenure(other, post, article)
        make_tenure(main, post, article)
        make_quotation(article, main)
        make_visit(article, main, [county, "石磨坊水库"], [other])
    with django_assert_max_num_queries(12):
        assert len(client.get("/officials/").context["rows"]) == 25
    for address, most in ((main.get_absolute_url(), 21), (post.get_absolute_url(), 10)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200

"""Who is meant by a name: the same person within an area, someone else beyond it, a question where it is open."""

from dataclasses import replace
from itertools import permutations

import pytest

from articles.curation import record_edit
from articles.models import Official, OfficialMention, OpenQuestion, Post, Tenure, TenureEvidence
from articles.reading.records import TAGGER, Span
from tests.factories import make_curator, make_place
from tests.importing.exporting import export
from tests.importing.readings import (
    CITY,
    COUNTY,
    DAY,
    make_held,
    make_person,
    make_read,
    make_source,
    store,
)

pytestmark = pytest.mark.django_db

NEIGHBOUR = "山西省/晋中市/和顺县"
ELSEWHERE = "山西省/运城市/夏县"
FAR = "河北省/邢台市/内丘县"


@pytest.fixture(autouse=True)
def places():
    for path in (COUNTY, NEIGHBOUR, ELSEWHERE, FAR):
        make_place(path)


def article(*posts, name="郑文若", role="official"):
    """An article in which the name follows its posts; each is (title, place) or (title, place, further values)."""
    body = f"{'、'.join(post[0] for post in posts)}{name}到场。{name}讲话。"
    helds = [make_held(body, title, place, **(values[0] if values else {})) for title, place, *values in posts]
    return make_read(body, people=(make_person(body, name, *helds, role=role),))


def bare(name="郑文若"):
    body = f"当天，{name}走访群众。"
    return make_read(body, people=(make_person(body, name),))


def pages(*reads, **source):
    return [store([read], make_source(page=number, **source)) for number, read in enumerate(reads, 1)]


def people():
    rows = Official.objects.filter(merged_into=None)
    return sorted((row.name, row.role, sorted(row.tenures.values_list("post__name", flat=True))) for row in rows)


@pytest.fixture
def curator():
    return make_curator()


@pytest.mark.parametrize(
    ("posts", "number"),
    [
        ([("县长", COUNTY), ("县委书记", NEIGHBOUR)], 1),
        ([("县长", COUNTY), ("市长", CITY)], 1),
        ([("县长", COUNTY), ("县长", ELSEWHERE)], 2),
        ([("县长", COUNTY), ("县长", FAR)], 2),
        ([("省委书记", "山西省"), ("省长", "山西省")], 1),
        ([("省长", "山西省"), ("市长", CITY)], 2),
        ([("省长", "山西省"), ("省长", "河北省")], 2),
        ([("总书记", "中国", {"organ": "中共中央"}), ("主席", "中国", {"organ": "国家"})], 1),
    ],
)
def test_one_name_is_one_person_within_an_area(posts, number):
    pages(*[article(post) for post in posts])
    assert len(people()) == number


@pytest.mark.parametrize(
    ("organs", "number"),
    [
        (("石磨坊酒业", "石磨坊酒业党委"), 1),
        (("石磨坊酒业", "清泉酒业"), 2),
        (("公司", "公司"), 0),
        (("县医院", "县医院"), 0),
    ],
)
def test_heads_of_companies_are_known_by_the_company(organs, number):
    pages(*[article(("总经理", COUNTY, {"organ": organ}), role="executive") for organ in organs])
    assert len(people()) == number
    assert not Post.objects.exclude(place=None).exists()


@pytest.mark.parametrize(("elsewhere", "asked"), [(ELSEWHERE, 1), (FAR, 0)])
def test_a_namesake_in_the_same_province_is_asked_about_once(elsewhere, asked):
    pages(article(("县长", COUNTY)), article(("县长", elsewhere)), article(("县委书记", elsewhere)))
    questions = OpenQuestion.objects.filter(kind="official")
    assert questions.count() == asked and len(people()) == 2
    assert all(len(question.candidates) == 2 for question in questions)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_article_with_posts_in_two_areas_makes_one_person_of_two_in_any_order(order):
    reads = [article(("副省长", "山西省")), article(("市长", CITY)), article(("副省长", "山西省"), ("市长", CITY))]
    pages(*[reads[index] for index in order])
    assert people() == [("郑文若", "official", ["山西省副省长", "晋中市市长"])]
    assert Official.objects.get(merged_into=None).mentions.count() == 3
    assert TenureEvidence.objects.count() == 4


def test_two_whom_a_curator_worked_on_are_not_made_one(curator):
    pages(article(("副省长", "山西省")), article(("市长", CITY)))
    for official in Official.objects.all():
        record_edit(official, "note", f"第{official.pk}人", by=curator)
    store([article(("副省长", "山西省"), ("市长", CITY))], make_source(page=3))
    assert len(people()) == 2 and OfficialMention.objects.count() == 2
    assert OpenQuestion.objects.filter(article__page__number=3, kind="official").count() == 1


def test_a_merged_namesake_leads_to_the_one_it_was_merged_into(curator):
    pages(article(("县长", COUNTY)), article(("县长", ELSEWHERE)))
    first, second = Official.objects.order_by("pk")
    Tenure.objects.filter(official=second).update(official=first)
    record_edit(second, "merged_into", first.pk, by=curator)
    store([article(("县长", ELSEWHERE))], make_source(page=3))
    assert OfficialMention.objects.get(article__page__number=3).official == first


def test_a_merged_namesake_leads_there_even_with_its_tenures_left_behind_and_in_a_ring():
    pages(article(("县长", COUNTY)), article(("县长", ELSEWHERE)))
    first, second = Official.objects.order_by("pk")
    record_edit(second, "merged_into", first.pk, by=make_curator())
    store([article(("县长", ELSEWHERE))], make_source(page=3))
    assert OfficialMention.objects.get(article__page__number=3).official == first
    record_edit(first, "merged_into", second.pk, by=make_curator())
    store([article(("县长", ELSEWHERE))], make_source(page=4))
    assert OfficialMention.objects.filter(article__page__number=4).count() == 1


def test_a_post_that_a_curator_rejected_holds_nobody_to_its_area():
    pages(article(("县长", COUNTY), ("县长", FAR)))
    TenureEvidence.objects.filter(tenure__post__place__path=FAR).update(status="rejected")
    store([article(("县长", FAR))], make_source(page=2))
    assert Official.objects.count() == 2


def test_a_renamed_official_is_known_by_the_name_that_pages_print(curator):
    page = pages(article(("县长", COUNTY)))[0]
    record_edit(Official.objects.get(), "name", "郑文诺", by=curator)
    store([article(("县长", COUNTY))], make_source(page=1), page)
    assert people() == [("郑文诺", "official", ["左权县县长"])]


def test_first_and_last_seen_come_from_the_days_of_issue_and_not_from_former_posts():
    days = [DAY.replace(day=day) for day in (3, 9, 27)]
    reads = [article(("县长", COUNTY)), article(("县长", COUNTY)), article(("县长", COUNTY, {"former": True}))]
    for day, read in reversed(list(zip(days, reads, strict=True))):
        store([read], make_source(day=day))
    tenure = Tenure.objects.get()
    assert (tenure.first_seen, tenure.last_seen) == (days[0], days[1])
    assert tenure.evidence.filter(former=True).count() == 1


def test_a_tenure_is_dated_anew_when_a_page_no_longer_gives_it():
    first, second = DAY.replace(day=1), DAY.replace(day=2)
    store([article(("县长", COUNTY))], make_source(day=first))
    page = store([article(("县长", COUNTY), ("县委书记", COUNTY))], make_source(day=second))
    store([article(("县委书记", COUNTY))], make_source(day=second), page)
    seen = dict(Tenure.objects.values_list("post__name", "last_seen"))
    assert seen == {"左权县县长": first, "左权县县委书记": second}


def test_a_post_given_by_the_headline_stands_on_the_headline():
    body = "郑文若查看了水库。"
    held = replace(make_held("县长", "县长"), span=Span(0, 0, ""))
    store([make_read(body, "县长郑文若看水库", people=(make_person(body, "郑文若", held),))])
    evidence = TenureEvidence.objects.get()
    assert (evidence.start, evidence.sentence) == (None, "县长郑文若看水库")


def test_a_better_reading_of_the_place_keeps_the_official():
    page = pages(article(("县长", FAR)))[0]
    official = Official.objects.get()
    store([article(("县长", COUNTY))], make_source(page=1), page)
    assert people() == [("郑文若", "official", ["左权县县长"])] and Official.objects.get() == official
    assert Post.objects.count() == 1


@pytest.mark.parametrize("role", ["reporter", "photographer", "citizen", "historical"])
def test_people_outside_public_life_have_no_row(role):
    pages(article(("记者", None), role=role))
    assert not Official.objects.exists() and not OpenQuestion.objects.filter(kind="official").exists()


def test_an_official_stays_one_when_another_page_makes_a_company_head_of_them():
    pages(
        article(("总经理", None, {"organ": "石磨坊酒业"}), role="executive"),
        article(("县长", COUNTY), ("总经理", COUNTY, {"organ": "石磨坊酒业"})),
    )
    assert people() == [("郑文若", "official", ["左权县县长", "左权县总经理", "总经理"])]


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ([("县长", COUNTY)], 1),
        ([("市长", CITY)], 1),
        ([("县长", FAR)], 0),
        ([("县长", ELSEWHERE)], 0),
        ([], 0),
    ],
)
def test_a_name_without_a_post_is_an_official_of_the_papers_home_or_a_question(known, found):
    pages(*[article(post) for post in known])
    store([bare()], make_source(page=9))
    assert OfficialMention.objects.filter(article__page__number=9).count() == found
    assert OpenQuestion.objects.filter(article__page__number=9, kind="official").count() == 1 - found


@pytest.mark.parametrize("role", ["citizen", "expert", "executive"])
def test_whom_the_tagger_alone_takes_for_a_name_is_nobody_in_public_life(role):
    pages(article(("县长", COUNTY)))
    body = "当天，郑文若在村口唱歌。"
    person = replace(make_person(body, "郑文若", role=role), rule=TAGGER)
    store([make_read(body, people=(person,))], make_source(page=9))
    assert not OfficialMention.objects.filter(article__page__number=9).exists()
    assert not OpenQuestion.objects.filter(article__page__number=9).exists()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_names_without_posts_are_settled_from_all_pages_in_any_order(order):
    reads = [(1, bare()), (2, article(("县长", COUNTY))), (3, bare("马建国"))]
    for index in order:
        store([reads[index][1]], make_source(page=reads[index][0]))
    assert sorted(OfficialMention.objects.values_list("article__page__number", "official__name")) == [
        (1, "郑文若"),
        (2, "郑文若"),
    ]
    assert list(OpenQuestion.objects.values_list("text", flat=True)) == ["马建国"]


def test_a_name_without_a_post_becomes_a_question_again_when_its_official_goes():
    page = store([article(("县长", COUNTY))], make_source(page=1))
    store([bare()], make_source(page=2))
    assert OfficialMention.objects.count() == 2
    store([make_read("当天没有人到场。")], make_source(page=1), page)
    assert not Official.objects.exists()
    assert OpenQuestion.objects.get(kind="official").article.page.number == 2


def test_a_rejected_official_is_never_suggested_again_for_the_article():
    page = pages(bare())[0]
    store([article(("县长", COUNTY))], make_source(page=2))
    OfficialMention.objects.filter(article__page=page).update(status="rejected")
    store([bare()], make_source(page=1), page)
    store([article(("县委书记", NEIGHBOUR))], make_source(page=3))
    assert list(OfficialMention.objects.filter(article__page=page).values_list("status", flat=True)) == ["rejected"]
    assert not OpenQuestion.objects.filter(article__page=page).exists()


@pytest.mark.parametrize("state", ["settled", "dismissed"])
def test_an_answered_question_is_not_asked_again(state):
    page = pages(bare())[0]
    OpenQuestion.objects.update(state=state)
    store([bare()], make_source(page=1), page)
    store([article(("县长", COUNTY))], make_source(page=2))
    assert list(OpenQuestion.objects.values_list("state", flat=True)) == [state]
    assert not OfficialMention.objects.filter(article__page=page).exists()


def test_whom_a_curator_added_is_the_one_that_the_article_means():
    page = pages(article(("县长", COUNTY)))[0]
    wrong = Official.objects.get()
    right = Official.objects.create(name="郑文若", note="另一人")
    OfficialMention.objects.filter(official=wrong).update(status="rejected")
    OfficialMention.objects.create(article=page.articles.get(), official=right, status="added")
    store([article(("县长", COUNTY))], make_source(page=1), page)
    assert Tenure.objects.get().official == right
    assert set(OfficialMention.objects.values_list("official", "status")) == {
        (wrong.pk, "rejected"),
        (right.pk, "added"),
    }


def test_the_order_of_pages_does_not_change_what_is_stored():
    reads = [
        article(("县长", COUNTY)), article(("县长", ELSEWHERE)), article(("市长", CITY)), bare(),
        article(("总经理", None, {"organ": "石磨坊酒业"}), role="executive"),
    ]  # fmt: skip
    exports = []
    for order in ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 1, 4, 0, 2]):
        stored = [store([reads[index]], make_source(page=index + 1)) for index in order]
        exports.append(export())
        for page in stored:
            page.delete()
        Official.objects.all().delete()
        Post.objects.all().delete()
    assert exports[0] == exports[1] == exports[2]

"""The page of one article: marked text, facts with their raw lines, citation, no rejected facts."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from articles.models import Article, Contributor, OfficialMention, PersonMention, ProjectMention
from articles.showing.citation import cite
from articles.showing.evidence import standing
from articles.showing.lines import letters, line_of, spelled
from articles.showing.marking import Mark, blocks, choose
from tests.factories import (
    make_article,
    make_figure,
    make_mention,
    make_name,
    make_newspaper,
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
BODY = "左权县县长郑文若到石磨坊水库调研。\n她说，<b>水</b>要守好。"


def marks(*spans: tuple[int, int]) -> list[Mark]:
    return [Mark(start, end, "person", "/") for start, end in spans]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([(0, 2), (0, 3)], [(0, 3)]),
        ([(0, 3), (2, 5)], [(0, 3)]),
        ([(2, 5), (0, 4)], [(0, 4)]),
        ([(4, 6), (0, 2)], [(0, 2), (4, 6)]),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
        ([(1, 2), (1, 2)], [(1, 2)]),
        ([(0, 9), (1, 2), (8, 12)], [(0, 9)]),
    ],
)
def test_overlapping_marks_yield_to_the_longest_then_the_leftmost(given, kept):
    assert [(mark.start, mark.end) for mark in choose(marks(*given))] == kept


@pytest.mark.parametrize("span", [(3, 6), (-1, 2), (4, 99), (2, 2), (5, 1)])
def test_a_mark_that_fits_no_paragraph_is_left_out(span):
    found = blocks("一二三四\n五六七八", [], marks(span))
    assert [[(p.text, p.mark) for p in block.pieces] for block in found] == [[("一二三四", None)], [("五六七八", None)]]


def test_marks_cut_a_paragraph_into_pieces():
    (block,) = blocks("县长甲说话", [], marks((2, 3)))
    assert [(piece.text, bool(piece.mark)) for piece in block.pieces] == [
        ("县长", False),
        ("甲", True),
        ("说话", False),
    ]


def test_crossheads_stand_before_their_paragraph_and_late_ones_at_the_end():
    heads = [{"text": "末题", "before": 9}, {"text": "首题", "before": 0}, {"text": "中题", "before": 1}]
    found = blocks("一\n二", heads, [])
    assert [(block.number, block.pieces[0].text) for block in found] == [
        (0, "首题"), (1, "一"), (0, "中题"), (2, "二"), (0, "末题"),
    ]  # fmt: skip


def test_an_article_without_a_body_has_its_crossheads_only():
    assert [block.number for block in blocks("", [{"text": "题", "before": 0}], [])] == [0]


@pytest.mark.parametrize(("position", "line"), [(0, 6), (18, 6), (19, 8), (500, 8)])
def test_a_character_leads_to_its_raw_line(position, line):
    assert line_of([[0, 6], [19, 8]], position) == line


def test_a_character_before_all_runs_has_no_line():
    assert line_of([[3, 6]], 1) is None
    assert line_of([], 0) is None


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_go_on_after_z(index, letter):
    assert letters(index) == letter


def test_line_ranges_are_spelled():
    assert spelled([[7, 9], [11, 11]]) == "7–9、11"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("confirmed", 0.2)], "checked"), ([("added", 1.0)], "checked"), ([("found", 0.59)], "doubtful"),
        ([("found", 0.6)], "read"), ([("confirmed", 1.0), ("found", 0.9)], "read"),
        ([("confirmed", 1.0), ("found", 0.1)], "doubtful"),
    ],
)  # fmt: skip
def test_a_fact_stands_as_well_as_its_weakest_row(rows, expected):
    assert standing(*(OfficialMention(status=status, confidence=sure) for status, sure in rows)) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("郑文若", "记者")], "郑文若. 项目开工[N]. 晋中日报, 2021-08-07(1)."),
        ([("郑文若", "记者"), ("贺知远", "摄")], "郑文若. 项目开工[N]. 晋中日报, 2021-08-07(1)."),
        ([(n, "记者") for n in ("甲", "乙", "丙", "丁")], "甲, 乙, 丙, 等. 项目开工[N]. 晋中日报, 2021-08-07(1)."),
        ([], "项目开工[N]. 晋中日报, 2021-08-07(1)."),
    ],
)
def test_citation_follows_the_standard(names, expected):
    article = make_article()
    assert cite(article, [Contributor(article=article, name=name, role=role) for name, role in names]) == expected


def test_citation_leaves_out_what_is_unknown():
    page = make_page(day=None, number=None, file_name="来历不明.txt")
    page.newspaper = None
    assert cite(make_article(page, headline="", body="一段没有标题的话。"), []) == "一段没有标题的话。[N]."


def make_whole_article() -> Article:
    """Make an article that names one of each kind, on raw lines 3 and 5."""
    page = make_page(number=2, raw_text="报头\n水库水位回落\n左权县县长郑文若到石磨坊水库调研。\n\n她说，水要守好。\n")
    article = make_article(
        page, "水库水位回落", BODY, kicker="守好一库水", subhead="库区群众安心", section="要闻",
        headline_lines=[[2, 2]], body_lines=[[3, 3], [5, 5]], offsets=[[0, 3], [19, 5]],
        event_dates=[{"first": "2021-08-05", "last": "2021-08-05", "precision": "day"},
                     {"first": "2021-08-01", "last": "2021-08-31", "precision": "month"}],
        continued_on=3, reprint_of="山西日报",
    )  # fmt: skip
    county, official = make_place(), make_official()
    make_mention(article, county, spans=[[0, 3]], start=0, end=3, primary=True, status="confirmed")
    make_mention(article, official, spans=[[5, 8]], start=5, end=8)
    make_tenure(official, make_post(place=county), article)
    report = make_mention(article, make_project(), spans=[[9, 14]], start=9, end=14, stage="started", confidence=0.5)
    make_figure(report, text="5亿元", start=20, end=23)
    make_mention(article, make_policy(), start=19, end=20)
    make_mention(article, make_topic(), words=["水库"], start=None)
    Contributor.objects.create(article=article, name="贺知远", role="记者", position=0)
    return article


def test_the_page_shows_headlines_meta_and_citation(client):
    article = make_whole_article()
    text = client.get(article.get_absolute_url()).content.decode()
    for words in (
        "守好一库水",
        "水库水位回落",
        "库区群众安心",
        "要闻",
        "记者 贺知远",
        "2021-08-05",
        "山西日报",
        "下转第3版",
    ):
        assert words in text
    assert "2021-08-01" not in text
    assert "贺知远. 水库水位回落[N]. 晋中日报, 2021-08-07(2)." in text
    assert 'href="/papers/jinzhong-ribao/2021-08-07/2/#L2"' in text
    assert "原文第 2、3、5 行" in text


def test_mentions_are_links_and_text_is_escaped(client):
    article = make_whole_article()
    text = client.get(article.get_absolute_url()).content.decode()
    official = OfficialMention.objects.get().official
    assert f'<a class="m m-person" href="/officials/{official.pk}/">郑文若</a>' in text
    assert 'class="m m-place"' in text
    assert 'class="m m-project"' in text
    assert "&lt;b&gt;水&lt;/b&gt;" in text
    assert "<b>水</b>" not in text


def test_each_fact_has_its_standing_and_its_raw_line(client):
    article = make_whole_article()
    response = client.get(article.get_absolute_url())
    facts = response.context["facts"]
    assert [fact.standing for fact in facts.people] == ["read"]
    assert [row.text for row in facts.people[0].posts] == ["县长"]
    assert facts.projects[0].quote.standing == "doubtful"
    assert (facts.projects[0].quote.line, facts.projects[0].figures[0].line) == (3, 5)
    assert facts.policies[0].quote.url == "/papers/jinzhong-ribao/2021-08-07/2/#L5"
    assert (facts.places[0].quote.standing, facts.topics[0].quote.line) == ("checked", None)
    for badge in ("机器识别", "已核校", "存疑"):
        assert badge in response.content.decode()


def test_rejected_facts_are_neither_marked_nor_listed(client):
    article = make_whole_article()
    for rows in (article.officialmentions, article.projectmentions, article.placementions, article.policymentions):
        rows.update(status="rejected")
    response = client.get(article.get_absolute_url())
    assert not (response.context["facts"].people or response.context["facts"].projects)
    assert 'class="m m-' not in response.content.decode()


def test_quotations_and_visits_stand_beside_the_text_with_their_sentences(client):
    article = make_whole_article()
    official, county = OfficialMention.objects.get().official, article.placementions.get().place
    make_quotation(article, official, "水要守好。", sentence="她说，水要守好。", start=19, end=28)
    make_quotation(article, None, speaker="贺三旺", role="citizen", sentence="贺三旺说，有水了。")
    make_visit(article, official, [county, "石磨坊水库"], [make_official("贺知远")], date(2021, 8, 5), start=0, end=14)
    response = client.get(article.get_absolute_url())
    first, second = response.context["facts"].quotations
    (visit,) = response.context["facts"].visits
    assert (first.official, first.quote.line, second.official) == (official, 5, None)
    assert (visit.days, visit.quote.line, [one.name for one in visit.leads]) == ("2021-08-05", 3, ["郑文若"])
    text = " ".join(response.content.decode().split())
    for words in ("“她说，水要守好。”", '<b>贺三旺</b> <span class="quiet">群众</span>', "石磨坊水库", "同行： 贺知远"):
        assert words in text


def test_rejected_quotations_and_visits_are_not_shown(client):
    article = make_whole_article()
    make_quotation(article, status="rejected")
    make_visit(article, status="rejected")
    facts = client.get(article.get_absolute_url()).context["facts"]
    assert facts.quotations == facts.visits == []


def test_a_speaker_whose_mention_was_rejected_is_no_link(client):
    article = make_whole_article()
    make_quotation(article, OfficialMention.objects.get().official)
    article.officialmentions.update(status="rejected")
    (fact,) = client.get(article.get_absolute_url()).context["facts"].quotations
    assert fact.official is None and fact.row.speaker == "郑文若"


def test_a_rejected_post_is_not_shown_with_its_holder(client):
    article = make_whole_article()
    article.tenureevidences.update(status="rejected")
    (fact,) = client.get(article.get_absolute_url()).context["facts"].people
    assert fact.posts == ()


def test_continuations_lead_both_ways(client):
    first, second = make_article(headline="上半篇"), make_article(make_page(number=4), headline="下半篇")
    first.continuation = second
    first.save()
    assert f'href="/articles/{second.pk}/">下转第4版' in client.get(first.get_absolute_url()).content.decode()
    assert f'href="/articles/{first.pk}/">上接第1版' in client.get(second.get_absolute_url()).content.decode()


def test_only_staff_is_led_to_the_admin(client):
    article = make_article()
    address = reverse("admin:articles_article_change", args=[article.pk])
    assert address not in client.get(article.get_absolute_url()).content.decode()
    client.force_login(get_user_model().objects.create_user("curator", password="not-a-word-1234", is_staff=True))
    assert address in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize("pk", ["0", "99", str(10**30), "9" * 5000])
def test_an_unknown_article_is_not_found(client, pk):
    assert client.get(f"/articles/{pk}/").status_code == 404


def test_an_article_that_reading_no_longer_finds_is_not_shown(client):
    assert client.get(make_article(review_state="orphaned").get_absolute_url()).status_code == 404


def test_an_article_of_an_unknown_page_is_shown(client):
    page = make_page(day=None, number=None, file_name="来历不明.txt")
    page.newspaper = None
    page.save()
    response = client.get(make_article(page).get_absolute_url())
    assert f"/pages/{page.pk}/" in response.content.decode()


def test_queries_do_not_grow_with_the_facts(client, django_assert_max_num_queries):
    article = make_whole_article()
    for number in range(20):
        official = make_official(f"官员{number}")
        make_mention(article, official)
        make_tenure(official, make_post(f"职务{number}"), article)
        make_figure(make_mention(article, make_project(f"项目{number}")))
        place = make_place(f"山西省/晋中市/县{number}")
        make_mention(article, place)
        make_quotation(article, official)
        make_name(article, f"村民{number}", status="confirmed")
        make_visit(article, official, [place, "石磨坊水库"], [make_official(f"同行{number}")])
    with django_assert_max_num_queries(16):
        client.get(article.get_absolute_url())
    assert ProjectMention.objects.count() == 21


def test_a_name_without_a_post_is_shown_when_a_curator_has_confirmed_it_and_never_before(client):
    article = make_article(body="村里的路修好了。冯占海说，路好走了。")
    name = make_name(article)
    for status, shown in (("found", False), ("rejected", False), ("confirmed", True)):
        PersonMention.objects.update(status=status)
        page = client.get(article.get_absolute_url()).content.decode()
        assert ("<b>冯占海</b>" in page and "群众" in page) is shown
        assert ("m-person" in page) is False
    PersonMention.objects.update(role="expert", official=make_official(name.name))
    assert "<b>冯占海</b>" not in client.get(article.get_absolute_url()).content.decode()


def test_a_newspaper_without_pages_of_that_day_is_no_obstacle(client):
    article = make_article(make_page(make_newspaper("无名报", "wuming"), date(1999, 1, 1), None))
    assert client.get(article.get_absolute_url()).status_code == 200


def test_keywords_lead_to_a_search(client):
    article = make_article(keywords=["冷链", "A&B"])
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'href="/articles/?q=%E5%86%B7%E9%93%BE"' in page
    assert "A&amp;B" in page

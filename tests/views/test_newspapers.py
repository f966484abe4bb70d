"""Newspapers, their issues, and pages line by line with the owner of each line."""

import re
from datetime import date

import pytest
from django.conf import settings

from articles.reading.encoding import decode
from articles.reading.source import find_source
from articles.reading.splitting.borders import TELLING
from articles.reading.splitting.page import split_page
from articles.reading.words import read_pairs
from articles.showing.lines import numbered, own
from articles.wording import in_words, reasons
from tests.factories import make_article, make_newspaper, make_page, make_place

pytestmark = pytest.mark.django_db
RAW = "晋中日报 第2版\n水库水位回落\n\n左权县的水库。\n<b>图：</b>水库\n无主的一行\n"


def make_striped_page():
    """Make a page with a masthead, an article on lines 2–4, a caption article on 5 and a line of nobody."""
    page = make_page(number=2, raw_text=RAW, furniture=[{"lines": [1, 1], "kind": "masthead"}])
    make_article(
        page, "水库水位回落", headline_lines=[[2, 2]], body_lines=[[3, 4]], confidence=0.64, reasons=["scene first"]
    )
    make_article(page, "", "图：水库", kind="photo", body_lines=[[5, 5]])
    return page


def test_every_line_has_its_owner():
    page = make_striped_page()
    lines = list(numbered(page, own(page.articles.all())))
    assert [(line.number, line.owner.letter if line.owner else None, line.part) for line in lines] == [
        (1, None, "masthead"), (2, "A", "head"), (3, "A", "body"), (4, "A", "body"), (5, "B", "body"), (6, None, ""),
    ]  # fmt: skip
    assert [line.number for line in lines if line.opens] == [1, 2, 5, 6]
    assert [line.text for line in lines] == RAW.splitlines()


def test_ranges_beyond_the_page_are_cut():
    page = make_page(raw_text="一\n二\n")
    make_article(page, body_lines=[[-5, 1], [2, 10**9]])
    assert [line.number for line in numbered(page, own(page.articles.all())) if line.owner] == [1, 2]


def test_an_empty_text_is_one_empty_line():
    assert [(line.number, line.text) for line in numbered(make_page(raw_text=""), [])] == [(1, "")]


def test_shades_go_round():
    page = make_page()
    for _ in range(8):
        make_article(page)
    assert [owner.shade for owner in own(page.articles.all())] == [1, 2, 3, 4, 5, 6, 1, 2]


def test_the_page_shows_lines_articles_and_provenance(client):
    page = make_striped_page()
    text = client.get(page.get_absolute_url()).content.decode()
    assert text.count('<li id="L') == 6
    for words in (
        "原文 6 行",
        "&lt;b&gt;图：&lt;/b&gt;水库",
        "本版报道 2 篇",
        "0.64",
        "以场景开头",
        page.sha256,
        "utf-8",
        "1.0",
    ):
        assert words in text
    assert "1 行未归属" in text
    assert "报头" in text
    assert f'href="/articles/{page.articles.first().pk}/"' in text


def test_pages_of_an_issue_lead_to_each_other(client):
    pages = [make_page(number=number) for number in (1, 2, 4)]
    make_page(day=date(2021, 8, 8), number=3)
    response = client.get(pages[1].get_absolute_url())
    assert (response.context["before"], response.context["after"]) == (pages[0], pages[2])
    assert client.get(pages[0].get_absolute_url()).context["before"] is None
    assert client.get(pages[2].get_absolute_url()).context["after"] is None


def test_raw_text_is_plain_and_unchanged(client):
    page = make_striped_page()
    response = client.get(f"{page.get_absolute_url()}raw.txt")
    assert response.content.decode() == RAW
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"


def make_lost_page():
    """Make a page of which neither newspaper, date nor number is known."""
    page = make_page(day=None, number=None, file_name="来历不明.txt")
    page.newspaper = None
    page.save()
    return page


def test_a_page_of_unknown_identity_has_an_address_of_its_own(client):
    page = make_lost_page()
    assert page.get_absolute_url() == f"/pages/{page.pk}/"
    assert "来历不明.txt" in client.get(f"/pages/{page.pk}/").content.decode()
    assert client.get(f"/pages/{page.pk}/raw.txt").content.decode() == page.raw_text
    assert "来历不明.txt" in client.get("/papers/").content.decode()


def test_once_the_identity_is_known_the_page_moves_for_good(client):
    page = make_page()
    response = client.get(f"/pages/{page.pk}/")
    assert (response.status_code, response["Location"]) == (301, page.get_absolute_url())


@pytest.mark.parametrize(
    "address",
    [
        "jinzhong-ribao/2021-02-30/1/", "jinzhong-ribao/2021-8-7/1/", "jinzhong-ribao/20210807/1/",
        "jinzhong-ribao/0000-00-00/1/", "jinzhong-ribao/2021-08-07/99999999999999999999/", "nobody/",
        f"jinzhong-ribao/2021-08-07/{'9' * 5000}/", "nobody/2021-08-07/1/", "jinzhong-ribao/2021-08-07/-1/",
        "jinzhong-ribao/2021-08-07/1/raw", "%00/", "a%00b/2021-08-07/1/", "%F0%9F%92%A9/", f"{'a' * 5000}/",
    ],
)  # fmt: skip
def test_odd_addresses_are_not_found(client, address):
    make_page()
    assert client.get(f"/papers/{address}").status_code == 404


@pytest.mark.parametrize("address", ["/pages/99/", "/pages/99/raw.txt", f"/pages/{10**40}/", "/pages/x/"])
def test_unknown_pages_are_not_found(client, address):
    assert client.get(address).status_code == 404


def test_pages_are_only_read(client):
    assert client.post(make_page().get_absolute_url()).status_code == 405


def test_newspapers_are_listed_with_what_is_held(client):
    page = make_page()
    make_article(page)
    make_article(page, review_state="orphaned")
    make_page(day=date(2020, 1, 1))
    make_newspaper("空报", "kong-bao")
    rows = {paper.name: paper for paper in client.get("/papers/").context["page_obj"]}
    found = rows["晋中日报"]
    assert (found.page_count, found.article_count) == (2, 1)
    assert (found.first_issue, found.last_issue) == (date(2020, 1, 1), date(2021, 8, 7))
    assert (rows["空报"].page_count, rows["空报"].article_count, rows["空报"].last_issue) == (0, 0, None)


def test_counts_of_a_newspaper_equal_the_list_behind_them(client):
    page = make_page()
    make_article(page)
    make_article(page, review_state="orphaned")
    paper = client.get("/papers/").context["page_obj"][0]
    assert client.get(f"/articles/?paper={paper.slug}").context["total"] == paper.article_count


def test_issues_stand_newest_first_with_their_pages(client):
    old, new = make_page(day=date(2020, 1, 1)), make_page(number=2)
    make_page(number=1)
    make_article(new)
    make_page(day=None, number=None, file_name="无日期.txt")
    context = client.get("/papers/jinzhong-ribao/").context
    assert [(issue.day, [page.number for page in issue.pages], issue.articles) for issue in context["issues"]] == [
        (date(2021, 8, 7), [1, 2], 1), (old.date, [1], 0),
    ]  # fmt: skip
    assert [page.file_name for page in context["undated"]] == ["无日期.txt"]


def test_queries_do_not_grow_with_the_pages(client, django_assert_max_num_queries):
    place = make_place()
    for number in range(1, 12):
        page = make_page(number=number, home_place=place)
        make_article(page)
        make_article(make_page(make_newspaper(f"报{number}", f"bao-{number}")), "")
    for address in ("/papers/", "/papers/jinzhong-ribao/", "/papers/jinzhong-ribao/2021-08-07/5/"):
        with django_assert_max_num_queries(6):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("starts with a dateline", "以电头开篇"),
        ("headline shares 左权, 水库", "标题与正文同有“左权、水库”"),
        ("interview: questions and answers", "访谈：一问一答"),
        ("paper: file name", "报名：文件名"),
        ("valid gb18030, 97% common characters", "符合 gb18030，常用字占 97%"),
        ("", ""),
        (": ", "："),
        ("some new reason", "some new reason"),
    ],
)
def test_reasons_are_said_in_chinese(reason, words):
    assert in_words(reason) == words


def test_every_reason_that_reading_gives_of_the_sample_pages_is_said_in_chinese():
    given = set()
    for path in sorted((settings.BASE_DIR / "fixtures" / "pages").glob("*.txt")):
        decoded = decode(path.read_bytes())
        given |= {decoded.reason, *find_source(decoded.text, path.name).how}
        given |= {reason for article in split_page(decoded.text).articles for reason in article.reasons}
    assert len(given) > 20
    assert [reason for reason in sorted(given) if re.search("[a-z]{3}", in_words(reason))] == []


def test_every_sign_of_a_border_that_can_be_told_is_said_in_chinese():
    told = [name for name, weight in read_pairs("border_weights") if float(weight) > TELLING]
    assert len(told) > 20
    assert [name for name in told if re.search("[a-z]{3}", in_words(name))] == []


def test_reasons_against_are_told_apart():
    given = ["no headline on the page", "feature: no dateline", "scene first"]
    assert [reason.against for reason in reasons(given)] == [True, True, False]

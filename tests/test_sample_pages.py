"""The sample pages and their gold agree with each other and with what their README tells."""

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PAGES = sorted((FIXTURES / "pages").glob("*.txt"))
GOLD = [json.loads(path.read_text("utf-8")) for path in sorted((FIXTURES / "gold").glob("*.json"))]
README = (FIXTURES / "pages" / "README.md").read_text("utf-8")

NAMESAKES = {"王强", "安康", "高明"}
JOURNALISTS = {"reporter", "photographer"}


def decoded(name: str) -> str:
    """The page's text: UTF-8, with or without a mark, else GB18030; anything else raises UnicodeDecodeError."""
    raw = (FIXTURES / "pages" / name).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def squeezed(text: str) -> str:
    return "".join(text.split())


def numbers(ranges: list[list[int]]) -> list[int]:
    return [n for first, last in ranges for n in range(first, last + 1)]


def text_of(sheet: dict[str, Any], ranges: list[list[int]]) -> str:
    lines = decoded(sheet["file"]).splitlines()
    return squeezed("".join(lines[n - 1] for n in numbers(ranges)))


def articles() -> list[Any]:
    return [pytest.param(sheet, a, id=f"{sheet['file']}-{a['id']}") for sheet in GOLD for a in sheet["articles"]]


def named() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each person of each article, with the page."""
    return [(sheet, person) for sheet in GOLD for a in sheet["articles"] for person in a["people"]]


each_page = pytest.mark.parametrize("sheet", GOLD, ids=lambda sheet: sheet["file"])
each_article = pytest.mark.parametrize(("sheet", "article"), articles())


def test_every_page_has_its_gold_and_its_row_in_the_manifest() -> None:
    with (FIXTURES / "pages" / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        listed = sorted(row["file"] for row in csv.DictReader(rows))
    files = sorted(path.name for path in PAGES)
    assert listed == files
    assert sorted(sheet["file"] for sheet in GOLD) == files
    assert [name for name in files if f"`{name}`" not in README] == []


def test_the_manifest_agrees_with_gold_where_it_speaks() -> None:
    gold = {sheet["file"]: sheet["source"] for sheet in GOLD}
    with (FIXTURES / "pages" / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            known = gold[row["file"]]
            assert row["home_place"] in ("", known.get("home_place", row["home_place"]))
            assert all(row[key] in ("", known[key]) for key in ("paper", "date", "page"))
            assert row["paper"] or not known["given"]


@pytest.mark.parametrize(
    ("name", "mark"),
    [("17.txt", "长治日报\n2024年9月25日"), ("08.txt", "吕梁日报\n2024年6月19日"), ("06.txt", "大同日报 要闻")],
)
def test_pages_decode(name: str, mark: str) -> None:
    assert mark in decoded(name)


def test_the_encodings_and_line_ends_that_the_readme_promises() -> None:
    raw = {path.name: path.read_bytes() for path in PAGES}
    marked = [name for name, data in raw.items() if data.startswith(b"\xef\xbb\xbf")]
    assert marked == ["吕梁日报_2022-11-16_01.txt"]
    assert [name for name, data in raw.items() if b"\r\n" in data] == ["jz0519-3.txt"]
    assert not any("\ufffd" in decoded(name) for name in raw)


@each_page
def test_every_line_has_at_most_one_owner(sheet: dict[str, Any]) -> None:
    lines = decoded(sheet["file"]).splitlines()
    owned = [numbers(a["body_lines"]) + numbers(a["headline_lines"]) for a in sheet["articles"]]
    owned += [numbers([f["lines"]]) for f in sheet["furniture"]]
    every = [n for part in owned for n in part]
    assert all(1 <= n <= len(lines) for n in every)
    printed = [n for n in every if lines[n - 1].strip()]
    assert len(printed) == len(set(printed))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} == set(printed)


@each_article
def test_bodies_start_and_end_on_their_lines(sheet: dict[str, Any], article: dict[str, Any]) -> None:
    body = text_of(sheet, article["body_lines"])
    assert squeezed(article["body_start"])[:12] in body[:80]
    assert squeezed(article["body_end"])[-10:] in body[-60:]


@each_article
def test_headlines_stand_on_their_lines(sheet: dict[str, Any], article: dict[str, Any]) -> None:
    printed = set(text_of(sheet, article["headline_lines"]))
    for part in (article["kicker"], article["headline"], article["subhead"]):
        assert set(squeezed(part or "")) <= printed


@each_article
def test_what_gold_names_is_printed(sheet: dict[str, Any], article: dict[str, Any]) -> None:
    body = text_of(sheet, article["body_lines"])
    assert [p["name"] for p in article["people"] if p["name"][-2:] not in body] == []
    assert [q["text"] for p in article["people"] for q in p["posts"] if squeezed(q["text"])[-2:] not in body] == []
    assert [p["title"] for p in article["policies"] if squeezed(p["title"]) not in body] == []
    assert [p["investment_text"] for p in article["projects"] if squeezed(p["investment_text"]) not in body] == []


def test_only_the_declared_namesakes_share_a_name() -> None:
    people = defaultdict(set)
    for _, person in named():
        people[person["name"]].add(person["person_id"])
    assert {name for name, ids in people.items() if len(ids) > 1} == NAMESAKES


def test_the_readme_tells_of_everyone_who_comes_back() -> None:
    pages = defaultdict(set)
    for sheet, person in named():
        if person["role"] not in JOURNALISTS:
            pages[person["name"]].add((sheet["source"]["date"], sheet["source"]["paper"]))
    assert [name for name, where in pages.items() if len(where) > 1 and name not in README] == []


def test_journalists_write_for_one_paper() -> None:
    papers = defaultdict(set)
    for sheet, person in named():
        if person["role"] in JOURNALISTS:
            papers[person["name"]].add(sheet["source"]["paper"])
    assert [name for name, where in papers.items() if len(where) > 1] == []


def test_a_visitor_finds_topics_of_yulin_over_two_years() -> None:
    seen = defaultdict(set)
    for sheet in GOLD:
        for article in sheet["articles"]:
            if sheet["source"]["paper"] == "榆林日报":
                for topic in article["topics"]:
                    seen[topic].add(sheet["source"]["date"])
    assert {topic for topic, days in seen.items() if len(days) == 2} >= {"能源革命", "生态环保", "农业农村"}


def test_an_article_goes_on_from_page_one_to_page_two() -> None:
    first, second = (sheet for sheet in GOLD if sheet["file"].startswith("榆林日报_2020-11-18"))
    leaving = [a for a in first["articles"] if a.get("continued_on") == 2]
    arriving = [a for a in second["articles"] if a.get("continued_from") == 1]
    assert len(leaving) == len(arriving) == 1
    assert text_of(first, leaving[0]["body_lines"]).endswith("（下转第2版）")
    assert text_of(second, arriving[0]["body_lines"]).startswith("（上接第1版）")

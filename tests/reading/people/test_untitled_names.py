"""The net for names without posts: what it finds in sentences that the rules left, and what it leaves alone."""

from __future__ import annotations

import pytest

from articles.reading.people.untitled_names import CONFIDENCE, MOST
from articles.reading.pipeline import add_untitled, find_facts
from articles.reading.records import ArticleReading, Person
from tests.reading.facts import gazetteer, make_source, make_text
from tests.scoring.pairing import pair_articles, weights_of
from tests.scoring.sheets import GOLD, PAGES, WIDE, Sheet, read_sheets


def page_of(*bodies: str) -> tuple[ArticleReading, ...]:
    """The articles of one page, read whole."""
    texts = [make_text(body) for body in bodies]
    return add_untitled([ArticleReading(text, find_facts(text, make_source(), gazetteer())) for text in texts])


def finds_in(*bodies: str) -> list[dict[str, Person]]:
    """What the net adds to each article, by name."""
    return [{p.name: p for p in article.facts.people if p.is_unconfirmed} for article in page_of(*bodies)]


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("62岁的冯铁牛蹲在田埂上掐谷穗。", "冯铁牛", "citizen"),
        ("养了二十年羊的曹满仓隔几天就来看一眼。", "曹满仓", "citizen"),
        ("泽城村的茶农舒桂英把茶园入了股。", "舒桂英", "citizen"),
        ("舞台上，王晓燕唱起了左权民歌。", "王晓燕", "citizen"),
        ("冯二旦扛着锄头，沿着山路走了两里。", "冯二旦", "citizen"),
        ("这座书院是纪念宋代的司马文远而建的。", "司马文远", "historical"),
    ],
)
def test_a_name_without_a_post_is_found_and_stays_unconfirmed(body: str, name: str, role: str) -> None:
    (found,) = finds_in(body)
    person = found[name]
    assert list(found) == [name]
    assert (person.role, person.posts, person.confidence) == (role, (), CONFIDENCE)


@pytest.mark.parametrize(
    "body",
    [
        "要坚持以习近平新时代中国特色社会主义思想为指导。",
        "王大爷把院子扫了三遍。",
        "省农科院的侯教授在村里一住就是半年。",
        "《冯铁牛进城》讲的是旧事。",
        "统筹山水林田湖草系统治理，栽种乔灌木82万株。",
        "高平如何破题？宁武怎么办？",
        "全旗有3.8万只杜泊羊，安评、能评一次办完。",
        "冯铁牛摄",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(body: str) -> None:
    assert finds_in(body) == [{}]


@pytest.mark.parametrize("act", ["强调，要抓好秋收", "主持会议并作总结", "走进院子"])
def test_who_acts_as_officials_do_is_no_citizen(act: str) -> None:
    (found,) = finds_in(f"当天下午，李建文{act}。")
    assert bool(found) == (act == "走进院子")


def test_a_sentence_in_which_the_rules_found_somebody_is_not_asked() -> None:
    (alone,) = finds_in("老伴搀着冯铁牛走到村口。")
    (beside,) = finds_in("县长赵明远说，老伴搀着冯铁牛走到村口。")
    assert (list(alone), beside) == (["冯铁牛"], {})


def test_who_holds_a_post_in_one_article_is_no_citizen_in_another() -> None:
    assert list(finds_in("任长河一边走一边看。")[0]) == ["任长河"]
    assert finds_in("县委书记任长河到村里调研。", "任长河一边走一边看。") == [{}, {}]


def test_the_rules_findings_stay_as_they_are() -> None:
    body = "县委书记任长河到村里调研。\n62岁的冯铁牛蹲在田埂上掐谷穗。"
    text = make_text(body)
    (article,) = page_of(body)
    rules = find_facts(text, make_source(), gazetteer()).people
    assert article.facts.people[: len(rules)] == rules and len(article.facts.people) == len(rules) + 1


def test_all_places_of_a_name_are_its_mentions() -> None:
    body = "养了二十年羊的曹满仓隔几天就来看一眼。“路修好了。”曹满仓说。《曹满仓》是一出戏。"
    (found,) = finds_in(body)
    assert [(span.start, body[span.start : span.end]) for span in found["曹满仓"].mentions] == [
        (7, "曹满仓"),
        (26, "曹满仓"),
    ]


@pytest.mark.parametrize("piece", ["冯铁牛", "冯铁牛说。", "62岁的冯铁牛，", "王", "《冯", "\x00冯铁牛𠮷。", "\n"])
def test_hostile_text_is_read_within_bounds(piece: str) -> None:
    body = (piece * (2 * MOST))[: 2 * MOST]
    (found,) = finds_in(body)
    assert set(found) <= {"冯铁牛"}
    assert all(body[s.start : s.end] == s.text for person in found.values() for s in person.mentions)


def judged(sheets: tuple[Sheet, ...]) -> list[bool]:
    """For each find, whether gold names such a person in that article."""
    pairs = [
        pair for sheet in sheets for pair in pair_articles(sheet.gold, sheet.report["articles"], weights_of(sheet.text))
    ]
    return [
        person["name"] in {one["name"] for one in pair.gold["people"]}
        for pair in pairs
        for person in pair.got.get("people", ())
        if person["confidence"] == CONFIDENCE
    ]


def test_nine_finds_in_ten_are_people_of_gold() -> None:
    right = judged(read_sheets(GOLD, PAGES) + read_sheets(WIDE / "gold", WIDE / "pages"))
    assert len(right) >= 25
    assert sum(right) / len(right) >= 0.9

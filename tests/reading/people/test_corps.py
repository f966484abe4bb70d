"""Posts in the Production and Construction Corps: whose they are, what they are called, and where there are none."""

import time

import pytest

from articles.reading.people.corps import Division, divisions, find_corps
from tests.reading.facts import gazetteer, people_in

REGION = "新疆维吾尔自治区"
SHIHEZI, ALAR, KOKDALA = f"{REGION}/石河子市", f"{REGION}/阿拉尔市", f"{REGION}/可克达拉市"


def held(body: str, paper: str, name: str = "李一鸣") -> list[tuple[str, str, str | None]]:
    person = people_in(body, paper, 2023).get(name)
    return [(post.text, post.resolved, post.place) for post in person.posts] if person else []


@pytest.mark.parametrize(
    ("body", "paper", "posts"),
    [
        ("第八师石河子市党委书记、政委李一鸣讲话。", "兵团日报", [
            ("第八师石河子市党委书记", "第八师石河子市党委书记", SHIHEZI),
            ("政委", "第八师石河子市政委", SHIHEZI),
        ]),
        ("师市党委副书记、师长李一鸣参加。", "石河子日报", [
            ("师市党委副书记", "第八师石河子市党委副书记", SHIHEZI),
            ("师长", "第八师师长", SHIHEZI),
        ]),
        ("八师石河子市党委决定，由师市发改委主任李一鸣牵头。", "新疆日报", [
            ("师市发改委主任", "第八师石河子市发改委主任", SHIHEZI),
        ]),
        ("第八师石河子市副市长李一鸣说。", "兵团日报", [("第八师石河子市副市长", "石河子市副市长", SHIHEZI)]),
        ("一四三团党委书记、政委李一鸣讲话。", "石河子日报", [
            ("一四三团党委书记", "第八师一四三团党委书记", SHIHEZI),
            ("政委", "第八师一四三团政委", SHIHEZI),
        ]),
        ("第四师可克达拉市七十三团党委副书记李一鸣说。", "人民日报", [
            ("第四师可克达拉市七十三团党委副书记", "第四师七十三团党委副书记", KOKDALA),
        ]),
        ("石河子垦区一四三团棉花丰收。团党委副书记、团长李一鸣说，职工增收了。", "人民日报", [
            ("团党委副书记", "第八师一四三团党委副书记", SHIHEZI),
            ("团长", "第八师一四三团团长", SHIHEZI),
        ]),
        ("在一团三连，连长李一鸣介绍灌溉。", "阿拉尔日报", [("连长", "第一师一团三连连长", ALAR)]),
        ("一四三团三连党支部书记、连管会主任李一鸣说。", "石河子日报", [
            ("一四三团三连党支部书记", "第八师一四三团三连党支部书记", SHIHEZI),
            ("连管会主任", "第八师一四三团三连连管会主任", SHIHEZI),
        ]),
        ("第一师阿拉尔市一团三连来了客人，连队“两委”成员李一鸣说。", "兵团日报", [
            ("连队“两委”成员", "第一师一团三连“两委”成员", ALAR),
        ]),
        ("兵团党委常委、副司令员李一鸣参加。", "人民日报", [
            ("兵团党委常委", "新疆生产建设兵团党委常委", REGION),
            ("副司令员", "新疆生产建设兵团副司令员", REGION),
        ]),
        ("第十二师党委书记、政委李一鸣来到一〇四团。", "兵团日报", [
            ("第十二师党委书记", "第十二师党委书记", REGION),
            ("政委", "第十二师政委", REGION),
        ]),
    ],
)  # fmt: skip
def test_posts_in_the_corps_have_its_cities(body: str, paper: str, posts: list[tuple[str, str, str | None]]) -> None:
    assert held(body, paper) == posts


@pytest.mark.parametrize(
    ("body", "paper"),
    [
        ("驻军某部一四三团团长李一鸣说，志愿军第九兵团是英雄部队。", "晋中日报"),
        ("歌舞团团长李一鸣说，兵团儿女多壮志。", "兵团日报"),
        ("代表团团长李一鸣说，兵团的变化很大。", "兵团日报"),
        ("县歌舞团团长李一鸣说。", "晋中日报"),
        ("师长李一鸣说，敌军退了。", "晋中日报"),
    ],
)
def test_elsewhere_these_are_no_posts(body: str, paper: str) -> None:
    assert held(body, paper) == []


def test_a_division_had_no_city_before_it_was_founded() -> None:
    (post,) = people_in("第十四师党委书记李一鸣说，兵团建设加快。", "人民日报", 2012)["李一鸣"].posts
    assert (post.resolved, post.place) == ("第十四师党委书记", REGION)


def test_a_member_of_a_villages_committees_is_an_official_of_the_village() -> None:
    (post,) = people_in("左权县麻田镇上石村“两委”成员李一鸣说。")["李一鸣"].posts
    assert (post.text, post.place) == ("左权县麻田镇上石村“两委”成员", "山西省/晋中市/左权县/麻田镇/上石村")


def test_divisions_are_those_of_the_gazetteer_and_share_no_regiment() -> None:
    assert list(divisions()) == [
        f"第{number}师"
        for number in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四")
    ]
    cities = [one.city for one in divisions().values() if one.city]
    assert len(cities) == 12 and all(gazetteer().by_path(city) for city in cities)
    numbers = [number for one in divisions().values() for number in one.regiments]
    assert len(numbers) == len(set(numbers))
    assert all(isinstance(one, Division) for one in divisions().values())


@pytest.mark.parametrize("text", ["一" * 20_000, "第八师" * 7_000, "师市" * 9_000, "三连" * 9_000, "连" * 20_000])
def test_broken_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    find_corps(text, "兵团", None, gazetteer(), 2023)
    assert time.process_time() - began < 2

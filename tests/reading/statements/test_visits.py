"""Visits: where officials are reported to have gone, when and with whom. All people and events are invented."""

from __future__ import annotations

import pytest

from articles.reading.records import Visit
from articles.reading.words import read_pairs, read_words
from tests.reading.facts import visits_in

Way = list[str]


def way(visit: Visit) -> Way:
    """A visit's places by the last part of their path, and its sites in brackets."""
    return [stop.place.rpartition("/")[2] if stop.place else f"[{stop.span.text}]" for stop in visit.stops]


def ways(body: str) -> dict[str, Way]:
    return {visit.official: way(visit) for visit in visits_in(body)}


GOES = [
    ("5月20日，市委书记常望川深入左权县调研乡村振兴工作。", {"常望川": ["左权县"]}),
    ("5月20日，市委书记常望川深入左权县、和顺县，就防汛工作进行调研。", {"常望川": ["左权县", "和顺县"]}),
    ("市委书记常望川先后来到左权县和和顺县检查防汛。", {"常望川": ["左权县", "和顺县"]}),
    ("市委书记常望川到左权县桐峪镇慰问困难群众。", {"常望川": ["桐峪镇"]}),
    ("市委书记常望川一行赴左权县考察。", {"常望川": ["左权县"]}),
    ("省水利厅厅长贺知远率调研组来左权县，就防汛进行调研。", {"贺知远": ["左权县"]}),
    ("市委书记常望川带领市直部门负责人来到左权县石磨坊水库。", {"常望川": ["左权县", "[石磨坊水库]"]}),
    ("市委书记常望川走进左权县桐峪镇的云朵养蜂专业合作社。", {"常望川": ["桐峪镇", "[云朵养蜂专业合作社]"]}),
    ("随后，市委书记常望川来到石磨坊水库施工现场。", {"常望川": ["[石磨坊水库施工现场]"]}),
    ("市委书记常望川轻车简从，深入左权县检查防汛。", {"常望川": ["左权县"]}),
    ("本报讯（记者尚小雨）5月20日，市委书记常望川深入左权县调研。", {"常望川": ["左权县"]}),
]

SEES = [
    ("县长郑文若在左权县桐峪镇调研乡村旅游工作。", {"郑文若": ["桐峪镇"]}),
    ("县长郑文若在左权县桐峪镇实地检查防汛工作。", {"郑文若": ["桐峪镇"]}),
    ("县长郑文若调研了左权县桐峪镇石磨坊水库。", {"郑文若": ["桐峪镇", "[石磨坊水库]"]}),
    ("市长贺知远调研石磨坊水库除险加固工程。", {"贺知远": ["[石磨坊水库除险加固工程]"]}),
    ("市长贺知远调研左权县重点项目建设情况。", {"贺知远": ["左权县"]}),
    ("市长贺知远来到左权县，查看石磨坊水库项目进展情况。", {"贺知远": ["左权县", "[石磨坊水库项目]"]}),
    ("市长贺知远来到左权县，查看云朵公司的晾晒场。", {"贺知远": ["左权县", "[云朵公司]"]}),
    ("市长贺知远来到左权县，查看去年投用的云朵冷库。", {"贺知远": ["左权县", "[云朵冷库]"]}),
    ("市长贺知远来到左权县云朵园区（太谷果谷）服务中心。", {"贺知远": ["左权县", "[云朵园区（太谷果谷）服务中心]"]}),
    ("市长贺知远来到左权县（太谷果谷）调研。", {"贺知远": ["左权县"]}),
    ("市长贺知远来到桐峪镇（太谷果谷）云朵服务中心。", {"贺知远": ["桐峪镇", "[云朵服务中心]"]}),
    ("市长贺知远来到左权县桐峪镇一处矿点。", {"贺知远": ["桐峪镇"]}),
    ("市长贺知远来到左权县桐峪镇的酿酒企业。", {"贺知远": ["桐峪镇"]}),
    ("省人大常委会副主任贺知远率执法检查组，在左权县、和顺县就水法实施情况开展检查。", {"贺知远": ["左权县", "和顺县"]}),
]  # fmt: skip

GOES_ON = [
    ("市委书记常望川深入左权县调研。\n在桐峪镇，常望川走进云朵养蜂合作社，询问收成。", {"常望川": ["左权县", "桐峪镇", "[云朵养蜂合作社]"]}),
    ("市委书记常望川深入左权县调研。随后，他来到石磨坊水库。", {"常望川": ["左权县", "[石磨坊水库]"]}),
    ("市委书记常望川沿路察看河道，来到左权县桐峪镇，走进云朵养蜂合作社。", {"常望川": ["桐峪镇", "[云朵养蜂合作社]"]}),
    ("市委书记常望川深入左权县调研。在石磨坊水库，常望川详细了解工程进度。", {"常望川": ["左权县", "[石磨坊水库]"]}),
    ("省水利厅厅长贺知远率调研组到左权县调研。调研组先后来到石磨坊水库、云朵河泵站。", {"贺知远": ["左权县", "[石磨坊水库]", "[云朵河泵站]"]}),
    ("市委书记常望川深入左权县调研，县长郑文若走进云朵养蜂合作社。", {"常望川": ["左权县"], "郑文若": ["[云朵养蜂合作社]"]}),
]  # fmt: skip

VISIT = "5月20日，市委书记常望川深入左权县调研。"
SCENES = [
    (VISIT + "\n在桐峪镇，新渠正在衬砌。常望川边走边看，要求抓紧施工。", ["左权县", "桐峪镇"]),
    (VISIT + "\n在左权县桐峪镇的一条老街，工人正在修房。常望川说，要守住老村。", ["左权县", "桐峪镇"]),
    (VISIT + "\n来到石磨坊水库，工人正在加固大坝。常望川详细询问进度。", ["左权县", "[石磨坊水库]"]),
    (VISIT + "\n在桐峪镇，总投资2.1亿元的云朵河康养小镇项目正在建设。常望川说，要守住老村。",
     ["左权县", "桐峪镇", "[云朵河康养小镇项目]"]),
    (VISIT + "\n在桐峪镇，云朵河康养小镇项目建设正忙。常望川说，要守住老村。", ["左权县", "桐峪镇", "[云朵河康养小镇项目]"]),
    (VISIT + "\n在总投资2.1亿元的云朵河康养小镇项目，工人正在砌墙。常望川说，要守住老村。",
     ["左权县", "[云朵河康养小镇项目]"]),
    (VISIT + "\n在桐峪镇，新渠正在衬砌；在麻田镇，大坝已经封顶。常望川说，要守住老村。", ["左权县", "桐峪镇", "麻田镇"]),
    ("省水利厅厅长贺知远率调研组来左权县调研。\n在桐峪镇，新渠正在衬砌。调研组一行边走边看。", ["左权县", "桐峪镇"]),
    (VISIT + "\n在桐峪镇，新渠正在衬砌，今年秋天通水。", ["左权县"]),
    (VISIT + "\n在桐峪镇，新渠正在衬砌。\n常望川说，要守住老村。", ["左权县"]),
    (VISIT + "\n在桐峪镇召开的座谈会上，大家谈了想法。常望川说，要守住老村。", ["左权县"]),
    (VISIT + "\n在临汾市洪洞县，新渠早已通水。常望川说，要学人家的办法。", ["左权县"]),
    (VISIT + "\n社员说：“在桐峪镇，新渠正在衬砌。”常望川点点头。", ["左权县"]),
    ("在桐峪镇，新渠正在衬砌。" + VISIT, ["左权县"]),
]  # fmt: skip

TOURS = [
    ("市委书记常望川检查防汛工作。\n在桐峪镇，新渠正在衬砌。常望川说，要早作准备。", ["桐峪镇"]),
    ("市委书记常望川带队，对重点工程进行督查。\n在石磨坊水库，常望川询问进度。", ["[石磨坊水库]"]),
    ("市委书记常望川就防汛进行专题调研。\n常望川察看了石磨坊水库。", ["[石磨坊水库]"]),
    ("市委书记常望川带队观摩重点工程。\n观摩团来到左权县桐峪镇。在麻田镇，大坝已经封顶。", ["桐峪镇", "麻田镇"]),
]  # fmt: skip

NO_VISIT = [
    "市委书记常望川深入学习重要讲话精神。",
    "市委书记常望川主持召开会议，安排左权县防汛工作。",
    "市委书记常望川强调，要深入左权县帮助群众。",
    "市委书记常望川将到左权县调研。",
    "市委书记常望川要求水利局到左权县检查防汛工作。",
    "各部门认真落实市委书记常望川调研左权讲话精神。",
    "按照市委书记常望川在左权县调研时的要求，工程开工。",
    "记者来到左权县桐峪镇石磨坊水库。",
    "公司董事长尚德林来到左权县考察。",
    "村民贺三旺来到左权县桐峪镇赶集。",
    "市委书记常望川检查防汛工作。",
    "市委书记常望川走进直播间，为苹果代言。",
    "市委书记常望川走进车间。",
    "市委书记常望川来到两家酿酒公司。",
    "市委书记常望川来到三户社员家中。",
    "市委书记常望川来到酿酒企业。",
    "市委书记常望川来到万亩果园。",
    "市委书记常望川察看了重点项目。",
    "市委书记常望川察看了石磨坊水库。",
    "市委书记常望川来到签约仪式现场。",
    "市委书记常望川到会讲话。",
    "常望川从市里到左权县任县委书记。",
    "市委书记常望川对来到左权县的客商表示欢迎。",
    "在左权县，市委书记常望川的名字人人知道。",
    "县委书记常望川说：“我来到左权县桐峪镇石磨坊水库，看见水满了。”",
    "市委书记常望川未到左权县调研。",
    "近年来，市委书记常望川把左权县放在心上。",
    "市委书记常望川将检查防汛工作。\n在桐峪镇，新渠正在衬砌。常望川说，要早作准备。",
    "市委书记常望川听取检查情况。\n在桐峪镇，新渠正在衬砌。常望川说，要早作准备。",
    "市委书记常望川检查组成员。\n在桐峪镇，新渠正在衬砌。常望川说，要早作准备。",
    "市委书记常望川检查防汛工作。\n市长贺知远检查春耕。\n在桐峪镇，新渠正在衬砌。常望川说，要早作准备。",
]


@pytest.mark.parametrize(("body", "expected"), [*GOES, *SEES, *GOES_ON])
def test_who_goes_where(body: str, expected: dict[str, Way]) -> None:
    assert ways(body) == expected


@pytest.mark.parametrize(("body", "expected"), SCENES)
def test_scenes_add_to_the_visit_of_who_acts_next(body: str, expected: Way) -> None:
    assert list(ways(body).values()) == [expected]


@pytest.mark.parametrize(("body", "expected"), TOURS)
def test_a_tour_is_a_visit_of_the_stops_told_elsewhere(body: str, expected: Way) -> None:
    (visit,) = visits_in(body)
    assert (visit.official, visit.rule, way(visit)) == ("常望川", "tour, name", expected)


def test_stops_stand_in_the_order_of_the_text() -> None:
    body = VISIT + "\n在桐峪镇，新渠正在衬砌。常望川说，要守住老村。\n随后，常望川来到麻田镇。"
    assert ways(body) == {"常望川": ["左权县", "桐峪镇", "麻田镇"]}


def test_a_scene_belongs_to_the_visitor_who_acts_in_it() -> None:
    body = VISIT + "\n市长贺知远深入和顺县调研。\n在桐峪镇，新渠正在衬砌。常望川说，要守住老村。"
    assert ways(body) == {"常望川": ["左权县", "桐峪镇"], "贺知远": ["和顺县"]}


@pytest.mark.parametrize("body", NO_VISIT)
def test_what_is_no_visit(body: str) -> None:
    assert ways(body) == {}


LEAD = "5月20日，市委书记常望川深入左权县调研。"
COMPANY = [
    (LEAD + "副市长贺知远参加。", {"贺知远": "companion"}),
    (LEAD + "副市长贺知远、水利局局长尚德林一同调研。", {"贺知远": "companion", "尚德林": "companion"}),
    (LEAD + "副市长贺知远，水利局局长尚德林分别陪同。", {"贺知远": "companion", "尚德林": "companion"}),
    (LEAD + "副市长贺知远参加，县委书记郑文若陪同。", {"贺知远": "companion", "郑文若": "companion"}),
    (LEAD + "他强调，要守住老村。副市长贺知远参加调研。", {"贺知远": "companion"}),
    (LEAD + "公司董事长尚德林参加有关活动。", {"尚德林": "companion"}),
    ("5月20日，市委书记常望川深入左权县调研，副市长贺知远一同调研。", {"贺知远": "companion"}),
    ("在县委书记郑文若陪同下，市委书记常望川来到左权县桐峪镇。", {"郑文若": "companion"}),
    ("市委书记常望川、市长贺知远深入左权县调研。", {"贺知远": "lead"}),
    ("市委书记常望川、市长贺知远深入左权县调研。副市长尚德林参加。", {"贺知远": "lead", "尚德林": "companion"}),
    (LEAD + "副市长贺知远参加会议。", {}),
    (LEAD + "副市长贺知远出席签约仪式。", {}),
    (LEAD + "下午，全市防汛会议召开。副市长贺知远参加。", {}),
    (LEAD + "常望川参加了植树。", {}),
]


@pytest.mark.parametrize(("body", "expected"), COMPANY)
def test_who_goes_along(body: str, expected: dict[str, str]) -> None:
    (visit,) = visits_in(body)
    assert visit.official == "常望川"
    assert {one.name: one.part for one in visit.companions} == expected


def test_company_without_a_visit_is_none() -> None:
    assert visits_in("副市长贺知远、水利局局长尚德林参加调研。") == ()


DAYS = [
    (LEAD, ("2021-05-20", "2021-05-20", "day")),
    ("5月20日至21日，市委书记常望川深入左权县调研。", ("2021-05-20", "2021-05-21", "day")),
    ("5月20日，雨还在下。市委书记常望川赶赴左权县检查防汛。", ("2021-05-20", "2021-05-20", "day")),
    ("日前，市委书记常望川深入左权县调研。", ("2021-05-18", "2021-06-01", "month")),
    ("5月20日，雨还在下。此前一天，市委书记常望川赶赴左权县检查防汛。", ("2021-05-19", "2021-05-19", "day")),
    ("5月20日，雨还在下。不久前，市委书记常望川赶赴左权县检查防汛。", None),
    ("5月20日，雨还在下。\n市委书记常望川赶赴左权县检查防汛。", None),
    ("截至5月20日，雨还在下，市委书记常望川赶赴左权县检查防汛。", None),
    ("市委书记常望川深入左权县调研。", None),
    ("5月20日，市委书记常望川会见客商。\n随后，常望川来到左权县桐峪镇。", ("2021-05-20", "2021-05-20", "day")),
    ("5月20日，市委书记常望川会见客商。\n常望川来到左权县桐峪镇。", None),
    ("5月20日，市里开会。\n5月20日，市委书记常望川来到左权县桐峪镇。", ("2021-05-20", "2021-05-20", "day")),
    ("5月20日，市里开会。\n21日上午，市委书记常望川来到左权县桐峪镇。", ("2021-05-21", "2021-05-21", "day")),
    ("5月20日，市长贺知远会见客商。\n随后，市委书记常望川来到左权县桐峪镇。", None),
]


@pytest.mark.parametrize(("body", "expected"), DAYS)
def test_the_day_of_a_visit(body: str, expected: tuple[str, str, str] | None) -> None:
    (visit,) = visits_in(body)
    date = visit.date
    assert (date and (date.first.isoformat(), date.last.isoformat(), date.precision)) == expected


def test_two_officials_make_two_visits_and_company_goes_with_the_nearer() -> None:
    body = (
        "5月20日，市委书记常望川深入左权县调研。副市长贺知远参加。\n"
        "5月21日，市长尚德林深入和顺县检查防汛。副市长郑文若参加检查。"
    )
    first, second = visits_in(body)
    assert (first.official, way(first), [one.name for one in first.companions]) == ("常望川", ["左权县"], ["贺知远"])
    assert (second.official, way(second), [one.name for one in second.companions]) == ("尚德林", ["和顺县"], ["郑文若"])


def test_company_goes_with_the_visit_told_before_not_with_their_own() -> None:
    body = (
        "5月20日，市委书记常望川深入左权县调研。\n他强调，要守住老村。\n"
        "县委书记郑文若参加有关活动。此前一天，郑文若来到左权县桐峪镇。"
    )
    first, second = visits_in(body)
    assert (first.official, [one.name for one in first.companions]) == ("常望川", ["郑文若"])
    assert (second.official, second.companions) == ("郑文若", ())


@pytest.mark.parametrize(("body", "rule", "sure"), [
    (LEAD, "goes to, name", 0.95),
    ("县长郑文若在左权县桐峪镇调研。", "sees at, name", 0.95),
    ("县长郑文若调研了左权县桐峪镇石磨坊水库。", "sees, name", 0.85),
    ("县长郑文若上午很忙。下午，她来到左权县桐峪镇。", "goes to, pronoun", 0.85),
])  # fmt: skip
def test_a_visit_tells_how_it_was_found(body: str, rule: str, sure: float) -> None:
    (visit,) = visits_in(body)
    assert (visit.rule, visit.confidence) == (rule, sure)


@pytest.mark.parametrize("body", [body for body, _ in [*GOES, *SEES, *GOES_ON, *COMPANY]])
def test_spans_say_what_they_quote(body: str) -> None:
    for visit in visits_in(body):
        spans = [*visit.mentions, *(stop.span for stop in visit.stops), *(one.span for one in visit.companions)]
        assert all(body[span.start : span.end] == span.text for span in spans)
        ends = [span.end for span in visit.mentions]
        assert all(end < span.start for end, span in zip(ends, visit.mentions[1:], strict=False))


@pytest.mark.parametrize(("verb", "kind"), read_pairs("visit_verbs"))
def test_each_verb_of_visiting_leads_somewhere(verb: str, kind: str) -> None:
    behind = {"go": "左权县桐峪镇。", "weak": "左权县桐峪镇检查防汛。", "see": "左权县桐峪镇。"}[kind]
    assert ways(f"市委书记常望川{verb}{behind}") == {"常望川": ["桐峪镇"]}


@pytest.mark.parametrize("site", read_words("visit_sites"))
def test_each_kind_of_site_needs_a_name(site: str) -> None:
    assert ways(f"市委书记常望川来到云朵河{site}。") == {"常望川": [f"[云朵河{site}]"]}
    assert ways(f"市委书记常望川来到{site}。") == {}


@pytest.mark.parametrize("word", read_words("visit_generic"))
def test_general_words_name_no_site(word: str) -> None:
    assert ways(f"市委书记常望川来到{word}项目。") == {}

"""Quotations: who is reported to have said what, and what is nobody's word. All people and events are invented."""

from __future__ import annotations

import pytest

from articles.reading.words import read_pairs
from tests.reading.facts import quotations_in

Said = list[tuple[str, list[str]]]


def said(body: str) -> Said:
    return [(one.speaker, [span.text for span in one.words]) for one in quotations_in(body)]


HEAD = "左权县委书记常望川深入桐峪镇调研。"

BEFORE = [
    ("左权县县长郑文若强调，防汛要早准备。", [("郑文若", ["防汛要早准备。"])]),
    ("县长郑文若指出：“水库的事不能等。”", [("郑文若", ["水库的事不能等。"])]),
    ("县长郑文若说：“水库的事不能等。大家都要上堤。”", [("郑文若", ["水库的事不能等。大家都要上堤。"])]),
    ("县长郑文若在会上强调，要早作准备。", [("郑文若", ["要早作准备。"])]),
    ("县长郑文若在接受本报记者采访时说，水库年底完工。", [("郑文若", ["水库年底完工。"])]),
    ("县长郑文若对记者说，水库年底完工。", [("郑文若", ["水库年底完工。"])]),
    ("县长郑文若告诉记者，水库年底完工。", [("郑文若", ["水库年底完工。"])]),
    ("县长郑文若主持会议并强调，要早作准备。", [("郑文若", ["要早作准备。"])]),
    ("县长郑文若随即要求水利局三天内拿出办法。", [("郑文若", ["水利局三天内拿出办法。"])]),
    ("县长郑文若现场察看时要求，先通后固、不留后患。", [("郑文若", ["先通后固、不留后患。"])]),
    ("县长郑文若表示，将把意见带回去。", [("郑文若", ["将把意见带回去。"])]),
    ("县长郑文若表示将把大家的意见带回去。", [("郑文若", ["将把大家的意见带回去。"])]),
    ("县长郑文若听后当即表态，月底前给出答复。", [("郑文若", ["月底前给出答复。"])]),
    ("据县长郑文若介绍，水库今年年底完工。", [("郑文若", ["水库今年年底完工。"])]),
    ("县长郑文若强调，“三农”工作一刻也不能松。", [("郑文若", ["“三农”工作一刻也不能松。"])]),
    ("县长郑文若说，一年能省三十万，“这笔账要算清”。", [("郑文若", ["一年能省三十万，“这笔账要算清”。"])]),
    ("县长郑文若叮嘱村党支部书记贺三旺，要把老人照看好。", [("郑文若", ["要把老人照看好。"])]),
    ("县长郑文若叮嘱项目负责人，要把质量守牢。", [("郑文若", ["要把质量守牢。"])]),
]  # fmt: skip

BEHIND = [
    ("“水库的事不能等。”县长郑文若说。", [("郑文若", ["水库的事不能等。"])]),
    ("“水库的事不能等！”左权县委副书记、县长郑文若说。", [("郑文若", ["水库的事不能等！"])]),
    ("“水库的事不能等”，县长郑文若说。", [("郑文若", ["水库的事不能等"])]),
    ("“水库的事不能等。”5月20日，在水库大坝上，县长郑文若说。", [("郑文若", ["水库的事不能等。"])]),
    ("“水库的事不能等。”在接受记者采访时，县长郑文若表示。", [("郑文若", ["水库的事不能等。"])]),
    ("“水库的事不能等。”县长郑文若笑着说。", [("郑文若", ["水库的事不能等。"])]),
]

BETWEEN = [
    ("“水库的事不能等。”县长郑文若说，“年底一定完工。”", [("郑文若", ["水库的事不能等。", "年底一定完工。"])]),
    ("“水库的事不能等。”县长郑文若说，工程已经完成七成。", [("郑文若", ["水库的事不能等。", "工程已经完成七成。"])]),
    ("“水库的事不能等，”县长郑文若说，“年底一定完工。”", [("郑文若", ["水库的事不能等，", "年底一定完工。"])]),
    ("“水库的事不能等，”县长郑文若说，“年底完工。”", [("郑文若", ["水库的事不能等，"])]),
    ("“水库的事不能等。”听到大家的话，县长郑文若随即要求水利局三天修通。", [("郑文若", ["水利局三天修通。"])]),
]  # fmt: skip

GOES_ON = [
    ("县长郑文若强调，汛情就是命令。要把群众转移好。要备足物资。会议通报了灾情。",
     [("郑文若", ["汛情就是命令。要把群众转移好。要备足物资。"])]),
    ("县长郑文若指出，一要抓紧施工进度。二要守住质量底线。", [("郑文若", ["一要抓紧施工进度。二要守住质量底线。"])]),
    ("县长郑文若强调，汛情就是命令。\n要把群众转移好。", [("郑文若", ["汛情就是命令。"])]),
    ("县长郑文若强调，汛情就是命令。要求各镇报告灾情。", [("郑文若", ["汛情就是命令。"])]),
    ("县长郑文若指出，汛情就是命令，县委书记常望川强调，责任重于泰山。",
     [("郑文若", ["汛情就是命令"]), ("常望川", ["责任重于泰山。"])]),
]  # fmt: skip

LATER_CLAUSE = [
    ("县长郑文若登上大坝，查看水位，要求备足编织袋和铅丝笼。", [("郑文若", ["备足编织袋和铅丝笼。"])]),
    ("县长郑文若听取汇报，强调安全是一条红线。", [("郑文若", ["安全是一条红线。"])]),
    ("县长郑文若听取汇报，企业负责人介绍，订单排到了年底。", []),
    ("县长郑文若听取汇报，局长贺知远指出，坝体还要加固。", [("贺知远", ["坝体还要加固。"])]),
]

MEANT = [
    (HEAD + "他强调，要守住老村的样子。", [("常望川", ["要守住老村的样子。"])]),
    (HEAD + "这里有八百年的古槐。他指出，要把古树护好。", [("常望川", ["要把古树护好。"])]),
    (HEAD + "得知水渠断流，他当即要求水利局三天修通。", [("常望川", ["水利局三天修通。"])]),
    ("县长郑文若一边看一边算账，她说，分级以后能卖六块八。", [("郑文若", ["分级以后能卖六块八。"])]),
    ("县长郑文若到任两年。“水库的事不能等。”她说。", [("郑文若", ["水库的事不能等。"])]),
    (HEAD + "\n他强调，要守住老村的样子。", []),
    (HEAD + "村民老李迎了上来。他说，日子比从前好过了。", []),
    (HEAD + "66岁的老李迎了上来。他说，日子比从前好过了。", []),
    (HEAD + "会议通报了情况。他说，日子比从前好过了。", []),
    (HEAD + "副县长贺知远、局长尚德林参加。他强调，要守住老村。", []),
    (HEAD + "他们说，日子比从前好过了许多。", []),
    ("其他人说，日子比从前好过了许多。", []),
    ("县委书记常望川与县长郑文若交谈。她说，水库年底完工。", []),
    ("他强调，要守住老村的样子。", []),
]

CALLED = [
    ("县委书记常望川来了。\n常书记说，要守住老村的样子。", [("常望川", ["要守住老村的样子。"])]),
    ("县委书记常望川、县委副书记常怀远来了。\n常书记说，要守住老村的样子。", []),
    ("县委书记常望川来了。\n郑书记说，要守住老村的样子。", []),
    ("县委书记常望川来了。\n常望川指出，要守住老村的样子。", [("常望川", ["要守住老村的样子。"])]),
]

NOT_SAID = [
    "会议强调，要早作准备，把各项措施落到实处。",
    "通报指出，上述问题反映出纪律意识淡薄。",
    "县长郑文若对客人的到来表示欢迎。",
    "县长郑文若就做好民生保障提出要求。",
    "县长郑文若介绍了水库的建设情况。",
    "县长郑文若介绍项目情况，大家一起看图纸。",
    "大家学习县长郑文若强调的重点工作，谈体会。",
    "按照县长郑文若要求，水利局三天内修通了渠。",
    "记者对县长郑文若说，想看一看新修的大坝。",
    "县长郑文若、副县长贺知远分别表示，要早作准备。",
    "县长郑文若按要求，三天内修通了渠。",
    "“双过半”目标实现了。县长郑文若参加调研。",
    "“水库的事不能等。”一位老人说。",
    "村民们说：“水库的事不能等。”县长郑文若走上大坝。",
    "县长郑文若强调，要快。",
    "县长郑文若说起水库，连用三个没想到。",
    "县长郑文若的介绍，让客商们很动心。",
]


@pytest.mark.parametrize(("body", "expected"), [*BEFORE, *BEHIND, *BETWEEN, *GOES_ON, *LATER_CLAUSE, *MEANT, *CALLED])
def test_what_is_said_and_by_whom(body: str, expected: Said) -> None:
    assert said(body) == expected


@pytest.mark.parametrize("body", NOT_SAID)
def test_what_nobody_known_says_is_no_quotation(body: str) -> None:
    assert said(body) == []


@pytest.mark.parametrize(("verb", "opening"), read_pairs("speech_verbs"))
def test_each_verb_of_saying_reports_what_is_said(verb: str, opening: str) -> None:
    assert said(f"县长郑文若{verb}，水库年底完工。") == [("郑文若", ["水库年底完工。"])]
    bare = said(f"县长郑文若{verb}{opening.split()[0] if opening not in ('', '*') else ''}水利局三天修通水渠。")
    assert bool(bare) == bool(opening)


def test_each_speaker_keeps_the_own_role() -> None:
    body = "县长郑文若说，水库年底完工。村民贺三旺说，庄稼有水浇了。公司董事长尚德林介绍，工期只有八个月。"
    assert [(one.speaker, one.role) for one in quotations_in(body)] == [
        ("郑文若", "official"), ("贺三旺", "citizen"), ("尚德林", "executive"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "direct", "rule", "sure"),
    [
        ("“水库的事不能等。”县长郑文若说。", True, "speaker behind, named", 0.95),
        ("县长郑文若说：“水库的事不能等。”", True, "speaker before, named", 0.95),
        ("县长郑文若说，水库年底完工。", False, "speaker before, named", 0.95),
        ("“水库的事不能等。”县长郑文若说，年底一定完工。", False, "speaker between, named", 0.95),
        ("县长郑文若来了。她说，水库年底完工。", False, "speaker before, meant by pronoun", 0.85),
        ("县长郑文若来了。\n郑县长说，水库年底完工。", False, "speaker before, called by family name", 0.8),
        (
            "县长郑文若看图纸，要求水利局三天修通。",
            False,
            "speaker before, named, verb in a later clause",
            0.8,
        ),
    ],
)
def test_a_quotation_tells_how_it_was_found(body: str, direct: bool, rule: str, sure: float) -> None:
    (found,) = quotations_in(body)
    assert (found.direct, found.rule, found.confidence) == (direct, rule, sure)


@pytest.mark.parametrize(
    "body", [body for body, expected in [*BEFORE, *BEHIND, *BETWEEN, *GOES_ON, *MEANT] if expected]
)
def test_words_and_speaker_lie_within_the_span(body: str) -> None:
    for one in quotations_in(body):
        assert body[one.span.start : one.span.end] == one.span.text
        assert all(body[words.start : words.end] == words.text for words in one.words)
        assert all(one.span.start <= words.start < words.end <= one.span.end for words in one.words)
        assert one.verb.removesuffix("记者") in one.span.text

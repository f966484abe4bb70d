"""Policy documents in 《…》, their short names, issuers and levels."""

from __future__ import annotations

import pytest

from articles.reading.policies.finding import find_policies, title_kind
from articles.reading.records import Policy, Source
from articles.reading.words import read_pairs
from tests.reading.facts import make_text

HOME = Source("甲市日报", "乙省/甲市")


def policies_in(body: str) -> tuple[Policy, ...]:
    return find_policies(make_text(body), HOME)


@pytest.mark.parametrize(("ending", "rest"), read_pairs("policy_endings"))
def test_the_ending_of_a_title_says_what_it_is(ending: str, rest: str) -> None:
    kind, _, example = rest.partition("\t")
    assert example.endswith(ending)
    assert (title_kind(example) or "none") == kind


@pytest.mark.parametrize(
    "body",
    [
        "她写了《石榴红了》。",
        "孩子们合唱《黄河大合唱》。",
        "他读《孙子兵法》。",
        "双方签订《战略合作框架协议》。",
        "观看电影《小城规划》。",
        "《我们的办法》一书出版。",
        "《甲市日报》今日四版。",
        "《意见》印发。",
    ],
)
def test_works_papers_and_contracts_are_no_policies(body: str) -> None:
    assert policies_in(body) == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("甲区羊产业发展十条", "policy"),
        ("甲市支持低空经济二十条（试行）", "policy"),
        ("给青年的一条", None),
        ("面条", None),
    ],
)
def test_measures_may_be_named_by_their_number(title: str, kind: str | None) -> None:
    assert title_kind(title) == kind


def test_a_declared_short_name_is_resolved() -> None:
    body = "市政府印发《甲市城市更新三年行动方案》（以下简称《方案》）。《方案》提出，新建公园。"
    (policy,) = policies_in(body)
    assert (policy.title, policy.short, policy.issuer) == ("甲市城市更新三年行动方案", "方案", "市政府")
    assert [span.text for span in policy.mentions] == ["《甲市城市更新三年行动方案》", "《方案》", "《方案》"]


def test_a_plain_short_name_is_resolved() -> None:
    (policy,) = policies_in("近日，《乙省供水管理条例》施行。《条例》明确水价。")
    assert policy.short == "条例"
    assert len(policy.mentions) == 2


def test_a_bare_name_counts_before_its_verb_only() -> None:
    (policy,) = policies_in("《关于支持甲市发展的意见》印发。意见明确，要开放。正在征求各方意见。")
    assert [span.text for span in policy.mentions] == ["《关于支持甲市发展的意见》", "意见"]


def test_nested_titles_are_one() -> None:
    (policy,) = policies_in("会议审议《关于印发〈甲市河道管理办法〉的通知》。")
    assert policy.title == "关于印发〈甲市河道管理办法〉的通知"
    (doubled,) = policies_in("会议审议《关于印发《甲市河道管理办法》的通知》。")
    assert doubled.title == "关于印发《甲市河道管理办法》的通知"


def test_a_title_over_lines_is_joined() -> None:
    (policy,) = policies_in("会议通过《甲市河道\n管理办法》。")
    assert policy.title == "甲市河道管理办法"


@pytest.mark.parametrize(
    ("body", "issuer", "level"),
    [
        ("《国务院关于促进养老的意见》印发。", "国务院", "national"),
        ("《中华人民共和国湿地保护法》施行。", "全国人大常委会", "national"),
        ("学习中办、国办《干部考核工作规定》。", "中办、国办", "national"),
        ("近日，乙省科技厅印发《成果转化实施方案》。", "乙省科技厅", "province"),
        ("《乙省水土保持条例》施行。", "乙省人大常委会", "province"),
        ("《甲市养老服务十条措施》出台。", "甲市", "prefecture"),
        ("《丙县文物保护三年行动方案（2023—2025年）》出台。", "丙县", "county"),
        ("落实《关于进一步做好供暖工作的通知》。", None, None),
    ],
)
def test_issuer_and_level(body: str, issuer: str | None, level: str | None) -> None:
    (policy,) = policies_in(body)
    assert (policy.issuer, policy.level) == (issuer, level)


def test_an_unclosed_mark_swallows_nothing() -> None:
    body = "《没有关上的书名" + "字" * 200 + "。《甲市河道管理办法》出台。"
    assert [policy.title for policy in policies_in(body)] == ["甲市河道管理办法"]

"""Policy documents in 《…》: opinions, plans, laws, meeting documents; works, papers and programmes are none.

A document is known by how its title ends (lexicon/policy_endings.txt). 以下简称《意见》 gives it a short name; a plain
《意见》 or, under conditions, 意见 later in the article then means it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from articles.reading.policies.issuers import find_issuer, issuer_level
from articles.reading.records import ArticleText, Policy, Source, Span
from articles.reading.sentences import sentence_at
from articles.reading.words import alternation, read_pairs

# 某区羊产业高质量发展十条: measures named by their number.
_ARTICLES = re.compile(r"[\u4e00-\u9fff]{4}(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[六八九]|[1-9][0-9]?)条$")
LONGEST_TITLE = 150
# No article names so many titles.
MOST = 500
_BRACKET = re.compile("[《》]")
_TAIL = re.compile(r"(?:[（(〔][^（）()〔〕]{1,24}[）)〕]|[“”’]){1,3}$")
_SHORT = re.compile(
    r"[（(，]?(?:以下|下文|下称|以下统称|后文)?(?:简称|下称)[：:]?(?:为)?[《“‘]?(?P<short>[^《》“”‘’（）()，。]{2,20})[》”’]?[）)]?"
)
_WORK_BEFORE = re.compile(
    r"(?:歌曲|歌舞|舞蹈|电影|影片|话剧|舞剧|晋剧|豫剧|京剧|秦腔|戏曲|小品|相声|纪录片|专题片|宣传片|电视剧|小说|散文|诗歌|诗集|图书|书籍|"
    r"节目|栏目|杂志|报刊|视频|短片|演唱|朗诵|诵读|合唱|绘本|画作|作品|论文)[“（]?$"
)
_WORK_AFTER = re.compile(r"》(?:一书|一文|节目|栏目|专栏|演出|杂志|主题演出|特别节目|系列|巡演|首映|讲座)")
# What stands right after a bare short name when it means the document: 意见明确, 意见精神.
_NAMED_ON = "明确|提出|指出|强调|规定|精神|通篇|各项|重要精神|印发|出台|发布|实施|已编制|已印发|已出台|要求|共"


@dataclass(slots=True)
class _Found:
    """A document while its article is being read."""

    title: str
    kind: str
    mentions: list[Span]
    short: str | None = None
    rule: str = "title"


def find_policies(article: ArticleText, source: Source) -> tuple[Policy, ...]:
    """The policy documents that the body names in 《…》, in the order of their first mention. Linear in the length."""
    body = article.body
    found: list[_Found] = []
    for span in _titles(body)[:MOST]:
        _take(found, body, span)
    for policy in found:
        _find_bare(policy, body)
    return tuple(_policy(policy, body, source) for policy in found)


def title_kind(title: str) -> str | None:
    """What a title names: policy, plan, law or meeting; None for works, newspapers, programmes, reports.

    >>> title_kind("某市城市更新条例"), title_kind("某某大合唱")
    ('law', None)
    """
    bare = _TAIL.sub("", re.sub(r"\s", "", title))
    if _ARTICLES.search(bare):
        return "policy"
    match = _ending().search(bare)
    if not match or len(bare) < 2:
        return None
    kinds = dict(read_pairs("policy_endings"))
    kind = kinds[match.group()].split("\t")[0]
    return None if kind == "none" else kind


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(tuple(word for word, _ in read_pairs('policy_endings')))})$")


def _titles(body: str) -> list[Span]:
    """What stands in outermost 《…》; a mark that never closes, or too late, opens nothing."""
    spans = []
    depth = start = 0
    for match in _BRACKET.finditer(body):
        if match.group() == "《":
            if depth and match.start() - start > LONGEST_TITLE:
                depth = 0
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and match.end() - start <= LONGEST_TITLE:
                spans.append(Span(start, match.end(), body[start : match.end()]))
    return spans


def _take(found: list[_Found], body: str, span: Span) -> None:
    """Add a title, a further mention of one, or nothing when it is no policy's."""
    title = re.sub(r"\s", "", span.text[1:-1])
    known = _known(found, title)
    if known:
        known.mentions.append(span)
        if title != known.title and not known.short and len(title) < len(known.title):
            known.short = title
        return
    kind = title_kind(title)
    if kind is None or len(title) < 5 and kind != "law" or _is_work(body, span):
        return
    policy = _Found(title, kind, [span])
    match = _SHORT.match(body, span.end)
    if match:
        policy.short = match["short"].strip()
        policy.rule = "title with short name"
    found.append(policy)


def _known(found: list[_Found], title: str) -> _Found | None:
    """The document of this title or short name; else the last one whose title ends with it."""
    for policy in reversed(found):
        if title in (policy.title, policy.short):
            return policy
    ending = (policy for policy in reversed(found) if len(title) >= 2 and policy.title.endswith(title))
    longer = (policy for policy in reversed(found) if len(policy.title) >= 6 and title.endswith(policy.title))
    return next(ending, None) or next(longer, None)


def _is_work(body: str, span: Span) -> bool:
    before = body[max(0, span.start - 6) : span.start]
    return bool(_WORK_BEFORE.search(before) or _WORK_AFTER.match(body, span.end - 1))


def _find_bare(policy: _Found, body: str) -> None:
    """Add mentions of the short name without 《》: any of four characters or more, shorter ones before 明确, 精神 …"""
    word = policy.short or next(
        (end for end in ("行动方案", "实施方案", "实施意见", "行动计划") if policy.title.endswith(end)), None
    )
    if not word:
        word = "意见" if policy.title.endswith("意见") else None
    if not word or "《" in word:
        return
    after = "" if len(word) >= 4 else f"(?={_NAMED_ON})"
    pattern = re.compile(f"(?<![《\u4e00-\u9fff]){re.escape(word)}(?![》）]){after}")
    if len(word) >= 4:
        pattern = re.compile(f"(?<![《“]){re.escape(word)}(?![》”）])")
    for match in pattern.finditer(body, policy.mentions[0].end):
        if not _in_title(body, match.start()):
            policy.mentions.append(Span(match.start(), match.end(), match.group()))
            policy.short = policy.short or word


def _in_title(body: str, at: int) -> bool:
    """Whether a mark of 《 is open at this offset."""
    start = max(0, at - LONGEST_TITLE)
    return body.rfind("《", start, at) > body.rfind("》", start, at)


def _policy(policy: _Found, body: str, source: Source) -> Policy:
    first = policy.mentions[0]
    sentence = sentence_at(body, first.start, first.end)
    issuer = find_issuer(policy.title, policy.kind, body[sentence.start : first.start], body[first.end : sentence.end])
    return Policy(
        title=policy.title,
        short=policy.short,
        issuer=issuer,
        level=issuer_level(issuer or policy.title, source),
        mentions=tuple(sorted(policy.mentions, key=lambda span: span.start)),
        rule=f"{policy.rule} ({policy.kind})",
        confidence=0.97 if policy.short else 0.95,
    )

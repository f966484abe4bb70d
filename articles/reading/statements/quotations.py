"""What people are reported to have said, each with its speaker and the words that say so.

Direct speech stands in “…” with its attribution before, behind or between; reported speech behind the verb (他强调，要…)
to the end of its sentence, and goes on over sentences that give orders. A speaker is named, or meant by 他, 她 or 王书记
where one person only can be; without a speaker there is no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from articles.reading.records import ArticleText, Person, PlaceMention, Quotation, Span
from articles.reading.statements.discourse import Actor, Discourse, humans
from articles.reading.statements.orders import orders_end
from articles.reading.statements.quote_marks import quoted_at
from articles.reading.words import alternation, firsts_of, read_pairs, read_words

# Fewer characters than this say nothing that could be quoted.
SHORTEST = 6
# How far behind a quotation its speaker may be named, and how many clauses a verb may stand behind its subject.
FARTHEST, MOST_CLAUSES = 70, 5
CHAINED = 0.8
_NO_VERB_BEFORE = "的按照提出合达高低符听"
_NO_WORDS = re.compile("[的了着过是、和与及或，。；：”）]|很?高|内容|精神")
# What may stand between a quotation and its speaker's clause, and what begins a tale of its own there.
_AT = re.compile("[坐站走蹲]?在")
_WHERE = (*"日时中上后间前里处午", "现场", "大厅", "门口")
_TELLS = re.compile("听|得知|面对|看|对于|针对|随后|说到|谈到|谈起")
_OPEN_ENDS = "。！？…，,!?"


@dataclass(frozen=True, slots=True)
class _Saying:
    """A speaker with the verb of saying, which ends at `end`; the words said, if any follow, begin at `after`.

    chained: the verb stands in a later clause than the speaker.
    """

    actor: Actor
    end: int
    verb: str
    after: int | None
    chained: bool = False


def find_quotations(
    article: ArticleText, people: tuple[Person, ...], places: tuple[PlaceMention, ...]
) -> tuple[Quotation, ...]:
    """What the people of an article say in its body, in the order of the text; no two quotations overlap."""
    discourse = Discourse(article.body, people, places)
    sayings = list(_sayings(discourse))
    found: list[Quotation] = []
    for number, saying in enumerate(sayings):
        limit = sayings[number + 1].actor.start if number + 1 < len(sayings) else len(article.body)
        quotation = _quotation(discourse, saying, limit)
        if quotation and (not found or quotation.span.start >= found[-1].span.end):
            found.append(quotation)
    return tuple(found)


def _sayings(discourse: Discourse) -> Iterator[_Saying]:
    """Every speaker with a verb of saying, in the order of the text, those of lists left out."""
    end = 0
    for actor in discourse.actors:
        if actor.start < end or len(discourse.company(actor)) > 1:
            continue
        saying = _said_at_once(discourse, actor) or _said_later(discourse, actor)
        if saying:
            end = saying.end
            yield saying


def _said_at_once(discourse: Discourse, actor: Actor) -> _Saying | None:
    """王强（还，在会上）强调: the verb in the speaker's own clause."""
    match = _verb().match(discourse.body, actor.end)
    return _saying(discourse, actor, match) if match and discourse.may_act(actor) else None


def _said_later(discourse: Discourse, actor: Actor) -> _Saying | None:
    """王强查看图纸，询问进度，要求…: the verb opens a clause behind, and nobody else has begun to act before."""
    body, end = discourse.body, discourse.sentence_end(actor.end)
    if not discourse.leads(actor):
        return None
    for start in discourse.clauses(actor.end, end, MOST_CLAUSES):
        if discourse.is_quoted(start):
            continue
        match = _verb().match(body, start)
        if match and (saying := _saying(discourse, actor, match)):
            return replace(saying, chained=True)
        if discourse.begins_anew(start):
            return None
    return None


def _saying(discourse: Discourse, actor: Actor, match: re.Match[str]) -> _Saying | None:
    body, verb, end = discourse.body, match["verb"], match.end()
    if match.start("verb") > match.start() and body[match.start("verb") - 1] in _NO_VERB_BEFORE:
        return None
    mark = match["mark"]
    if mark:
        return _Saying(actor, match.start("mark"), verb, end)
    if end >= len(body) or body[end] in "。！\n":
        return _Saying(actor, end, verb, None)
    opening = _bare()[verb]
    if body[end] == "“" or opening == "*" and not _NO_WORDS.match(body, end) or opening and _opens(opening, body, end):
        return _Saying(actor, end, verb, end)
    return None


def _opens(opening: str, body: str, at: int) -> bool:
    return any(body.startswith(word, at) for word in opening.split() if word != "*")


def _quotation(discourse: Discourse, saying: _Saying, limit: int) -> Quotation | None:
    before = _before(discourse, saying)
    after = _after(discourse, saying, limit)
    spans = tuple(span for span in (before, after) if span)
    if not spans:
        return None
    opened = [before.start - 1] if before else []
    closed = after.end + (discourse.body[after.end : after.end + 1] == "”") if after else saying.end
    start, actor = min([saying.actor.start, *opened]), saying.actor
    return Quotation(
        speaker=actor.person.name,
        role=actor.person.role,
        verb=saying.verb,
        direct=all(_is_direct(discourse, span) for span in spans),
        words=spans,
        span=Span(start, closed, discourse.body[start:closed]),
        rule=_rule(saying, before, after),
        confidence=min(actor.confidence, CHAINED if saying.chained else 1.0),
    )


def _rule(saying: _Saying, before: Span | None, after: Span | None) -> str:
    where = "between" if before and after else "behind" if before else "before"
    how = {"name": "named", "called": "called by family name", "pronoun": "meant by pronoun"}[saying.actor.rule]
    return f"speaker {where}, {how}{', verb in a later clause' if saying.chained else ''}"


def _is_direct(discourse: Discourse, span: Span) -> bool:
    return quoted_at(discourse.body, discourse.quotes, span.start - 1) == span


def _before(discourse: Discourse, saying: _Saying) -> Span | None:
    """The quotation that opens the sentence and stands right before its speaker: “……。”县长甲说."""
    body, start = discourse.body, saying.actor.start
    quote = discourse.quote_before(start)
    if quote is None or saying.chained or start - quote[1] > FARTHEST or discourse.named(quote[1], start):
        return None
    opened, closed = quote
    if not _only_tells_where(body[closed:start]) or not _is_whole(body, opened, closed):
        return None
    return _long_enough(Span(opened + 1, closed - 1, body[opened + 1 : closed - 1]))


def _only_tells_where(between: str) -> bool:
    """Whether nothing but a time, a place or a posture stands between a quotation and its speaker: 11月13日，|甲说."""
    *clauses, own = between.lstrip("，,").split("，")
    if re.search("[。！？\n：；]", between) or any(_TELLS.match(clause) for clause in (*clauses, own)):
        return False
    people = humans().search(re.sub("接受.{0,12}[采专]访", "", between))
    return not people and all(_AT.match(clause) or clause.endswith(_WHERE) for clause in clauses)


def _is_whole(body: str, opened: int, closed: int) -> bool:
    """Whether a quotation opens its sentence and is one itself: no “双过半” and no one else's words."""
    opens = opened == 0 or body[opened - 1] in "。！？\n”"
    return opens and (body[closed - 2] in _OPEN_ENDS or body[closed : closed + 1] in ("，", ","))


def _after(discourse: Discourse, saying: _Saying, limit: int) -> Span | None:
    """The words behind the verb: a quotation that is a sentence, else what is reported up to the sentence's end."""
    body, start = discourse.body, saying.after
    if start is None:
        return None
    if body[start - 1] not in "：:，,":
        start = _past_listener(discourse, start)
    quoted = quoted_at(body, discourse.quotes, start)
    if quoted and (
        body[quoted.end - 1] in _OPEN_ENDS or body[quoted.end + 1 : quoted.end + 2] in ("。", "！", "？", "")
    ):
        return _long_enough(quoted)
    end = discourse.sentence_end(start)
    if start < limit < end:
        end = max(start, discourse.clause_start(limit) - 1)
    elif end <= limit:
        end = orders_end(discourse, end, limit)
    return _long_enough(Span(start, end, body[start:end]))


def _past_listener(discourse: Discourse, start: int) -> int:
    """Where the words begin behind someone who is told them: 叮嘱|村支书甲，|要…, 叮嘱|甲：|“……。”"""
    stop = re.compile("[，：。；\n]").search(discourse.body, start)
    if stop is None or stop.group() not in "，：":
        return start
    listens = any(actor.end == stop.start() for actor in discourse.named(start, stop.start()))
    listens = listens or any(
        match.end() == stop.start() for match in humans().finditer(discourse.body, start, stop.start())
    )
    return stop.end() if listens else start


def _long_enough(span: Span) -> Span | None:
    return span if len(span.text.strip()) >= SHORTEST else None


@cache
def _bare() -> dict[str, str]:
    """Verbs of saying with what may follow them without a mark."""
    return dict(read_pairs("speech_verbs"))


@cache
def _verb() -> re.Pattern[str]:
    """What stands between a speaker and the words said: 在会上强调， or 笑着对记者说："""
    between = "|".join(
        [
            alternation(read_words("speech_adverbs")),
            "在[^，。；：“”\n]{1,24}?(?:中|时|上|后|间|现场|处|里|头|前)",
            "[^，。；：“”\n]{1,14}[时后]",
            "[^，。；：“”\n]{1,20}并(?:作?了?讲话)?",
            "[\u4e00-\u9fff]{1,6}[着地]",
            "(?:对|向|握住|拉着)[^，。；：“”\n]{1,16}?",
            "[笑叹]",
        ]
    )
    verbs = alternation(tuple(_bare()))
    firsts = firsts_of(verbs) + "告"
    return re.compile(
        f"(?=[^，。；：“”\n{firsts}]{{0,84}}+[{firsts}])(?:{between}){{0,3}}?(?P<verb>{verbs}|告诉[^，。；：“”\n]{{1,10}})(?![^，。；：“”\n]{{1,10}}时(?:{verbs}))(?:说|道)?(?P<mark>[：:，,])?"
    )

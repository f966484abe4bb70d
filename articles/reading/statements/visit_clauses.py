"""Clauses that tell of going: 深入左权县, 在某镇调研, 调研某水库; of a tour that does not say where: 检查防汛工作; and
在某镇，甲察看…, which says where only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.reading.records import Span, Stop
from articles.reading.statements.discourse import Actor, Discourse
from articles.reading.statements.visit_stops import StopReader
from articles.reading.words import alternation, read_pairs

MOST_CLAUSES = 8
LONGEST_CLAUSE = 120
SEES = "sees"
_STOP = re.compile("[，。；：“”\n]")
# Words before the verb that say that it is not so yet, or that somebody else is meant.
_NOT_SO = re.compile(
    "将(?!军)|拟|计划|打算|准备|应|希望|邀请|曾|未|没|不(?!断)|可以|要|如果|组织|安排|派|对|向|给|请|欢迎|听说|得知|介绍|表示|说|的"
)
_AT = re.compile("在(?P<where>[^在，。；：“”\n]{2,40})")
_WIDE = ("调研", "考察", "视察")
GROUP = re.compile("(?:调研|检查|考察|督导|督查|视察|观摩)[组团]")
TOUR = "tour"
_TOUR = re.compile(
    "(?:一行|带队|率队|(?:率领?|带领)[^，]{1,20}?|轻车简从|专题|专程|实地|现场|就[^，]{2,30}?|围绕[^，]{2,30}?|对[^，]{2,30}?|(?:进行|开展)了?)*"
    "(?:调研|考察|视察|检查|督查|督导|观摩|暗访|巡查|现场办公)(?![组团队员站时中后期])"
)
_BEFORE_PLACE = re.compile("(?:随后|接着|期间|其间|调研中|当天)?在(?P<where>[^，。；：“”\n]{2,40})")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that tells of going: its actor, its span, where it leads; anchored when it makes a visit by itself."""

    actor: Actor
    span: Span
    stops: tuple[Stop, ...]
    rule: str
    confidence: float
    anchored: bool


def clauses_of(discourse: Discourse, reader: StopReader, actor: Actor) -> Iterator[Clause]:
    """What an actor's sentence tells of going, clause by clause, until someone else begins to act."""
    body, end = discourse.body, discourse.sentence_end(actor.end)
    before = _place_before(discourse, reader, actor)
    if before:
        yield before
    starts = [actor.end, *discourse.clauses(actor.end, end, MOST_CLAUSES)]
    for number, start in enumerate(starts):
        if discourse.is_quoted(start) or number and discourse.begins_anew(start):
            break
        clause = _going(body, reader, actor, start, end) or _touring(body, actor, start, end)
        if clause:
            yield clause


def _place_before(discourse: Discourse, reader: StopReader, actor: Actor) -> Clause | None:
    """在某镇，|甲察看…: the clause before its subject says where. It never makes a visit alone: 在某县，甲被任命…"""
    body, end = discourse.body, actor.start - 1
    if end < 0 or body[end] != "，":
        return None
    start = discourse.clause_start(end)
    match = _BEFORE_PLACE.fullmatch(body, start, end)
    stops = reader.stops(match.start("where"), end) if match else ()
    span = Span(start, actor.end, body[start : actor.end])
    return Clause(actor, span, stops, "place before", 0.85, anchored=False) if stops else None


def _going(body: str, reader: StopReader, actor: Actor, start: int, sentence_end: int) -> Clause | None:
    """The clause at a position when it tells of going somewhere, by its verb."""
    end = min(sentence_end, start + LONGEST_CLAUSE)
    stop = _STOP.search(body, start, end)
    end = stop.start() if stop else end
    for verb in _verbs().finditer(body, start, end):
        if _NOT_SO.search(body, start, verb.start()):
            return None
        found = _led_by(body, reader, start, verb, end, sentence_end)
        if found:
            stops, rule, sure = found
            anchored = rule != SEES or verb["verb"] in _WIDE or any(one.place for one in stops)
            span = Span(actor.start, end, body[actor.start : end])
            return Clause(actor, span, stops, rule, min(sure, actor.confidence), anchored)
    return None


def _touring(body: str, actor: Actor, start: int, end: int) -> Clause | None:
    """The clause at a position when it tells of a tour: it makes a visit of stops told elsewhere."""
    match = _TOUR.match(body, start, min(end, start + LONGEST_CLAUSE))
    if match is None:
        return None
    span = Span(actor.start, match.end(), body[actor.start : match.end()])
    return Clause(actor, span, (), TOUR, min(0.8, actor.confidence), anchored=False)


def _led_by(
    body: str, reader: StopReader, start: int, verb: re.Match[str], end: int, sentence_end: int
) -> tuple[tuple[Stop, ...], str, float] | None:
    """The stops that a verb of visiting leads to, with the rule and how sure it is; None when it leads nowhere."""
    kind = _kinds()[verb["verb"]]
    where = _AT.search(body, start, verb.start()) if kind == "see" else None
    if where:
        stops, rule, sure = reader.stops(where.start("where"), where.end("where")), "sees at", 0.95
    elif kind == "see":
        stops, rule, sure = reader.stops(verb.end(), end, widely=verb["verb"] in _WIDE), SEES, 0.85
    elif kind == "go" or _see().search(body, verb.end(), sentence_end):
        stops, rule, sure = reader.stops(verb.end(), end), "goes to", 0.95
    else:
        return None
    return (stops, rule, sure) if stops else None


@cache
def _kinds() -> dict[str, str]:
    return dict(read_pairs("visit_verbs"))


@cache
def _verbs() -> re.Pattern[str]:
    verbs = alternation(tuple(_kinds()))
    return re.compile(f"(?P<verb>{verbs})(?![组团队员站])了?")


@cache
def _see() -> re.Pattern[str]:
    return re.compile(alternation(seeing_verbs()))


@cache
def seeing_verbs() -> tuple[str, ...]:
    """What officials do where they go: 调研, 检查, 慰问 …"""
    return tuple(verb for verb, kind in _kinds().items() if kind == "see")

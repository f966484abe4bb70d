"""The day of a visit, among the dates that the text names."""

from __future__ import annotations

import re

from articles.reading.records import EventDate
from articles.reading.statements.discourse import Actor, Discourse

MOST_BACK = 4
# Words that make a day another one than the last named.
_OTHER_DAY = re.compile("此前|前一天|次日|第二天|翌日|去年|前年|当年|不久前|曾")
# What goes on the same day opens with these.
_SAME_DAY = re.compile("随后|接着|当天|当日|同日|会前|会后|[^，。]{2,6}结束后")
# Words before a date that is no visit's.
_NOT_ITS = re.compile("(?:自|从|截至|截止|将于|截至目前|于|至)$")


def date_of(discourse: Discourse, actor: Actor, dates: tuple[EventDate, ...]) -> EventDate | None:
    """The date told for what an actor does: the last before it in its sentence, the first behind it there, the one that
    opens a sentence before it in its paragraph, or the day of what it goes on from (随后); None when none is.
    """
    own = _own(discourse, actor, dates)
    number = discourse.sentence(actor.start)
    sentence = discourse.sentences[number]
    if own or _OTHER_DAY.search(sentence.text):
        return own
    opening = _opening(discourse, number, dates)
    return opening or (_went_on_from(discourse, actor, dates) if _SAME_DAY.match(sentence.text) else None)


def _own(discourse: Discourse, actor: Actor, dates: tuple[EventDate, ...]) -> EventDate | None:
    """The date in the actor's sentence."""
    sentence = discourse.sentences[discourse.sentence(actor.start)]
    own = [one for one in dates if sentence.start <= one.span.start < sentence.end and _may_date(discourse, one)]
    before = [one for one in own if one.span.start < actor.start]
    return before[-1] if before else next(iter(own), None)


def _went_on_from(discourse: Discourse, actor: Actor, dates: tuple[EventDate, ...]) -> EventDate | None:
    """The date of what the same official did first: 5月20日，甲会见客商。…随后，甲来到…"""
    first = next((one for one in discourse.actors if one.person == actor.person and discourse.leads(one)), actor)
    return _own(discourse, first, dates) if first.start < actor.start else None


def _may_date(discourse: Discourse, one: EventDate) -> bool:
    at = one.span.start
    return one.precision != "year" and not _NOT_ITS.search(discourse.body[max(0, at - 4) : at])


def _opening(discourse: Discourse, number: int, dates: tuple[EventDate, ...]) -> EventDate | None:
    """The day that opens the nearest dated sentence before this one in the paragraph."""
    for back in range(number - 1, max(-1, number - 1 - MOST_BACK), -1):
        sentence = discourse.sentences[back]
        if "\n" in discourse.body[sentence.end : discourse.sentences[number].start]:
            return None
        for one in dates:
            if one.precision == "day" and sentence.start <= one.span.start < sentence.end:
                return one if one.span.start == sentence.start else None
    return None

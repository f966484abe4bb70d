"""The day of a visit, among the dates that the text names."""

from __future__ import annotations

import re

from articles.reading.discourse import Discourse
from articles.reading.records import EventDate

MOST_BACK = 4
# Words that make a day another one than the last named, and words before a date that is no visit's.
_OTHER_DAY = re.compile("此前|前一天|次日|第二天|翌日|去年|前年|当年|不久前|曾")
_NOT_ITS = re.compile("(?:自|从|截至|截止|将于|截至目前|于|至)$")


def date_of(discourse: Discourse, start: int, dates: tuple[EventDate, ...]) -> EventDate | None:
    """The date told for what an actor at a position does: the last before it in its sentence, the first behind it there,
    or the one that opens a sentence before it in its paragraph; None when none is.
    """
    number = discourse.sentence(start)
    sentence = discourse.sentences[number]
    own = [one for one in dates if sentence.start <= one.span.start < sentence.end and _may_date(discourse, one)]
    before = [one for one in own if one.span.start < start]
    if own:
        return before[-1] if before else own[0]
    return None if _OTHER_DAY.search(sentence.text) else _opening(discourse, number, dates)


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

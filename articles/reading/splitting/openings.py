"""How a text opens, seen against what stands above it: another place, another source, an official told with their post.

An article names its place at once, and those below it name theirs; within an article the place is known by then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.reading.splitting.notes import reads_like_note
from articles.reading.words import read_words

Signs = dict[str, float]
# Characters of an opening, those in which its place and its date stand, and how many paragraphs above say what is known by then.
OPENING, PLACED, DATE_IN, KNOWN = 40, 16, 30, 6
_PLACE = re.compile(
    f"([\u4e00-\u9fff]{{2,3}}?)(县|区|旗|市|州|镇|乡|街道|村){''.join(f'(?<!{word})' for word in read_words('no_places'))}"
)
_LEARNED = re.compile("[^，。]{0,12}(?:记者|笔者).{0,8}从.{2,20}(?:获悉|了解到)")
# What is announced: works that close a road, appointments, an error in an earlier issue.
_NOTIFIED = re.compile(
    "^(?:(?:因|为)[^。]{4,40}(?:定于|现将|现面向|将于|拟于)|[^。；]{8,60}通过(?:下列|以下|如下)[^。]{0,6}任免"
    "|本报[^。]{2,24}版[^。]{2,40}(?:应为|有误|更正))"
)
_ANNOUNCED = re.compile("(?:通告|公告|公示|通知|启事)如下|特此(?:公告|声明|通告|通知)")
_APPOINTS = re.compile("^(?:[一二三四五六七八九十]{1,3}、)?(?:(?:决定|批准)?(?:任命|免去)|接受[^。]{2,12}辞去)")
_DATED = re.compile("\\d{1,2}月\\d{1,2}日|近日|日前|昨日|今年以来|连日来|近年来")
_INTRODUCED = re.compile(
    "(?:书记|市长|县长|区长|主任|局长|部长|主席)[\u4e00-\u9fff]{2,3}(?:、|，|率|到|在|深|赴|主持|出席)"
)


def opening_signs(texts: Sequence[str], number: int) -> Signs:
    """The signs of texts[number], of the paragraphs of a page without their blanks, being the first of an article."""
    text, above = texts[number], texts[max(0, number - KNOWN) : number]
    return _place(text, above) | {
        "learned from a source": float(bool(_LEARNED.match(text))),
        "reads like a note": float(reads_like_note(text)),
        "notified": float(bool(_NOTIFIED.match(text))),
        "date in the opening": float(bool(_DATED.search(text[:DATE_IN]))),
        "first word known": float(any(text[:3] in other for other in above)),
        "official introduced": float(bool(_INTRODUCED.search(text[:OPENING]))),
    }


def announces(text: str) -> bool:
    """Whether a paragraph announces something to the public, as notices do, which nobody signs with a name."""
    return any((_NOTIFIED.match(text), _ANNOUNCED.search(text), _APPOINTS.match(text)))


def _place(text: str, above: Sequence[str]) -> Signs:
    """Whether the place that the text opens with has been named above; there by its bare name as well."""
    match = _PLACE.search(text[:PLACED])
    if not match:
        return {}
    known = any(match[1][-2:] in other for other in above)
    return {"known place first": float(known), "new place first": float(not known)}

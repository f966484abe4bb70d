"""What kind of article it is (records.KINDS), and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.headlines import Heading
from articles.reading.marks import NOTE_HEAD, QUESTION, SPEAKER
from articles.reading.records import Contributor

BRIEF_CHARS = 420
BRIEF_PARAGRAPHS = 2
_COMMENT = re.compile(r"评论员|社论|时评|短评|快评|锐评|评论$|言论|杂谈|漫谈|之我见|论坛$|有感$|随想$|点评")
_VISIT = re.compile(r"^(?:——|—)?(?:专?访|对话|访谈|专访|采访)")
_ASKED = re.compile(
    r"(?:接受(?:本报|本刊)?(?:记者)?(?:的)?(?:专访|采访)|记者(?:专访|采访)了.{2,40}(?:书记|市长|县长|区长|主任|局长|省长))"
)
_POST = re.compile(r"书记|省长|市长|县长|区长|主任|主席|局长|厅长|部长|院长|校长|会长|常委|教授|研究员|镇长|乡长")
_DATED = re.compile(r"(?:近日|日前|昨日|今日|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日(?:上午|下午|晚)?)[，,]?")
_REPORTING = re.compile(
    r"(?:召开|举行|举办|启动|开工|签约|会见|调研|出席|主持|获悉|印发|发布|揭牌|投产|通车|开幕|部署|通报|审议|听取|走进|传来|了解到)"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the kind is read from."""

    heading: Heading
    byline: Sequence[Contributor]
    paragraphs: Sequence[str]
    caption: bool
    dateline: bool
    head_byline: bool
    signature: str = ""
    continued: bool = False


def kind_of(signs: Signs) -> tuple[str, str]:
    """(kind, reason). The first that fits: photo, note, interview, commentary, signed article, brief, news, feature."""
    if signs.caption:
        return "photo", "a caption"
    if _is_note(signs):
        return "column_note", "an editor's note"
    if _is_interview(signs):
        return "interview", "questions and answers"
    return _written(signs) or _reported(signs)


def _written(signs: Signs) -> tuple[str, str] | None:
    words = " ".join(
        filter(None, (signs.signature, signs.heading.section, signs.heading.kicker, *(c.role for c in signs.byline)))
    )
    if _COMMENT.search(words) or signs.heading.headline and re.search("评论员", signs.heading.headline):
        return "commentary", "labelled as comment"
    if signs.head_byline and not signs.dateline and any(_POST.search(c.role) for c in signs.byline):
        return "signed_article", "signed with a post"
    return None


def _reported(signs: Signs) -> tuple[str, str]:
    size = sum(map(len, signs.paragraphs))
    longest = 1 if signs.dateline else BRIEF_PARAGRAPHS
    if len(signs.paragraphs) <= longest and size <= BRIEF_CHARS:
        return "brief", "one or two short paragraphs"
    if signs.dateline or signs.continued:
        return "news", "has a dateline" if signs.dateline else "goes on from another page"
    lead = signs.paragraphs[0][:60] if signs.paragraphs else ""
    if _DATED.match(lead) and _REPORTING.search(lead):
        return "news", "starts with a date and an event"
    return "feature", "no dateline"


def _is_note(signs: Signs) -> bool:
    named = [signs.heading.headline, signs.heading.section, signs.paragraphs[0] if signs.paragraphs else None]
    return any(NOTE_HEAD.match(text) for text in named if text) and len(signs.paragraphs) <= 4


def _is_interview(signs: Signs) -> bool:
    asked = sum(1 for p in signs.paragraphs if QUESTION.match(p))
    answered = sum(1 for p in signs.paragraphs if SPEAKER.match(p))
    if asked >= 2 or asked and answered >= 2:
        return True
    if signs.heading.subhead and _VISIT.match(signs.heading.subhead):
        return True
    return (
        not signs.dateline and len(signs.paragraphs) > 2 and any(_ASKED.search(p[:200]) for p in signs.paragraphs[:2])
    )

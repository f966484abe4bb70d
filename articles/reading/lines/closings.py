"""The byline or source in which a text ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.reading.lines.bylines import MEDIA, TAIL_ROLE, parse_roles
from articles.reading.lines.printed_names import is_name, names_in, spells_sounds
from articles.reading.lines.repair import CJK
from articles.reading.records import Contributor
from articles.reading.words import read_word_set

_CLOSING = re.compile(r"[（(](?P<who>[^（()）]{2,60})[）)]$")
_SOURCE = re.compile(r"^(?:据|来源[:：]?|摘自|转自|原载|选自)\s?(?P<from>[^（）]{2,30}?)(?:电|报道|消息)?$")
# Who the author is, below a signed article: （作者系某县委书记）, （作者单位：某市委党校）; who sent it in: （县气象局供稿）.
_AUTHOR_NOTE = re.compile(
    r"[（(]作者(?:系|为|单位)[^（()）]{2,50}[）)]$|[（(][\u4e00-\u9fff]{2,20}供稿[）)]$|^[（(][\u4e00-\u9fff]{4,24}(?:中心|公司|局|委员会|办公室|厅|部|政府|大队|支队)[）)]$"
)
_OPEN_CLOSING = re.compile(r"(?<=[。！？”…])(?<!。(?=”))(?<!？(?=”))(?<!！(?=”))\s?(?P<who>[^。！？；]{2,60})$")


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing byline or source note: where it starts in the text, who, and the source when it is a reprint."""

    start: int
    byline: tuple[Contributor, ...]
    source: str | None


def _likely_names(text: str) -> tuple[str, ...]:
    """Names parted by blanks, at least half of them with a known family name."""
    names = names_in(text) or ()
    sure = sum(map(is_name, names))
    return names if sure and 2 * sure >= len(names) else ()


def _pen_name(text: str) -> tuple[str, ...]:
    """A pen name alone in its brackets, two or three characters, whatever it begins with, or a name written by its sound."""
    name = text.replace(" ", "")
    by_sound = 4 <= len(name) <= 6 and spells_sounds(name[1:])
    known = name in read_word_set("bracketed_words")
    return (name,) if by_sound or re.fullmatch(f"[{CJK}]{{2,3}}", name) and not known else ()


_PLACED = re.compile(
    rf"^(?P<who>[{CJK}]{{1,10}}[省市县区旗州镇乡村] ?|[{CJK}]{{0,10}}(?:街道|社区|读者|市民|居民|村民|职工|学生|教师) )(?P<name>[{CJK}]{{2,3}}|[{CJK}] [{CJK}])$"
)


def _placed(text: str) -> tuple[Contributor, ...]:
    """Who wrote, named behind the place or what they are, as under a letter: 青石县 王小明, 白杨镇村民王小明."""
    match = _PLACED.match(text)
    if not match or not is_name(match["name"].replace(" ", "")):
        return ()
    return (Contributor(match["name"].replace(" ", ""), match["who"].strip()),)


def parse_closing(text: str) -> Closing | None:
    """The byline or source in which a text ends: …。（王小明 李娜）, …。记者 王小明 整理, …。（据新华社电）."""
    offset = max(0, len(text) - 90)
    tail = text[offset:].rstrip()
    bracketed = tail.endswith(("）", ")"))
    author = _AUTHOR_NOTE.search(tail) if bracketed else None
    if author:
        return Closing(offset + author.start(), (), None)
    match = _CLOSING.search(tail) if bracketed else None
    if match:
        ended = tail[: match.start()].rstrip()[-1:] in ("", *"。！？”’…；")
        return _closing_of(match["who"].strip(), offset + match.start(), ended)
    match = _OPEN_CLOSING.search(tail)
    roles = parse_roles(TAIL_ROLE.sub("", match["who"].strip())) if match else None
    sure = roles and any(is_name(one.name) for one in roles)
    return Closing(offset + match.start("who"), roles, None) if match and roles and sure else None


def _closing_of(who: str, start: int, ended: bool) -> Closing | None:
    """The closing in round brackets; bare names count only where a sentence has ended before them."""
    source = _SOURCE.match(who)
    if source:
        return Closing(start, (), source["from"].strip("《》 "))
    if re.fullmatch(MEDIA, who):
        return Closing(start, (), who)
    bare = re.sub(r"^(?:执笔|文字?|撰文|整理)[:：]", "", who)
    tail = TAIL_ROLE.search(bare)
    cut = bare[: tail.start()] if tail else bare
    roles = parse_roles(cut)
    if not roles and ended:
        roles = _placed(cut) or tuple(Contributor(n, "作者") for n in _likely_names(cut) or _pen_name(cut))
    return Closing(start, roles, None) if roles else None

"""What each printed line says about itself: the evidence that labelling and borders weigh."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from articles.reading.lines.bylines import parse_byline_line, parse_credit
from articles.reading.lines.closings import Closing, parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.furniture import furniture_kind
from articles.reading.lines.printed import Line
from articles.reading.lines.repair import CJK, close_blanks
from articles.reading.records import Contributor
from articles.reading.words import alternation, read_word_set, read_words

_SURE_FINAL = re.compile(r"[。！？!?][”’」』）)]{0,2}$|……[”’]?$")
_MID = re.compile(r"[，、；：,;:（(《〈“‘「『\-—·]$")
# Whose archive a picture is from, behind the last words of a caption: 图②:汾河美景。 影像中国.
_ARCHIVE = re.compile(
    "[。！”）)] ?[\u4e00-\u9fff·]{0,8}(?:影像|图片社|图片库|图库|视觉|供图|影像中国|视觉中国|资料图片|资料照片)$"
)
# Without 下 or 上 it is a jump only where 版 follows: 客人在车上转一圈 is none.
_PAGE_FOLLOWS = r"(?=\s?第?\s?[A-D]?\s?[0-9一二三四五六七八九十]{1,3}\s?版)"
JUMP_TO = re.compile(
    rf"[（(【]?\s?[►▶→>]{{0,4}}\s?(?:下转|续见|(?:紧接|转){_PAGE_FOLLOWS})"
    r"\s?第?\s?(?P<page>[A-D]?\s?[0-9一二三四五六七八九十]{1,3})\s?版?[^。）)】]{0,8}[）)】]?\s*$"
)
_NAMES_JUMP = re.compile("转|续见|紧接")
JUMP_FROM = re.compile(
    rf"^[（(【]?\s?(?:上接|(?:紧接|接){_PAGE_FOLLOWS})"
    r"\s?第?\s?(?P<page>[A-D]?\s?[0-9一二三四五六七八九十]{1,3})\s?版?[^。）)】]{0,8}[）)】]?\s*"
)
_JUMP_LINE = re.compile(
    r"^[（(【]?\s?[►▶→>]{0,4}\s?(?:下转|上接|紧接|续见)\s?第?\s?[A-D]?\s?[0-9一二三四五六七八九十]{1,3}\s?版?[^。）)】]{0,12}[）)】]?$"
)
SOURCE_NOTE = re.compile(
    rf"^[●■◆▲★（(]?\s?(?:据|转自|摘自|原载|来源[:：])?\s?《[^》]{{2,12}}》[{CJK}0-9（）() ]{{0,20}}(?:刊发|刊登|刊载|报道|发表)[）)]?$|^[（(](?:来源|据|转自|摘自|原载)[:：]?[^（）]{{2,24}}[）)]$"
)
CAPTION_HEAD = re.compile(
    r"^[（(]?(?:图为|图片为|上图|下图|左图|右图|本图|图[①-⑩一二三四五六七八九十\d]{1,2}|图[:：]|图集?说[:：]|[▼◀►▽]\s?|[▲△]\s?图)"
)
NUMBERED_PICTURE = re.compile("图[①-⑳][:：]")
QUESTION = re.compile(r"^(?:问|记者|主持人|采访人|本报记者|网友)\s?[:：]")
_ANSWER = re.compile(r"^答\s?[:：]")
SPEAKER = re.compile(rf"^(?P<who>[{CJK}·]{{1,8}})\s?[:：](?=.{{4}})")
NUMBERED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、]|第?[一二三四五六七八九十]{1,2}(?:是|要|、|，|条)|第[一二三四五六七八九十]{1,2}|[①-⑩]|\d{1,2}[.．、](?!\d)|首先|其次|再次|最后)"
)
OPENER = re.compile(alternation(read_words("openers")))
# The solar terms, which farming reports open with, where the words behind say that the season is meant.
_SOLAR_TERMS = "立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
_SCENE = re.compile(
    rf"^(?:{alternation(read_words('scenes'))}|(?:\d{{1,2}}|[一二三四五六七八九十冬腊]{{1,2}})月(?:的|里)"
    rf"|(?:{_SOLAR_TERMS})(?:将至|将近|临近|已至|时节|节气|刚过|过后|前后|一过|已过|来临|到来|，))"
)
_CONCLUDING = re.compile(rf"(?:{alternation(read_words('endings'))})[。！]”?$")
_ORDINALS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ASIDE = re.compile("（[^）]{1,6}）")
_PIECES = re.compile(r"[ ·|｜:：/]+")
_STUDY = re.compile(r"^(?:深入)?(?:学习|学习宣传|宣传)?贯彻.{4,40}(?:精神|讲话|思想|主题教育|决定)$")
# A series of talks, or of reports from all over: 县委书记谈振兴, 走进乡村看变化, “一县一业”看青石.
_SERIES = re.compile(
    rf"^(?:[{CJK}（）]{{0,6}}(?:书记|[县区市局镇厅校]长|负责人|一把手|代表|委员)(?:访谈|谈|话|说)[{CJK}]{{0,8}}|走进[{CJK}]{{2,6}}看[{CJK}]{{2,4}}|“[{CJK}]{{2,8}}”看[{CJK}]{{2,4}})$"
)
# Labels that say that several short reports follow.
_SEVERAL = re.compile("(?:短讯|简讯|快讯|快报|短波|短新闻|集锦|集纳|一句话新闻|要闻速览|速览|速递|速报|资讯|动态)$")
_REPORTERS = re.compile("^记者(?:回访|追访|探访|手记|观察|调查|连线)$")
# A column of comment by its last character: 今日谈, 垄上说, 漳河评.
_COMMENT = re.compile(
    rf"^[{CJK}]{{2,3}}(?:谈|说|评|论|议|语丝|夜话|漫话|闲话|絮语)$|^[{CJK}]{{2,4}}(?:夜话|漫话|闲话|絮语|时评|快评|短评|短论)$"
)
_BULLET_TEXT = re.compile(rf"^[▲△◆◇●■★►▶]\s?[{CJK}0-9“《]{{2}}")
# What some papers print behind the last word: the page's number and the paper's own sign for it (③3).
_PAGE_CODE = re.compile(r"(?<=[。！？”）)])\s?[①-⑳]\d{0,2}$")
_ROW = re.compile(r"(?:^| )[-+]?\d[\d.,:：/]*(?:%|％|元|万元|亿元|人|个|户|吨|亩|公里|℃)?(?= |$)")
# A campaign and what this article is in it: 庆祝改革开放40周年·走进林场; names of persons with · have no such halves.
_CAMPAIGN = re.compile(
    rf"^(?:[{CJK}0-9“”、（）]{{4,16}}·[{CJK}0-9“”、（） ]{{2,16}}|(?:聚焦|直击|关注)[{CJK}“”]{{2,10}}|对话[{CJK}]{{2}}|(?:热烈)?(?:庆祝|纪念|喜迎|献礼)[{CJK}0-9]{{4,20}}(?:周年|大会|召开))$"
)
_LEAD_DATE = re.compile(
    r"^(?:今年以来|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚|凌晨)?[，,]?|近日|日前|连日来|昨日|今日|近期|近年来|日前)"
)
_ARTICLE_START = re.compile(r"^(?:编者按|开栏的话|开栏语|编者的话|编后|各位|尊敬的|经.{2,20}批准)")
_SALUTATION = re.compile(rf"^[{CJK}]{{1,10}}(?:同志|编辑|读者|朋友|市民|乡亲|各位|单位|用户|居民)们?[：:]$")
_NAMELESS = re.compile(
    r"^(?:[□■◇◆○●]\s?)?[（(]?(?:本报|本刊)(?:特约)?(?:评论员|编辑部|记者|通讯员|编者)(?:文章)?[）)]?$"
)
NOTE_HEAD = re.compile(
    r"^[【\[■◆●]?\s?(?:[\u4e00-\u9fff]{1,8}(?=开栏的?话|开栏语))?(?:编者按|编者的话|编后语?|开栏的?话|开栏语|按语|编辑手记|编后记|致读者|开篇语|结束语|阅读提示|核心提示)\s?[】\]]?[:：]?"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Evidence on one line. kind: text, byline, credit, closing, jump, source, or a kind of furniture."""

    kind: str
    dateline: bool
    final: bool
    mid: bool
    ends_article: bool
    credit: bool
    caption: bool
    opener: bool
    lead: bool
    speaker: bool
    numbered: bool
    scene: bool
    concluding: bool
    label: bool
    note: bool
    plain: bool = False
    salutation: bool = False
    row: bool = False
    bullet: bool = False


def mark_lines(lines: list[Line]) -> list[Marks]:
    """The marks of every line, in order. Linear: each test sees at most 200 characters at either end of a line."""
    out: list[Marks] = []
    speakers = _speakers(lines)
    for line in lines:
        out.append(_marks_of(line.text, bool(out) and out[-1].kind == "editors" and line.gap == 0, speakers))
    return out


def opens_article(mark: Marks) -> bool:
    """Whether a line says by itself that an article starts there, or stands over one."""
    return mark.dateline or mark.note or mark.label or mark.kind in ("byline", "masthead", "editors", "page label")


def opens_letter(text: str, mark: Marks) -> bool:
    """Whether a line greets those whom a letter is for, alone or at the head of its text."""
    return mark.salutation or text.startswith("编辑同志")


def _speakers(lines: list[Line]) -> frozenset[str]:
    """Who speaks at the start of two lines or more, as in an interview: 王小明：…"""
    heads = Counter(match["who"] for line in lines if (match := SPEAKER.match(line.text[:20])))
    return frozenset(who for who, count in heads.items() if count > 1)


def _marks_of(text: str, after_editors: bool, speakers: frozenset[str]) -> Marks:
    head, tail = text[:200], _PAGE_CODE.sub("", text[-200:])
    words = close_blanks(head)
    dateline = parse_dateline(words)
    closing, credit = parse_closing(tail), parse_credit(tail)
    kind = _kind_of(text, after_editors, closing, credit)
    if dateline is not None and dateline.length >= len(close_blanks(text)):
        closing = credit = None
    jump, resumed = bool(_NAMES_JUMP.search(tail[-40:]) and JUMP_TO.search(tail[-40:])), JUMP_FROM.match(head)
    core = _core_end(tail, closing.start if closing else None, credit[1] if credit else None)
    salutation, row = _SALUTATION.match(text) is not None, is_row(text)
    return Marks(
        kind=kind,
        dateline=dateline is not None or bool(resumed and resumed.end() < len(head)),
        final=bool(jump or closing or credit or salutation or row or _SURE_FINAL.search(core))
        or _ARCHIVE.search(tail) is not None,
        mid=bool(_MID.search(tail)) and not tail.endswith("——"),
        ends_article=bool(jump or closing),
        credit=credit is not None,
        caption=bool(CAPTION_HEAD.match(head) or NUMBERED_PICTURE.search(head)),
        opener=bool(OPENER.match(words)),
        lead=bool(_LEAD_DATE.match(words) or _ARTICLE_START.match(words)),
        speaker=bool(QUESTION.match(head) or _ANSWER.match(head))
        or bool((who := SPEAKER.match(head)) and who["who"] in speakers),
        numbered=bool(NUMBERED.match(words)),
        scene=bool(_SCENE.match(words)),
        concluding=bool(_CONCLUDING.search(core)),
        label=is_column_label(text),
        note=bool(NOTE_HEAD.match(head)),
        plain=salutation,
        salutation=salutation,
        row=row,
        bullet=bool(_BULLET_TEXT.match(head)),
    )


def is_column_label(text: str) -> bool:
    """Whether a line reads like the title of a column: 一线访谈·…, 身边好人."""
    if len(text) > 44:
        return False
    text = _ASIDE.sub("", text).rstrip(_ORDINALS)
    pieces = [p for p in _PIECES.split(text.strip("【】[]《》●■◆")) if p]
    return any(_is_label_piece(p) for p in pieces) or bool(
        _STUDY.match(text) or _CAMPAIGN.match(text) or _COMMENT.match(text) or _SERIES.match(text)
    )


def is_comment_label(text: str) -> bool:
    """Whether a line is the title of a column of comment or letters, which heads one article: 今日谈, 读者来信."""
    return (
        bool(_COMMENT.match(text))
        or text in ("读者来信", "群众来信", "市民来信", "百姓来信", "来信照登", "来信选登", "社论", "本报评论员")
        or text.endswith(
            ("时评", "短评", "短论", "快评", "锐评", "快语", "微评", "微语", "杂谈", "漫谈", "夜话", "夜谈")
        )
    )


@lru_cache(maxsize=1024)
def heads_one_article(text: str) -> bool:
    """Whether a line is the title of a column that heads one article: of comment, letters, talks, or what a reporter found."""
    pieces = _PIECES.split(_ASIDE.sub("", text).rstrip(_ORDINALS))
    return is_comment_label(text) or any(_SERIES.match(piece) or _REPORTERS.match(piece) for piece in pieces)


@lru_cache(maxsize=1024)
def heads_several(text: str) -> bool:
    """Whether a label says that several short reports follow: 县区短波, 一句话新闻."""
    return _SEVERAL.search(text) is not None


def is_row(text: str) -> bool:
    """Whether a line is a row of a table of figures: three cells or more parted by blanks, two of them figures."""
    if len(text) > 80 or text.count(" ") < 2 or re.search("[。，]| [年月日时分](?: |$)", text):
        return False
    return len(_ROW.findall(text)) >= 2


def is_banner(text: str) -> bool:
    """Whether a line is a campaign's slogan in two halves, such as runs over a whole page."""
    pieces = [p for p in _PIECES.split(text) if p]
    return len(pieces) > 1 and all(p in read_word_set("columns") for p in pieces)


def _is_label_piece(piece: str) -> bool:
    return (
        piece in read_word_set("columns")
        or len(piece.replace("“", "").replace("”", "")) <= 10
        and piece.endswith(read_words("column_endings"))
    )


def _core_end(tail: str, *cuts: int | None) -> str:
    at = min((cut for cut in cuts if cut is not None), default=len(tail))
    core = tail[:at][-60:]
    return (JUMP_TO.sub("", core) if _NAMES_JUMP.search(core) else core).rstrip(" （(")


def _may_be_byline(text: str) -> bool:
    """A turn of an interview, a caption or a sentence may end as a byline does: 图为新建的水厂。 记者 甲 摄"""
    return not QUESTION.match(text) and not CAPTION_HEAD.match(text) and "。" not in text


def _kind_of(
    text: str, after_editors: bool, closing: Closing | None, credit: tuple[tuple[Contributor, ...], int] | None
) -> str:
    """The kind of a line that is no running text by itself."""
    found = furniture_kind(text, after_editors)
    if found or len(text) > 90:
        return found or "text"
    if closing and closing.start == 0 and text[:1] in "（(":
        return "closing"
    if credit and credit[1] == 0:
        return "credit"
    if _may_be_byline(text) and parse_byline_line(text) or _NAMELESS.match(text):
        return "byline"
    if _JUMP_LINE.match(text):
        return "jump"
    return "source" if SOURCE_NOTE.match(text) else "text"

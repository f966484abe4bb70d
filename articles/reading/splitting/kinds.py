"""What kind of article it is (records.KINDS), and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.lines.marks import NOTE_HEAD, QUESTION, SPEAKER, is_comment_label
from articles.reading.records import Contributor
from articles.reading.splitting.display_rules import HELD_POST
from articles.reading.splitting.headlines import Heading

BRIEF_CHARS = 420
BRIEF_PARAGRAPHS = 2
# Of the gold reports in two paragraphs 31 of the 33 up to this length are briefs, of the longer ones 24 of 70; what has
# no dateline, and its reporter named behind it, is rather news below SHORT_REPORT (8 of 10).
BRIEF_REPORT, SHORT_REPORT = 140, 300
_COMMENT = re.compile(
    r"评论员|社论|时评|短评|快评|锐评|评论$|言论|杂谈|漫谈|之我见|论坛$|有感$|随想$|点评$|锐见|声音$|百姓话题|微言|大家谈|漫笔|茶座|杂谈|谈$|有话说"
)
# What comment says and a report seldom does: what ought to be, and why; and how its headlines call.
_OUGHT = re.compile(
    r"应当|应该|理应|必须|不能|不可|不妨|莫|切忌|岂能|才能|方能|唯有|只有|与其|归根结底|说到底|关键(?:在于|要)|根子|何尝|何以|殊不知|试想|显然|可见|诚然|固然|毕竟|其实|难免|否则|须知|要有|要把|要让|不在于|而在于|值得(?:深思|警惕|点赞|肯定)|有人(?:说|认为)|折射出|警惕|不是[^，。]{1,14}而是"
)
_WARNS = re.compile("(?:别让|莫让|莫把|别把|切忌|谨防|警惕|岂能|何妨|不妨)")
_CALL = re.compile(
    rf"^{_WARNS.pattern}|(?:切忌|切莫|莫走|别|莫|岂能|须|当(?:力戒|戒|有|以)|要(?:在|下|有|防|走|用|把|红|真|细|实)|不可|不能|应)[^，。]{{2,14}}$"
)
_TOLD = re.compile(r"记者|介绍|告诉|表示|据悉|据了解|\d+(?:\.\d+)?(?:万|亿|亩|公里|人次|户)")
# From these rates (per hundred characters) on a text without dateline argues rather than reports.
OUGHT_RATE, CALLED_RATE, WARNED_RATE = 0.65, 0.35, 0.0
# The role of a name that is signed without any.
BARE = "作者"
VIEW_PARAGRAPHS, VIEW_TOLD, VIEW_DETAILS = 3, 1, 8
# No comment in gold says how old somebody is.
AGE = "岁"
_DETAIL = re.compile(r"[他她\d]")
_AUTHOR = re.compile("作者(?:系|为|单位)")
_NOTICE = re.compile("(?:公告|通告|启事|公示|通知|预告|更正|倡议书)$")
_LIST = re.compile("(?:一览表?|指标|名单|播报|进度条|价格|行情)$")
_LETTERS = re.compile("(?:读者|群众|市民|百姓)?来信(?:照登|选登)?$|读者之声$")
_VISIT = re.compile(r"^(?:——|—)?(?:专?访|对话|访谈|专访|采访)")
# The subhead over what an official says to a reporter who writes it down: 青石县委副书记、县长 王小明.
_SPEAKER = re.compile(rf"^(?!记|来自|写在){HELD_POST} [\u4e00-\u9fff·]{{2,8}}$")
_ASKED = re.compile(
    r"(?:接受(?:本报|本刊)?(?:记者)?(?:的)?(?:专访|采访)|记者(?:专访|采访)了.{2,40}(?:书记|市长|县长|区长|主任|局长|省长))"
)
_POST = re.compile(r"书记|省长|市长|县长|区长|主任|主席|局长|厅长|部长|院长|校长|会长|常委|教授|研究员|镇长|乡长")
_DATED = re.compile(r"(?:近日|日前|昨日|今日|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日(?:上午|下午|晚)?)[，,]?")
_REPORTING = re.compile(
    r"(?:召开|举行|举办|启动|开工|签约|会见|调研|出席|主持|获悉|印发|发布|揭牌|投产|通车|开幕|部署|并网|合龙|贯通|竣工|封顶|上线|动工|奠基|挂牌|落户|获批|下线|出炉|夺冠|通报|审议|听取|走进|传来|了解到)"
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
    letter: bool = False
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
    labels = [label for label in (signs.heading.section, signs.heading.kicker) if label]
    letter = signs.letter or any(_LETTERS.search(label) for label in labels)
    if letter or _AUTHOR.search(signs.signature):
        return "signed_article", "a letter" if letter else "says who the author is"
    if signs.heading.headline and _NOTICE.search(signs.heading.headline) and not signs.dateline:
        return "brief", "a notice"
    if (
        _COMMENT.search(words)
        or any(map(is_comment_label, labels))
        or signs.heading.headline
        and re.search("评论员", signs.heading.headline)
    ):
        return "commentary", "labelled as comment"
    if signs.head_byline and not signs.dateline and any(_POST.search(c.role) for c in signs.byline):
        return "signed_article", "signed with a post"
    if not signs.dateline and not signs.continued:
        if _argues(signs):
            return "commentary", "argues rather than reports"
        if _is_view(signs):
            return "commentary", "signed with a name alone, and tells nothing that was learned"
    return None


def _argues(signs: Signs) -> bool:
    """Whether a text says what ought to be, time and again, and tells little that happened."""
    text = "".join(signs.paragraphs)
    rate = 100 * (len(_OUGHT.findall(text)) - 0.5 * len(_TOLD.findall(text))) / max(len(text), 1)
    headline = signs.heading.headline or ""
    least = WARNED_RATE if _WARNS.match(headline) else CALLED_RATE if _CALL.search(headline) else OUGHT_RATE
    return len(text) > 60 and rate >= least


def _is_view(signs: Signs) -> bool:
    """Whether a text of several paragraphs is signed by nobody of a paper, and tells of no source, person or figures.

    All 129 such texts in gold, letters left out, are commentary.
    """
    text = "".join(signs.paragraphs)
    alone = bool(signs.byline) and all(one.role == BARE for one in signs.byline)
    told = len(_TOLD.findall(text)) > VIEW_TOLD or len(_DETAIL.findall(text)) > VIEW_DETAILS or AGE in text
    return alone and not told and len(signs.paragraphs) >= VIEW_PARAGRAPHS


def _reported(signs: Signs) -> tuple[str, str]:
    if signs.continued:
        return "news", "goes on from another page"
    if signs.heading.headline and _LIST.search(signs.heading.headline) and not signs.dateline:
        return "news", "a list"
    if _is_brief(signs):
        return "brief", "one or two short paragraphs"
    if signs.dateline:
        return "news", "has a dateline"
    lead = signs.paragraphs[0][:60] if signs.paragraphs else ""
    if _DATED.match(lead) and _REPORTING.search(lead):
        return "news", "starts with a date and an event"
    reporter = any(one.role != BARE for one in signs.byline) and not signs.head_byline
    if reporter and sum(map(len, signs.paragraphs)) < SHORT_REPORT:
        return "news", "short, with a reporter named behind it"
    return "feature", "no dateline"


def _is_brief(signs: Signs) -> bool:
    """Whether a text is one paragraph, or two; these shorter below a dateline, where two long ones are a report."""
    longest = BRIEF_REPORT if signs.dateline and len(signs.paragraphs) > 1 else BRIEF_CHARS
    return len(signs.paragraphs) <= BRIEF_PARAGRAPHS and sum(map(len, signs.paragraphs)) <= longest


def _is_note(signs: Signs) -> bool:
    named = [signs.heading.headline, signs.heading.section, signs.paragraphs[0] if signs.paragraphs else None]
    return any(NOTE_HEAD.match(text) for text in named if text) and len(signs.paragraphs) <= 4


def _is_interview(signs: Signs) -> bool:
    asked = sum(1 for p in signs.paragraphs if QUESTION.match(p))
    answered = sum(1 for p in signs.paragraphs if SPEAKER.match(p))
    if asked >= 2 or asked and answered >= 2:
        return True
    subhead = signs.heading.subhead or ""
    taken_down = _SPEAKER.match(subhead) and any(re.search("记者|通讯员", one.role) for one in signs.byline)
    if _VISIT.match(subhead) or taken_down:
        return True
    return (
        not signs.dateline and len(signs.paragraphs) > 2 and any(_ASKED.search(p[:200]) for p in signs.paragraphs[:2])
    )

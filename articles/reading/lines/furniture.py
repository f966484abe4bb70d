"""Lines that belong to the paper and not to an article: mastheads, folios, editors' lists, section labels."""

from __future__ import annotations

import re

from articles.reading.lines.mastheads import DIGIT, EDITOR_ROLE, SECTIONS, is_masthead
from articles.reading.lines.printed_names import is_name
from articles.reading.lines.repair import CJK

_EDITORS = re.compile(rf"^[（【\[]?{EDITOR_ROLE}\s?[:：/／ ]")
# Courts have first and second hearings (一审) as well, so these roles need a blank behind.
_EDITORS_TIGHT = re.compile(rf"^(?![一二三初终]审){EDITOR_ROLE}[{CJK}]{{2,4}}(?:\s|$)")
_CONTACT = re.compile(
    r"^(?:本版|本报)?(?:(?:新闻|值班|读者|报料|投诉|发行)(?:热线|电话)|热线电话|广告热线|发行热线|投稿邮箱|电子邮箱|电子信箱|E-?mail|邮箱|信箱|电话|网址|地址|社址|邮编|零售价|定价|广告经营许可证|印刷|承印)\s?(?:[:：|｜]|[(（]?[\d×xX*]{1,5}[)）]?[-—]?[\d×xX*]{3})",
    re.I,
)
_PAGE_LABEL = re.compile(
    rf"^(?:{SECTIONS}|(?:各?县市区|市县区|区市县|区县|市县|县区|县域|基层|各地|乡镇|部门|区域|省内|国内|国际|县市|旗县|本地)"
    r"(?:纵览|传真|速递|快讯|动态|资讯|要闻|新闻|简讯|集锦|扫描|播报|之窗|信息|短波))$"
)
_ASIDE = re.compile("（[^）]{1,6}）")
# Under a portrait: 王小明 （本报记者 李娜 摄）, 王小明（青石县委宣传部 供图）.
_PORTRAIT = re.compile(
    rf"^(?P<name>[{CJK}]{{2,3}}|[{CJK}]{{1,8}}·[{CJK}]{{1,8}})\s?[（(][{CJK} ]{{2,20}}(?:摄|供图)[）)]$"
)
_ADVERTISEMENT = re.compile(
    r"^(?:公益广告|分类广告|广告|声明|遗失声明|遗失启事|遗失公告|招领启事|挂失声明|[\u4e00-\u9fff]{0,4}(?:减资|注销|清算|拍卖|招租|转让|债权|寻亲|解散|迁坟|招标)(?:公告|启事|通知|通告))"
    r"(?:[ ：:].{0,60})?$|^.{6,100}(?:声明|特此声明)作废[。！]?$"
    r"|^.{2,40}遗失.{0,16}(?:正本|副本|编号|号码|注册号|核准号|代码)[^。]{0,60}$"
)
# A line of the list of what stands on other pages: 陶瓷园区里的“开门红” 》》2版, 一张医保卡的长跑……3版.
_INDEX_HEAD = re.compile(
    rf"^(?:今日|本期|本报|本版|今日要闻)?(?:导读|看点|提要|要目)(?:$|[\s:：|│].{{0,60}}[A-D]?[{DIGIT}]{{1,3}}\s?版)"
)
_INDEX = re.compile(
    rf"^[^。]{{2,40}}\s?(?:[》>▶►→★●☞]{{1,4}}|[…—.]{{2,6}}|\s|详见|[（(])\s?(?:详见)?(?:第\s?)?[A-D]?[{DIGIT}]{{1,3}}\s?版[)）]?$"
)
# The page before the title: ●第3版 一江碧水绕城流.
_INDEX_PAGE_FIRST = re.compile(
    rf"^[●■◆▲★▶►]?\s?(?:详见\s?)?第\s?[A-D]?[{DIGIT}]{{1,3}}\s?版\s?[:：·|｜\s][^。]{{5,40}}$"
)
_JUMPS = ("下转", "上接", "转第", "接第", "刊发", "刊登", "转载")
_LATIN_NAME = re.compile(r"^[A-Z][A-Z .·&'-]{2,40}$")
_NOISE = re.compile(r"^[\W_]{1,80}$")


def furniture_kind(text: str, after_editors: bool = False) -> str | None:
    """What a line is that can belong to no article, by itself: masthead, editors, page label, caption of a portrait, noise; else None.

    after_editors says that an editors' list stands right above, so that a line of names goes on with it.
    """
    if len(text) > 120:
        return None
    if not text or _NOISE.match(text) and not re.search(r"[—…]", text):
        return "noise"
    if _EDITORS.match(text) or _EDITORS_TIGHT.match(text):
        return "editors"
    if after_editors and all(is_name(word) for word in text.split(" ")):
        return "editors"
    if is_advertisement(text) or is_index_head(text):
        return "noise"
    portrait = _PORTRAIT.match(text)
    if portrait and is_name(portrait["name"]):
        return "caption"
    if _PAGE_LABEL.match(_ASIDE.sub("", text)):
        return "page label"
    if _CONTACT.match(text) or _LATIN_NAME.match(text) or is_masthead(text):
        return "masthead"
    return "noise" if is_index_entry(text) else None


def is_index_head(text: str) -> bool:
    """Whether a line heads the list of what stands on other pages."""
    return _INDEX_HEAD.match(text) is not None


def is_index_entry(text: str) -> bool:
    """Whether a line names an article and the page it stands on."""
    if len(text) > 60 or "版" not in text or any(word in text for word in _JUMPS):
        return False
    return bool(_INDEX.match(text) or _INDEX_PAGE_FIRST.match(text))


def is_advertisement(text: str) -> bool:
    """Whether a line is the head of an advertisement or notice of loss, or such a notice as a whole."""
    return len(text) <= 120 and _ADVERTISEMENT.match(text) is not None

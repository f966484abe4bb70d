"""Lines that belong to the paper and not to an article: mastheads, folios, editors' lists, section labels.

A line is a masthead when nothing is left of it once the parts that papers print there are taken away: the paper's
name, date, weekday, lunar date, issue and serial numbers, page number, section name, weather, addresses.
"""

from __future__ import annotations

import re

from articles.reading.lines.printed_names import is_name
from articles.reading.lines.repair import CJK
from articles.reading.words import alternation, any_of, read_pairs, read_words

PAPER = re.compile(
    rf"(?:{alternation(tuple(name for name, _ in read_pairs('papers')))}"
    rf"|[{CJK}]{{2,6}}(?:日报|晚报|晨报|早报|时报|周报|商报|新报|都市报|农村报|农民报|青年报|法制报|法治报|工人报|开发区报"
    rf"|(?<![捷通简播预回汇快喜海举情战年填申上月季墙])报)(?:社)?|今日(?!导读|天气|要闻|看点|关注|视点|头条|推荐|提示|话题|聚焦|新闻|说法|热点|焦点|谈|本版|本报|[一二三四五六七八九十\d])[{CJK}]{{2,3}}(?![{CJK}])|[{CJK}]{{2,3}}(?:新闻|融媒))(?:·?(?:数字报|电子版|周末|副刊))?"
)
_SECTIONS = any_of(alternation(read_words("sections")))
_DIGIT = "0-9０-９〇○零一二三四五六七八九十廿卅百"
_DATE = re.compile(
    rf"[{_DIGIT}]{{2,4}}\s?年\s?[{_DIGIT}]{{1,3}}\s?月\s?[{_DIGIT}]{{1,3}}\s?日"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?<!\d)\d{8}(?!\d)"
)
_ATOMS = re.compile(
    rf"{_DATE.pattern}|[{_DIGIT}]{{1,2}}\s?月\s?[{_DIGIT}]{{1,3}}\s?日"
    rf"|(?:星期|周)[一二三四五六日天]|(?:农历|夏历|阴历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?"
    rf"|(?:农历|夏历|阴历)[{CJK}]{{0,10}}|[正一二三四五六七八九十冬腊闰]{{1,3}}月(?:初|[十廿卅二三])[{_DIGIT}]{{0,2}}"
    rf"|(?:总|复刊)?第?\s?[{_DIGIT}]{{1,6}}\s?[期号]|今日\s?[{_DIGIT}]{{1,2}}\s?版|本期\s?[{_DIGIT}]{{1,2}}\s?版"
    rf"|(?:第\s?)?[A-D]?\s?[{_DIGIT}]{{1,3}}\s?版|第?\s?[A-D]\s?\d{{1,2}}|(?:国内)?(?:统一)?(?:连续出版物号|刊号)|CN\s?\d{{2}}[-—－]\d{{4}}|邮发代号|\d{{2}}[-—－]\d{{1,3}}"
    r"|今日天气[^。]{0,30}|天气预报[^。]{0,30}|(?:https?://|www\.)[\w./-]{3,60}|(?:新闻热线|热线电话|广告热线|投稿邮箱|电子邮箱|邮箱|电话|网址|地址|邮编)"
    r"|[\w.]{2,30}+@[\w.]{3,30}|\d{3,4}-\d{7,8}"
    # Who publishes and prints: 中共某市委员会主办, 某报业集团出版, 某省一级报纸, 某日报印刷厂承印, 零售每份1.00元.
    rf"|[{CJK}]{{2,14}}(?:委|委员会|党组|宣传部|政府|报社|集团|中心)(?:[ 、][{CJK}]{{2,14}}(?:委|委员会|宣传部|政府|中心))?\s?(?:机关报|主管主办|主管|主办|出版|承办)|机关报|主管|主办|出版|承办|社址"
    rf"|[{CJK}]{{0,6}}[一二三]级报纸|[{CJK}]{{2,10}}印(?:刷|务)[{CJK}]{{0,6}}(?:承印|印刷|印制)|(?:零售|定价|每份|每月|全年|零售价){{1,2}}\s?\d{{1,3}}\.?\d{{0,2}}元"
    r"|(?:[A-Z]{2,12} ){1,3}(?:DAILY|NEWS|TIMES|POST|WEEKLY)"
    # A section by its sound beside its name: YAOWEN 要闻 02.
    rf"|{_SECTIONS}|PAGE|PUBLISHED BY|(?<![A-Za-z])[A-Z]{{4,14}}(?![A-Za-z])"
)
# A date of which the folio prints each part on a line of its own begins with the year alone.
_YEAR = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?")
_EDITOR_ROLE = (
    r"(?:[一二三四五六七八九十\d]{1,2}版)?(?:本版|本期|本报|今日|值班|执行|副|常务|实习|见习|总){0,3}(?:责任编辑|责\s?编|编\s?辑|主\s?编|美\s?编|版\s?式|版面|美术编辑|视\s?觉|校\s?对|校检|检校|统筹|编委|总编辑|副总编辑|带班|责校|组版|排版|监制|审读|编审|审核|策划|总值班|值班主任|值班总编|终审|初审|一审|二审|三审|[一二三]校|组稿|图编|制图|照排)"
    "(?:设计|编辑|策划)?"
)
_EDITOR_PART = re.compile(
    rf"(?![一二三初终]审[{CJK}]){_EDITOR_ROLE}\s?[:：]?\s?[{CJK}]{{2,3}}(?:\s[{CJK}]{{2,3}}){{0,4}}(?=\s|$)"
)
_REST = re.compile(r"[\s:：|｜│>＞~～/／·.，、—\-－_()（）【】\[\]●■◆\d]*")
_EDITORS = re.compile(rf"^[（【\[]?{_EDITOR_ROLE}\s?[:：/／ ]")
# Courts have first and second hearings (一审) as well, so these roles need a blank behind.
_EDITORS_TIGHT = re.compile(rf"^(?![一二三初终]审){_EDITOR_ROLE}[{CJK}]{{2,4}}(?:\s|$)")
_CONTACT = re.compile(
    r"^(?:本版|本报)?(?:(?:新闻|值班|读者|报料|投诉|发行)(?:热线|电话)|热线电话|广告热线|发行热线|投稿邮箱|电子邮箱|电子信箱|E-?mail|邮箱|信箱|电话|网址|地址|社址|邮编|零售价|定价|广告经营许可证|印刷|承印)\s?(?:[:：|｜]|[(（]?[\d×xX*]{1,5}[)）]?[-—]?[\d×xX*]{3})",
    re.I,
)
_PAGE_LABEL = re.compile(
    rf"^(?:{_SECTIONS}|(?:区县|市县|县区|县域|基层|各地|乡镇|部门|区域|省内|国内|国际|县市|旗县|本地)"
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
# Any two of these stand together in a masthead only, whatever slogan or section stands beside them.
_TELLING = (
    re.compile(rf"[{_DIGIT}]{{2,4}}\s?年\s?[{_DIGIT}]{{1,3}}\s?月\s?[{_DIGIT}]{{1,3}}\s?日"),
    re.compile("星期[一二三四五六日天]"),
    re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"),
    re.compile(r"CN\s?\d{2}[-—－]\d{4}"),
    re.compile("邮发代号"),
    re.compile(r"总?第\s?\d{3,6}\s?[期号]"),
    re.compile(r"今日\s?[0-9一二三四五六七八九十]{1,2}\s?版|第\s?[A-D]?[0-9一二三四五六七八九十]{1,2}\s?版"),
)
_SLOGAN = 16
# A line of the list of what stands on other pages: 陶瓷园区里的“开门红” 》》2版, 一张医保卡的长跑……3版.
_INDEX_HEAD = re.compile(
    rf"^(?:今日|本期|本报|本版|今日要闻)?(?:导读|看点|提要|要目)(?:$|[\s:：|│].{{0,60}}[A-D]?[{_DIGIT}]{{1,3}}\s?版)"
)
_INDEX = re.compile(
    rf"^[^。]{{2,40}}\s?(?:[》>▶►→★●☞]{{1,4}}|[…—.]{{2,6}}|\s|详见|[（(])\s?(?:详见)?(?:第\s?)?[A-D]?[{_DIGIT}]{{1,3}}\s?版[)）]?$"
)
# The page before the title: ●第3版 一江碧水绕城流.
_INDEX_PAGE_FIRST = re.compile(
    rf"^[●■◆▲★▶►]?\s?(?:详见\s?)?第\s?[A-D]?[{_DIGIT}]{{1,3}}\s?版\s?[:：·|｜\s][^。]{{5,40}}$"
)
_JUMPS = ("下转", "上接", "转第", "接第", "刊发", "刊登", "转载")
_FOLIO = re.compile(
    rf"^[{CJK}]{{2,4}} \d{{1,2}}$|^[A-D]?\d{{1,2}}(?: [{CJK}]){{2,4}}$|^(?:[{CJK}] ){{2,4}}[A-D]?\d{{1,2}}$"
)
_BLANK_INSIDE = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])")
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
    if len(text) > 60 or any(word in text for word in _JUMPS):
        return False
    return bool(_INDEX.match(text) or _INDEX_PAGE_FIRST.match(text))


def is_advertisement(text: str) -> bool:
    """Whether a line is the head of an advertisement or notice of loss, or such a notice as a whole."""
    return len(text) <= 120 and _ADVERTISEMENT.match(text) is not None


def is_masthead(text: str) -> bool:
    """Whether nothing is left of the line but what a masthead or folio prints."""
    if len(text) > 120 or "。" in text or "，" in text:
        return False
    if _YEAR.fullmatch(text):
        return True
    text = _EDITOR_PART.sub("", text)
    rest = re.sub(rf"[^{CJK}]", "", PAPER.sub("", _ATOMS.sub("", text), count=1))
    if sum(1 for sign in _TELLING if sign.search(text)) > 1 and len(rest) <= _SLOGAN or _FOLIO.match(text):
        return True
    forms = dict.fromkeys((text, PAPER.sub("", text, count=1), _closed(text)))
    return any(_REST.fullmatch(_ATOMS.sub("", form)) for form in forms)


def _closed(text: str) -> str:
    """A short line without the blanks between its characters: 02 │ 要 闻."""
    return _BLANK_INSIDE.sub("", text) if " " in text and len(text) <= 24 else text

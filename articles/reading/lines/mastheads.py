"""Mastheads and folios: lines of which nothing is left once the parts that papers print there are taken away.

Those are the paper's name, date, weekday, lunar date, issue and serial numbers, page number, section name, weather,
addresses.
"""

from __future__ import annotations

import re

from articles.reading.lines.repair import CJK
from articles.reading.words import alternation, any_of, read_pairs, read_words

_NAMES = tuple(name for name, _ in read_pairs("papers"))
# What 新闻 is of in the title of a section, and never in a paper's name: 县市区新闻, 社会新闻.
_SECTION_NEWS = "县|区|旗|各|基层|市县|市区|乡镇|本地|本市|国内|国际|省内|社会|综合|时政|民生|教育|体育|经济|科技|文化|法治|农业|农村|热点|图片|一线|部门|行业"
PAPER = re.compile(
    rf"(?:{any_of(alternation(_NAMES))}"
    rf"|[{CJK}]{{2,6}}(?:日报|晚报|晨报|早报|时报|周报|商报|新报|都市报|农村报|农民报|青年报|法制报|法治报|工人报|开发区报"
    rf"|(?<![捷通简播预回汇快喜海举情战年填申上月季墙])报)(?:社)?|今日(?!导读|天气|要闻|看点|关注|视点|头条|推荐|提示|话题|聚焦|新闻|说法|热点|焦点|谈|本版|本报|[一二三四五六七八九十\d])[{CJK}]{{2,3}}(?![{CJK}])|(?!{_SECTION_NEWS})[{CJK}]{{2,3}}(?:新闻|融媒))(?:·?(?:数字报|电子版|周末|副刊))?"
)
# What a line has that names a paper, and one that names editors: without it the search is not worth its time.
_NAMES_PAPER = re.compile(
    "|".join(
        sorted({name for name in _NAMES if not re.search("报|今日|新闻|融媒", name)} | {"报", "今日", "新闻", "融媒"})
    )
)
_NAMES_EDITORS = re.compile("[编校审版觉筹班监策稿制排]")
SECTIONS = any_of(alternation(read_words("sections")))
DIGIT = "0-9０-９〇○零一二三四五六七八九十廿卅百"
_FULL_DATE = rf"[{DIGIT}][{DIGIT}]{{1,3}}\s?年\s?[{DIGIT}]{{1,3}}\s?月\s?[{DIGIT}]{{1,3}}\s?日"
# The parts by what they begin with, so that a character tries few of them.
_NUMBERED = (
    rf"(?=(?:总|复刊)?第?\s?[A-D]?\s?[{DIGIT}]{{1,6}}\s?[年月期号版])(?:"
    rf"{_FULL_DATE}|[{DIGIT}]{{1,2}}\s?月\s?[{DIGIT}]{{1,3}}\s?日"
    rf"|[一二三四五六七八九十]{{1,3}}月(?:初|[十廿卅二三])[{DIGIT}]{{0,2}}"
    rf"|(?:总|复刊)?第?\s?[{DIGIT}]{{1,6}}\s?[期号]|(?:第\s?)?[A-D]?\s?[{DIGIT}]{{1,3}}\s?版)"
    rf"|\d\d(?:\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}|[-—－]\d{{1,3}}|\d{{1,2}}-\d{{7,8}})|(?<!\d)\d{{8}}(?!\d)"
    rf"|[正冬腊闰][一二三四五六七八九十冬腊闰]{{0,2}}月(?:初|[十廿卅二三])[{DIGIT}]{{0,2}}|第?\s?[A-D]\s?\d{{1,2}}"
)
_WORDED = (
    r"(?:星期|周)[一二三四五六日天]|(?:农历|夏历|阴历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?"
    rf"|(?:农历|夏历|阴历)[{CJK}]{{0,10}}|今日\s?[{DIGIT}]{{1,2}}\s?版|本期\s?[{DIGIT}]{{1,2}}\s?版"
    r"|(?:国内)?(?:统一)?(?:连续出版物号|刊号)|邮发代号|今日天气[^。]{0,30}|天气预报[^。]{0,30}"
    r"|新闻热线|热线电话|广告热线|投稿邮箱|电子邮箱|邮箱|电话|网址|地址|邮编"
    # Who publishes and prints: 中共某市委员会主办, 某报业集团出版, 某省一级报纸, 某日报印刷厂承印, 零售每份1.00元.
    rf"|[{CJK}]{{2,14}}(?:委|委员会|党组|宣传部|政府|报社|集团|中心)(?:[ 、][{CJK}]{{2,14}}(?:委|委员会|宣传部|政府|中心))?\s?(?:机关报|主管主办|主管|主办|出版|承办)|机关报|主管|主办|出版|承办|社址"
    # What county papers without a serial number print: 内部资料 免费交流.
    r"|内部(?:资料|刊物)(?:性出版物)?|免费(?:交流|赠阅|发放|阅读)|注意保存|准印证号?|连续性内部资料"
    rf"|[{CJK}]{{0,6}}[一二三]级报纸|[{CJK}]{{2,10}}印(?:刷|务)[{CJK}]{{0,6}}(?:承印|印刷|印制)"
    r"|(?:零售|定价|每份|每月|全年|零售价){1,2}\s?\d{1,3}\.?\d{0,2}元"
    rf"|{SECTIONS}"
)
# A section by its sound beside its name: YAOWEN 要闻 02.
_LATIN = (
    r"CN\s?\d{2}[-—－]\d{4}|(?:[A-Z]{2,12} ){1,3}(?:DAILY|NEWS|TIMES|POST|WEEKLY)|PAGE|PUBLISHED BY"
    r"|(?<![A-Za-z])[A-Z]{4,14}(?![A-Za-z])"
)
_PART = (
    rf"(?=[{DIGIT}\d正冬腊闰总复第A-D])(?:{_NUMBERED})|(?=[{CJK}])(?:{_WORDED})|(?=[hw])(?:https?://|www\.)[\w./-]{{3,60}}"
    rf"|[\w.][\w.]{{1,29}}+@[\w.]{{3,30}}|(?=[A-Z])(?:{_LATIN})"
)
_PARTS = re.compile(_PART)
_FILLER = r"[\s:：|｜│>＞~～/／·.，、—\-－_()（）【】\[\]●■◆\d]"
# What is left when the parts are taken out in turn is filler.
_NOTHING_ELSE = re.compile(rf"(?:(?>{_PART})|{_FILLER})*+")
# A date of which the folio prints each part on a line of its own begins with the year alone.
_YEAR = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?")
EDITOR_ROLE = (
    r"(?:[一二三四五六七八九十\d]{1,2}版)?(?:本版|本期|本报|今日|值班|执行|副|常务|实习|见习|总|文字|图文|图片){0,3}(?:责任编辑|责\s?编|编\s?辑|主\s?编|美\s?编|版\s?式|版面|美术编辑|视\s?觉|校\s?对|校检|检校|统筹|编委|总编辑|副总编辑|带班|责校|组版|排版|监制|审读|编审|审核|策划|总值班|值班主任|值班总编|终审|初审|一审|二审|三审|[一二三]校|组稿|图编|制图|照排)"
    "(?:设计|编辑|策划)?"
)
_EDITOR_PART = re.compile(
    rf"(?![一二三初终]审[{CJK}]){EDITOR_ROLE}\s?[:：]?\s?[{CJK}]{{2,3}}(?:\s[{CJK}]{{2,3}}){{0,4}}(?=\s|$)"
)
# Any two of these stand together in a masthead only, whatever slogan or section stands beside them.
_TELLING = (
    re.compile(_FULL_DATE),
    re.compile("星期[一二三四五六日天]"),
    re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"),
    re.compile(r"CN\s?\d{2}[-—－]\d{4}"),
    re.compile("邮发代号"),
    re.compile(r"总?第\s?\d{3,6}\s?[期号]"),
    re.compile(r"今日\s?[0-9一二三四五六七八九十]{1,2}\s?版|第\s?[A-D]?[0-9一二三四五六七八九十]{1,2}\s?版"),
)
_SLOGAN = 16
_FOLIO = re.compile(
    rf"^[{CJK}]{{2,4}} \d{{1,2}}$|^[A-D]?\d{{1,2}}(?: [{CJK}]){{2,4}}$|^(?:[{CJK}] ){{2,4}}[A-D]?\d{{1,2}}$"
)
_BLANK_INSIDE = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])")
_OTHER = re.compile(rf"[^{CJK}]")


def is_masthead(text: str) -> bool:
    """Whether nothing is left of the line but what a masthead or folio prints."""
    if len(text) > 120 or "。" in text or "，" in text:
        return False
    if _YEAR.fullmatch(text):
        return True
    text = _EDITOR_PART.sub("", text) if _NAMES_EDITORS.search(text) else text
    if _FOLIO.match(text) or _tells(text):
        return True
    return any(_NOTHING_ELSE.fullmatch(form) for form in dict.fromkeys((text, _without_paper(text), _closed(text))))


def _tells(text: str) -> bool:
    """Whether two things that only a masthead prints stand beside a slogan at most."""
    if sum(1 for sign in _TELLING if sign.search(text)) < 2:
        return False
    return len(_OTHER.sub("", _without_paper(_PARTS.sub("", text)))) <= _SLOGAN


def _without_paper(text: str) -> str:
    return PAPER.sub("", text, count=1) if _NAMES_PAPER.search(text) else text


def _closed(text: str) -> str:
    """A short line without the blanks between its characters: 02 │ 要 闻."""
    return _BLANK_INSIDE.sub("", text) if " " in text and len(text) <= 24 else text

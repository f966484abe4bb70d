"""Who wrote it: names and roles in lines of their own and in picture credits."""

from __future__ import annotations

import re

from articles.reading.lines.printed_names import is_by_sound, is_name, names_in
from articles.reading.lines.repair import CJK
from articles.reading.records import Contributor
from articles.reading.words import read_word_set, read_words

MEDIA = "新华社|新华网|中新社|中新网|人民日报|人民网|光明日报|经济日报|央视新闻|央广网"
PAPER = rf"[{CJK}]{{2,5}}(?:日报|晚报|晨报|时报|早报|商报|都市报|新闻网|融媒|广播电视台)"
_PREFIX = (
    PAPER
    + rf"(?:·[{CJK}]{{2,6}})?|本报|本刊|本台|本网|本社|记者站|特约|全媒体|融媒体|融媒|见习|实习|首席|高级|特派|驻地|报道组|"
    + MEDIA
)
# A family name alone before a blank: 文 behind it is the given name, not what the writer did (记者 王 文).
_FAMILY_NAME = f"[ 者员生][{''.join(word for word in read_words('surnames') if len(word) == 1)}] "
_ROLE_WORDS = f"特约摄影师?|全媒记者|记者|通讯员|实习生|评论员|观察员|特稿员|报道员|撰稿人|(?<![{CJK}])(?:撰稿|撰文|作者|编辑|摄影|整理|编译|采写|图文|(?<!{_FAMILY_NAME})[图文](?![{CJK}]))"
ROLE = re.compile(rf"(?:{_PREFIX}){{0,3}}(?:{_ROLE_WORDS})(?:[/／](?:图|摄影|摄|文))?(?=[ 　:：]|[{CJK}]|$)")
# What every role has a character of: without one the search is not worth its time.
_NAMES_ROLE = re.compile("[记通习评观特报撰作编摄整采图文]")
BULLET = "□■◆◇●○▲△▢◎☆★※"
# What makes 记者 the title of a column: 记者回访, 记者手记.
_COLUMNS = frozenset(["回访", "追访", "走访", "探访", "连线", "点评", "手记", "观察", "调查", "直击", "视线", "来信"])
# What a column talks of; other names may begin so: 记者谈振兴, 记者 谈小明.
_TALKED_OF = frozenset(["振兴", "发展", "转型", "变化", "体会", "感受", "思路", "打算", "创新", "改革", "落实", "项目"])
_OFFICE = re.compile("记者|通讯员|实习生")
_BULLETED = re.compile(rf"^[{BULLET}]\s?(?P<rest>.{{2,60}})$")
TAIL_ROLE = re.compile(
    rf"(?: ?(文/图|文/摄|图/文|摄影报道|摄影/报道|整理|采写)| (报道|(?<!{_FAMILY_NAME})文|图|撰写))$"
)
_POST_LINE = re.compile(
    rf"^[（(]?(?P<post>[{CJK}、，·（） ]{{2,40}}?(?:书记|省长|市长|县长|区长|旗长|州长|盟长|镇长|乡长|主任|主席|局长|厅长|部长|院长|校长"
    rf"|会长|社长|秘书长|董事长|总经理|教授|研究员|行长|台长|所长|站长|司长|处长|科长|检察长|庭长|理事长|专员|巡视员|支书))"
    rf"[ 　]+(?P<name>[{CJK}·]{{2,8}}|[{CJK}] [{CJK}])[）)]?$"
)
_CREDIT = re.compile(
    r"^[（(]?(?P<who>[^。！？；（）()]{0,40}?)[ ]?(?P<role>摄影报道|摄影/报道|摄/文|文/摄|摄影|摄|供图|制图|绘)[ ]?"
    r"(?:[（(](?:[^（()）]{1,16})[）)]|[）)])?$"
)
# Characters that describe what follows, and are no family names: 老行当, 新天地.
NO_FAMILY = "老新小大好多"
_NAMES_PICTURE = re.compile("[摄图绘]")

# 本版图片除署名外均由本报记者 王小明 摄.
_PICTURES = re.compile(
    "^(?:本版|本组|以上|文中|上述)?(?:图片|照片)(?:除署名者?外|除注明外)?，?(?:均|皆|都|全部)?(?:由|为|系)?"
)


def parse_roles(text: str) -> tuple[Contributor, ...] | None:
    """Contributors of a text such as "本报记者 董凯 通讯员 樊莉莉 李 娜", names before the first role among them; None when anything else is in it."""
    found = list(ROLE.finditer(text[:120])) if _NAMES_ROLE.search(text) else []
    leading = text[: found[0].start()].strip(" :：/") if found else ""
    if not found or leading and not _sure_names(leading):
        return None
    out = [Contributor(name, "作者") for name in _sure_names(leading)]
    for here, after in zip(found, [*found[1:], None], strict=True):
        names = names_in(text[here.end() : after.start() if after else len(text)].strip(" :：/、，"))
        if names is None and after is None:
            return None
        out += [Contributor(name, here.group().strip()) for name in names or ()]
    return tuple(out) or None


def parse_byline_line(text: str) -> tuple[Contributor, ...] | None:
    """Contributors when the whole line is a byline: □ 王小明 李 娜; 本报记者 王小明; 文/图 王小明; 某县委书记 王小明."""
    if len(text) > 90 or text.endswith(("：", ":")):
        return None
    bare = text.strip("（）() ")
    bulleted = _BULLETED.match(bare)
    bare = bulleted["rest"] if bulleted else bare
    tail = TAIL_ROLE.search(bare)
    cut = bare[: tail.start()] if tail else bare
    if is_name(bare) and len(bare) < 4:
        return (Contributor(bare, "作者"),) if bulleted else None
    roles = parse_roles(cut)
    if roles:
        return None if any(role.name in _COLUMNS or _is_phrase(role.name) for role in roles) else roles
    return (_bulleted(bare, cut) if bulleted else None) or parse_post_line(bare)


def _bulleted(bare: str, cut: str) -> tuple[Contributor, ...] | None:
    """The names behind a bullet, whose last character may look like a role: □ 王小明 李 文; ■ 王小明 文."""
    for text, role in ((cut, bare[len(cut) :].strip()), (bare, "")):
        names = None if _OFFICE.search(text) else names_in(text)
        if names:
            return tuple(Contributor(name, role or "作者") for name in names)
    return None


def parse_post_line(text: str) -> tuple[Contributor, ...] | None:
    """An author named with a post, as above a signed article: 某市委常委、副市长 王小明."""
    match = _POST_LINE.match(text)
    name = match["name"].replace(" ", "") if match else ""
    if not match or not (is_name(name) or is_by_sound(name)):
        return None
    return (Contributor(name, match["post"].strip()),)


_AUTHOR = re.compile(
    rf"^(?:(?P<who>(?:[{CJK}、（）]{{2,18}})?(?:读者|市民|村民|居民)|[{CJK}、（）]{{2,18}}(?:职工|村民|教师|老师|学生|干部|书记|队员|市|县|区|镇|乡|村|街道|校|学院|大学|局|委|部|厅|社|院|所|公司|集团"
    rf"|代表|委员|医生|民警|队长|工程师|研究员|教授|[{CJK}]{{2}}(?:省|市|县|区)?[{CJK}]{{2,3}}))[ 　]+)?(?P<name>[{CJK}]{{2,3}}|[{CJK}] [{CJK}]|[{CJK}]{{4}})$"
)


def parse_author(text: str) -> tuple[Contributor, ...] | None:
    """An author whose line says no more than the name, or before it what he is: 王小明; 青石县中学教师 王小明.

    A name with a blank inside may be a pen name. Such a line is a byline only by where it stands.
    """
    match = _AUTHOR.match(text)
    if not match:
        return None
    name = match["name"].replace(" ", "")
    if _is_phrase(name):
        return None
    if not is_name(name) and " " not in match["name"] and not _looks_given(name):
        return None
    if not match["who"] and (name in read_word_set("words_like_names") or name in read_word_set("columns")):
        return None
    return (Contributor(name, match["who"] or "作者"),)


_READER = re.compile(rf"^(?P<who>[{CJK}]{{2,12}}(?: [{CJK}]{{2,4}})?) (?P<name>[{CJK}]{{2,4}}|[{CJK}] [{CJK}])$")


def parse_reader(text: str) -> tuple[Contributor, ...] | None:
    """Who signs a letter, named with where they live or what they are: 青石广平 王小明. Such a line is a byline only below a letter."""
    match = _READER.match(text)
    if not match or not is_name(match["name"].replace(" ", "")):
        return None
    return (Contributor(match["name"].replace(" ", ""), match["who"]),)


def _is_phrase(name: str) -> bool:
    """Whether what stands where a name could is what a column does, or a sentence: 走基层, 看振兴, 杨梅红了."""
    talk = name[:1] == "谈" and name[1:] in _TALKED_OF
    return talk or name[:1] in "走看访话进问聚" or any(c in "了的着是" for c in name)


def _looks_given(name: str) -> bool:
    """Whether a name of three characters with an unknown family name is made as most are."""
    given, words = read_word_set("given_characters"), read_word_set("words_like_names")
    return (
        len(name) == 3
        and name[0] not in NO_FAMILY
        and name[1] in given
        and name[2] in given
        and name[:2] not in words
        and name[1:] not in words
    )


def parse_credit(text: str) -> tuple[tuple[Contributor, ...], int] | None:
    """The photographers named at the end of a caption, and where the credit starts; None without a credit.

    >>> parse_credit("村民在采茶。本报记者 王小明 摄")[0][0].name
    '王小明'
    """
    offset = max(0, len(text) - 70)
    tail = text[offset:]
    if not _NAMES_PICTURE.search(tail):
        return None
    cut = max(tail.rfind(mark) for mark in "。！？；”") + 1
    cut += len(tail[cut:]) - len(tail[cut:].lstrip())
    match = _CREDIT.match(tail[cut:])
    if not match:
        return None
    who, role = _PICTURES.sub("", match["who"].strip(" （(")).removeprefix("由").strip(), match["role"]
    people = parse_roles(who) or tuple(Contributor(n, "") for n in _sure_names(who) or _unknown_name(match))
    if not people and (role != "供图" or not 2 <= len(who) <= 16):
        return None
    cut += len(match["who"]) - len(match["who"].lstrip())
    return tuple(Contributor(p.name, p.role + role) for p in people), offset + cut


def _unknown_name(credit: re.Match[str]) -> tuple[str, ...]:
    """A name without a known family name, alone before a blank and 摄: 阿说以洛 摄."""
    who = credit["who"]
    alone = re.fullmatch(rf"[（(]?[{CJK}·]{{2,8}} ", credit.string[: credit.start("role")]) is not None
    return (who.strip(" （("),) if alone and credit["role"] in ("摄", "摄影") else ()


def _sure_names(text: str) -> tuple[str, ...]:
    names = names_in(text) or ()
    return names if all(map(is_name, names)) else ()

"""Whether the bearer of a title is an official, an executive, an expert or a citizen: told by the title and its organ.

Organs of Party and state, villages included, make officials; companies, banks and associations executives; schools,
hospitals and institutes experts. What decides is how the organ's name ends, not what it contains: 普兰店区 is no shop.
"""

from __future__ import annotations

import re

from articles.reading.people.titles import Title

RANK = {"official": 0, "executive": 1, "expert": 2, "citizen": 3, "historical": 4}
# How far before a bare title (院长) its organ is sought, in characters.
MAX_BACK = 400
_TITLE_ROLES = {"o": "official", "x": "executive", "e": "expert", "c": "citizen"}
_INNER = re.compile(
    "(?:临时|机关|直属)?(?:党委|党组|党总支|党支部|党工委|支部|总支|纪委|团委|工会|理事会|董事会|监事会)$"
)
_STATE = re.compile(
    "(?:法院|检察院|人民法庭|法庭|[局厅委办署]|办公室|政府|人大|常委会|政协|管委会|街道|街道办|办事处|[省市县区州盟旗镇乡村]|社区|嘎查|苏木"
    "|派出所|司法所|监管所|财政所|工商所|税务所|收费所|支队|大队|供销社|供销合作社|供销合作社联合社|供销联社|总工会|妇联|妇女联合会|残联|残疾人联合会|科协|科学技术协会|文联"
    "|工商联|侨联|作协|红十字会|计生协会|党校|行政学院|社会主义学院|党史研究室|政策研究室|研究室|指挥部|专班|工作队|巡察组|纪检监察组|纪检组|团场|师市)$"
)
_PARTY_SCHOOL = re.compile("(?:党校|行政学院|社会主义学院|干部学院)$")
_COMPANY = re.compile(
    "公司|集团|银行|支行|分行|农商行|信用社|合作社|合作联社|商会|协会|学会|联合会|基金会|酒店|宾馆|饭店|企业|工厂|厂$|煤矿|矿业|矿$|电厂|事务所|工作室|农场|养殖场|车间|班组|项目部|项目$"
    "|国网|供电|保险|证券|燃气|热力|油田|[钢店社]$|家庭农场|庄园|超市|商场|俱乐部|合伙|电站$|工程处"
)
# What a 负责人 without place or level heads as one of a firm: 物流园负责人, but 市政务服务中心负责人.
_RUN_BY_FIRM = re.compile("(?:园区?|基地|中心)$")
_LEARNED = re.compile(
    "大学|学院|学校|中学|小学|幼儿园|附中|附小|职高|职中|技校|医院|卫生院|卫生室|卫生服务中心|医疗中心|研究院|研究所|科学院|社科院|农科院|设计院|实验室|专家组|课题组|研究中心|科研|^校$|[本全我]校$|^校(?=党|团|纪)"
)
_ORGAN_OF_HEAD = {
    "院长": re.compile("(?P<state>法院|检察院|党校|行政学院)|医院|卫生院|学院|研究院|科学院|敬老院|养老院|福利院|剧院|设计院"),
    "副院长": re.compile("(?P<state>法院|检察院)|医院|卫生院|学院|研究院|科学院|敬老院|福利院|剧院"),
    "所长": re.compile("(?P<state>派出所|司法所|监管所|财政所|税务所|看守所)|研究所|事务所|卫生所|农科所"),
    "队长": re.compile("(?P<state>工作队|大队|支队|中队|救援队|执法队)|球队|车队|施工队|艺术团|秧歌队|合唱队"),
    "组长": re.compile("(?P<state>巡察组|督导组|督查组|领导小组|纪检监察组|工作组)|课题组|专家组|班组"),
    "站长": re.compile("(?P<state>水管站|农技站|监督站|兽医站|林业站|文化站|服务站)|加油站|电站|车站|研究站"),
}  # fmt: skip


def role_of(title: Title, text: str) -> str:
    """The role of who bears a title that stands in a text: official executive expert citizen."""
    whole = title.organ[title.unit_length :] if title.unit else title.organ
    organ = _INNER.sub("", whole)
    if title.text.endswith("政协委员"):
        return "citizen"
    if title.head == "负责人" and not (title.unit or title.level) and _RUN_BY_FIRM.search(organ):
        return "executive"
    public = title.kind in "o?" or title.head in ("会长", "理事长")
    if public and _STATE.search(organ) and not _is_of_school(organ) or _PARTY_SCHOOL.search(organ):
        return "official"
    if _LEARNED.search(whole):
        return "expert"
    if _COMPANY.search(organ):
        return "executive"
    if title.kind != "?":
        return _TITLE_ROLES.get(title.kind, "citizen")
    if organ or title.unit:
        return "official"
    return "official" if _organ_before(title, text) else "executive"


def role_of_all(titles: tuple[Title, ...], text: str) -> str:
    """The highest role of a chain of titles."""
    return min((role_of(title, text) for title in titles), key=lambda role: RANK.get(role, 9))


def _is_of_school(organ: str) -> bool:
    """Whether an office belongs to a school or company: 某大学办公室, 某集团办公室."""
    inner = re.search("(?:大学|学院|中学|小学|公司|集团|医院|银行)[^市县区]{0,8}(?:办公室|办|研究室)$", organ)
    return inner is not None


def _organ_before(title: Title, text: str) -> bool:
    """Whether the organ that a bare 院长 or 所长 belongs to, the last one named before it, is one of the state."""
    pattern = _ORGAN_OF_HEAD.get(title.head)
    if pattern is None:
        return False
    last = None
    for match in pattern.finditer(text, max(0, title.start - MAX_BACK), title.start):
        last = match
    return last is not None and last.group("state") is not None

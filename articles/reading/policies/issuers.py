"""Who issued a policy document, and at which level: from its title, else from the sentence that names it."""

from __future__ import annotations

import re

from articles.reading.records import Source
from articles.reading.words import any_of, firsts_of

_ABOUT = re.compile(r"^(?P<issuer>[^《》〈〉]{2,40}?)关于")
_ORGANS = "人民政府|办公厅|办公室|委员会|人大常委会|国务院|党中央|中共中央|中央|省委|市委|县委|区委|州委|旗委|党委|政府|厅|局|部|委|院|总局|行"
_ORGAN_END, _ORGAN_FIRSTS = any_of(_ORGANS), firsts_of(_ORGANS)
# Some organ's first character must stand near, which one look ahead tells.
_ISSUED_BEFORE = re.compile(
    rf"(?=[^，。；：、！？“”《》（）\s{_ORGAN_FIRSTS}]{{0,20}}+[{_ORGAN_FIRSTS}])(?P<issuer>[^，。；：、！？“”《》（）\s]{{0,20}}(?:{_ORGAN_END})(?:、[^，。；：、《》\s]{{1,16}}(?:{_ORGAN_END})){{0,3}})"
    r"(?:近日|日前|近期|最近|今年|已|正式|联合|先后|又|还|专门|研究|及时|随即|相继){0,3}"
    r"(?:印发|出台|发布|制定|下发|颁布|公布|审议通过|编制|起草|修订)(?:实施|下发|印发|发布|并实施)?(?:了|的)?(?:新修订的)?$"
)
_ISSUED_AFTER = re.compile(
    rf"^[^，。；《》]{{0,8}}由(?P<issuer>[^，。；《》]{{1,30}}(?:{_ORGAN_END}))(?:联合|正式|共同)?(?:印发|出台|发布|制定|颁布)"
)
_OWNER = re.compile(
    r"(?P<issuer>(?:党中央|中共中央|中央办公厅|中办)、(?:国务院办公厅|国务院|国办)|中共中央|国务院办公厅|国务院|中办|国办|[省市县区州]委(?:、[省市县区州]政府)?|"
    r"[省市县区州]政府|[\u4e00-\u9fff]{2,8}(?:省委|市委|县委|省政府|市政府|县政府|人民政府)|(?:国家|省|市|县)[\u4e00-\u9fff]{2,8}(?:部|委|厅|局))$"
)
_TIME_LEAD = re.compile(
    r"^(?:[0-9年月日]{2,12}|近日|日前|近期|今年|去年|随后|此前|同时|其中|据悉|由|是|经)(?:起|来|以来)?"
)
_PLACE_LEAD = re.compile(
    r"^(?P<place>(?:[\u4e00-\u9fff]{1,7}?(?:自治区|特别行政区|省|自治州|(?<![城都])市|盟|自治县|县|(?<![湾社园片景新])区|旗)){1,3})(?![场级域情委长])"
)
_NATIONAL = (
    "中共中央",
    "中办",
    "国办",
    "国务院",
    "中华人民共和国",
    "党中央",
    "全国",
    "国家",
    "最高人民",
    "中国共产党",
    "中央",
    "中国",
)
_MUNICIPALITIES = ("北京", "上海", "天津", "重庆")
_DEPARTMENT = re.compile(r"^[\u4e00-\u9fff]{2,12}(?:部|总局|总署|部委)$")


def find_issuer(title: str, kind: str, before: str, after: str) -> str | None:
    """The issuer as the title or the sentence gives it; `before` and `after` are the sentence's other parts.

    The title leads (国务院关于…, 中国共产党…条例), then 某某印发《…》, then the place that the title begins with: a
    place's regulations (条例) are its people's congress's, by the Legislation Law.
    """
    return _from_title(title) or _from_sentence(before, after) or _from_place(title, kind)


def issuer_level(issuer: str, source: Source) -> str | None:
    """national, province, prefecture, county or township, by the issuer's name; None where that does not say.

    A 市 is a prefecture only when it is the newspaper's own or its name says so: many are counties.
    """
    if issuer.startswith(_NATIONAL) or _DEPARTMENT.match(issuer) and not re.search("[省市县区]", issuer):
        return "national"
    home = (source.home_place or "").split("/")
    if re.match(r"省|[\u4e00-\u9fff]{1,8}?(?:省|自治区)", issuer) or issuer.startswith(_MUNICIPALITIES):
        return "province"
    if issuer.startswith("市") or len(home) > 1 and issuer.startswith(home[1]):
        return "prefecture"
    if match := re.search(r"[\u4e00-\u9fff](?P<unit>自治州|盟|县|旗|[乡镇])", issuer):
        return {"自治州": "prefecture", "盟": "prefecture", "乡": "township", "镇": "township"}.get(
            match["unit"], "county"
        )
    return "county" if re.match("[县区旗]", issuer) else None


def _from_title(title: str) -> str | None:
    if title.startswith("中国共产党"):
        return "中共中央"
    if title.startswith("中华人民共和国"):
        return "全国人大常委会"
    match = _ABOUT.match(title)
    if not match or not re.search(f"(?:{_ORGAN_END}|省|市|县|区)$", match["issuer"]):
        return None
    return (
        match["issuer"].replace("中共中央国务院", "中共中央、国务院").replace("中央办公厅国务院", "中央办公厅、国务院")
    )


def _from_sentence(before: str, after: str) -> str | None:
    match = _ISSUED_BEFORE.search(before[-90:]) or _ISSUED_AFTER.match(after[:60]) or _OWNER.search(before[-40:])
    if not match:
        return None
    issuer = _TIME_LEAD.sub("", match["issuer"])
    return issuer if len(issuer) >= 2 else None


def _from_place(title: str, kind: str) -> str | None:
    match = _PLACE_LEAD.match(title)
    if not match or match["place"] in ("全省", "全市", "全县", "全区", "城市", "我市", "我县", "我区"):
        return None
    return f"{match['place']}人大常委会" if kind == "law" else match["place"]

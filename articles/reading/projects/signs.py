"""What around a possible name tells that it is a project: someone builds, opens or inspects it, a sum is spent on it.

Each sign has its reason and its points, small whole numbers, so that a decision can be explained.
"""

from __future__ import annotations

import re

from articles.reading.projects.names import Name, verb_kind

MONEY = r"[0-9][0-9.]{0,9}[余多]?[十百千]?[万亿]{1,2}[余多]?美?元"
_SPENT = "(?:投资|投入|斥资|造价|概算|出资|筹资|(?:筹措|整合|争取|筹集|统筹)[^，。；、0-9]{0,4}资金|引进社会资本)"
INVESTED = re.compile(rf"{_SPENT}[^，。；、0-9]{{0,8}}{MONEY}")
_ANY_MONEY = re.compile(MONEY)
INVESTED_OF = re.compile(rf"{_SPENT}[^，。；、0-9]{{0,8}}{MONEY}[^。；]{{0,24}}$")
# The name as the subject of a sum: …总投资3亿元, and of one told later in its sentence.
INVESTED_IN = re.compile(
    rf"^(?:项目|工程)?(?:计划|预计|概算|估算|规划|一期|共|将|累计|完成){{0,2}}(?:总?投资|总?造价|概算)[^，。；、0-9]{{0,8}}{MONEY}"
    rf"|^由[^，。；、]{{2,24}}?(?:投资|出资)[^，。；、0-9]{{0,6}}{MONEY}(?:建设|建成|打造|兴建|改造)"
)
_SUM_FOLLOWS = re.compile(
    rf"^(?!的|关停|停产|关闭|退出)[^。；！？\n]{{0,70}}?，(?:项目|工程)?(?:计划|预计|概算|估算|规划)?(?:总投资|(?<=估算|概算|预计|计划)投资)[^，。；、0-9]{{0,8}}{MONEY}(?!的)"
    rf"|^[^。；！？\n0-9]{{0,24}}(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?[^。；！？\n0-9]{{0,12}})?，投资{MONEY}(?=[，。；]|$)"
)
# 龙头，是青石镇的食品加工园，总投资3亿元.
_OF_PLACE = re.compile("是[^，。；]{1,12}[省市县区乡镇村]的$")
_SUM_AT_ONCE = re.compile(rf"^，(?:计划|预计|概算|估算)?总?投资{MONEY}")
_MADE_BEFORE = re.compile(
    r"(?:停工|停建|烂尾)[^，。；的]{1,5}的$|(?:正在施工|投入(?:使用|运营|生产)|签约|落地|落户|建设|新建|在建|投产|投用|建成|启用|开工|施工|引进|实施|改建|动工|停工|规划建设)的$|(?:规划|筹建|筹备|谋划)中的$"
)
# 建设一座占地12亩的某车间.
_BUILT_ONE = re.compile(r"(?:建设|新建|建成|兴建|打造)了?[一两][座个处条][^，。；]{0,12}的$")
_TAKEN_UP_NEXT = re.compile(r"^[”]?。(?:该|这一|这个|此)(?:项目|工程)")
_PARTS_DONE = re.compile(
    r"^(?:工地)?的[^，。；]{2,14}?(?:刚刚|已经|已|正在|正|全部|陆续){1,3}(?:对外|向[^，。；]{1,4})?(?:开放|投用|投产|封顶|完工|安装|施工|浇筑|吊装|收尾|拔地而起|打桩|完成|建设)"
)
# 在某产业园，总投资4亿元的三幢厂房刚刚结顶.
_HALLS_RISE = re.compile(
    rf"^，(?:(?:计划|预计)?总?投资{MONEY}的)?[^，。；]{{0,8}}(?:厂房|车间|牛舍|猪舍|羊舍|温室|楼)[^，。；]{{0,4}}(?:已|刚刚|正在|陆续)[^，。；]{{0,6}}(?:封顶|结顶|完工|竣工|施工|安装|建成)"
)
_UNDER_WAY = re.compile(
    r"^[^，。；的]{0,6}?(?:正在|已|尚在|正)[^，。；]{0,4}?(?:做前期|办理|编制|征地|选址|设计|完成征地|建设|施工|安装|招标|可研|布展|装修|环评)"
)
_OPENED = re.compile(
    r"^(?:项目|工程)?[^，。；的“]{0,12}?(?:签约|开工|动工|奠基|揭牌|启动|落成|建成|竣工|完工|投产|投用|投运|投入(?:使用|运营|生产)|通车|启用|开园|开业|开街|"
    r"开馆|上线|封顶|合龙|贯通|并网|交付|可行性研究|落户|流标|试运行|试生产|试运营|投料|通水|分配到位|投入运行|开张|开市|开诊|开仓|复工|停工|试车|对外开放|通过[^，。；]{0,6}验收|全部完工)"
    r"|^因[^，。；]{2,20}(?:停工|停建|暂停|复工|停了下来)"
)
_PUSHED_ON = re.compile(
    r"^[^，。；]{0,30}?(?:建设|落地|开工|建成|投产|实施|竣工|扩容|提质|改造|延伸|施工|前期)|^[^，。；]{0,40}等[^，。；]{0,10}(?:项目|工程)"
)
_LISTED = re.compile(r"^[^，。；]{0,60}?等[^，。；]{0,10}(?:项目|工程|矿井)")
_ON_SITE = re.compile(r"^[^，。；]{0,6}?(?:施工现场|建设现场|项目现场|工地|项目部|建设工地|现场(?=[，。；]|$))")
_PROGRESS = re.compile(
    r"项目(?:推进|进展|建设|规划)|施工|工期|建设进度|工程进度|建设进展|工程进展|建设情况|推进情况|建成投|投产|竣工|开工|投运|建好|进展情况|达产"
)
# What happens in a place is no work on it: 在某产业园开工, 在某工业园成交.
_HAPPENS = re.compile("(?:正式|顺利|成功)?(?:开工|动工|奠基|成交|签约|举行|启动|召开|投产|落户|落地|开幕|揭牌)")
_RELIED = re.compile(r"^为(?:依托|牵引|龙头|引领|抓手|载体|示范|支撑|核心|引擎|契机|中心)")
_KEY_PROJECT = re.compile(
    r"^是[^。；]{0,50}(?:重点|重大|配套|示范|标志性|支柱|龙头|骨干|民生)[^，。；]{0,10}(?:项目|工程)"
)
_PREDICATE = re.compile(r"是[^，。；]{0,40}的$|(?:成为|作为|称为|誉为|堪称|是)[^，。；]{0,24}$")
_UNWANTED = re.compile(
    r"严禁|禁止|杜绝|遏制|淘汰|取缔|关停|拆除|叫停|否决|培育一批|一批|一大批|各类|如何|是否|违规|违法|僵尸|不得|假如|曾经|原|对(?:新建|扩建|建设|改造|引进|新上|购置)$"
)
# 某项目招标中收受礼金 tells of a fault, 新上某项目…的一律不进园 of a rule.
_MISUSED = re.compile("收受|套取|骗取|虚报|挪用|侵占|索要|贪污|一律不|的不予|不予立项")
_NAMED_AS = re.compile(r"(?:开工|启动|签约|竣工|投产|建设)的还?有$|(?:项目|工程|一个|之一)(?:就|分别|主要)?[是为]$")
_GOING_ON = re.compile(
    r"^[，,](?:日前|目前|近日|已|正|现|如今)[^，。；]{0,16}?(?:施工|浇筑|建设|安装|掘进|开工|竣工|投产|投用|通车|投运|封顶|收尾|试运行|验收)"
)
COUNT = re.compile(r"^(?:各|共)?[0-9][0-9.]{0,6}[余多]?[万亿]?[^，。；0-9]{1,2}")


def surroundings(name: Name, rest: str, previous: str) -> list[tuple[str, int]]:
    """Points for what stands before and after the name."""
    kind, after, whole = verb_kind(name.verb), name.after, name.after + rest
    tests = (
        (
            "investment before",
            2,
            INVESTED.search(previous) and (kind == "build" or name.verb == "完成" or _BUILT_ONE.search(name.before)),
        ),
        ("made", 2, kind == "build"),
        ("pushed on", 3, kind == "push" and _PUSHED_ON.match(after)),
        ("pushed", 1, kind == "push" and not _PUSHED_ON.match(after)),
        ("opened", 3, name.verb not in ("在", "于") and _OPENED.match(after)),
        ("newly built", 1, name.verb in ("新建", "兴建", "修建", "扩建", "迁建", "开建")),
        (
            "put online",
            2,
            name.kind == "digital" and (name.verb in ("上线", "启用", "推出") or name.after.startswith("的上线")),
        ),
        ("named as project", 4, name.verb in ("是", "为", "有", "的") and _NAMED_AS.search(name.before)),
        ("goes on", 1, name.inherited),
        ("founded", 2, kind == "found" and name.head in ("院区", "校区", "分校")),
        ("counted", 1, kind == "build" and COUNT.match(after)),
        ("listed", 2, _LISTED.match(after)),
        ("building site", 4, _ON_SITE.match(after)),
        ("inspected", 3, _is_visit(name) and _PROGRESS.search(whole.split("。")[0])),
        ("going on", 3, not after and _GOING_ON.match(rest)),
        ("relied on", 3, name.verb == "以" and _RELIED.match(after)),
        ("key project", 3, not name.before and _KEY_PROJECT.match(whole)),
        ("sum named", 1, _ANY_MONEY.search(whole)),
        ("subject", 1, name.kind == "strong" and (not name.before or name.verb == "的")),
        ("unwanted", -5, _UNWANTED.search(name.before[-8:]) or _MISUSED.search(whole[:40])),
        (
            "predicate",
            -4,
            not _NAMED_AS.search(name.before)
            and name.verb in ("的", "是", "成为", "作为")
            and _PREDICATE.search(name.before)
            and not (_OF_PLACE.search(name.before) and _SUM_AT_ONCE.match(whole)),
        ),
    )
    return _told(name, rest) + [(reason, points) for reason, points, holds in tests if holds]


def _told(name: Name, rest: str) -> list[tuple[str, int]]:
    """Points for what is told of the name: its sum, and how far it is."""
    after, whole = name.after, name.after + rest
    tests = (
        ("investment", 4, name.verb not in ("在", "于") and INVESTED_OF.search(name.before)),
        ("invested in", 4, INVESTED_IN.match(after)),
        ("sum follows", 3, name.verb in ("", "的") and _SUM_FOLLOWS.match(whole)),
        ("made before", 3, _MADE_BEFORE.search(name.before)),
        ("parts done", 4, _PARTS_DONE.match(after) or name.verb in ("在", "走进") and _HALLS_RISE.match(whole)),
        ("under way", 3, _UNDER_WAY.match(after)),
        ("taken up next", 3, name.kind == "strong" and not after and _TAKEN_UP_NEXT.match(rest)),
    )
    return [(reason, points) for reason, points, holds in tests if holds]


def _is_visit(name: Name) -> bool:
    alone = not name.verb and not name.before and not name.after
    stands = name.verb == "在" and not _HAPPENS.match(name.after)
    return stands or verb_kind(name.verb) == "visit" or alone

"""Projects: named things being built, bought or brought in, in invented articles."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.projects.finding import find_projects, is_programme
from articles.reading.records import PlaceMention, Project, Source, Span
from articles.reading.words import read_pairs
from tests.reading.facts import make_text

HOME = Source("甲市日报", "乙省/甲市", date(2023, 3, 16))


def projects_in(body: str, places: tuple[PlaceMention, ...] = ()) -> tuple[Project, ...]:
    return find_projects(make_text(body), places, HOME)


def names_in(body: str) -> list[str]:
    return [project.name for project in projects_in(body)]


def make_place_mention(body: str, text: str, path: str) -> PlaceMention:
    """An administrative place at its first spot in the body."""
    at = body.index(text)
    return PlaceMention(text, path, "admin", (Span(at, at + len(text), text),), "test", 1.0)


HEADS = [
    (head, rest.split("\t")[1])
    for head, rest in read_pairs("project_heads")
    if rest.split("\t")[-1] != "zone" and rest.split("\t")[1:]
]


@pytest.mark.parametrize(("head", "example"), [(head, example) for head, example in HEADS if example])
def test_every_head_word_finds_its_example(head: str, example: str) -> None:
    assert any(head in name for name in names_in(f"{example}。"))


NAMED = {
    "总投资28亿元的龙泉新能源装备产业园已完成土地平整。": ["龙泉新能源装备产业园"],
    "加快推进龙泉总部基地和凤山通航产业园等项目建设。": ["龙泉总部基地", "凤山通航产业园"],
    "建成投产龙泉一期2万吨、凤山一期3万吨秸秆制乙醇项目。": [
        "龙泉一期2万吨秸秆制乙醇项目",
        "凤山一期3万吨秸秆制乙醇项目",
    ],
    "加快推进龙泉、凤山、青石等项目落地。": ["龙泉、凤山、青石等项目"],
    "从龙泉集团引进石墨电极智能制造作为我市新材料示范项目，投资2亿元。": ["石墨电极智能制造"],
    "河东市至山南县的另一座黄河大桥正在开展可行性研究。": ["河东市至山南县黄河大桥"],
    "启动“清水河拦沙工程”。": ["清水河拦沙工程"],
    "此次开工的项目分别是龙泉环保科技、凤山核桃深加工、青石综合物流园，总投资6亿元。": [
        "龙泉环保科技",
        "凤山核桃深加工",
        "青石综合物流园",
    ],
    "在龙泉功能食品基地，他要求加快施工进度。": ["龙泉功能食品基地"],
    "龙泉生态庄园是全县带动增收的重点项目。": ["龙泉生态庄园"],
    "以龙泉（甲市）总部基地为龙头，带动上下游。": ["龙泉（甲市）总部基地"],
    "投资4200万元建成食用菌大棚216座。": ["食用菌大棚"],
    "投资9300万元实施21条背街小巷集中供热改造。": ["背街小巷集中供热改造"],
    "“数字管家”平台上线运行。": ["“数字管家”平台"],
    "县人民医院迁建等21个项目已复工。": ["县人民医院迁建"],
    # A sum names what ends in no head word, before it, behind it, or in a later sentence.
    "总投资3亿元的龙泉茶旅融合示范带近日动工。": ["龙泉茶旅融合示范带"],
    "县里投资2000万元建成区域影像会诊网，半年出具报告三万份。": ["区域影像会诊网"],
    "龙泉茶旅融合示范带总投资3.2亿元，去年9月动工。": ["龙泉茶旅融合示范带"],
    "腾出的土地上，规划建设龙泉数字科技城，总投资42亿元。": ["龙泉数字科技城"],
    "县里筹资1860万元，对全县14所山区学校食堂进行改造。": ["山区学校食堂改造"],
    "龙泉作物种质资源库建成。该库总投资1240万元。": ["龙泉作物种质资源库"],
    "双方签署协议，共建龙泉碳中和创新港。项目总投资2.8亿元。": ["龙泉碳中和创新港"],
    "总投资2.6亿元的龙泉精深加工园标准厂房已经竣工。": ["龙泉精深加工园标准厂房"],
    "同步建设的龙泉养老服务综合体设置床位260张。": ["龙泉养老服务综合体"],
    "龙泉屠宰加工厂的排酸车间刚刚封顶。": ["龙泉屠宰加工厂"],
    "龙泉独立储能电站正在做前期。": ["龙泉独立储能电站"],
    "县长察看了龙泉河治理项目。这一项目10月重新启动。": ["龙泉河治理项目"],
    "在龙泉镇，县长走进蓝莓电商产业园，了解订单。园区去年5月投用，总投资2.3亿元。": ["蓝莓电商产业园"],
    "位于青石镇的活羊交易市场二期投资1.4亿元扩建。": ["活羊交易市场二期"],
    "规划中的龙泉矿泉面膜产业园与一家企业签订协议。": ["龙泉矿泉面膜产业园"],
    "县里在青石镇建设核桃试验示范站，项目投资1900万元，计划年底动工。": ["核桃试验示范站"],
    "随后，县长来到龙泉老城雨污分流改造工程现场，察看路面恢复情况。": ["龙泉老城雨污分流改造工程"],
    "乡里整合衔接资金730万元，建设一座占地9亩的羊肉分割车间。": ["羊肉分割车间"],
    "青石大桥及接线工程总投资6.2亿元。": ["青石大桥及接线工程"],
    "龙泉铁路专用线全长8公里，接轨青石铁路，总投资4亿元。": ["龙泉铁路专用线"],
    # A later sentence takes up with a sum what ends in any thing that can be built.
    "乡里的龙泉民俗坊馆迎来首批游客。该馆由旧车站改造，投资180万元。": ["龙泉民俗坊馆"],
    "孩子们沿着正在施工的龙泉镇滨河绿道写生。绿道总投资3100万元。": ["龙泉镇滨河绿道"],
    "8日晚，龙泉镇“竹艺夜市”开街。夜市由镇政府和商会共同打造，投入资金260万元整修门面。": ["竹艺夜市"],
    "位于青石镇的凤山刺绣车间，投资350万元，招收绣娘40人。": ["凤山刺绣车间"],
    "龙泉育苗工厂由县国资公司投资4400万元建设，1月投产。": ["龙泉育苗工厂"],
    "大家来到龙泉智慧示范农场。这个投资2700万元的示范农场今年投入运行。": ["龙泉智慧示范农场"],
    "他察看了因资金断链停工近两年的龙泉石材产业园。": ["龙泉石材产业园"],
    "青石镇的龙泉冷链物流园因用地手续不全一度停工，1月已经复工。": ["龙泉冷链物流园"],
    "青石镇的大健康产业园总投资3.4亿元，正在施工。": ["大健康产业园"],
    "龙泉县农村饮水安全巩固提升工程累计完成投资2.6亿元。": ["龙泉县农村饮水安全巩固提升工程"],
    "河滩上，龙泉体育公园初具雏形。这个总投资9000万元的项目去年动工。": ["龙泉体育公园"],
    "在龙泉森林小镇，镇长介绍，小镇总投资1.6亿元，已投入运营。": ["龙泉森林小镇"],
    "在大青山建成龙泉候鸟迁徙展示窗，投资760万元。": ["龙泉候鸟迁徙展示窗"],
    "我们正与一家集团洽谈龙泉古村保护性开发，计划投资4亿元。": ["龙泉古村保护性开发"],
    "镇里谋划了一条龙泉至青石的供水复线，估算投资3.4亿元。": ["龙泉至青石的供水复线"],
    "还打算在凤山镇建一座农产品检测中心，项目建议书已报市里，估算投资2200万元。": ["农产品检测中心"],
    "总投资2.3亿元的龙泉冷链物流园已建成1.2万吨气调库。": ["龙泉冷链物流园"],
    "龙泉硒茶全产业链项目签约。一期投资1.9亿元，在青石镇建设红茶加工园和民宿。": [
        "龙泉硒茶全产业链项目",
        "龙泉硒茶全产业链项目一期",
    ],
    "建设龙泉蔬菜大棚2160座，年可产蔬菜6万吨。": ["龙泉蔬菜大棚"],
    "在龙泉智能门产业园，总投资4亿元的三幢主厂房刚刚结顶。": ["龙泉智能门产业园"],
    "由旧茶站改造的“茶香小栈”去年5月开业，总投资1300万元。": ["茶香小栈"],
    "4500万元打造的龙泉油茶文化街开街。": ["龙泉油茶文化街"],
    "与大学合作的龙泉核桃中试线落户青石镇，投资3400万元，正在安装设备。": ["龙泉核桃中试线"],
    "在青石镇的龙泉种薯繁育中心，苗木抽芽。去年，县里投资2100万元建成这座中心。": ["龙泉种薯繁育中心"],
    "第一宗地已在城东工业园成交，投资3.6亿元的龙泉模具智能工厂开工。": ["龙泉模具智能工厂"],
    "镇里去年投资1.5亿元建起拉链厂。": ["拉链厂"],
    "村口的便民桥投资42万元，已经动工。": ["便民桥"],
    "乡里投资480万元建了龙泉刀剪工坊。": ["龙泉刀剪工坊"],
    "去年投入1900万元，完成龙泉古寨排水管网改造。": ["龙泉古寨排水管网改造"],
    "今年将投资1.2亿元，在青石镇启动县妇幼保健院整体搬迁。": ["县妇幼保健院整体搬迁"],
    "镇里投入1700万元，建成5000亩智慧稻田。": ["智慧稻田"],
    "投资1.3亿元的龙泉电商产业园利用青石街道闲置厂房改造。": ["龙泉电商产业园"],
    "同日开工的还有龙泉豆干产业园。": ["龙泉豆干产业园"],
    "羊，是青石镇的千只湖羊养殖基地，总投资2.1亿元。": ["千只湖羊养殖基地"],
    "青石镇的高标准农田示范区总投资2.4亿元。": ["高标准农田示范区"],
    "青石镇的龙泉古镇保护提升项目投资8900万元。": ["龙泉古镇保护提升项目"],
    "他察看了今年6月签约的高原冷链物流园选址。": ["高原冷链物流园"],
    "龙泉茶文化产业园的观光步道已经向游客开放。": ["龙泉茶文化产业园"],
    "青石镇水土保持科技示范园通过验收。": ["青石镇水土保持科技示范园"],
    "总投资4.1亿元的龙泉人才社区一期460套去年交付。": ["龙泉人才社区一期"],
    "青石镇安置区规划建设住房9栋320套，总投资1.2亿元。": ["青石镇安置区"],
    # A name ends where what is told of it begins.
    "总投资13亿元的龙泉涂料项目土建工程完成六成。": ["龙泉涂料项目"],
    "投资3700万元的龙泉茶旅示范园下个月开建。": ["龙泉茶旅示范园"],
    "在龙泉县，总投资26亿元的储能材料产业园建设如火如荼。": ["储能材料产业园"],
    "副局长李某某答复，龙泉西街打通工程总投资1900万元，今年1月停工。": ["龙泉西街打通工程"],
    "龙泉区青石镇总投资900万元的农村集中供水工程日前通水。": ["农村集中供水工程"],
    # Parts of what a sum was told of are no projects of their own.
    "总投资6亿元的龙泉建材产业园占地210亩，计划建设4条隧道窑生产线。": ["龙泉建材产业园"],
    "总投资2.9亿元的龙泉康养二期正在做设计，拟建适老化公寓220套。": ["龙泉康养二期"],
    "龙泉物流园一期投资7亿元，建成标准仓库11万平方米、铁路专用线1.4公里。": ["龙泉物流园一期"],
    "龙泉药材加工项目总投资5亿元，将在青石镇建设切片车间和恒温仓储中心。": ["龙泉药材加工项目"],
    "企业正在谋划龙泉智能工厂二期，拟投资3亿元新上两条镀膜生产线。": ["龙泉智能工厂二期"],
    "龙泉钛材产业园破土动工。一期建设年产20万吨钛白粉生产线，明年建成。": ["龙泉钛材产业园"],
    "投资3亿元在青石镇建设龙泉制药基地；在凤山镇建设龙泉种业研究站。": ["龙泉制药基地", "龙泉种业研究站"],
}


@pytest.mark.parametrize(("body", "expected"), NAMED.items())
def test_projects_are_named(body: str, expected: list[str]) -> None:
    assert names_in(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "全市重点项目建设推进会召开。",
        "副市长李某某宣布项目开工。",
        "投资3000万元购置设备。",
        "该镇投资2600万元改善水电路。",
        "引来一家投资2亿元的龙头企业。",
        "实施产业、教育、健康项目64个。",
        "要多上大项目、好项目。",
        "建设一流的区域应急物资储备基地。",
        "壮大四大产业集群。",
        "实施“头雁”工程和“党员先锋”工程。",
        "推进国家城乡融合发展试验区建设。",
        "改造农村公路126公里，新建寄宿制学校4所。",
        "实施一批杂粮加工、仓储保鲜等项目。",
        "这是一项系统工程。",
        "她毕业于工程学院，是一名工程师。",
        "村民去县医院看病，孩子在实验小学读书。",
        "甲县医院的救护车赶来。",
        "严禁在滩区新上造纸污染项目。",
        "优化项目布局，抢抓项目建设的好时节。",
        "依托大同装备制造产业园，引进企业。",
        "司马光廉政教育基地迎来参观者。",
        "昨日开放的7.2公里绿道游人如织。",
        "他说，要抢修水毁道路。",
        "李某某逐个项目查进度、问困难。",
        "他叮嘱项目负责人盯紧节点。",
        "怎么防止项目半途而废？",
        "来信请写明项目名称。",
        "全线9座隧道已贯通4座，累计完成投资8亿元。",
        "剩余3座总投资2.4亿元，明年开工。",
        "这条路按二级公路标准建设，概算总投资4亿元。",
        "去年春天工程陆续收尾。",
        "调度茶产业重大项目推进情况。",
        "沿河建成带状公园5处，市民有了休闲的好去处。",
        "科长李某某在光伏扶贫项目招标中收受礼金。",
        "新上铝加工项目附加值率低于三成的一律不进园。",
        "清水煤矿关停后，镇里没有一拆了之，总投资2亿元的方案正在讨论。",
        "得知工程即将完工，他要求抓紧收尾。",
        "安全第一，哪怕工程拖到年底完工。",
        "他到经开区了解工厂复工和项目建设情况。",
        "亩均投资达不到150万元的一般暂缓入园。",
        "明年雨季前建成永久护岸，估算投资1700万元的加固方案要尽快上报。",
    ],
)
def test_what_is_no_project_is_left(body: str) -> None:
    assert names_in(body) == []


def test_figures_and_stage_come_from_the_sentences_that_follow() -> None:
    body = (
        "三方将共同建设龙泉苹果深加工产业园，签署了合作协议。\n"
        "据介绍，产业园选址青石乡，规划占地860亩，计划总投资15.8亿元。一期投资6.5亿元，建设生产线2条，计划9月开工；"
        "二期重点建设高附加值项目。全部达产后，带动就业1600人。"
    )
    whole, first = projects_in(body)
    assert (whole.name, whole.investment_yuan, whole.stage) == ("龙泉苹果深加工产业园", 1_580_000_000, "signed")
    assert [figure.label for figure in whole.figures] == ["占地面积", "总投资", "就业"]
    assert (first.name, first.investment_yuan, first.stage) == ("龙泉苹果深加工产业园一期", 650_000_000, "planned")


def test_a_sum_after_a_list_is_nobodys() -> None:
    found = projects_in("推进龙泉总部基地、凤山物流园等5个项目建设，总投资51亿元。")
    assert [project.investment_yuan for project in found if not is_programme(project)] == [None, None]


@pytest.mark.parametrize(
    ("sums", "investment", "labels"),
    [
        ("总投资9亿元，已完成投资3亿元", 9e8, ["总投资", "完成投资"]),
        ("累计完成投资3亿元，总投资9亿元", 9e8, ["完成投资", "总投资"]),
        ("累计完成投资3亿元", 3e8, ["完成投资"]),
        ("年度计划投资2亿元", 2e8, ["年度投资"]),
        ("贷款2亿元", None, ["补助资金"]),
    ],
)
def test_the_total_is_the_investment_and_others_stand_in_for_it_under_their_label(
    sums: str, investment: float | None, labels: list[str]
) -> None:
    (project,) = projects_in(f"龙泉水库扩建工程正在施工，{sums}。")
    assert project.investment_yuan == investment
    assert [figure.label for figure in project.figures] == labels


def test_what_an_amount_spent_has_built_cost_that_much() -> None:
    (project,) = projects_in("累计投入6.2亿元建成龙泉电商产业园。")
    assert [(figure.label, figure.value) for figure in project.figures] == [("总投资", 6.2e8)]


def test_each_sum_goes_to_its_project() -> None:
    first, second = projects_in("总投资28亿元的龙泉产业新城项目已开工；总投资9.6亿元的凤山铸造技改项目全部投产。")
    assert (first.investment_yuan, first.stage) == (2_800_000_000, "started")
    assert (second.investment_yuan, second.stage) == (960_000_000, "operating")


def test_a_number_of_projects_is_a_programme() -> None:
    (programme,) = projects_in("谋划全县重大项目12类48个，总投资118.456亿元。")
    assert is_programme(programme)
    assert programme.investment_yuan == 11_845_600_000


def test_the_owner_leads_the_name() -> None:
    (project,) = projects_in("龙泉玻璃股份有限公司年产2亿支玻璃瓶项目上月转入试生产。")
    assert (project.owner, project.name) == ("龙泉玻璃股份有限公司", "年产2亿支玻璃瓶项目")
    assert project.stage == "trial"


def test_an_earlier_project_is_taken_up_by_its_own_word() -> None:
    first, second = projects_in("龙泉渠江大桥合龙。凤山物流园项目正在施工。大桥总投资5亿元，今年6月通车。")
    assert (first.investment_yuan, second.investment_yuan) == (500_000_000, None)


def test_parts_of_a_project_are_no_projects() -> None:
    body = "龙泉刀剪生产项目总投资8000万元。项目拟建设五条刀剪生产线，配套建设污水处理车间2座。"
    assert names_in(body) == ["龙泉刀剪生产项目"]


def test_the_place_is_the_one_named_before_it() -> None:
    body = "在南山县，市长察看古镇。在青石镇，总投资16亿元的负极材料一体化项目建设正酣。"
    places = (
        make_place_mention(body, "南山县", "乙省/甲市/南山县"),
        make_place_mention(body, "青石镇", "乙省/甲市/南山县/青石镇"),
    )
    (project,) = projects_in(body, places)
    assert project.place == "乙省/甲市/南山县/青石镇"
    assert projects_in("龙泉水库开工。")[0].place == "乙省/甲市"


def test_a_verb_inside_a_place_name_parts_nothing() -> None:
    body = "新建镇新建村大棚蔬菜种植基地已开工。"
    places = (make_place_mention(body, "新建镇新建村", "乙省/甲市/南山县/新建镇/新建村"),)
    (project,) = projects_in(body, places)
    assert project.name == "新建镇新建村大棚蔬菜种植基地"


def test_mentions_and_figures_say_what_stands_there() -> None:
    body = "甲市将投资12亿元建设车载光学镜头项目，用地168亩。该项目年产镜头6000万颗，已开工。"
    for project in projects_in(body):
        spans = [*project.mentions, *(figure.span for figure in project.figures), project.stage_span]
        assert all(span is not None and body[span.start : span.end] == span.text for span in spans)


def test_two_names_of_one_project_are_merged() -> None:
    body = "在龙泉粮食仓储物流园项目工地，他询问进度。龙泉粮食仓储物流园已封顶。"
    (project,) = projects_in(body)
    assert len(project.mentions) == 2


PHASES = {
    "龙泉产业园总投资9亿元，二期正在编制规划。": [("龙泉产业园", "unknown"), ("龙泉产业园二期", "planned")],
    "龙泉产业园总投资9亿元，2018年建成，二期正在编制规划。": [
        ("龙泉产业园", "completed"),
        ("龙泉产业园二期", "planned"),
    ],
    "龙泉产业园总投资8500万元，一期去年冬天已经投用，二期3月中旬动工。": [("龙泉产业园", "under_construction")],
    "龙泉产业园一期8家企业已经投产，计划投资9亿元的二期用地手续日前获批。": [
        ("龙泉产业园一期", "operating"),
        ("龙泉产业园二期", "approved"),
    ],
    "龙泉产业园一期开园运营。已有27家企业进驻。二期投资13亿元，计划4月开工。": [
        ("龙泉产业园一期", "operating"),
        ("龙泉产业园二期", "planned"),
    ],
    "龙泉产业园二期正式投产。产业园总投资12亿元，分三期建设。": [("龙泉产业园二期", "operating")],
    "龙泉算力中心集群一期去年投运。二期投资7亿元，计划8月动工。": [
        ("龙泉算力中心集群一期", "operating"),
        ("龙泉算力中心集群二期", "planned"),
    ],
    "龙泉智能装备产业园开园。园区二期计划投资9亿元，正在征地。": [
        ("龙泉智能装备产业园", "operating"),
        ("龙泉智能装备产业园二期", "planned"),
    ],
    # What is built in phases is being built until all that are begun have come equally far.
    "启动龙泉供水项目。项目总投资9亿元，分两期实施。\n记者：进展如何？\n局长：一期工程去年全部通水。二期工程投资3亿元，上个月开工。": [
        ("龙泉供水项目", "under_construction"),
        ("龙泉供水项目二期", "started"),
    ],
    "龙泉产业园总投资9亿元，其中一期投资3亿元，已建成投产。": [
        ("龙泉产业园", "unknown"),
        ("龙泉产业园一期", "operating"),
    ],
}


@pytest.mark.parametrize(("body", "expected"), PHASES.items())
def test_phases_without_a_sum_tell_how_far_the_whole_is(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(project.name, project.stage) for project in projects_in(body)] == expected


GROUPS = {
    "全市重点项目集中开工，共11个。位于青石镇的龙泉淀粉生产线总投资4.2亿元，年加工马铃薯30万吨。": "started",
    "3个项目集中签约。其中，投资1.3亿元的龙泉跨境电商产业园8月开业。": "signed",
    "竣工项目中，青石镇的龙泉模具产业基地受到关注。该基地总投资6亿元，2016年9月动工。": "completed",
    "签约项目中，有两个来自邻市。拟投资4亿元的龙泉铁路专用线正在勘察选线。": "planned",
}


@pytest.mark.parametrize(("body", "stage"), GROUPS.items())
def test_a_group_tells_how_far_those_in_it_are(body: str, stage: str) -> None:
    (project,) = projects_in(body)
    assert project.stage == stage


def test_who_has_moved_in_does_not_tell_how_far_a_firms_own_project_is() -> None:
    (project,) = projects_in("首批入驻的龙泉机械公司投资7000万元建设龙泉包装机生产项目，月初起安装设备。")
    assert project.stage == "under_construction"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("今年县里安排4100万元实施山区学校提质工程。", [("山区学校提质工程", 41_000_000)]),
        ("这意味着总投资2.1亿元的园区建设进入冲刺阶段。", []),
        (
            "县长来到青龙公路改造工程现场，这条全长9公里、投资1700万元的公路路基已经成型。",
            [("青龙公路改造工程", 17_000_000)],
        ),
    ],
)
def test_what_a_sum_is_told_of_need_not_be_its_project(body: str, expected: list[tuple[str, int]]) -> None:
    assert [(project.name, project.investment_yuan) for project in projects_in(body)] == expected


def test_a_sentence_on_an_earlier_year_goes_on_about_a_project() -> None:
    (project,) = projects_in("县长察看投资7亿元的硅片产业基地一期项目。项目去年10月开工，目前生产线正在安装。")
    assert project.stage == "under_construction"


def test_a_phase_named_before_its_whole_does_not_take_its_sum() -> None:
    body = (
        "在龙泉县面粉机械产业园二期工地，3号厂房刚刚封顶。\n"
        "县里在青石镇规划建设面粉机械产业园，总投资8.3亿元，其中二期投资4.6亿元。"
    )
    assert {project.name: project.investment_yuan for project in projects_in(body)} == {
        "面粉机械产业园": 830_000_000,
        "面粉机械产业园二期": 460_000_000,
    }

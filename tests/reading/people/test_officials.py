"""Officials: chains, shared posts, jurisdiction, roles, bylines; no name of a real official stands here."""

import time

import pytest

from tests.reading.facts import make_writer, people_in, posts_in

JINZHONG = "山西省/晋中市"
ZUOQUAN = f"{JINZHONG}/左权县"


@pytest.mark.parametrize(
    ("body", "paper", "posts"),
    [
        ("市委副书记、市长方向东深入左权县。", "晋中日报", {"方向东": [("市委副书记", JINZHONG), ("市长", JINZHONG)]}),
        ("省委书记林一木讲话。", "晋中日报", {"林一木": [("省委书记", "山西省")]}),
        (
            "副市长马跃进、申屠磊参加。",
            "晋中日报",
            {"马跃进": [("副市长", JINZHONG)], "申屠磊": [("副市长", JINZHONG)]},
        ),
        (
            "左权县委书记王强、县长牛晓晖参加。",
            "晋中日报",
            {"王强": [("左权县委书记", ZUOQUAN)], "牛晓晖": [("县长", ZUOQUAN)]},
        ),
        (
            "市委常委、秘书长、组织部部长雷鸣参加。",
            "晋中日报",
            {"雷鸣": [("市委常委", JINZHONG), ("秘书长", JINZHONG), ("组织部部长", JINZHONG)]},
        ),
        (
            "省水利厅党组书记、厅长王小河到会。",
            "晋中日报",
            {"王小河": [("省水利厅党组书记", "山西省"), ("厅长", "山西省")]},
        ),
        ("在左权县麻田镇，镇长贺石榴说，游客多了。", "晋中日报", {"贺石榴": [("镇长", f"{ZUOQUAN}/麻田镇")]}),
        (
            "左权县麻田镇上石村党支部书记石头说。",
            "晋中日报",
            {"石头": [("左权县麻田镇上石村党支部书记", f"{ZUOQUAN}/麻田镇/上石村")]},
        ),
        ("国务院副总理韩一正出席。", "人民日报", {"韩一正": [("国务院副总理", "中国")]}),
        ("国防部长魏大川会见来宾。", "人民日报", {"魏大川": [("国防部长", "中国")]}),
        ("盟委书记罗一虎来到阿巴嘎旗，旗长其其格陪同。", "锡林郭勒日报", {
            "罗一虎": [("盟委书记", "内蒙古自治区/锡林郭勒盟")],
            "其其格": [("旗长", "内蒙古自治区/锡林郭勒盟/阿巴嘎旗")],
        }),
        ("州长苏嘎尔布，昭觉县委书记吉木尔呷参加。", "凉山日报", {
            "苏嘎尔布": [("州长", "四川省/凉山彝族自治州")],
            "吉木尔呷": [("昭觉县委书记", "四川省/凉山彝族自治州/昭觉县")],
        }),
        ("自治区主席艾山·买买提讲话。", "新疆日报", {"艾山·买买提": [("自治区主席", "新疆维吾尔自治区")]}),
        ("县委书记索南才让的家在泽库县，县长杨才让说，路通了。", "青海日报", {
            "索南才让": [("县委书记", "青海省/黄南藏族自治州/泽库县")],
            "杨才让": [("县长", "青海省/黄南藏族自治州/泽库县")],
        }),
        ("东城区委书记孙一军，区长周一星参加。", "北京日报", {
            "孙一军": [("东城区委书记", "北京市/东城区")],
            "周一星": [("区长", "北京市/东城区")],
        }),
        ("省高级人民法院院长李一国报告工作。", "浙江日报", {"李一国": [("省高级人民法院院长", "浙江省")]}),
        ("阳城县委副书记、代县长原野介绍。", "晋城新闻", {
            "原野": [("阳城县委副书记", "山西省/晋城市/阳城县"), ("代县长", "山西省/晋城市/阳城县")],
        }),
        ("代县委书记张一东在代县调研。", "忻州日报", {"张一东": [("代县委书记", "山西省/忻州市/代县")]}),
        ("江阴市长泾镇党委书记钱一栋介绍。", "无锡日报", {
            "钱一栋": [("江阴市长泾镇党委书记", "江苏省/无锡市/江阴市/长泾镇")],
        }),
        ("市领导张一军、于文、卢一先参加。", "广州日报", {
            "张一军": [("市领导", "广东省/广州市")],
            "于文": [("市领导", "广东省/广州市")],
            "卢一先": [("市领导", "广东省/广州市")],
        }),
    ],
)  # fmt: skip
def test_posts_with_their_places(body: str, paper: str, posts: dict[str, list[tuple[str, str | None]]]) -> None:
    assert posts_in(body, paper) == posts


@pytest.mark.parametrize(
    ("body", "resolved"),
    [
        ("市委书记王小明讲话。", ["中共晋中市委书记"]),
        ("市委常委、秘书长王小明讲话。", ["中共晋中市委常委", "中共晋中市委秘书长"]),
        ("左权县县长王小明讲话。", ["左权县县长"]),
        ("榆次区委书记王小明讲话。", ["中共晋中市榆次区委书记"]),
        ("市住建局党组书记、局长王小明讲话。", ["晋中市住建局党组书记", "晋中市住建局局长"]),
        ("左权县麻田镇党委书记王小明讲话。", ["中共麻田镇党委书记"]),
        ("左权县麻田镇挂职副镇长王小明讲话。", ["麻田镇副镇长"]),
    ],
)
def test_full_titles(body: str, resolved: list[str]) -> None:
    assert [post.resolved for post in people_in(body)["王小明"].posts] == resolved


def test_a_bare_post_takes_the_organ_that_another_s_post_named() -> None:
    people = people_in("市人大常委会主任李一鸣，副主任王小明、江成出席。会议听取市人大常委会副主任王小明的说明。")
    assert [post.resolved for post in people["江成"].posts] == ["晋中市人大常委会副主任"]
    assert [post.resolved for post in people["王小明"].posts] == ["晋中市人大常委会副主任"]


@pytest.mark.parametrize(
    ("body", "place", "resolved"),
    [
        (
            "市公安局交警支队发通告。左权县等车，支队副支队长王小明说，请绕行。",
            JINZHONG,
            "晋中市公安局交警支队副支队长",
        ),
        ("记者联系了左权县水利局。该局党组书记王小明说，渠通了。", ZUOQUAN, "左权县水利局党组书记"),
        ("左权县修渠。左权县种树。局副局长王小明说，渠通了。", ZUOQUAN, "左权县局副局长"),
    ],
)
def test_an_organ_called_by_its_kind_is_the_one_named_before(body: str, place: str, resolved: str) -> None:
    post = people_in(body)["王小明"].posts[0]
    assert (post.place, post.resolved) == (place, resolved)


def test_a_post_without_place_gives_way_to_the_same_with_a_place() -> None:
    body = "第一书记王小明常下地。2017年，王小明来到左权县麻田镇上石村任第一书记兼驻村帮扶工作队队长。"
    village = f"{ZUOQUAN}/麻田镇/上石村"
    assert posts_in(body)["王小明"] == [("第一书记", village), ("驻村帮扶工作队队长", village)]


def test_the_name_before_a_title_goes_before_a_visit_behind_it() -> None:
    assert set(posts_in("学习林一木总书记来晋视察重要讲话。")) == {"林一木"}


def test_national_paper_has_no_home_city() -> None:
    assert posts_in("市委书记王小明讲话。", "人民日报") == {"王小明": [("市委书记", None)]}
    assert posts_in("运城市委部署，市长王小明讲话。", "人民日报") == {"王小明": [("市长", "山西省/运城市")]}


@pytest.mark.parametrize(
    ("body", "former"),
    [
        ("左权县委书记王小明说。王小明曾任祁县县长。", True),
        ("左权县委书记王小明说。去年底，王小明由祁县县长调任。", True),
        ("左权县委书记王小明在担任祁县县长期间违规。", True),
        ("左权县委书记王小明说。王小明今年任祁县县长。", False),
    ],
)
def test_posts_taken_up_and_left(body: str, former: bool) -> None:
    posts = {post.text: post for post in people_in(body)["王小明"].posts}
    assert posts["祁县县长"].place == f"{JINZHONG}/祁县"
    assert posts["祁县县长"].former is former


@pytest.mark.parametrize(
    ("body", "former"),
    [
        ("任命王小明为祁县公安局局长。", False),
        ("免去王小明的祁县公安局局长职务。", True),
        ("王小明同志任祁县公安局局长。", False),
    ],
)
def test_notices_of_appointment(body: str, former: bool) -> None:
    (post,) = people_in(body)["王小明"].posts
    assert (post.text, post.former) == ("祁县公安局局长", former)


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("恒川机械有限公司总经理成龙飞介绍。", "成龙飞", "executive"),
        ("山西农业大学党委书记李一林讲话。", "李一林", "expert"),
        ("荣河镇卫生院院长吴改莲说。", "吴改莲", "expert"),
        ("县委党校常务副校长吴改莲说。", "吴改莲", "official"),
        ("县人民法院院长吴改莲说。", "吴改莲", "official"),
        ("北京大学教授计晓春指出。", "计晓春", "expert"),
        ("种粮大户闫四旦说。", "闫四旦", "citizen"),
        ("缅怀左权将军的功绩。", "左权", "historical"),
        ("驻村第一书记成小飞介绍。", "成小飞", "official"),
        ("社区居委会主任成小飞介绍。", "成小飞", "official"),
    ],
)
def test_roles(body: str, name: str, role: str) -> None:
    assert people_in(body)[name].role == role


def test_one_post_printed_in_two_ways_is_one() -> None:
    posts = posts_in("左权县县委书记王小明说。县委书记王小明要求，左权县委书记王小明强调。")
    assert posts == {"王小明": [("左权县县委书记", ZUOQUAN)]}


def test_list_of_appointments() -> None:
    body = "决定任命王小明为祁县民政局局长，李大海为祁县财政局局长。"
    assert {name: posts[0][0] for name, posts in posts_in(body).items()} == {
        "王小明": "祁县民政局局长",
        "李大海": "祁县财政局局长",
    }


def test_chain_goes_on_behind_a_name_of_another_city() -> None:
    posts = posts_in("太原市委书记王大海、市长李小山来我市考察，市委书记赵一平陪同。")
    assert posts == {
        "王大海": [("太原市委书记", "山西省/太原市")],
        "李小山": [("市长", "山西省/太原市")],
        "赵一平": [("市委书记", JINZHONG)],
    }


def test_city_in_a_prefecture_s_paper_is_its_only_one() -> None:
    posts = posts_in("州委副书记、市委书记王小祥主持会议。", "迪庆日报")
    assert posts["王小祥"][1] == ("市委书记", "云南省/迪庆藏族自治州/香格里拉市")


def test_former_post_inside_the_organ_s_name() -> None:
    post = people_in("省交通厅原党组书记、厅长王小伟被查。")["王小伟"].posts[0]
    assert (post.former, post.resolved) == (True, "山西省交通厅党组书记")


def test_names_without_a_family_name_only_where_they_are_usual() -> None:
    assert "帕查有格" in posts_in("四川凉山州昭觉县某乡党委书记帕查有格介绍。", "人民日报")
    assert posts_in("相关部门主任陪同考察，党委书记一行多走走。", "凉山日报") == {}


def test_inverse_order_adds_no_second_post() -> None:
    body = "高平市委书记卫红旗接受采访。卫红旗书记说，发展要实。"
    assert posts_in(body, "晋城新闻") == {"卫红旗": [("高平市委书记", "山西省/晋城市/高平市")]}


def test_inverse_order_alone() -> None:
    assert posts_in("深入学习贯彻王小明总书记重要讲话。", "人民日报") == {"王小明": [("总书记", "中国")]}


def test_who_is_interviewed_may_stand_in_the_subhead_alone() -> None:
    body, subhead = "今年我们先修缮老街，再谈招商。", "榆社县委副书记、县长 方小川"
    county = "山西省/晋中市/榆社县"
    posts = [("榆社县委副书记", county), ("县长", county)]
    assert posts_in(body, kind="interview", subhead=subhead) == {"方小川": posts}
    assert posts_in(body, kind="news", subhead=subhead) == {}


def test_title_in_the_headline_holds_in_the_body() -> None:
    people = people_in("安康笑着说，今年收成好。", "榆林日报", headline="访横山区委书记安康")
    (post,) = people["安康"].posts
    assert (post.text, post.place, post.span.text) == ("横山区委书记", "陕西省/榆林市/横山区", "")


def test_post_named_with_a_verb() -> None:
    assert "石头" in posts_in("左权县麻田镇上石村不大，村党支部书记名叫石头。")


@pytest.mark.parametrize(
    "body",
    [
        "县里高度重视，县委书记、县长同任组长。",
        "县委书记带头讲党课，镇长项目一线办公，村支书马上行动。",
        "市长热线开通，县长办公会研究，书记处书记，主任医师方案，局长接访日。",
        "书记谈发展、话未来，组长连续三天蹲点，党委书记关心群众。",
        "市长治理污染，县长江治理工程，全县长期坚持。",
        "江阴市长泾镇、长治市长子县、榆次区长凝镇都来了。",
        "走访两所大学的党委书记或校长。",
    ],
)
def test_titles_without_names_make_no_officials(body: str) -> None:
    assert posts_in(body) == {}


def test_mentions_are_exact_and_words_are_left_out() -> None:
    body = "县长任重说，产业要强。果品加工任重道远。任重指出，要抓实。"
    person = people_in(body)["任重"]
    assert all(body[span.start : span.end] == "任重" for span in person.mentions)
    assert [span.start for span in person.mentions] == [2, 20]


def test_evidence_spans_hold_the_printed_post() -> None:
    body = "8月6日，市委常委、秘书长王小明来到左权县麻田镇。"
    for post in people_in(body)["王小明"].posts:
        assert body[post.span.start : post.span.end] == post.text == post.span.text


def test_byline_names_are_reporters_and_photographers() -> None:
    writers = (make_writer("董永一"), make_writer("白雪", "摄"))
    people = people_in("左权县开工。", byline=writers)
    assert (people["董永一"].role, people["白雪"].role) == ("reporter", "photographer")


def test_writer_with_a_post_is_an_official() -> None:
    people = people_in("开放的城市。", "大同日报", byline=(make_writer("蔺小成", "大同市委常委、常务副市长"),))
    assert people["蔺小成"].role == "official"
    assert [post.place for post in people["蔺小成"].posts] == ["山西省/大同市"] * 2


@pytest.mark.parametrize(
    "piece", ["县长", "市委书记王小明、", "长", "省市县区局长", "王小明任县长", "副", "党委书记某某某某某某"]
)
def test_time_grows_with_length_only(piece: str) -> None:
    start = time.process_time()
    people_in(piece * (40_000 // len(piece)))
    assert time.process_time() - start < 8


JIEXIU = f"{JINZHONG}/介休市"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("介休市推行新办法。市行政审批服务局局长王小明介绍，全市办了三千件。", JIEXIU),
        ("市行政审批服务局局长王小明来到介休市。介休市推行新办法。", JINZHONG),
        ("全市现场会在介休市召开。市行政审批服务局局长王小明介绍经验。", JINZHONG),
        ("介休市推行新办法，晋中市随后推开。市行政审批服务局局长王小明介绍经验。", JINZHONG),
        ("市委书记李一鸣来到介休市。市行政审批服务局局长王小明介绍经验。介休市推开。", JINZHONG),
        ("介休市推行新办法。市教育局局长王小明，介休市委书记李一鸣参加。", JINZHONG),
        ("介休市、祁县推行新办法。市行政审批服务局局长王小明介绍经验。", JINZHONG),
    ],
)
def test_the_city_of_an_article_about_a_county_level_city(body: str, place: str) -> None:
    assert posts_in(body)["王小明"][0][1] == place


@pytest.mark.parametrize(
    ("body", "paper", "place"),
    [
        ("大同市委书记李一鸣说，绿电到了。市能源局局长王小明介绍，机柜满了。", "太原日报", "山西省/大同市"),
        ("大同市委书记李一鸣来我市考察。市能源局局长王小明介绍，机柜满了。", "太原日报", "山西省/太原市"),
        ("市能源局局长王小明介绍，机柜满了。", "太原日报", "山西省/太原市"),
    ],
)
def test_the_city_of_an_article_from_elsewhere(body: str, paper: str, place: str) -> None:
    assert posts_in(body, paper)["王小明"][0][1] == place


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("左权县修路，左权县通车，到祁县只要一小时。\n县林业局局长王小明说，树栽好了。", ZUOQUAN),
        ("左权县修路，左权县通车。\n祁县也动了起来，县林业局局长王小明说，树栽好了。", f"{JINZHONG}/祁县"),
        ("左权县县长李一鸣，龙城新区管委会副主任王小明参加。", JINZHONG),
        ("左权县县长李一鸣，开发区管委会副主任王小明参加。", ZUOQUAN),
        ("左权县麻田镇镇长李一鸣，龙城新区管委会副主任王小明参加。", ZUOQUAN),
        ("市人大常委会主任李一鸣到左权县视察。左权县人大汇报。副主任王小明参加。", JINZHONG),
        ("左权县麻田镇开工。晋中高新区签约。高新区党工委书记王小明说，亩产翻番。", JINZHONG),
        ("左权县麻田镇开工。左权经济开发区签约。开发区党工委书记王小明说，亩产翻番。", ZUOQUAN),
        ("左权县麻田镇开工。麻田经济开发区签约。开发区管委会主任王小明说，亩产翻番。", ZUOQUAN),
        ("左权县麻田镇开工。晋中工业园区签约。园区管委会主任王小明说，亩产翻番。", JINZHONG),
        ("左权县麻田镇产业园管委会主任王小明说，亩产翻番。", ZUOQUAN),
        ("左权县麻田镇热闹起来。左权县不错。村支书王小明说，路宽了。", f"{ZUOQUAN}/麻田镇"),
        ("左权县麻田镇热闹起来。上武村党总支书记王小明说，路宽了。", f"{ZUOQUAN}/麻田镇/上武村"),
    ],
)
def test_the_county_and_the_organ_told_before(body: str, place: str) -> None:
    assert posts_in(body)["王小明"][0][1] == place


NATIONALITIES = [
    ("州乡村振兴局局长俄木小川参加相关活动。", "凉山日报", "俄木小川", "四川省/凉山彝族自治州"),
    ("四子王旗旗委副书记、旗长阿拉坦呼介绍。", "乌兰察布日报", "阿拉坦呼", "内蒙古自治区/乌兰察布市/四子王旗"),
    (
        "锡林浩特市宝力根苏木党委书记那顺巴图说。",
        "锡林郭勒日报",
        "那顺巴图",
        "内蒙古自治区/锡林郭勒盟/锡林浩特市/宝力根苏木",
    ),
    ("地委副书记、行署专员阿不都·买买提参加。", "喀什日报", "阿不都·买买提", "新疆维吾尔自治区/喀什地区"),
    ("城关区委书记格桑平措参加。", "拉萨晚报", "格桑平措", "西藏自治区/拉萨市/城关区"),
    ("琼中黎族苗族自治县县委书记孙一文参加。", "海南日报", "孙一文", "海南省/琼中黎族苗族自治县"),
    ("琼中自治县县委书记孙一文参加。", "海南日报", "孙一文", "海南省/琼中黎族苗族自治县"),
    ("桐庐县莪山乡党委书记钟一文参加。", "杭州日报", "钟一文", "浙江省/杭州市/桐庐县/莪山畲族乡"),
    ("万州区委书记莫一明参加。", "重庆日报", "莫一明", "重庆市/万州区"),
    ("恩施州委副书记、州长刘一震参加。", "湖北日报", "刘一震", "湖北省/恩施土家族苗族自治州"),
]


@pytest.mark.parametrize(("body", "paper", "name", "place"), NATIONALITIES)
def test_posts_all_over_the_country(body: str, paper: str, name: str, place: str) -> None:
    posts = posts_in(body, paper)
    assert set(posts) == {name}
    assert {where for _, where in posts[name]} == {place}


@pytest.mark.parametrize(
    "body",
    [
        "县委书记高度重视，县长亲自挂帅，局长任组长。",
        "实行书记项目、区长热线、镇长负责制，支部书记安排专人负责。",
        "各级河长、林长巡河巡林，市长质量奖揭晓，部长通道开启。",
        "县委书记经常深入一线，县长明确要求，副县长应邀介绍。",
        "县委书记会议，听取汇报。会议指出，要抓落实。",
        "由县长任链长，各部门各管一段。大家叫他“红娘书记”。",
    ],
)
def test_what_stands_behind_a_title_is_no_name(body: str) -> None:
    assert posts_in(body) == {}

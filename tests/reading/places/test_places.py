"""Places: the boundary cases, the date, short names, embedded names, villages, words like 我市."""

import time

import pytest

from tests.reading.facts import make_writer, paths_in, places_in

JINZHONG = "山西省/晋中市"


@pytest.mark.parametrize(
    ("body", "paper", "paths"),
    [
        ("江阴市长泾镇的纺织园开工。", "无锡日报", {"江苏省/无锡市/江阴市", "江苏省/无锡市/江阴市/长泾镇"}),
        ("长治市长子县召开现场会。", "长治日报", {"山西省/长治市", "山西省/长治市/长子县"}),
        ("榆次区长凝镇种了千亩核桃。", "晋中日报", {f"{JINZHONG}/榆次区", f"{JINZHONG}/榆次区/长凝镇"}),
        ("市长治理污染的决心很大。", "长治日报", set()),
        ("天下大同是先贤的理想。", "大同日报", set()),
        ("群众高兴县城变美了。", "吕梁日报", set()),
        ("太原古县城人流如织。", "太原日报", {"山西省/太原市"}),
        ("缅怀左权将军。", "晋中日报", set()),
        (
            "左权县麻田镇西安村种了莲藕。",
            "晋中日报",
            {f"{JINZHONG}/左权县", f"{JINZHONG}/左权县/麻田镇", f"{JINZHONG}/左权县/麻田镇/西安村"},
        ),
        ("代县枣林镇举办梨花节。", "忻州日报", {"山西省/忻州市/代县", "山西省/忻州市/代县/枣林镇"}),
        ("阳城县委副书记、代县长李一鸣介绍。", "晋城新闻", {"山西省/晋城市/阳城县"}),
        ("历代县志都有记载。", "忻州日报", set()),
    ],
)
def test_boundary_cases(body: str, paper: str, paths: set[str]) -> None:
    assert paths_in(body, paper) == paths


@pytest.mark.parametrize(
    ("body", "year", "paths"),
    [
        ("大同市城区关停小锅炉。", 2017, {"山西省/大同市", "山西省/大同市/城区"}),
        ("原神木县撤县设市已满一年。", 2018, {"陕西省/榆林市/神木市"}),
        ("神木县大柳塔镇", 2016, {"陕西省/榆林市/神木县", "陕西省/榆林市/神木县/大柳塔镇"}),
        ("太谷县推广饼业。", 2021, {"山西省/晋中市/太谷区"}),
    ],
)
def test_names_are_those_of_the_issue_s_year(body: str, year: int, paths: set[str]) -> None:
    assert paths_in(body, "山西日报", year) == paths


@pytest.mark.parametrize(
    ("body", "paper", "paths"),
    [
        ("左权依山而建。", "晋中日报", {f"{JINZHONG}/左权县"}),
        ("左权依山而建。", "泉州晚报", set()),
        ("他在安泽、运城等地工作过。", "晋城新闻", {"山西省/临汾市/安泽县", "山西省/运城市"}),
        ("药材卖到河北安国。", "晋城新闻", {"河北省", "河北省/保定市/安国市"}),
        ("他来自安康。", "榆林日报", {"陕西省/安康市"}),
        ("让居民安康、让社工减负。", "晋城新闻", set()),
        ("平安建设扎实推进，长治久安。", "海东日报", set()),
        ("产品销往北京、呼和浩特等地。", "大同日报", {"北京市", "内蒙古自治区/呼和浩特市"}),
        ("更大连片开发，隆重庆祝，美丽水乡。", "丽水日报", set()),
        ("太原路与北京路交叉口改造。", "运城日报", set()),
    ],
)
def test_short_names_need_their_context(body: str, paper: str, paths: set[str]) -> None:
    assert paths_in(body, paper) == paths


def test_district_of_many_cities_is_the_home_s() -> None:
    assert paths_in("鼓楼区改造老旧小区。", "福州日报") == {"福建省/福州市/鼓楼区"}
    assert paths_in("鼓楼区改造老旧小区。", "徐州日报") == {"江苏省/徐州市/鼓楼区"}


def test_district_of_many_cities_stays_open_without_context() -> None:
    (place,) = places_in("鼓楼区改造老旧小区。", "人民日报")
    assert (place.text, place.resolved) == ("鼓楼区", None)


def test_common_noun_is_no_district_without_proof() -> None:
    assert paths_in("主城区道路拓宽，城区面貌一新。", "晋城新闻") == set()
    assert paths_in("城区北街街道上线平台。", "晋城新闻") == {"山西省/晋城市/城区", "山西省/晋城市/城区/北街街道"}


def test_township_and_city_of_one_name_are_told_apart() -> None:
    body = "随后来到文水县孝义镇，它与孝义市同名。"
    assert {"山西省/吕梁市/文水县/孝义镇", "山西省/吕梁市/孝义市"} <= paths_in(body, "吕梁日报")


def test_names_of_far_universities_are_no_places() -> None:
    assert paths_in("祁县与武汉大学、厦门大学结对。") == {f"{JINZHONG}/祁县"}


def test_company_of_the_region_is_embedded() -> None:
    kinds = {place.text: place.kind for place in places_in("平遥酱菜有限公司在平遥县古陶镇建厂。")}
    assert kinds["平遥"] == "embedded"
    assert kinds["平遥县"] == "admin"


def test_regions_are_kept_apart() -> None:
    (place,) = places_in("京津冀气象台联播。")
    assert (place.text, place.kind, place.resolved) == ("京津冀", "region", None)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("左权县麻田镇上石村开了茶馆。后来，上石村修了路。", f"{JINZHONG}/左权县/麻田镇/上石村"),
        ("交城县天宁镇西街社区装了电梯。", "山西省/吕梁市/交城县/天宁镇/西街社区"),
        ("在临县召开会议，修缮双塔村老戏台。", "山西省/吕梁市/临县/双塔村"),
        ("岚县白云乡石桥村种土豆。", "山西省/吕梁市/岚县/白云乡/石桥村"),
        ("锡林浩特市宝力根苏木胡日干嘎查养牛。", "内蒙古自治区/锡林郭勒盟/锡林浩特市/宝力根苏木/胡日干嘎查"),
    ],
)
def test_village_stands_under_its_township_or_county(body: str, path: str) -> None:
    assert path in paths_in(body, "山西日报")


@pytest.mark.parametrize(
    "body",
    [
        "左权县改造农村公路。",
        "左权县麻田镇提出联村办厂。",
        "左权县的村民增收了。",
        "左权县特色小镇建成。",
        "左权县各乡镇行动。",
    ],
)
def test_common_words_are_no_villages(body: str) -> None:
    assert all(path.count("/") < 4 and not path.endswith(("农村", "联村", "小镇", "乡镇")) for path in paths_in(body))


def test_bare_village_without_any_unit_is_left_out() -> None:
    assert paths_in("走进石桥村，处处是景。", "人民日报") == set()


@pytest.mark.parametrize(
    ("body", "towns"),
    [
        ("佳县坑镇的枣红了。坑镇党委书记王小明说，人人学直播。", {"坑镇"}),
        ("佳县在坑镇、通镇设立站点。", {"坑镇", "通镇"}),
        ("佳县的枣红了，矿坑镇守着山口。", set()),
    ],
)
def test_townships_of_two_characters_need_their_county_and_a_free_beginning(body: str, towns: set[str]) -> None:
    assert {path.split("/")[3] for path in paths_in(body, "榆林日报") if path.count("/") == 3} == towns


@pytest.mark.parametrize(
    ("body", "towns"),
    [
        ("郯城县蓄水，为马头、重坊、归昌三个乡镇供水。", {"马头镇", "重坊镇", "归昌乡"}),
        ("郯城县修路，周边马头、重坊等镇的花生油外销。", {"马头镇", "重坊镇"}),
        ("临沭县建站，玉山、大兴、蛟龙等镇都有布点。", {"玉山镇", "大兴镇", "蛟龙镇"}),
        ("临沭县建站，工人去过大兴、货场等镇上的路。", set()),
        ("临沭县建站，大兴、货场都有布点。", set()),
    ],
)
def test_a_list_of_townships_calls_them_by_their_short_names(body: str, towns: set[str]) -> None:
    assert {path.split("/")[3] for path in paths_in(body, "临沂日报") if path.count("/") == 3} == towns


def test_the_writer_s_post_tells_which_district_is_meant() -> None:
    writer = make_writer("王小明", "马龙区委书记")
    assert paths_in("马龙是典型的山区。", "曲靖日报", byline=(writer,)) == {"云南省/曲靖市/马龙区"}


def test_our_city_is_the_newspaper_s_home() -> None:
    assert paths_in("我市全力防汛。") == {JINZHONG}
    assert paths_in("我市全力防汛。", "人民日报") == set()


def test_that_county_is_the_one_named_last() -> None:
    that = next(place for place in places_in("祁县与平遥县相邻，该县酥梨有名。") if place.text == "该县")
    assert that.resolved == f"{JINZHONG}/平遥县"


def test_known_site_lies_in_its_county() -> None:
    (site,) = places_in("晋中国家农高区引来新企业。")
    assert (site.text, site.kind, site.resolved) == ("晋中国家农高区", "site", f"{JINZHONG}/太谷区")


def test_county_of_two_characters_at_home_and_away() -> None:
    assert paths_in("请他介绍祁县的酥梨。") == {f"{JINZHONG}/祁县"}
    assert paths_in("泾县县委书记讲话。") == {"安徽省/宣城市/泾县"}
    assert paths_in("教育富县、文县建设。") == set()


def test_spans_hold_what_is_printed() -> None:
    body = "左权县麻田镇上石村。\n左权县防汛。"
    for place in places_in(body, headline="左权县防汛"):
        assert all(body[span.start : span.end] == span.text for span in place.mentions)
    (county,) = (place for place in places_in(body) if place.text == "左权县")
    assert [span.start for span in county.mentions] == [0, 11]


@pytest.mark.parametrize("piece", ["县", "左权县", "村", "山西晋中市左权县麻田镇", "我市", "、", "古镇"])
def test_time_grows_with_length_only(piece: str) -> None:
    start = time.process_time()
    places_in(piece * (60_000 // len(piece)))
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("body", "paper", "paths"),
    [
        (
            "六安市组织金寨县、霍山县巡护。",
            "皖西日报",
            {"安徽省/六安市", "安徽省/六安市/金寨县", "安徽省/六安市/霍山县"},
        ),
        ("副市长马一东、罗长海、肖一群出席。", "大连日报", set()),
        ("船队开往长海，补给物资。", "大连日报", {"辽宁省/大连市/长海县"}),
        ("列车开到深圳盐田港。", "赣南日报", {"广东省/深圳市"}),
        ("白鹭贴着水面飞过，湖北岸的楼房封顶。", "晋中日报", set()),
        ("平定经济技术开发区集中开工。", "阳泉日报", {"山西省/阳泉市/平定县"}),
        ("平潭的渔船回港了。", "福建日报", {"福建省/福州市/平潭县"}),
        ("今年夏天全县客人多，过境货车不再穿越城区。", "承德日报", set()),
        ("要求市水利局会同县上修渠，车子翻过高黎贡山。", "怒江报", set()),
        ("投资方董事长沙一鸣说，年底投产。", "晋中日报", set()),
        ("要求市水利局会同县里修渠，依据条例和县委会议公示。", "百色日报", set()),
        ("右江流域水清了，孩子们到右江边读书。", "右江日报", set()),
        ("右江区修渠，右江的乡亲种番茄。", "右江日报", {"广西壮族自治区/百色市/右江区"}),
        ("黑河是重要支流，黑河、洪水河涨水。", "张掖日报", set()),
        ("复合肥厂开工，雷公山东麓修路。", "黔东南日报", set()),
        ("与北京一家蔬菜集团签约。", "承德日报", {"北京市"}),
        ("市委主任虞咸宁主持会议。\n虞咸宁指出，要快。", "咸阳日报", set()),
        ("市长濮阳钧出席。濮阳钧说，要快。", "达州日报", set()),
        ("我在海盐的一家厂干活。", "今日海盐", {"浙江省/嘉兴市/海盐县"}),
    ],
)
def test_what_stands_around_a_short_name(body: str, paper: str, paths: set[str]) -> None:
    assert paths_in(body, paper) == paths


@pytest.mark.parametrize(
    ("body", "counties"),
    [
        ("抽调百人，对榆社、和顺、寿阳三个县（区）逐户走访。", {"榆社县", "和顺县", "寿阳县"}),
        ("近日，记者走进和顺、寿阳两县寻找答案。", {"和顺县", "寿阳县"}),
        ("和顺、美满、富裕三个词说尽心愿。", set()),
        ("家家和顺、户户平安等县里的说法。", set()),
    ],
)
def test_counties_of_a_list_need_no_level(body: str, counties: set[str]) -> None:
    assert paths_in(body) == {f"{JINZHONG}/{county}" for county in counties}


@pytest.mark.parametrize(
    ("body", "paper", "paths"),
    [
        ("万佛山镇开了民宿，万佛山森林基地开工。", "怀化日报", {"湖南省/怀化市/通道侗族自治县/万佛山镇"}),
        ("江南街道停水。", "今日永康", {"浙江省/金华市/永康市/江南街道"}),
        ("江南街道停水。", "金华日报", set()),
        ("我们是长乐镇的村民。", "今日嵊州", {"浙江省/绍兴市/嵊州市/长乐镇"}),
        ("长乐镇里的路宽了。", "今日嵊州", {"浙江省/绍兴市/嵊州市/长乐镇"}),
        ("在畹町镇，仓库开工。", "德宏团结报", {"云南省/德宏傣族景颇族自治州/瑞丽市/畹町镇"}),
        ("沁县的乡亲卖“沁州黄”。", "长治日报", {"山西省/长治市/沁县"}),
        (
            "集安市把太王、榆林两镇的酒庄串成线。",
            "通化日报",
            {
                "吉林省/通化市/集安市",
                "吉林省/通化市/集安市/太王镇",
                "吉林省/通化市/集安市/榆林镇",
            },
        ),
    ],
)
def test_short_names_of_townships(body: str, paper: str, paths: set[str]) -> None:
    assert paths_in(body, paper) == paths


@pytest.mark.parametrize(
    ("body", "paper", "village"),
    [
        ("左权县麻田镇两河口村村民种核桃。", "晋中日报", "左权县/麻田镇/两河口村"),
        ("左权县麻田镇老营村种核桃。", "晋中日报", "左权县/麻田镇/老营村"),
        ("左权县麻田镇的柳沟村种核桃。", "晋中日报", "左权县/麻田镇/柳沟村"),
        ("左权县修路，他来到东柳乡石沟村，走进农家。", "晋中日报", "左权县/东柳乡/石沟村"),
        ("左权县麻田镇热闹起来。如今，柳沟村、石沟村的民宿难求。", "晋中日报", "左权县/麻田镇/石沟村"),
        ("左权县麻田镇受灾村、首批村和两个村都在重建。", "晋中日报", None),
        ("左权县河口镇镇长说，游客多了。", "晋中日报", "左权县/河口镇"),
        ("左权县麻田镇举办村干部培训，约谈社区负责人，如今社区变样，主产村增收。", "晋中日报", None),
        ("麻田镇是左权县的大镇。在上武村，他问收成。", "晋中日报", "左权县/麻田镇/上武村"),
        ("左权县麻田镇开了工厂，工头来自福建省晋江市。\n在上武村，他问收成。", "晋中日报", "左权县/麻田镇/上武村"),
        ("左权县麻田镇有一家医院，来自上武村的江一棠说好。", "晋中日报", "左权县/麻田镇/上武村"),
        ("左权县书画小镇开门迎客。", "晋中日报", None),
        ("左权县在河口镇修路。", "晋中日报", "左权县/河口镇"),
        ("左权县沿边四乡镇集中供水。", "晋中日报", None),
        ("左权县河口回族镇修路。", "晋中日报", "左权县/河口回族镇"),
        ("左权县开会，他来到麻田镇、河口镇看水库。", "晋中日报", "左权县/河口镇"),
        ("左权县开会，他在河口镇、麻田镇看水库。", "晋中日报", "左权县/河口镇"),
        ("左权县麻田镇、各乡镇和特色小镇都在修路。", "晋中日报", None),
        ("左权县麻田镇有个村种核桃，左权县共选派驻村干部九人，左权县领导包村。", "晋中日报", None),
        ("从左权县麻田镇到石沟村的路通了。", "晋中日报", "左权县/麻田镇/石沟村"),
        ("左权县麻田镇石家沟乡村旅游项目完工，左权县组织村支书培训。", "晋中日报", None),
        ("左权县热闹起来，村民来到古镇，又走进小镇、集镇。", "晋中日报", None),
    ],
)
def test_villages_and_townships_no_list_has(body: str, paper: str, village: str | None) -> None:
    deep = {path.removeprefix(f"{JINZHONG}/") for path in paths_in(body, paper) if path.count("/") > 2}
    assert village in deep if village else deep <= {"左权县/麻田镇"}

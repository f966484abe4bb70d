"""Primary places: headline, dominance, the newspaper's home."""

import pytest

from tests.reading.facts import primary_in

HOME = "山西省/晋中市"


@pytest.mark.parametrize(
    ("body", "headline", "paper", "primary"),
    [
        ("市委书记到左权县调研，平遥县也去了。", "左权县推进项目建设", "晋中日报", (f"{HOME}/左权县",)),
        ("左权县麻田镇开工，左权县桐峪镇投产，太原客商到场。", None, "晋中日报", (f"{HOME}/左权县",)),
        ("市委部署秋收。祁县动手早，平遥县措施实，介休市、灵石县跟上。", None, "晋中日报", (HOME,)),
        ("各部门认真落实。", None, "晋中日报", (HOME,)),
        ("湖北省水利厅印发方案。", "湖北完善河湖保护", "人民日报", ("湖北省",)),
        ("成都、德阳、绵阳的订单最多，南充、遂宁次之。", "外贸数据公布", "人民日报", ("四川省",)),
        ("天上有云。", None, "人民日报", ()),
        ("东城区改造胡同。", None, "北京日报", ("北京市/东城区",)),
        (
            "祁县签约，祁县开工，平遥县签约，平遥县开工。",
            "我市项目建设提速",
            "晋中日报",
            (HOME, f"{HOME}/祁县", f"{HOME}/平遥县"),
        ),
    ],
)
def test_primary_places(body: str, headline: str | None, paper: str, primary: tuple[str, ...]) -> None:
    assert primary_in(body, paper, headline) == primary


@pytest.mark.parametrize(
    ("body", "headline", "paper", "primary"),
    [
        ("左权县整改，祁县整改。", "市纪委监委部署清查工作", "晋中日报", (HOME,)),
        ("左权县整改，祁县整改。", "市场秩序好转", "晋中日报", (f"{HOME}/左权县", f"{HOME}/祁县")),
        ("左权县代表发言，全市落实。", "市人大代表建议有了回音", "晋中日报", (HOME,)),
        ("会议在左权县召开。祁县、灵石县发言。", "全市项目推进会在左权召开", "晋中日报", (HOME,)),
        ("省直部门到左权县调研。祁县汇报。", "省水利厅调研组来我市调研", "晋中日报", (HOME,)),
        ("左权县修渠，左权县护岸，左权县清淤。", "省水利厅调研组来我市调研", "晋中日报", (f"{HOME}/左权县",)),
        ("会议在太原召开。", "省人大常委会召开主任会议", "山西日报", ("山西省",)),
        ("平定县修渠，盂县护岸。", "《山西经济日报》刊发报道", "阳泉日报", ("山西省/阳泉市/平定县", "山西省/阳泉市/盂县")),
        ("新华社太原4月1日电（记者 王小明）记者从国家能源局获悉，项目获准。", "又添一座电站", "山西日报", ("山西省",)),
        ("安徽省六安市启动巡护，金寨县、霍山县、裕安区参加。", None, "人民日报", ("安徽省/六安市",)),
        ("市人大常委会开会，任命干部。", "市人大常委会举行会议", "今日永康", ("浙江省/金华市/永康市",)),
        ("省纪委监委通报，左权县一人受处分。", None, "山西日报", ("山西省",)),
    ],
)  # fmt: skip
def test_in_whose_name_a_report_speaks(body: str, headline: str | None, paper: str, primary: tuple[str, ...]) -> None:
    assert primary_in(body, paper, headline) == primary


@pytest.mark.parametrize(
    ("body", "headline", "paper", "primary"),
    [
        ("市委书记深入左权县、祁县，就秋收进行调研。在祁县，他问收成。祁县汇报。", None, "晋中日报", ("左权县", "祁县")),
        ("执法检查组到左权县、祁县检查。祁县汇报。", "市人大常委会开展执法检查", "晋中日报", ("左权县", "祁县")),
        ("市政协副主席李一鸣先后到左权县麻田镇、桐峪镇，视察民生工程。左权县汇报。", "市政协视察民生工程", "晋中日报", ("左权县",)),
        ("市政协副主席李一鸣到左权县视察民生工程。左权县麻田镇、祁县汇报。", "市政协视察民生工程", "晋中日报", ("",)),
        ("省水利厅厅长来我市左权县、祁县调研。祁县汇报。", "省水利厅厅长来我市调研", "晋中日报", ("左权县", "祁县")),
        ("市长主持会议，左权县汇报。左权县、左权县落实。祁县、祁县跟上。", "李一鸣在全市防汛会上强调", "晋中日报",
         ("", "左权县", "祁县")),
        ("全市观摩会在左权县、祁县举行。祁县发言。", "全市观摩会举行", "晋中日报", ("左权县", "祁县")),
        ("会议在左权县召开。祁县发言。", "全市推进会召开", "晋中日报", ("",)),
        ("督查组到左权县走访。", "市纪委监委：盯住节点", "晋中日报", ("",)),
        ("左权县麻田镇修渠，左权县桐峪镇护岸。", "晋中高新区4个项目签约", "晋中日报", ("",)),
        ("左权县修渠；祁县护岸；灵石县种树；介休市造林；昔阳县修路。", "县域项目一览", "晋中日报",
         ("左权县", "祁县", "灵石县", "介休市", "昔阳县")),
        ("昨日，市中级人民法院通报。左权县执结案件，左权县腾退房屋。", "市中院发布案例", "晋中日报", ("",)),
        ("左权县一条街的灯换了。", "市委常委会召开会议 传达学习全省会议精神", "晋中日报", ("",)),
    ],
)  # fmt: skip
def test_where_the_first_sentence_goes(body: str, headline: str | None, paper: str, primary: tuple[str, ...]) -> None:
    assert primary_in(body, paper, headline) == tuple(f"{HOME}/{name}".rstrip("/") for name in primary)


TURNS = (
    "沟里在变。记者走进三地。",
    "左权县麻田镇种核桃，左权的核桃好。",
    "路宽了。祁县东观镇种梨。",
    "灵石县两渡镇养牛。",
)


@pytest.mark.parametrize(
    ("paragraphs", "headline", "primary"),
    [
        (TURNS, "沟里的账", ("", "左权县", "祁县", "灵石县")),
        (TURNS[:-1], "沟里的账", ("左权县",)),
        (TURNS, "市纪委监委通报三起案件", ("",)),
        ((*TURNS, "平遥县、介休市来学。", "寿阳县、昔阳县来学。", "和顺县、太谷区来学。", "榆社县、榆次区来学。"), "账", ("",)),
    ],
)  # fmt: skip
def test_counties_with_paragraphs_of_their_own(
    paragraphs: tuple[str, ...], headline: str, primary: tuple[str, ...]
) -> None:
    found = primary_in("\n".join(paragraphs), headline=headline, kind="feature")
    assert found == tuple(f"{HOME}/{name}".rstrip("/") for name in primary)


def test_counties_of_nationalities_are_called_by_their_short_names() -> None:
    body = "市委书记深入围场满族蒙古族自治县、隆化县。隆化县汇报，隆化县发言。"
    assert primary_in(body, "承德日报", "在围场隆化调研") == (
        "河北省/承德市/围场满族蒙古族自治县",
        "河北省/承德市/隆化县",
    )


@pytest.mark.parametrize(
    ("body", "primary"),
    [
        ("有的单位把转办当办结。热线热不热，群众说了算。", ()),
        ("有的单位把转办当办结。全市上下要动真格。", (HOME,)),
        ("有的单位把转办当办结。晋中人说了算。", (HOME,)),
    ],
)
@pytest.mark.parametrize("kind", ["commentary", "feature"])
def test_a_comment_without_any_place_is_about_none(body: str, primary: tuple[str, ...], kind: str) -> None:
    assert primary_in(body, headline="热线别只热铃声", kind=kind) == primary


def test_an_interview_speaks_in_the_name_of_the_organ_it_was_with() -> None:
    body = "左权县、祁县都在种树，左权县麻田镇种得最多。祁县东观镇也不慢。"
    assert primary_in(body, headline="春天里的账", subhead="访市林业局副局长李一鸣") == (HOME,)
    assert HOME not in primary_in(body, headline="春天里的账", subhead="访护林员李一鸣")

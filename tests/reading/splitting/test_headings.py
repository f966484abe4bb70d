"""Headings of one to four lines, read as kicker, headline and subhead; what belongs to a heading and what to the text."""

import pytest

from articles.reading.lines.closings import parse_closing
from articles.reading.lines.furniture import furniture_kind
from articles.reading.lines.layout import measure
from articles.reading.lines.marks import mark_lines
from articles.reading.lines.printed import read_lines
from articles.reading.records import ArticleText
from articles.reading.splitting.blocks import build_blocks
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.labelling import label_lines
from articles.reading.splitting.page import split_page
from articles.reading.splitting.runs import read_runs
from articles.reading.splitting.signatures import read_signatures
from articles.reading.splitting.similarity import compare, pieces_of

BODY = """本报讯（记者 王小明）5月6日，青石县召开会议，部署春耕生产，要求各乡镇抓紧备耕。

全县已备足化肥三千吨、种子五百吨，农机手全部上岗，灌区管道检修一新。"""


def heading_of(*lines: str) -> ArticleText:
    (article,) = split_page("\n".join(lines) + "\n\n" + BODY).articles
    return article


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "subhead"),
    [
        (["李大海在青石县调研时强调", "不误农时抓春管"], "李大海在青石县调研时强调", "不误农时抓春管", None),
        (["全县春耕生产会议召开", "李大海主持并讲话"], None, "全县春耕生产会议召开", "李大海主持并讲话"),
        (["青石县春管春播现场会召开", "李大海讲话 周立群主持"], None, "青石县春管春播现场会召开", "李大海讲话 周立群主持"),
        (["青石县灌区管道", "全部检修一新", "三千吨化肥送到田间地头农户手中"], None, "青石县灌区管道 全部检修一新", "三千吨化肥送到田间地头农户手中"),
        (["李大海在全县备耕动员会上强调", "种子要到户 化肥要到田", "农机不误时"], "李大海在全县备耕动员会上强调", "种子要到户 化肥要到田 农机不误时", None),
        (["青石灌区检修工程开工", "全县十二个乡镇春耕用水有保障"], None, "青石灌区检修工程开工", "全县十二个乡镇春耕用水有保障"),
        (["备耕路上不停步", "——青石县春耕生产见闻"], None, "备耕路上不停步", "青石县春耕生产见闻"),
    ],
)  # fmt: skip
def test_the_lines_of_a_heading_have_their_parts(
    lines: list[str], kicker: str | None, headline: str, subhead: str | None
) -> None:
    article = heading_of(*lines)
    assert (article.kicker, article.headline, article.subhead) == (kicker, headline, subhead)


def test_an_office_is_no_headline_of_what_it_announces() -> None:
    notice = "现将下列同志予以公示：李娜，女，1979年8月生，现任白杨镇党委书记。公示时间为6月15日至21日。如有异议，请向县委组织部反映。"
    article = split_page(f"{notice}\n中共青石县委组织部\n\n干部任前公示").articles[0]
    assert (article.headline, article.body_lines) == ("干部任前公示", ((1, 2),))


def test_a_headline_is_in_one_piece() -> None:
    article = heading_of("园区·项目", "", "李大海在青石县南屏县调研水利工程建设时强调", "", "抢抓黄金期 早供放心水")
    assert (article.section, article.headline) == ("园区·项目", "抢抓黄金期 早供放心水")


def test_an_initial_printed_twice_counts_once_but_a_word_said_twice_stays() -> None:
    assert heading_of("春春耕生产全面铺开").headline == "春耕生产全面铺开"
    assert heading_of("家家有种子 户户有农机").headline == "家家有种子 户户有农机"
    assert heading_of("坡坡岭岭种满春茶").headline == "坡坡岭岭种满春茶"


def test_of_tight_lines_the_shadowed_one_is_the_headline() -> None:
    page = """小木头玩出大世界小木头玩出大世界
青石木玩产业的三次“变身”

本报讯（记者 王小明）5月6日，青石木玩城开业，三百家作坊搬进新厂房，木玩产业第三次变身，年产值十二亿元。"""
    (article,) = split_page(page).articles
    assert article.headline == "小木头玩出大世界"


def test_a_subhead_printed_first_leaves_the_headline_to_the_next_line() -> None:
    page = """问：老园区如何焕发活力？

答：先把闲地收回来，再把好项目请进来。哪个部门让企业多跑一趟，就请哪个部门的一把手替企业跑一趟，园区的事不过夜。

问：什么时候见效？

答：今年六月底前，收回的三百亩地全部开工，明年底前投产，老厂房一栋也不闲着，账本每季度在园区门口公布一次。

——访青石县委书记方小川

老园区要长出新筋骨"""
    (article,) = split_page(page).articles
    assert (article.headline, article.subhead) == ("老园区要长出新筋骨", "访青石县委书记方小川")


def test_a_subhead_alone_is_seldom_all_of_a_heading() -> None:
    assert weight_alone("——访青石县委书记方小川") < weight_alone("访青石县委书记方小川") - 2


def weight_alone(line: str) -> float:
    """The weight of a line's being a heading by itself, whatever the text."""
    lines = read_lines(f"{line}\n\n{BODY}")
    marks = mark_lines(lines)
    evidence = Evidence(lines, marks, measure(lines, marks))
    blocks = build_blocks(evidence, "D" + label_lines(evidence)[1:])
    likeness = compare(evidence, blocks, pieces_of(evidence, blocks))
    return read_runs(evidence, blocks, likeness, read_signatures(evidence, blocks))[0][0][0].headline


NOTE = "产业怎么兴？今日起，本报推出“走进产业集群”系列报道，请各县的当家人说说打法，记者跟着走进车间和田头，敬请关注。"


@pytest.mark.parametrize(
    ("lines", "section", "headline"),
    [
        (["编者按", "走进产业集群①"], "走进产业集群①", "编者按"),
        (["一线看变化", "开栏的话"], "一线看变化", "开栏的话"),
        (["强链补链 老区争先", "——六县负责人谈重点产业链建设", "编者按"], "编者按", "强链补链 老区争先"),
    ],
)
def test_a_note_is_its_own_headline_beside_the_name_of_a_series_alone(
    lines: list[str], section: str, headline: str
) -> None:
    note = split_page("\n".join(lines) + "\n\n" + NOTE).articles[0]
    assert (note.section, note.headline) == (section, headline)


def test_what_is_done_with_an_object_stands_in_the_same_headline() -> None:
    page = """本报记者 王小明

山丹地处河西走廊中部。秋收时节，县委书记方小川就高原夏菜接受了本报记者采访，绿色饭碗怎么端，他说了三条。

记者：青石今年的农业有哪些亮点？

方小川：最大的亮点是种植结构调优了，全县种菜面积达到十二万亩，亩均纯收入四千五百元，饭碗端在自己手里才稳当。

编辑同志：我们村到镇上的路坑坑洼洼，一下雨就积水，孩子上学要绕行三里，盼着有关部门早点来修一修，让大家走上放心路。

青石县白杨镇 赵大海

让“绿色饭碗”
端得更稳
读者来信
盼修一条放心路"""
    interview, letter = split_page(page).articles
    assert (interview.headline, letter.headline) == ("让“绿色饭碗” 端得更稳", "盼修一条放心路")
    assert (letter.section, letter.kind) == ("读者来信", "signed_article")


def test_inner_headings_wider_than_the_column_are_known_by_halting_at_one_place() -> None:
    page = """　　九月的青石县，荒滩
上的大棚一座连着一座，
蔬菜七成销往省外。
　　不占耕地，少用河
水，围绕这八个字，县里
正在算一笔新账。
沙里淘金，荒滩建起“菜篮子”
　　“一座棚，顶得上
从前三十亩旱地。”白杨
镇村民王小明说，今年他
种的辣椒卖到了省城，棚
里一年四季都有活干。
借光生财，废地变成“发电厂”
　　荒滩不光能种菜，
还能“种”太阳。柏树镇
的光伏板下养着羊，板上
发电，板下吃草，羊倌李
娜一年多了三万元收入。
锁住黄沙，沙线退出“新绿洲”
　　账要算经济，更要
算生态。护林员方小川的
摩托车，十年跑坏了四辆，
沙线往后退了六公里。"""
    (article,) = split_page(page).articles
    assert article.body_lines == ((1, 23),)
    assert [c.text for c in article.crossheads] == [
        "沙里淘金，荒滩建起“菜篮子”",
        "借光生财，废地变成“发电厂”",
        "锁住黄沙，沙线退出“新绿洲”",
    ]


def test_headlines_stacked_up_go_to_their_own_texts() -> None:
    bridge = "本报讯（记者 李娜）5月7日，白水市桥梁检测全部合格，检测结果在网上公布。"
    page = "\n".join(["青石备足春耕物资", "白水市桥梁检测全部合格", "", BODY, "", bridge])
    assert [article.headline for article in split_page(page).articles] == ["青石备足春耕物资", "白水市桥梁检测全部合格"]


@pytest.mark.parametrize(
    ("text", "names"), [("灯亮了。（小 禾）", ["小禾"]), ("灯亮了。（待续）", []), ("路修好了？记者采访", [])]
)
def test_a_pen_name_closes_an_article(text: str, names: list[str]) -> None:
    closing = parse_closing(text)
    assert [one.name for one in closing.byline] == names if closing else names == []


@pytest.mark.parametrize(
    "text", ["遗失声明", "广告 青石家居广场盛大开业", "青石县某某商店遗失营业执照副本，声明作废。"]
)
def test_advertisements_belong_to_no_article(text: str) -> None:
    assert furniture_kind(text) == "noise"


def test_an_article_that_another_one_parts_in_mid_sentence_is_one() -> None:
    page = """□本报记者 王小明
五月的青石县，茶园里歌声不断。白杨
镇的茶农林春芽一早就上了山，带着新买
的采茶机，一个小时能采过去一天的量。
“机器采得快，还不伤芽。”林春芽说，
茶厂按质论价，她家今年春茶收入超过去
年全年，合作社又订了四台采茶机，分给

本报讯（记者 李娜）5月6日，白水
县公路养护中心对城区三座桥梁进行检测，
全部合格，检测结果在网上公布。
养护中心主任说，桥梁检测每年两次，
市民可以放心通行。

桥梁检测全部合格

茶农轮流使用。林春芽说，再过两年，采
茶机要铺满白杨镇的茶山，茶芽也要卖到
更远的地方去。

采茶机上了茶山"""
    tea, bridge = split_page(page).articles
    assert (tea.headline, bridge.headline) == ("采茶机上了茶山", "桥梁检测全部合格")
    assert "分给茶农轮流使用" in tea.body
    assert "goes on below another article" in tea.reasons

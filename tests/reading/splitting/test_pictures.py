"""Pictures, portraits and their captions and credits."""

from articles.reading.splitting.page import split_page
from tests.reading.splitting.pages import only


def test_a_caption_that_ends_in_a_spaced_credit_is_no_byline() -> None:
    page = (
        "图为青石县新建的供水厂。 记者 王 明 摄\n\n青石县供水厂投产\n\n本报讯（记者 李大海）5月6日，青石县供水厂投产。"
    )
    caption, _ = split_page(page).articles
    assert (caption.kind, caption.byline[0].name) == ("photo", "王明")


def test_numbered_pictures_are_one_whoever_took_them() -> None:
    page = """图①：青石县白杨镇的茶农在采摘春茶。本报记者 王小明 摄

图②：清溪市江滨公园里的散步人群。通讯员 李娜 摄

图③：南屏县柏树镇的果农在分拣脐橙。

本版图片除署名外均由本报记者 赵大海 摄"""
    article = only(page)
    assert (article.kind, {one.name for one in article.byline}) == ("photo", {"王小明", "李娜", "赵大海"})


PICTURE = """江岸边的“金色粮仓”

青石县柏树镇的再生稻陆续成熟，今年推广新法种植四万亩，农户一季种、两季收，每亩多收三百斤。
图为农机手在稻田里抢收再生稻。本报记者 王小明 摄"""


def test_the_text_under_a_headline_and_over_what_a_picture_shows_is_of_the_picture() -> None:
    article = only(PICTURE)
    assert (article.kind, article.headline, article.byline[0].name) == ("photo", "江岸边的“金色粮仓”", "王小明")
    assert article.body_lines == ((3, 4),)


def test_appointments_over_a_caption_are_none_of_the_picture() -> None:
    page = PICTURE.replace(
        PICTURE.split("\n")[2], "任命李娜为青石县农业农村局局长；免去方小川的青石县财政局局长职务。\n"
    )
    assert [article.kind for article in split_page(page).articles] == ["brief", "photo"]


def test_numbered_pictures_may_stand_apart_from_their_text() -> None:
    first, shown = PICTURE.split("\n图为")
    article = only(f"{first}\n\n图①：{shown}")
    assert (article.kind, article.headline) == ("photo", "江岸边的“金色粮仓”")


def test_a_signed_text_over_a_caption_is_none_of_the_picture() -> None:
    page = PICTURE.replace("三百斤。\n", "三百斤。（李娜）\n")
    assert [article.kind for article in split_page(page).articles] == ["brief", "photo"]


def test_a_note_below_pictures_is_no_caption() -> None:
    page = """图①:青石县群众在铺设草方格沙障。

图②:白杨镇的候鸟。 北疆影像

局长访谈

开栏的话

一张蓝图怎么变成一个个实打实的项目，群众最想听主事的人讲明白。本报今起推出系列访谈，敬请关注。"""
    photo, note = split_page(page).articles
    assert (photo.kind, photo.body_lines) == ("photo", ((1, 3),))
    assert note.headline_lines == ((5, 7),)


def test_a_credited_paragraph_between_joined_ones_is_a_caption() -> None:
    page = """抢墒情赶农时

本报讯（记者 王小明）5月21日，青石县防沙治沙调度会召开，县长李大海出席并讲话，二十五个乡镇的负责人参加了会议。

李大海指出，当前正是抢墒造林的窗口期，再有二十来天雨季就到。进度慢的乡镇要倒排工期，

5月19日，白杨镇的农机手驾驶铺膜播种机抢种马铃薯，今年该镇计划种植马铃薯三万亩，气调储窖本月投用。 本报记者 赵大海 摄

对苗木、机械、用工逐项过堂；进度快的要把质量检查提到前头，决不能春天一片绿、秋天一片黄。"""
    report, photo = split_page(page).articles
    assert (report.body_lines, photo.body_lines) == (((3, 5), (9, 9)), ((7, 7),))
    assert "倒排工期，对苗木" in report.body


def test_statements_of_officials_each_under_their_own_heading() -> None:
    page = """老城要逆生长

——青石县委副书记、县长 方小川

方小川 （本报记者 李娜 摄）

青石县城是老底子，一条街就是一本书。今年我们排出的第一张清单不是招商表，而是修缮表，六十二幢老房子都要修起来。

最难的是停车，今年县财政拿出两亿元，新增公共泊位五千个，年底请代表们当面批评。记者 王小明 整理

把实验室搬到生产线旁边

——南屏县委副书记、县长 赵大鹏

我一月到南屏县报到，第一站去的是阀门厂。老板指着一排进口密封件说，卡脖子的就是这巴掌大的一块，我当场就红了脸。

赵大鹏 （南屏县委宣传部 供图）

抓手是中试基地，明年五月投用，人才公寓已经封顶，钱怎么花都有章程，揭榜失败但过程规范的，不追究、不扣钱。记者 李娜 整理"""
    old, new = split_page(page).articles
    assert [(one.headline, one.kind, [by.name for by in one.byline]) for one in (old, new)] == [
        ("老城要逆生长", "interview", ["王小明"]),
        ("把实验室搬到生产线旁边", "interview", ["李娜"]),
    ]
    assert [(f.lines, f.kind) for f in split_page(page).furniture] == [((5, 5), "caption"), ((17, 17), "caption")]


def test_a_page_of_pictures_only() -> None:
    page = """图为5月6日，青石县白杨镇的茶农在采摘春茶。本报记者 王小明 摄

5月7日，清溪市民在新建成的江滨公园散步。李娜 摄

南屏县柏树镇的果农在分拣脐橙。通讯员 赵大海 摄"""
    assert [(a.kind, a.headline, a.byline[0].name) for a in split_page(page).articles] == [
        ("photo", None, "王小明"),
        ("photo", None, "李娜"),
        ("photo", None, "赵大海"),
    ]


def test_numbered_pictures_share_one_caption() -> None:
    page = "图①：青石县首个智慧粮仓。\n\n图②：粮仓里的机器人正在翻粮。 王小明 摄"
    article = only(page)
    assert (article.kind, len(article.paragraphs)) == ("photo", 2)


COLUMN = """本报讯（记者 李娜）近日，青石县
在全县推开老旧小区改造，一百二十
个小区的管网、路面和照明都要换新
街道办事处主任王小明介绍，今年先
动工的有四十个，资金来自专项债券
和居民自筹，每户平均要拿出来 90 元，
{caption}
七成居民签了同意书，其余的由社区
干部逐户上门听意见，改不改、怎么
改都由居民说了算。
老旧小区改造全面推开"""


def test_a_date_and_a_credit_enclose_the_caption_that_breaks_into_a_sentence() -> None:
    """Though a date may follow the comma above: the blank and the credit tell that it is a picture's."""
    caption = """
5 月 6 日，青石县白杨镇花桥村
的育苗大棚里，村民正在装筐。
本报记者 赵大海 摄
"""
    article, picture = split_page(COLUMN.format(caption=caption)).articles
    assert (picture.kind, picture.body_lines) == ("photo", ((8, 10),))
    assert (article.body_lines, len(article.paragraphs)) == (((1, 6), (12, 14)), 1)


def test_a_date_inside_a_sentence_is_no_caption() -> None:
    caption = """5月6日，首批十二个小区已经开工，"""
    (article,) = split_page(COLUMN.format(caption=caption)).articles
    assert article.body_lines == ((1, 10),)

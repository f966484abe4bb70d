"""Bylines and notes of the source, given to the text they are of."""

from articles.reading.splitting.page import split_page
from tests.reading.splitting.pages import only


def test_a_byline_in_brackets_may_break_over_two_lines() -> None:
    page = "青石县发布供水答复\n\n问：供水厂何时投产？\n\n答：六月底投产。\n（本报记者 王小明\n整理）"
    article = only(page)
    assert [one.name for one in article.byline] == ["王小明"]
    assert article.body_lines == ((3, 7),)


def test_a_text_that_names_its_writers_takes_no_byline_from_above() -> None:
    page = """□ 本报记者 王小明 通讯员 李娜

本报讯（记者 赵大鹏）5月6日，青石县供水厂投产，日供水三万吨，惠及二十个村的群众。

青石县供水厂投产

5月7日，清溪市林果现场会在白杨镇召开，各县交流了油茶低产林改造的做法和经验。
眼下正是春茶采摘的时候，白杨镇的茶农天不亮就上山，一天能摘三斤鲜叶。（下转第2版）

清溪市召开林果现场会"""
    fruit, water = split_page(page).articles
    assert [one.name for one in water.byline] == ["赵大鹏"]
    assert [one.name for one in fruit.byline] == ["王小明", "李娜"]


def test_of_two_bylines_in_a_row_the_first_is_of_the_headline_above() -> None:
    page = """我们愿同全县父老一道，把这片叶子种好、做好、卖好，让大山里的日子越过越甜，让茶农的腰包越来越鼓。

把一片叶子做成大文章

青石县委书记 赵大鹏

□ 本报记者 王小明

5月6日，白杨镇的茶山上，采茶的人比茶垄还密。天刚亮，付大姐已经采了一篓芽头，当场卖了一百九十元。

白杨镇：春茶一天一个价"""
    tea, market = split_page(page).articles
    assert ([one.name for one in tea.byline], tea.kind) == (["赵大鹏"], "signed_article")
    assert [one.name for one in market.byline] == ["王小明"]


def test_a_note_of_the_source_below_a_text_is_of_that_text() -> None:
    page = """守好北疆绿色长城

青石县委书记 赵大鹏

青石县地跨两岸，荒漠化土地占全县三分之一。治沙要舍得下本钱，也要同富民连在一起，让种树的群众挣得到、拿得稳。

●《青石日报》5月20日二版刊发

本报讯（记者 王小明）5月21日，白杨镇召开造林现场会，全镇已栽梭梭四千亩，成活率九成，雨季前还要补植一千亩。

白杨镇补植梭梭一千亩"""
    sand, trees = split_page(page).articles
    assert (sand.headline, sand.headline_lines) == ("守好北疆绿色长城", ((1, 1), (7, 7)))
    assert trees.headline == "白杨镇补植梭梭一千亩"

"""Invented pages of many kinds, each with the noise that its name tells."""

from articles.reading.splitting.page import split_page
from tests.reading.splitting.pages import only


def headings(text: str) -> list[str | None]:
    return [article.headline for article in split_page(text).articles]


def test_a_jump_note_ends_an_article_and_names_the_page() -> None:
    article = only("本报讯（记者 王小明）5月6日，青石县召开春耕生产现场会，部署下一步工作。 （下转第4版）")
    assert (article.continued_on, article.paragraphs[0][-3:]) == (4, "工作。")


def test_a_continuation_names_the_page_that_it_comes_from() -> None:
    article = only("（上接第1版）要把水利设施管护好，让每一亩地都浇得上水。\n他还到白杨镇看望了农技人员。")
    assert (article.continued_from, article.kind) == (1, "news")
    assert article.paragraphs[0].startswith("要把水利")


def test_a_text_resumed_from_another_page_starts_an_article_in_a_narrow_column_too() -> None:
    page = """青石县把路修到梯田边

　　本报讯（记者 王小明）5月6日，青石县
白杨镇的机耕路铺到了最后一块梯田。镇里
说，今年还要再修十二公里。
　　（上接第1版）会议
听取了全县供水情况
汇报。会议强调，管
网要赶在汛期前换完。
"""
    first, resumed = split_page(page).articles
    assert (first.headline, first.continued_from) == ("青石县把路修到梯田边", None)
    assert (resumed.headline, resumed.continued_from, resumed.body_lines) == (None, 1, ((6, 9),))


def test_a_headline_over_a_note_is_of_the_text_behind_it() -> None:
    page = """一座小城的花木生意
——青石县花木市场见闻

编
者
按

　　从今天起，本报推出“小城营生”栏目，讲述县城里的行当和人。敬请读者留意，也欢迎来信。

本报记者 王小明

　　清晨五点，青石县花木市场的灯先亮了。摊主李大海把三百盆海棠搬上货车，要赶在天亮前运到省城。
　　青石县种花木已有四十年，花木市场去年卖出海棠、紫薇六十万盆，县里八百户人家靠花木生意过日子。"""
    note, feature = split_page(page).articles
    assert (note.kind, note.headline) == ("column_note", "编者按")
    assert feature.headline == "一座小城的花木生意"


def test_two_line_inner_headings_of_a_double_spaced_page_stay_inside() -> None:
    def spaced(lines: str) -> str:
        return "\n\n".join(lines.split("\n"))

    page = spaced("""一块旱地的三次变身
——青石县白杨镇旱地改造见闻
本报记者 王小明 通讯员 李大海
　　白杨镇的旱地在山腰上，一
下雨就跑水跑土，种一葫芦收半
瓢。这些天，镇里的旱地又忙活
起来，记者走上去看个究竟。
坡地变梯田
机器上了山
　　“早先牛都站不稳。”村民赵
满仓说。前年冬天，镇里组织人
把旱地修成梯田，机耕路通到地
头，收割机开上了山腰。
蓄水变浇水
水管到田头
　　地平了，水从哪来？镇里在
山顶修了八口蓄水池，水管一直
铺到田头，旱地第一次浇上了自
来水，玉米亩产翻了一番。
种粮变种药
收入翻一番
　　今年，梯田里又种上了黄芩
和柴胡。合作社包销，一亩旱地
的药材能卖四千元，村里人说，
这块地总算翻了身。""")
    article = only(page)
    assert article.headline == "一块旱地的三次变身"
    assert [head.text for head in article.crossheads] == [
        "坡地变梯田 机器上了山",
        "蓄水变浇水 水管到田头",
        "种粮变种药 收入翻一番",
    ]


def test_a_table_under_a_heading_of_its_own_is_an_article() -> None:
    page = """青石市通报三季度经济形势

本报讯（记者 王小明）11月2日，青石市召开三季度经济形势通报会，市长李大海主持会议并讲话，要求盯住短板，一个县一个县地补。

前三季度各县主要经济指标

县份 生产总值（亿元） 增长（%） 投资增长（%）
白杨县 276.4 4.9 8.2
南屏县 214.7 5.3 11.6
清溪县 231.9 5.8 10.3"""
    report, table = split_page(page).articles
    assert (table.headline, table.body_lines) == ("前三季度各县主要经济指标", ((7, 10),))
    assert report.headline == "青石市通报三季度经济形势"


def test_a_subhead_in_brackets_may_take_two_lines() -> None:
    page = """青石市人大常委会任免名单

（2022年10月28日青石市第六届人民代表大会
常务委员会第七次会议通过）

一、任命王小明为青石市人民政府副市长，李大海为青石市财政局局长。

二、免去赵雪的青石市教育局局长职务。"""
    assert only(page).headline_lines == ((1, 4),)


def test_what_those_at_a_meeting_saw_is_of_its_report() -> None:
    page = """青石县推进冬季农业开发

本报讯（记者 王小明）11月22日，青石县冬季农业开发现场推进会
在白杨镇召开，县委书记李大海出席并讲话，副县长赵雪参加会议。

初冬的青石坝子暖阳高照，满目青翠。与会人员首先来到白杨镇苴
林村的番茄基地，连片的大棚里，串串青果挂满枝头，喜人得很。

随后，大家走进南屏村，实地察看节水灌溉项目，听取了汇报。"""
    assert len(split_page(page).articles) == 1


def test_a_comment_that_calls_does_not_share_the_heading_of_a_report() -> None:
    page = """本报讯（记者 王小明）5月21日，青石县防沙治沙调度会召开，县长李大海出席并讲话，二十五个乡镇的负责人参加会议，会期一天。

青石县防沙治沙调度会召开

上半年任务务必过半

别把治沙账算成造林数

□ 丁远航

眼下正是植树的好时节，一些地方的简报上造林亩数天天刷新，却不说活了多少。只量面积，不量成活，这笔账就算偏了。"""
    report, comment = split_page(page).articles
    assert (report.headline_lines, comment.headline) == (((3, 5),), "别把治沙账算成造林数")


def test_a_report_that_names_its_writers_ends_above_a_comment_signed_by_another() -> None:
    page = """本报讯 （记者 仲小军）“加装电梯的事定了，下个月就进
场！”4月15日，在青石县柏树街道河湾社区的“说事桌”
前，居民段秀芹把这行字写上了黑板，围着的人都鼓起掌来。
“说事桌”其实就是一张旧课桌，摆在小区花园的凉亭里。
每周六上午，社区党总支书记带着网格员、物业经理坐在桌边。
3号楼建成于1996年，六层高没有电梯。高层的老人盼着装，
一楼的住户怕挡光，去年为这事吵散过四回。
街道党工委书记李大海表示，准备把这个办法推广到辖区其余
9个社区，年内每个小区都要有一张这样的桌子。
一张“说事桌” 谈成十年难
青石县一张旧课桌，谈成了吵散四回的电梯事。桌子不稀奇，
稀奇的是桌边总有人坐、有人听、有人办。
基层的难事，多半不是难在没有钱，而是难在没有一个心平气
和说话的地方。话堵在肚子里，小疙瘩就拧成了死结。
当然，桌子摆出来容易，摆下去难。群众来一回没有下文，第
二回就不会再来。（王小明）
青石短评
桌子要摆得下去"""
    report, comment = split_page(page).articles
    assert (report.body_lines, comment.body_lines) == (((1, 9),), ((11, 16),))
    assert (report.headline, comment.headline) == ("一张“说事桌” 谈成十年难", "桌子要摆得下去")


def test_no_wrapped_text_goes_on_in_a_line_that_is_a_whole_paragraph() -> None:
    page = """　　青石县开展“清洁家
园”百日行动，清理坑塘
213个、残垣断壁1700余
处。县委副书记王小明在
白杨镇现场会上要求，对
工作滞后的乡镇一周一通
报。（李 娜）
青石县整治农村人居环境

　　天气转凉，清溪河畔的夜市依旧热闹。炒凉粉、烤面筋、套圈圈，一条街走下来，半条街的香味都带回了家，摊主笑，食客也笑，夜色里的城比白天还要亮堂。

　　可是，烦恼也跟着来。有市民拨打热线，说摊位音响吵到后半夜，油污倒进了雨水井，早上出门踩一脚。热闹与安宁不是单选题，定个时间，划条线，两头都能照顾到。

沙洲时评

夜市要红火 也要“静”火"""
    brief, comment = split_page(page).articles
    assert (brief.headline, brief.body_lines) == ("青石县整治农村人居环境", ((1, 7),))
    assert (comment.headline, comment.body_lines) == ("夜市要红火 也要“静”火", ((10, 12),))


def test_a_word_broken_at_a_columns_end_is_no_headline() -> None:
    page = """□ 本报记者 王小明

清晨六点，白杨镇的茶山还裹在雾里，二十九岁的赵大姐已经背着竹篓走到了坡顶，她回乡种茶整整三年，种出了三百亩。

镇农业服务中心帮她联系上大学里的茶

返乡青年赵大姐——

把茶山当成自己的公司

叶专家黎教授，教授带着学生住进村里，手把手教杀青、揉捻，厂子建起来，乡亲跟着挣到了钱，今年采茶四十二天。"""
    article = only(page)
    assert (article.headline_lines, article.body_lines) == (((7, 9),), ((1, 5), (11, 11)))


def test_an_editors_note_set_vertically_is_an_article_of_its_own() -> None:
    page = """山里有了新学校

编
者
按

今年以来，青石县把办好山区学校作为头等大事，新建改建学校十二所。本报从今天起推出系列报道，讲述山里娃的新故事。"""
    article = only(page)
    assert (article.kind, article.section, article.headline) == ("column_note", "编者按", "山里有了新学校")


def test_a_reprint_names_its_agency() -> None:
    article = only("新华社青石8月6日电（记者 王小明）记者6日从青石县获悉，全县夏粮喜获丰收，总产量比去年增加三成。")
    assert (article.reprint_of, article.byline[0].name) == ("新华社", "王小明")
    assert article.paragraphs[0].startswith("新华社青石8月6日电")


def test_a_letter_to_the_paper_is_read() -> None:
    page = """村口的路灯终于亮了

编辑同志：
我是白水县柳林镇的一名村民。去年冬天，我们村口的路灯坏了，天一黑老人孩子都不敢出门。我给报社写了一封信，没想到一个星期以后就来了人。
如今路灯亮了，我再写一封信，说声谢谢。

（杜春生）"""
    article = only(page)
    assert (article.headline, [c.name for c in article.byline]) == ("村口的路灯终于亮了", ["杜春生"])


def test_a_notice_has_its_headline_and_all_its_lines() -> None:
    page = """关于调整城区公交线路的通告

因青石大桥维修施工，自9月1日起，城区3路、7路公交车临时绕行江滨路，施工期预计为六个月，给市民出行带来的不便敬请谅解。

青石县交通运输局

2021年8月28日"""
    article = only(page)
    assert article.headline == "关于调整城区公交线路的通告"


def test_an_advertisement_stands_apart_from_the_news() -> None:
    page = """本报讯（记者 王小明）5月6日，青石县举办春季招聘会，86家企业带来1900个岗位，当天达成意向640人。

青石县第三届苗木交易会
诚邀八方宾朋
电话：0000-1234567

本报讯（记者 李娜）近日，白水县给全县老人免费体检，首批体检的两千名老人已经拿到报告，县医院还建了健康档案。"""
    articles = [a for a in split_page(page).articles if a.paragraphs]
    assert [[c.name for c in a.byline] for a in articles] == [["王小明"], ["李娜"]]
    assert all("诚邀" not in a.body for a in articles)


def test_a_commentary_signed_by_the_papers_commentator() -> None:
    page = """青石时评

把小事办到心坎上

路灯、公厕、停车位，在文件里是小事，在老百姓那里是天天碰见的大事。办好这些小事，要有真心，也要有耐心。

有的地方把小事当成形象工程，装了灯不亮，修了路不通，结果好事办成了笑话。

办小事，功夫在日常。今天多走一步，明天群众就少走一步。

本报评论员"""
    article = only(page)
    assert (article.kind, article.section, article.headline) == ("commentary", "青石时评", "把小事办到心坎上")


def test_questions_and_answers_stay_one_interview() -> None:
    page = """先摸清家底再开方子
——访临江县委书记欧阳澄

□ 本报记者 柳如风

临江县的森林覆盖率全省第一，怎样把绿水青山变成金山银山？

摸家底

问：第一步是什么？
欧阳澄：先算账，把全县的林子、水面逐一登记，编出一本清单。

找买家

问：算清以后卖给谁？
欧阳澄：去年我们成立了公司，把零散的林权收储起来，整片招商。"""
    article = only(page)
    assert (article.kind, article.subhead) == ("interview", "访临江县委书记欧阳澄")
    assert [(c.text, c.before) for c in article.crossheads] == [("摸家底", 1), ("找买家", 3)]


def test_a_national_page_with_a_folio_and_briefs() -> None:
    page = """A1 要闻

本报讯（记者 王小明）5月6日，北岭省青石县高铁站开通运营，首日发送旅客3200人次。

青石县高铁站开通

本报讯（记者 李娜）5月6日，南江省白水市发布城市更新计划，三年改造老旧小区86个。

白水市三年改造老旧小区86个

责任编辑：赵小禾"""
    page_split = split_page(page)
    assert [a.headline for a in page_split.articles] == ["青石县高铁站开通", "白水市三年改造老旧小区86个"]
    assert [f.kind for f in page_split.furniture] == ["masthead", "editors"]


def test_an_article_of_one_line() -> None:
    assert only("青石县今年新增城镇就业5200人。").paragraphs == ("青石县今年新增城镇就业5200人。",)


def test_a_headline_without_a_body_stays_one() -> None:
    (article,) = split_page("青石县第三届梨花节四月开幕").articles
    assert (article.headline, article.paragraphs, article.body_lines) == ("青石县第三届梨花节四月开幕", (), ())


def test_traditional_characters_are_split_as_well() -> None:
    page = """縣委部署春耕工作

本報訊（記者 王小明）5月6日，青石縣召開會議，部署春耕生產。會議要求，各鄉鎮要抓緊備耕。

全縣已備足化肥三千噸，種子五百噸，農機兩千台。"""
    article = only(page)
    assert (article.headline, len(article.paragraphs)) == ("縣委部署春耕工作", 2)


def test_a_blank_page_has_nothing() -> None:
    assert headings(" \n\n\t\n") == []

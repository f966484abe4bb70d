"""Texts that something stands in the middle of: interviews, letters and their answers, columns read across, captions."""

from articles.reading.lines.layout import measure
from articles.reading.lines.marks import mark_lines
from articles.reading.lines.printed import read_lines
from articles.reading.records import ArticleText
from articles.reading.splitting.crossheads import crosshead_like
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.page import split_page


def articles_of(page: str) -> list[ArticleText]:
    return list(split_page(page).articles)


def spaced(page: str) -> str:
    return "\n\n".join(page.split("\n"))


def test_an_interview_goes_on_with_the_answer_below_its_own_headline() -> None:
    page = spaced("""青石县柳林镇做竹器已有三百年，如今全镇有竹器作坊四百家，年产值两亿元。老行当怎样闯新路？近日，记者与镇党委书记李大海作了一次对话。
问：柳林的竹器做得早，现在最愁什么？
答：愁的是人。会劈篾的师傅大多过了六十岁，年轻人不肯学。去年以来，镇里办了三期篾匠班，把老师傅请上讲台。
问：学会了手艺，东西卖给谁？
让老竹器找到新买主
——对话青石县柳林镇党委书记李大海
■本报记者 王小明
答：卖给城里人。镇上建了竹器展销中心，去年底开门，网上也开了店，一年多卖出去三十万件，订单排到了明年春天。
问：往后还有什么打算？
答：把作坊搬到一起，请设计师来画新样子，让竹器不光能用，还要好看。""")
    (article,) = articles_of(page)
    assert (article.headline, len(article.paragraphs)) == ("让老竹器找到新买主", 7)


def test_a_letter_begins_with_its_salutation_and_is_signed_below_its_last_word() -> None:
    page = """读者来信
巷口的积水何时能排
编辑同志：
我是青石县城关镇的一名退休教师，
家住在槐树巷。巷口地势低，一下雨
就积水，老人孩子只能踩着砖头过。
希望有关部门派人来看一看。
读者 杜春生"""
    (article,) = articles_of(page)
    assert article.headline == "巷口的积水何时能排"
    assert [(one.role, one.name) for one in article.byline] == [("读者", "杜春生")]
    assert article.paragraphs[-1].endswith("看一看。")


def test_no_text_above_a_salutation_is_of_the_letter() -> None:
    page = """　　归雁要有落脚的枝。沙溪乡把十几座空置
多年的老屋修旧如旧，改成民宿和咖啡馆，今
年前十个月接待游客九万人次，带出三十个徒弟。
　　归雁要有暖心的巢。县里出台办法，贷款贴
息、子女入学、老人看护，一件一件列明白，夜
里十点打来电话，也有人接。

读者来信

周五的末班车能不能晚点收

　　也要坦白地说，我们的短板还不少。冷链物
流跟不上，鲜菌运到省城要走一夜；懂外贸的年
轻干部太少，补齐短板要靠一锤接着一锤敲。
编辑同志：
　　我家住青石县柳林镇，女儿在城关镇念高中，
平常来回都坐城乡公交。可末班车下午五点半就
收了，女儿周五放学常常赶不上。盼望交通运输
局的同志来村口站一站、等一等。
　　　　　青石县柳林镇读者 杜春生"""
    (letter,) = [article for article in articles_of(page) if article.byline]
    assert letter.paragraphs[0].startswith("编辑同志")


def test_a_writer_from_elsewhere_signs_a_letter_with_the_place() -> None:
    page = """编辑同志：
我开货车路过青石县城，遇上暴雨，车子熄了火。两名
队员冒雨把车拖到高处，又陪我等到天亮。
想借贵报道一声谢谢。
南江青溪 赵大鹏
暴雨夜里的两盏灯"""
    (article,) = articles_of(page)
    assert article.headline == "暴雨夜里的两盏灯"
    assert [(one.role, one.name) for one in article.byline] == [("南江青溪", "赵大鹏")]


def test_the_answer_to_a_letter_stays_with_it_unless_it_is_signed() -> None:
    letter = """巷口的积水何时能排
编辑同志：
我家住在槐树巷。巷口地势低，一下雨就积水，老人孩子
只能踩着砖头过，请问什么时候能修好？
读者 杜春生
"""
    answer = """编后：接到来信，记者联系了县住建局。局里答复，槐树巷
的排水管道已列入改造计划，今年九月底前完工。"""
    (whole,) = articles_of(letter + answer)
    assert whole.paragraphs[-1].endswith("完工。")
    signed = answer.removeprefix("编后：") + "（本报记者 王小明）"
    assert len(articles_of(letter + signed)) == 2


def test_a_column_goes_on_below_the_brief_that_was_read_out_between() -> None:
    page = """青石县九个重大项目集中开工
本报讯（记者 王小明）5月
6日，青石县九个重大项目集中
开工，总投资三十一亿元，县委
书记李大海宣布开工。
　　白杨乡石材利用项目位于
工业园，投资六亿元，建成后年
产石板四百万平方米，带动就业
三百二十人，用的全是废料。
　　本报讯 5月4日，南屏县柏树镇的四十名志愿者走
进田间，帮助缺劳力的人家抢收油菜。镇上还联系两台
收割机，为十二户老人免费机收八十亩油菜地。（何苗）
　　城关供热厂扩建项目投资
两亿元，新增供热面积二百万平
方米，入冬前点火，九个项目里
它最早竣工。
　　李大海在讲话中指出，青石
转型没有退路，要靠一个个实打
实的项目蹚出新路，集中开工只
是开头，不让项目等审批。
"""
    big, brief = articles_of(page)
    assert (big.headline, len(big.paragraphs)) == ("青石县九个重大项目集中开工", 4)
    assert [one.name for one in brief.byline] == ["何苗"]


def test_speech_that_a_headline_breaks_into_is_no_headline() -> None:
    page = spaced("""青石县有“竹乡”的名声。在柳林镇，竹器公司的车间里机器响个不停，镇里一千二百户人家靠它吃饭，最多的一户去年挣了十一万元。
“我们不光自己做，还把机器‘借’给周边
一根竹子撑起一个镇
本报记者 王小明
村子，做好了再收回来。”公司经理李大海说，公司在柳林镇和白杨镇办了六个分厂，竹器卖到了二十个省，今年订单又多了三成。
镇长赵小禾介绍，柳林镇的竹器产业园已经开工，明年建成后能再添八百个活计，一根竹子真的撑起了一个镇。""")
    (article,) = articles_of(page)
    assert (article.headline, len(article.paragraphs)) == ("一根竹子撑起一个镇", 3)
    assert "给周边村子，做好了" in article.paragraphs[1]


def test_a_wrapped_caption_between_joined_paragraphs_is_an_article_of_its_own() -> None:
    paragraph = "青石县白杨镇的竹器厂里机器响个不停，镇里一千二百户人家靠竹子吃饭，最多的一户去年挣了十一万元，厂里的订单已经排到了明年春天。"
    page = spaced(f"""一根竹子撑起一个镇
本报讯（记者 王小明）{paragraph}
{paragraph.replace("白杨", "柳林")}
5月6日，在青石县柳林镇的桑园里，孩子们跟着大人学采
桑叶。该镇把桑园修成研学园，今年以来已经接待中小学
生一万八千人次。本报记者 李大海 摄
{paragraph.replace("白杨", "柏树")}""")
    photos = [article for article in articles_of(page) if article.kind == "photo"]
    assert [(len(photo.paragraphs), photo.byline[0].name) for photo in photos] == [(1, "李大海")]
    assert photos[0].paragraphs[0].startswith("5月6日")


def test_what_one_speaker_says_in_several_paragraphs_stays_in_the_interview() -> None:
    page = """草原怎样留住人
——访青石县副县长李大海

记者：草原的旺季只有两个月，怎么破？
李大海：做好冬天的文章，请人来看雪。
在白杨镇，总投资两亿元的冰雪小镇已经
立项，九月奠基；柳林镇的温泉改造工程
过半，元旦前营业。
记者：对游客有什么提醒？
李大海：草原防火、行车安全两件事不能马
虎。再就是请带走垃圾，留下脚印。"""
    (article,) = articles_of(page)
    assert (article.kind, len(article.paragraphs)) == ("interview", 5)


def test_the_headline_below_a_text_from_another_page_is_of_the_text_under_it() -> None:
    page = """（上接第1版）要把路修到厂门口，把水
电送到车间里。今年以来，全市投入十二
亿元补短板，让项目引得来、留得住。
白水绣品“绣”出新产业
本报讯（记者 李娜）连日来，白水县柳林
镇的绣品厂里机器声不断，首批入驻的六
家企业正赶订单，三百人上了岗。
产业园总投资八千万元，绣品卖到了二十
个省，白水绣品一年能卖一亿元。"""
    resumed, local = articles_of(page)
    assert (resumed.continued_from, resumed.headline) == (1, None)
    assert (local.headline, len(local.paragraphs)) == ("白水绣品“绣”出新产业", 2)


def test_a_notice_goes_on_with_no_earlier_text() -> None:
    page = """本报讯（记者 王小明）5月6日，白水县
城的文化体验馆开门迎客，首日接待观众
三千四百人。
本报讯（记者 李娜）入夏以来，青石县三
万只羊转入夏牧场，一百名草管员沿途看
护草场。（赵小禾）

因供水管网改造施工，定于5月18日22时
至次日6时对站前街停止供水，请提前储水。"""
    stories = articles_of(page)
    assert all("停止供水" not in article.body for article in stories if article.byline)


def test_an_inner_heading_with_a_colon_is_no_label() -> None:
    rows = [
        "他说，手艺就断不了，孩子们都来学了。",
        "讲好故事：老木头新活法",
        "小城故事",
        "木雕艺人正教孩子认榫卯，教得很仔细。",
    ]
    lines = read_lines("\n".join(rows))
    marks = mark_lines(lines)
    evidence = Evidence(lines, marks, measure(lines, marks))
    assert [crosshead_like(evidence, [i]) for i in (1, 2)] == [True, False]


def test_the_subhead_of_an_interview_belongs_to_no_report_of_a_meeting() -> None:
    page = """抢农时抓秋收 护黑土保粮安
全县秋收现场会在白杨镇召开
——访青石县委书记李大海
让好米卖出好价钱

本报讯（记者 王小明）5月6日，全县秋收现场会在白杨镇召开，抢农时抓秋收，护黑土保粮安。县委副书记赵小禾出席并讲话。

□ 本报记者 李娜

青石县种稻八十万亩，好米怎样卖出好价钱？记者采访了县委书记李大海。

问：青石的好米为什么卖不上价？
答：品牌太散。今年我们把十几个牌子并成一个，好米要卖出好价钱，先要认得出来。"""
    meeting, talk = articles_of(page)
    assert meeting.headline is not None and "访" not in (meeting.subhead or "")
    assert talk.kind == "interview"


def test_numbered_pictures_follow_each_other_below_a_credit() -> None:
    page = """图①:5月6日，小学生在青石县的研学基地看化石。

王小明摄(资料图片) 图②:柳林镇的百合迎来采收期。 图片由柳林镇提供

图③:白杨镇的果农忙着采摘头茬杏。

图④:村民在广场上排练秧歌。 资料图片"""
    (article,) = articles_of(page)
    assert (article.kind, article.paragraphs[-1][:2]) == ("photo", "图④")


def test_a_subhead_below_a_text_is_of_it_though_the_headline_stands_elsewhere() -> None:
    page = """小药材怎样熬成大产业
问：青石县的药材从哪里抓起？
答：先把种子管住。药材种子过去来路
杂，去年我们建了三个良种田，把种子
统一起来，药材的亩产多了两成。
问：药材的产业链怎样接长？
答：请药厂来，在县里建了饮片厂。
——访青石县县长李大海
县委理论学习中心组举行集体学习
（上接第1版）会议指出，粮食安全的根
基在耕地，要把耕地保护好，学懂弄通，
把学习落到行动上。"""
    talk, meeting = articles_of(page)
    assert talk.headline == "小药材怎样熬成大产业"
    assert meeting.headline == "县委理论学习中心组举行集体学习"


def test_a_line_that_names_its_subject_heads_the_next_brief() -> None:
    page = """县区传真
本报讯 青石县柳林镇抢修排水渠，六公里
的沟渠已经清淤完毕，备足沙袋两千条、
抽水泵九台。（李大海）
白水县：盐碱地上试插新稻种
白水县白杨镇今年拿出两千亩盐碱地试种
耐盐碱水稻，插秧日前结束，技术员守在
地头测酸碱度。（王小明）"""
    assert [article.headline for article in articles_of(page)] == [None, "白水县：盐碱地上试插新稻种"]


def test_a_label_of_two_short_lines_is_read_as_one() -> None:
    (line,) = read_lines("百姓\n来信")
    assert (line.text, line.number, line.last) == ("百姓来信", 1, 2)
    assert len(read_lines("白杨\n水库")) == 2


def test_the_heading_over_a_labelled_note_is_not_the_notes() -> None:
    page = """县扶贫局局长李大海表示，将进一步完善
协作机制，让每一笔资金都用在刀刃上，
结出更多果实。

跨越千里情谊深 携手同奔小康路

我县扶贫协作结出累累硕果

开栏语

东西协作、携手奔小康，是推动区域协调
发展的大战略。本报今起开设专栏，讲述
协作的故事，敬请关注。"""
    stories = articles_of(page)
    assert stories[-1].headline == "开栏语"


def test_double_spaced_text_is_loath_to_go_on_tight_below_a_headline() -> None:
    text = """长期以来，青石县铁矿只是
挖矿卖粉。“卖零件才是长久
营生。”青石县委副书记、
青石：从“卖矿石”到“卖零件”
县长李大海说，县里出台铁
基材料产业扶持办法，设立
三亿元产业基金，引导企业。"""
    tight = spaced(text).replace("卖零件”\n\n县长", "卖零件”\n县长")
    assert _weight_of_going_on(tight) < _weight_of_going_on(spaced(text)) - 3


def _weight_of_going_on(page: str) -> float:
    lines = read_lines(page)
    marks = mark_lines(lines)
    return Evidence(lines, marks, measure(lines, marks)).continuity.resumes(2, 4)


def test_a_line_with_two_commas_is_no_headline_wherever_it_stands() -> None:
    page = "粮食收得下，还要存得住。\n\n稻谷吃干榨净\n\n走进青石县穗丰公司，稻壳进锅炉，米糠进油罐\n\n黑土地上的新农事"
    lines = read_lines(page)
    marks = mark_lines(lines)
    evidence = Evidence(lines, marks, measure(lines, marks))
    assert evidence.display(1) > 0 > -8 > evidence.display(2)

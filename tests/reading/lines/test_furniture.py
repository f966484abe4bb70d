"""Mastheads, folios, editors' lists and page labels are told from text and headlines."""

import pytest

from articles.reading.lines.furniture import furniture_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("青石日报", "masthead"),
        ("2021年8月7日 星期六 农历辛丑年六月廿九", "masthead"),
        ("二〇二一年八月七日", "masthead"),
        ("第9126期 今日8版", "masthead"),
        ("国内统一连续出版物号 CN 14-0099", "masthead"),
        ("A1", "masthead"),
        ("第01版：要闻", "masthead"),
        ("2 要闻 2023年3月16日 星期四", "masthead"),
        ("综合 2021年9月1日 星期三 编辑：李明 电话：0570-1234567", "masthead"),
        ("QINGSHI DAILY", "masthead"),
        ("3 要闻 QINGSHI DAILY", "masthead"),
        ("中共青石市委员会主办 青石日报社出版", "masthead"),
        ("中共青石市委机关报 全省一级报纸", "masthead"),
        ("中共青石县委 青石县人民政府 主办", "masthead"),
        ("青石日报印刷厂承印 零售每份1.50元", "masthead"),
        ("星期三 总第7861期 今日4版 国内刊号：CN14-0099", "masthead"),
        ("减资公告", "noise"),
        ("停电通知：城区部分线路", None),
        ("2021年8月7日 星期六 第9126期 塞上江南", "masthead"),
        ("国内统一刊号CN61—0012 邮发代号51—9", "masthead"),
        ("11 地 方", "masthead"),
        ("今日青石", "masthead"),
        ("新闻热线 0350-×××××××", "masthead"),
        ("青石市城关区老槐树饭店遗失营业执照副本，注册号140800600123456", "noise"),
        ("责任编辑：王小明 版式设计：李娜", "editors"),
        ("本版责编 王小明", "editors"),
        ("王小明 （本报记者 李娜 摄）", "caption"),
        ("王小明（青石县委宣传部 供图）", "caption"),
        ("茶山新貌（王小明 摄）", None),
        ("总策划:王小明 统筹:李娜 赵大海", "editors"),
        ("县市新闻", "page label"),
        ("县域传真", "page label"),
        ("县市区新闻", "page label"),
        ("中共青石县委主办 内部资料 免费交流", "masthead"),
        ("文字校对:李娜", "editors"),
        ("乡镇（街道）动态", "page label"),
        ("2021年", "masthead"),
        ("校 对 王小明", "editors"),
        ("一版责任编辑 王小明 版面设计 李娜", "editors"),
        ("02>要闻", "masthead"),
        ("YAOWEN 要闻 02", "masthead"),
        ("A 4 版", "masthead"),
        ("02 │ 要 闻", "masthead"),
        ("【责任编辑：王小明】", "editors"),
        ("一审 王小明 二审 李娜 三审 赵雪", "editors"),
        ("见习编辑：李娜", "editors"),
        ("一审宣判后", None),
        ("今日导读", "noise"),
        ("白杨镇春茶上市 》》2版", "noise"),
        ("白杨镇春茶上市……3版", "noise"),
        ("●第 3 版 白杨镇春茶上市", "noise"),
        ("第3版说的是白杨镇的春茶上市。", None),
        ("值班热线 8×××520", "masthead"),
        ("（下转第4版）", None),
        ("※", "noise"),
        ("", "noise"),
        ("我市再传捷报", None),
        ("市政府召开新闻发布会", None),
        ("编辑们辛勤工作着", None),
        ("5月6日，全县开工", None),
        ("PM2.5", None),
    ],
)
def test_furniture_kinds(text: str, kind: str | None) -> None:
    assert furniture_kind(text) == kind


def test_a_line_of_names_goes_on_with_the_editors_above() -> None:
    assert furniture_kind("王小明 李大海", after_editors=True) == "editors"
    assert furniture_kind("王小明 李大海") is None

"""What kind of article it is, by what it says of itself."""

import pytest

from articles.reading.records import Contributor
from articles.reading.splitting.headlines import Heading
from articles.reading.splitting.kinds import Signs, kind_of

OPINION = "培育产业不能一哄而上，应当先摸清家底。与其跟风，不如深耕；只有沉得住气，才能走得远。干部不可急功近利。" * 2
REPORT = "记者了解到，全县种植面积达到1200亩，带动300户增收。负责人介绍，产值超过500万元。" * 3


VIEW = "远水解不了近渴。火塘边坐得住，话才说得进去，事才办得成。"


def signed(role: str, *paragraphs: str, dateline: bool = False) -> Signs:
    """Paragraphs with somebody of this role named behind them."""
    return Signs(
        Heading(headline="把板凳搬到火塘边"), (Contributor("王小明", role),), paragraphs, False, dateline, False
    )


def signs(text: str, headline: str | None = None, **said: object) -> Signs:
    return Signs(Heading(headline=headline), (), [text], False, said.pop("dateline", False), False, **said)  # type: ignore[arg-type]


def told(role: str) -> Signs:
    """What an official says, written down by somebody of this role."""
    heading = Heading(headline="老城先活过来", subhead="青石县委副书记、县长 方小川")
    return Signs(heading, (Contributor("王小明", role),), [REPORT * 3], False, False, False)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (signs(OPINION, "特色产业切忌一窝蜂"), "commentary"),
        (signs(OPINION, dateline=True), "brief"),
        (signs(REPORT, "别让产业走弯路"), "brief"),
        (signs(OPINION, letter=True), "signed_article"),
        (signs(REPORT, signature="（作者系青石县委书记）"), "signed_article"),
        (signs(REPORT, "关于城区道路封闭施工的通告"), "brief"),
        (signs(REPORT, continued=True), "news"),
        (signs(REPORT * 3, "前三季度各县主要经济指标"), "news"),
        (signed("作者", VIEW, VIEW, VIEW), "commentary"),
        (signed("作者", VIEW, VIEW, "他今年62岁，她48岁，2018年种下的1200亩树活了9成。"), "feature"),
        (signed("记者", VIEW, VIEW, VIEW), "news"),
        (signed("记者", REPORT, REPORT, REPORT), "feature"),
        (signed("记者", VIEW, VIEW, dateline=True), "brief"),
        (signed("记者", REPORT, REPORT, dateline=True), "news"),
        (told("记者"), "interview"),
        (told("作者"), "brief"),
    ],
)
def test_kinds(given: Signs, kind: str) -> None:
    assert kind_of(given)[0] == kind

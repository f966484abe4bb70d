"""Small pages of invented text, for tests that go through the reader."""

from __future__ import annotations

from pathlib import Path

PLACES = ("山西省/晋中市/左权县/麻田镇", "山西省/晋中市/和顺县", "山西省/忻州市/代县", "山西省/忻州市/繁峙县")
COUNTIES = ("左权县", "和顺县", "代县", "繁峙县")
NAMES = ("郑文若", "马建国", "贺春生", "康丽萍", "乔守义", "路向东", "史晓梅")
WORKS = ("石磨坊水库除险加固工程", "核桃深加工产业园项目", "清泉河治理工程", "光伏电站项目", "职业中学新校区项目")
SUMS = ("1.2亿元", "3亿元", "8600万元")


def page_text(number: int) -> str:
    """The text of one page: two articles whose people and projects come back on other pages."""
    county, other = COUNTIES[number % 4], COUNTIES[(number + 1) % 4]
    name, friend = NAMES[number % 7], NAMES[(number * 3 + 1) % 7]
    work, total = WORKS[number % 5], SUMS[number % 3]
    return (
        f"{name}调研{work}\n\n"
        f"本报讯 （记者 高书敏） 8月{number % 28 + 1}日，{county}委书记{name}调研{work}。\n"
        f"该项目总投资{total}，目前主体已经开工。{county}县长{friend}陪同调研，要求第{number}标段如期完工。\n\n"
        f"{other}部署防汛工作\n\n"
        f"本报讯 （通讯员 温如玉） 连日来，{other}防汛抗旱指挥部第{number}次会议部署防汛应急工作。\n"
        f"{other}副县长{friend}强调，各乡镇要落实《{other}水库安全管理办法》，备足防汛物资，守住安全底线。\n"
    )


def write_pages(folder: Path, count: int) -> Path:
    """Write so many pages, four a day, named after a paper of two cities."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        paper = ("晋中日报", "忻州日报")[number % 2]
        name = f"{paper}_2021-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}_{number % 4 + 1:02}.txt"
        (folder / name).write_text(page_text(number), encoding="utf-8")
    return folder

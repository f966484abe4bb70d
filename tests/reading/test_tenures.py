"""Posts taken up, held or left, where the name does not stand right behind the title."""

import time

import pytest

from tests.reading.facts import people_in

Found = dict[str, list[tuple[str, bool]]]


def held_in(body: str) -> Found:
    """Each official's posts of a body as (printed text, former)."""
    people = people_in(body).values()
    return {one.name: [(post.text, post.former) for post in one.posts] for one in people if one.role == "official"}


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("会议决定任命：王小明为左权县副县长。", {"王小明": [("左权县副县长", False)]}),
        (
            "会议决定任命王小明为左权县副县长，李大川、江一鸣为左权县教育局副局长。",
            {
                "王小明": [("左权县副县长", False)],
                "李大川": [("左权县教育局副局长", False)],
                "江一鸣": [("左权县教育局副局长", False)],
            },
        ),
        (
            "任命王小明为县教育局局长；免去李大川的县教育局局长职务。",
            {"王小明": [("县教育局局长", False)], "李大川": [("县教育局局长", True)]},
        ),
        ("会议接受王小明辞去左权县县长职务的请求。", {"王小明": [("左权县县长", True)]}),
        ("王小明当选左权县人大常委会主任。", {"王小明": [("左权县人大常委会主任", False)]}),
        ("去年接任祁县县委书记的王小明介绍，项目投产了。", {"王小明": [("祁县县委书记", False)]}),
        ("今年从祁县县委书记任上调来的王小明，熟悉农村。", {"王小明": [("祁县县委书记", True)]}),
        ("还在祁县副县长任上时，王小明跑遍了全县。", {"王小明": [("祁县副县长", True)]}),
        (
            "左权县副县长王小明，去年还是祁县副县长，到任就下乡。",
            {"王小明": [("左权县副县长", False), ("祁县副县长", True)]},
        ),
        (
            "左权县委书记王小明说，投产了。去年签约时他还是祁县县长。",
            {"王小明": [("左权县委书记", False), ("祁县县长", True)]},
        ),
        (
            "左权县委书记王小明九月到任。此前他担任过祁县县长。",
            {"王小明": [("左权县委书记", False), ("祁县县长", True)]},
        ),
        (
            "左权县委书记王小明记得，当时身为县长的他守了一夜。",
            {"王小明": [("左权县委书记", False), ("县长", True)]},
        ),
        ("退了休的老干部。王小明曾任左权县文化局副局长。", {"王小明": [("左权县文化局副局长", True)]}),
        (
            "公示：王小明，男，汉族，中共党员，现任左权县委副书记、县长，拟任市水利局局长。",
            {"王小明": [("左权县委副书记", False), ("县长", False)]},
        ),
        (
            "补选王小明为左权县人大常委会副主任，李大川为左权县人民法院院长。",
            {"王小明": [("左权县人大常委会副主任", False)], "李大川": [("左权县人民法院院长", False)]},
        ),
        ("组长：王小明（左权县委书记）", {"王小明": [("左权县委书记", False)]}),
        (
            "祁县副县长（时任左权县水利局局长）王小明发言。",
            {"王小明": [("祁县副县长", False), ("左权县水利局局长", True)]},
        ),
        (
            "左权县委常委、副县长，左权经济开发区管委会主任王小明发言。",
            {"王小明": [("左权县委常委", False), ("副县长", False), ("左权经济开发区管委会主任", False)]},
        ),
        ("祁县县长王小明说，父亲是老支书。", {"王小明": [("祁县县长", False)]}),
        ("左权县委书记带队走访，祁县县长王小明陪同。", {"王小明": [("祁县县长", False)]}),
    ],
)
def test_who_holds_a_post(body: str, held: Found) -> None:
    assert held_in(body) == held


@pytest.mark.parametrize("body", ["任命王小明为" * 20_000, "甲、" * 60_000 + "为县长", "他是县长，" * 20_000])
def test_time_stays_linear(body: str) -> None:
    start = time.perf_counter()
    people_in(body)
    assert time.perf_counter() - start < 10

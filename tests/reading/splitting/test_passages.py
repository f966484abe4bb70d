"""Which display lines are told of in one stretch of running text."""

from articles.reading.splitting.passages import read_passages

BRIDGE = ["青石县石桥镇的跨河大桥合龙，两岸村民出行不再绕路。"] * 12
ORCHARD = ["白水县梨园进入盛花期，果农忙着授粉疏花，游客沿着步道赏花。"] * 12
OTHER = ["会议听取了有关工作情况的汇报，研究了下一阶段的任务。"] * 24


def test_two_lines_of_one_matter_are_told_in_one_passage() -> None:
    passages = read_passages([*BRIDGE, *OTHER, *ORCHARD])
    together, apart = passages.told("石桥镇跨河大桥合龙", "两岸村民出行不再绕路")
    assert together > 0.6
    assert apart < 0.2


def test_lines_of_two_matters_are_told_in_two_passages() -> None:
    passages = read_passages([*BRIDGE, *OTHER, *ORCHARD])
    together, apart = passages.told("石桥镇跨河大桥合龙", "白水县梨园进入盛花期")
    assert together < 0.2
    assert apart > 0.6


def test_a_line_that_no_passage_tells_of_is_nowhere() -> None:
    assert read_passages(BRIDGE).told("石桥镇跨河大桥合龙", "ABCD") == (0.0, 0.0)
    assert read_passages([]).told("", "") == (0.0, 0.0)


def test_what_stands_everywhere_tells_nothing() -> None:
    assert read_passages(BRIDGE * 20).told("跨河大桥", "跨河大桥") == (0.0, 0.0)

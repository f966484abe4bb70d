"""Figures of a project with their meaning: 总投资, 完成投资, 年产值, 税收, 产能, 就业, 面积, 长度 …, never mixed."""

from __future__ import annotations

import re

from articles.reading.projects.amounts import Amount, find_amounts
from articles.reading.records import Figure

INVESTMENT = "总投资"
_STANDS_FOR = (INVESTMENT, "年度投资", "完成投资")
_MONEY = ("元", "美元", "欧元", "港元", "日元")
_AREA = ("亩", "公顷", "平方米", "平方公里")
_LENGTH = ("米", "公里")
_PEOPLE = ("人", "个", "户", "个岗位", "人次")
_OUTPUT = (
    "吨",
    "千升",
    "立方米",
    "兆瓦",
    "千瓦时",
    "块",
    "套",
    "台",
    "辆",
    "颗",
    "只",
    "头",
    "件",
    "棒",
    "箱",
    "瓶",
    "片",
    "吨/年",
    "吨/日",
    "公斤",
    "斤",
    "枚",
    "支",
    "张",
    "米",
    "平方米",
    "立方米/日",
)
# (label, words right before the number, units it may have); the first that fits decides, so the narrow come first.
_LABELS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (label, re.compile(f"(?:{words})[^，。；、0-9]{{0,6}}$"), units)
    for label, words, units in (
        ("完成投资", "完成(?:固定资产)?投资|累计(?:完成)?投资|已投资|已投入|累计投入|实际到位|到位资金|实际投资|完成产值", _MONEY),
        ("年度投资", "年度计划投资|计划年度投资|年度投资|今年计划(?:完成)?投资|今年(?:已)?完成投资|年计划投资|当年投资", _MONEY),
        ("研发投入", "研发投入|研发费用|研发经费", _MONEY),
        ("补助资金", "补助|补贴|奖补|奖励|专项资金|扶持资金|贷款|授信|债券|债券资金", _MONEY),
        ("节省投资", "节省投资|节约投资|节省", _MONEY),
        (INVESTMENT, "总投资|总造价|投资规模|投资总额|投资额|估算投资|概算投资|概算|造价|总投入|斥资|计划投资|预计投资|拟投资|投资|投入|出资|筹资|(?:筹措|整合|投入|争取|筹集|统筹)(?:各类|各级|涉农|财政|上级|社会|衔接)?资金|引进社会资本", _MONEY),
        ("年产值", "年产值|产值", _MONEY),
        ("销售收入", "销售收入|销售额|营业收入|营收|年收入|主营收入", _MONEY),
        ("税收", "税收|利税|纳税|上缴税|税金|缴税", _MONEY),
        ("利润", "利润|净利", _MONEY),
        ("集体收入", "集体(?:经济)?(?:年)?(?:收入|增收)|增收", _MONEY),
        ("就业", "就业岗位|就业|岗位|用工|吸纳|带动务工", _PEOPLE),
        ("惠及", "惠及|受益|服务人口|辐射带动|带动", ("人", "户", "口", "个")),
        ("建筑面积", "建筑面积|建筑总面积", _AREA),
        ("占地面积", "占地|用地|占地面积|规划面积|总面积|流转土地|核心区面积|面积", _AREA),
        ("长度", "全长|长度|总长|线路长|里程|主线长|路线长|正线长", _LENGTH),
        ("装机规模", "装机|装机容量|总容量|装机规模|储能规模", ("兆瓦", "兆瓦时")),
        ("库容", "库容|蓄水", ("立方米",)),
        ("年产能", "年产|年产能|产能|年处理|年可处理|年加工|年可加工|年生产|年屠宰|年出栏|年存栏|存栏|出栏|年可产|年可利用|年可回用|年烘干能力|年发电量|年供热|年供水|年吞吐", _OUTPUT),
        ("日产能", "日产|日处理|日处理能力|日供水|日加工|日生产", _OUTPUT),
        ("工期", "工期|建设期|总工期", ("个月", "天", "年")),
    )
)  # fmt: skip
# 投资最大，达42亿元.
_LARGEST = re.compile("投资(?:额|规模)?最(?:大|高|多)，(?:达|为)$")
_EMPLOYED_AFTER = re.compile(
    "^(?:名|个)?(?:以上)?(?:群众|村民|人|贫困群众|农民|脱贫户|劳动力)?(?:在家门口|实现|稳定)?(?:就业|岗位|务工)"
)


def find_figures(body: str, start: int, end: int) -> list[Figure]:
    """The labelled figures of the clause body[start:end], left to right; numbers of no known meaning are left out."""
    found = []
    left = start
    for amount in find_amounts(body, start, end):
        label = _label(body, left, amount, end)
        left = amount.span.end
        if label:
            found.append(Figure(label, amount.value, amount.unit, amount.span))
    return found


def total_investment(figures: list[Figure]) -> Figure | None:
    """The sum in 元 that stands for a project: the total; where none is printed that of a year, or what has been spent.

    The labels of the figures say which it is and stay.
    """
    sums = [figure for figure in figures if figure.label in _STANDS_FOR and figure.unit == "元"]
    return min(sums, key=lambda figure: _STANDS_FOR.index(figure.label), default=None)


def name_figures(body: str, start: int, end: int) -> list[Figure]:
    """Measures inside a project's name: 20万吨负极材料项目, 100兆瓦光伏电站; their label is 规模."""
    amounts = find_amounts(body, start, end)
    return [Figure("规模", a.value, a.unit, a.span) for a in amounts if a.unit in (*_OUTPUT, "亩", "千伏", "兆瓦时")]


def counted_figure(body: str, end: int, limit: int) -> Figure | None:
    """The count right after a name: 食用菌大棚216座, 示范园1.2万亩."""
    amounts = find_amounts(body, end, min(limit, end + 12))
    if not amounts or amounts[0].span.start != end or amounts[0].unit in _MONEY:
        return None
    return Figure("建设规模", amounts[0].value, amounts[0].unit, amounts[0].span)


def _label(body: str, left: int, amount: Amount, end: int) -> str | None:
    before = body[max(left, amount.span.start - 16) : amount.span.start]
    for label, words, units in _LABELS:
        if amount.unit in units and words.search(before):
            return label
    if amount.unit in _MONEY and _LARGEST.search(body[max(0, amount.span.start - 12) : amount.span.start]):
        return INVESTMENT
    after = body[amount.span.end : min(end, amount.span.end + 12)]
    if amount.unit in _MONEY and re.match("的?(?:总)?投资|(?:打造|建成|兴建)的", after):
        return INVESTMENT
    if amount.unit in _MONEY and before.endswith("安排") and after.startswith(("实施", "建设", "新建", "用于实施")):
        return INVESTMENT
    return "就业" if amount.unit in ("人", "个") and _EMPLOYED_AFTER.match(after) else None

"""The scorer itself: what it takes for the same, what it counts, and that floors only rise."""

import copy

import pytest

from tests.scoring.floors import fallen, raised, risen, rounded_down
from tests.scoring.pairing import pair_articles, weights_of
from tests.scoring.projects import likeness
from tests.scoring.quotations import overlap
from tests.scoring.sheets import Sheet, figures_of
from tests.scoring.tally import Tally
from tests.scoring.wording import bare_title, squeeze

TEXT = "某县开工修渠\n本报讯 某县县长\n王强到某镇看\n了新修的渠。\n编辑 某某\n本报讯 另一条\n"
GOLD = {
    "file": "page.txt",
    "source": {"given": False, "paper": "某县报", "date": "2020-01-02"},
    "furniture": [{"lines": [5, 5], "kind": "editors"}],
    "articles": [
        {
            "id": "a1", "kind": "news", "headline": "某县开工修渠", "kicker": None, "byline": [], "paragraphs": 1,
            "body_start": "本报讯 某县县长王强到某镇", "body_end": "看了新修的渠。",
            "body_lines": [[2, 4]], "headline_lines": [[1, 1]],
            "people": [{"name": "王强", "role": "official", "posts": [{"text": "县长", "place": "甲省/乙市/丙县"}]}],
            "places": [{"resolved": "甲省/乙市/丙县"}], "primary_places": ["甲省/乙市/丙县"], "policies": [],
            "topics": ["项目建设"], "projects": [{"name": "某渠新修工程", "stage": "started", "investment_yuan": 500}],
            "quotations": [{"speaker": "王强", "text": "新渠今年秋天就能通水。明年再修五里", "text_also": "新渠今年秋天就能通水"}],
            "quotations_also": [{"speaker": "王强", "text": "这渠修得比从前好"}],
            "event_dates": ["2020-01-01", "2019-10", "2020-05-01/2020-05-03", "lately"], "event_dates_also": ["2018"],
            "visits": [
                {"official": "王强", "places": ["甲省/乙市/丙县", "甲省/乙市/丙县/某镇"], "sites": ["云朵河新渠"],
                 "date": "2020-01-01", "companions": ["赵勇"]},
            ],
            "visits_also": [{"official": "李明"}],
        },
        {
            "id": "a2", "kind": "brief", "headline": None, "kicker": None, "byline": [], "paragraphs": 1,
            "body_start": "本报讯 另一条", "body_end": "另一条", "body_lines": [[6, 6]], "headline_lines": [],
            "people": [], "places": [], "primary_places": [], "policies": [], "topics": [], "projects": [],
        },
    ],
}  # fmt: skip
DATES = [
    {"first": "2020-01-01", "last": "2020-01-01", "precision": "day"},
    {"first": "2019-10-01", "last": "2019-10-31", "precision": "month"},
    {"first": "2020-05-01", "last": "2020-05-03", "precision": "day"},
    {"first": "2019-12-19", "last": "2020-01-02", "precision": "month"},
]
BODIES = (["本报讯 某县县长王强到某镇看了新修的渠。"], ["本报讯 另一条"])


def make_report() -> dict:
    """The reading that gets everything right."""
    articles = [{**copy.deepcopy(a), "paragraphs": text} for a, text in zip(GOLD["articles"], BODIES, strict=True)]
    articles[0] |= {"event_dates": DATES, "quotations": [make_quotation()], "visits": [make_visit()]}
    return {"source": {"paper": "某县报", "date": "2020-01-02"}, "articles": articles}


def make_quotation(*words: str, speaker: str = "王强", role: str = "official") -> dict:
    stretches = [{"text": text} for text in words or ("新渠今年秋天就能通水。明年再修五里。",)]
    return {"speaker": speaker, "role": role, "words": stretches}


def make_visit(official: str = "王强", place: str = "甲省/乙市/丙县/某镇", site: str = "云朵河新渠工地") -> dict:
    stops = {"places": [{"resolved": place}], "sites": [{"text": site}]}
    company = [{"name": "赵勇"}] if official == "王强" else []
    return {"official": official, "date": ["2020-01-01"] * 2, "precision": "day", "companions": company, **stops}


def scored(report: dict) -> dict[str, tuple[float, float]]:
    """Precision and recall of each figure."""
    return {name: (figure["p"], figure["r"]) for name, figure in figures_of([Sheet(GOLD, TEXT, report)]).items()}


def test_a_perfect_reading_scores_one_in_every_figure():
    assert set(scored(make_report()).values()) == {(1.0, 1.0)}
    assert len(scored(make_report())) == 25


def test_an_empty_reading_is_found_wanting_in_every_figure_of_splitting():
    report = {"source": {"paper": None, "date": None}, "articles": []}
    figures = scored(report)
    assert figures["articles"] == figures["headlines"] == figures["source"] == (0.0, 0.0)
    assert figures["lines"] == (0.1667, 0.1667)
    assert figures["officials"][1] == figures["investment"][1] == 0.0


def changed(number: int, **fields: object) -> dict[str, tuple[float, float]]:
    report = make_report()
    report["articles"][number].update(fields)
    return scored(report)


@pytest.mark.parametrize(
    ("fields", "figure", "expected"),
    [
        ({"body_lines": [[2, 3]]}, "articles", (0.5, 0.5)),
        ({"body_lines": [[2, 3]]}, "lines", (0.8333, 0.8333)),
        ({"headline": "某县 开工“修渠”"}, "headlines", (1.0, 1.0)),
        ({"headline": "修渠"}, "headlines", (0.5, 0.5)),
        ({"byline": [{"name": "李明"}]}, "bylines", (0.0, 1.0)),
        ({"kind": "brief"}, "kind", (0.5, 0.5)),
        ({"people": []}, "officials", (0.0, 0.0)),
        ({"places": [{"resolved": "甲省"}]}, "places", (0.0, 0.0)),
        ({"projects": []}, "investment", (0.0, 0.0)),
    ],
)
def test_a_slip_costs_its_own_figure(fields, figure, expected):
    assert changed(0, **fields)[figure] == expected


SAID = "新渠今年秋天就能通水。明年再修五里。"


@pytest.mark.parametrize(
    ("found", "quotations", "ends"),
    [
        ([make_quotation("新渠今年秋天就能通水。")], (1.0, 1.0), (1.0, 1.0)),
        ([make_quotation("新渠今年秋天就能通水。明年再修")], (1.0, 1.0), (0.0, 0.0)),
        ([make_quotation("新渠今年秋天。")], (0.0, 0.0), None),
        ([make_quotation(SAID, speaker="李明")], (0.0, 0.0), None),
        ([make_quotation(SAID), make_quotation(SAID)], (0.5, 1.0), (1.0, 1.0)),
        ([make_quotation(SAID, "大家都盼着水来。")], (0.5, 1.0), (1.0, 1.0)),
        ([make_quotation(SAID), make_quotation("这渠修得比从前好。")], (1.0, 1.0), (1.0, 1.0)),
        (
            [make_quotation(SAID), make_quotation("水来了，苗就活了。", speaker="甲", role="citizen")],
            (1.0, 1.0),
            (1.0, 1.0),
        ),
    ],
)
def test_quotations_agree_by_speaker_and_most_of_their_words(found, quotations, ends):
    figures = changed(0, quotations=found)
    assert (figures["quotations"], figures.get("quotation ends")) == (quotations, ends)


@pytest.mark.parametrize(
    ("x", "y", "part"), [("某某某某", "某某某某", 1.0), ("甲乙丙丁", "乙丙丁", 0.75), ("甲", "乙", 0.0)]
)
def test_overlap_is_what_two_texts_share_of_what_they_cover(x, y, part):
    assert overlap(x, y) == part


@pytest.mark.parametrize(
    ("found", "visits", "stops"),
    [
        ([make_visit(site="新渠")], (1.0, 1.0), (0.6667, 0.6667)),
        ([make_visit(place="甲省/乙市/丙县")], (1.0, 1.0), (1.0, 0.6667)),
        ([make_visit(place="甲省/乙市")], (1.0, 1.0), (1.0, 0.3333)),
        ([make_visit(place="甲省/乙市/丁县/某镇")], (1.0, 1.0), (0.3333, 0.3333)),
        ([make_visit(), make_visit("赵勇")], (0.5, 1.0), (0.5, 1.0)),
        ([make_visit(), make_visit("李明")], (1.0, 1.0), (1.0, 1.0)),
        ([], (0.0, 0.0), (0.0, 0.0)),
    ],
)
def test_visits_agree_by_official_and_stops_by_path_or_name(found, visits, stops):
    figures = changed(0, visits=found)
    assert (figures["visits"], figures["visit places"]) == (visits, stops)


@pytest.mark.parametrize("above", ["甲省/乙市/丙县/某镇", "甲省/乙市/丙县"])
def test_a_village_is_a_site_by_its_name(above):
    found = make_visit(place=f"{above}/云朵河村", site="丁厂")
    gold = copy.deepcopy(GOLD)
    gold["articles"][0]["visits"][0]["sites"] = ["云朵河村"]
    report = make_report()
    report["articles"][0]["visits"] = [found]
    wanted = 3 if above.endswith("镇") else 2
    assert figures_of([Sheet(gold, TEXT, report)])["visit places"]["r"] == round(wanted / 3, 4)


@pytest.mark.parametrize(
    ("found", "figure"),
    [
        (DATES[:3], (1.0, 0.75)),
        ([*DATES, {"first": "2018-01-01", "last": "2018-12-31", "precision": "year"}], (1.0, 1.0)),
        ([*DATES, {"first": "2019-01-01", "last": "2019-12-31", "precision": "year"}], (0.8, 1.0)),
        ([{**DATES[0], "last": "2020-01-02"}, *DATES[1:]], (0.75, 0.75)),
    ],
)
def test_dates_agree_by_their_units_and_both_ends(found, figure):
    assert changed(0, event_dates=found)["event dates"] == figure


@pytest.mark.parametrize(
    ("told", "days", "company"),
    [
        ({"date": None, "precision": None}, (0.0, 0.0), (1.0, 1.0)),
        ({"date": ["2020-01-01", "2020-01-31"], "precision": "month"}, (0.0, 0.0), (1.0, 1.0)),
        ({"companions": []}, (1.0, 1.0), (0.0, 0.0)),
        ({"companions": [{"name": "赵勇"}, {"name": "李明"}]}, (1.0, 1.0), (0.5, 1.0)),
    ],
)
def test_days_and_company_of_visits_agree_by_date_and_names(told, days, company):
    figures = changed(0, visits=[make_visit() | told])
    assert (figures["visit dates"], figures["visit companions"]) == (days, company)


def test_days_are_asked_of_visits_that_are_found():
    figures = changed(0, visits=[])
    assert "visit dates" not in figures
    assert figures["visit companions"] == (0.0, 0.0)


def test_articles_whose_gold_has_no_dates_quotations_and_visits_are_not_scored_for_them():
    gold = copy.deepcopy(GOLD)
    for key in ("event_dates", "quotations", "visits"):
        del gold["articles"][0][key]
    figures = figures_of([Sheet(gold, TEXT, make_report())])
    assert not [name for name in figures if "date" in name or "quotation" in name or "visit" in name]


def test_an_article_too_many_costs_precision():
    report = make_report()
    report["articles"].append({**make_report()["articles"][1], "body_lines": [[5, 5]]})
    assert scored(report)["articles"] == (0.6667, 1.0)


def test_articles_pair_by_what_their_bodies_share_not_by_order():
    pairs = pair_articles(GOLD, make_report()["articles"][::-1], weights_of(TEXT))
    assert [(pair.number, pair.overlap) for pair in pairs] == [(1, 1.0), (0, 1.0)]


@pytest.mark.parametrize(("text", "plain"), [("Ａ 1，“某”\n县", "A1某县"), (None, ""), ("——", "")])
def test_white_space_punctuation_and_width_do_not_count(text, plain):
    assert squeeze(text) == plain


@pytest.mark.parametrize("title", ["市委书记", "晋中市委书记", "中共晋中市委书记", "晋中市 委书记"])
def test_a_title_is_the_same_with_its_place_and_without(title):
    assert bare_title(title, "山西省/晋中市") == "委书记"


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("某渠新修工程", "某渠新修工程", True),
        ("某渠新修工程", "渠新修工", True),
        ("某渠新修工程", "工程", False),
        ("某渠新修工程", "某路拓宽", False),
    ],
)
def test_projects_are_the_same_by_their_names(wanted, found, same):
    assert bool(likeness(wanted, found)) is same


def test_what_is_allowed_is_neither_wanted_nor_punished():
    tally = Tally()
    tally.sets({"甲", "乙"}, {"甲", "丙", "丁"}, {"丁"}, "页")
    assert (tally.right, tally.missed, tally.spurious) == (1, 1, 1)
    assert tally.notes == ["页 missed 乙", "页 spurious 丙"]
    assert tally.figure() == {"f1": 0.5, "p": 0.5, "r": 0.5, "n": 2}


@pytest.mark.parametrize(("f1", "floor"), [(1.0, 1.0), (0.9999, 0.995), (0.975, 0.975), (0.9749, 0.97), (0.0, 0.0)])
def test_floors_are_rounded_down_to_half_a_hundredth(f1, floor):
    assert rounded_down(f1) == floor


def test_floors_are_raised_and_never_lowered():
    floors = {"all": {"lines": 0.9, "articles": 0.95, "gone": 0.5}}
    figures = {"all": {"lines": 0.9231, "articles": 0.8, "new": 0.7071}}
    assert raised(floors, figures) == {"all": {"lines": 0.92, "articles": 0.95, "gone": 0.5, "new": 0.705}}


def test_what_fell_and_what_rose_is_named():
    floors = {"lines": 0.9, "articles": 0.95, "gone": 0.5, "kind": 0.8}
    figures = {"lines": 0.9549, "articles": 0.9499, "new": 0.7, "kind": 0.855}
    assert fallen(floors, figures) == ["articles is 0.9499, its floor 0.95", "gone is not measured, its floor 0.5"]
    assert risen(floors, figures) == ["new is 0.7, its floor missing", "kind is 0.855, its floor 0.8"]

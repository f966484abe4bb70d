"""read_page prints one JSON object in the agreed form, or one clear line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "fixtures/pages/运城日报_2019-05-14_01.txt"
ARTICLE = {
    "kind", "section", "kicker", "headline", "subhead", "byline", "paragraphs", "crossheads", "body_lines",
    "headline_lines", "confidence", "reasons", "continued_on", "reprint_of", "event_date", "event_dates", "people", "places",
    "primary_places", "policies", "projects", "topics", "quotations", "visits",
}  # fmt: skip


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    call_command("read_page", *arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_report_has_the_agreed_form(capsys):
    page = report(capsys, str(SAMPLE))
    assert set(page) == {"file", "encoding", "source", "articles", "furniture", "variants"}
    assert page["source"] == {"paper": "运城日报", "home_place": "山西省/运城市", "date": "2019-05-14", "page": 1}
    assert all(set(article) == ARTICLE for article in page["articles"])


def test_every_mention_stands_where_the_report_says(capsys):
    for article in report(capsys, str(SAMPLE))["articles"]:
        body = "\n".join(article["paragraphs"])
        for kind in ("people", "places", "policies", "projects"):
            for span in (span for entity in article[kind] for span in entity["mentions"]):
                assert body[span["start"] : span["end"]] == span["text"]


def test_quotations_and_visits_stand_where_the_report_says(capsys):
    articles = report(capsys, str(SAMPLE))["articles"]
    kinds = [kind for article in articles for kind in ("quotations", "visits") if article[kind]]
    assert {"quotations", "visits"} == set(kinds)
    for article in articles:
        body = "\n".join(article["paragraphs"])
        spans = [one for quotation in article["quotations"] for one in (quotation, *quotation["words"])]
        for visit in article["visits"]:
            spans += visit["places"] + visit["sites"] + visit["companions"] + visit["mentions"]
        assert all(body[span["start"] : span["end"]] == span["text"] for span in spans)


def test_what_the_operator_gives_comes_first(capsys):
    page = report(capsys, str(SAMPLE), "--paper", "山西日报", "--date", "2020-01-02", "--page", "7")
    assert (page["source"]["paper"], page["source"]["date"], page["source"]["page"]) == ("山西日报", "2020-01-02", 7)


def test_standard_output_holds_nothing_but_the_report():
    command = [sys.executable, "-W", "error::SyntaxWarning", "manage.py", "read_page", str(SAMPLE)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout)["file"] == SAMPLE.name


def test_explaining_shows_each_line_with_its_owner_and_the_reasons(capsys):
    call_command("read_page", str(SAMPLE), "--explain")
    lines = capsys.readouterr().out.splitlines()
    assert "1 headline" in lines[0]
    assert any(line.strip().startswith("because ") for line in lines)
    assert any(
        "  quotation of 靳为民 (official, 强调) by speaker before, meant by pronoun: 要立足" in line for line in lines
    )
    assert any(
        "  visit of 靳为民 by goes to, name: 2019-05-13–2019-05-13, 山西省/运城市/临猗县" in line for line in lines
    )


def test_a_term_in_two_writings_is_told_in_both_forms(tmp_path, capsys):
    page = tmp_path / "page.txt"
    page.write_text("今年全市新登记市场主体三千户。\n\n新登纪市场主体比去年增长一成。\n", encoding="utf-8")
    (variant,) = report(capsys, str(page))["variants"]
    assert (variant["terms"], variant["span"]["text"]) == (["新登纪市场主体", "新登记市场主体"], "新登纪市场主体")
    call_command("read_page", str(page), "--explain")
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "written in two ways: 新登纪市场主体 (article 1), 新登记市场主体 (article 1)"


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b" \n \n", "blank"), (b"\x00\x01\x02\xff" * 99, "binary")]
)
def test_what_is_no_page_gets_one_clear_line(tmp_path, content, reason):
    (tmp_path / "page.txt").write_bytes(content)
    with pytest.raises(CommandError, match=reason):
        call_command("read_page", str(tmp_path / "page.txt"))


def test_a_missing_file_or_a_directory_gets_one_clear_line(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(CommandError, match="no such file"):
            call_command("read_page", str(path))


@pytest.mark.parametrize("option", [["--date", "2021-02-30"], ["--page", "0"], ["--page", "二"]])
def test_impossible_options_are_refused_in_words(option):
    with pytest.raises(CommandError, match="is no "):
        call_command("read_page", str(SAMPLE), *option)

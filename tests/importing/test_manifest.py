"""What operators say of files, and how impossible sayings are refused."""

import os
from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.importing.files import Refused
from articles.importing.manifest import Given, given, read_manifest

HEADER = "file,paper,date,page,home_place\n"


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "pages.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_manifest_gives_what_is_known_of_each_file(tmp_path, encoding):
    text = HEADER + "03.txt,晋中日报,2021-08-07,1,山西省/晋中市\nsub/04.txt,忻州日报,,,\n"
    manifest = read_manifest(write(tmp_path, text, encoding))
    assert manifest.refused == []
    assert manifest.given == {
        f"{tmp_path}/03.txt": Given("晋中日报", date(2021, 8, 7), 1, "山西省/晋中市"),
        f"{tmp_path}/sub/04.txt": Given("忻州日报"),
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("paper,date\n晋中日报,2021-08-07\n", "the column 'file' is missing"),
        ("file,paper,colour\n", "unknown columns: 'colour'"),
        ("file,paper,file\n", "a column stands there twice"),
        ('file,paper\n"03.txt,晋中日报\n', "no CSV file"),
        ("\n\n", "only blanks"),
        ("", "empty"),
    ],
)
def test_an_unusable_manifest_is_refused_as_a_whole(tmp_path, text, reason):
    with pytest.raises(Refused, match=reason):
        read_manifest(write(tmp_path, text))


def test_a_missing_manifest_is_refused(tmp_path):
    with pytest.raises(Refused, match="no such file"):
        read_manifest(str(tmp_path / "none.csv"))


@pytest.mark.parametrize(
    ("lines", "reason", "taken"),
    [
        ("1.txt,甲报,2021-02-30,,\n", "impossible date 2021-02-30", 0),
        ("1.txt,甲报,,0,\n", "impossible page number 0", 0),
        ("1.txt,甲报,,第一版,\n", "impossible page number 第一版", 0),
        ("1.txt,甲报,,1,,,\n", "more cells than columns", 0),
        (",甲报,,1,\n", "line 2 of the manifest has no file", 0),
        ("1.txt,甲报,,1,\n1.txt,甲报,,1,\n", "lines 2, 3 of the manifest repeat each other", 1),
        ("1.txt,甲报,,1,\n./1.txt,乙报,,1,\n", "lines 2, 3 of the manifest contradict each other", 0),
    ],
)
def test_a_faulty_line_is_refused_and_the_others_count(tmp_path, lines, reason, taken):
    manifest = read_manifest(write(tmp_path, HEADER + lines + "2.txt,丙报,,2,\n"))
    assert len(manifest.refused) == 1 and reason in manifest.refused[0][1]
    assert len(manifest.given) == taken + 1 and os.path.join(tmp_path, "2.txt") in manifest.given


def test_what_a_line_leaves_open_the_options_fill():
    assert Given(page=2).over(Given("晋中日报", page=1)) == Given("晋中日报", page=2)


@pytest.mark.parametrize(
    "day",
    ["2021-02-30", "2021-13-01", "1800-01-01", "21-8-7", "昨天", str(timezone.localdate() + timedelta(days=400))],
)
def test_impossible_days_are_refused(day):
    with pytest.raises(Refused, match="impossible date"):
        given(day=day)

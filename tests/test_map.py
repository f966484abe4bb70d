"""The county map: every county once, shared borders, small enough to send with a page."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from articles.gazetteer.files import read_folder

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PATH = re.compile(r"(?:M[-.\d ]+l[-.\d ]+z?)+")


@pytest.fixture(scope="module")
def drawing() -> dict:
    return json.loads((FIXTURES / "map" / "shanxi_counties.json").read_text(encoding="utf-8"))


def test_draws_each_county_of_the_province_once(drawing: dict) -> None:
    units = read_folder(FIXTURES / "gazetteer").units.values()
    standing = {
        unit.code: unit.name
        for unit in units
        if unit.level == "county" and unit.code.startswith("14") and unit.valid_to is None
    }
    assert {county["code"]: county["name"] for county in drawing["counties"]} == standing
    assert len(drawing["counties"]) == 117
    assert len(drawing["prefectures"]) == 11


def test_paths_and_labels_lie_in_the_drawing(drawing: dict) -> None:
    for shape in drawing["counties"]:
        assert PATH.fullmatch(shape["d"]), shape["name"]
    for label in [*drawing["counties"], *drawing["prefectures"]]:
        assert 0 < label["x"] < drawing["width"]
        assert 0 < label["y"] < drawing["height"]
    assert PATH.fullmatch(drawing["borders"])
    assert "天地图" in drawing["source"]


def test_map_is_small_enough_for_a_page(drawing: dict) -> None:
    assert sum(len(county["d"]) for county in drawing["counties"]) + len(drawing["borders"]) < 32_000


def square(code: str, west: float, south: float) -> dict:
    corners = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    geometry = {"type": "MultiPolygon", "coordinates": [[corners]]}
    properties = {"code": code, "name": code, "center": [west + 0.5, south + 0.5]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_make_map_shares_arcs_and_draws_borders_between_prefectures(tmp_path: Path) -> None:
    codes = [
        "140105",
        "140212",
        "140321",
        "140404",
        "140502",
        "140602",
        "140702",
        "140802",
        "140902",
        "141002",
        "141102",
    ]
    features = [square(code, 110 + index, 37) for index, code in enumerate(codes)]
    features.append(square("140106", 110, 38))
    (tmp_path / "shanxi_counties.geojson").write_text(json.dumps({"features": features}), encoding="utf-8")
    script = [sys.executable, str(FIXTURES / "map" / "make_map.py")]
    subprocess.run([*script, "--source", str(tmp_path), "--target", str(tmp_path)], check=True, capture_output=True)
    made = json.loads((tmp_path / "shanxi_counties.json").read_text(encoding="utf-8"))
    assert [county["code"] for county in made["counties"]] == sorted([*codes, "140106"])
    assert made["borders"].count("M") == 10, "ten borders between eleven cities, none between 140105 and 140106"

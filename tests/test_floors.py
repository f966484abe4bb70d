"""How well the sample pages and the wider ones are read never falls under the floors committed in tests/scoring/floors.json."""

import pytest

from tests.scoring.floors import LOTS, RAISE, fallen, group_figures, load_floors, risen

FLOORS = load_floors()
each_group = pytest.mark.parametrize("group", ["samples", "all", "wide", "papers", *LOTS])


@pytest.fixture(scope="session")
def figures() -> dict[str, dict[str, float]]:
    """The figures of each group, measured once."""
    return group_figures()


@each_group
def test_no_figure_falls_under_its_floor(figures, group):
    lost = fallen(FLOORS[group], figures[group])
    assert not lost, "\n".join([*lost, "Every miss: python -m tests.scoring --verbose"])


@each_group
def test_the_floors_rise_with_the_reader(figures, group):
    won = risen(FLOORS[group], figures[group])
    assert not won, "\n".join([*won, f"Raise the floors: {RAISE}"])

"""Whether two characters that meet at a line's break speak for one running text."""

import pytest

from articles.reading.lines.seams import seam_weight


@pytest.mark.parametrize(
    ("above", "below"), [("中阳县县", "委书记"), ("推动产", "业升级"), ("山", "西省将"), ("高质量发", "展")]
)
def test_inside_a_word_a_line_goes_on(above: str, below: str) -> None:
    assert seam_weight(above, below) >= 1.5


@pytest.mark.parametrize(
    ("above", "below"), [("制作微视频，并", "夏收在即"), ("通报了", "青石县"), ("抓住机遇的", "南城区")]
)
def test_between_words_nothing_is_said(above: str, below: str) -> None:
    assert -1 <= seam_weight(above, below) <= 0.5


def test_a_character_that_ends_no_word_speaks_against_a_stranger() -> None:
    assert seam_weight("县里的尴", "春耕生产") <= -2


@pytest.mark.parametrize(("above", "below"), [("", "春耕"), ("开工。", "据悉"), ("春耕", "")])
def test_only_chinese_characters_tell(above: str, below: str) -> None:
    assert seam_weight(above, below) == 0


@pytest.mark.parametrize("below", ["亿元", "月投产", "500吨"])
def test_a_figure_goes_on_with_its_unit_or_its_digits(below: str) -> None:
    assert seam_weight("总投资3", below) >= 2

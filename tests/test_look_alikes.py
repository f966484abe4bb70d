"""The list of characters that look alike, and the program that draws and compares them."""

import numpy as np
import pytest

from articles.reading.words import read_pairs
from benchmarks.look_alikes import correlate, gb2312, lines_of, refuse_equals


def test_the_characters_are_those_of_the_standard_in_order():
    chars = gb2312()
    assert len(chars) == 6763 and chars == sorted(chars) and {"啊", "座", "亍", "齄"} < set(chars)


def test_the_list_names_each_pair_once():
    chars, pairs = set(gb2312()), dict(read_pairs("look_alikes"))
    assert len(pairs) == len(read_pairs("look_alikes")) > 3000
    for char, others in pairs.items():
        assert char in chars and set(others) <= chars and len(set(others)) == len(others)
        assert all(char < other for other in others)


def test_lines_name_what_looks_like_a_character_after_it():
    assert lines_of(["人", "入", "八"], [(1, 2), (0, 1), (0, 2)]) == "人\t入八\n入\t八\n"


def test_pictures_are_as_like_as_they_correlate():
    bar, moved, dot = np.zeros((3, 8, 8), np.float32)
    bar[:, 3], moved[:, 4], dot[0, 7] = 1, 1, 1
    likeness = correlate(np.stack([bar, moved, dot]))
    assert np.allclose(np.diag(likeness), 1)
    assert likeness[0, 1] > 2 * likeness[0, 2]


def test_a_browser_without_the_fonts_is_refused():
    with pytest.raises(SystemExit, match="is Noto Sans CJK SC installed"):
        refuse_equals(np.zeros((2, 8, 8), np.float32), "Noto Sans CJK SC")

"""The tagger that comes with jieba, on numpy alone: its weights, its chances, and what loading it does not do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from struct import pack

import pytest

from articles.reading.people import lac_files
from articles.reading.people.tagger import BATCH, name_chances

ROOT = Path(__file__).resolve().parents[3]
TEXTS = ("舞台上，王晓燕唱起了民歌。", "62岁的冯铁牛蹲在田埂上。", "今年的雨水比往年多。")
HEAD = bytes(16) + (6).to_bytes(4, "little") + b"\x08\x05\x10\x02\x10\x03"


@pytest.mark.parametrize(("text", "start", "end"), [(TEXTS[0], 4, 7), (TEXTS[1], 4, 7)])
def test_a_name_has_the_higher_chances(text: str, start: int, end: int) -> None:
    (chances,) = name_chances([text])
    assert chances.shape == (len(text), 2)
    assert chances[start, 0] > 0.8 and chances[start + 1 : end, 1].min() > 0.8 and chances[end].max() < 0.2


def test_chances_are_chances_and_words_have_low_ones() -> None:
    (chances,) = name_chances([TEXTS[2]])
    assert (chances >= 0).all() and (chances.sum(axis=1) <= 1.0001).all() and chances.max() < 0.2


def test_a_sentence_is_weighed_alike_alone_and_among_others() -> None:
    texts = ["", *TEXTS, "𠮷\x00", "好" * 150, *TEXTS[:2] * BATCH]
    for alone, among in zip((name_chances([text])[0] for text in texts), name_chances(texts), strict=True):
        assert among == pytest.approx(alone, abs=1e-4)


def test_nothing_is_found_in_nothing() -> None:
    assert name_chances([]) == []
    assert [len(chances) for chances in name_chances(["", ""])] == [0, 0]


def test_it_neither_warns_nor_starts_paddle_nor_loads_before_it_is_asked() -> None:
    probe = (
        "import sys, articles.reading.pipeline as p, articles.reading.people.tagger as t;"
        "assert not t._model.cache_info().currsize;"
        "t.name_chances(['冯铁牛说。']);"
        "sys.exit(any(m.split('.')[0] in ('paddle', 'django') or m.startswith('jieba.lac') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", probe], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture
def tensor(tmp_path, monkeypatch):
    """Write a file where the tagger's tensors are sought, and read it as two rows of three numbers."""
    monkeypatch.setattr(lac_files, "folder", lambda: tmp_path)
    (tmp_path / "model_baseline").mkdir()

    def read(data: bytes):
        (tmp_path / "model_baseline" / "x").write_bytes(data)
        return lac_files.read_tensor("x", 2, 3)

    return read


def test_a_tensor_is_read_without_what_is_too_small_to_count(tensor) -> None:
    values = [1, 2, 1e-40, 4, -5, 6]
    assert tensor(HEAD + pack("<6f", *values)).tolist() == [[1, 2, 0], [4, -5, 6]]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80\x04\x95cos\nsystem\n",
        HEAD,
        HEAD + bytes(23),
        HEAD + bytes(28),
        HEAD[:21] + b"\x06" + HEAD[22:] + bytes(24),
        HEAD[:-1] + b"\x02" + bytes(24),
        HEAD[:-1] + b"\xff" + bytes(24),
    ],
)
def test_a_file_of_another_form_is_refused(tensor, data: bytes) -> None:
    with pytest.raises(ValueError, match="^x "):
        tensor(data)


def test_a_file_of_jieba_is_refused_in_another_shape() -> None:
    with pytest.raises(ValueError, match="crfw holds"):
        lac_files.read_tensor("crfw", 3, 3)

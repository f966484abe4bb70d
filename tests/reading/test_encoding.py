"""Page files are decoded without loss or refused with one clear line."""

import pytest

from articles.reading.encoding import MAX_BYTES, MAX_LINES, UnreadableText, decode

SIMPLE = "本报讯（记者 王小明）5月6日，县委书记李大海深入乡镇调研春耕生产。\n他强调，要抓好落实。\n"
TRADITIONAL = "縣委書記強調，要深入學習貫徹會議精神，推動經濟發展。\n全縣開工建設項目二十個，總投資三億元。\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_simplified_text_is_recognised(encoding: str, name: str) -> None:
    found = decode(SIMPLE.encode(encoding))
    assert (found.text.splitlines(), found.encoding) == (SIMPLE.splitlines(), name)
    assert found.confidence >= 0.85


@pytest.mark.parametrize(("encoding", "name"), [("big5", "big5"), ("gb18030", "gb18030"), ("utf-8", "utf-8")])
def test_traditional_text_is_recognised(encoding: str, name: str) -> None:
    found = decode(TRADITIONAL.encode(encoding))
    assert (found.text.splitlines(), found.encoding) == (TRADITIONAL.splitlines(), name)


def test_lines_count_as_splitlines_counts_them() -> None:
    text = "一\r二\r\n三\u2028四\x0c五\n\n六"
    assert decode(text.encode()).text.split("\n") == text.splitlines()


def test_the_operator_overrides_the_chain() -> None:
    found = decode(TRADITIONAL.encode("big5"), "big5")
    assert (found.encoding, found.reason) == ("big5", "given by the operator")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "blanks"),
        (" \n\t\u3000\u200b\n".encode(), "blanks"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "binary"),
        (b"\x00\x01\x02\x03" * 60, "NUL"),
        ("正文\0正文".encode(), "NUL"),
        (bytes(range(128, 256)) * 9, "neither"),
        ("正文".encode() + b"\x01\x02\x03" * 20, "control"),
        (b"\xef\xbb\xbf\xff\xfe\xfd", "byte order mark"),
        (b"a" * (MAX_BYTES + 1), "too large"),
        ("字\n".encode() * (MAX_LINES + 1), "too many lines"),
    ],
)
def test_what_cannot_be_a_page_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableText, match=reason) as refusal:
        decode(data)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("encoding", "reason"), [("utf-8", "not valid"), ("klingon", "unknown"), ("hex", "encoding")])
def test_a_wrong_override_is_refused(encoding: str, reason: str) -> None:
    with pytest.raises(UnreadableText, match=reason):
        decode(SIMPLE.encode("gb18030"), encoding)

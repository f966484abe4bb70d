"""Sentences, which every fact stands on."""

from __future__ import annotations

import pytest

from articles.reading.sentences import sentence_at, sentences

CUT = {
    "甲说话。乙走路！": ["甲说话。", "乙走路！"],
    "“好。”李某说，他去了。完。": ["“好。”李某说，他去了。", "完。"],
    "“一句话。两句话。”她走了。": ["“一句话。两句话。”", "她走了。"],
    "没有说完\n第二段。": ["没有说完", "第二段。"],
    "开了引号“没有关。后面。": ["开了引号“没有关。", "后面。"],
    "　　缩进的段落。 ": ["缩进的段落。"],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), CUT.items())
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [span.text for span in sentences(text)] == expected


def test_spans_say_where_the_sentences_stand() -> None:
    text = "　甲。\n乙说：“丙。”丁。"
    assert all(text[span.start : span.end] == span.text for span in sentences(text))


def test_the_sentence_of_a_range_is_found() -> None:
    body = "第一句。第二句有项目。第三句。"
    start = body.index("项目")
    assert sentence_at(body, start, start + 2).text == "第二句有项目。"


def test_a_range_over_two_sentences_gives_both() -> None:
    body = "第一句。第二句。第三句。"
    assert sentence_at(body, 1, 6).text == "第一句。第二句。"


def test_a_long_quotation_is_cut_at_its_own_stops() -> None:
    body = "“" + "我们要把这件事办好。" * 20 + "”他说。"
    assert sentence_at(body, 15, 16).text == "我们要把这件事办好。"


def test_a_range_outside_the_body_is_refused() -> None:
    with pytest.raises(ValueError, match="no range"):
        sentence_at("短。", 0, 9)

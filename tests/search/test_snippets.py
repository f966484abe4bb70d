"""Snippets escape what was read, then mark what was sought."""

import pytest

from articles.search.snippets import marked, snippet


@pytest.mark.parametrize(
    ("text", "needles", "html"),
    [
        ("水库开工", ("水库",), "<mark>水库</mark>开工"),
        ("水库开工", (), "水库开工"),
        ("<script>水库</script>", ("水库",), "&lt;script&gt;<mark>水库</mark>&lt;/script&gt;"),
        ("a<b & c", ("<b",), "a<mark>&lt;b</mark> &amp; c"),
        ("&lt;", ("lt",), "&amp;<mark>lt</mark>;"),
        ("“８％”", ("8%",), "“<mark>８％</mark>”"),
    ],
)
def test_hits_are_marked_in_escaped_text(text, needles, html):
    assert marked(text, needles) == html


def test_a_snippet_begins_with_the_body():
    assert snippet("开头。" + "话" * 200, (), length=10) == "开头。话话话话话话话……"


def test_a_short_body_stands_whole():
    assert snippet("一段。\n两段。", ()) == "一段。 两段。"


def test_a_snippet_begins_with_the_sentence_of_the_hit():
    body = "头一句很长" * 40 + "。第二句说到水库。第三句。"
    assert snippet(body, ("水库",)) == "……第二句说到<mark>水库</mark>。第三句。"


def test_a_snippet_of_one_long_sentence_begins_shortly_before_the_hit():
    text = snippet("话" * 500 + "水库" + "话" * 500, ("水库",), length=60)
    assert text == "……" + "话" * 24 + "<mark>水库</mark>" + "话" * 34 + "……"


def test_a_hit_at_the_edge_is_cut_with_the_text():
    assert snippet("水库" * 40, ("水库" * 40,), length=3) == "<mark>水库水</mark>……"

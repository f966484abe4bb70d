"""Keywords: words that are frequent here and rare elsewhere, and no names that are facts already."""

from articles.reading.keywords import MOST, find_keywords
from articles.reading.segmentation import cut
from articles.reading.splitting.page import split_page

PAGE = """本报讯 （记者 郑文若） 5月7日，县里在羊肚菌大棚召开现场会，推广羊肚菌种植技术。
大棚里，种植户忙着采收羊肚菌。县委书记江成与要求加快推进项目建设，做好冷链运输。
羊肚菌撑起致富伞
"""


def keywords(**known):
    (article,) = split_page(PAGE).articles
    return find_keywords(article, **known)


def test_cutting_loses_nothing():
    assert "".join(cut("县委书记 在A县调研2次。")) == "县委书记 在A县调研2次。"


def test_words_of_the_subject_come_first():
    assert keywords()[0] in ("大棚", "致富", "羊肚", "羊肚菌")
    assert len(keywords()) <= MOST


def test_words_that_every_report_has_are_left_out():
    assert not {"县委书记", "项目", "推进", "要求"} & set(keywords())


def test_parts_of_known_names_are_left_out():
    first = keywords()[0]
    assert first not in keywords(known=frozenset({f"{first}园"}))


def test_the_same_text_gives_the_same_words():
    assert keywords() == keywords()

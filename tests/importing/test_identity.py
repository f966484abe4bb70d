"""Which page a file is."""

from datetime import date

import pytest

from articles.curation import record_edit
from articles.importing.files import Refused
from articles.importing.identity import article_uid, decide, file_name, find_out_source, identity_key
from articles.importing.manifest import Given
from articles.models import Page
from articles.reading.records import Source
from tests.factories import make_curator, make_newspaper, make_page
from tests.importing.readings import DAY, make_incoming, make_source

TEXT = "汾河治理工程昨日开工，两岸群众盼了多年的河堤步道年底可以走通。"
OTHER = "新学期开始，孩子们走进新校舍，窗明几净，书声琅琅，家长放心。"
NOTHING = make_source(None, None, None, None)


class NoPapers:
    """A gazetteer that knows no newspaper."""

    def resolve_paper(self, name):
        return None


def pages():
    return list(Page.objects.order_by("pk"))


def stored(text=TEXT, name="晋中日报_2021-08-07_1.txt", **values):
    incoming = make_incoming(text, make_source())
    page = make_page(file_name=name, raw_text=text, **values)
    Page.objects.filter(pk=page.pk).update(sha256=incoming.sha256)
    return page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "source", "name", "outcome"),
    [
        (TEXT, make_source(), "", "unchanged"),
        (TEXT, make_source(), "other.txt", "unchanged"),
        (TEXT + "又讯。", make_source(), "", "updated"),
        (TEXT + "又讯。", make_source(), "other.txt", "updated"),
        (TEXT + "又讯。", NOTHING, "晋中日报_2021-08-07_1.txt", "updated"),
        (TEXT + "又讯。", NOTHING, "other.txt", "imported"),
        (OTHER, make_source(page=2), "", "imported"),
        (OTHER, NOTHING, "晋中日报_2021-08-07_1.txt", "imported"),
    ],
)
def test_what_becomes_of_a_file_beside_a_stored_page(text, source, name, outcome):
    page = stored()
    decision = decide(make_incoming(text, source, name), pages())
    assert decision.outcome == outcome
    assert decision.page == (None if outcome == "imported" else page)


@pytest.mark.django_db
def test_another_page_in_the_same_place_is_refused_with_both_named():
    stored()
    with pytest.raises(Refused, match="晋中日报 2021-08-07 1 is there already with other content, from 晋中日报"):
        decide(make_incoming(OTHER, make_source(), "new.txt"), pages())


@pytest.mark.django_db
def test_another_text_under_the_name_of_an_unknown_page_is_refused():
    stored(name="03.txt", day=None)
    with pytest.raises(Refused, match="a page named 03.txt is there already with other content"):
        decide(make_incoming(OTHER, NOTHING, "03.txt"), pages())


@pytest.mark.django_db
def test_a_page_of_unknown_source_gains_one_when_the_operator_tells_it():
    page = stored(name="03.txt", day=None)
    told = make_incoming(TEXT, make_source(), "03.txt", Given("晋中日报", DAY, 1))
    assert decide(told, pages()) == decide(told, [page])
    assert decide(told, pages()).outcome == "updated"
    assert decide(make_incoming(TEXT, make_source(), "03.txt"), pages()).outcome == "unchanged"


@pytest.mark.django_db
def test_a_page_whose_source_a_curator_corrected_is_still_known_by_its_file():
    page = stored()
    record_edit(page, "number", 4, by=make_curator())
    assert decide(make_incoming(TEXT + "又讯。", make_source()), pages()).page == page


@pytest.mark.parametrize(
    "name",
    [
        "晋中日报_2021-13-01_01.txt",
        "晋中日报20210230-02.txt",
        "晋中日报-1800年05月08日-第01版.txt",
        "晋中日报_2999-01-01_1.txt",
    ],
)
def test_a_file_named_after_an_impossible_day_is_refused(name):
    with pytest.raises(Refused, match="impossible date .* in the file name"):
        find_out_source("一行字。", name, Given(), NoPapers())


@pytest.mark.parametrize("name", ["03.txt", "20211.txt", "扫描20213344_2021-08-07_1.txt", "a1234567890123.txt"])
def test_other_numbers_in_names_are_no_impossible_days(name):
    assert find_out_source("一行字。", name, Given(), NoPapers()).date in (None, date(2021, 8, 7))


def test_what_the_operator_says_goes_before_the_file_name():
    told = Given("忻州日报", date(2020, 3, 11), 2)
    source = find_out_source("一行字。", "晋中日报_2021-13-01_01.txt", told, NoPapers())
    assert (source.paper, source.date, source.page) == ("忻州日报", date(2020, 3, 11), 2)


def test_ids_depend_on_the_page_and_the_text_alone():
    first = article_uid("晋中日报|2021-08-07|1", TEXT, lambda uid: False)
    assert first == article_uid("晋中日报|2021-08-07|1", TEXT.replace("，", "，\n"), lambda uid: False)
    assert first != article_uid("晋中日报|2021-08-07|2", TEXT, lambda uid: False)
    assert first != article_uid("晋中日报|2021-08-07|1", TEXT, {first}.__contains__)
    assert len(first) == 32


def test_an_unknown_source_leaves_the_file_name_to_tell_pages_apart():
    assert identity_key(make_source(), "a.txt") == identity_key(make_source(), "b.txt")
    assert identity_key(Source("晋中日报"), "a.txt") != identity_key(Source("晋中日报"), "b.txt")


def test_file_names_fit_their_column():
    assert file_name("/pages/" + "\udccf" * 250) == "\\xcf" * 63 + "\\xc"


@pytest.mark.django_db
def test_newspaper_of_a_page_is_asked_for_by_name():
    make_newspaper("忻州日报", "xinzhou-ribao")
    assert decide(make_incoming(OTHER, make_source("忻州日报")), pages()).outcome == "imported"

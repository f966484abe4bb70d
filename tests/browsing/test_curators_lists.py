"""The admin's lists, on a usual screen: no column is as narrow as a character, and names stay on one line."""

import re

import pytest
from playwright.sync_api import Page

from tests.browsing.conftest import log_in

pytestmark = pytest.mark.browser

WIDTH = 1280
NARROW = """cells => cells.filter(cell => {
    const style = getComputedStyle(cell), size = parseFloat(style.fontSize);
    const inside = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return cell.innerText.trim().length > 3 && inside < 3.5 * size;
}).map(cell => `${cell.className}: ${cell.innerText}`)"""
BROKEN = """cells => cells.filter(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
}).map(cell => cell.innerText)"""
CELLS = "#result_list :is(td, th):not(.action-checkbox, .action-checkbox-column)"
NAMES = {"official": ".field-name", "officialmention": ".field-official", "quotation": ".field-speaker",
         "visit": ".field-name", "contributor": ".field-name"}  # fmt: skip


@pytest.fixture
def curator(page: Page, portal: str) -> Page:
    """A tab in which the curator is logged in."""
    page.set_viewport_size({"width": WIDTH, "height": 900})
    log_in(page, portal)
    return page


def test_no_column_of_a_list_is_as_narrow_as_a_character(curator, portal):
    links = curator.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    lists = sorted({link for link in links if link and re.fullmatch(r"/admin/articles/\w+/", link)})
    assert len(lists) > 20
    for address in lists:
        curator.goto(portal + address)
        assert (address, curator.eval_on_selector_all(CELLS, NARROW)) == (address, [])


@pytest.mark.parametrize(("model", "column"), NAMES.items())
def test_names_stay_on_one_line(curator, portal, model, column):
    curator.goto(f"{portal}/admin/articles/{model}/")
    cells = f"#result_list tbody {column}"
    assert curator.locator(cells).count() > 5
    assert curator.eval_on_selector_all(cells, BROKEN) == []


def test_sentences_have_room_beside_names_on_the_page_of_an_article(curator, portal):
    curator.goto(f"{portal}/admin/articles/article/1/change/")
    curator.eval_on_selector_all("details", "parts => parts.forEach(part => part.open = true)")
    cells = ".inline-group tbody tr.has_original :is(.field-sentence, .field-speaker, td.field-name)"
    assert curator.locator(cells).count() > 5
    assert curator.eval_on_selector_all(cells, NARROW) == []

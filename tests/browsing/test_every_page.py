"""Every kind of page, as wide as a phone and as a desk's screen: no error, no policy violation, nothing cut off."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LISTS = ["/", "/articles/", "/articles/?q=书记", "/articles/?q=没有这样的词", "/places/", "/officials/", "/projects/",
         "/policies/", "/topics/", "/papers/", "/no-such-page/", "/admin/login/"]  # fmt: skip
FIRST_LINKS = {
    "article": ("/articles/", "ol.results h3 a"),
    "place": ("/places/", "main a[href^='/places/']"),
    "official": ("/officials/", "main a[href^='/officials/']:not([href*='?'])"),
    "project": ("/projects/", "main a[href^='/projects/']:not([href*='?'])"),
    "policy": ("/policies/", "main a[href^='/policies/']:not([href*='?'])"),
    "topic": ("/topics/", "main a[href^='/topics/']"),
    "newspaper": ("/papers/", "main a[href^='/papers/']"),
}
WIDTHS = [320, 360, 1280]


def is_cut_off(tab: Page) -> bool:
    return tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", LISTS)
def test_lists(page: Page, portal: str, address: str, width: int):
    check(page, portal + address, width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", FIRST_LINKS)
def test_details(page: Page, portal: str, kind: str, width: int):
    list_address, link = FIRST_LINKS[kind]
    page.goto(portal + list_address)
    check(page, portal + page.locator(link).first.get_attribute("href"), width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["visits", "quotations"])
def test_statements_of_an_official(page: Page, portal: str, kind: str, width: int):
    list_address, link = FIRST_LINKS["official"]
    page.goto(portal + list_address)
    check(page, f"{portal}{page.locator(link).first.get_attribute('href')}{kind}/", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_newspaper_page(page: Page, portal: str, width: int):
    page.goto(f"{portal}/papers/yulin-ribao/2018-05-08/1/")
    assert page.locator("ol.lines li").count() == 94
    check(page, page.url, width)


def check(tab: Page, address: str, width: int) -> None:
    """Open the address and fail on any error: the missing page's own 404 is the only one expected."""
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.set_viewport_size({"width": width, "height": 800})
    response = tab.goto(address)
    wanted = 404 if "no-such" in address else 200
    assert response.status == wanted
    assert [error for error in errors if not (wanted == 404 and "404" in error)] == []
    assert tab.locator("html").get_attribute("lang").lower().startswith("zh-hans")
    assert not is_cut_off(tab)

"""A visitor's and a curator's errands, done in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing.conftest import log_in

pytestmark = pytest.mark.browser


def find_yulin_coverage_of_energy(tab: Page, portal: str) -> None:
    tab.goto(f"{portal}/articles/")
    tab.locator("dl.filters").get_by_role("link", name=re.compile("^陕西省")).first.click()
    tab.locator("dl.filters").get_by_role("link", name=re.compile("^榆林市")).first.click()
    tab.locator("dl.filters").get_by_role("link", name=re.compile("^能源革命")).first.click()
    expect(tab.locator(".chosen")).to_contain_text("榆林市")
    expect(tab.locator(".chosen")).to_contain_text("能源革命")
    expect(tab.locator("ol.results > li").first).to_be_visible()


def test_a_visitor_finds_coverage_of_a_topic_in_a_city(visitor, portal):
    find_yulin_coverage_of_energy(visitor, portal)
    shown = visitor.locator("ol.results > li").count()
    total = visitor.get_by_role("heading", name=re.compile(r"共 \d+ 篇")).inner_text()
    assert shown == int(re.search(r"\d+", total).group())


def test_the_same_errand_works_without_javascript(browser: Browser, portal: str):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    find_yulin_coverage_of_energy(context.new_page(), portal)
    context.close()


def test_a_visitor_searches_and_sees_the_words_marked(visitor, portal):
    visitor.goto(portal)
    visitor.get_by_role("searchbox").first.fill("书记")
    visitor.get_by_role("button", name="搜索").first.click()
    expect(visitor.locator("ol.results > li").first).to_be_visible()
    expect(visitor.locator("ol.results mark").first).to_have_text("书记")


def test_a_visitor_opens_an_official_and_follows_a_fact_to_its_sentence_and_raw_line(visitor, portal):
    visitor.goto(f"{portal}/officials/")
    visitor.locator("main input[name=q]").fill("温如玉")
    visitor.locator("main input[name=q]").press("Enter")
    visitor.locator("main").get_by_role("link", name="温如玉").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("温如玉")
    expect(visitor.locator(".ev").first).to_be_visible()
    visitor.locator("main a[href^='/articles/']:not([href*='?'])").first.click()
    expect(visitor.locator(".body")).to_contain_text("温如玉")
    visitor.locator(".fact", has_text="温如玉").locator(".ev a").first.click()
    line = re.search(r"#(L\d+)$", visitor.url).group(1)
    expect(visitor.locator(f"#{line}")).to_be_visible()


def test_a_curator_corrects_a_headline_and_visitors_see_it(visitor, portal):
    visitor.goto(f"{portal}/articles/?sort=oldest")
    article = visitor.locator("ol.results h3 a").first.get_attribute("href")
    log_in(visitor, portal)
    key = re.search(r"/articles/(\d+)/", article).group(1)
    visitor.goto(f"{portal}/admin/articles/article/{key}/change/")
    visitor.locator("#id_headline").fill("校订后的标题")
    visitor.locator("#id_why").fill("对照原版")
    visitor.locator("input[name='_save']").click()
    expect(visitor.locator(".messagelist .success")).to_be_visible()
    visitor.goto(portal + article)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("校订后的标题")
    visitor.goto(f"{portal}/admin/articles/edit/")
    expect(visitor.locator("#result_list")).to_contain_text("对照原版")

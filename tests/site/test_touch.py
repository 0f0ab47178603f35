"""A phone held in the hand: what the keyboard can do, the thumb can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import well_behaved


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    size = {"width": 390, "height": 800}
    with well_behaved(browser, address, viewport=size, has_touch=True, is_mobile=True, service_workers="block") as tab:
        tab.goto(address)
        yield tab


def test_a_tap_unfolds_the_field_and_a_tap_on_a_name_opens_its_story(phone: Page) -> None:
    field = phone.locator(".masthead-search input")
    phone.locator(".masthead-search button").tap()
    expect(field).to_be_focused()
    box = field.bounding_box()
    assert box
    assert box["width"] > 250
    field.press_sequentially("do thi h", delay=20)
    option = phone.get_by_role("option").first
    expect(option).to_contain_text("Đỗ Thị Hoà")
    tall = option.bounding_box()
    assert tall
    assert tall["height"] >= 44
    option.tap()
    expect(phone.locator(".story-name")).to_have_text("Đỗ Thị Hoà")


def test_a_second_tap_asks(phone: Page) -> None:
    phone.locator(".masthead-search button").tap()
    phone.locator(".masthead-search input").fill("nguyen thi hoa")
    phone.locator(".masthead-search button").tap()
    expect(phone.locator(".result .card-name").first).to_have_text("Nguyễn Thị Hoa")


def test_a_tap_elsewhere_folds_the_field_again(phone: Page) -> None:
    phone.locator(".masthead-search button").tap()
    phone.locator(".masthead-search input").fill("hoa")
    expect(phone.get_by_role("listbox")).to_be_visible()
    phone.locator(".foot-name").tap()
    expect(phone.get_by_role("listbox")).to_be_hidden()
    expect(phone.locator(".masthead-name")).to_be_visible()
    assert phone.locator(".masthead-search input").evaluate("field => field.offsetWidth") < 40


@pytest.mark.parametrize("path", ["", "bai/tap-28/do-thi-hoa/", "tim-kiem/?q=hoa"])
def test_what_is_to_be_tapped_is_large_enough(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    small = phone.evaluate(SMALL)
    assert small == []


SMALL = """() => [...document.querySelectorAll("button, summary, select, .drawer a, .tool")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24)
  .map((each) => each.outerHTML.slice(0, 80))"""

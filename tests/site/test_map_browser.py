"""The maps in a browser: by keyboard, without scripts, and with words that stand out from every square."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import well_behaved


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with well_behaved(browser, address, viewport={"width": 1280, "height": 900}, service_workers="block") as tab:
        yield tab


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.querySelector('title')?.textContent ?? ''")).partition(":")[0]


def test_arrows_walk_from_square_to_square_and_enter_opens(page: Page, address: str) -> None:
    page.goto(f"{address}ban-do/")
    page.get_by_role("link", name=re.compile("^Quận Ba Đình: ")).focus()
    walk = []
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        walk.append(focused(page))
    assert walk == ["Quận Hoàn Kiếm", "Quận Hai Bà Trưng", "Quận Đống Đa", "Quận Ba Đình"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quận Ba Đình")


def test_the_map_is_one_stop_for_tab_and_remembers_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}ban-do/")
    assert page.locator("a.tile[tabindex='0']").count() == 1
    page.locator("a.tile[tabindex='0']").focus()
    first = focused(page)
    page.keyboard.press("End")
    last = focused(page)
    assert first != last
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table') !== null")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == last
    page.keyboard.press("Home")
    assert focused(page) == first


def test_without_scripts_every_square_is_a_link_in_reading_order(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(f"{address}ban-do/")
    tab.locator("a.tile").first.focus()
    tab.keyboard.press("Tab")
    second = tab.locator("a.tile").nth(1)
    expect(second).to_be_focused()
    expect(tab.locator("[data-tiles-hint]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(("width", "shown"), [(390, "khu-vuc"), (1280, "phuong-xa")])
def test_each_width_has_its_map_of_wards(page: Page, address: str, width: int, shown: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}ban-do/tu-2025/")
    for code in ("khu-vuc", "phuong-xa"):
        assert page.locator(f".tile-map-{code}").is_visible() == (code == shown)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_small_map_leads_down_to_a_table(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}ban-do/tu-2025/")
    page.get_by_role("link", name=re.compile("^Khu vực quận Long Biên cũ: ")).click()
    expect(page).to_have_url(re.compile(r"ban-do/tu-2025/#quan-long-bien$"))
    expect(page.locator("#quan-long-bien")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["ban-do/", "ban-do/tu-2025/"])
def test_names_stay_within_their_squares(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_every_depth(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}ban-do/")
    for depth, ratio in json.loads(page.evaluate(CONTRASTS)).items():
        assert ratio >= 4.5, (depth, ratio)


def test_the_years_fit_every_width(page: Page, address: str) -> None:
    for width in (320, 390, 640, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("ban-do/", "dong-thoi-gian/", "thu-vien-anh/", "thu-vien-anh/2022/"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


OVERFLOWING = """() => {
  const found = [];
  for (const tile of document.querySelectorAll(".tile")) {
    const square = tile.querySelector("rect").getBoundingClientRect();
    if (!square.width) continue;
    for (const text of tile.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      const out = box.left < square.left - 0.5 || box.right > square.right + 0.5 || box.bottom > square.bottom + 3;
      if (out) found.push(`${tile.querySelector("title").textContent} ${box.width} ${square.width}`);
    }
  }
  return found;
}"""

CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour, under) => {
    for (const layer of [under, colour]) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const square = document.querySelector("a.tile");
  const found = {};
  for (let depth = 0; depth <= 4; depth += 1) {
    square.setAttribute("class", `tile depth-${depth}`);
    const fill = getComputedStyle(square.querySelector("rect")).fill;
    const under = light(read(fill === "none" ? ground : fill, ground));
    const over = light(read(getComputedStyle(square.querySelector("text")).fill, ground));
    found[depth] = (Math.max(under, over) + 0.05) / (Math.min(under, over) + 0.05);
  }
  return JSON.stringify(found);
}"""

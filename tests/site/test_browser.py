"""The built site in a browser, as a reader walks it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.vietnamese.fold import fold, fold_with_map
from tests.browsing import well_behaved
from tests.site.links import asset

VECTORS = (
    "Đỗ Thị Hoà", "Nguyễn Thị Hoa", "hòa hoà HOÀ", "kỹ kĩ Mỹ Mĩ lý lí quý quí", "y tế", "thuý thúy", "tay tây",
    "Kyoto yêu", "Ðống Ða", "ðường", "Lê Тhị Аn", "Привет мир", "Ελλάδα", "  hai   chữ\tba\n", "", "̀",
    "số 108/KH-UBND (2022)", "“Chào”, bà nói.", "ĐƯỜNG Ỡ ỹ", "QUÝ_ký", "tỷ", "Hàn 한국 mặt 字", "İstanbul ẞ ﬁ",
)  # fmt: skip


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    with well_behaved(browser, address, viewport={"width": request.param, "height": 800}) as tab:
        yield tab


def is_phone(page: Page) -> bool:
    return bool(page.viewport_size and page.viewport_size["width"] < 600)


def no_sideways_scrolling(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_reader_walks_from_home_to_a_story_and_finds_it_again(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".spread-title")).to_be_visible()
    assert no_sideways_scrolling(page)

    if is_phone(page):
        page.locator(".drawer summary").click()
        page.locator(".drawer").get_by_role("link", name="Địa bàn").click()
    else:
        page.locator(".masthead-doors").get_by_role("link", name="Địa bàn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Theo địa bàn")

    page.get_by_role("link", name=re.compile("Quận Long Biên")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quận Long Biên")
    assert no_sideways_scrolling(page)

    page.get_by_role("link", name=re.compile("Đỗ Thị Hoà")).click()
    expect(page.locator(".story-name")).to_have_text("Đỗ Thị Hoà")
    assert no_sideways_scrolling(page)

    first = page.url
    page.locator(".turn-after, .turn-before").first.click()
    expect(page.locator(".story-title")).to_be_visible()
    assert page.url != first

    if is_phone(page):
        page.locator(".masthead-search button").click()
    page.locator(".masthead-search input").fill("nguyen thi hoa")
    page.keyboard.press("Enter")
    expect(page.locator(".result .card-name").first).to_have_text("Nguyễn Thị Hoa")
    page.locator(".result a").first.click()
    expect(page.locator(".story-name")).to_have_text("Nguyễn Thị Hoa")


def names_found(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}tim-kiem/")
    page.locator(".finder-field").fill(query)
    expect(page.locator(".finder-status")).to_have_text(re.compile(r"^(Thấy \d+ bài\.|Không thấy)"))
    return page.locator(".result .card-name").all_inner_texts()


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_a_story_begins_with_a_whole_word_for_those_who_hear_or_copy_it(page: Page, address: str) -> None:
    page.goto(address + "bai/tap-29/nguyen-thi-hoa/")
    first = page.locator(".story-text p").first
    assert first.inner_text().startswith("Xưởng của chị")
    assert "Xưởng của chị" in first.aria_snapshot()


def test_a_long_listing_leads_to_a_search_among_its_stories(page: Page, address: str) -> None:
    page.goto(address + "dia-ban/quan-long-bien/")
    shown = page.locator(".card").count()
    page.get_by_role("link", name=f"Tìm và lọc trong {shown} bài này").click()
    expect(page.locator("[data-finder-status]")).to_have_text(f"Thấy {shown} bài.")


def test_names_are_found_with_and_without_marks(page: Page, address: str) -> None:
    bare = names_found(page, address, "nguyen thi hoa")
    assert bare[:2] == ["Nguyễn Thị Hoa"] * 2
    assert "Đỗ Thị Hoà" in bare[2:]
    assert names_found(page, address, unicodedata.normalize("NFD", "Đỗ Thị Hoà"))[0] == "Đỗ Thị Hoà"
    assert names_found(page, address, "do thi hoà")[0] == "Đỗ Thị Hoà"
    assert names_found(page, address, "thi hoà")[0] == "Đỗ Thị Hoà"
    assert set(names_found(page, address, "thi hoa")[:2]) == {"Nguyễn Thị Hoa"}
    assert names_found(page, address, "long bien") == names_found(page, address, "Long Biên")


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_words_are_found_in_the_text_and_marked_in_the_original(page: Page, address: str) -> None:
    names = names_found(page, address, "dai vai xanh")
    assert names[0] == "Vũ Thị Ích"
    assert page.locator(".result mark").first.inner_text() == "Dải vải xanh"
    assert "Ni sư Thích Đàm An" in names_found(page, address, "viên bánh trôi")
    assert page.locator(".result-snippet mark").first.inner_text() == "viên bánh trôi"


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_nothing_found_is_said_and_markup_in_a_query_is_only_text(page: Page, address: str) -> None:
    assert names_found(page, address, "xyzzy qqq") == []
    assert names_found(page, address, "<img src=x onerror=alert(1)>") == []
    page.goto(f"{address}tim-kiem/?q=%3Cb%3Elong%20bien")
    expect(page.locator(".finder-field")).to_have_value("<b>long bien")


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_browser_folds_as_the_press_does(page: Page, address: str, built_site: Path) -> None:
    page.goto(address)
    script = """async ([module, texts]) => {
        const { fold, foldWithMap } = await import(`./${module}`);
        return texts.map((text) => [fold(text), foldWithMap(text)]);
    }"""
    module = asset(built_site, "search/fold.js")
    vectors = [*VECTORS, *(unicodedata.normalize("NFD", text) for text in VECTORS)]
    for text, (plain, mapped) in zip(vectors, page.evaluate(script, [module, vectors]), strict=True):
        assert plain == fold(text), text
        wanted = fold_with_map(text)
        assert mapped["text"] == wanted.text
        # JavaScript counts UTF-16 units; every vector stays below U+FFFF, so code points are the same.
        assert mapped["offsets"] == list(wanted.offsets), text


def test_paper_and_dusk_are_chosen_and_kept(page: Page, address: str) -> None:
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    paper = page.evaluate(ground)
    page.locator("[data-theme-toggle]").click()
    dusk = page.evaluate(ground)
    assert dusk != paper
    page.reload()
    assert page.evaluate(ground) == dusk
    expect(page.locator("[data-theme-toggle]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("page", [390], indirect=True)
def test_the_drawer_opens_by_keyboard_and_closes_by_escape(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".drawer summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawer-sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".drawer-sheet")).to_be_hidden()
    expect(page.locator(".drawer summary")).to_be_focused()


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_first_tab_stop_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}tap/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_story_of_the_day_changes_with_the_day(page: Page, address: str) -> None:
    seen = set()
    for day in range(1, 5):
        page.clock.set_fixed_time(f"2026-03-0{day}T09:00:00+07:00")
        page.goto(address)
        seen.add(page.locator(".spread-title").inner_text())
    assert len(seen) == 4


def test_without_scripts_the_doors_remain(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(address)
    expect(tab.locator(".spread-title")).to_be_visible()
    tab.locator(".drawer summary").click()
    expect(tab.locator(".drawer").get_by_role("link", name="Nhân vật")).to_be_visible()
    tab.goto(f"{address}tim-kiem/?q=hoa")
    expect(tab.get_by_role("link", name="tên người")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    tab = context.new_page()
    tab.goto(address)
    colours = json.loads(tab.evaluate(READ_COLOURS))
    ground = luminance(colours["--ground"])
    for name in ("--words", "--quiet", "--accent"):
        assert contrast(luminance(colours[name]), ground) >= 4.5, name
    assert contrast(luminance(colours["--words"]), luminance(colours["--marked"])) >= 4.5
    context.close()


READ_COLOURS = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const probe = document.body.appendChild(document.createElement("i"));
  const read = (name) => {
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const names = ["--ground", "--words", "--quiet", "--accent", "--marked"];
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, read(name)])));
}"""


def luminance(colour: list[int]) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in (v / 255 for v in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Contrast ratio, WCAG 2.2."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)

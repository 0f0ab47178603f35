"""Search in a browser on the built site: the scored set, the results page, suggestions, the browser's half."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.site.search.postings import LEAP, LEAP_SIGN
from builder.site.search.words import spelled
from tests.browsing import well_behaved
from tests.site.links import asset
from tests.site.test_browser import VECTORS

QUERIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("search_set.toml").read_text(encoding="utf-8"))[
    "query"
]
CLASSES = sorted({query["class"] for query in QUERIES})
NFD = "tên dạng NFD"

Score = tuple[str, bool, float]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    viewport = {"width": 1280, "height": 800}
    with well_behaved(browser, address, viewport=viewport, reduced_motion="reduce") as tab:
        yield tab


FIND = """async ([finder, facets, text, choices]) => {
  const { find } = await import(`./${finder}`);
  const { narrowed } = await import(`./${facets}`);
  let last;
  for await (const state of find(new URL("./", location.href).href, text)) last = state;
  return narrowed(last.answers, choices).map(({ record }) => record.id);
}"""


@pytest.fixture(scope="module")
def scores(browser: Browser, address: str, built_site: Path) -> dict[str, list[Score]]:
    """By class: each query, whether its first answer is right, and the share of the wanted stories found."""
    tab = browser.new_page()
    tab.goto(address)
    modules = [asset(built_site, f"search/{name}.js") for name in ("finder", "facets")]
    found = defaultdict(list)
    for query in QUERIES:
        text = unicodedata.normalize("NFD" if query["class"] == NFD else "NFC", query["q"])
        answers = tab.evaluate(FIND, [*modules, text, query.get("facets", {})])
        wanted = query["find"]
        recall = len(set(answers) & set(wanted)) / len(wanted)
        found[query["class"]].append((query["q"], bool(answers) and answers[0] in wanted, recall))
    tab.close()
    return found


def test_the_scored_set_is_large_enough() -> None:
    assert len(QUERIES) >= 80
    assert len(CLASSES) >= 10


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_of_queries_is_answered(name: str, scores: dict[str, list[Score]]) -> None:
    rows = scores[name]
    assert sum(right for _, right, _ in rows) / len(rows) >= 0.95, [query for query, right, _ in rows if not right]
    assert sum(recall for *_, recall in rows) / len(rows) >= 0.95, [row for row in rows if row[2] < 1]


def ask(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}tim-kiem/")
    page.locator(".finder-field").fill(query)
    return answers(page)


def answers(page: Page) -> list[str]:
    expect(page.locator(".finder-status")).to_have_text(re.compile(r"^(Thấy \d+ bài\.|Không thấy)"))
    return page.locator(".result .card-name").all_inner_texts()


def choose(page: Page, facet: str, value: str) -> list[str]:
    page.get_by_label(facet, exact=True).select_option(value)
    return answers(page)


def test_exact_marks_come_first(page: Page, address: str) -> None:
    assert ask(page, address, "thị hoà")[0] == "Đỗ Thị Hoà"
    assert ask(page, address, "thị hoa")[0] == "Nguyễn Thị Hoa"


def test_a_phrase_in_quotes_is_taken_at_its_word(page: Page, address: str) -> None:
    assert ask(page, address, "“viên bánh trôi”") == ["Ni sư Thích Đàm An"]
    assert ask(page, address, '"trôi viên bánh"') == []
    assert "Ni sư Thích Đàm An" in ask(page, address, "trôi viên bánh")


def test_words_are_finished_while_they_are_typed(page: Page, address: str) -> None:
    page.goto(f"{address}tim-kiem/")
    page.locator(".finder-field").press_sequentially("Đội cứu h", delay=20)
    assert answers(page)[0] == "Đội cứu hộ bến Chèm"
    assert "q=" in page.url


def test_what_finds_nothing_is_read_more_freely_and_says_so(page: Page, address: str) -> None:
    status = page.locator(".finder-status")
    assert ask(page, address, "yagi vàng") == ["Vương Đức Sơn"]
    expect(status).to_have_text("Thấy 1 bài. Trong bài, các chữ ấy đứng cách xa nhau.")
    assert ask(page, address, "hoa long qqqq")
    expect(status).to_have_text(re.compile(r"^Không thấy bài nào có đủ các chữ ấy; gần nhất là \d+ bài này\.$"))
    assert ask(page, address, '"yagi vàng"') == ask(page, address, "zzzz qqqq") == []
    expect(status).to_have_text("Không thấy bài nào. Thử bớt chữ, hoặc chỉ gõ tên gọi.")


def test_captions_are_found_and_shown_in_the_original(page: Page, address: str) -> None:
    assert ask(page, address, "dong vai do, gio ngang canh tay") == []
    assert ask(page, address, "mu cat ket, tay deo bang do") == ["Lý Công Giản"]
    expect(page.locator(".result-snippet mark")).to_have_text("mũ cát két, tay đeo băng đỏ")


def test_facets_combine_count_and_live_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}tim-kiem/")
    everyone = choose(page, "Địa bàn", "quan-long-bien")
    fewer = choose(page, "Năm", "2023")
    assert 0 < len(fewer) < len(everyone)
    chosen = page.get_by_label("Năm", exact=True).locator("option:checked")
    assert chosen.inner_text() == f"2023 ({len(fewer)})"
    assert "dia-ban=quan-long-bien" in page.url
    page.reload()
    assert answers(page) == fewer
    page.get_by_role("button", name="Bỏ lọc").click()
    assert "dia-ban" not in page.url
    expect(page.get_by_label("Nhân vật", exact=True)).to_be_focused()


def test_on_a_phone_the_facets_wait_to_be_asked_for(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert ask(page, address, "long biên")
    expect(page.get_by_label("Năm", exact=True)).to_be_hidden()
    page.locator(".finder-filter summary").click()
    choose(page, "Năm", "2023")
    page.reload()
    expect(page.get_by_label("Năm", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_facets_narrow_what_was_found_by_keyboard(page: Page, address: str) -> None:
    assert ask(page, address, "nguyễn thị hoa")[:2] == ["Nguyễn Thị Hoa"] * 2
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Địa bàn", exact=True)).to_be_focused()
    page.keyboard.type("Huyện Gia")
    assert answers(page) == ["Nguyễn Thị Hoa"]


def test_more_results_are_shown_when_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}tim-kiem/?nhan-vat=ca-nhan")
    assert len(answers(page)) == 20
    page.get_by_role("button", name="Xem thêm").click()
    expect(page.locator(".result")).to_have_count(40)
    expect(page.locator(".result a").nth(20)).to_be_focused()


def test_an_input_method_is_left_to_finish_its_word(page: Page, address: str) -> None:
    page.goto(f"{address}tim-kiem/")
    expect(page.locator(".finder-facets")).to_be_visible()
    field = page.locator(".finder-field")
    field.evaluate("f => { f.value = 'do'; f.dispatchEvent(new InputEvent('input', { isComposing: true })); }")
    page.wait_for_timeout(250)
    assert page.locator(".result").count() == 0
    field.evaluate("f => { f.value = 'Đỗ Thị Hoà'; f.dispatchEvent(new CompositionEvent('compositionend')); }")
    assert answers(page)[0] == "Đỗ Thị Hoà"


def test_the_masthead_suggests_names_and_is_worked_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    field = page.locator(".masthead-search input")
    field.click()
    field.press_sequentially("do thi h", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Đỗ Thị Hoà")
    expect(options.last).to_contain_text("trong mọi bài")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".story-name")).to_have_text("Đỗ Thị Hoà")


def test_the_last_suggestion_leads_to_all_results(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".masthead-search input").press_sequentially("bánh trôi", delay=20)
    page.get_by_role("option", name="Tìm “bánh trôi” trong mọi bài").click()
    assert "Ni sư Thích Đàm An" in answers(page)


CALL = """async ([file, name, rows]) => {
  const module = await import(`./${file}`);
  return rows.map((row) => module[name](...row)).map((value) => (value instanceof Uint32Array ? [...value] : value));
}"""


def call(page: Page, site: Path, address: str, name: str, rows: list[list[Any]]) -> list[Any]:
    """What a function of a module (``file.name``) gives for each row of arguments."""
    file, function = name.split(".")
    page.goto(address)
    found: list[Any] = page.evaluate(CALL, [asset(site, f"search/{file}.js"), function, rows])
    return found


def letters(text: str) -> list[str]:
    """Letters and marks in any order: where the tone stands is free."""
    return sorted(unicodedata.normalize("NFD", text))


def test_raw_keys_are_read_as_the_letters_they_mean(page: Page, address: str, built_site: Path) -> None:
    meant = {
        "nguyeenx": "nguyễn", "thij": "thị", "DDoox": "đỗ", "hoaf": "hoà", "nguye64n": "nguyễn", "thi5": "thị",
        "d9o64": "đỗ", "vuwowng": "vương", "vuongw": "vương", "huw": "hư", "quys": "quý", "tieengs": "tiếng",
        "nguyexn": "nguyẽn", "wng": "ưng", "a8n": "ăn", "u7ng": "ưng",
    }  # fmt: skip
    found = call(page, built_site, address, "typing.decoded", [[raw] for raw in meant])
    assert [[letters(word) for word in words] for words in found] == [[letters(word)] for word in meant.values()]
    plain = ["tranh", "hoa", "2022", "sang", "Đỗ", "phường", "x", ""]
    assert call(page, built_site, address, "typing.decoded", [[word] for word in plain]) == [[]] * len(plain)


def test_one_slip_is_forgiven_and_not_two(page: Page, address: str, built_site: Path) -> None:
    near = [["hoa", "hoa"], ["hoa", "hao"], ["hoa", "ho"], ["hoa", "hoaa"], ["hoa", "hia"], ["", "a"], ["ab", "ba"]]
    far = [["hoa", "aoh"], ["hoa", "h"], ["abcd", "badc"], ["hoa", "hoang"], ["abc", "cab"]]
    assert call(page, built_site, address, "slip.nearlySame", near) == [True] * len(near)
    assert call(page, built_site, address, "slip.nearlySame", far) == [False] * len(far)


def test_the_browser_spells_and_reads_postings_as_the_press_writes_them(
    page: Page, address: str, built_site: Path
) -> None:
    words = [word for text in VECTORS for word in re.findall(r"[^\W_]+", text)]
    assert call(page, built_site, address, "fold.spelled", [[word] for word in words]) == [
        spelled(word) for word in words
    ]
    steps = "\x01" + LEAP_SIGN * 2 + chr(7) + chr(LEAP)
    (found,) = call(page, built_site, address, "postings.decode", [[steps, 0, [1, len(steps)], [0, 64]]])
    assert found == [64, 64 + 2 * LEAP + 7, 64 + 3 * LEAP + 7]

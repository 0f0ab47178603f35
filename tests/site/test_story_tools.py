"""The tools of a story: read aloud by a voice that speaks Vietnamese, shared, printed; none unasked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import well_behaved

STORY = "bai/tap-28/do-thi-hoa/"
VOICES = {"vi": [{"lang": "vi-VN", "localService": True}], "none": [{"lang": "en-US", "localService": True}]}

VOICE = """(voices) => {
  window.spoken = [];
  window.cancelled = 0;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  const told = new EventTarget();
  Object.assign(told, {
    getVoices: () => voices,
    speak: (words) => { window.spoken.push(words.text); window.now = words; },
    cancel: () => { window.cancelled += 1; },
  });
  Object.defineProperty(window, "speechSynthesis", { value: told });
  window.finish = () => window.now.dispatchEvent(new Event("end"));
}"""


@contextlib.contextmanager
def opened(browser: Browser, address: str, voices: str, *scripts: str) -> Iterator[Page]:
    with well_behaved(browser, address, reduced_motion="reduce", service_workers="block") as page:
        page.add_init_script(f"({VOICE})({VOICES[voices]!r})".replace("True", "true"))
        for script in scripts:
            page.add_init_script(script)
        page.goto(address + STORY)
        expect(page.get_by_role("group", name="Bài này")).to_be_visible()
        yield page


def test_a_story_is_read_sentence_by_sentence_paused_and_stopped(browser: Browser, address: str) -> None:
    with opened(browser, address, "vi") as page:
        status = page.locator("[data-tools-status]")
        assert page.evaluate("spoken") == []
        page.get_by_role("button", name="Nghe bài này").click()
        expect(status).to_have_text("Đang đọc.")
        assert page.evaluate("spoken") == ["Giếng nước đầu ngõ"]
        page.evaluate("finish()")
        page.evaluate("finish()")
        first, name, sentence = page.evaluate("spoken")
        assert name == "Đỗ Thị Hoà"
        assert sentence.startswith("Nắp giếng đổ năm 1998")
        assert page.locator(".is-read").inner_text().replace("\n", "").startswith("Nắp giếng")

        page.get_by_role("button", name="Tạm dừng").press("Enter")
        expect(status).to_have_text("Đã tạm dừng.")
        page.evaluate("finish()")  # an engine that is cancelled still says that it has ended
        assert len(page.evaluate("spoken")) == 3
        page.get_by_role("button", name="Nghe tiếp").click()
        assert page.evaluate("spoken")[3] == sentence

        page.get_by_role("button", name="Thôi").click()
        expect(status).to_have_text("Đã dừng đọc.")
        expect(page.get_by_role("button", name="Nghe bài này")).to_be_focused()
        expect(page.get_by_role("button", name="Thôi")).to_be_hidden()
        assert page.locator(".is-read").count() == 0
        page.get_by_role("button", name="Nghe bài này").click()
        assert page.evaluate("spoken.at(-1)") == first


def test_the_whole_story_is_read_once_and_in_order(browser: Browser, address: str) -> None:
    with opened(browser, address, "vi") as page:
        page.get_by_role("button", name="Nghe bài này").click()
        page.evaluate("() => { for (let n = 0; n < 2000; n += 1) finish(); }")
        expect(page.locator("[data-tools-status]")).to_have_text("Đã đọc hết bài.")
        spoken: list[str] = page.evaluate("spoken")
        text = page.evaluate("document.querySelector('.story-text').textContent")
        assert "".join(" ".join(spoken[2:]).split()) == "".join(text.split())
        assert max(map(len, spoken)) < 400


def test_without_a_vietnamese_voice_nothing_is_offered_until_one_comes(browser: Browser, address: str) -> None:
    with opened(browser, address, "none") as page:
        button = page.locator("[data-aloud]")
        expect(button).to_be_hidden()
        page.evaluate("speechSynthesis.getVoices = () => [{ lang: 'vi_VN', localService: false }]")
        page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
        expect(button).to_be_visible()


def test_leaving_the_page_ends_the_voice(browser: Browser, address: str) -> None:
    with opened(browser, address, "vi") as page:
        page.evaluate("dispatchEvent(new Event('pagehide'))")
        assert page.evaluate("cancelled") == 1


def test_a_story_is_shared_by_what_the_system_offers(browser: Browser, address: str) -> None:
    offer = "Object.defineProperty(navigator, 'share', { value: async (data) => { window.shared = data; } })"
    with opened(browser, address, "none", offer) as page:
        page.evaluate("history.replaceState(null, '', '?q=x#y')")
        page.get_by_role("button", name="Chia sẻ").click()
        shared = page.evaluate("shared")
        assert shared["url"] == address + STORY
        assert shared["title"].startswith("Giếng nước đầu ngõ")


@pytest.mark.parametrize(("way", "told"), [("ok", "Đã chép địa chỉ của bài."), ("no", "Địa chỉ của bài: ")])
def test_or_its_address_is_copied_or_shown(browser: Browser, address: str, way: str, told: str) -> None:
    write = "async (text) => { window.copied = text; }" if way == "ok" else "async () => { throw new Error('no'); }"
    clipboard = f"Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: {write} }} }})"
    none = "Object.defineProperty(navigator, 'share', { value: undefined })"
    with opened(browser, address, "none", none, clipboard) as page:
        page.get_by_role("button", name="Chia sẻ").click()
        expect(page.locator("[data-tools-status]")).to_contain_text(told)
        assert way == "no" or page.evaluate("copied") == address + STORY


def test_a_story_is_printed_without_what_belongs_to_the_screen(browser: Browser, address: str) -> None:
    with opened(browser, address, "vi", "window.print = () => { window.printed = true; }") as page:
        page.get_by_role("button", name="In", exact=True).click()
        assert page.evaluate("printed")
        page.emulate_media(media="print", color_scheme="dark")
        for hidden in (".masthead", ".foot", ".turn", ".related", "[data-tools]"):
            expect(page.locator(hidden)).to_be_hidden()
        expect(page.locator(".story-text")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_scripts_no_tool_pretends_to_be_there(browser: Browser, address: str) -> None:
    room = browser.new_context(java_script_enabled=False)
    page = room.new_page()
    page.goto(address + STORY)
    expect(page.locator("[data-tools]")).to_be_hidden()
    room.close()

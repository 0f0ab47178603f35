"""Reading without a network, in a browser: what was read stays readable, below a sub-path too, and nothing piles up."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browsing import QuietHandler, served

FOLDER = "bo-sach"
STORY = "bai/tap-28/do-thi-hoa/"


class AskAgain(QuietHandler):
    """A host that lets nothing be used without asking it again, so that the worker alone decides."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@pytest.fixture
def host(tmp_path: Path, built_site: Path) -> Path:
    """A host that holds the site below a sub-path, in a copy that a test may change."""
    shutil.copytree(built_site, tmp_path / FOLDER, ignore=shutil.ignore_patterns("*.pdf", "the"))
    return tmp_path


@pytest.fixture
def address(host: Path) -> Iterator[str]:
    with served(host, AskAgain) as where:
        yield f"{where}{FOLDER}/"


@pytest.fixture
def room(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="vi-VN")
    yield context
    context.close()


def visit(room: BrowserContext, address: str) -> Page:
    """Open a page and wait until the worker has taken over and kept it."""
    page = room.new_page()
    page.goto(address, wait_until="load")
    until(page, KEPT, address)
    return page


def until(page: Page, script: str, value: object = None) -> None:
    """Wait until a script that gives a promise gives truth: Playwright's own waiting takes the promise for it."""
    for _ in range(100):
        if page.evaluate(script, value):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {script}")


KEPT = """async (address) => {
  if (!navigator.serviceWorker.controller) return false;
  for (const name of await caches.keys()) if (await (await caches.open(name)).match(address)) return true;
  return false;
}"""

KEPT_PAGES = """async () => {
  const names = (await caches.keys()).filter((name) => name.endsWith(" trang"));
  return (await (await caches.open(names[0])).keys()).map(({ url }) => url);
}"""


def test_a_story_read_once_is_read_again_without_a_network(room: BrowserContext, address: str) -> None:
    page = visit(room, address + STORY)
    until(page, KEPT, page.locator(".story-flower img, .story-portrait img").first.evaluate("image => image.src"))
    room.set_offline(True)
    page.reload()
    expect(page.locator(".story-name")).to_have_text("Đỗ Thị Hoà")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Literata")
    assert page.evaluate("document.querySelector('.story-flower img, .story-portrait img').naturalWidth") > 0


def test_a_page_that_is_not_kept_becomes_the_list_of_those_that_are(room: BrowserContext, address: str) -> None:
    page = visit(room, address + STORY)
    room.set_offline(True)
    page.goto(f"{address}bai/tap-28/chua-doc/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đang ngoại tuyến")
    kept = page.locator("[data-kept-list] a")
    expect(kept).to_have_count(1)
    expect(page.get_by_role("link", name="Thử mở lại")).to_have_attribute("href", f"{address}bai/tap-28/chua-doc/")
    kept.click()
    expect(page.locator(".story-name")).to_have_text("Đỗ Thị Hoà")


def test_the_way_back_never_leads_to_another_site(room: BrowserContext, address: str) -> None:
    page = visit(room, address + STORY)
    for wrong in ("https://x.test/", "//x.test/", "javascript:alert(1)", "../.."):
        page.goto(f"{address}ngoai-tuyen/?trang={wrong}")
        expect(page.locator("[data-kept-list] a")).to_have_count(1)
        expect(page.locator("[data-kept-again]")).to_be_hidden()


def test_an_edited_story_is_shown_at_the_next_visit(room: BrowserContext, host: Path, address: str) -> None:
    page = visit(room, address + STORY)
    file = host / FOLDER / STORY / "index.html"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Đỗ Thị Hoà</p>", "Đỗ Thị Hoà, bản mới</p>"), encoding="utf-8"
    )
    page.reload()
    expect(page.locator(".story-name")).to_have_text("Đỗ Thị Hoà, bản mới")


def test_a_story_that_was_taken_down_is_not_kept(room: BrowserContext, host: Path, address: str) -> None:
    page = visit(room, address + STORY)
    (host / FOLDER / STORY / "index.html").unlink()
    (host / FOLDER / STORY).rmdir()
    page.goto(address + STORY)
    until(page, f"async (address) => !(await ({KEPT})(address))", address + STORY)
    room.set_offline(True)
    page.goto(address + STORY)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đang ngoại tuyến")


def test_no_more_than_sixty_pages_are_kept_and_the_oldest_go(room: BrowserContext, host: Path, address: str) -> None:
    page = visit(room, address + STORY)
    for number in range(62):
        folder = host / FOLDER / "bai" / f"x{number}"
        folder.mkdir()
        shutil.copy(host / FOLDER / STORY / "index.html", folder)
    asked = [f"{address}bai/x{number}/" for number in range(62)]
    page.evaluate("(keep) => navigator.serviceWorker.controller.postMessage({ keep })", asked[:-1])
    until(page, f"async () => (await ({KEPT_PAGES})()).length === 60")
    page.goto(asked[-1])
    until(page, f"async (last) => (await ({KEPT_PAGES})()).at(-1) === last", asked[-1])
    kept = page.evaluate(KEPT_PAGES)
    assert len(kept) == 60
    assert address + STORY not in kept


def test_a_new_worker_takes_the_place_of_the_old_one_and_its_frame(
    room: BrowserContext, host: Path, address: str
) -> None:
    page = visit(room, address + STORY)
    before = page.evaluate(FRAMES)
    worker = host / FOLDER / "sw.js"
    worker.write_text(worker.read_text(encoding="utf-8").replace('VERSION = "', 'VERSION = "x'), encoding="utf-8")
    page.evaluate("async () => { await (await navigator.serviceWorker.ready).update(); }")
    until(page, "async () => Boolean((await navigator.serviceWorker.ready).waiting)")
    page.close()  # the old worker serves its pages to the end
    page = room.new_page()
    page.wait_for_timeout(300)
    page.goto(address)
    until(
        page,
        f"async (old) => {{ const now = await ({FRAMES})(); return now.length === 1 && now[0] !== old[0]; }}",
        before,
    )


FRAMES = "async () => (await caches.keys()).filter((name) => name.includes(' khung '))"

"""Every kind of page in a browser: usable by everybody, by its policy, from its own host, in both colour schemes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import PackingHandler, served, well_behaved
from tests.factory import REPOSITORY
from tests.site.kinds import page_kinds

AXE = REPOSITORY / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (390, 768, 1280)

RUN = """async () => {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  const places = (nodes) => nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ");
  return found.violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`);
}"""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site, PackingHandler) as where:
        yield where


@pytest.fixture(scope="module")
def kinds(built_site: Path) -> dict[str, str]:
    return page_kinds(built_site)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with well_behaved(browser, address, reduced_motion="reduce", service_workers="block") as tab:
        # The checker is a guest: the page's own policy would not let it in.
        tab.add_init_script(AXE.read_text(encoding="utf-8"))
        yield tab


def violations(page: Page, where: str, widths: tuple[int, ...] = (390, 1280)) -> list[str]:
    """What the checker says of the page as it stands, at each width in each scheme."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{where} {width} {scheme}: {told}" for told in page.evaluate(RUN)]
    return found


def test_the_kinds_are_found(kinds: dict[str, str]) -> None:
    assert len(kinds) >= 14
    assert {"404", "page-home", "page-story", "page-listing", "page-search", "page-text"} <= set(kinds)


def test_no_page_of_any_kind_shuts_anybody_out(page: Page, address: str, kinds: dict[str, str]) -> None:
    found = []
    for kind, path in kinds.items():
        page.goto(address + path)
        found += violations(page, kind)
    assert found == []


def searched(page: Page, address: str) -> None:
    page.goto(f"{address}tim-kiem/?q=long+bien")
    expect(page.locator(".result-snippet").first).to_be_visible()


def suggested(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.locator(".masthead-search input").focus()
    page.locator(".masthead-search input").press_sequentially("nguyen", delay=10)
    expect(page.get_by_role("option").first).to_be_visible()


def drawn(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(address)
    page.locator(".drawer summary").click()
    expect(page.locator(".drawer-sheet")).to_be_visible()


@pytest.mark.parametrize(("state", "widths"), [(searched, (390, 1280)), (suggested, (1280,)), (drawn, (390,))])
def test_nor_does_a_page_in_use(
    page: Page, address: str, state: Callable[[Page, str], None], widths: tuple[int, ...]
) -> None:
    state(page, address)
    assert violations(page, state.__name__, widths) == []


def test_no_page_is_wider_than_its_screen_also_when_enlarged(page: Page, address: str, kinds: dict[str, str]) -> None:
    wide = []
    for kind, path in kinds.items():
        page.goto(address + path)
        # A window of 1280 at 200 % is laid out as one of 640; 320 is what WCAG 1.4.10 asks for.
        for width in (320, 640, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            wide += [f"{kind} {width}: {over} px"] if over > 0 else []
    assert wide == []


WATCH = """() => {
  window.broken = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.broken.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
}"""


def test_no_page_breaks_its_own_policy(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.add_init_script(f"({WATCH})()")
    broken: dict[str, list[str]] = {}
    for kind, path in kinds.items():
        page.goto(address + path, wait_until="load")
        found = page.evaluate("window.broken")
        broken |= {kind: found} if found else {}
    assert broken == {}


INJECT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  const image = document.createElement("img");
  image.setAttribute("onerror", "window.ran = true");
  image.src = "data:,";
  const style = document.createElement("p");
  style.setAttribute("style", "position: fixed");
  document.body.append(script, image, style);
  return new Promise((resolve) => setTimeout(() => resolve([Boolean(window.ran), style.style.position]), 200));
}"""


def test_what_is_put_into_a_page_does_not_run(browser: Browser, address: str, kinds: dict[str, str]) -> None:
    room = browser.new_context(service_workers="block")
    page = room.new_page()
    for kind, path in kinds.items():
        page.goto(address + path)
        assert page.evaluate(INJECT) == [False, ""], kind
    room.close()


def test_everything_a_page_wears_is_named_by_its_content(page: Page, address: str, kinds: dict[str, str]) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url) if request.resource_type in WORN else None)
    for path in kinds.values():
        page.goto(address + path, wait_until="load")
    plain = {url for url in asked if not any(len(part) in {8, 10} and is_hex(part) for part in url.split("."))}
    assert len(asked) > 10
    assert plain == set()


WORN = {"stylesheet", "script", "font", "manifest"}


def is_hex(text: str) -> bool:
    return set(text) <= set("0123456789abcdef")


def test_the_manifest_can_be_installed(browser: Browser, address: str) -> None:
    room = browser.new_context()
    page = room.new_page()
    page.goto(address)
    session = room.new_cdp_session(page)
    told: dict[str, Any] = session.send("Page.getAppManifest")
    assert told["errors"] == []
    manifest = json.loads(told["data"])
    for icon in manifest["icons"]:
        answer = page.request.get(f"{address}giao-dien/{icon['src']}")
        assert answer.ok
        width, height = (int.from_bytes(answer.body()[at : at + 4], "big") for at in (16, 20))
        assert icon["sizes"] == f"{width}x{height}"
    room.close()

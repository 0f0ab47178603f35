"""The site under a known address, below a folder of its host: cards, canonical addresses, a wrong address."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from PIL import Image

from builder.pipeline import build_site_with_mkdocs
from tests.browsing import QuietHandler, launched, served
from tests.factory import make_root, story_text

ADDRESS = "https://hoa.test/sach/"
STORIES = {
    "tap-28/do-thi-hoa.md": story_text(),
    "tap-28/le-thi-an.md": story_text(person="Lê Thị An", title="Tiếng chuông", unit="Tổ dân phố số 9"),
}
IMAGE = re.compile(r'<meta property="og:image" content="([^"]*)">')


class FolderHandler(QuietHandler):
    """Answers a wrong address with the site's own page, as web hosts do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the page where there is no file."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "sach" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a host, with the site in a folder of it."""
    folder = tmp_path_factory.mktemp("public")
    root = make_root(folder / "root", STORIES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOA_SITE_URL", ADDRESS)
        build_site_with_mkdocs(root, folder / "www" / "sach")
    yield folder / "www"
    shutil.rmtree(folder)


@pytest.fixture
def site(host: Path) -> Path:
    return host / "sach"


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_every_page_shows_a_card_of_its_own_host(site: Path) -> None:
    cards = {}
    for path in site.rglob("*.html"):
        (image,) = IMAGE.findall(path.read_text(encoding="utf-8"))
        assert image.startswith(ADDRESS)
        cards[path.relative_to(site).as_posix()] = image.removeprefix(ADDRESS)
    assert cards["bai/tap-28/do-thi-hoa/index.html"].startswith("the/tap-28/do-thi-hoa-")
    assert cards["index.html"] == cards["gioi-thieu/index.html"] == cards["404.html"]
    assert {*cards.values()} == {path.relative_to(site).as_posix() for path in (site / "the").rglob("*.png")}
    for card in {*cards.values()}:
        with Image.open(site / card) as picture:
            assert picture.size == (1200, 630)


def test_a_page_names_its_address_its_kind_and_its_title(site: Path) -> None:
    html = read(site, "bai/tap-28/do-thi-hoa/index.html")
    where = f"{ADDRESS}bai/tap-28/do-thi-hoa/"
    assert f'<link rel="canonical" href="{where}">' in html
    assert f'<meta property="og:url" content="{where}">' in html
    assert '<meta property="og:type" content="article">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html
    assert '<meta property="og:type" content="website">' in read(site, "index.html")
    about = read(site, "gioi-thieu/index.html")
    assert '<meta property="og:title" content="Về bộ sách – Những bông hoa đẹp">' in about
    assert f'<link rel="canonical" href="{ADDRESS}gioi-thieu/">' in about


def test_the_sitemap_names_hand_written_pages_too(site: Path) -> None:
    sitemap = read(site, "sitemap.xml")
    for path in ("", "gioi-thieu/", "du-lieu/", "bai/tap-28/le-thi-an/"):
        assert f"<loc>{ADDRESS}{path}</loc>" in sitemap
    assert "404" not in sitemap
    assert '<meta name="robots" content="noindex">' in read(site, "404.html")


def test_a_wrong_address_however_deep_finds_style_and_search(host: Path) -> None:
    with served(host, FolderHandler) as address, launched() as browser:
        tab = browser.new_page(locale="vi-VN")
        failed: list[str] = []
        wrong = f"{address}sach/bai/tap-28/do-thi-hoaa/"
        tab.on("response", lambda got: failed.append(got.url) if not got.ok and got.url != wrong else None)
        tab.goto(wrong)
        tab.wait_for_function("document.querySelector('[data-lost]').value")
        assert tab.input_value("[data-lost]") == "do thi hoaa"
        tab.get_by_role("button", name="Tìm trong bộ sách").click()
        tab.wait_for_selector('.finder-results a[href$="bai/tap-28/do-thi-hoa/"]')
        assert tab.url == f"{address}sach/tim-kiem/?q=do+thi+hoaa"
        assert failed == []


def test_without_cards_or_without_an_address_no_card_is_drawn_or_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_root(tmp_path / "root", STORIES)
    build_site_with_mkdocs(root, tmp_path / "unknown")
    monkeypatch.setenv("HOA_SITE_URL", ADDRESS)
    build_site_with_mkdocs(root, tmp_path / "plain", cards=False)
    for site in (tmp_path / "unknown", tmp_path / "plain"):
        assert not (site / "the").exists()
        assert IMAGE.findall(read(site, "index.html")) == []
        assert '<meta name="twitter:card" content="summary">' in read(site, "index.html")
    assert not (tmp_path / "unknown" / "sitemap.xml").exists()
    assert (tmp_path / "plain" / "sitemap.xml").exists()

from __future__ import annotations

from xml.etree import ElementTree as ET

from builder.site import sitemap_files

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> list[str | None]:
    return [entry.text for entry in ET.fromstring(data).iter(f"{NAMESPACE}loc")]  # noqa: S314  # our own bytes


def test_the_sitemap_names_every_page_once_in_order() -> None:
    paths = ["tap/", "", "bai/a&b/", "tap/", "ngoai-tuyen/"]
    files = {file.path: file.data for file in sitemap_files(paths, "https://hoa.test/sach")}
    assert locations(files["sitemap.xml"]) == [
        "https://hoa.test/sach/",
        "https://hoa.test/sach/bai/a&b/",
        "https://hoa.test/sach/tap/",
    ]
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\nSitemap: https://hoa.test/sach/sitemap.xml\n"


def test_a_long_sitemap_comes_in_parts_with_an_index() -> None:
    paths = [f"bai/{n}/" for n in range(5)]
    files = {file.path: file.data for file in sitemap_files(paths, "https://hoa.test", most=2)}
    names = ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert b"<sitemapindex " in files["sitemap.xml"]
    assert locations(files["sitemap.xml"]) == [f"https://hoa.test/{name}" for name in names]
    assert [locations(files[name]) for name in names] == [
        ["https://hoa.test/bai/0/", "https://hoa.test/bai/1/"],
        ["https://hoa.test/bai/2/", "https://hoa.test/bai/3/"],
        ["https://hoa.test/bai/4/"],
    ]


def test_without_an_address_everybody_is_let_in_and_there_is_no_sitemap() -> None:
    (robots,) = sitemap_files(["tap/"], "")
    assert (robots.path, robots.data) == ("robots.txt", b"User-agent: *\nAllow: /\n")

from __future__ import annotations

from xml.etree import ElementTree as ET

from builder.site import sitemap_files

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_names_every_page_once_in_order() -> None:
    files = {file.path: file.data for file in sitemap_files(["tap/", "", "bai/a&b/"], "https://hoa.test/sach")}
    tree = ET.fromstring(files["sitemap.xml"])  # noqa: S314  # our own bytes
    assert [entry.text for entry in tree.iter(f"{NAMESPACE}loc")] == [
        "https://hoa.test/sach/",
        "https://hoa.test/sach/bai/a&b/",
        "https://hoa.test/sach/tap/",
    ]
    assert b"Sitemap: https://hoa.test/sach/sitemap.xml" in files["robots.txt"]


def test_without_an_address_there_is_no_sitemap() -> None:
    assert sitemap_files(["tap/"], "") == ()

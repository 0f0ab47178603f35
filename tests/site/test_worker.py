"""The service worker's list and version, and the page for those without a network."""

from __future__ import annotations

import json
import re

import pytest

from builder.model import BuilderError
from builder.site import SERIES, headers_file, offline_page, worker_file
from tests.factory import REPOSITORY, story
from tests.site.conftest import MakeKit

SOURCE = (REPOSITORY / "theme" / "site" / "worker.js").read_text(encoding="utf-8")
PAGE = (
    '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://x.test/ngoai-tuyen/">'
    '<script type="module" src="../giao-dien/b.js"></script><a href="../tap/">Tập</a>'
)


def shell(worker: str) -> list[str]:
    found = re.search(r"^const SHELL = (.*);$", worker, re.MULTILINE)
    assert found
    listed: list[str] = json.loads(found[1])
    return listed


def test_the_worker_keeps_what_the_offline_page_asks_for() -> None:
    made = worker_file(SOURCE, PAGE)
    assert made.path == "sw.js"
    assert shell(made.data.decode()) == ["assets/a.css", "giao-dien/b.js"]
    assert "[[hoa:" not in made.data.decode()


def test_the_version_changes_with_the_page_and_only_with_it() -> None:
    versions = [re.search(rb'VERSION = "(\w+)"', worker_file(SOURCE, page).data) for page in (PAGE, PAGE, PAGE + " ")]
    first, same, other = (found[1] for found in versions if found)
    assert first == same != other


@pytest.mark.parametrize("name", ["version", "shell", "offline"])
def test_a_worker_without_one_of_its_places_is_refused(name: str) -> None:
    with pytest.raises(BuilderError, match=name):
        worker_file(SOURCE.replace(f"[[hoa:{name}]]", ""), PAGE)


def test_the_offline_page_is_a_page_like_others(make_kit: MakeKit) -> None:
    page = offline_page(make_kit(story()))
    assert page.path == "ngoai-tuyen/"
    assert "data-kept-list" in page.body
    assert 'src="../giao-dien/kept.js"' in page.head


def test_the_manifest_calls_the_site_by_its_name() -> None:
    manifest = json.loads(
        (REPOSITORY / "theme" / "site" / "assets" / "manifest.webmanifest").read_text(encoding="utf-8")
    )
    assert manifest["name"] == SERIES
    assert manifest["lang"] == "vi"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_hosts_that_read_headers_are_told_what_a_page_cannot_say() -> None:
    text = headers_file().data.decode()
    assert "frame-ancestors 'none'" in text
    assert "/giao-dien/*\n  Cache-Control: public, max-age=31536000, immutable" in text

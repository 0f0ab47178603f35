"""The policy stands in every page that is published, and steps aside only while an editor previews."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.site import POLICY
from tests.factory import make_root, story_text


def test_every_page_carries_the_policy_before_anything_it_loads(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert found, path
        assert unescape(found[1]) == POLICY
        assert not re.search(r"<(?:link|script|style|img)\b", html[: found.start()]), path


def test_no_page_carries_an_inline_style(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r'<style\b|<[^>]+\sstyle="', html), path


def test_the_policy_lets_in_nothing_inline_and_no_other_host() -> None:
    assert "unsafe" not in POLICY
    assert "//" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_a_preview_lets_mkdocs_put_its_script_in_and_keeps_nothing(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", {"tap-28/do-thi-hoa.md": story_text()})
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    html = (tmp_path / "site" / "bai" / "tap-28" / "do-thi-hoa" / "index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" not in html
    assert "offline." not in html

"""Lighthouse on a phone's terms: at least 95 in all four categories on home, a story, a listing and the search.

The score for speed is taken under simulated throttling, which a busy machine still disturbs: a page that falls short is
asked again, at most three times, and its best run counts. The other three do not vary.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import PackingHandler, chromium_path, served
from tests.factory import REPOSITORY

LIGHTHOUSE = REPOSITORY / "tests" / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"
NODE = Path(sys.executable).with_name("node")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
RUNS = 3

PAGES = {"home": "", "story": "bai/tap-28/do-thi-hoa/", "listing": "dia-ban/quan-long-bien/", "search": "tim-kiem/"}


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site, PackingHandler) as where:
        yield where


def scores(url: str) -> tuple[dict[str, int], list[str]]:
    """The four scores, and what cost points."""
    options = ["--quiet", "--output=json", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        [NODE, LIGHTHOUSE, url, *options],
        env={**os.environ, "CHROME_PATH": chromium_path()},
        capture_output=True,
        text=True,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    found = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    costs = [
        f"{audit['id']} {audit.get('displayValue', '')}".strip()
        for name in CATEGORIES
        for line in report["categories"][name]["auditRefs"]
        if line["weight"] and (audit := report["audits"][line["id"]])["score"] not in {1, None}
    ]
    return found, costs


@pytest.mark.parametrize("name", PAGES)
def test_a_page_scores_95_in_all_four(name: str, address: str) -> None:
    best: dict[str, int] = {}
    costs: list[str] = []
    for _ in range(RUNS):
        found, costs = scores(address + PAGES[name])
        best = {category: max(score, best.get(category, 0)) for category, score in found.items()}
        if min(best.values()) >= 95:
            break
    assert min(best.values()) >= 95, (best, costs)

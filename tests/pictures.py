"""The pictures of the README, taken from what ``make build`` made: ``python -m tests.pictures``."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from tests.browsing import launched, served
from tests.factory import REPOSITORY

BUILD = REPOSITORY / "build"
PICTURES = REPOSITORY / "assets" / "readme"
STORY = "bai/tap-29/nguyen-thi-hoa/"
BOOK = "tap-28"
DPI = 80
GROUND, GAP = "#d9d4c8", 24


def site_picture(target: Path) -> None:
    """A story on the website, 1280 px wide."""
    with served(BUILD / "site") as address, launched() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address + STORY)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target)


def spread_picture(target: Path, verso: int) -> None:
    """Two facing pages of a book, trimmed; ``verso`` is the folio of the left one."""
    pdf = BUILD / "books" / BOOK / f"{BOOK}-interior.pdf"
    with tempfile.TemporaryDirectory() as folder:
        pages = ["-f", str(verso), "-l", str(verso + 1)]
        command: list[str | Path] = ["pdftoppm", "-r", str(2 * DPI), "-png", *pages, pdf, f"{folder}/p"]
        subprocess.run(command, check=True)
        left, right = (Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("*.png")))
        bleed = round(3 / 25.4 * 2 * DPI)
        box = (bleed, bleed, left.width - bleed, left.height - bleed)
        halves = [page.crop(box) for page in (left, right)]
        wide, high = halves[0].size
        sheet = Image.new("RGB", (2 * wide + 2 * GAP, high + 2 * GAP), GROUND)
        sheet.paste(halves[0], (GAP, GAP))
        sheet.paste(halves[1], (GAP + wide, GAP))
        sheet.quantize(128).save(target, optimize=True)


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    site_picture(PICTURES / "site.png")
    spread_picture(PICTURES / "book.png", 10)


if __name__ == "__main__":
    main()

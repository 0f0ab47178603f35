"""The icons of the installed site, drawn from the emblem: ``python -m tests.site.icons`` draws them anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from builder.site import BADGE
from tests.browsing import launched
from tests.factory import REPOSITORY

FOLDER = REPOSITORY / "theme" / "site" / "assets" / "icons"
PAPER = "#fbf8f1"


@dataclass(frozen=True, slots=True)
class Icon:
    """Pixels a side, the emblem's share of them, and the ground, if any."""

    name: str
    size: int
    share: float
    ground: str = "transparent"


ICONS = (
    Icon("180", 180, 0.80, PAPER),
    Icon("192", 192, 0.94),
    Icon("512", 512, 0.94),
    Icon("maskable", 512, 0.62, PAPER),  # launchers cut a circle of 80 % out of it
)


def drawn(icon: Icon, browser: Browser) -> bytes:
    """An icon as PNG."""
    page = browser.new_page(viewport={"width": icon.size, "height": icon.size})
    style = f"body {{ margin: 0; display: grid; place-items: center; height: 100vh; background: {icon.ground} }}"
    page.set_content(f"<style>{style} svg {{ width: {icon.share * 100}vw; height: auto }}</style>{BADGE.draw()}")
    png = page.screenshot(omit_background=True)
    page.close()
    return png


def path_of(icon: Icon) -> Path:
    """Where an icon lies."""
    return FOLDER / f"{icon.name}.png"


if __name__ == "__main__":
    with launched() as chromium:
        for each in ICONS:
            path_of(each).write_bytes(drawn(each, chromium))

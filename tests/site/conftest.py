"""What the tests of the site share: a kit on a few stories, and the real site, built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.catalogue import Library
from builder.edition import BookPlan
from builder.model import Photo, Story
from builder.pipeline import build_site_with_mkdocs
from builder.site import Download, Kit, PhotoView
from builder.workspace import template_environment
from tests.browsing import launched, served
from tests.factory import REPOSITORY

MakeKit = Callable[..., Kit]


class PlainNames(dict[str, str]):
    """Assets under their own names, so that a golden page does not change with a style."""

    def __missing__(self, name: str) -> str:
        return f"giao-dien/{name}"


def drawn_plainly(key: str, make: Callable[[], str]) -> str:
    """Flowers as empty drawings, so that a golden page does not change with a petal."""
    return "<svg><title>hoa</title></svg>" if key.startswith("flower") else make()


def view_of(photo: Photo) -> PhotoView:
    """Every photo is 800 × 600."""
    return PhotoView(f"anh/{photo.file}", 800, 600)


@pytest.fixture
def make_kit() -> MakeKit:
    """A maker of kits: stories in, books and downloads by name."""

    def make(
        *stories: Story, plans: tuple[BookPlan, ...] = (), downloads: dict[str, tuple[Download, ...]] | None = None
    ) -> Kit:
        return Kit(
            library=Library.of(stories),
            plans=plans,
            env=template_environment(REPOSITORY / "theme" / "site" / "templates"),
            downloads=downloads or {},
            cached=drawn_plainly,
            photo=view_of,
            assets=PlainNames(),
        )

    return make


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, through the real MkDocs build."""
    out = tmp_path_factory.mktemp("built") / "site"
    build_site_with_mkdocs(REPOSITORY, out)
    return out


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(built_site) as where:
        yield where


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file."""
    with launched() as chromium:
        yield chromium

"""The site as a project for another generator: settings, hand-written pages, and one page with marks for each depth.

MkDocs 1 has no future, and its followers run no plugins. What they do share is the settings file and the theme's
templates. So they are asked for the shells only, as ordinary pages, and the stories are poured into what they made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from .doors import DOORS, SIDE_DOORS
from .policy import POLICY
from .shell import DEPTHS, MARKS

MARKED: Final = "khung"
"""The folder of the pages with marks, in the project and on the site that comes of it."""

_TAKEN: Final = ("site_name", "site_description", "nav", "markdown_extensions", "validation")


def marked_path(depth: int) -> str:
    """The address of the page with marks ``depth`` folders deep; the home page for 0."""
    return f"{MARKED}/" * depth


def marked_sources() -> Mapping[str, Mapping[str, Any]]:
    """The front matter of each page with marks, by its source; none has any text."""
    meta = {"title": MARKS["title"], "description": MARKS["description"], "marks": dict(MARKS)}
    return {f"{marked_path(depth).removesuffix('/')}.md" if depth else "index.md": meta for depth in DEPTHS}


def project_settings(
    settings: Mapping[str, Any], site_url: str, assets: Mapping[str, str], site_card: str
) -> dict[str, Any]:
    """The settings of the project, from those of the house.

    Args:
        settings: what our own ``mkdocs.yml`` says.
        site_url: where the site will stand, with a slash at its end, or nothing.
        assets: the path on the site of each style, script and font, by its own name.
        site_card: the path of the picture that a shared link shows, or nothing.
    """
    theme = {name: value for name, value in settings.get("theme", {}).items() if name != "custom_dir"}
    return {
        **{name: settings[name] for name in _TAKEN if name in settings},
        "site_url": site_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "not_in_nav": f"/index.md\n/{MARKED}.md\n/{MARKED}/",
        # Zensical knows two looks; ours is built on the one that Material has.
        "theme": theme | {"variant": "classic", "custom_dir": "overrides"},
        "plugins": [],
        "extra": {
            "doors": [asdict(door) for door in DOORS],
            "side_doors": [asdict(door) for door in SIDE_DOORS],
            "assets": dict(assets),
            "policy": POLICY,
            "site_card": site_card,
            "serving": False,
        },
    }

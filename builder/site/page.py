"""A page before it is poured into the shell: its address, its head and its body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SERIES: Final = "Những bông hoa đẹp"
"""The name of the series, as the masthead writes it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    ``path`` ends in a slash and is empty for the home page; ``title`` and ``description`` are plain text, ``body``
    and ``head`` finished HTML whose links are relative to ``path``. ``section`` is the code of the door under which
    the page stands (see ``doors``), or empty. ``card`` is the picture that a shared link shows, empty for that of the
    site; ``kind`` is the page's type in Open Graph.
    """

    path: str
    title: str
    description: str
    section: str
    body: str
    css_class: str = ""
    head: str = ""
    card: str = ""
    kind: str = "website"

    @property
    def depth(self) -> int:
        """How many folders below the home page it stands."""
        return self.path.count("/")

    @property
    def full_title(self) -> str:
        """What the browser's tab shows: the page's title, then the series."""
        return f"{self.title} – {SERIES}" if self.path else self.title

    @property
    def file(self) -> str:
        """The file that holds it."""
        return f"{self.path}index.html"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page: a drawing, a search table, the sitemap."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A link as templates receive it: ``path`` from the site's root; ``count`` is the number of stories behind it."""

    path: str
    label: str
    count: int = 0
    current: bool = False


def up_from(path: str) -> str:
    """The way from a page back to the root: ``../../`` for ``tap/tap-28/``, nothing for the home page."""
    return "../" * path.count("/")

"""Reading finished pages: their links, ids and headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from builder.site import ASSETS


@dataclass
class Reading:
    """What stands in a page: addresses it asks for or leads to, ids, headings by level, handlers of events."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    inline_scripts: int = 0
    images_without_alt: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        found = self.reading
        found.links += [values[name] for name in ("href", "src") if name in values]
        found.ids += [values["id"]] if "id" in values else []
        found.handlers += [name for name in values if name.startswith("on")]
        if tag in {"h1", "h2", "h3", "h4"}:
            found.headings.append(int(tag[1]))
        data = values.get("type") == "application/ld+json"
        found.inline_scripts += tag == "script" and "src" not in values and not data
        found.images_without_alt += tag == "img" and "alt" not in values


def read_page(html: str) -> Reading:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.reading


def target(path: str, link: str) -> str | None:
    """The file a link on the page at ``path`` asks for; None for another host or a place on the same page."""
    parts = urlsplit(urljoin(f"https://site.test/{path}", link))
    if parts.netloc != "site.test" or link.startswith("#"):
        return None
    name = unquote(parts.path).lstrip("/")
    return f"{name}index.html" if not name or name.endswith("/") else name


def asset(site: Path, name: str) -> str:
    """The path of an asset on a built site: ``search/page.js`` lies under a name that tells its content."""
    path = PurePosixPath(ASSETS) / name
    (found,) = (site / path.parent).glob(f"{path.stem}.??????????{path.suffix}")
    return found.relative_to(site).as_posix()

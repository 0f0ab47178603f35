"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from builder.model import BuilderError, Photo
from builder.press.web_photo import PhotoError, WebPhoto, web_photo
from builder.reports import Counts
from builder.site import (
    COPIES,
    FLOWER_KEY,
    Download,
    Kit,
    Order,
    PhotoView,
    Shell,
    SiteFile,
    build_site,
    orders,
    site_files,
    sitemap_files,
)
from builder.workspace import Cache, Root, code_fingerprint, digest, find_root, template_environment, write_atomic

from .books import plan_books
from .suppression_rules import ALL_RULES
from .workshop import Stage, load

PHOTOS = "anh"
BOOKS = "sach"
_MANY = 24
"""From so many drawings on, starting processes pays."""


@dataclass
class _Writer:
    """Writes files below one folder and remembers them, so that what is left over can be taken away."""

    out: Path
    written: set[Path] = field(default_factory=set)

    def write(self, name: str, data: bytes) -> None:
        path = self.out / name
        write_atomic(path, data)
        self.written.add(path)

    def sweep(self) -> None:
        """Remove files of an earlier build from the folders this build wrote to; ``assets`` is MkDocs' too."""
        for folder in {path.relative_to(self.out).parts[0] for path in self.written if path.parent != self.out}:
            if folder == "assets":
                continue
            for path in sorted((self.out / folder).rglob("*"), reverse=True):
                if path.is_dir():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif path not in self.written:
                    path.unlink()


def publish_site(root: Path, shells: Mapping[int, str], out: Path, stage: Stage, site_url: str = "") -> Counts:
    """Pour every page of the site into its shell and write it below ``out``.

    Args:
        root: the root folder.
        shells: the theme's page with marks in it, one a depth of address.
        out: the site's folder.
        stage: which stories are shown.
        site_url: where the site will stand; empty leaves out the sitemap.
    """
    workshop = load(find_root(root), stage=stage)
    place = workshop.root
    writer = _Writer(out)
    with Cache(place.cache / "site.sqlite") as cache:
        photos = _Photos(place, writer, cache)
        kit = Kit(
            library=workshop.library,
            plans=plan_books(workshop),
            env=template_environment(place.theme / "site" / "templates"),
            downloads=_downloads(place, writer),
            cached=_cached(cache),
            photo=photos.view,
            rules=tuple(ALL_RULES.values()),
        )
        _draw_missing(kit, cache)
        parsed = {depth: Shell.parse(html) for depth, html in shells.items()}
        paths = []
        for page in build_site(kit):
            writer.write(page.file, parsed[page.depth].pour(page).encode())
            paths.append(page.path)
        for file in (*site_files(kit), *sitemap_files(paths, site_url), *_copies(place)):
            writer.write(file.path, file.data)
    writer.sweep()
    return workshop.counts


def _key(name: str) -> bytes:
    """A drawing depends on the code of the flowers alone, all else on what makes a story's HTML."""
    packages = ("flower",) if name.startswith(FLOWER_KEY) else ("render", "site", "vietnamese")
    return digest(code_fingerprint(*packages), name)


def _cached(cache: Cache) -> Callable[[str, Callable[[], str]], str]:
    return lambda name, make: cache.bytes(_key(name), lambda: make().encode()).decode()


def _draw_missing(kit: Kit, cache: Cache) -> None:
    """Draw the flowers that are not kept yet, on all processors when there are many."""
    missing = [order for order in orders(kit.library.stories, kit.plans) if cache.get(_key(order.key)) is None]
    if len(missing) < _MANY:
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        drawn = pool.map(Order.draw, missing, chunksize=8)
        cache.put_all((_key(order.key), svg.encode()) for order, svg in zip(missing, drawn, strict=True))


def _copies(root: Root) -> Iterator[SiteFile]:
    for copy in COPIES:
        source = root.path / copy.source
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            if path.is_file():
                inner = path.relative_to(source).as_posix()
                yield SiteFile(copy.target if inner == "." else f"{copy.target}/{inner}", path.read_bytes())


def _downloads(root: Root, writer: _Writer) -> dict[str, tuple[Download, ...]]:
    """The books that have been made, copied onto the site."""
    found: dict[str, tuple[Download, ...]] = {}
    for path in sorted((root.build / "books").glob("*/*-interior.pdf")):
        edition = path.parent.name
        name = f"{BOOKS}/{edition}/{edition}.pdf"
        writer.write(name, path.read_bytes())
        found[edition] = (Download("Sách PDF", name, path.stat().st_size),)
    return found


@dataclass(frozen=True)
class _Photos:
    """Photos made ready for the screen, each once, when a page first asks for it."""

    root: Root
    writer: _Writer
    cache: Cache
    seen: dict[str, PhotoView] = field(default_factory=dict)

    def view(self, photo: Photo) -> PhotoView:
        if photo.file not in self.seen:
            self.seen[photo.file] = self._make(photo)
        return self.seen[photo.file]

    def _make(self, photo: Photo) -> PhotoView:
        data = self.root.photo(photo.file).read_bytes()
        key = digest(code_fingerprint("press"), "web-photo", data)
        kept = self.cache.get(key)
        if kept is None:
            made = _web_photo(photo, data)
            kept = made.width.to_bytes(4, "big") + made.height.to_bytes(4, "big") + made.data
            self.cache.put(key, kept)
        name = f"{PHOTOS}/{Path(photo.file).with_suffix('.jpg').as_posix()}"
        self.writer.write(name, kept[8:])
        return PhotoView(name, int.from_bytes(kept[:4], "big"), int.from_bytes(kept[4:8], "big"))


def _web_photo(photo: Photo, data: bytes) -> WebPhoto:
    try:
        return web_photo(data)
    except PhotoError as error:
        msg = f"Không mở được ảnh “{photo.file}”."
        raise BuilderError(msg, "Lưu lại ảnh dạng JPEG rồi chép vào assets/photos.") from error

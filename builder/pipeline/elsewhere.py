"""``hoa pages``: the site through another generator. It makes the shells from a project that we write; we pour."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]  # it has no types, nor has anybody written any

from builder.model import BuilderError
from builder.reports import Counts
from builder.site import DEPTHS, MARKS, SITE_CARD, marked_path, marked_sources, project_settings
from builder.workspace import Root, write_atomic

from .assets import site_assets
from .cards import Public
from .shells import KeptShells
from .site import publish_site
from .stages import Stage

SETTINGS = "mkdocs.yml"
_HEAD = "# Do “hoa pages” viết ra; đừng sửa ở đây, lần sau sẽ bị ghi đè.\n"
_OURS = {"docs": "docs", "overrides": "overrides"}
_SHELLS = "khung"
_UNUSED = (
    *("assets/javascripts", "assets/images", "search", "search.json", "objects.inv"),
    *("sitemap.xml", "sitemap.xml.gz", marked_path(1)),
)
"""What generators bring for their own search and palette, their sitemaps, and the pages with marks."""


class _Loader(yaml.SafeLoader):
    """YAML with ``!ENV``, as MkDocs and its followers read it."""


_Loader.add_constructor("!ENV", construct_env_tag)


def write_project(root: Root, folder: Path) -> None:
    """Write the project for another generator into ``folder``: settings, hand-written pages, marked pages, templates.

    Raises:
        BuilderError: the folder holds something else, or is the root itself.
    """
    if _settled(folder) and not _is_project(folder):
        msg = f"Thư mục “{folder}” đã có thứ khác."
        raise BuilderError(msg, "Chọn một thư mục mới, hoặc thư mục mà “hoa pages” đã viết ra lần trước.")
    if _is_project(root.path):
        msg = f"“{root.path}” là thư mục do “hoa pages” viết ra, không phải thư mục của bộ sách."
        raise BuilderError(msg, "Chạy lệnh trong thư mục của bộ sách, hoặc thêm --root DIR.")
    settings = _read(root.path / SETTINGS)
    site_url = f"{address.rstrip('/')}/" if (address := str(settings.get("site_url") or "")) else ""
    card = SITE_CARD.path if site_url and _cards(settings) else ""
    files = dict(_files(root, project_settings(settings, site_url, site_assets(root).names, card)))
    for name in (*_OURS, _SHELLS):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name, data in files.items():
        write_atomic(folder / name, data)


def fill_site(root: Root, folder: Path, out: Path) -> Counts:
    """Pour every story into ``out``, which another generator made of the project in ``folder``.

    The site must hold the hand-written pages of the project, lest another folder be filled by mistake. The marked pages
    are taken out of it and kept with the project: to fill again after an edit, the generator is not needed.

    Raises:
        BuilderError: there is no such project or site, or the project is older than the styles it names.
    """
    if not _is_project(folder):
        msg = f"“{folder}” không phải thư mục do “hoa pages” viết ra."
        raise BuilderError(msg, f"Chạy trước: hoa pages {folder}")
    settings = _read(folder / SETTINGS)
    extra = settings["extra"]
    if extra["assets"] != dict(site_assets(root).names):
        msg = "Kiểu dáng của trang đã đổi từ khi viết ra các trang cho bộ dựng kia."
        raise BuilderError(msg, f"Chạy lại “hoa pages {folder}”, dựng lại, rồi mới rót bài.")
    pages = tuple(sorted(_addresses(folder / "docs")))
    if not all((out / address / "index.html").is_file() for address in ("", *pages)):
        raise _unbuilt(folder, out)
    _take_shells(folder, out)
    shells = {depth: _kept(folder, depth).read_text(encoding="utf-8") for depth in DEPTHS}
    public = Public(settings["site_url"], pages, cards=bool(extra["site_card"]))
    for name in _UNUSED:
        _drop(out / name)
    return publish_site(root.path, KeptShells(shells, public), out, Stage.WEB).counts


def _take_shells(folder: Path, out: Path) -> None:
    """Keep the marked pages of a fresh site; of one filled before, they are kept already."""
    for depth in DEPTHS:
        made = out / marked_path(depth) / "index.html"
        html = made.read_text(encoding="utf-8") if made.is_file() else ""
        if MARKS["body"] in html:
            write_atomic(_kept(folder, depth), html.encode())
        elif not _kept(folder, depth).is_file():
            raise _unbuilt(folder, out)


def _unbuilt(folder: Path, out: Path) -> BuilderError:
    msg = f"“{out}” không phải trang vừa dựng từ “{folder}”, nên không có khung để rót bài."
    return BuilderError(msg, f"Vào “{folder}”, chạy zensical build hoặc properdocs build trước.")


def _kept(folder: Path, depth: int) -> Path:
    return folder / _SHELLS / f"{depth}.html"


def _files(root: Root, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    yield SETTINGS, f"{_HEAD}{_yaml(settings)}".encode()
    for name, source in _OURS.items():
        base = root.theme / "site" / source
        for path in sorted(base.rglob("*")):
            if path.is_file():
                yield f"{name}/{path.relative_to(base).as_posix()}", path.read_bytes()
    for name, meta in marked_sources().items():
        yield f"docs/{name}", f"---\n{_yaml(meta)}---\n".encode()


def _addresses(docs: Path) -> Iterator[str]:
    """The addresses of the hand-written pages."""
    marked = marked_sources()
    for path in docs.rglob("*.md"):
        name = path.relative_to(docs).as_posix()
        if name not in marked:
            yield f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/"


def _read(path: Path) -> dict[str, Any]:
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  # a safe loader with one more tag
    except yaml.YAMLError as error:
        msg = f"Không đọc được “{path}”: {error}"
        raise BuilderError(msg, "Sửa tệp ấy cho đúng YAML.") from error
    return dict(told)


def _yaml(value: Mapping[str, Any]) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120))


def _cards(settings: Mapping[str, Any]) -> bool:
    """Whether our own settings want cards for shared links."""
    ours = [plugin["hoa"] for plugin in settings.get("plugins", ()) if isinstance(plugin, dict) and "hoa" in plugin]
    return all((options or {}).get("cards", True) for options in ours)


def _settled(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def _is_project(folder: Path) -> bool:
    path = folder / SETTINGS
    return path.is_file() and path.read_text(encoding="utf-8").startswith(_HEAD)


def _drop(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

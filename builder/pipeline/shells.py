"""The theme's shells, kept: MkDocs is asked for them again only when something it looks at has changed.

It takes half a second to start and to render, and ten thousand stories are looked through in that time.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from builder.workspace import Root, code_fingerprint, digest, file_state, write_atomic

from .assets import site_assets
from .cards import Public

_ENGINES = ("mkdocs", "mkdocs-material", "jinja2", "markdown")
_VARIABLE = re.compile(r"!ENV\s+\[?\s*([\w\s,]+)")
OWN_PLUGINS = ["hoa"]
"""The plugins of a site that has none but ours."""


@dataclass(frozen=True, slots=True)
class KeptShells:
    """The shells by depth of address, and where the site will stand, as MkDocs' settings tell it."""

    shells: Mapping[int, str]
    public: Public


def own_folder(out: Path) -> Path:
    """Where MkDocs works for the site in ``out``: it empties its folder at the start of every build."""
    return out.with_name(f".{out.name}-mkdocs")


def carry(out: Path) -> None:
    """Carry over what MkDocs made itself; a file that did not change is not touched."""
    own = own_folder(out)
    for name in sorted(path.relative_to(own) for path in own.rglob("*") if path.is_file()):
        write_atomic(out / name, (own / name).read_bytes())


def drop_own_folder(out: Path) -> None:
    """Take MkDocs' folder away."""
    shutil.rmtree(own_folder(out), ignore_errors=True)


def shell_key(root: Root, *, cards: bool) -> str:
    """A print of all that MkDocs and its theme look at: settings, environment, theme, hand-written pages, versions."""
    settings = (root.path / "mkdocs.yml").read_bytes()
    names = {
        name for found in _VARIABLE.findall(settings.decode("utf-8", "replace")) for name in re.findall(r"\w+", found)
    }
    variables = repr([(name, os.environ.get(name)) for name in sorted(names)])
    engines = repr([version(name) for name in _ENGINES])
    plugin = Path(__file__).parent.parent / "mkdocs_plugin.py"
    assets = repr(sorted(site_assets(root).names.items()))
    code = (code_fingerprint("site", "pipeline"), plugin.read_bytes())
    return digest(*code, engines, settings, variables, assets, repr(cards), *_theme(root)).hex()


def _theme(root: Root) -> Iterator[bytes | str]:
    for folder in ("overrides", "docs"):
        base = root.theme / "site" / folder
        for path in sorted(base.rglob("*")):
            if path.is_file():
                yield from (path.relative_to(base).as_posix(), path.read_bytes())


def kept_shells(root: Root, out: Path, key: str) -> KeptShells | None:
    """The shells made under ``key`` for the site in ``out``, if what MkDocs made beside them is still there."""
    try:
        told: dict[str, Any] = json.loads(_file(root, out).read_text(encoding="utf-8"))
        if told["key"] != key or told["files"] != _left(out):
            return None
        shells = {int(depth): html for depth, html in told["shells"].items()}
        return KeptShells(shells, Public(told["site_url"], tuple(told["pages"]), cards=told["cards"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_shells(root: Root, out: Path, key: str, kept: KeptShells, plugins: Sequence[str]) -> None:
    """Keep shells for the next build. With plugins besides ours nobody knows what they look at: nothing is kept."""
    if list(plugins) != OWN_PLUGINS:
        return
    told = {
        "key": key,
        "files": _left(out),
        "shells": dict(kept.shells),
        "site_url": kept.public.site_url,
        "pages": kept.public.pages,
        "cards": kept.public.cards,
    }
    write_atomic(_file(root, out), json.dumps(told, ensure_ascii=False).encode())


def _file(root: Root, out: Path) -> Path:
    return root.cache / f"shells-{digest(str(out.resolve())).hex()[:8]}.json"


def _left(out: Path) -> dict[str, str]:
    """The files MkDocs made, with their sizes and times."""
    own = own_folder(out)
    found = sorted(path for path in own.rglob("*") if path.is_file())
    return {path.relative_to(own).as_posix(): file_state(path) for path in found}

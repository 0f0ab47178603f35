"""Running MkDocs from the program: the same build that plain ``mkdocs build`` makes, with our errors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from builder.forking import may_fork
from builder.model import BuilderError
from builder.reports import Counts
from builder.workspace import Root, find_root

from .shells import OWN_PLUGINS, KeptShells, carry, keep_shells, kept_shells, shell_key
from .site import Published, publish_site
from .workshop import Stage, Workshop, load

STAGE_VARIABLE = "HOA_STAGE"
"""``mkdocs.yml`` reads the stage from here, so that ``mkdocs serve`` knows it too."""


def build_site_with_mkdocs(root: Path, out: Path, stage: Stage = Stage.WEB, *, cards: bool = True) -> Counts:
    """Build the site of ``root`` into ``out``, strictly: a warning of MkDocs is a failure.

    Without ``cards`` shared links get none, whatever ``mkdocs.yml`` says.

    Raises:
        BuilderError: MkDocs refused its configuration or warned.
    """
    return published_site(root, out, stage, cards=cards).counts


def published_site(root: Path, out: Path, stage: Stage = Stage.WEB, *, cards: bool = True) -> Published:
    """As ``build_site_with_mkdocs``, with all the site was made of."""
    place = find_root(root)
    with _stage(stage):
        key = shell_key(place, cards=cards)
        kept = kept_shells(place, out, key)
        if kept is not None:
            published = publish_site(place.path, kept, out, stage)
            carry(out)
            return published
        published, made, plugins = _built(place, out, stage, cards=cards)
        keep_shells(place, out, key, made, plugins)
        return published


class _Ours(Protocol):
    """Our plugin, as far as it is spoken to."""

    config: dict[str, Any]
    publishes: bool
    published: Published | None
    made: KeptShells | None


def _built(root: Root, out: Path, stage: Stage, *, cards: bool) -> tuple[Published, KeptShells, Sequence[str]]:
    """Let MkDocs build; what was published, what MkDocs gave, and the plugins it ran.

    Plugins besides ours may look at all of a site: with one of them everything is done within MkDocs. Else nothing is
    published before MkDocs has ended well.
    """
    shells, plugins, stock = _shells(root, out, stage, cards=cards)
    if shells is not None and plugins == OWN_PLUGINS:
        site = publish_site(root.path, shells, out, stage, stock)
        carry(out)
        return site, shells, plugins
    published, made, plugins = _run(root, out, cards=cards, alone=False)
    if not isinstance(published, Published) or not isinstance(made, KeptShells):
        msg = "Trang dựng xong mà phần bài viết chưa được ghi ra."
        raise BuilderError(msg, "Thêm “- hoa” vào mục plugins của mkdocs.yml.")
    return published, made, plugins


def _shells(
    root: Root, out: Path, stage: Stage, *, cards: bool
) -> tuple[KeptShells | None, Sequence[str], Workshop | None]:
    """What MkDocs gives, alone; in a process of its own where there can be one, while the stock is read here."""
    if not may_fork():
        _, shells, plugins = _run(root, out, cards=cards, alone=True)
        return shells, plugins, None
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as beside:
        asked = beside.submit(_run, root, out, cards=cards, alone=True)
        beside.shutdown(wait=False)  # it ends when that is done, however long the stock takes
        stock = load(root, stage=stage)
        _ = stock.library  # fetched while the other process is at work
        _, shells, plugins = asked.result()
    return shells, plugins, stock


def _run(
    root: Root, out: Path, *, cards: bool, alone: bool
) -> tuple[Published | None, KeptShells | None, Sequence[str]]:
    """Run MkDocs, ``alone`` only if there is no other plugin and without publishing; see ``_built``."""
    # MkDocs takes a third of a second to import: only those who need its theme pay for it.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    try:
        config = load_config(str(root.path / "mkdocs.yml"), site_dir=str(out), strict=True)
        plugins = list(config.plugins)
        if alone and plugins != OWN_PLUGINS:
            return None, None, plugins
        ours = cast("_Ours | None", config.plugins.get("hoa"))
        if ours is not None:
            ours.config["cards"] = ours.config["cards"] and cards
            ours.publishes = not alone
            ours.published = ours.made = None  # MkDocs keeps a plugin from one build to the next
        try:
            build(config)
        finally:
            if ours is not None:
                ours.publishes = True
    except (Abort, MkDocsException) as error:
        if isinstance(error.__cause__, BuilderError):
            raise error.__cause__ from error
        msg = f"MkDocs không dựng được trang: {error}"
        raise BuilderError(msg, "Xem lại mkdocs.yml và các trang trong theme/site/docs.") from error
    return (ours.published, ours.made, plugins) if ours else (None, None, plugins)


@contextmanager
def _stage(stage: Stage) -> Iterator[None]:
    before = os.environ.get(STAGE_VARIABLE)
    os.environ[STAGE_VARIABLE] = stage.value
    try:
        yield
    finally:
        if before is None:
            del os.environ[STAGE_VARIABLE]
        else:
            os.environ[STAGE_VARIABLE] = before

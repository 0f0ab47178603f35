"""Running MkDocs from the program: the same build that plain ``mkdocs build`` makes, with our errors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builder.model import BuilderError
from builder.reports import Counts
from builder.workspace import Root, find_root

from .shells import KeptShells, carry, keep_shells, kept_shells, shell_key
from .site import Published, publish_site
from .workshop import Stage

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
        published, made, plugins = _built(place, out, cards=cards)
        keep_shells(place, out, key, made, plugins)
        return published


def _built(root: Root, out: Path, *, cards: bool) -> tuple[Published, KeptShells, Sequence[str]]:
    """Let MkDocs build; what was published, what MkDocs gave, and the plugins it ran."""
    # MkDocs takes a third of a second to import: only those who need its theme pay for it.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    try:
        config = load_config(str(root.path / "mkdocs.yml"), site_dir=str(out), strict=True)
        if not cards and (plugin := config.plugins.get("hoa")):
            plugin.config["cards"] = False
        build(config)
    except (Abort, MkDocsException) as error:
        if isinstance(error.__cause__, BuilderError):
            raise error.__cause__ from error
        msg = f"MkDocs không dựng được trang: {error}"
        raise BuilderError(msg, "Xem lại mkdocs.yml và các trang trong theme/site/docs.") from error
    ours = config.plugins.get("hoa")
    published, made = getattr(ours, "published", None), getattr(ours, "made", None)
    if not isinstance(published, Published) or not isinstance(made, KeptShells):
        msg = "Trang dựng xong mà phần bài viết chưa được ghi ra."
        raise BuilderError(msg, "Thêm “- hoa” vào mục plugins của mkdocs.yml.")
    return published, made, list(config.plugins)


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

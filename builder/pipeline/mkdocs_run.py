"""Running MkDocs from the program: the same build that plain ``mkdocs build`` makes, with our errors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.model import BuilderError
from builder.reports import Counts
from builder.workspace import find_root

from .workshop import Stage

STAGE_VARIABLE = "HOA_STAGE"
"""``mkdocs.yml`` reads the stage from here, so that ``mkdocs serve`` knows it too."""


def build_site_with_mkdocs(root: Path, out: Path, stage: Stage = Stage.WEB) -> Counts:
    """Build the site of ``root`` into ``out``, strictly: a warning of MkDocs is a failure.

    Raises:
        BuilderError: MkDocs refused its configuration or warned.
    """
    # MkDocs takes a third of a second to import: only those who build the site pay for it.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    with _stage(stage):
        try:
            config = load_config(str(find_root(root).path / "mkdocs.yml"), site_dir=str(out), strict=True)
            build(config)
        except (Abort, MkDocsException) as error:
            if isinstance(error.__cause__, BuilderError):
                raise error.__cause__ from error
            msg = f"MkDocs không dựng được trang: {error}"
            raise BuilderError(msg, "Xem lại mkdocs.yml và các trang trong theme/site/docs.") from error
    counts = getattr(config.plugins.get("hoa"), "counts", None)
    if not isinstance(counts, Counts):
        msg = "Trang dựng xong mà phần bài viết chưa được ghi ra."
        raise BuilderError(msg, "Thêm “- hoa” vào mục plugins của mkdocs.yml.")
    return counts


def serve_site_with_mkdocs(root: Path, address: str, stage: Stage = Stage.DRAFT) -> None:
    """Serve the site at ``address`` (host:port) and rebuild it on every edit, until interrupted."""
    from mkdocs.commands.serve import serve  # noqa: PLC0415

    with _stage(stage):
        serve(config_file=str(find_root(root).path / "mkdocs.yml"), dev_addr=address, livereload=True)


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

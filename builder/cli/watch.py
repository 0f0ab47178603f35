"""``hoa book --proof --watch``: the proof is made again after every save."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.model import BuilderError
from builder.workspace import Root

if TYPE_CHECKING:
    from builder.pipeline.watching_book import BookWatch, Seen

_EVERY = 0.1
"""Seconds between two looks at the folders."""


def watch_proof(root: Root, edition: str) -> None:
    """Make the proof, and again whenever something was saved, until Ctrl+C."""
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from builder.pipeline.watching_book import BookWatch, seen  # noqa: PLC0415

    with BookWatch(root, edition) as watch:
        last: Seen = frozenset()
        try:
            while True:
                last = _changed(partial(seen, root), last)
                _make(watch)
                watch.ready()
        except KeyboardInterrupt:
            click.echo("Đã thôi theo dõi.")


def _changed(look: Callable[[], Seen], last: Seen) -> Seen:
    """Wait until the folders look another way than at the last look."""
    while (now := look()) == last:
        time.sleep(_EVERY)
    return now


def _make(watch: BookWatch) -> None:
    """Make the proof once; what stands in its way is told, and mended by the next save."""
    start = time.perf_counter()
    try:
        made = watch.again()
    except BuilderError as error:
        click.echo(f"{error.message}\n→ {error.remedy}", err=True)
        return
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    where = made.made.as_posix() if isinstance(made.made, Path) else ""
    click.echo(f"{made.pages} trang, {seconds} giây: {where}")

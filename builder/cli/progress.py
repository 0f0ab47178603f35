"""Progress for people who watch; silence for logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from builder.vietnamese.numbers import file_size

from .face import interactive

Advance = Callable[[int, int], None]


@contextmanager
def told(what: str) -> Iterator[Advance]:
    """Show a bar while something long runs; the yielded function takes (done, total)."""
    if not interactive():
        yield lambda _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - logs do without it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def size_of(path: Path) -> str:
    """The size of a file or of all files below a folder: “1,4 MB”."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return file_size(sum(file.stat().st_size for file in files))


def tell_made(rows: list[tuple[str, Path]]) -> None:
    """What was made, where it is and how big."""
    width = max(len(name) for name, _ in rows)
    for name, path in rows:
        click.echo(f"  {name:<{width}}  {path}  ({size_of(path)})")

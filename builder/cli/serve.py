"""``hoa serve``."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.model import BuilderError
from builder.pipeline import SiteWatch, Stage
from builder.workspace import Root, find_root

from .face import VietnameseCommand, root_option
from .live import Proof, State, server
from .site import STAGES

_WATCHED = ("stories", "editions", "theme", "assets")
_CHANGES = frozenset({"created", "modified", "deleted", "moved"})
"""Opening and closing a file is no change; building opens them all."""
_CALM_S = 0.01
"""An editor writes a file in several steps: so long after the last of them it is read."""


@click.command(cls=VietnameseCommand, name="serve")
@click.option("--stage", type=STAGES, default=Stage.DRAFT.value, help="web: chỉ những bài sẽ thật sự được đăng.")
@click.option("--address", default="127.0.0.1:8000", metavar="MÁY:CỔNG", help="Địa chỉ để mở trang.")
@root_option
def serve(stage: str, address: str, root_path: Path) -> int:
    """Mở trang mạng trên máy này; sửa bài là trang tự dựng lại.

    Bản thảo của từng cuốn sách xem ở /sach/<tên sách>/ban-thao/.
    """
    root = find_root(root_path)
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        msg = "--address viết dạng MÁY:CỔNG, ví dụ 127.0.0.1:8000"
        raise click.UsageError(msg)
    out = root.build / "serve"
    watch = SiteWatch(root, out, Stage(stage), lambda line: click.echo(line, err=True))
    watch.build()
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from builder.pipeline.proofs import Proofs  # noqa: PLC0415

    with Proofs(root) as proofs, _served(out, host, int(port), proofs.proof) as (state, url), _changes(root) as changed:
        click.echo(f"Mở {url} – dừng bằng Ctrl+C. Trang sách: {url}sach/<tên sách>/ban-thao/", err=True)
        try:
            keep_up(watch, state, changed)
        except KeyboardInterrupt:
            click.echo("Đã dừng.", err=True)
    return 0


def keep_up(watch: SiteWatch, state: State, changed: queue.Queue[Path | None]) -> None:
    """Follow changes until None comes: the page of an edited text first, then all the rest."""
    while (first := changed.get()) is not None:
        paths = {first, *_soon(changed)}
        if watch.show_bodies(path for path in paths if path.suffix == ".md" and path.is_file()):
            state.advance()
        if watch.build():
            state.advance()


def _soon(changed: queue.Queue[Path | None]) -> Iterator[Path]:
    """What changes within moments of each other."""
    with suppress(queue.Empty):
        while (path := changed.get(timeout=_CALM_S)) is not None:
            yield path
        changed.put(None)


@contextmanager
def _served(out: Path, host: str, port: int, proof: Proof) -> Iterator[tuple[State, str]]:
    state = State()
    out.mkdir(parents=True, exist_ok=True)
    try:
        web = server(out, host, port, state, proof)
    except OSError as error:
        msg = f"Không mở được địa chỉ {host}:{port} ({error.strerror})."
        raise BuilderError(msg, "Dùng cổng khác, ví dụ --address 127.0.0.1:8001.") from error
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()
    try:
        yield state, f"http://{host}:{web.server_port}/"
    finally:
        web.shutdown()
        web.server_close()
        thread.join()


@contextmanager
def _changes(root: Root) -> Iterator[queue.Queue[Path | None]]:
    """The paths that change, as they do."""
    found: queue.Queue[Path | None] = queue.Queue()
    observer = Observer()
    for name in _WATCHED:
        folder = root.path / name
        if folder.is_dir():
            observer.schedule(_Noted(found), str(folder), recursive=True)
    observer.start()
    try:
        yield found
    finally:
        observer.stop()
        observer.join()


class _Noted(FileSystemEventHandler):
    """Puts the files that change into a queue."""

    def __init__(self, found: queue.Queue[Path | None]) -> None:
        self._found = found

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change."""
        if event.event_type in _CHANGES and not event.is_directory:
            self._found.put(Path(str(event.dest_path or event.src_path)))

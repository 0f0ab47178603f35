"""``hoa book``."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import pipeline
from builder.pipeline import Stage, load
from builder.workspace import find_root

from .clock import today
from .face import EXIT_FINDINGS, VietnameseCommand, root_option
from .progress import tell_made, told
from .watch import watch_proof

if TYPE_CHECKING:
    from builder.pipeline import MadeBook, Package, Workshop

_VARIANTS = ("pdf/x-1a", "pdf/x-4")


@click.command(cls=VietnameseCommand, name="book")
@click.argument("edition", metavar="SÁCH")
@click.option("--proof", is_flag=True, help="Bản thảo để đọc: lấy cả bài chưa duyệt, mỗi trang ghi “không in”.")
@click.option(
    "--variant", type=click.Choice(_VARIANTS), help="Loại tệp in cho lần này; không ghi thì theo edition.yml."
)
@click.option("--watch", is_flag=True, help="Với --proof: ở lại, sửa bài là bản thảo tự dàn lại; Ctrl+C để thôi.")
@root_option
def book(edition: str, *, proof: bool, watch: bool, variant: str | None, root_path: Path) -> int:
    """Làm trọn bộ tệp của một cuốn sách: ruột, bìa, bản xem màn hình, kết quả soát, phiếu đặt in.

    Ví dụ: hoa book tap-28. Mọi bài trong sách phải được duyệt. Các tệp đi với nhau: làm hỏng một tệp thì bộ cũ còn
    nguyên.
    """
    if watch and not proof:
        msg = "--watch chỉ đi với --proof."
        raise click.UsageError(msg)
    if watch:
        watch_proof(find_root(root_path), edition)
        return 0
    if proof:
        workshop = load(find_root(root_path), stage=Stage.DRAFT, today=today(), meanwhile=pipeline.make_ready)
        gc.freeze()  # all of it stays to the end: to look through it for rubbish takes longer than to bind the book
        return _proof(workshop, edition)
    workshop = load(find_root(root_path), stage=Stage.PRINT, today=today(), meanwhile=pipeline.make_ready)
    package = pipeline.make_package(workshop, edition, told, variant=variant)
    tell_package(package)
    return 0 if package.passed else EXIT_FINDINGS


def tell_package(package: Package) -> None:
    """A line for the book, one a file, then what the examination said and what an editor should know."""
    click.echo(package.book.line)
    tell_made([(file.what, file.path) for file in package.files])
    for line in (*package.verdicts, *package.notes, *package.book.advice):
        click.echo(line)


def tell_proof(made: MadeBook) -> None:
    """The same for a proof, which is one file."""
    for line in (made.line, *made.advice):
        click.echo(line)
    tell_made([("bản thảo để đọc", made.path)])


def _proof(workshop: Workshop, edition: str) -> int:
    with told(f"Dàn sách {edition}") as advance:
        tell_proof(pipeline.make_proof(workshop, edition, advance))
    return 0

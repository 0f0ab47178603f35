"""``hoa book``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.pipeline import Stage, load, make_book
from builder.workspace import find_root

from .face import VietnameseCommand, root_option
from .progress import tell_made, told


@click.command(cls=VietnameseCommand, name="book")
@click.argument("edition", metavar="SÁCH")
@click.option("--proof", is_flag=True, help="Bản thảo để đọc: lấy cả bài chưa duyệt, mỗi trang ghi “không in”.")
@root_option
def book(edition: str, *, proof: bool, root_path: Path) -> int:
    """Dàn một cuốn sách thành PDF để in, ví dụ: hoa book tap-28. Mọi bài trong sách phải được duyệt."""
    workshop = load(find_root(root_path), stage=Stage.DRAFT if proof else Stage.PRINT)
    with told(f"Dàn sách {edition}") as advance:
        made = make_book(workshop, edition, advance, proof=proof)
    click.echo(made.line)
    tell_made([(edition, made.path)])
    return 0

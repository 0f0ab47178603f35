"""``hoa build``: everything."""

from __future__ import annotations

from pathlib import Path

import click

from builder.pipeline import Stage, build_site_with_mkdocs, load, make_book
from builder.reports import summary
from builder.workspace import find_root

from .face import VietnameseCommand, root_option
from .progress import tell_made, told


@click.command(cls=VietnameseCommand, name="build")
@root_option
def build(root_path: Path) -> int:
    """Làm ra tất cả: các cuốn sách, rồi trang mạng có sách để tải."""
    root = find_root(root_path)
    workshop = load(root, stage=Stage.WEB)
    click.echo(f"Soát bài: {summary(workshop.findings)}.")
    for path in sorted(workshop.faulty):
        click.echo(f"  không đăng vì có lỗi: {path} (xem: hoa check {path})")
    made = []
    for edition in workshop.editions:
        with told(f"Dàn sách {edition}") as advance:
            book = make_book(workshop, edition, advance)
        click.echo(book.line)
        made.append((f"Sách {edition}", book.path))
    with told("Dựng trang mạng"):
        counts = build_site_with_mkdocs(root.path, root.build / "site", stage=Stage.WEB)
    click.echo(f"{counts.line}.")
    tell_made([*made, ("Trang mạng", root.build / "site")])
    return 1 if workshop.faulty else 0

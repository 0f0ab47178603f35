"""``hoa build``: everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from builder.model import BuilderError
from builder.pipeline import MadeBook, Stage, Workshop, build_site_with_mkdocs, load, make_book, see_ready
from builder.reports import summary
from builder.workspace import find_root

from .face import EXIT_FINDINGS, VietnameseCommand, root_option
from .progress import tell_made, told


@click.command(cls=VietnameseCommand, name="build")
@root_option
def build(root_path: Path) -> int:
    """Làm ra tất cả: các cuốn sách, rồi trang mạng có sách để tải.

    Cuốn nào còn bài chưa duyệt thì làm bản thảo, và nói rõ vì sao.
    """
    root = find_root(root_path)
    workshop = load(root, stage=Stage.WEB)
    click.echo(f"Soát bài: {summary(workshop.findings)}.")
    for path in sorted(workshop.faulty):
        click.echo(f"  không đăng vì có lỗi: {path} (xem: hoa check {path})")
    books = [_book(workshop, edition) for edition in workshop.editions]
    with told("Dựng trang mạng"):
        counts = build_site_with_mkdocs(root.path, root.build / "site", stage=Stage.WEB)
    click.echo(f"{counts.line}.")
    tell_made([*((f"Sách {book.edition}", book.path) for book in books), ("Trang mạng", root.build / "site")])
    return EXIT_FINDINGS if workshop.faulty or any(book.proof for book in books) else 0


def _book(workshop: Workshop, edition: str) -> MadeBook:
    """The book for print, or a proof of it where a story holds it up."""
    for_print = replace(workshop, stage=Stage.PRINT)
    try:
        see_ready(for_print, edition)
        proof = False
    except BuilderError as error:
        click.echo(f"{error.message} Làm bản thảo. → {error.remedy}")
        proof = True
    with told(f"Dàn sách {edition}") as advance:
        book = make_book(replace(workshop, stage=Stage.DRAFT) if proof else for_print, edition, advance, proof=proof)
    click.echo(book.line)
    return book

"""``hoa build``: everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from builder.model import BuilderError
from builder.pipeline import Stage, Workshop, build_site_with_mkdocs, load, make_package, make_proof, see_ready
from builder.reports import summary
from builder.workspace import find_root

from .book import tell_package, tell_proof
from .clock import today
from .face import EXIT_FINDINGS, VietnameseCommand, root_option
from .progress import tell_made, told


@click.command(cls=VietnameseCommand, name="build")
@root_option
def build(root_path: Path) -> int:
    """Làm ra tất cả: trọn bộ tệp của từng cuốn sách, rồi trang mạng có sách để tải.

    Cuốn nào còn bài chưa duyệt thì làm bản thảo, và nói rõ vì sao.
    """
    root = find_root(root_path)
    workshop = load(root, stage=Stage.WEB)
    click.echo(f"Soát bài: {summary(workshop.findings)}.")
    for path in sorted(workshop.faulty):
        click.echo(f"  không đăng vì có lỗi: {path} (xem: hoa check {path})")
    good = [_book(workshop, edition) for edition in workshop.editions]
    with told("Dựng trang mạng"):
        counts = build_site_with_mkdocs(root.path, root.build / "site", stage=Stage.WEB)
    click.echo(f"{counts.line}.")
    tell_made([("Trang mạng", root.build / "site")])
    return 0 if all(good) and not workshop.faulty else EXIT_FINDINGS


def _book(workshop: Workshop, edition: str) -> bool:
    """The package of a book, or a proof where a story holds it up; whether it may be printed."""
    for_print = load(workshop.root, stage=Stage.PRINT, today=today())  # its list of suppressions is a stricter one
    try:
        see_ready(for_print, edition)
    except BuilderError as error:
        click.echo(f"{error.message} Làm bản thảo. → {error.remedy}")
        with told(f"Dàn sách {edition}") as advance:
            tell_proof(make_proof(replace(workshop, stage=Stage.DRAFT), edition, advance))
        return False
    package = make_package(for_print, edition, told)
    tell_package(package)
    return package.passed

"""``hoa approve``: an approval on paper, written into the stories or the book it approves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from builder.model import Finding
from builder.pipeline import Consent, Mended, Stage, Workshop, approvals, edition_approval, load, objections
from builder.reports import as_diff, as_text
from builder.vietnamese.normal import nfc
from builder.workspace import Root, find_root, story_files, write_atomic

from .clock import today
from .face import EXIT_FINDINGS, VietnameseCommand, root_option


def _line(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    text = " ".join(nfc(value).split())
    if not text or not text.isprintable():
        msg = "không để trống"
        raise click.BadParameter(msg)
    return text


@click.command(cls=VietnameseCommand, name="approve")
@click.argument("stories", nargs=-1, metavar="[BÀI…]")
@click.option("--edition", metavar="SÁCH", help="Ghi duyệt cả cuốn sách này; mọi bài trong sách phải được duyệt trước.")
@click.option("--by", required=True, callback=_line, help="Cơ quan duyệt, ví dụ: “Ban Tuyên giáo Quận ủy”.")
@click.option("--document", required=True, callback=_line, help="Số văn bản duyệt, ví dụ: 12-CV/BTG.")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="NGÀY", help="Ngày văn bản.")
@click.option("--diff", is_flag=True, help="Chỉ cho xem sẽ ghi gì, không ghi vào tệp.")
@root_option
def approve(  # the options of a command
    stories: tuple[str, ...],
    edition: str | None,
    by: str,
    document: str,
    day: datetime,
    *,
    diff: bool,
    root_path: Path,
) -> int:
    """Ghi việc duyệt vào phần khai đầu bài: ai duyệt, văn bản nào, ngày nào, và dấu vân của bài lúc duyệt.

    BÀI là đường dẫn tệp hoặc mã bài, ví dụ: tap-28/do-thi-hoa. Còn một bài có lỗi thì không bài nào được ghi.
    """
    if bool(stories) == bool(edition):
        msg = "ghi các bài, hoặc --edition và một cuốn sách"
        raise click.UsageError(msg)
    root = find_root(root_path)
    if day.date() > today():
        msg = f"ngày {day:%d/%m/%Y} chưa tới"
        raise click.UsageError(msg)
    paths = frozenset(_path(root, name) for name in stories)
    workshop = load(root, stage=Stage.PRINT)
    held = objections(workshop, paths)
    if held:
        return _refuse(workshop, held)
    consent = Consent(by, document, day.date())
    changes = edition_approval(workshop, edition, consent) if edition else approvals(workshop, paths, consent)
    _put(root, list(changes), diff=diff)
    return 0


def _path(root: Root, name: str) -> str:
    """The path of a story told by its id or its file."""
    told = {f"stories/{name}.md", name.replace("\\", "/")}
    absolute = Path(name).absolute()
    if absolute.is_relative_to(root.path):
        told.add(root.relative(absolute))
    found = told.intersection(map(root.relative, story_files(root)))
    if len(found) != 1:
        msg = f"không có bài “{name}”"
        raise click.UsageError(msg)
    return found.pop()


def _refuse(workshop: Workshop, held: Sequence[Finding]) -> int:
    click.echo(as_text(held, workshop.sources))
    click.echo("\nChưa ghi duyệt bài nào: sửa các lỗi trên rồi chạy lại.")
    return EXIT_FINDINGS


def _put(root: Root, changes: Sequence[Mended], *, diff: bool) -> None:
    if diff:
        texts = ((change.path, change.before.decode(), change.after.decode()) for change in changes)
        click.echo("".join(as_diff(*text) for text in texts), nl=False)
        return
    for change in changes:
        write_atomic(root.path / change.path, change.after)
    names = ", ".join(change.path for change in changes)
    click.echo(f"Đã ghi duyệt {len(changes)} tệp: {names}." if changes else "Đã ghi duyệt như thế từ trước.")

"""``hoa pages``: the site through another generator than MkDocs."""

from __future__ import annotations

from pathlib import Path

import click

from builder.pipeline import fill_site, write_project
from builder.workspace import find_root

from .face import VietnameseCommand, root_option
from .progress import told

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(cls=VietnameseCommand, name="pages")
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--fill", "out", type=FOLDER, metavar="TRANG", help="Rót mọi bài vào trang mà bộ dựng kia làm ra từ DIR.")
@root_option
def pages(folder: Path, out: Path | None, root_path: Path) -> int:
    """Viết các trang ra DIR cho một bộ dựng khác (Zensical, ProperDocs), rồi rót bài vào trang nó dựng."""
    root, project = find_root(root_path), folder.absolute()
    if out is None:
        write_project(root, project)
        click.echo(f"Đã viết các trang vào {project}. Vào thư mục ấy, chạy zensical build hoặc properdocs build,")
        click.echo(f"rồi quay lại đây: hoa pages {folder} --fill {folder / 'site'}")
        return 0
    with told("Rót bài"):
        counts = fill_site(root, project, out.absolute())
    click.echo(f"{counts.line}.")
    click.echo(f"Trang mạng: {out.absolute()}")
    return 0

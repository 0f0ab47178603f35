"""``hoa site`` and ``hoa serve``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.pipeline import Stage, build_site_with_mkdocs, serve_site_with_mkdocs
from builder.workspace import find_root

from .face import VietnameseCommand, root_option
from .progress import told

STAGES = click.Choice([Stage.DRAFT.value, Stage.WEB.value])


@click.command(cls=VietnameseCommand, name="site")
@click.option("--stage", type=STAGES, default=Stage.WEB.value, help="draft: đưa cả bản nháp lên để xem thử.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Nơi đặt trang; mặc định build/site.")
@root_option
def site(stage: str, out: Path | None, root_path: Path) -> int:
    """Dựng trang mạng."""
    root = find_root(root_path)
    target = (out or root.build / "site").absolute()
    with told("Dựng trang mạng"):
        counts = build_site_with_mkdocs(root.path, target, stage=Stage(stage))
    click.echo(f"{counts.line}.")
    click.echo(f"Trang mạng: {target}")
    return 0


@click.command(cls=VietnameseCommand, name="serve")
@click.option("--stage", type=STAGES, default=Stage.DRAFT.value, help="web: chỉ những bài sẽ thật sự được đăng.")
@click.option("--address", default="127.0.0.1:8000", metavar="MÁY:CỔNG", help="Địa chỉ để mở trang.")
@root_option
def serve(stage: str, address: str, root_path: Path) -> int:
    """Mở trang mạng trên máy này; sửa bài là trang tự dựng lại."""
    serve_site_with_mkdocs(find_root(root_path).path, address, stage=Stage(stage))
    return 0

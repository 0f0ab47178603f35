"""``hoa site``."""

from __future__ import annotations

from pathlib import Path

import click

from builder.pipeline import Stage, build_site_with_mkdocs
from builder.workspace import find_root

from .face import VietnameseCommand, root_option
from .progress import told

STAGES = click.Choice([Stage.DRAFT.value, Stage.WEB.value])


@click.command(cls=VietnameseCommand, name="site")
@click.option("--stage", type=STAGES, default=Stage.WEB.value, help="draft: đưa cả bản nháp lên để xem thử.")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Nơi đặt trang; mặc định build/site.")
@click.option("--no-cards", is_flag=True, help="Không vẽ thẻ chia sẻ, cho nhanh; vốn chỉ vẽ khi biết địa chỉ trang.")
@root_option
def site(stage: str, out: Path | None, no_cards: bool, root_path: Path) -> int:  # noqa: FBT001  # a flag of the command
    """Dựng trang mạng."""
    root = find_root(root_path)
    target = (out or root.build / "site").absolute()
    with told("Dựng trang mạng"):
        counts = build_site_with_mkdocs(root.path, target, stage=Stage(stage), cards=not no_cards)
    click.echo(f"{counts.line}.")
    click.echo(f"Trang mạng: {target}")
    return 0

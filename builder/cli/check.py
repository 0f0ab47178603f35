"""``hoa check`` and ``hoa explain``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from builder.model import Finding, Severity
from builder.pipeline import Stage, Workshop, load
from builder.reports import as_github, as_json, as_text, summary
from builder.rules import RULES
from builder.workspace import find_root

from .face import EXIT_FINDINGS, EXIT_USAGE, VietnameseCommand, root_option


@click.command(cls=VietnameseCommand, name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[TỆP…]")
@click.option(
    "--stage",
    type=click.Choice([stage.value for stage in Stage]),
    default=Stage.WEB.value,
    help="Soát cho bản nháp (draft), cho trang mạng (web) hay cho bản in (print).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="Cách trình bày: chữ, JSON hay chú thích trên GitHub.",
)
@root_option
def check(paths: tuple[Path, ...], stage: str, form: str, root_path: Path) -> int:
    """Soát các bài viết: lỗi ở dòng nào, phải làm gì.

    Không ghi tệp nào thì soát cả kho và các tệp sách trong editions.
    """
    workshop = load(find_root(root_path), stage=Stage(stage))
    findings = _only(workshop, paths)
    click.echo(_formatted(form, findings, workshop), nl=form == "json" or bool(findings))
    if form == "text":
        click.echo(f"{workshop.counts.line}. Kết quả soát: {summary(findings)}.")
    return EXIT_FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _only(workshop: Workshop, paths: Sequence[Path]) -> list[Finding]:
    """The findings on some files; the whole stock is still read, since a double may be anywhere in it."""
    if not paths:
        return list(workshop.findings)
    wanted = []
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100  # links must not be followed: they are a finding
        if not absolute.is_relative_to(workshop.root.path) or not (absolute.exists() or absolute.is_symlink()):
            msg = f"“{path}” không có, hoặc nằm ngoài thư mục bộ sách"
            raise click.UsageError(msg)
        wanted.append(workshop.root.relative(absolute))
    return [f for f in workshop.findings if any(f.path == name or f.path.startswith(f"{name}/") for name in wanted)]


def _formatted(form: str, findings: list[Finding], workshop: Workshop) -> str:
    if form == "json":
        return as_json(findings)
    if form == "github":
        return as_github(findings)
    return as_text(findings, workshop.sources) + ("\n" if findings else "")


@click.command(cls=VietnameseCommand, name="explain")
@click.argument("rule", metavar="[QUY TẮC]", required=False)
@root_option
def explain_rule(rule: str | None, root_path: Path) -> int:  # noqa: ARG001  # every command takes --root
    """Giảng một quy tắc soát bài, ví dụ: hoa explain privacy/phone.

    Không ghi quy tắc nào thì liệt kê tất cả.
    """
    if rule is None:
        click.echo("\n".join(f"{known.id}  {known.severity.label}  {known.title}" for known in RULES.values()))
        return 0
    known = RULES.get(rule)
    if known is None:
        click.echo(f"Không có quy tắc “{rule}”. Chạy “hoa explain” để xem danh sách.", err=True)
        return EXIT_USAGE
    click.echo(f"{known.id} ({known.severity.label})\n\n{known.doc}")
    if known.source:
        click.echo(f"\nCăn cứ: {known.source}")
    return 0

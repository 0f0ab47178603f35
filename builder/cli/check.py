"""``hoa check`` and ``hoa explain``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from builder.model import BuilderError, Finding, Severity
from builder.pipeline import (
    ALL_RULES,
    FORMS,
    Mended,
    Stage,
    Workshop,
    formatted,
    load,
    mendable,
    mended,
    spelt,
    step_summary,
    stray_findings,
    strip_photos,
)
from builder.reports import as_diff, summary
from builder.workspace import Root, find_root, write_atomic

from .clock import today
from .face import EXIT_FINDINGS, EXIT_USAGE, VietnameseCommand, root_option

REPORT = "soat-bai.html"
"""Below ``build``: where the page for people goes when nobody says where."""


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
    type=click.Choice(list(FORMS)),
    default="text",
    help="Cách trình bày: chữ, trang để đọc (html), JSON, SARIF, hay chú thích trên GitHub, GitLab.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    help=f"Ghi vào tệp này; riêng html không ghi gì thì là build/{REPORT}.",
)
@click.option("--spell", is_flag=True, help="Dò thêm trong từ điển của máy (hunspell, vi_VN); chỉ để biết.")
@click.option("--fix", is_flag=True, help="Để máy sửa những chỗ sửa được chắc chắn, rồi soát lại.")
@click.option("--fix-all", is_flag=True, help="Sửa cả theo những gợi ý chưa chắc; sau đó phải đọc lại.")
@click.option("--diff", is_flag=True, help="Cùng với --fix, --fix-all: chỉ cho xem sẽ sửa gì, không ghi vào tệp.")
@root_option
def check(
    paths: tuple[Path, ...],
    stage: str,
    form: str,
    out: Path | None,
    *,
    spell: bool,
    fix: bool,
    fix_all: bool,
    diff: bool,
    root_path: Path,
) -> int:
    """Soát các bài viết: lỗi ở dòng nào, phải làm gì.

    Không ghi tệp nào thì soát cả kho và các tệp sách trong editions.
    """
    if diff and not (fix or fix_all):
        msg = "--diff đi cùng với --fix hoặc --fix-all"
        raise click.UsageError(msg)
    root = find_root(root_path)
    workshop = load(root, stage=Stage(stage), today=today())
    wanted = _wanted(root, paths)
    if fix or fix_all:
        changes = list(mended(workshop, wanted, everything=fix_all))
        if diff:
            _put(_difference(changes), out)
        elif _write(workshop, wanted, changes):
            workshop = load(root, stage=Stage(stage), today=today())
    if spell:
        workshop = spelt(workshop, wanted) or _without_speller(workshop)
    told = (*stray_findings(root), *workshop.findings)
    findings = [finding for finding in told if wanted(finding.path)]
    if not diff:
        _tell(form, workshop, findings, out)
    return EXIT_FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _without_speller(workshop: Workshop) -> Workshop:
    click.echo("Máy này không có hunspell với từ điển vi_VN: không dò từ điển.", err=True)
    return workshop


def _wanted(root: Root, paths: Sequence[Path]) -> Callable[[str], bool]:
    """Which files to speak of; the whole stock is still read, since a double may be anywhere in it."""
    names = []
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100  # links must not be followed: they are a finding
        if not absolute.is_relative_to(root.path) or not (absolute.exists() or absolute.is_symlink()):
            msg = f"“{path}” không có, hoặc nằm ngoài thư mục bộ sách"
            raise click.UsageError(msg)
        names.append(root.relative(absolute))
    return lambda path: not names or any(name in {".", path} or path.startswith(f"{name}/") for name in names)


def _difference(changes: Sequence[Mended]) -> str:
    return "".join(as_diff(change.path, change.before.decode(), change.after.decode()) for change in changes)


def _write(workshop: Workshop, wanted: Callable[[str], bool], changes: Sequence[Mended]) -> bool:
    """Write mended files, and the photos of the stories asked for without place and camera."""
    for change in changes:
        _write_file(workshop.root.path / change.path, change.after)
    pictured = (record.path for record in workshop.records if record.photos and wanted(record.path))
    photos = strip_photos(workshop.root, workshop.copies(pictured))
    paths = [*(change.path for change in changes), *photos]
    if paths:
        click.echo(f"Đã sửa {len(paths)} tệp: {_printable(', '.join(paths))}.", err=True)
    return bool(paths)


def _tell(form: str, workshop: Workshop, findings: Sequence[Finding], out: Path | None) -> None:
    page = form == "html" and out is None
    target = workshop.root.build / REPORT if page else out
    text = formatted(form, workshop, findings)
    _put(f"{text}\n" if text else "", target)
    if form == "github":
        _add_to_step_summary(workshop, findings)
    if target is not None or form == "text":
        click.echo("\n" * bool(text and target is None) + _closing(workshop, findings))
    if target is not None:
        click.echo(f"Báo cáo: {target}")


def _closing(workshop: Workshop, findings: Sequence[Finding]) -> str:
    paths = mendable(workshop)
    number = sum(1 for f in findings if f.fix is not None and f.fix.safe and f.path in paths)
    offer = f" Máy sửa được {number} chỗ: thêm --fix (xem trước: --fix --diff)." if number else ""
    return f"{workshop.counts.line}. Kết quả soát: {summary(findings)}.{offer}"


def _add_to_step_summary(workshop: Workshop, findings: Sequence[Finding]) -> None:
    """On GitHub the full list goes where the environment says."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if name:
        with _writing(Path(name)), Path(name).open("a", encoding="utf-8") as file:
            file.write(_printable(step_summary(workshop, findings)))


def _put(text: str, target: Path | None) -> None:
    if target is None:
        click.echo(_printable(text), nl=False)
    else:
        _write_file(target, _printable(text).encode())


def _printable(text: str) -> str:
    """The text with the bytes of a file name that is no UTF-8 spelt out; in JSON, too, that is a valid escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def _write_file(path: Path, data: bytes) -> None:
    with _writing(path):
        write_atomic(path, data)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tell in one sentence when a file cannot be written."""
    try:
        yield
    except OSError as error:
        msg = f"Không ghi được tệp “{path}”."
        raise BuilderError(msg, "Xem thư mục ấy có cho ghi không, ổ đĩa còn chỗ không.") from error


@click.command(cls=VietnameseCommand, name="explain")
@click.argument("rule", metavar="[QUY TẮC]", required=False)
@root_option
def explain_rule(rule: str | None, root_path: Path) -> int:  # noqa: ARG001  # every command takes --root
    """Giảng một quy tắc soát bài, ví dụ: hoa explain privacy/phone.

    Không ghi quy tắc nào thì liệt kê tất cả.
    """
    if rule is None:
        click.echo("\n".join(f"{known.id}  {known.severity.label}  {known.title}" for known in ALL_RULES.values()))
        return 0
    known = ALL_RULES.get(rule)
    if known is None:
        click.echo(f"Không có quy tắc “{rule}”. Chạy “hoa explain” để xem danh sách.", err=True)
        return EXIT_USAGE
    click.echo(f"{known.id} ({known.severity.label})\n\n{known.doc}")
    if known.source:
        click.echo(f"\nCăn cứ: {known.source}")
    return 0

"""``hoa preflight``."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from builder.model import BuilderError, Length, Trim
from builder.press.preflight.demand import Demand, Profile
from builder.reports.preflight import PreflightReport, as_preflight_html, as_preflight_json, as_preflight_text
from builder.workspace import find_root, write_atomic

from .face import EXIT_FINDINGS, VietnameseCommand, root_option
from .progress import told

_TRIM = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)")
_PAGES = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_LEAST_SIDE, _MOST_SIDE = 10, 2000
"""Sides of a sheet in millimetres; others are a slip of the keys."""
_LONGEST = 10_000
"""Pages a list may name: more is a slip of the keys."""


class Millimetres(click.ParamType[Trim]):
    """“145x205”."""

    name = "khổ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Trim:
        """Two lengths in millimetres."""
        found = _TRIM.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"“{value}”: ghi rộng x cao bằng milimét, ví dụ 145x205", param, ctx)
        width, height = (float(side.replace(",", ".")) for side in found.groups())
        if not (_LEAST_SIDE <= width <= _MOST_SIDE and _LEAST_SIDE <= height <= _MOST_SIDE):
            self.fail(f"“{value}”: mỗi cạnh từ {_LEAST_SIDE} đến {_MOST_SIDE} mm", param, ctx)
        return Trim(Length(width), Length(height))


class Pages(click.ParamType[frozenset[int]]):
    """“2,4-6”."""

    name = "trang"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        """The pages named."""
        pages: set[int] = set()
        for piece in str(value).split(","):
            found = _PAGES.fullmatch(piece.strip())
            first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
            if not 1 <= first <= last <= _LONGEST:
                self.fail(f"“{value}”: ghi số trang, ví dụ 2,4-6", param, ctx)
            pages.update(range(first, last + 1))
        return frozenset(pages)


def _names(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """“Literata, Be Vietnam Pro”."""
    return None if value is None else tuple(name for piece in value.split(",") if (name := piece.strip()))


@click.command(cls=VietnameseCommand, name="preflight")
@click.argument("file", metavar="TỆP.pdf", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--edition", metavar="SÁCH", help="Lấy khổ, tràn, mực, phông theo sách này; mục ghi thêm được ưu tiên.")
@click.option("--trim", type=Millimetres(), metavar="RxC", help="Khổ thành phẩm (mm), ví dụ 145x205.")
@click.option("--bleed", type=click.FloatRange(0, 50), metavar="MM", help="Vùng tràn ít nhất (mm); không ghi thì 3.")
@click.option("--profile", type=click.Choice([profile.value for profile in Profile]), help="Chuẩn PDF/X; mặc định x1a.")
@click.option("--tac", type=click.IntRange(100, 400), metavar="%", help="Tổng lượng mực tối đa; không ghi thì 300.")
@click.option("--multiple", type=click.IntRange(1, 128), metavar="SỐ", help="Số trang một tay sách, ví dụ 16.")
@click.option("--fonts", callback=_names, metavar="TÊN,…", help="Các họ phông được dùng.")
@click.option("--spots", callback=_names, metavar="TÊN,…", help="Các màu pha đã đặt với nhà in.")
@click.option("--blanks", type=Pages(), metavar="TRANG", help="Các trang cố ý để trắng, ví dụ 2,4-6.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="Chữ, JSON hay trang HTML."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP", help="Ghi báo cáo vào tệp này.")
@root_option
def preflight_file(  # the options of the command, one each
    file: Path,
    edition: str | None,
    form: str,
    out: Path | None,
    root_path: Path,
    **given: Any,  # noqa: ANN401  # options of every type
) -> int:
    """Soát một tệp PDF trước khi đưa nhà in, ví dụ: hoa preflight tap-28-interior.pdf --edition tap-28.

    Đọc mọi nét vẽ, phông, ảnh, màu của từng trang, kể cả tệp do phần mềm khác làm; rồi nhờ Ghostscript đo mực.
    """
    # The engines take a third of a second to import: only those who examine a file pay for them.
    from builder.pipeline.preflight import demand_of, preflight  # noqa: PLC0415

    demand = _demand(Demand() if edition is None else demand_of(find_root(root_path), edition, file), given)
    with told(f"Soát {file.name}") as advance:
        report = preflight(file, demand, advance, ours=edition is not None)
    _deliver(_formatted(report, form, root_path), out, report)
    return 0 if report.passed else EXIT_FINDINGS


def _demand(usual: Demand, given: dict[str, Any]) -> Demand:
    """What is asked, with what the command line adds to it."""
    named = {"tac": "ink_limit"}
    changes = {named.get(key, key): value for key, value in given.items() if value is not None}
    if "bleed" in changes:
        changes["bleed"] = Length(changes["bleed"])
    if "profile" in changes:
        changes["profile"] = Profile(changes["profile"])
    return replace(usual, **changes)


def _formatted(report: PreflightReport, form: str, root_path: Path) -> str:
    """The report. Only a page wants the colours of a root: anybody's file can be examined anywhere."""
    if form == "json":
        return as_preflight_json(report)
    if form == "html":
        return as_preflight_html(report, (find_root(root_path).theme / "tokens.css").read_text(encoding="utf-8"))
    return as_preflight_text(report)


def _deliver(text: str, out: Path | None, report: PreflightReport) -> None:
    if out is None:
        click.echo(text)
        return
    try:
        write_atomic(out.absolute(), f"{text}\n".encode())
    except OSError as error:
        msg = f"Không ghi được báo cáo vào “{out}”."
        raise BuilderError(msg, "Chọn một chỗ khác cho --out.") from error
    click.echo(f"{report.verdict}. Báo cáo: {out}")

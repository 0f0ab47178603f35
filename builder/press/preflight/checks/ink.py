"""Ink on paper, as Ghostscript lays it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.dossier import Dossier

_SLACK = 2.0
"""Percent that rounding to 255 steps a plate and JPEG make."""


@check("pdf/raster", Severity.ERROR, "Mở tệp bằng phần mềm khác để xem, rồi xuất lại.")
def raster(dossier: Dossier) -> Iterator[Said]:
    """Ghostscript không vẽ được hết các trang: máy RIP của nhà in cũng có thể dừng ở đó."""
    trouble = dossier.raster_trouble
    if trouble is not None:
        yield Said(f"Không vẽ được {'các trang' if trouble.page is None else 'trang'}: {trouble.words}.", trouble.page)


@check("pdf/blank", Severity.ERROR, "Bỏ trang trắng, hoặc nếu cố ý thì nêu bằng --blanks.")
def blank(dossier: Dossier) -> Iterator[Said]:
    """Trang trắng không báo trước: không có nét nào, hoặc có mà không ra mực."""
    for index, page in enumerate(dossier.pages):
        inked = not (dossier.inks and dossier.inks[index].blank)
        if index + 1 not in dossier.demand.blanks and not (page.marks.painted and inked):
            yield Said("Trang trắng." if not page.marks.painted else "Trang có nét vẽ nhưng không ra mực.", index)


@check("pdf/ink-limit", Severity.ERROR, "Tách màu lại ảnh với giới hạn mực của nhà in; dùng màu nền nhẹ hơn.")
def ink_limit(dossier: Dossier) -> Iterator[Said]:
    """Tổng lượng mực vượt giới hạn: mực không khô, giấy dính nhau.

    Đo hai cách: điểm đậm nhất của trang (bỏ qua năm phần mười vạn điểm lẻ) và trung bình của mảng một milimét.
    """
    limit = dossier.demand.ink_limit
    for index, page in enumerate(dossier.inks):
        most = max(page.peak, page.patch)
        if most > limit + _SLACK:
            yield Said(f"Mực chồng tới {most:.0f} % (giới hạn {limit} %).", index)


@check("pdf/bleed-art", Severity.ERROR, "Kéo nền và ảnh ra hết vùng tràn.")
def bleed_art(dossier: Dossier) -> Iterator[Said]:
    """Hình chạm mép xén mà không tràn ra ngoài: dao lệch nửa milimét là lộ viền trắng."""
    for index, page in enumerate(dossier.inks):
        if page.bare:
            yield Said(f"Hình dừng ở mép xén, không tràn: phía {', '.join(page.bare)}.", index)


CHECKS = (raster, blank, ink_limit, bleed_art)

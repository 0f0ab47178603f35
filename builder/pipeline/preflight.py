"""A file before print: what its edition asks, what the press saw, and which story each page belongs to."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.book.cover_geometry import cover_geometry
from builder.model import BuilderError, Length
from builder.press.fonts import Fonts
from builder.press.inspect import identity
from builder.press.preflight.check import Flaw
from builder.press.preflight.demand import Demand, Profile
from builder.press.preflight.examine import Examination, examine
from builder.press.sheet import Store
from builder.reports.preflight import PreflightReport, PressNote
from builder.workspace import Root, file_sha256

from .examinations import examined
from .workshop import read_editions

_AGAIN = "Chạy lại “hoa book” cho cuốn sách ấy, hoặc soát mà không ghi --edition."
_COVER = "-cover.pdf"
PROFILES = {"pdf/x-1a": Profile.X1A, "pdf/x-4": Profile.X4}
"""What the checks ask of a file, by the kind of PDF an edition names."""


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page (index from 0): a story with its id, or a part of the book."""

    page: int
    title: str
    story_id: str = ""


def demand_of(root: Root, edition_id: str, file: Path | None = None) -> Demand:
    """What an edition asks of its interior: size, bleed, PDF/X, ink, signature, and the fonts of the house.

    Of a ``file`` called ``…-cover.pdf`` it asks the size of the sheet, which follows from the pages of the interior.

    Raises:
        BuilderError: there is no such edition, it cannot be read, its kind of PDF is none the checks know, or nobody
            knows how many pages lie in the cover.
    """
    editions = read_editions(root)
    held = editions.get(edition_id)
    if held is None:
        msg = f"Không có sách “{edition_id}”."
        raise BuilderError(msg, f"Các sách trong thư mục editions: {', '.join(editions) or 'chưa có sách nào'}.")
    if held.edition is None:
        msg = f"Tệp khai báo của sách “{edition_id}” không đọc được."
        raise BuilderError(msg, "Chạy “hoa check” để xem lỗi.")
    spec = held.edition.print
    if spec.variant not in PROFILES:
        msg = f"Chưa soát được loại tệp “{spec.variant}” của sách “{edition_id}”."
        raise BuilderError(msg, f"Chọn một trong {', '.join(PROFILES)}.")
    fonts = tuple(sorted(_house_fonts(root)))
    trim, multiple = spec.trim, spec.signature
    if file is not None and file.name.endswith(_COVER):
        trim, multiple = cover_geometry(held.edition, _pages_in(root, edition_id, file)).sheet, 1
    return Demand(PROFILES[spec.variant], trim, spec.bleed, spec.ink_limit, multiple, fonts)


def _pages_in(root: Root, edition_id: str, cover: Path) -> int:
    """The pages a cover goes round, from the map of the interior: beside the cover, else where books are made."""
    name = f"{edition_id}-interior.json"
    for beside in (cover.with_name(name), root.build / "books" / edition_id / name):
        if beside.is_file():
            return _told_pages(beside)
    msg = f"Không biết sách “{edition_id}” dày bao nhiêu trang, nên không biết gáy của bìa “{cover.name}”."
    raise BuilderError(msg, f"Làm ruột sách trước (hoa book {edition_id}), để {name} cạnh tệp bìa.")


def _told_pages(beside: Path) -> int:
    try:
        return int(json.loads(beside.read_text(encoding="utf-8"))["pages"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"Bảng số trang “{beside.name}” không đọc được."
        raise BuilderError(msg, _AGAIN) from error


def _house_fonts(root: Root) -> list[str]:
    names = [path.relative_to(root.fonts).as_posix() for path in root.fonts.rglob("*.ttf")]
    return list(Fonts.below(root.fonts, names).by_postscript_name)


def preflight(
    path: Path, demand: Demand, progress: Callable[[int, int], None], *, ours: bool = False, store: Store | None = None
) -> PreflightReport:
    """Examine a file. ``ours`` files have a map of their stories beside them, a JSON of the same name.

    With a ``store`` what was found without error before is not examined again.

    Raises:
        BuilderError: there is no Ghostscript on this machine; the map of stories is broken.
    """
    seen = examine(path, demand, progress) if store is None else examined(path, demand, progress, store)
    parts = _parts(path, seen, ours=ours)
    notes = tuple(_note(flaw, seen.labels, parts) for flaw in seen.flaws)
    return PreflightReport(path.name, len(seen.labels), asked(demand), notes, seen.checks)


def asked(demand: Demand) -> tuple[tuple[str, str], ...]:
    """What is asked of a file, in words."""
    rows = [("Chuẩn", demand.profile.label)]
    if demand.trim is not None:
        rows.append(("Khổ thành phẩm", f"{_mm(demand.trim.width)} × {_mm(demand.trim.height)} mm"))
    rows += [("Vùng tràn", f"{_mm(demand.bleed)} mm"), ("Giới hạn mực", f"{demand.ink_limit} %")]
    if demand.multiple > 1:
        rows.append(("Tay sách", f"{demand.multiple} trang"))
    if demand.fonts:
        families = sorted({name.partition("-")[0] for name in demand.fonts})
        rows.append(("Phông", ", ".join(families)))
    if demand.spots:
        rows.append(("Màu pha", ", ".join(demand.spots)))
    return tuple(rows)


def _mm(length: Length) -> str:
    return f"{length.mm:g}".replace(".", ",")


def _note(flaw: Flaw, labels: tuple[str, ...], parts: list[Part]) -> PressNote:
    if flaw.page is None:
        return PressNote(flaw.check, flaw.severity, None, "", "", flaw.message, flaw.remedy)
    last = bisect_right(parts, flaw.page, key=lambda part: part.page)
    part = parts[last - 1] if last else Part(0, "")
    return PressNote(
        flaw.check,
        flaw.severity,
        flaw.page + 1,
        labels[flaw.page],
        part.title,
        flaw.message,
        flaw.remedy,
        part.story_id,
    )


def _parts(path: Path, seen: Examination, *, ours: bool) -> list[Part]:
    """What begins where. Of those on one page the last counts: the story, not the section it opens."""
    parts = [Part(opening.page, opening.title) for opening in seen.outline]
    beside = path.with_suffix(".json")
    if ours and beside.is_file():
        parts += _mapped(beside, path)
    return sorted(parts, key=lambda part: part.page)


def _mapped(beside: Path, pdf: Path) -> list[Part]:
    """The stories of a map, which must be that of this very file: another one would blame the wrong stories."""
    try:
        held = json.loads(beside.read_text(encoding="utf-8"))
        titles = held.get("titles", {})
        parts = [Part(int(page) - 1, str(titles.get(story, story)), story) for story, page in held["folios"].items()]
        digest, known = str(held.get("sha256", "")), str(held.get("id", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"Bảng số trang “{beside.name}” bên cạnh tệp PDF không đọc được."
        raise BuilderError(msg, _AGAIN) from error
    if (digest and digest != file_sha256(pdf)) or (known and known != identity(pdf)):
        msg = f"Bảng số trang “{beside.name}” là của một tệp PDF khác, không phải “{pdf.name}” này."
        raise BuilderError(msg, _AGAIN)
    return parts

"""What a file claims to be: PDF/X, its version, its title and dates, the printing condition it was made for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.demand import Profile
from builder.press.preflight.dossier import Dossier, Intent

_IDENTIFIERS = {
    Profile.X1A: frozenset({"PDF/X-1:2001", "PDF/X-1a:2001", "PDF/X-1a:2003", "PDF/X-1:2003"}),
    Profile.X4: frozenset({"PDF/X-4", "PDF/X-4p"}),
}
_HIGHEST = {Profile.X1A: "1.4", Profile.X4: "1.6"}
_DATE = re.compile(
    r"D:\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d([0-5]\d)?"
    r"|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d"
)
"""As document information writes it, and as XMP does."""
_REGISTRY = "http://www.color.org"
_INKS = 4
_REGISTERED = re.compile(r"(FOGRA|CGATS|SWOP|IFRA|JC|JapanColor|PSO|GRACoL|EUROSB)[ _-]?\w*\d", re.IGNORECASE)
"""How names of the registry of characterization data begin."""


def _asked(dossier: Dossier) -> bool:
    return dossier.demand.profile is not Profile.NONE


@check("pdf/x-identifier", Severity.ERROR, "Xuất lại, chọn đúng chuẩn PDF/X.")
def x_identifier(dossier: Dossier) -> Iterator[Said]:
    """Tệp không tự nhận là PDF/X đã đặt.

    PDF/X-1a ghi GTS_PDFXVersion trong thông tin tệp; PDF/X-4 ghi trong siêu dữ liệu XMP.
    """
    profile = dossier.demand.profile
    if not _asked(dossier):
        return
    told = (dossier.document.info.get("GTS_PDFXVersion", ""), (dossier.document.xmp or {}).get("version", ""))
    inside, outside = told if profile is Profile.X1A else told[::-1]
    if inside not in _IDENTIFIERS[profile]:
        claim = inside or (outside if outside not in _IDENTIFIERS[profile] else "")
        shown = f"tự nhận là “{claim}”" if claim else "không tự nhận là PDF/X nào"
        yield Said(f"Tệp {shown}, phải là {profile.label}.")


@check("pdf/version", Severity.ERROR, "Xuất lại với phiên bản PDF mà chuẩn cho phép.")
def version(dossier: Dossier) -> Iterator[Said]:
    """Phiên bản PDF cao hơn chuẩn cho phép: 1.4 với PDF/X-1a, 1.6 với PDF/X-4."""
    highest = _HIGHEST.get(dossier.demand.profile)
    if highest is not None and dossier.document.version > highest:
        yield Said(f"Tệp là PDF {dossier.document.version}, {dossier.demand.profile.label} chỉ cho đến {highest}.")


@check("pdf/object-streams", Severity.ERROR, "Xuất lại không nén cấu trúc tệp (object streams).")
def object_streams(dossier: Dossier) -> Iterator[Said]:
    """Cấu trúc tệp nén kiểu PDF 1.5: máy RIP cũ của PDF/X-1a không đọc được."""
    if dossier.demand.profile is Profile.X1A and dossier.document.object_streams:
        yield Said("Cấu trúc tệp nén theo kiểu PDF 1.5.")


def _said(dossier: Dossier, key: str, name: str) -> str:
    """What the file says of itself. PDF/X-4 rests on the metadata, and lets a file do without document information."""
    told = dossier.document.info.get(key, "")
    return told or ((dossier.document.xmp or {}).get(name, "") if dossier.demand.profile is Profile.X4 else "")


@check("pdf/title", Severity.ERROR, "Ghi tên sách vào thông tin tệp (Title).")
def title(dossier: Dossier) -> Iterator[Said]:
    """Tệp không có tên: PDF/X bắt buộc ghi Title (PDF/X-4: trong thông tin tệp hoặc trong XMP)."""
    if _asked(dossier) and not _said(dossier, "Title", "title").strip():
        yield Said("Thông tin tệp không ghi tên (Title).")


@check("pdf/dates", Severity.ERROR, "Xuất lại để tệp ghi ngày tạo và ngày sửa.")
def dates(dossier: Dossier) -> Iterator[Said]:
    """Tệp không ghi, hoặc ghi sai, ngày tạo (CreationDate) hay ngày sửa (ModDate)."""
    keys = (("CreationDate", "created"), ("ModDate", "modified")) if _asked(dossier) else ()
    wrong = [key for key, name in keys if not _DATE.match(_said(dossier, key, name))]
    if wrong:
        yield Said(f"Thông tin tệp thiếu hoặc ghi sai {', '.join(wrong)}.")


@check("pdf/trapped", Severity.ERROR, "Ghi rõ tệp đã hay chưa trapping (Trapped là True hoặc False).")
def trapped(dossier: Dossier) -> Iterator[Said]:
    """Tệp không nói đã trapping hay chưa: PDF/X bắt buộc /True hoặc /False."""
    value = _said(dossier, "Trapped", "trapped")
    if _asked(dossier) and value.lstrip("/") not in {"True", "False"}:
        yield Said(f"Mục Trapped là “{value}”, phải là /True hoặc /False." if value else "Tệp không ghi mục Trapped.")


@check("pdf/file-id", Severity.ERROR, "Xuất lại để tệp có mã nhận dạng (ID).")
def file_id(dossier: Dossier) -> Iterator[Said]:
    """Tệp không có mã nhận dạng (ID)."""
    if _asked(dossier) and not dossier.document.has_id:
        yield Said("Tệp không có mã nhận dạng (ID).")


@check("pdf/xmp", Severity.ERROR, "Xuất lại để siêu dữ liệu XMP khớp với thông tin tệp.")
def xmp(dossier: Dossier) -> Iterator[Said]:
    """Siêu dữ liệu XMP thiếu (PDF/X-4 bắt buộc), hỏng, hoặc nói khác thông tin tệp."""
    held = dossier.document.xmp
    if not _asked(dossier):
        return
    if held is None:
        if dossier.demand.profile is Profile.X4:
            yield Said("Tệp không có siêu dữ liệu XMP.")
    elif not held:
        yield Said("Siêu dữ liệu XMP rỗng hoặc không đọc được.")
    else:
        ours = dossier.document.info.get("Title", "")
        if ours and held.get("title", ours) != ours:
            yield Said(f"Tên trong XMP là “{held['title']}”, trong thông tin tệp là “{ours}”.")


def _intents(dossier: Dossier) -> list[Intent]:
    """The intents for print, if PDF/X is asked for."""
    return [intent for intent in dossier.document.intents if intent.kind == "GTS_PDFX"] if _asked(dossier) else []


@check("pdf/intent-missing", Severity.ERROR, "Xuất lại với điều kiện in (output intent) mà nhà in cho biết.")
def intent_missing(dossier: Dossier) -> Iterator[Said]:
    """Tệp không nói được làm cho điều kiện in nào, hoặc nói nhiều hơn một (OutputIntents, S là GTS_PDFX)."""
    count = len(_intents(dossier))
    if _asked(dossier) and count != 1:
        yield Said("Tệp không có điều kiện in (GTS_PDFX)." if count == 0 else f"Tệp có {count} điều kiện in.")


@check("pdf/intent-condition", Severity.ERROR, "Ghi tên điều kiện in đã đăng ký, ví dụ FOGRA39 hay FOGRA52.")
def intent_condition(dossier: Dossier) -> Iterator[Said]:
    """Điều kiện in không có tên (OutputConditionIdentifier)."""
    if any(not intent.identifier.strip() for intent in _intents(dossier)):
        yield Said("Điều kiện in không có tên (OutputConditionIdentifier).")


@check("pdf/intent-registry", Severity.ERROR, f"Ghi RegistryName là {_REGISTRY} khi dùng tên đã đăng ký.")
def intent_registry(dossier: Dossier) -> Iterator[Said]:
    """Điều kiện in không nói tên của nó đăng ký ở đâu (RegistryName); điều kiện riêng có hồ sơ nhúng thì không cần."""
    for intent in _intents(dossier):
        if not intent.registry.strip():
            if intent.embedded and not _REGISTERED.match(intent.identifier):
                continue  # a condition of the shop's own, told by the profile itself
            yield Said("Điều kiện in không ghi nơi đăng ký (RegistryName).")
        elif not intent.registry.rstrip("/").endswith("color.org"):
            yield Said(f"Nơi đăng ký lạ: “{intent.registry}”.", severity=Severity.WARNING)


@check("pdf/intent-profile", Severity.ERROR, "Nhúng hồ sơ màu CMYK của máy in (ICC, loại prtr) vào điều kiện in.")
def intent_profile(dossier: Dossier) -> Iterator[Said]:
    """Điều kiện in không mang hồ sơ màu của máy in CMYK: loại prtr, không gian CMYK, N là 4.

    PDF/X-1a cho phép chỉ ghi tên điều kiện đã đăng ký mà không nhúng hồ sơ: khi ấy là cảnh báo, vì nhà in phải có sẵn.
    """
    for intent in _intents(dossier):
        if not intent.embedded:
            known = dossier.demand.profile is Profile.X1A and intent.registry.rstrip("/").endswith("color.org")
            mild = Severity.WARNING if known else None
            yield Said(f"Điều kiện in “{intent.identifier}” không nhúng hồ sơ màu.", severity=mild)
        elif (intent.profile_class, intent.profile_space.strip(), intent.components) != ("prtr", "CMYK", _INKS):
            told = f"loại “{intent.profile_class}”, màu “{intent.profile_space.strip()}”, N = {intent.components}"
            yield Said(f"Hồ sơ màu không phải của máy in CMYK: {told}.")


CHECKS = (
    x_identifier, version, object_streams, title, dates, trapped, file_id, xmp,
    intent_missing, intent_condition, intent_registry, intent_profile,
)  # fmt: skip

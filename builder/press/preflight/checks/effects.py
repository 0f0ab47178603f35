"""Transparency, thin lines, and what the screen shows and the press does not."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.demand import Profile
from builder.press.preflight.dossier import Dossier
from builder.press.preflight.marks import Effect

_FLATTEN = "Làm phẳng độ trong suốt khi xuất (chọn PDF/X-1a)."
_HAIR = 0.25


def _effect(dossier: Dossier, effect: Effect, message: str) -> Iterator[Said]:
    """Pages with an effect; ``message`` has a place for what it is."""
    for index, page in enumerate(dossier.pages):
        details = sorted({detail for kind, detail in page.marks.effects if kind is effect})
        if details:
            yield Said(message.format(", ".join(details)), index)


def _transparent(dossier: Dossier, effect: Effect, message: str) -> Iterator[Said]:
    if dossier.demand.profile is Profile.X1A:
        yield from _effect(dossier, effect, message)


@check("pdf/transparency-alpha", Severity.ERROR, _FLATTEN)
def transparency_alpha(dossier: Dossier) -> Iterator[Said]:
    """Hình hoặc chữ nhìn xuyên được (ca, CA dưới 1): PDF/X-1a cấm."""
    return _transparent(dossier, Effect.ALPHA, "Có độ mờ {}.")


@check("pdf/transparency-blend", Severity.ERROR, _FLATTEN)
def transparency_blend(dossier: Dossier) -> Iterator[Said]:
    """Hình hòa màu với nền (BM khác Normal): PDF/X-1a cấm."""
    return _transparent(dossier, Effect.BLEND, "Có cách hòa màu {}.")


@check("pdf/transparency-mask", Severity.ERROR, _FLATTEN)
def transparency_mask(dossier: Dossier) -> Iterator[Said]:
    """Mặt nạ mềm trong trạng thái vẽ (SMask): PDF/X-1a cấm."""
    return _transparent(dossier, Effect.MASK, "Có mặt nạ mềm ({}).")


@check("pdf/transparency-group", Severity.ERROR, _FLATTEN)
def transparency_group(dossier: Dossier) -> Iterator[Said]:
    """Nhóm trong suốt của trang hoặc của một hình: PDF/X-1a cấm, dù không có gì trong suốt bên trong."""
    if dossier.demand.profile is not Profile.X1A:
        return
    for index, page in enumerate(dossier.pages):
        inner = any(kind is Effect.GROUP for kind, _ in page.marks.effects)
        if inner or page.group is not None:
            yield Said(f"Có nhóm trong suốt của {'hình' if inner else 'trang'}.", index)


@check("pdf/transfer", Severity.ERROR, "Xuất lại không kèm đường cong truyền (transfer function).")
def transfer(dossier: Dossier) -> Iterator[Said]:
    """Tệp tự sửa trị số mực bằng đường cong truyền (TR): PDF/X cấm."""
    return _effect(dossier, Effect.TRANSFER, "Có đường cong truyền ({}).")


@check("pdf/halftone", Severity.ERROR, "Xuất lại, bỏ kiểu tram (halftone) riêng.")
def halftone(dossier: Dossier) -> Iterator[Said]:
    """Tệp đặt kiểu tram riêng mà PDF/X không cho (có tên riêng, hoặc loại khác 1 và 5): tram là việc của nhà in."""
    if dossier.demand.profile is not Profile.NONE:
        yield from _effect(dossier, Effect.HALFTONE, "Có kiểu tram riêng ({}).")


@check("pdf/proxy", Severity.ERROR, "Đặt ảnh thật vào tệp, bỏ ảnh thế chỗ (OPI, Alternates, Ref).")
def proxy(dossier: Dossier) -> Iterator[Said]:
    """Ảnh hoặc hình chỉ thế chỗ cho bản khác: ngoài tệp (OPI, Ref), hay bản riêng để in (Alternates). PDF/X cấm."""
    if dossier.demand.profile is not Profile.NONE:
        yield from _effect(dossier, Effect.PROXY, "Có {} chỉ thế chỗ cho bản khác.")


@check("pdf/postscript", Severity.ERROR, "Xuất lại, thay hình ấy bằng hình PDF.")
def postscript(dossier: Dossier) -> Iterator[Said]:
    """Hình là mã PostScript hoặc thuộc loại lạ: máy RIP mới không vẽ."""
    return _effect(dossier, Effect.POSTSCRIPT, "Có hình thuộc loại {}.")


@check("pdf/overprint-white", Severity.ERROR, "Tắt in đè (overprint) cho màu trắng.")
def overprint_white(dossier: Dossier) -> Iterator[Said]:
    """Chữ hoặc hình trắng đặt in đè: trên màn hình thấy, trên giấy biến mất."""
    return _effect(dossier, Effect.WHITE_OVERPRINT, "Màu trắng đặt in đè ({}).")


@check("pdf/hairline", Severity.ERROR, "Kẻ đường từ 0,25 pt trở lên.")
def hairline(dossier: Dossier) -> Iterator[Said]:
    """Đường mảnh dưới 0,25 pt: trên bản kẽm có chỗ mất."""
    for index, page in enumerate(dossier.pages):
        marks = page.marks
        lines = [(mark.width, mark.paint) for mark in marks.paths] + [
            (mark.outline, mark.paint) for mark in marks.texts
        ]
        thin = [width for width, paint in lines if width is not None and not paint.white]
        least = min(thin, default=_HAIR)
        if least < _HAIR:
            told = f"{least:g}".replace(".", ",")
            yield Said(f"Có đường mảnh, mảnh nhất {told} pt.", index)


CHECKS = (
    transparency_alpha, transparency_blend, transparency_mask, transparency_group, transfer, halftone,
    proxy, postscript,
    overprint_white, hairline,
)  # fmt: skip

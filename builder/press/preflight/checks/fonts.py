"""Fonts: in the file, ours, and drawing what the text says."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.dossier import Dossier, FontFacts


def _told(font: FontFacts, message: str) -> Iterator[Said]:
    """A message for each page the font is on: readers want to know where to look."""
    for page in font.pages:
        yield Said(message, page)


@check("pdf/font-embedded", Severity.ERROR, "Nhúng phông vào tệp khi xuất.")
def font_embedded(dossier: Dossier) -> Iterator[Said]:
    """Phông chữ không nhúng: máy của nhà in thay bằng phông khác, chữ Việt hỏng trước tiên."""
    for font in dossier.fonts:
        if not font.embedded:
            yield from _told(font, f"Phông {font.name} không được nhúng.")


@check("pdf/font-type3", Severity.ERROR, "Dùng phông TrueType hoặc OpenType.")
def font_type3(dossier: Dossier) -> Iterator[Said]:
    """Phông Type 3: chữ là hình vẽ, thường là ảnh điểm, in ra nhòe."""
    for font in dossier.fonts:
        if font.kind == "Type3":
            yield from _told(font, f"Chữ đặt bằng phông Type 3 ({font.name}).")


@check("pdf/font-foreign", Severity.ERROR, "Tìm chữ lạ hoặc kiểu chữ lạ trên trang, đổi về phông của sách.")
def font_foreign(dossier: Dossier) -> Iterator[Said]:
    """Phông ngoài danh sách: thường là phông thế chỗ cho một chữ mà phông của sách không có."""
    allowed = tuple(map(_bare, dossier.demand.fonts))
    for font in dossier.fonts:
        if allowed and font.kind != "Type3" and not _bare(font.name).startswith(allowed):
            yield from _told(font, f"Phông {font.name} không có trong danh sách.")


def _bare(name: str) -> str:
    """“Be Vietnam Pro” and “BeVietnamPro-Medium” begin alike."""
    return "".join(char for char in name.casefold() if char.isalnum())


@check("pdf/font-unmapped", Severity.ERROR, "Xuất lại với bảng ToUnicode đầy đủ; kiểm lại chữ bằng mắt.")
def font_unmapped(dossier: Dossier) -> Iterator[Said]:
    """Chữ trong tệp không biết là chữ gì: thiếu ToUnicode, hoặc bảng dẫn về chỗ trống hay U+FFFD.

    Không ai soát được chữ bằng máy nữa, và thường là dấu hiệu phông bị cắt hỏng.
    """
    for font in dossier.fonts:
        if font.unmapped:
            yield from _told(font, f"Phông {font.name} có chữ không rõ là chữ gì: {', '.join(font.unmapped)}.")


@check("pdf/font-private", Severity.ERROR, "Thay bằng chữ có mã Unicode chính thức.")
def font_private(dossier: Dossier) -> Iterator[Said]:
    """Chữ nằm ở vùng mã riêng của một phông: đổi phông là mất chữ."""
    for font in dossier.fonts:
        if font.private:
            codes = ", ".join(f"U+{ord(char):04X}" for text in font.private for char in text)
            yield from _told(font, f"Phông {font.name} dùng mã riêng: {codes}.")


@check("pdf/font-decomposed", Severity.WARNING, "Đưa văn bản về dạng dựng sẵn (NFC) trước khi dàn trang.")
def font_decomposed(dossier: Dossier) -> Iterator[Said]:
    """Chữ Việt ghi rời dấu (NFD): in ra vẫn đúng, nhưng tìm và chép không ra."""
    for font in dossier.fonts:
        if font.decomposed:
            shown = ", ".join(f"“{text}”" for text in font.decomposed)
            yield from _told(font, f"Phông {font.name} ghi chữ rời dấu: {shown}.")


@check("pdf/font-glyph", Severity.ERROR, "Kiểm phông và cách cắt phông (subset), rồi dàn lại trang.")
def font_glyph(dossier: Dossier) -> Iterator[Said]:
    """Chữ không có nét trong phông đã nhúng: in ra ô trống hoặc không in gì."""
    for font in dossier.fonts:
        if font.missing:
            yield from _told(font, f"Phông {font.name} không có nét của: {', '.join(font.missing)}.")


@check("pdf/font-garbled", Severity.ERROR, "Nhúng lại phông nguyên vẹn, không ghép các mảnh cùng tên.")
def font_garbled(dossier: Dossier) -> Iterator[Said]:
    """Nét chữ trong phông là của chữ khác: chép ra thì đúng, in ra thì sai.

    Xảy ra khi hai mảnh của một phông bị gộp dưới một tên.
    """
    for font in dossier.fonts:
        if font.garbled:
            shown = ", ".join(f"“{ours}” in thành “{its}”" for ours, its in font.garbled)
            yield from _told(font, f"Phông {font.name}: {shown}.")


@check("pdf/font-damaged", Severity.ERROR, "Nhúng lại phông từ tệp gốc.")
def font_damaged(dossier: Dossier) -> Iterator[Said]:
    """Phông đã nhúng không đọc được."""
    for font in dossier.fonts:
        if font.damage:
            yield from _told(font, f"Phông {font.name} nhúng trong tệp không đọc được.")


CHECKS = (
    font_embedded, font_type3, font_foreign, font_unmapped, font_private, font_decomposed, font_glyph, font_garbled,
    font_damaged,
)  # fmt: skip

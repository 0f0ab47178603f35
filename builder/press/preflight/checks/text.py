"""Text: black with black ink, sharp, large enough to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.dossier import Dossier
from builder.press.preflight.marks import Ground, Inks, TextMark

_LARGE = 24.0
"""Points from which four inks may meet in a letter without showing where they miss each other."""
_SMALL = 9.0
_SMALLEST = 5.0
_TRACE = 0.05
_DARK = 0.85
_COMPOSITE = 0.6


def _told(dossier: Dossier, wanted: Callable[[TextMark, Inks], bool], message: str) -> Iterator[Said]:
    """Pages with text of a certain kind; the message ends with fonts and sizes, and with the inks."""
    for index, page in enumerate(dossier.pages):
        found = [mark for mark in page.marks.texts if mark.paint.inks is not None and wanted(mark, mark.paint.inks)]
        if found and (first := min(found, key=lambda mark: (mark.size, mark.font))).paint.inks is not None:
            yield Said(f"{message}: {first.font} {_number(first.size)} pt, mực {_percents(first.paint.inks)}.", index)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _percents(inks: Inks) -> str:
    """“C 70 M 60 Y 60 K 90”."""
    return " ".join(f"{name} {ink * 100:.0f}" for name, ink in zip("CMYK", inks, strict=True))


def _over(inks: Inks, dossier: Dossier) -> bool:
    return sum(inks) * 100 > dossier.demand.ink_limit


def _rich(inks: Inks) -> bool:
    """Black made of more than black: full black with colour under it, or three colours that come near black."""
    return (inks[3] >= _DARK and max(inks[:3]) > _TRACE) or min(inks[:3]) >= _COMPOSITE


@check("pdf/text-ink", Severity.ERROR, "Đặt chữ chỉ bằng mực đen (K 100).")
def text_ink(dossier: Dossier) -> Iterator[Said]:
    """Chữ chồng quá nhiều mực: không kịp khô, in lem sang trang bên."""
    return _told(dossier, lambda mark, inks: not _registered(mark) and _over(inks, dossier), "Chữ quá nhiều mực")


def _registered(mark: TextMark) -> bool:
    return mark.paint.ground is Ground.REGISTRATION


@check("pdf/text-rich-black", Severity.ERROR, "Đặt chữ chỉ bằng mực đen (K 100).")
def text_rich_black(dossier: Dossier) -> Iterator[Said]:
    """Chữ đen (dưới 24 pt) pha nhiều mực: bốn bản kẽm lệch nhau một sợi tóc là chữ có viền màu."""

    def wanted(mark: TextMark, inks: Inks) -> bool:
        return mark.size < _LARGE and _rich(inks) and not _registered(mark) and not _over(inks, dossier)

    return _told(dossier, wanted, "Chữ đen pha nhiều mực")


@check("pdf/text-multi-ink", Severity.WARNING, "Đặt chữ nhỏ bằng một mực, tốt nhất là đen.")
def text_multi_ink(dossier: Dossier) -> Iterator[Said]:
    """Chữ nhỏ (dưới 9 pt) in bằng nhiều mực: dễ nhòe vì chồng lệch."""

    def wanted(mark: TextMark, inks: Inks) -> bool:
        several = sum(ink > _TRACE for ink in inks) > 1
        return mark.size < _SMALL and several and not _rich(inks) and not _registered(mark)

    return _told(dossier, wanted, "Chữ nhỏ in bằng nhiều mực")


@check("pdf/text-small", Severity.ERROR, "Đặt chữ từ 5 pt trở lên.")
def text_small(dossier: Dossier) -> Iterator[Said]:
    """Chữ dưới 5 pt: dấu của chữ Việt bít lại khi in."""
    for index, page in enumerate(dossier.pages):
        small = [mark for mark in page.marks.texts if 0 < mark.size < _SMALLEST and not _registered(mark)]
        if small:
            first = min(small, key=lambda mark: (mark.size, mark.font))
            yield Said(f"Chữ chỉ {_number(first.size)} pt ({first.font}).", index)


CHECKS = (text_ink, text_rich_black, text_multi_ink, text_small)

"""Rules on photos: each one is declared, is there, and is described."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model import Severity, Span
from builder.vietnamese.fold import fold
from builder.vietnamese.normal import nfc

from .copy import Copy
from .markdown import references
from .photo_consent import PHOTO_CONSENT_RULES
from .photo_entries import declared
from .photo_file import PHOTO_FILE_RULES
from .photo_size import PHOTO_SIZE_RULES
from .photo_traces import PHOTO_TRACE_RULES
from .rule import Remark, rule
from .words import quote, replacing

_SHORTEST_ALT = 10
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


@rule("photo/missing", Severity.ERROR)
def missing(copy: Copy) -> Iterator[Remark]:
    """Không có tệp ảnh đã khai.

    Ảnh khai trong bài phải nằm trong assets/photos, đúng từng chữ hoa, chữ thường: trên máy chủ, Hoa.JPG và hoa.jpg
    là hai tệp khác nhau.

    Cách sửa: chép ảnh vào đúng chỗ, hoặc sửa tên theo gợi ý.

    Sai: `file: tap-28/Do-Thi-Hoa.JPG`
    Đúng: `file: tap-28/do-thi-hoa.jpg`
    """
    for location, file in declared(copy):
        if _unsafe(file) or file in copy.photos:
            continue
        span = copy.manuscript.span_of(*location)
        near = nearest_file(file, copy.photos)
        hint = f"Có phải là {near}?" if near else f"Chép ảnh vào assets/photos/{file}"
        yield Remark(
            span,
            f"Không có ảnh {quote(file)} trong assets/photos.",
            hint,
            replacing(span, file, near) if near else None,
        )


@rule("photo/path", Severity.ERROR)
def path(copy: Copy) -> Iterator[Remark]:
    r"""Đường dẫn ảnh không dùng được.

    Ảnh chỉ lấy từ assets/photos của bộ sách: không lấy từ mạng, không lấy từ ổ đĩa riêng, không dùng tệp ẩn.

    Cách sửa: chép ảnh vào assets/photos/tap-N/ rồi ghi đường dẫn kể từ thư mục tap-N, dùng dấu /.

    Sai: `file: C:\Anh\hoa.jpg`
    Đúng: `file: tap-28/do-thi-hoa.jpg`
    """
    found = [(copy.manuscript.span_of(*location), file) for location, file in declared(copy)]
    for span, file in [*found, *_placed(copy)]:
        why = _unsafe(file)
        if why:
            near = nearest_file(file, copy.photos)
            hint = f"Có phải là {near}?" if near else "Ghi đường dẫn trong assets/photos, ví dụ tap-28/do-thi-hoa.jpg"
            yield Remark(span, f"Đường dẫn ảnh {quote(file)} {why}.", hint)


@rule("photo/undeclared", Severity.ERROR)
def undeclared(copy: Copy) -> Iterator[Remark]:
    """Ảnh trong thân bài chưa khai ở đầu bài.

    Ảnh nào cũng phải có mô tả, nguồn và sự đồng ý của người trong ảnh; những điều ấy ghi ở mục photos.

    Cách sửa: thêm ảnh vào mục photos, với file và alt.

    Sai: `![](tap-28/do-thi-hoa-2.jpg)` mà mục photos không có ảnh này.
    Đúng: mục photos có `file: tap-28/do-thi-hoa-2.jpg` rồi mới đặt ảnh trong thân bài.
    """
    known = {file for _, file in declared(copy)}
    for span, file in _placed(copy):
        if file not in known and not _unsafe(file):
            hint = f"Thêm vào mục photos: file: {file} cùng lời mô tả (alt)."
            yield Remark(span, f"Ảnh {quote(file)} chưa khai ở đầu bài.", hint)


@rule("photo/alt", Severity.ERROR, source="WCAG 2.1, tiêu chí 1.1.1; TT 26/2020/TT-BTTTT")
def alt(copy: Copy) -> Iterator[Remark]:
    """Ảnh chưa có lời mô tả.

    Người khiếm thị nghe lời mô tả thay cho ảnh. Tên tệp hay một chữ “Ảnh” không nói được gì.

    Cách sửa: viết một câu: ai, đang làm gì, ở đâu.

    Sai: `alt: Ảnh 1`
    Đúng: `alt: Bà Hoa đứng trên bến, tay cầm cuộn dây thừng`
    """
    for n in range(copy.size("photos")):
        words = copy.text("photos", n, "alt")
        if words is None:
            continue
        file = PurePosixPath(copy.text("photos", n, "file") or "-")
        named_after = _key(words) in {_key(file.stem), _key(file.name)}
        if len(words) < _SHORTEST_ALT or named_after:
            said = "lặp lại tên tệp" if named_after else "quá ngắn"
            span = copy.manuscript.span_of("photos", n, "alt")
            yield Remark(span, f"Lời mô tả ảnh {quote(words)} {said}.", "Viết một câu: ai, đang làm gì, ở đâu.")


def nearest_file(file: str, photos: frozenset[str]) -> str | None:
    """The photo most likely meant: the same but for case or normal form, elsewhere, of another kind, or a near miss."""
    wanted = nfc(file.replace("\\", "/")).casefold()
    by_key = {nfc(photo).casefold(): photo for photo in sorted(photos, reverse=True)}
    if wanted in by_key:
        return by_key[wanted]
    name = PurePosixPath(wanted)
    paths = {PurePosixPath(key): photo for key, photo in by_key.items()}
    elsewhere = next((photo for path, photo in paths.items() if path.name == name.name), None)
    other_kind = next((photo for path, photo in paths.items() if path.stem == name.stem), None)
    if elsewhere or other_kind:
        return elsewhere or other_kind
    near = difflib.get_close_matches(wanted, by_key, n=1, cutoff=0.8)
    return by_key[near[0]] if near else None


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def _placed(copy: Copy) -> Iterator[tuple[Span, str]]:
    for reference in references(copy.manuscript.body):
        if reference.image:
            file = nfc(reference.target)
            yield copy.body.span(reference.start, reference.end), file


def _unsafe(file: str) -> str:
    """Why a path cannot be used; empty if it can."""
    if _SCHEME.match(file):
        return "dẫn ra mạng hoặc ra ổ đĩa khác"
    if "\\" in file:
        return "có dấu gạch chéo ngược"
    if file.startswith(("/", "~")):
        return "bắt đầu từ gốc của ổ đĩa"
    parts = file.split("/")
    if ".." in parts:
        return "đi ra ngoài thư mục ảnh (..)"
    if any(part.startswith(".") or not part for part in parts):
        return "có phần ẩn hoặc trống"
    return ""


PHOTO_RULES = (
    missing,
    path,
    undeclared,
    alt,
    *PHOTO_FILE_RULES,
    *PHOTO_SIZE_RULES,
    *PHOTO_TRACE_RULES,
    *PHOTO_CONSENT_RULES,
)

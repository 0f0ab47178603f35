"""Rules on the people in photos: whether they, or those who speak for them, have agreed."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity, Span

from .copy import Copy
from .photo_entries import declared, flag
from .rule import Remark, rule
from .words import quote


@rule("photo/minor-consent", Severity.WARNING, source="Luật 91/2025/QH15, Điều 24; NĐ 56/2017/NĐ-CP, Điều 33")
def minor_consent(copy: Copy) -> Iterator[Remark]:
    """Ảnh trẻ em chưa ghi nhận sự đồng ý.

    Hình ảnh là bí mật đời sống riêng tư của trẻ em. Đăng ảnh cần cha mẹ hoặc người giám hộ đồng ý bằng văn bản; trẻ từ
    7 tuổi trở lên cũng phải đồng ý. Văn bản giữ ở hồ sơ riêng, không đưa vào kho bài. Chưa ghi consent: true thì trang
    mạng không đăng ảnh, còn sách chưa in được.

    Cách sửa: khi đã có văn bản, ghi consent: true; chưa có thì bỏ ảnh.

    Sai: `minor: true` mà không có consent
    Đúng: `minor: true` và `consent: true`
    """
    for n, span, file in _without_consent(copy):
        if flag(copy, "photos", n, "minor"):
            hint = "Có văn bản của cha mẹ (và của trẻ từ 7 tuổi) thì ghi consent: true; chưa có thì bỏ ảnh."
            yield Remark(span, f"Ảnh {quote(file)} có trẻ em nhưng chưa ghi nhận văn bản đồng ý.", hint)


@rule("photo/consent", Severity.WARNING, source="Bộ luật Dân sự 2015, Điều 32; Luật 91/2025/QH15, Điều 16")
def consent(copy: Copy) -> Iterator[Remark]:
    """Ảnh chân dung chưa ghi nhận sự đồng ý.

    Dùng hình ảnh của ai phải được người ấy đồng ý; im lặng không phải là đồng ý, và đưa lên mạng là công khai. Chưa ghi
    consent: true thì trang mạng giữ bông hoa ở đầu bài thay cho ảnh. Bài mẫu có nhân vật hư cấu thì không cần.

    Cách sửa: khi đã có văn bản đồng ý trong hồ sơ, ghi consent: true ở mục ảnh.

    Sai: `portrait: true` mà không có consent
    Đúng: `portrait: true` và `consent: true`
    """
    if flag(copy, "sample"):
        return
    for n, span, file in _without_consent(copy):
        if flag(copy, "photos", n, "portrait") and not flag(copy, "photos", n, "minor"):
            hint = "Khi đã có văn bản đồng ý, ghi consent: true ở mục ảnh này; chưa có thì trang mạng đặt hoa thay ảnh."
            yield Remark(span, f"Ảnh chân dung {quote(file)} chưa ghi nhận sự đồng ý của người trong ảnh.", hint)


def _without_consent(copy: Copy) -> Iterator[tuple[int, Span, str]]:
    for location, file in declared(copy):
        number = int(location[1])
        if flag(copy, "photos", number, "consent") is False:
            yield number, copy.manuscript.span_of(*location), file


PHOTO_CONSENT_RULES = (minor_consent, consent)

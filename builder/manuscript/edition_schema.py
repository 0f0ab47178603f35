"""The schema of ``edition.yml`` and of ``volumes.yml``; field titles are the Vietnamese labels."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from builder.model import Binding, EditionKind, Inks, Length, SectionBy, TonePlacement, Trim

from .schema import ApprovalHeader, Day, Line, Text

FRONT_PARTS = ("half-title", "title", "imprint", "contents")
BACK_PARTS = ("persons", "units", "places", "awards", "authors", "colophon")
ACCENTS = ("lotus", "jade", "gold", "river")
FlowerCode = Literal[
    "dao", "ban", "sua", "loa-ken", "phuong", "sen", "bang-lang", "hoang-lan", "thach-thao", "hoa-sua", "cuc-hoa-mi",
    "cai-vang",
]  # fmt: skip

_TRIM = re.compile(r"(\d{2,3}(?:\.\d)?)x(\d{2,3}(?:\.\d)?)")
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/\S*)?")
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


def _trim(value: object) -> object:
    found = _TRIM.fullmatch(value) if isinstance(value, str) else None
    if not found:
        kind = "trim_form"
        raise PydanticCustomError(kind, "cần khổ sách dạng 145x205 (mm)")
    return Trim(Length(float(found[1])), Length(float(found[2])))


def _years(value: object) -> object:
    found = _YEARS.fullmatch(str(value)) if isinstance(value, (str, int)) else None
    if not found:
        kind = "years_form"
        raise PydanticCustomError(kind, "cần năm dạng 2022 hoặc 2003-2023")
    return int(found[1]), int(found[2] or found[1])


_OWN_NUMBER = re.compile(r"(?<!\d)(?:\+?84|0)[\s.-]*[35789](?:[\s.-]*\d){8}(?!\d)")
"""A mobile number: it belongs to a person, whoever pays for it."""


def _office(value: object) -> object:
    if isinstance(value, str) and _OWN_NUMBER.search(value):
        kind = "own_number"
        raise PydanticCustomError(kind, "chỉ ghi tên và số máy bàn của cơ quan, không ghi số di động")
    return value


OfficeContact = Annotated[Line, BeforeValidator(_office)]


def _address(value: object) -> object:
    if not (isinstance(value, str) and _ADDRESS.fullmatch(value.strip())):
        kind = "address_form"
        raise PydanticCustomError(kind, "cần địa chỉ dạng https://ten-mien/…")
    return value


TrimSize = Annotated[Trim, BeforeValidator(_trim)]
Blurb = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)]
WebAddress = Annotated[Line, BeforeValidator(_address)]
YearRange = Annotated[tuple[int, int], BeforeValidator(_years)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


class OccasionHeader(_Part):
    """What a book celebrates."""

    name: Line = Field(title="Dịp kỷ niệm")
    anchor: Day = Field(title="Ngày gốc", description="Ngày thành lập; số năm được tính, không ghi tay")
    on: Day = Field(title="Ngày kỷ niệm")


class SelectHeader(_Part):
    """Which stories make the book."""

    volumes: tuple[int, ...] = Field((), title="Các tập")
    districts: tuple[Line, ...] = Field((), title="Các quận, huyện, thị xã hoặc xã, phường")
    fields: tuple[Line, ...] = Field((), title="Các lĩnh vực")
    awards: tuple[Line, ...] = Field((), title="Các hình thức khen")
    years: YearRange | None = Field(None, title="Từ năm đến năm")
    ids: tuple[Line, ...] = Field((), title="Thêm các bài")
    exclude: tuple[Line, ...] = Field((), title="Bỏ các bài")


class CreditHeader(_Part):
    """A line of the imprint page."""

    role: Line = Field(title="Vai trò")
    name: Line = Field(title="Tên")


class ImprintHeader(_Part):
    """The imprint page (Luật Xuất bản 19/2012/QH13, Điều 27)."""

    regime: Literal["publisher", "non-commercial"] = Field(title="Hình thức xuất bản")
    publisher: Line = Field("", title="Nhà xuất bản hoặc cơ quan được cấp phép", validate_default=False)
    address: Line = Field("", title="Địa chỉ", validate_default=False)
    registration: Line = Field("", title="Số xác nhận đăng ký xuất bản", validate_default=False)
    decision: Line = Field("", title="Số quyết định xuất bản", validate_default=False)
    licence: Line = Field("", title="Số giấy phép xuất bản", validate_default=False)
    isbn: Line = Field("", title="ISBN", validate_default=False)
    print_run: int | None = Field(None, title="Số lượng in", ge=1)
    printer: Line = Field("", title="Cơ sở in", validate_default=False)
    deposit: Line = Field("", title="Nộp lưu chiểu", validate_default=False)
    year: int | None = Field(None, title="Năm xuất bản", ge=1992, le=2100)
    price: Line = Field("", title="Giá bán hoặc “Sách không bán”", validate_default=False)
    credits: tuple[CreditHeader, ...] = Field((), title="Những người làm sách")


class PrintHeader(_Part):
    """How the book is printed; lengths in millimetres, ink in percent."""

    trim: TrimSize = Field(default_factory=lambda: Trim(Length(145), Length(205)), title="Khổ thành phẩm")
    bleed: float = Field(3, title="Tràn lề (mm)", ge=0, le=10)
    variant: Literal["pdf/x-1a", "pdf/x-4"] = Field("pdf/x-1a", title="Chuẩn PDF")
    profile: Line = Field(
        "ISOcoated_v2_300_bas",
        title="Hồ sơ màu",
        description="Tên một hồ sơ trong assets/icc/profiles.toml, hoặc tệp .icc của nhà in",
    )
    inks: Inks = Field(Inks.CMYK, title="Mực in", description="cmyk (bốn màu) hoặc black (chỉ mực đen)")
    marks: bool = Field(default=False, title="Dấu cắt", description="Vẽ dấu cắt ngoài khổ giấy khi nhà in cần")
    paper: Line = Field("", title="Giấy", validate_default=False)
    paper_gsm: float | None = Field(None, title="Định lượng giấy ruột (g/m²)", ge=30, le=200)
    paper_bulk: float | None = Field(
        None,
        title="Độ xốp giấy ruột (cm³/g)",
        description="Xưởng giấy hoặc nhà in cho biết; dùng để tính gáy",
        ge=0.7,
        le=2.5,
    )
    binding: Binding = Field(Binding.GLUED, title="Đóng sách", description="keo (gáy vuông) hoặc ghim (không có gáy)")
    signature: int = Field(16, title="Số trang một tay sách", ge=4, le=64, multiple_of=4)
    ink_limit: int = Field(300, title="Tổng lượng mực tối đa (%)", ge=100, le=400)
    contact: OfficeContact = Field(
        "", title="Đầu mối đặt in", description="Phòng, ban và số máy bàn của cơ quan", validate_default=False
    )


class CoverHeader(_Part):
    """The cover; everything may be left out."""

    blurb: Blurb = Field("", title="Lời bìa 4", validate_default=False)
    flower: FlowerCode | None = Field(
        None, title="Hoa của sách", description="Mã một loài hoa; để trống thì theo tháng kỷ niệm"
    )
    spine: Line = Field("", title="Chữ trên gáy", validate_default=False)
    url: WebAddress = Field("", title="Địa chỉ trong mã QR", validate_default=False)


class TextHeader(_Part):
    """How the book's words are spelt."""

    tone: TonePlacement | None = Field(
        None, title="Kiểu đặt dấu thanh", description="cu (hòa, thủy) hoặc moi (hoà, thuỷ); để trống thì theo bộ sách"
    )


class EditionHeader(_Part):
    """An edition."""

    title: Line = Field(title="Tên sách")
    subtitle: Line = Field("", title="Tên phụ", validate_default=False)
    kind: EditionKind = Field(title="Loại sách")
    series: Line = Field("Những bông hoa đẹp", title="Bộ sách")
    volume: int | None = Field(None, title="Tập")
    unit: Line = Field("", title="Đơn vị làm sách", validate_default=False)
    occasion: OccasionHeader | None = Field(None, title="Dịp kỷ niệm")
    select: SelectHeader = Field(title="Chọn bài")
    sections: SectionBy = Field(SectionBy.DISTRICT, title="Chia phần theo")
    accent: Literal["lotus", "jade", "gold", "river"] = Field("lotus", title="Màu nhấn")
    front: tuple[Line, ...] = Field(("half-title", "title", "imprint", "contents"), title="Phần đầu sách")
    back: tuple[Line, ...] = Field(("persons", "units", "colophon"), title="Phần cuối sách")
    imprint: ImprintHeader = Field(title="Trang xi-nhê")
    print: PrintHeader = Field(default_factory=PrintHeader, title="In ấn")
    cover: CoverHeader = Field(default_factory=lambda: CoverHeader.model_validate({}), title="Bìa")
    text: TextHeader = Field(default_factory=lambda: TextHeader.model_validate({}), title="Chữ")
    summary: Text = Field(
        "",
        title="Tóm tắt nội dung",
        description="Vài câu, để chép vào đơn xin giấy phép xuất bản",
        validate_default=False,
    )
    sample: bool = Field(default=False, title="Sách mẫu")
    approval: ApprovalHeader | None = Field(None, title="Duyệt in")


class VolumeHeader(_Part):
    """A line of the register of volumes."""

    number: int = Field(title="Số tập", ge=1, le=200)
    years: YearRange = Field(title="Năm")
    occasion: Line = Field("", title="Dịp", validate_default=False)
    documented: bool = Field(default=False, title="Có tài liệu chứng minh")
    source: Line = Field("", title="Nguồn", validate_default=False)


class VolumesHeader(_Part):
    """The register of volumes."""

    volumes: tuple[VolumeHeader, ...] = Field(title="Các tập")

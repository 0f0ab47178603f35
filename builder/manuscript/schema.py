"""The header's schema: the one definition from which reading, the JSON Schema and the editors' form all come.

``title`` of a field is its Vietnamese label, ``description`` the hint; ``vocabulary`` in ``json_schema_extra`` names
the closed list its codes come from. Whether a code stands in that list is for ``rules`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from builder.model import Status, Subject

from .strict_yaml import Location

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\n]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


def _iso_date(value: object) -> object:
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        kind = "date_form"
        raise PydanticCustomError(kind, "cần ngày dạng 2022-10-05")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        kind = "date_impossible"
        raise PydanticCustomError(kind, "không có ngày này trong lịch") from error


Day = Annotated[date, BeforeValidator(_iso_date)]


def _coded(title: str, vocabulary: str, description: str = "", default: Any = ...) -> Any:  # noqa: ANN401
    return Field(default, title=title, description=description, json_schema_extra={"vocabulary": vocabulary})


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class AwardHeader(_Part):
    """One award received."""

    award: Line = _coded("Hình thức khen", "awards", "Mã hình thức khen, ví dụ bang-khen-chu-tich-tp")
    decision: Line = Field("", title="Số quyết định", description="Ví dụ 4512/QĐ-UBND", validate_default=False)
    day: Day | None = Field(None, alias="date", title="Ngày quyết định", description="Dạng 2022-10-05")


class PhotoHeader(_Part):
    """One photo."""

    file: Line = Field(title="Tệp ảnh", description="Đường dẫn trong assets/photos, ví dụ tap-28/do-thi-hoa-1.jpg")
    alt: Line = Field(title="Mô tả ảnh", description="Ai, đang làm gì, ở đâu; dành cho người không nhìn thấy ảnh")
    caption: Line = Field("", title="Chú thích", validate_default=False)
    credit: Line = Field("", title="Người chụp, nguồn ảnh", validate_default=False)
    portrait: bool = Field(default=False, title="Ảnh chân dung", description="Đặt ở đầu bài, thay cho bông hoa")
    consent: bool = Field(default=False, title="Đã có văn bản đồng ý")
    minor: bool = Field(default=False, title="Có trẻ em trong ảnh")


class ApprovalHeader(_Part):
    """Who confirmed a text, and when."""

    by: Line = Field(title="Người hoặc cơ quan")
    on: Day | None = Field(None, title="Ngày")
    document: Line = Field("", title="Số văn bản", validate_default=False)
    text_hash: Line = Field("", title="Dấu vân của văn bản khi duyệt", validate_default=False)


class StoryHeader(_Part):
    """The header of a story."""

    title: Line = Field(title="Tên bài")
    person: Line = Field(title="Nhân vật", description="Họ và tên đầy đủ, không kèm chức danh; hoặc tên tập thể")
    unit: Line = Field(title="Đơn vị", description="Nơi làm việc hoặc sinh sống; không ghi số nhà")
    district: Line | None = _coded("Quận, huyện, thị xã", "districts", "Chỉ dùng đến 30/6/2025", default=None)
    ward: Line | None = _coded("Xã, phường", "wards", "Bắt buộc từ 01/7/2025", default=None)
    field: Line = _coded("Lĩnh vực", "fields")
    award_level: Line = _coded("Cấp khen", "award_levels")
    year: int = Field(title="Năm", ge=1992, le=2100)
    volume: int = Field(title="Tập", ge=1, le=200)
    subject: Subject = Field(Subject.PERSON, title="Đối tượng")
    honorific: Line | None = Field(None, title="Danh xưng", description="PGS.TS., Ni sư…; không tính khi xếp tên")
    aliases: tuple[Line, ...] = Field((), title="Tên khác", description="Pháp danh, thế danh, bí danh")
    position: Line | None = Field(None, title="Chức vụ, công việc")
    nominated_by: Line | None = Field(None, title="Đơn vị giới thiệu")
    awards: tuple[AwardHeader, ...] = Field((), title="Khen thưởng")
    movements: tuple[Line, ...] = _coded("Phong trào thi đua", "movements", default=())
    author: Line | None = Field(None, title="Người viết")
    written_on: Day | None = Field(None, title="Ngày viết", description="Dạng 2022-08-15")
    summary: Text | None = Field(None, title="Tóm tắt")
    photos: tuple[PhotoHeader, ...] = Field((), title="Ảnh", max_length=40)
    status: Status = Field(Status.DRAFT, title="Tình trạng")
    verified: ApprovalHeader | None = Field(None, title="Xác nhận của thủ trưởng đơn vị")
    approved: ApprovalHeader | None = Field(None, title="Duyệt đăng")
    sample: bool = Field(default=False, title="Bài mẫu", description="true: nhân vật hư cấu")


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing the schema does not accept. ``kind`` is pydantic's error type; ``context`` its parameters."""

    location: Location
    kind: str
    value: object
    context: Mapping[str, object]


def validate(header: Mapping[str, object]) -> StoryHeader | tuple[Issue, ...]:
    """Check a header against the schema; all issues at once."""
    try:
        return StoryHeader.model_validate(without_blanks(header))
    except ValidationError as error:
        return issues_of(error)


def without_blanks(values: Mapping[str, object]) -> dict[str, object]:
    """Leave out the fields someone has left blank: a form writes ``caption:`` for no caption. List items stay."""
    return {key: _pruned(value) for key, value in values.items() if not is_blank(value)}


def is_blank(value: object) -> bool:
    """Whether a field has been left blank."""
    return value is None or (isinstance(value, str) and not value.strip())


def _pruned(value: object) -> object:
    if isinstance(value, Mapping):
        return without_blanks(value)
    return [_pruned(item) for item in value] if isinstance(value, list) else value


def issues_of(error: ValidationError) -> tuple[Issue, ...]:
    """Pydantic's complaints as our values."""
    return tuple(
        Issue(tuple(item["loc"]), item["type"], item.get("input"), item.get("ctx", {}))
        for item in error.errors(include_url=False)
    )


def label_of(location: Location, model: type[BaseModel] = StoryHeader) -> str:
    """The Vietnamese label of a field: “Nhân vật”, “Hình thức khen”; the bare key where there is none."""
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    info = field_at(location, model)
    return (info.title if info else None) or name


def field_at(location: Location, model: type[BaseModel] = StoryHeader) -> FieldInfo | None:
    """The field a location stands in; an item of a list stands in the list's field. None for an unknown key."""
    info: FieldInfo | None = None
    inner: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, str):
            info = fields_of(inner).get(step) if inner else None
            inner = _model_in(info.annotation) if info else None
    return info


def model_at(location: Location, model: type[BaseModel] = StoryHeader) -> type[BaseModel] | None:
    """The schema of the fields below a location, None where a plain value stands."""
    info = field_at(location, model)
    return _model_in(info.annotation) if info else (None if location else model)


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the keys headers write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The schema within ``X``, ``X | None`` or ``tuple[X, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)

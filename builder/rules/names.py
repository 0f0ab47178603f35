"""Rules on names: of volumes, files and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.manuscript import STORY_FOLDER
from builder.model import Fix, Severity, Span, Subject
from builder.vietnamese.names import is_all_caps_name, split_honorific, suggest_name_case
from builder.vietnamese.slug import is_slug, slugify

from .copy import Copy
from .rule import Remark, rule
from .words import listed, named, quote, replacing

_LONGEST = 80
_FOLDER = re.compile(r"tap-[1-9]\d{0,2}")


@rule("volume/unregistered", Severity.ERROR, source="Sổ đăng ký các tập: editions/volumes.yml")
def unregistered(copy: Copy) -> Iterator[Remark]:
    """Tập chưa có trong sổ đăng ký.

    Sổ đăng ký (editions/volumes.yml) ghi mỗi tập thuộc năm nào; tập chưa đăng ký thì bài không có chỗ.

    Cách sửa: sửa số tập, hoặc nhờ người quản sổ ghi thêm tập mới.

    Sai: `volume: 82`
    Đúng: `volume: 28`
    """
    volume, year = copy.number("volume"), copy.number("year")
    if volume is not None and volume not in copy.volumes:
        hint = f"Năm {year} ứng với {_of_year(copy, year)}." if _of_year(copy, year) else "Xem editions/volumes.yml."
        yield Remark(copy.manuscript.span_of("volume"), f"Tập {volume} chưa có trong sổ đăng ký.", hint)


@rule("volume/year", Severity.ERROR, source="Sổ đăng ký các tập: editions/volumes.yml")
def volume_year(copy: Copy) -> Iterator[Remark]:
    """Năm của bài không thuộc tập đã ghi.

    Mỗi tập của bộ sách thành phố gồm bài của một hoặc vài năm nhất định.

    Cách sửa: sửa số tập hoặc năm của bài.

    Sai: `volume: 28` và `year: 2019`
    Đúng: `volume: 28` và `year: 2022`
    """
    number, year = copy.number("volume"), copy.number("year")
    volume = copy.volumes.get(number) if number is not None else None
    if volume is None or year is None or year in volume.years:
        return
    right = _of_year(copy, year)
    hint = f"Năm {year} ứng với {right}." if right else f"Không có tập nào cho năm {year}; xem lại năm của bài."
    years = listed(map(str, volume.years))
    yield Remark(copy.manuscript.span_of("year"), f"Tập {number} không gồm năm {year} mà gồm năm {years}.", hint)


def _of_year(copy: Copy, year: int | None) -> str:
    return listed(f"tập {number}" for number, volume in copy.volumes.items() if year in volume.years)


@rule("name/file", Severity.ERROR, source="Quy ước tên tệp của bộ sách: stories/tap-N/ten-nhan-vat.md")
def file_name(copy: Copy) -> Iterator[Remark]:
    """Tên tệp không đúng quy ước.

    Tên tệp thành địa chỉ trang web của bài, nên chỉ gồm chữ thường không dấu, chữ số, gạch nối, và không đổi về sau.
    Bài nằm trong thư mục của tập.

    Cách sửa: đổi tên tệp theo gợi ý.

    Sai: stories/tap-28/Đỗ Thị Hoa.md
    Đúng: stories/tap-28/do-thi-hoa.md
    """
    path = PurePosixPath(copy.manuscript.path)
    right = _right_path(copy, path)
    if str(path) == right:
        return
    hint = f"Đổi thành {right}"
    if PurePosixPath(right).name == path.name and _FOLDER.fullmatch(path.parent.name):
        hint += f", hoặc sửa lại mục {named(('volume',))}"
    yield Remark(Span(), f"Tên tệp {quote(path)} không đúng quy ước.", f"{hint}.")


def _right_path(copy: Copy, path: PurePosixPath) -> str:
    stem = path.stem
    if not is_slug(stem) or len(stem) > _LONGEST:
        stem = _slug(stem) or _slug(copy.text("person") or "") or "bai-viet"
    volume = copy.number("volume")
    folder = path.parent.name if _FOLDER.fullmatch(path.parent.name) else "tap-N"
    return str(PurePosixPath(STORY_FOLDER, folder if volume not in copy.volumes else f"tap-{volume}", f"{stem}.md"))


def _slug(text: str) -> str:
    try:
        slug = slugify(text)
    except ValueError:
        return ""
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


@rule("name/person", Severity.WARNING, source="Bảng tra tên xếp theo tên gọi, không kể danh xưng")
def person(copy: Copy) -> Iterator[Remark]:
    """Tên nhân vật ghi chưa đúng.

    Bảng tra xếp theo tên gọi. Danh xưng, chữ in hoa toàn bộ hay chữ số lẫn vào làm hỏng thứ tự ấy. Tập thể, hộ gia
    đình và pháp danh không theo luật này.

    Cách sửa: chỉ ghi họ, đệm, tên; danh xưng ghi ở mục honorific.

    Sai: `person: BÀ ĐỖ THỊ HOA`
    Đúng: `person: Đỗ Thị Hoa` và `honorific: Bà`
    """
    name = copy.text("person")
    if name is None or (copy.text("subject") or Subject.PERSON) != Subject.PERSON:
        return
    span = copy.manuscript.span_of("person")
    title, bare = split_honorific(name)
    if bare.split()[:1] in (["Thích"], ["THÍCH"]):
        return
    field = named(("person",))
    if any(char.isdigit() for char in name):
        yield Remark(span, f"Mục {field}: {quote(name)} có chữ số.", "Chỉ ghi họ, đệm, tên.")
    elif is_all_caps_name(name):
        title, bare = split_honorific(suggest_name_case(name))
        fix = _parted(copy, span, title, bare)
        yield Remark(span, f"Mục {field}: {quote(name)} viết hoa toàn bộ.", f"Ghi lại: {bare}", fix)
    elif title and copy.text("honorific") in (None, title):
        hint = f"Ghi tên là {quote(bare)}, danh xưng {quote(title)} ghi ở mục honorific."
        yield Remark(span, f"Mục {field} có kèm danh xưng {quote(title)}.", hint, _parted(copy, span, title, bare))
    elif len(name.split()) == 1:
        yield Remark(span, f"Mục {field}: {quote(name)} chỉ có một chữ.", "Ghi đủ họ và tên.")


def _parted(copy: Copy, span: Span, title: str, bare: str) -> Fix | None:
    """The name alone, with the title on a line of its own where it has none yet."""
    return replacing(
        span, copy.text("person"), f"{bare}\nhonorific: {title}" if title and not copy.text("honorific") else bare
    )


NAME_RULES = (unregistered, volume_year, file_name, person)

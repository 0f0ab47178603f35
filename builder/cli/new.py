"""``hoa new``: a story file with its header filled in, ready to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from builder.model import BuilderError, Volume
from builder.pipeline import read_volumes
from builder.vietnamese.normal import nfc
from builder.vietnamese.slug import slugify
from builder.vocabulary import Labelled, load_vocabulary, match_label, suggest
from builder.workspace import find_root, write_atomic

from .face import VietnameseCommand, root_option

NO_DISTRICT_YEAR = 2026
BODY = """
Vì sao nhân vật bắt đầu việc này? Kể một cảnh, một câu nói.

Nhân vật đã làm những gì, bao nhiêu, trong bao lâu? Ghi con số cụ thể.

Kết quả ra sao, ai được nhờ?

Ai đã làm theo, việc ấy lan ra đơn vị thế nào?
"""


@click.command(cls=VietnameseCommand, name="new")
@click.option("--person", prompt="Họ và tên nhân vật (hoặc tên tập thể)", help="Họ và tên nhân vật.")
@click.option("--title", prompt="Tên bài", help="Tên bài.")
@click.option("--unit", prompt="Đơn vị", help="Nơi làm việc hoặc sinh sống.")
@click.option("--year", prompt="Năm", type=click.IntRange(1992, 2100), help="Năm của việc được kể.")
@click.option("--place", prompt="Quận, huyện, thị xã (từ 2026: xã, phường)", help="Tên hoặc mã địa bàn.")
@click.option("--field", prompt="Lĩnh vực", help="Tên hoặc mã lĩnh vực.")
@click.option("--level", prompt="Cấp khen", help="Tên hoặc mã cấp khen.")
@root_option
def new(person: str, title: str, unit: str, year: int, place: str, field: str, level: str, root_path: Path) -> int:
    """Tạo tệp bài mới, điền sẵn phần khai báo."""
    root = find_root(root_path)
    vocabulary = load_vocabulary()
    volume = _volume_of(year, read_volumes(root))
    places: Mapping[str, Labelled] = vocabulary.wards if year >= NO_DISTRICT_YEAR else vocabulary.districts
    lines: dict[str, str | int] = {
        "title": title,
        "person": person,
        "unit": unit,
        "ward" if year >= NO_DISTRICT_YEAR else "district": _code(place, places, "--place"),
        "field": _code(field, vocabulary.fields, "--field"),
        "award_level": _code(level, vocabulary.award_levels, "--level"),
        "year": year,
        "volume": volume.number,
        "status": "draft",
    }
    path = root.stories / volume.code / f"{slugify(nfc(person))}.md"
    if path.exists():
        msg = f"Đã có tệp {root.relative(path)}."
        raise BuilderError(msg, "Mở tệp ấy ra sửa; nếu là người khác cùng tên, đặt tên tệp có thêm -2.")
    header = "\n".join(f"{key}: {_scalar(value)}" for key, value in lines.items())
    write_atomic(path, f"---\n{header}\n---\n{BODY}".encode())
    click.echo(f"Đã tạo {root.relative(path)}. Viết xong, chạy: hoa check {root.relative(path)}")
    return 0


def _volume_of(year: int, volumes: Mapping[int, Volume]) -> Volume:
    found = next((volume for volume in volumes.values() if year in volume.years), None)
    if found is None:
        msg = f"Sổ đăng ký các tập chưa có tập nào của năm {year}."
        raise BuilderError(msg, "Thêm tập ấy vào editions/volumes.yml.")
    return found


def _code(text: str, terms: Mapping[str, Labelled], option: str) -> str:
    code = text if text in terms else match_label(text, terms) or suggest(text, terms)
    if code is None:
        msg = f"không có “{text}”; dùng một trong: {', '.join(list(terms)[:40])}"
        raise click.BadParameter(msg, param_hint=option)
    return code


def _scalar(value: str | int) -> str:
    """A YAML value: quoted where plain text could be read as something else."""
    text = nfc(str(value).strip())
    plain = text.replace(" ", "").replace(".", "").replace("-", "").isalnum() and not text[0].isdigit()
    if isinstance(value, int) or plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

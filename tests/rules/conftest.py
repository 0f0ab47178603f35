from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builder.manuscript import EditionFile, edition_from, read, read_yaml, volumes_from
from builder.model import Finding, Volume
from builder.rules import Copy, check_copy, make_copy
from builder.vocabulary import Vocabulary, load_vocabulary

REGISTER = b"volumes:\n" + b"".join(b"  - {number: %d, years: %d}\n" % (n, 1994 + n) for n in range(1, 33))
HEADER = {
    "title": "Giữ nhịp cầu sang sông",
    "person": "Đỗ Thị Hoa",
    "unit": "Tổ dân phố số 7, phường Bồ Đề",
    "district": "quan-long-bien",
    "field": "nguoi-tot-viec-tot",
    "award_level": "thanh-pho",
    "year": "2022",
    "volume": "28",
    "approved": "{by: Ban Tuyên giáo Quận ủy}",
}
BODY = "5 giờ sáng, bà Hoa đã ra bến từ lúc chưa tỏ mặt người.\n" * 30

Maker = Callable[..., Copy]
Checker = Callable[..., tuple[Finding, ...]]
Writer = Callable[..., str]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="session")
def volumes() -> Mapping[int, Volume]:
    register = volumes_from(read_yaml("editions/volumes.yml", REGISTER))
    assert isinstance(register, Mapping)
    return register


@pytest.fixture(scope="session")
def cases() -> Path:
    return Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def write() -> Writer:
    """A clean story; a field given as None is left out, ``extra`` stands at the header's end."""

    def write(*, extra: str = "", body: str = BODY, **fields: str | None) -> str:
        header = {**HEADER, **fields}
        lines = "".join(f"{key}: {value}\n" for key, value in header.items() if value is not None)
        return f"---\n{lines}{extra}---\n\n{body}"

    return write


@pytest.fixture(scope="session")
def make(vocabulary: Vocabulary, volumes: Mapping[int, Volume]) -> Maker:
    """A copy of a text or of bytes."""

    def make(
        text: str | bytes, path: str = "stories/tap-28/do-thi-hoa.md", photos: frozenset[str] = frozenset()
    ) -> Copy:
        data = text.encode() if isinstance(text, str) else text
        return make_copy(read(path, data), vocabulary, volumes, photos)

    return make


@pytest.fixture(scope="session")
def check(make: Maker) -> Checker:
    """The findings on a text."""
    return lambda *args, **options: check_copy(make(*args, **options))


@pytest.fixture(scope="session")
def edition() -> Callable[..., EditionFile]:
    """An edition of a text, with the names of the Markdown files beside it."""

    def edition(text: str | bytes, texts: tuple[str, ...] = ()) -> EditionFile:
        data = text.encode() if isinstance(text, str) else text
        return edition_from(read_yaml("editions/tap-28/edition.yml", data), "tap-28", dict.fromkeys(texts, "Chữ."))

    return edition

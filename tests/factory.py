"""Values for tests: a story, a library, a small root on disk, each with only what a test names."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.catalogue import Library
from builder.manuscript import find_place, validate
from builder.manuscript.schema import StoryHeader
from builder.model import Status, Story, Subject, Volume
from builder.vocabulary import load_vocabulary

REPOSITORY = Path(__file__).parent.parent

HEADER: dict[str, Any] = {
    "title": "Giếng nước đầu ngõ",
    "person": "Đỗ Thị Hoà",
    "unit": "Tổ dân phố số 6",
    "district": "quan-long-bien",
    "field": "nguoi-tot-viec-tot",
    "award_level": "thanh-pho",
    "year": 2022,
    "volume": 28,
    "status": "approved",
}
BODY = "Sáng nào bà cũng ra giếng. “Nước trong là được”, bà bảo.\n\nNăm 1992 - 2022, cả ngõ dùng chung.\n"


def story(story_id: str = "tap-28/do-thi-hoa", body: str = BODY, **changes: Any) -> Story:
    """A story whose header differs from the plain one in ``changes``."""
    vocabulary = load_vocabulary()
    header = validate({key: value for key, value in (HEADER | changes).items() if value is not None})
    assert isinstance(header, StoryHeader), header
    place = find_place(header, vocabulary)
    assert place is not None
    return Story(
        id=story_id,
        title=header.title,
        person=header.person,
        subject=Subject(header.subject),
        unit=header.unit,
        place=place,
        field=vocabulary.fields[header.field],
        award_level=vocabulary.award_levels[header.award_level],
        year=header.year,
        volume=Volume(header.volume, (header.year,)),
        body=body,
        status=Status(header.status),
        sample=header.sample,
        aliases=header.aliases,
        honorific=header.honorific or "",
        author=header.author or "",
        written_on=header.written_on,
        summary=header.summary or "",
    )


def library(*stories: Story) -> Library:
    """A library of stories."""
    return Library.of(stories)


def story_text(body: str = BODY, **changes: Any) -> str:
    """A story file."""
    header = {key: value for key, value in (HEADER | changes).items() if value is not None}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in header.items()) + "---\n\n" + body


def make_root(folder: Path, stories: Mapping[str, str]) -> Path:
    """A root with the repository's theme, fonts and register of volumes, and these stories (by path)."""
    for name in ("mkdocs.yml", "editions/volumes.yml"):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, target)
    (folder / "theme").symlink_to(REPOSITORY / "theme")
    (folder / "assets").mkdir()
    for name in ("fonts", "icc"):
        (folder / "assets" / name).symlink_to(REPOSITORY / "assets" / name)
    for path, text in stories.items():
        target = folder / "stories" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder

"""The kept order of stories is that in which they would be put."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from builder.catalogue import Library, story_key
from builder.model import Story
from builder.pipeline import load
from builder.pipeline.reading import STORE_FILE
from builder.workspace import Root, find_root
from tests.factory import make_root, story_text

NAMES = ("Vũ An", "Lê Đào", "Đỗ Ân", "Lê Dung", "Ngô Ánh")


@pytest.fixture
def root(tmp_path: Path) -> Root:
    texts = {f"tap-28/bai-{n}.md": story_text(person=name, title=f"Chuyện {n}") for n, name in enumerate(NAMES)}
    return find_root(make_root(tmp_path, texts))


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that are compared, as it happens."""
    seen: list[str] = []

    def noted(story: Story) -> object:
        seen.append(story.person)
        return story_key(story)

    monkeypatch.setattr("builder.pipeline.ordering.story_key", noted)
    return seen


def names(root: Root) -> list[str]:
    library = load(root).library
    assert library == Library.of(library.stories)
    return [story.person for story in library.stories]


def test_the_order_is_kept_while_no_name_changes(root: Root, compared: list[str]) -> None:
    first = names(root)
    assert first == ["Vũ An", "Ngô Ánh", "Đỗ Ân", "Lê Dung", "Lê Đào"]
    compared.clear()
    (root.stories / "tap-28" / "bai-1.md").write_text(story_text("Khác.\n", person="Lê Đào", title="Chuyện 1"))
    assert names(root) == first
    assert compared == []
    (root.stories / "tap-28" / "bai-1.md").write_text(story_text(person="Lê Ái", title="Chuyện 1"))
    assert names(root)[0] == "Lê Ái"
    assert compared


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 20, b"\7\0\0\0" * 5])
def test_an_order_that_is_none_is_made_anew(root: Root, damage: bytes) -> None:
    first = names(root)
    database = sqlite3.connect(root.cache / STORE_FILE)
    database.execute("UPDATE notes SET value = ? WHERE name LIKE 'order %'", (damage,))
    database.commit()
    database.close()
    assert names(root) == first

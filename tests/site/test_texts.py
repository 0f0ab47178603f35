"""Which pages show texts: all others must stay as they are when nothing but a text has changed."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from builder.catalogue import Library
from builder.manuscript.shelved import ShelvedStory
from builder.model import Story
from builder.site import Pending, PendingFiles, Prints, pending_files, pending_pages, pending_texts
from tests.factory import story
from tests.site.conftest import MakeKit

NAMES = ("Lê An", "Trần Bình", "Phạm Thị Chi", "Đỗ Thị Hoà")


def untold(told: Story) -> Story:
    """The story with a text that nobody may ask for."""

    def refused() -> str:
        pytest.fail("a text was read")

    values = {field.name: getattr(told, field.name) for field in dataclasses.fields(told) if field.name != "body"}
    return ShelvedStory.of(values, refused)


def names(one: Pending | PendingFiles) -> tuple[str, ...]:
    return one.prefixes if isinstance(one, PendingFiles) else (f"{one.path}index.html",)


def test_no_page_reads_a_text_but_those_that_are_known_to_show_one(make_kit: MakeKit) -> None:
    stories = [story(f"tap-28/bai-{n}", person=name, title=f"Chuyện {n}") for n, name in enumerate(NAMES)]
    kit = make_kit(*stories)
    showing = {name for one in pending_texts(kit, stories) for name in names(one)}
    prints = Prints({told.id: kit.prints.face(told) for told in stories}, {told.id: told.id for told in stories})
    blind = replace(kit, library=Library.of(map(untold, stories)), prints=prints)
    pages = [page for page in pending_pages(blind) if not showing.intersection(names(page))]
    files = [file for file in pending_files(blind) if not showing.intersection(names(file))]
    assert len(pages) > 20
    assert len(files) == 1
    assert all(page.make().body for page in pages)
    assert all(list(file.make()) for file in files)

"""Whole books for tests: made once, kept as files, looked at through the tools of other people."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from builder.book import PhotoFile
from builder.edition import BookPlan
from builder.model import Photo, Story
from builder.pipeline.bookwork import BookKit, BoundBook, bind, book_kit
from builder.press.photo import measure
from builder.workspace import Root
from tests.book.making import plan_of, stories
from tests.factory import REPOSITORY
from tests.press.making import Memory

PHOTOS: Mapping[str, tuple[int, int]] = {"chan-dung.jpg": (900, 1200), "ngo.jpg": (1500, 1000), "gieng.png": (700, 500)}

SENTENCES = (
    "Sáng nào bà cũng ra giếng, quẩy đôi thùng, đi qua ngõ hẹp, chào từng nhà. ",
    "“Nước trong là được”, bà bảo, rồi cười *thật* khẽ. ",
    "Năm 1992 – 2022, ba mươi năm, cả ngõ dùng chung một cái gầu; ai làm rơi thì người ấy vớt. ",
    "Phở, bưởi, chuối, đủng đỉnh, ngoằn ngoèo, khuỷu tay, rượu nếp, Ẵm Ỷ Ỡ Ựa ẽ ẵ ỵ. ",
)
LONG_TITLE = (
    "Người đàn bà mười bảy năm lặng lẽ đi nhặt từng chiếc đinh rơi vãi trên con đường đê dài tám cây số rưỡi "
    "từ bến Chèm xuống cầu Thăng Long để không ai phải ngã nữa"
)


def body(words: int) -> str:
    """So many words, in paragraphs of about ninety."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        turn = len(paragraphs)
        text = "".join(SENTENCES[(turn + n) % len(SENTENCES)] for n in range(6)).strip()
        paragraphs.append(text)
        count += len(text.split())
    return "\n\n".join(paragraphs) + "\n"


def told_stories() -> list[Story]:
    """Nine stories: a title too long, a body too short, one too long, a portrait, photos within and after the text."""
    held = [replace(story, body=body(500 + 90 * n)) for n, story in enumerate(stories(9))]
    portrait, within, after = PHOTOS
    held[1] = replace(held[1], title=LONG_TITLE)
    held[2] = replace(held[2], body=body(300))
    held[3] = replace(held[3], body=body(4000))
    held[4] = replace(held[4], photos=(Photo(portrait, "Bà cụ", portrait=True, credit="Lê Minh"),))
    middle = body(400).replace("\n\n", f"\n\n![]({within})\n\n", 1)
    held[5] = replace(held[5], body=middle, photos=(Photo(within, "Ngõ", "Ngõ nhỏ."), Photo(after, "Giếng", "Giếng.")))
    return held


@dataclass(frozen=True)
class Print:
    """A bound book with its plan and kit, as a file and as the text of its pages."""

    plan: BookPlan
    kit: BookKit
    bound: BoundBook
    path: Path
    pages: tuple[str, ...]


def kit_in(folder: Path) -> BookKit:
    """The house's kit with photos of noise in colour, the worst a limit of ink can meet."""
    for name, size in PHOTOS.items():
        Image.merge("RGB", [Image.effect_noise(size, 80) for _ in "rgb"]).save(folder / name)

    def photo(photo: Photo) -> PhotoFile:
        return PhotoFile(str(folder / photo.file), *measure(folder / photo.file))

    return replace(book_kit(Root(REPOSITORY), Memory()), photo=photo)


def print_of(plan: BookPlan, kit: BookKit, folder: Path, *, proof: bool = False) -> Print:
    """Bind a book and lay it into a folder."""
    bound = bind(plan, kit, proof=proof)
    path = folder / "book.pdf"
    path.write_bytes(bound.pdf)
    text = run("pdftotext", "-layout", path, "-")
    return Print(plan, kit, bound, path, tuple(text.split("\f")[:-1]))


def whole_book(folder: Path) -> Print:
    """All nine stories, as the house prints them."""
    return print_of(plan_of(*told_stories()), kit_in(folder), folder)


def small_book(folder: Path, *, proof: bool = False, **changes: Any) -> Print:
    """The two stories with photos, printed with other switches (of the edition's ``print``)."""
    plan = plan_of(*told_stories()[4:6])
    edition = replace(plan.edition, print=replace(plan.edition.print, **changes))
    return print_of(replace(plan, edition=edition), kit_in(folder), folder, proof=proof)


def run(*command: object) -> str:
    """What a tool says; its complaints are failures, but for those of ``pdftotext -bbox`` on pages without words."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True)
    assert done.stderr.replace(b"no word list\n", b"") == b"", done.stderr
    return done.stdout.decode()


def words(text: str) -> str:
    """Text without its spaces, so that line ends do not matter."""
    return "".join(text.split())

"""A root whose stories make one book: those of the corpus, every so many with a photo, and an edition of them all."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from builder.manuscript.text_hash import text_hash
from tests.factory import make_root

from .corpus import sentences, story

EDITION = "toan-tap"
_EDITION = """title: Những bông hoa đẹp
subtitle: Toàn tập
kind: special
select: {years: 2009-2030}
sections: district
front: [half-title, title, imprint, contents]
back: [persons, colophon]
imprint: {regime: non-commercial, year: 2022}
sample: true
"""
_VARIED = 6
"""Of so many stories one has more than paragraphs."""
_UPRIGHT, _WIDE = (900, 1200), (1500, 1000)
_GRAIN = 8
"""Pixels of a photo that one number stands for: a photo then weighs a few hundred kB, as those of a telephone do."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Stories of so many paragraphs; of ``photos`` stories one has a photo, by turns a portrait and a view; 0: none."""

    paragraphs: int = 9
    photos: int = 5


def write_book(folder: Path, count: int, samples: Path, shape: Shape = Shape()) -> None:
    """Make a root with ``count`` stories and the edition that holds them all."""
    make_root(folder, {})
    pool = sentences(samples)
    for number in range(count):
        path, text = story(number, pool)
        target = folder / "stories" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_shaped(text, number, shape), encoding="utf-8")
        if _has_photo(number, shape):
            photo = folder / "assets" / "photos" / _photo_file(number)
            photo.parent.mkdir(parents=True, exist_ok=True)
            photo.write_bytes(_photo(number, _UPRIGHT if _is_portrait(number, shape) else _WIDE))
    edition = folder / "editions" / EDITION / "edition.yml"
    edition.parent.mkdir()
    edition.write_text(_EDITION, encoding="utf-8")


def _shaped(text: str, number: int, shape: Shape) -> str:
    """A story cut to its paragraphs, some of them made something else, with its photo in the header."""
    head, body = text.split("\n---\n", 1)
    paragraphs = body.strip().split("\n\n")[: shape.paragraphs]
    if number % _VARIED == 1 and len(paragraphs) > 2:
        first, second, third, *rest = paragraphs
        entries = "\n".join(f"- {sentence}." for sentence in third.removesuffix(".").split(". "))
        one, two, *more = second.split()
        stressed = f"*{one}* **{two}** {' '.join(more)}"
        paragraphs = [first, "## Những ngày ấy", stressed, entries, *rest]
        paragraphs[-1] = f"> {paragraphs[-1]}" if rest else paragraphs[-1]
    if _has_photo(number, shape):
        portrait = ", portrait: true" if _is_portrait(number, shape) else ""
        words = f"alt: Một mảng màu vẽ cho bài số {number} của bộ thử, caption: Ảnh trong bài số {number}."
        head += f"\nphotos:\n  - {{file: {_photo_file(number)}, {words}, credit: Lê Minh, consent: true{portrait}}}"
    cut = "\n" + "\n\n".join(paragraphs) + "\n"
    title = head.split("title: ", 1)[1].split("\n", 1)[0]
    approved = re.sub(r"text_hash: [^}]+", f"text_hash: {text_hash(title, cut)}", head)
    return f"{approved}\n---\n{cut}"


def _has_photo(number: int, shape: Shape) -> bool:
    return shape.photos > 0 and number % shape.photos == 0


def _is_portrait(number: int, shape: Shape) -> bool:
    return number // shape.photos % 2 == 0


def _photo_file(number: int) -> str:
    return f"so/{number}.jpg"


def _photo(number: int, size: tuple[int, int]) -> bytes:
    """Clouds of colour and a fine grain, different for every number and the same at every run."""
    width, height = size[0] // _GRAIN, size[1] // _GRAIN
    noise = hashlib.shake_128(str(number).encode()).digest(width * height * 3)
    grain = Image.frombytes("RGB", (width, height), noise).resize(size, Image.Resampling.BICUBIC)
    clouds = Image.frombytes("RGB", (4, 5), noise[:60]).resize(size, Image.Resampling.BICUBIC)
    out = io.BytesIO()
    Image.blend(clouds, grain, 0.3).save(out, "JPEG", quality=92)
    return out.getvalue()

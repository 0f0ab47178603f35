"""A rule's manual page, which is the docstring of its function, taken apart for the writers that show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

_LABEL = re.compile(r"^(Cách sửa|Sai|Đúng):[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong or a right way to write: running words with ``code`` in backticks, or a block of lines."""

    text: str
    block: bool


@dataclass(frozen=True, slots=True)
class Manual:
    """The page: its title without full stop, why, what to do, and one example of either kind."""

    title: str
    why: tuple[str, ...]
    remedy: str
    wrong: Example
    right: Example


def read_manual(doc: str) -> Manual:
    """Take a manual page apart. A part that is missing is empty."""
    head, *labelled = _LABEL.split(doc)
    parts = dict(zip(labelled[::2], labelled[1::2], strict=True))
    title, *why = (_joined(paragraph) for paragraph in head.strip().split("\n\n"))
    return Manual(
        title.rstrip("."),
        tuple(why),
        _joined(parts.get("Cách sửa", "")),
        _example(parts.get("Sai", "")),
        _example(parts.get("Đúng", "")),
    )


def _example(text: str) -> Example:
    block = text.startswith("\n")
    return Example(dedent(text).strip("\n") if block else _joined(text), block)


def _joined(text: str) -> str:
    return " ".join(text.split())


def as_markdown(manual: Manual) -> str:
    """The page in Markdown, without its title."""
    paragraphs = [*manual.why, f"**Cách sửa:** {manual.remedy}"]
    for label, example in (("Sai", manual.wrong), ("Đúng", manual.right)):
        paragraphs.append(f"**{label}:**" + (f"\n\n```\n{example.text}\n```" if example.block else f" {example.text}"))
    return "\n\n".join(paragraphs)

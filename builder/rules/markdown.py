"""The links and images of a body, found by the same Markdown dialect that renders it, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image: its target as written, and the code points of the body it stands at."""

    target: str
    image: bool
    start: int
    end: int


@cache
def _parser() -> MarkdownIt:
    """CommonMark that lets every target pass as it is written: rules want to see what rendering would drop."""
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = _anything  # type: ignore[method-assign]
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    return parser


def _anything(url: str) -> bool:  # noqa: ARG001  # the parser's own signature
    return True


def _as_written(url: str) -> str:
    return url


@lru_cache(maxsize=1)
def references(body: str) -> tuple[Reference, ...]:
    """The links and images of a body in order. Bodies without brackets or angles are not parsed at all."""
    if "](" not in body and "]:" not in body and "<" not in body:
        return ()
    starts = [0]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: list[Reference] = []
    for token in _parser().parse(body):
        if token.type == "inline" and token.map:
            found.extend(_within(token, body, starts[token.map[0]], starts[token.map[1]]))
    return tuple(found)


def _within(block: Token, body: str, start: int, end: int) -> Iterator[Reference]:
    """The references of one block, whose text stands between ``start`` and ``end``; the whole block if not found."""
    passed: dict[str, int] = {}
    for token in block.children or ():
        if token.type not in {"image", "link_open"}:
            continue
        image = token.type == "image"
        target = str(token.attrGet("src" if image else "href") or "")
        at = body.find(target, passed.get(target, start), end) if target else -1
        if at < 0:
            yield Reference(target, image, start, max(start + 1, end - 1))
        else:
            passed[target] = at + len(target)
            yield Reference(target, image, at, at + len(target))

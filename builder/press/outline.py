"""The outline of a PDF, which readers show beside the pages (PDF Reference 1.4, 8.2.2)."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import Bookmark
from .writer import Writer


def written_outline(writer: Writer, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> str:
    """Write an outline; what the catalogue says of it, nothing if there is none.

    A line below the top belongs to the last of the top before it, and is folded away at first.
    """
    if not bookmarks:
        return ""
    groups: list[list[Bookmark]] = []
    for mark in bookmarks:
        if mark.level and groups:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    root, first = writer.number(), writer.number(len(bookmarks))
    tops, at = [], first
    for group in groups:
        tops.append(at)
        at += len(group)
    for n, group in enumerate(groups):
        below = list(range(tops[n] + 1, tops[n] + len(group)))
        family = f" /First {below[0]} 0 R /Last {below[-1]} 0 R /Count {-len(below)}" if below else ""
        writer.write(tops[n], _item(group[0], pages, root, _neighbours(tops, n) + family))
        for m, number in enumerate(below):
            writer.write(number, _item(group[m + 1], pages, tops[n], _neighbours(below, m)))
    writer.write(root, f"<< /Type /Outlines /First {tops[0]} 0 R /Last {tops[-1]} 0 R /Count {len(tops)} >>")
    return f" /Outlines {root} 0 R"


def _neighbours(row: Sequence[int], n: int) -> str:
    before = f" /Prev {row[n - 1]} 0 R" if n else ""
    after = f" /Next {row[n + 1]} 0 R" if n + 1 < len(row) else ""
    return before + after


def _item(mark: Bookmark, pages: Sequence[int], parent: int, family: str) -> str:
    title = mark.title.encode("utf-16-be").hex()
    target = f"[ {pages[mark.page - 1]} 0 R /Fit ]"
    return f"<< /Title <feff{title}> /Parent {parent} 0 R /Dest {target}{family} >>"

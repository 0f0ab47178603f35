"""A book made again and again by one process, as ``hoa book --watch`` and ``hoa serve`` do: what an edit takes.

Run with a root, an edition, a story of it and a file, it writes seconds, processor seconds and pages there, as JSON.
An edit is measured from the saved story to the saved book.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from builder.pipeline.watching_book import BookWatch
from builder.workspace import find_root

_EDITS = 3


def main(root: str, edition: str, story: str, target: str) -> None:
    """Edit a story, the last time so that it takes more pages, and leave it as it was."""
    path = Path(story)
    text = path.read_text(encoding="utf-8")
    with BookWatch(find_root(Path(root)), edition) as watch:
        watch.again()
        watch.ready()
        edits = [_after(watch, path, f"{text.rstrip()}{'.' * n}\n") for n in range(2, _EDITS + 2)]
        longer = _after(watch, path, text + text.split("\n---\n", 1)[1])
    path.write_text(text, encoding="utf-8")
    seconds, processor, pages = zip(*edits, strict=True)
    told = {"one edit": (median(seconds), median(processor), pages[-1]), "pages more": longer}
    made = {name: dict(zip(("seconds", "cpu", "pages"), values, strict=True)) for name, values in told.items()}
    Path(target).write_text(json.dumps(made), encoding="utf-8")


def _after(watch: BookWatch, path: Path, text: str) -> tuple[float, float, int]:
    """Seconds, seconds of processors, and pages of the book once a story has this text."""
    path.write_text(text, encoding="utf-8")
    start, before = time.perf_counter(), os.times()
    pages = watch.again().pages
    after = os.times()
    return time.perf_counter() - start, sum(after[:4]) - sum(before[:4]), pages


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What a change does to a file, in the form ``git apply`` and ``patch`` take."""

from __future__ import annotations

import difflib
import re

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_LINE_END = "\n\\ No newline at end of file\n"


def as_diff(path: str, before: str, after: str) -> str:
    """A unified diff; empty where nothing changes. Only line feeds end a line here."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else line + _NO_LINE_END for line in lines)

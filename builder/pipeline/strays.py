"""Looking for files that nobody reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from builder.model import Finding
from builder.rules.stray import Stray, stray
from builder.workspace import Root

from .suppressions import SUPPRESSIONS_FILE

_STORY = ".md"


def stray_findings(root: Root) -> tuple[Finding, ...]:
    """A finding for each entry below ``stories`` that is no story and no folder of stories, sorted by path.

    Hidden entries and the list of suppressions are passed over; linked stories have a rule of their own.
    """
    told = (finding for found in _below(root) for finding in stray.findings(found, found.path))
    return tuple(sorted(told, key=lambda finding: finding.sort_key))


def _below(root: Root) -> Iterator[Stray]:
    for parent, folders, names in os.walk(root.stories, followlinks=False):
        here = Path(parent)
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(_STORY)]
        for name in folders:
            if (here / name).is_symlink():
                yield Stray(root.relative(here / name), link=True)
        for name in names:
            if not name.startswith(".") and not name.endswith(_STORY) and name != SUPPRESSIONS_FILE:
                yield Stray(root.relative(here / name), link=(here / name).is_symlink())

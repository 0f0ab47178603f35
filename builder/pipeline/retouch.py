"""A site of which nothing but texts has changed since it was last written: only what shows those texts is made anew.

Most edits are of this kind. Which stories there are, in what order, and what listings, indexes, books and maps say of
them rests on all a story says but its text: while the print of that is the same, those files are as they should be, and
neither stories nor keys are gone through. Whether the files still lie there as they were left is looked at still.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from builder.model import Finding, Story
from builder.site import Pending, PendingFiles, pending_texts
from builder.workspace import DIGEST_SIZE, code_fingerprint, digest, state_of

from .making import Making, screen_files

_CODE = ("flower", "pipeline", "press", "reports", "workspace")
"""What besides the code of the pages decides what is written where."""


def standing(making: Making) -> bytes:
    """A print of all that a site is made of but the texts of its stories; empty where a story is read every time."""
    records = making.workshop.published
    if not all(record.key for record in records):
        return b""
    root = making.workshop.root
    told = (
        code_fingerprint(*_CODE),
        version("resvg-py"),
        repr(making.kept.public),
        (root.theme / "site" / "worker.js").read_bytes(),
        *(part for name, data in sorted(making.assets.files.items()) for part in (name, data)),
        making.workshop.around.print,
        repr(sorted(_editions(making))),
        *_states(root.photos / name for record in records for name in record.photos),
        *_states(screen_files(root)),
    )
    return digest(making.common, *told, *(part for record in records for part in (record.path, record.face)))


def _editions(making: Making) -> Iterator[tuple[str, str]]:
    """The books as they are written, and what is to say of them."""
    workshop = making.workshop
    for name, edition in workshop.editions.items():
        said = [_said(finding) for finding in workshop.findings if finding.path == edition.file.path]
        yield name, f"{edition.edition} {edition.file.text} {said}"


def _said(finding: Finding) -> tuple[str, ...]:
    return finding.path, finding.rule, finding.severity.value, finding.message


def _states(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        try:
            told = os.stat(path)  # noqa: PTH116  # there may be thousands of them
        except OSError:
            yield f"{path} is gone"
        else:
            yield f"{path} {state_of(told)}"


def texts_of(making: Making) -> bytes:
    """The prints of all files of the site's stories, one after the other."""
    return b"".join(record.key[-DIGEST_SIZE:] for record in making.workshop.published)


def retouched(making: Making, print_now: bytes) -> bool:
    """Bring the site up to date if nothing but texts has changed; False, and nothing done, if that will not do."""
    outlet = making.outlet
    if not print_now or outlet.standing != print_now:
        return False
    edited = _edited(making)
    wanted = tuple(pending_texts(making.kit, edited)) if edited else ()
    if not outlet.stands(_names(wanted)):
        return False
    making.pouring.pour(wanted, outlet)
    return True


def _edited(making: Making) -> tuple[Story, ...]:
    """The stories of which the files are no longer what they were; all others, and their order, are the same."""
    before, now = making.outlet.texts, texts_of(making)
    changed = [
        record.path
        for at, record in zip(range(0, len(now), DIGEST_SIZE), making.workshop.published, strict=True)
        if before[at : at + DIGEST_SIZE] != now[at : at + DIGEST_SIZE]
    ]
    return tuple(making.workshop.stories[path] for path in changed)


def _names(wanted: Iterable[Pending | PendingFiles]) -> Iterator[str]:
    """How the names of the files begin that are looked at one by one."""
    for one in wanted:
        yield from one.prefixes if isinstance(one, PendingFiles) else (f"{one.path}index.html",)

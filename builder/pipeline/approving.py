"""Writing an approval into a story or an edition: a few lines of its YAML, and not a byte beside them.

A clerk holds a document that approves some stories, or a book. What is written is who, by which document, on what day,
and the print of the words that were approved. Comments, the order of keys, the BOM and the line ends of the file stay:
whoever compares two versions sees the approval and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.manuscript import read, read_yaml
from builder.manuscript.text_hash import text_hash
from builder.model import BuilderError, Finding, Severity, Status

from .approval_edit import Page, edits, spliced
from .books import plan_book, see_stories_ready
from .fixes import Mended
from .workshop import Workshop

_OWN_RULES = "approval/"


@dataclass(frozen=True, slots=True)
class Consent:
    """Who approved, by which document, on what day."""

    by: str
    document: str
    on: date

    def with_hash(self, print_of_words: str) -> dict[str, str]:
        """The values of the block."""
        day = self.on.isoformat()
        return {"by": self.by, "document": self.document, "on": day, "text_hash": print_of_words}


def objections(workshop: Workshop, paths: frozenset[str]) -> tuple[Finding, ...]:
    """The errors that keep stories from being approved: all but those that say the approval is lacking or stale.

    The workshop must have been read for print: what would hold the book up later is told now.
    """
    return tuple(
        finding
        for finding in workshop.findings
        if finding.path in paths and finding.severity is Severity.ERROR and not finding.rule.startswith(_OWN_RULES)
    )


def approvals(workshop: Workshop, paths: frozenset[str], consent: Consent) -> Iterator[Mended]:
    """The stories as they would be with the approval written in; those that hold it already are left out.

    Raises:
        BuilderError: a story has been withdrawn, or its header is written so that a hand must do it.
    """
    for path in sorted(paths):
        before = (workshop.root.path / path).read_bytes()
        after = approved(path, before, consent)
        if after != before:
            yield Mended(path, before, after)


def edition_approval(workshop: Workshop, edition_id: str, consent: Consent) -> Iterator[Mended]:
    """The edition as it would be with the approval written in; nothing if it holds it already.

    The workshop must have been read for print.

    Raises:
        BuilderError: there is no such edition, it or one of its stories is not ready, or a hand must write it.
    """
    see_stories_ready(workshop, edition_id)
    plan = plan_book(workshop, edition_id)
    path = workshop.editions[edition_id].file.path
    before = (workshop.root.path / path).read_bytes()
    after = approved_edition(path, before, consent, workshop.print_of(plan.edition))
    if after != before:
        yield Mended(path, before, after)


def approved(path: str, data: bytes, consent: Consent) -> bytes:
    """The bytes of a readable story with the approval in its header.

    Raises:
        BuilderError: as ``approvals``.
    """
    manuscript = read(path, data)
    header = dict(manuscript.header or {})
    if header.get("status") == Status.WITHDRAWN:
        msg = f"Bài {path} đã rút lại, không ghi duyệt được."
        raise BuilderError(msg, "Nếu bài được đăng lại, sửa mục status trước.")
    values = consent.with_hash(text_hash(str(header.get("title") or "").strip(), manuscript.body))
    page = Page(manuscript.text, header, manuscript.marks, manuscript.body_line - 1)
    status = Status.APPROVED.value
    after = spliced(data.decode("utf-8"), edits(page, "approved", values, status=status)).encode()
    seen = read(path, after)
    if seen.header != header | {"status": status, "approved": _kept(header.get("approved")) | values}:
        raise _by_hand(path, "approved hoặc status")
    return after


def approved_edition(path: str, data: bytes, consent: Consent, print_of_words: str) -> bytes:
    """The bytes of a readable ``edition.yml`` with the approval in it.

    Raises:
        BuilderError: its ``approval`` is written so that a hand must do it.
    """
    file = read_yaml(path, data)
    old = dict(file.values or {})
    values = consent.with_hash(print_of_words)
    page = Page(file.text, old, file.marks, file.text.count("\n") + 1)
    after = spliced(data.decode("utf-8"), edits(page, "approval", values)).encode()
    if read_yaml(path, after).values != old | {"approval": _kept(old.get("approval")) | values}:
        raise _by_hand(path, "approval")
    return after


def _kept(old: object) -> dict[str, object]:
    return dict(old) if isinstance(old, dict) else {}


def _by_hand(path: str, keys: str) -> BuilderError:
    msg = f"Không ghi được phần duyệt vào {path}: mục {keys} viết theo lối máy không sửa được."
    return BuilderError(msg, "Xóa mục ấy, hoặc viết lại trên một dòng, rồi chạy lại.")

"""Mending files by the fixes the rules propose: spans of the text as it was read, and nothing around them.

What is written is UTF-8 with plain line feeds and no BOM. Comments and the order of keys stay, since no header is ever
written out anew. A file whose header cannot be read is mended in its bytes alone: what its lines mean is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from builder.manuscript import read
from builder.model import Fix
from builder.rules import RULES, Copy, Rule, Scope, make_copy
from builder.rules.edition_rules import Draft
from builder.vietnamese.fold import fold
from builder.vietnamese.normal import find_invisible

from .workshop import Workshop, read_edition

MOST_ROUNDS = 40
"""Fixes that overlap wait for the next round; no text nests them deeper than a few."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that fixes would change; ``path`` is relative to the root, with forward slashes."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class View:
    """A file as the fixes see it. ``text`` is empty where the bytes are no text."""

    text: str
    readable: bool = False
    fixes: tuple[Fix, ...] = ()


Look = Callable[[bytes], View]


def mended(workshop: Workshop, wanted: Callable[[str], bool], *, everything: bool = False) -> Iterator[Mended]:
    """The stories and editions that fixes change, as they would be; nothing is written.

    Args:
        workshop: the stock as read.
        wanted: which paths may be changed.
        everything: use the fixes a person should look at, too, not only the safe ones.
    """
    for path, look in _looks(workshop, everything=everything):
        if wanted(path):
            before = (workshop.root.path / path).read_bytes()
            after = mend(before, look)
            if after != before:
                yield Mended(path, before, after)


def mendable(workshop: Workshop) -> frozenset[str]:
    """The paths of the files whose lines fixes may change: those that can be read."""
    stories = (record.path for record in workshop.records if record.readable)
    editions = (edition.file.path for edition in workshop.editions.values() if edition.file.values is not None)
    return frozenset((*stories, *editions))


def mend(data: bytes, look: Look) -> bytes:
    """The bytes of a file after its fixes. A fix that would make the header unreadable is not used."""
    view = look(data)
    if not view.text:
        return data
    if not view.readable:
        return view.text.encode()
    for _ in range(MOST_ROUNDS):
        after = applied(view.text, view.fixes).encode() if view.fixes else data
        following = look(after)
        if after == data or not following.readable:
            break
        data, view = after, following
    return data


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """The text after its fixes; of those that overlap the first alone."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    pieces, done = [], 0
    for fix in sorted(fixes, key=lambda fix: fix.span):
        span = fix.span
        if span.end_line > len(lines):
            continue
        start = starts[span.line - 1] + min(span.column - 1, len(lines[span.line - 1]))
        end = starts[span.end_line - 1] + min(span.end_column, len(lines[span.end_line - 1]))
        if start >= done:
            pieces += [text[done:start], fix.replacement]
            done = max(start, end)
    return "".join((*pieces, text[done:]))


def _looks(workshop: Workshop, *, everything: bool) -> Iterator[tuple[str, Look]]:
    ids = frozenset(record.id for record in workshop.records)
    # What has no finding has nothing to mend, be it a mark at its head or the ends of its lines.
    for copy in workshop.copies(record.path for record in workshop.records if record.findings):
        if copy.manuscript.text:
            yield copy.manuscript.path, story_look(workshop, copy, everything=everything)
    for edition in workshop.editions.values():
        draft = Draft(edition, workshop.vocabulary, ids, workshop.volumes)
        yield edition.file.path, edition_look(workshop, draft, everything=everything)


def story_look(workshop: Workshop, copy: Copy, *, everything: bool) -> Look:
    """How fixes see a story that holds other bytes than it did when it was read."""
    path = copy.manuscript.path
    rules = _rules(workshop, Scope.COPY, path)

    def look(data: bytes) -> View:
        manuscript = read(path, data)
        seen = make_copy(manuscript, copy.vocabulary, copy.volumes, copy.photos, copy.pictures)
        if not seen.readable:
            return View(manuscript.text)
        fixes = _proposed(rules, seen)
        if not everything:
            lines = manuscript.text.split("\n")
            fixes = (fix for fix in fixes if fix.safe and _keeps_words(fix, lines, manuscript.body_line))
        return View(manuscript.text, readable=True, fixes=tuple(fixes))

    return look


def edition_look(workshop: Workshop, draft: Draft, *, everything: bool) -> Look:
    """How fixes see an edition that holds other bytes than it did when it was read."""
    path = draft.read.file.path
    rules = _rules(workshop, Scope.EDITION, path)

    def look(data: bytes) -> View:
        edition = read_edition(workshop.root, workshop.root.path / path, data)
        if edition.file.values is None:
            return View(edition.file.text)
        fixes = _proposed(rules, replace(draft, read=edition))
        return View(edition.file.text, readable=True, fixes=tuple(fix for fix in fixes if everything or fix.safe))

    return look


def _rules(workshop: Workshop, scope: Scope, path: str) -> list[Rule[Any]]:
    """The rules of a scope whose findings on a file nobody has let stand."""
    ledger = workshop.ledger
    return [r for r in RULES.values() if r.scope is scope and not (ledger and ledger.hides(r.id, path))]


def _proposed(rules: Iterable[Rule[Any]], subject: Copy | Draft) -> Iterator[Fix]:
    """Every fix, not only those of the findings that are told."""
    return (remark.fix for rule in rules for remark in rule.check(subject) if remark.fix is not None)


def _keeps_words(fix: Fix, lines: list[str], body_line: int) -> bool:
    """Whether a fix leaves the body's words as they sound: no machine rewrites a story unasked."""
    span = fix.span
    if span.end_line < body_line:
        return True
    taken = lines[span.line - 1 : span.end_line]
    taken[-1] = taken[-1][: span.end_column]
    taken[0] = taken[0][span.column - 1 :]
    return _sounded("\n".join(taken)) == _sounded(fix.replacement)


def _sounded(text: str) -> str:
    unseen = {one.index for one in find_invisible(text)}
    """Letters, figures and signs alone: white space beside a sign is not heard."""
    return "".join(fold("".join(char for n, char in enumerate(text) if n not in unseen)).split())

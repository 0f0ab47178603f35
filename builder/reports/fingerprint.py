"""A name for a finding that stays when the text around it moves, so that a known one is not told as new."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from builder.model import Finding

from .findings import Sources, line_of, ordered


def fingerprinted(findings: Sequence[Finding], sources: Sources) -> Iterator[tuple[Finding, str]]:
    """Every finding, in order, with a hash of rule, path, message and the text of its line: not of its number.

    Findings alike in all four are told apart by how many such came before.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in ordered(findings):
        parts = (finding.rule, finding.path, finding.message, line_of(finding, sources).strip())
        seen[parts] += 1
        named = "\0".join((*parts, str(seen[parts])))
        yield finding, hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]

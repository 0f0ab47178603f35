from __future__ import annotations

import pytest

from builder.manuscript import Fault, FaultKind
from builder.manuscript.fences import Parts, split


def test_header_and_body_with_their_first_lines() -> None:
    parts = split("---\na: b\nc: d\n---\n\nBến\n")
    assert parts == Parts(header="a: b\nc: d", header_line=2, body="\nBến\n", body_line=5)


def test_blank_lines_may_stand_before_and_spaces_behind_a_fence() -> None:
    parts = split("\n\n---  \na: b\n---\t\nBến")
    assert isinstance(parts, Parts)
    assert (parts.header_line, parts.body_line, parts.body) == (4, 6, "Bến")


def test_a_rule_in_the_body_is_no_fence() -> None:
    parts = split("---\na: b\n---\nBến\n\n---\n\nSông\n")
    assert isinstance(parts, Parts)
    assert parts.body == "Bến\n\n---\n\nSông\n"


@pytest.mark.parametrize(
    ("text", "kind", "line", "detail"),
    [
        ("Bến sông\n", FaultKind.NO_HEADER, 1, ""),
        ("\n—\na: b\n—\n", FaultKind.NO_HEADER, 2, "—"),
        ("-----\na: b\n-----\n", FaultKind.NO_HEADER, 1, "-----"),
        ("a: b\n---\nBến\n", FaultKind.NO_HEADER, 1, ""),
        ("Bài\n---\na: b\n---\nBến\n", FaultKind.TEXT_BEFORE, 1, "Bài"),
        ("\n---\na: b\nBến\n", FaultKind.OPEN_FENCE, 2, ""),
    ],
)
def test_a_fence_that_is_missing_is_named(text: str, kind: FaultKind, line: int, detail: str) -> None:
    fault = split(text)
    assert isinstance(fault, Fault)
    assert (fault.kind, fault.span.line, fault.detail) == (kind, line, detail)

"""An approval is written into a header by changing nothing else: not a comment, a key's place, a BOM or a line end."""

from __future__ import annotations

import string
from datetime import date
from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.manuscript import read
from builder.manuscript.text_hash import text_hash
from builder.model import BuilderError
from builder.pipeline.approving import Consent, approved, approved_edition
from tests.factory import BODY, story_text

PATH = "stories/tap-28/do-thi-hoa.md"
CONSENT = Consent("Ban Tuyên giáo Quận ủy", "12-CV/BTG", date(2022, 9, 1))
HASH = text_hash("Giếng nước đầu ngõ", BODY)
BLOCK = f"""approved:
  by: Ban Tuyên giáo Quận ủy
  document: 12-CV/BTG
  on: 2022-09-01
  text_hash: {HASH}
"""
DONE = {"by": "Ban Tuyên giáo Quận ủy", "document": "12-CV/BTG", "on": "2022-09-01", "text_hash": HASH}


def changed(before: str, *, consent: Consent = CONSENT) -> list[str]:
    """The lines that come and go."""
    after = approved(PATH, before.encode(), consent).decode()
    difference = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in difference if not line.startswith(("+++", "---", "@@"))]


def with_lines(lines: str, **fields: Any) -> str:
    return story_text(**fields).replace("\n---\n", f"\n{lines}---\n", 1)


def test_a_story_without_an_approval_gets_one_at_the_end_of_its_header() -> None:
    before = with_lines("# gửi quận ngày 20/8\n")
    assert approved(PATH, before.encode(), CONSENT).decode() == before.replace("\n---\n", f"\n{BLOCK}---\n", 1)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("status: draft # chờ", ["-status: draft # chờ", "+status: approved # chờ"]),
        ("status: 'verified'", ["-status: 'verified'", "+status: approved"]),
        ("status:", ["-status:", "+status: approved"]),
        ("status: approved", []),
    ],
)
def test_the_status_becomes_approved(status: str, expected: list[str]) -> None:
    before = with_lines(f"{status}\n{BLOCK}", status=None)
    assert changed(before) == expected


def test_a_story_without_a_status_gets_one() -> None:
    assert changed(with_lines(BLOCK, status=None)) == ["+status: approved"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "approved: {by: Ban Tuyên giáo Quận ủy, on: 2021-01-01} # lần một\n",
            "approved: {by: Ban Tuyên giáo Quận ủy, on: 2022-09-01, document: 12-CV/BTG, text_hash: HASH} # lần một\n",
        ),
        (
            "approved:\n    # ai duyệt\n    text_hash: blake2b-00\n    by: 'Quận' # cũ\n",
            """approved:
    # ai duyệt
    text_hash: HASH
    by: Ban Tuyên giáo Quận ủy
    document: 12-CV/BTG
    on: 2022-09-01 # cũ
""",
        ),
        ("approved:\n", BLOCK),
        (BLOCK, BLOCK),
    ],
)
def test_an_old_approval_is_renewed_in_its_own_form(block: str, expected: str) -> None:
    assert approved(PATH, with_lines(block).encode(), CONSENT).decode() == with_lines(expected.replace("HASH", HASH))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("lines", ["", "approved: {by: Quận, on: 2021-01-01}\n", "approved:\n  by: Quận\n"])
def test_bom_and_line_ends_stay(mark: bytes, newline: str, lines: str) -> None:
    plain = with_lines(lines, status="draft")
    after = approved(PATH, mark + plain.replace("\n", newline).encode(), CONSENT)
    assert after == mark + approved(PATH, plain.encode(), CONSENT).decode().replace("\n", newline).encode()
    assert approved(PATH, after, CONSENT) == after


def test_mixed_line_ends_stay_where_they_are() -> None:
    before = story_text().encode().replace(b"volume: 28\n", b"volume: 28\r\n")
    after = approved(PATH, before, CONSENT)
    assert after.replace(BLOCK.encode(), b"") == before


@pytest.mark.parametrize("block", ["approved: >\n  Ban\n", "approved: [a]\n"])
def test_what_no_machine_should_rewrite_is_left_to_a_hand(block: str) -> None:
    with pytest.raises(BuilderError, match="không sửa được"):
        approved(PATH, with_lines(block).encode(), CONSENT)


def test_a_withdrawn_story_is_not_approved() -> None:
    with pytest.raises(BuilderError, match="đã rút lại"):
        approved(PATH, story_text(status="withdrawn").encode(), CONSENT)


def test_a_later_word_needs_a_later_approval() -> None:
    before = approved(PATH, story_text().encode(), CONSENT)
    edited = before.replace("cả ngõ".encode(), "cả xóm".encode())
    again = approved(PATH, edited, Consent(CONSENT.by, "15-CV/BTG", date(2022, 10, 2)))
    told = read(PATH, again).header or {}
    now = text_hash("Giếng nước đầu ngõ", BODY.replace("cả ngõ", "cả xóm"))
    assert told["approved"] == DONE | {"document": "15-CV/BTG", "on": "2022-10-02", "text_hash": now}


WORDS = st.text(string.printable.strip() + "ĂÂđêôơư“”–", min_size=1, max_size=30)


@given(by=WORDS, document=WORDS, before=WORDS)
def test_whatever_is_written_is_read_back(by: str, document: str, before: str) -> None:
    old = "approved: {by: " + repr(before.replace("'", "").replace("\\", "")) + "}\n"
    consent = Consent(by, document, date(2022, 9, 1))
    for text in (story_text(), with_lines(old)):
        after = approved(PATH, text.encode(), consent)
        assert (read(PATH, after).header or {})["approved"] == DONE | {"by": by, "document": document}
        assert approved(PATH, after, consent) == after


EDITION_BLOCK = BLOCK.replace("approved:", "approval:").replace(HASH, "blake2b-01")
RENEWED = "approval: {by: Ban Tuyên giáo Quận ủy, document: 12-CV/BTG, on: 2022-09-01, text_hash: blake2b-01}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Sách # tên\nsample: true\n", f"title: Sách # tên\nsample: true\n{EDITION_BLOCK}"),
        ("title: Sách", f"title: Sách\n{EDITION_BLOCK.rstrip()}"),
        ("approval: {by: Ban, document: 1-CV, on: 2022-09-01}   # mẫu\ntitle: A\n", f"{RENEWED}   # mẫu\ntitle: A\n"),
    ],
    ids=["none", "no last line end", "renewed"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edition_is_approved_in_the_same_way(before: str, after: str, newline: str) -> None:
    data = before.replace("\n", newline).encode()
    found = approved_edition("editions/tap-28/edition.yml", data, CONSENT, "blake2b-01")
    ends = newline if "\n" in before else "\n"  # a file of one line does not tell how lines end
    assert found == after.replace("\n", ends).encode()
    assert approved_edition("editions/tap-28/edition.yml", found, CONSENT, "blake2b-01") == found

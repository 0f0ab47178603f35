from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.manuscript import EditionFile
from builder.model import Finding
from builder.rules import Copy, Stock, StockEntry, check_copy, check_edition, check_stock
from builder.vocabulary import Vocabulary

Maker = Callable[..., Copy]
Write = Callable[..., str]

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KEYS = st.sampled_from(["title", "person", "year", "volume", "district", "ward", "awards", "photos", "subject", "x"])
SCRAPS = st.sampled_from(
    [
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "#",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "\t",
        "\n",
        "\n  ",
        "---",
        "0912 345 678",
        "@",
    ]
)
VALUES = st.one_of(
    st.text(max_size=20),
    st.lists(SCRAPS, max_size=8).map("".join),
    st.sampled_from(
        ["2022", "28", "9" * 400, "yes", "2022-02-30", "quan-long-bien", "phuong-bo-de", "[]", "[x]", "{}"]
    ),
)
LINES = st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]}: {pair[1]}\n")
BODIES = st.lists(st.one_of(st.text(max_size=40), SCRAPS), max_size=12).map("".join)


def well_formed(findings: tuple[Finding, ...]) -> bool:
    return list(findings) == sorted(findings, key=lambda finding: finding.sort_key) and all(
        finding.message and finding.span.line >= 1 and finding.span.column >= 1 for finding in findings
    )


@quick
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes, make: Maker) -> None:
    assert well_formed(check_copy(make(data)))


@quick
@given(text=st.text(max_size=400))
def test_any_text(text: str, make: Maker) -> None:
    assert well_formed(check_copy(make(text.encode("utf-8", "replace"))))


@quick
@given(lines=st.lists(LINES, max_size=10).map("".join), body=BODIES)
def test_any_header_and_body(lines: str, body: str, make: Maker) -> None:
    copy = make(f"---\n{lines}---\n{body}".encode("utf-8", "replace"))
    assert well_formed(check_copy(copy))
    assert well_formed(check_stock(Stock((StockEntry.of(copy),) * 2)))


@quick
@given(lines=st.lists(LINES, max_size=6).map("".join))
def test_a_good_story_with_any_more_fields(lines: str, make: Maker, write: Write) -> None:
    assert well_formed(check_copy(make(write(extra=lines).encode("utf-8", "replace"))))


@quick
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["title", "kind", "select", "front", "imprint", "print", "volume"]), VALUES).map(
            lambda pair: f"{pair[0]}: {pair[1]}\n"
        ),
        max_size=7,
    ).map("".join)
)
def test_any_edition(lines: str, edition: Callable[..., EditionFile], vocabulary: Vocabulary) -> None:
    assert well_formed(check_edition(edition(lines.encode("utf-8", "replace")), vocabulary, (), {}))


HOSTILE = {
    "digits": "1 " * 90_000,
    "pairs": "09 " * 60_000,
    "angles": "<" * 180_000,
    "brackets": "](" * 90_000,
    "underscores": "_" * 180_000,
    "at": "a@" * 90_000,
    "invisible": "\u200b" * 60_000,
    "look-alikes": "Ð " * 60_000,
    "doors": "ngõ 1 " * 20_000,
    "lines": "#  a\n\n" * 30_000,
    "spaces": " " * 150_000 + "a" + " " * 30_000,
    "quotes": "“" * 60_000,
    "letters": "a" * 179_000 + "@",
    "commas": "a ,b" * 40_000,
    "dots": ". a" * 60_000,
    "doubled": "các các " * 20_000,
    "phrases": "bến xe tàu " * 15_000,
    "old tones": "hoà " * 40_000,
    "slips": "xuất quà cuả " * 12_000,
    "names": "em Lan Hoa Mai lớp 3 ung thư " * 4_000,
    "capitals": "ông " + "A " * 80_000 + "ung thư",
    "autolinks": "<http:" * 30_000,
    "pipes": "| " * 80_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_does_not_hold_up_the_line(name: str, make: Maker, write: Write) -> None:
    """A pattern that backtracks without end would show as a test that never ends."""
    assert well_formed(check_copy(make(write(body=HOSTILE[name]))))


def test_checking_changes_nothing_and_gives_the_same_twice(make: Maker, write: Write) -> None:
    copy: Copy = make(write(title=None, extra="la: x\n"))
    assert check_copy(copy) == check_copy(copy)

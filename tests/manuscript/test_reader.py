from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.manuscript import FaultKind, Manuscript, read, unread
from builder.model import Span

PATH = "stories/tap-28/do-thi-hoa.md"


def header(text: str) -> Manuscript:
    return read(PATH, f"---\n{text}\n---\nBến\n".encode())


def kinds(manuscript: Manuscript) -> list[FaultKind]:
    return [fault.kind for fault in manuscript.faults]


def test_values_and_their_places() -> None:
    manuscript = header("title: Bến sông\nawards:\n  - award: huan-chuong\n    date: 2022-10-05\nphotos: [{file: 'ế'}]")
    assert manuscript.header == {
        "title": "Bến sông",
        "awards": [{"award": "huan-chuong", "date": "2022-10-05"}],
        "photos": [{"file": "ế"}],
    }
    assert manuscript.span_of("title") == Span(2, 8, 2, 15)
    assert manuscript.span_of_key("title") == Span(2, 1, 2, 5)
    assert manuscript.span_of("awards", 0, "date") == Span(5, 11, 5, 20)
    assert manuscript.span_of("photos", 0, "file") == Span(6, 17, 6, 19)
    assert manuscript.span_of("awards", 0, "decision") == Span(4, 5)
    assert manuscript.span_of("nowhere") == Span()
    assert (manuscript.body, manuscript.body_line) == ("Bến\n", 8)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2022", 2022),
        ("-5", -5),
        ("0", 0),
        ("true", True),
        ("null", None),
        ("", None),
        ("2022-02-30", "2022-02-30"),
        ("1.5", "1.5"),
        ("True", "True"),
        ("NO", "NO"),
        ("010", "010"),
        ("8:30", "8:30"),
        ("1e3", "1e3"),
        ("~", "~"),
        ("'2022'", "2022"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_only_plain_whole_numbers_truth_and_nothing_are_converted(written: str, value: object) -> None:
    manuscript = header(f"a: {written}")
    assert manuscript.header == {"a": value}
    assert type(manuscript.header["a"]) is type(value)


@pytest.mark.parametrize("value", ["yes", "No", "off", "y", "08", "+010", "8:30", "0x1F", "1e5", ".inf", "~"])
def test_what_other_readers_would_convert_is_told(value: str) -> None:
    (fault,) = header(f"a: {value}").faults
    assert (fault.kind, fault.detail, fault.key) == (FaultKind.AMBIGUOUS, value, "a")
    assert header(f"a: '{value}'").faults == ()


def test_keys_are_always_text() -> None:
    manuscript = header("2022: a\ntrue: b\nnull: c")
    assert manuscript.header == {"2022": "a", "true": "b", "null": "c"}
    assert manuscript.span_of_key("2022") == Span(2, 1, 2, 4)


def test_a_key_written_twice_is_told_and_the_last_value_counts() -> None:
    manuscript = header("a: 1\nb: 2\na: 3")
    assert manuscript.header == {"a": 3, "b": 2}
    (fault,) = manuscript.faults
    assert (fault.kind, fault.detail, fault.span) == (FaultKind.DUPLICATE_KEY, "a", Span(4, 1))


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a: b: c", FaultKind.SYNTAX, 2),
        ('a: "b', FaultKind.SYNTAX, 2),
        ("a: &x b", FaultKind.ANCHOR, 2),
        ("a: *x", FaultKind.ANCHOR, 2),
        ("a: !!python/object:os.system x", FaultKind.TAG, 2),
        ("[a]: b", FaultKind.BAD_KEY, 2),
        ("- a", FaultKind.NOT_MAPPING, 2),
        ("Bến sông", FaultKind.NOT_MAPPING, 2),
        ("# chỉ có lời ghi chú", FaultKind.NOT_MAPPING, 1),
        ("a: " + "[" * 20 + "]" * 20, FaultKind.TOO_DEEP, 2),
        ("a: b\n--- {c: d}", FaultKind.SYNTAX, 3),
        ("%YAML 1.1\na: b", FaultKind.SYNTAX, 3),
    ],
)
def test_a_header_that_cannot_be_read_leaves_none(text: str, kind: FaultKind, line: int) -> None:
    manuscript = header(text)
    assert manuscript.header is None
    assert (manuscript.body, kinds(manuscript)[-1]) == ("", kind)
    assert manuscript.faults[-1].span.line == line
    assert manuscript.text.startswith("---\n")


def test_a_longer_row_of_dashes_may_stand_within_a_quoted_value() -> None:
    assert header('a: "b\n----\nc"').header == {"a": "b ---- c"}


def test_a_control_character_is_placed_by_code_points() -> None:
    (fault,) = header("a: đường\nb: ế\x07").faults
    assert (fault.kind, fault.span) == (FaultKind.SYNTAX, Span(3, 5))


def test_separators_only_yaml_knows_start_no_new_line() -> None:
    manuscript = header("a: b\u2028c\nd: e")
    assert manuscript.header == {"a": "b c", "d": "e"}
    assert manuscript.span_of("d") == Span(3, 4)
    assert "\u2028" in manuscript.text


@pytest.mark.parametrize(
    ("path", "story"),
    [("stories/tap-28/a.md", "tap-28/a"), ("stories/a.md", "a"), ("bai/a.md", "bai/a"), ("a.md", "a"), ("", "")],
)
def test_the_id_is_the_path_below_stories(path: str, story: str) -> None:
    assert read(path, b"").id == story


@pytest.mark.parametrize("kind", [FaultKind.UNREADABLE, FaultKind.SYMLINK, FaultKind.NOT_A_FILE])
def test_a_file_that_could_not_be_had(kind: FaultKind) -> None:
    manuscript = unread(PATH, kind, "chi tiết")
    assert (manuscript.header, manuscript.text, manuscript.path) == (None, "", PATH)
    assert [(f.kind, f.detail, f.fatal) for f in manuscript.faults] == [(kind, "chi tiết", True)]


def test_thousands_of_repeated_keys_do_not_hold_up_the_reader() -> None:
    manuscript = header("a: 1\n" * 20_000)
    assert len(manuscript.faults) == 19_999


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace"))
)
def test_reading_never_raises_and_says_why_there_is_no_header(data: bytes) -> None:
    manuscript = read(PATH, data)
    assert manuscript.header is not None or any(fault.fatal for fault in manuscript.faults)
    assert all(fault.span.line >= 1 and fault.span.column >= 1 for fault in manuscript.faults)

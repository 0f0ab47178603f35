import json

from builder.model import Finding, Severity, Span
from builder.reports import Counts, as_github, as_json, as_text, summary

BAD = Finding("privacy/phone", Severity.ERROR, "stories/b.md", Span(2, 5, 2, 8), "Lộ số", "Xóa đi")
MILD = Finding("text/nfc", Severity.WARNING, "stories/a.md", Span(1, 1), "Chữ rời, 50%: thế")


def test_text_groups_by_file_and_puts_the_caret_under_the_fault() -> None:
    text = as_text([BAD, MILD], {"stories/b.md": ["x", "Gọi 0912 nhé"]})
    lines = text.split("\n")
    assert lines[0] == "stories/a.md"
    source = next(line for line in lines if "Gọi 0912" in line)
    caret = lines[lines.index(source) + 1]
    assert source[caret.index("^") : caret.rindex("^") + 1] == "0912"
    assert lines[-1] == "      → Xóa đi"


def test_a_caret_in_a_long_line_stays_under_its_word() -> None:
    line = "chữ " * 200 + "SAI" + " chữ" * 200
    column = line.index("SAI") + 1
    text = as_text([Finding("x/y", Severity.ERROR, "a.md", Span(1, column, 1, column + 2), "m")], {"a.md": [line]})
    shown, caret = text.split("\n")[2:4]
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "SAI"


def test_json_carries_every_place() -> None:
    (row,) = json.loads(as_json([BAD]))
    assert (row["file"], row["line"], row["column"], row["end_column"]) == ("stories/b.md", 2, 5, 8)


def test_annotations_escape_what_github_would_take_for_syntax() -> None:
    assert as_github([MILD]) == ("::warning file=stories/a.md,line=1,col=1,title=text/nfc::Chữ rời, 50%25: thế")


def test_annotations_show_the_worst_nine_and_count_the_rest() -> None:
    lines = as_github([MILD] * 12 + [BAD]).split("\n")
    assert len(lines) == 10
    assert lines[0].startswith("::error ")
    assert "còn 4 mục nữa" in lines[-1]


def test_the_summary_counts_and_says_when_nothing_is_wrong() -> None:
    assert summary([BAD, MILD]) == "1 lỗi, 1 cảnh báo"
    assert summary([]) == "không có lỗi"
    assert summary([MILD]) == "không có lỗi, 1 cảnh báo"


def test_counts_that_do_not_add_up_are_refused() -> None:
    assert Counts(48, 47, 1, 0, 0).line == "48 bài trong kho, 47 trên trang, 1 rút lại"
    try:
        Counts(48, 47, 0, 0, 0)
    except ValueError:
        return
    raise AssertionError

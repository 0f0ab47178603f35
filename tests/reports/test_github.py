from dataclasses import replace

from builder.model import Severity
from builder.reports import as_github_summary
from builder.reports.github import MAX_SUMMARY_BYTES
from tests.reports.making import CODE, FINDINGS, PHONE


def test_the_summary_lists_everything_by_file() -> None:
    text = as_github_summary(FINDINGS, "2 bài trong kho.")
    assert text.startswith("## Kết quả soát: 3 lỗi, 1 cảnh báo, 1 lưu ý\n")
    assert text.count("\n### ") == 2
    assert text.count("\n- ") == len(FINDINGS)
    assert "**lỗi** dòng 5, cột 26" in text


def test_what_a_story_says_stays_words() -> None:
    told = replace(PHONE, message="Có <script>`x`</script> | [a](javascript:b)\n# **c** @ai", hint="")
    line = as_github_summary([told], "").split("\n")[-2]
    assert r"\<script\>\`x\`\</script\> \| \[a\]\(javascript\:b\) \# \*\*c\*\* \@ai" in line


def test_a_summary_too_long_for_github_says_what_is_left() -> None:
    many = [replace(CODE, message="x" * 1000, severity=Severity.WARNING)] * 1000
    text = as_github_summary(many, "")
    assert len(text.encode()) < MAX_SUMMARY_BYTES + 200
    told = text.count("\n- ")
    assert text.endswith(f"\nCòn {1000 - told} mục nữa, không đủ chỗ liệt kê.\n")

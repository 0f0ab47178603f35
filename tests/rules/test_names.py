from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("stories/tap-28/do-thi-hoa.md", None),
        ("stories/tap-28/Đỗ Thị Hoa.md", "stories/tap-28/do-thi-hoa.md"),
        ("stories/tap-28/Do-Thi-Hoa.md", "stories/tap-28/do-thi-hoa.md"),
        ("stories/tap-28/do_thi_hoa.md", "stories/tap-28/do-thi-hoa.md"),
        ("stories/tap-28/….md", "stories/tap-28/do-thi-hoa.md"),
        ("stories/tap-29/bai.md", "stories/tap-28/bai.md"),
        ("stories/bai.md", "stories/tap-28/bai.md"),
        ("stories/tap-28/hoa/bai.md", "stories/tap-28/bai.md"),
        ("stories/tap-28/" + "hoa-" * 20 + "dep.md", "stories/tap-28/" + "hoa-" * 19 + "hoa.md"),
        ("bai.md", "stories/tap-28/bai.md"),
    ],
)
def test_the_right_file_name_is_told(path: str, right: str | None, check: Check, write: Write) -> None:
    hints = [f.hint for f in check(write(), path=path) if f.rule == "name/file"]
    assert len(hints) == (right is not None)
    assert all(str(right) in hint for hint in hints)


def test_a_volume_that_is_not_registered_proposes_no_folder(check: Check, write: Write) -> None:
    (finding,) = check(write(volume="82"))
    assert finding.rule == "volume/unregistered"
    assert "tập 28" in finding.hint


@pytest.mark.parametrize(
    ("person", "extra", "replacement"),
    [
        ("BÀ ĐỖ THỊ HOA", "", "Đỗ Thị Hoa\nhonorific: Bà"),
        ("ĐỖ THỊ HOA", "", "Đỗ Thị Hoa"),
        ("PGS.TS. Bà Đỗ Thị Hoa", "", "Đỗ Thị Hoa\nhonorific: PGS.TS. Bà"),
        ("PGS.TS. Đỗ Thị Hoa", "honorific: PGS.TS.\n", "Đỗ Thị Hoa"),
    ],
)
def test_titles_and_capitals_are_put_right(
    person: str, extra: str, replacement: str, check: Check, write: Write
) -> None:
    (finding,) = check(write(person=person, extra=extra))
    assert finding.rule == "name/person"
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == (replacement, False)


@pytest.mark.parametrize(
    ("person", "extra"),
    [
        ("Đỗ Thị Hoa", ""),
        ("Nguyễn Văn A", ""),
        ("Anna Kowalska", ""),
        ("Thích Đàm Ân", "honorific: Ni sư\n"),
        ("Hòa thượng Thích Thanh Nhiễu", ""),
        ("Ông Ích Khiêm", "honorific: Cụ\n"),
        ("ĐỘI CỨU HỘ", "subject: tap-the\n"),
        ("Gia đình ông Bình", "subject: ho-gia-dinh\n"),
    ],
)
def test_names_that_are_right_as_they_are(person: str, extra: str, check: Check, write: Write) -> None:
    assert check(write(person=person, extra=extra)) == ()

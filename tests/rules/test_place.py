from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

VOLUME = {"1999": "5", "2010": "16", "2015": "21", "2022": "28", "2025": "31", "2026": "32"}


Place = tuple[str, str | None, str | None]


def rules(check: Check, write: Write, place: Place) -> list[str]:
    year, district, ward = place
    extra = f"ward: {ward}\n" if ward else ""
    text = write(year=year, volume=VOLUME[year], district=district, extra=extra)
    return [f.rule for f in check(text, path=f"stories/tap-{VOLUME[year]}/do-thi-hoa.md")]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("2022", "quan-long-bien", None), []),
        (("2022", "quan-long-bien", "phuong-bo-de"), []),
        (("2022", "quan-long-bien", "phuong-da-nhap"), ["place/ward-unlisted"]),
        (("2022", "quan-long-bien", "Bồ Đề"), ["header/vocabulary"]),
        (("2022", None, "phuong-bo-de"), ["place/ward"]),
        (("2022", None, "phuong-ngoc-thuy"), ["place/ward"]),
        (("2022", None, "phuong-mat-trang"), ["header/vocabulary"]),
        (("2022", None, None), ["place/missing"]),
        (("2022", "quan-mat-trang", "phuong-bo-de"), ["header/vocabulary"]),
        (("1999", "quan-long-bien", None), ["place/district-in-time"]),
        (("1999", "huyen-gia-lam", None), []),
        (("2010", "huyen-tu-liem", None), []),
        (("2015", "huyen-tu-liem", None), ["place/district-in-time"]),
        (("2025", "quan-long-bien", "phuong-ngoc-thuy"), []),
        (("2025", "quan-long-bien", "phuong-hoan-kiem"), ["place/ward"]),
        (("2025", None, "phuong-bo-de"), []),
        (("2025", None, "phuong-ngoc-thuy"), ["place/ward"]),
        (("2026", None, "phuong-bo-de"), []),
        (("2026", None, "phuong-ngoc-thuy"), ["place/ward"]),
        (("2026", None, "phuong-mat-trang"), ["header/vocabulary"]),
        (("2026", None, None), ["place/missing"]),
        (("2026", "quan-long-bien", None), ["place/district-in-time"]),
    ],
)
def test_a_place_must_fit_the_year(place: Place, expected: list[str], check: Check, write: Write) -> None:
    assert rules(check, write, place) == expected


def test_the_message_tells_what_stood_there_instead(check: Check, write: Write) -> None:
    (finding,) = check(write(year="1999", volume="5"), path="stories/tap-5/do-thi-hoa.md")
    assert "huyện Gia Lâm" in finding.message
    assert finding.message.startswith("Năm 1999 không có quận Long Biên")


def test_a_former_ward_comes_with_its_heirs(check: Check, write: Write) -> None:
    text = write(year="2026", volume="32", district=None, extra="ward: phuong-ngoc-thuy\n")
    (finding,) = check(text, path="stories/tap-32/do-thi-hoa.md")
    assert "phuong-bo-de (phường Bồ Đề)" in finding.hint


def test_a_ward_without_district_comes_with_the_districts_it_may_be_in(check: Check, write: Write) -> None:
    (finding,) = check(write(district=None, extra="ward: phuong-minh-khai\n"))
    assert "quan-hai-ba-trung" in finding.hint
    assert "quan-bac-tu-liem" in finding.hint


def test_a_misspelt_key_is_not_a_missing_place_as_well(check: Check, write: Write) -> None:
    (finding,) = check(write(district=None, extra="distrct: quan-long-bien\n"))
    assert finding.rule == "header/unknown-key"


def test_without_a_readable_year_nothing_is_said_of_the_place(check: Check, write: Write) -> None:
    assert [f.rule for f in check(write(year="hai nghìn", district=None, extra="ward: phuong-bo-de\n"))] == [
        "header/value"
    ]

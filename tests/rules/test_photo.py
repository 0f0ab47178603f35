from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding
from builder.rules.markdown import references
from builder.rules.photo import nearest_file

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

PHOTOS = frozenset({"tap-28/hoa.jpg", "tap-28/hoa-2.jpg", "tap-29/Bến.png", "tap-29/e\u0302m.jpg"})


@pytest.mark.parametrize(
    ("file", "nearest"),
    [
        ("tap-28/HOA.JPG", "tap-28/hoa.jpg"),
        ("tap-28\\hoa.jpg", "tap-28/hoa.jpg"),
        ("tap-27/hoa-2.jpg", "tap-28/hoa-2.jpg"),
        ("tap-28/hoa.png", "tap-28/hoa.jpg"),
        ("tap-29/bến.png", "tap-29/Bến.png"),
        ("tap-29/êm.jpg", "tap-29/e\u0302m.jpg"),
        ("tap-28/hoaa.jpg", "tap-28/hoa.jpg"),
        ("tap-30/khac-han.jpg", None),
    ],
)
def test_the_photo_most_likely_meant(file: str, nearest: str | None) -> None:
    assert nearest_file(file, PHOTOS) == nearest


def test_one_trouble_a_photo(check: Check, write: Write) -> None:
    extra = "photos: [{file: tap-28/hoa.jpg, alt: Bà Hoa đứng trên bến}, {file: ../a.jpg, alt: Bà Hoa trên bến}]\n"
    body = "![a](tap-28/hoa.jpg) ![b](/x.jpg) ![c](tap-28/hoa-2.jpg) ![d](../a.jpg)\n" + "Bà ra bến. " * 120
    found = check(write(extra=extra, body=body), photos=PHOTOS)
    assert [(f.rule, f.span.line) for f in found] == [
        ("photo/path", 11),
        ("photo/path", 14),
        ("photo/undeclared", 14),
        ("photo/path", 14),
    ]


def test_references_are_what_the_renderer_sees() -> None:
    body = "`![a](b.jpg)` ![c](<d e.jpg> 'f') [g][r] \\![h](i) [![j](k.png)](l)\n\n[r]: m\n"
    found = [(one.target, one.image, body[one.start : one.end]) for one in references(body) if one.target != "m"]
    assert found == [
        ("d e.jpg", True, "d e.jpg"),
        ("i", False, "i"),
        ("l", False, "l"),
        ("k.png", True, "k.png"),
    ]


def test_a_reference_defined_elsewhere_stands_for_its_paragraph() -> None:
    body = "Xem [g][r].\n\n[r]: https://hanoi.gov.vn\n"
    (found,) = references(body)
    assert (found.target, body[found.start : found.end]) == ("https://hanoi.gov.vn", "Xem [g][r].")


def test_a_body_without_links_is_not_parsed() -> None:
    assert references("Bà [Hoa] ra bến (sông).") == ()

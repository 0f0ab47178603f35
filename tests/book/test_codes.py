import re

import pytest

from builder.book.codes import EAN_MODULE, Code, ean13, qr
from builder.model import Isbn, Length, parse_isbn

ISBN = parse_isbn("978-604-55-9560-2")
BAR = re.compile(r"M(\d+) (\d+)h(\d+)v([\d.]+)h-\d+z")


def bars(code: Code) -> list[tuple[int, int, int, float]]:
    """The dark boxes of a code: left, top, width, height."""
    path = re.findall(r'd="([^"]+)"', code.drawing)[1]
    found = [(int(m[1]), int(m[2]), int(m[3]), float(m[4])) for m in BAR.finditer(path)]
    assert BAR.sub("", path) == ""
    return found


def test_an_ean_has_thirty_bars_within_its_quiet_zones() -> None:
    found = bars(ean13(ISBN))
    assert len(found) == 30
    assert found[0][0] == 11
    assert found[-1][0] + found[-1][2] == 11 + 95
    assert ean13(ISBN).width.mm == pytest.approx((11 + 95 + 7) * EAN_MODULE.mm)


def test_guard_bars_are_longer_than_the_others() -> None:
    heights = [height for _, _, _, height in bars(ean13(ISBN))]
    tall = max(heights)
    assert [n for n, height in enumerate(heights) if height == tall] == [0, 1, 14, 15, 28, 29]
    assert len(set(heights)) == 2


def test_bars_are_at_least_eighty_percent_of_their_nominal_width() -> None:
    assert 0.8 <= EAN_MODULE.mm / 0.33 <= 2


@pytest.mark.parametrize("digits", ["9780306406157", "9791034304158"])
def test_other_books_have_other_bars(digits: str) -> None:
    assert bars(ean13(Isbn(digits, digits))) != bars(ean13(ISBN))


def test_a_qr_code_has_four_light_modules_around_it() -> None:
    code = qr("https://example.org/sach/tap-28/", Length(22))
    side = int(re.findall(r'viewBox="0 0 (\d+) \d+"', code.drawing)[0])
    found = bars(code)
    assert min(left for left, _, _, _ in found) == min(top for _, top, _, _ in found) == 4
    assert max(left + width for left, _, width, _ in found) == side - 4


def test_a_long_address_gets_a_larger_code_never_smaller_modules() -> None:
    short, long = qr("https://a.vn/", Length(22)), qr("https://a.vn/" + "rat-dai/" * 40, Length(22))
    assert short.width == Length(22)
    assert long.width > Length(22)
    side = int(re.findall(r'viewBox="0 0 (\d+) \d+"', long.drawing)[0])
    assert long.width.mm / side == pytest.approx(0.4)


def test_codes_are_black_ink_on_bare_paper_and_the_same_every_time() -> None:
    for code, again in ((ean13(ISBN), ean13(ISBN)), (qr("a", Length(20)), qr("a", Length(20)))):
        assert re.findall(r'fill="([^"]+)"', code.drawing) == ["device-cmyk(0 0 0 0)", "device-cmyk(0 0 0 1)"]
        assert code == again

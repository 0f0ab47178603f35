import pytest

from builder.vietnamese.slug import is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đỗ Thị Hoà", "do-thi-hoa"), ("Ðức Giang", "duc-giang"), ("Quận Long Biên", "quan-long-bien"),
        ("  Tập 28 – số đặc biệt! ", "tap-28-so-dac-biet"), ("Mỹ", "my"), ("ĐƯỜNG", "duong"), ("m²", "m2"),
    ],
)  # fmt: skip
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert is_slug(slug)


@pytest.mark.parametrize("text", ["", " – ", "漢字", "…"])
def test_a_slug_is_never_empty(text: str) -> None:
    with pytest.raises(ValueError, match="tên đường dẫn"):
        slugify(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "Hoa", "hoà", "a_b", "a\n"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)

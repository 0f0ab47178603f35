from __future__ import annotations

from tests.bench.typst_book import typst_of


def test_marks_of_markdown_become_those_of_typst() -> None:
    body = "Một *hai* **ba**.\n\n## Mục\n\n- bốn\n- năm\n\n1. sáu\n\n> bảy\n"
    assert typst_of(body, {}).split("\n") == [
        *("Một #emph[hai] #strong[ba].", ""),
        *("#subhead[Mục]", ""),
        *("- #[bốn]", "- #[năm]", ""),
        *("+ #[sáu]", ""),
        *("#quote(block: true)[bảy", "", "]", "", ""),
    ]


def test_signs_of_typst_are_only_signs() -> None:
    assert typst_of("a#b $c$ @d [e] f\\_g", {}).strip() == "a\\#b \\$c\\$ \\@d \\[e\\] f\\_g"
    assert typst_of("1992\\. Năm ấy", {}).strip() == "1992\\. Năm ấy"


def test_a_photo_stands_where_the_text_wants_it() -> None:
    assert typst_of("![](a.jpg)", {"a.jpg": "#photo[a]"}).strip() == "#photo[a]"
    assert typst_of("![](b.jpg)", {"a.jpg": "#photo[a]"}).strip() == ""

"""Speech on the page: where a speaker goes on behind a narrator's words, his dash stands with his words."""

from __future__ import annotations

import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.formatting_structure.boxes import LineBox, TextBox  # type: ignore[import-untyped]  # ships no types

from builder.book.markup import for_press
from tests.press.making import document
from tests.press.quick.comparing import one_setter


def lines(paragraphs: str) -> list[str]:
    """The words of each line."""
    setter = one_setter()
    source = weasyprint.HTML(string=document(str(for_press(paragraphs))))
    laid = source.render(setter._configuration, stylesheets=[setter._style])  # noqa: SLF001 - the house's
    found = [box for page in laid.pages for box in page._page_box.descendants() if isinstance(box, LineBox)]  # noqa: SLF001 - its only way
    return ["".join(box.text for box in line.descendants() if isinstance(box, TextBox)).strip() for line in found]


def test_no_line_ends_in_the_dash_behind_which_a_speaker_goes_on() -> None:
    told = [f"<p>– {'ừ ' * count}thôi – chị bảo. – Hóa ra có người ăn vì nó ngon lành.</p>" for count in range(60)]
    held = lines("".join(told))
    assert not [line for line in held if line.endswith("bảo. –")]
    assert any(line.endswith("thôi\u00a0–") for line in held)  # a narrator's dash stays with what he was told
    assert any(line.endswith("chị bảo.") for line in held)

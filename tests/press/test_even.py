"""Paragraphs with a loose line, broken anew: as the engine breaks the text the tree holds then, and fewer gape."""

from __future__ import annotations

import random
from typing import Any

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.formatting_structure.boxes import LineBox, TextBox  # type: ignore[import-untyped]  # ships no types

from builder.press.even import even
from builder.press.quick import quickened
from builder.press.stranded import set_anew
from builder.vietnamese.typo import NO_BREAK
from tests.press.making import document
from tests.press.quick.comparing import one_setter

WORDS = (
    "Sáng nào bà cũng ra giếng quẩy đôi thùng đi qua ngõ hẹp chào từng nhà nghiêng nghiêng trường chuyện khuỷu ở ạ y "
    f"thường xuyên “Nước trong” (mát) là được, bà{NO_BREAK}Tư bảo: 1.248{NO_BREAK}lượt người, năm 2022, phường; rồi! "
).split(" ")[:-1]

CAP = '<span class="cap" style="margin-left: -1pt; margin-right: 4pt">B</span>'
FLOAT = '<div style="float: left; width: 30mm; height: 51.1pt"></div>'
GAPING = 0.25 * 9.8 / 0.75
"""A quarter of an em, in CSS pixels."""

Line = tuple[str, float, float]
"""The words of a line, where they begin, and what is added to their spaces."""


def told(count: int, seed: int) -> str:
    """A paragraph of so many words whose last two stand together."""
    words = random.Random(seed).choices(WORDS, k=count)  # noqa: S311 - nothing secret
    return f"<p>{' '.join(words)} về{NO_BREAK}nhà.</p>"


def lines(laid: Any) -> list[Line]:
    boxes = [page._page_box for page in laid.pages]  # noqa: SLF001 - WeasyPrint's only way to the boxes
    found = [box for page in boxes for box in page.descendants() if isinstance(box, LineBox) and box.children]
    texts = [[one for one in line.descendants() if isinstance(one, TextBox)] for line in found]
    return [
        ("".join(one.text for one in held).replace(NO_BREAK, " "), held[-1].position_x, held[-1].justification_spacing)
        for held in texts
        if held
    ]


def three_ways(body: str) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of a text as the engine breaks it, made even, and as it breaks what the tree then says."""
    setter = one_setter()
    source = weasyprint.HTML(string=document(body))

    def render() -> Any:
        return source.render(setter._configuration, stylesheets=[setter._style])  # noqa: SLF001 - the house's

    with quickened():
        laid = render()
        before = lines(laid)
        even(laid)
    set_anew(source)
    return before, lines(laid), lines(render())


def loosest(held: list[Line]) -> float:
    return max(added for _, _, added in held)


@pytest.mark.parametrize("seed", range(40))
def test_the_engine_breaks_the_tree_as_we_broke_the_page(seed: int) -> None:
    before, after, engine = three_ways("".join(told(20 + 7 * n, 100 * seed + n) for n in range(9)))
    assert [text for text, _, _ in after] == [text for text, _, _ in engine]
    for (_, *mine), (_, *theirs) in zip(after, engine, strict=True):
        assert mine == pytest.approx(theirs, abs=0.002)
    assert len(after) == len(before)
    assert " ".join(text for text, _, _ in after) == " ".join(text for text, _, _ in before)
    assert loosest(after) <= loosest(before)


@pytest.mark.parametrize("before", [f"<p style='text-indent: 0'>{CAP}", f"{FLOAT}<p style='text-indent: 0'>"])
def test_lines_beside_an_initial_or_anything_else_are_broken_as_the_engine_would(before: str) -> None:
    changed = 0
    for seed in range(40):
        loose, after, engine = three_ways(told(70, seed).replace("<p>", before))
        assert [text for text, _, _ in after] == [text for text, _, _ in engine]
        changed += loose != after
    assert changed > 4


def test_lines_that_gape_become_fewer() -> None:
    before, after, _ = three_ways("".join(told(100, seed) for seed in range(200)))
    loose = [sum(added > GAPING for _, _, added in held) for held in (before, after)]
    assert loose[1] < 0.85 * loose[0]


@pytest.mark.parametrize(
    "body",
    [
        told(60, 3).replace("<p>", '<p style="text-align: left">'),
        told(60, 3).replace("<p>", '<p style="letter-spacing: 0.1pt">'),
        told(60, 3).replace(" giếng", " <em>giếng</em>"),
        told(60, 3).replace("<p>", "<p><em>Sáng</em> "),
        told(8, 3),
    ],
)
def test_what_is_not_plain_stays_as_it_is(body: str) -> None:
    before, after, engine = three_ways(body)
    assert before == after
    assert [text for text, _, _ in before] == [text for text, _, _ in engine]


def test_a_paragraph_that_goes_over_a_page_keeps_its_pages() -> None:
    before, after, engine = three_ways("".join(told(150, seed) for seed in range(12)))
    assert len(before) == len(after) == len(engine)
    assert after != before

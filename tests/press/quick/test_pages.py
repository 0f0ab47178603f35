"""Margin boxes are made where a rule gives them something to hold, and are not missed where none does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.press.quick import pages
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit
from tests.press.quick.comparing import compare, leaf

HTML = document("<p>Bến sông.</p><p style='break-before: page; page: other'>Đình làng.</p>")


@pytest.mark.parametrize(
    "rule",
    [
        "@page { @bottom-center { content: counter(page) } }",
        "@page other { @left-middle { content: 'lề'; margin: 2mm } @top-right-corner { content: ''; height: 9mm } }",
        "@page { @top-left { color: device-cmyk(0 1 0 0) } @footnote { margin: 3mm } }",
        "@page :first { margin: 5%; @top-center { content: none } }",
    ],
)
def test_margins_hold_what_the_engine_puts_there(rule: str) -> None:
    given = outfit()
    compare(Typesetter(replace(given, style=f"{given.style}{rule}")), HTML)


def test_pages_without_anything_in_their_margins_are_not_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_make_margin_boxes", lambda *_: pytest.fail("the engine was asked"))
    assert len(leaf(Typesetter(outfit()), HTML).pages) == 2

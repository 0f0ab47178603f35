from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.site.card import Card
from builder.site.card_mould import MARKED, UP_MARK, CardMould, filled
from builder.workspace import template_environment
from tests.factory import REPOSITORY

TEMPLATE = template_environment(REPOSITORY / "theme" / "site" / "templates").get_template("card.html")
MOULD = CardMould.parse(TEMPLATE.render(card=MARKED, up=UP_MARK))


@given(st.builds(Card, *[st.text()] * 5), st.sampled_from(["", "../", "../../../"]))
def test_a_filled_card_is_what_the_template_makes(card: Card, up: str) -> None:
    assert filled(up, MOULD.pieces(card)) == TEMPLATE.render(card=card, up=up)


def test_what_looks_like_a_mark_is_text() -> None:
    assert "[[card:up]]" in filled("../", MOULD.pieces(Card("a", "[[card:up]]", "b", "c", "d")))

from typing import Any

import pytest

from builder.book.flowers import edition_flower
from builder.flower import Kind
from builder.model import Cover
from builder.site.drawings import flower_of_book
from tests.book.making import plan_of, stories


@pytest.mark.parametrize(
    ("changes", "kind"),
    [({"cover": Cover(flower="sen")}, Kind.SEN), ({}, Kind.CUC_HOA_MI), ({"occasion": None}, None)],
)
def test_a_book_has_the_same_flower_on_the_site_and_on_paper(changes: dict[str, Any], kind: Kind | None) -> None:
    plan = plan_of(*stories(2), **changes)
    assert flower_of_book(plan) is edition_flower(plan.edition)
    assert kind is None or flower_of_book(plan) is kind

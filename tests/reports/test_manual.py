import pytest

from builder.pipeline import ALL_RULES
from builder.reports.manual import Example, as_markdown, read_manual

DOC = """Một mục được ghi hai lần.

Máy chỉ giữ
một giá trị.

Không ai biết giá trị nào đúng.

Cách sửa: giữ dòng đúng,
xóa dòng kia.

Sai:
    year: 2022
      - x
Đúng: `year: 2022` hoặc bỏ mục.
"""


def test_a_page_falls_into_its_parts() -> None:
    manual = read_manual(DOC)
    assert manual.title == "Một mục được ghi hai lần"
    assert manual.why == ("Máy chỉ giữ một giá trị.", "Không ai biết giá trị nào đúng.")
    assert manual.remedy == "giữ dòng đúng, xóa dòng kia."
    assert manual.wrong == Example("year: 2022\n  - x", block=True)
    assert manual.right == Example("`year: 2022` hoặc bỏ mục.", block=False)


def test_markdown_keeps_a_block_as_a_block() -> None:
    assert "**Sai:**\n\n```\nyear: 2022\n  - x\n```\n\n**Đúng:** `year: 2022`" in as_markdown(read_manual(DOC))


@pytest.mark.parametrize("rule", sorted(ALL_RULES))
def test_every_rule_has_a_whole_page(rule: str) -> None:
    manual = read_manual(ALL_RULES[rule].doc)
    assert all((manual.title, manual.why, manual.remedy, manual.wrong.text, manual.right.text))

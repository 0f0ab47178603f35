from dataclasses import replace

from builder.pipeline import ALL_RULES
from builder.site import Kit, Page
from builder.site.rules import SUBJECTS, rule_pages
from tests.site.conftest import MakeKit


def made(kit: Kit) -> list[Page]:
    return [pending.make() for pending in rule_pages(replace(kit, rules=tuple(ALL_RULES.values())))]


def test_the_table_names_every_rule_and_every_rule_has_its_page(make_kit: MakeKit) -> None:
    table, *pages = made(make_kit())
    assert {page.path for page in pages} == {f"quy-tac/{rule}/" for rule in ALL_RULES}
    assert [rule for rule in ALL_RULES if f"<code>{rule}</code>" not in table.body] == []


def test_every_subject_has_its_word() -> None:
    assert {rule.partition("/")[0] for rule in ALL_RULES} <= set(SUBJECTS)


def test_a_rule_s_page_carries_its_manual_with_right_and_wrong(make_kit: MakeKit) -> None:
    pages = {page.path: page for page in made(make_kit())}
    body = pages["quy-tac/privacy/phone/"].body
    assert "Có số điện thoại" in body
    assert "Sai:" in body
    assert "Đúng:" in body
    assert "Căn cứ: Luật Bảo vệ dữ liệu cá nhân" in body

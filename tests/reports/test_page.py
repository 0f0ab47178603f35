import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import Environment

from builder.model import Finding
from builder.reports import CheckReport, Heading, as_html
from builder.workspace import template_environment
from tests.factory import REPOSITORY
from tests.reports.making import CODE, CUC, FINDINGS, HOA, OCCURRING, PHONE, SOURCES, golden

HEADINGS = {HOA: Heading("<b>Giếng</b> & nước", "Đỗ Thị Hoà")}
VOID = {"meta", "br", "link", "img", "input", "hr"}


@pytest.fixture(scope="module")
def env() -> Environment:
    return template_environment(REPOSITORY / "theme")


def page(env: Environment, findings: list[Finding] = FINDINGS) -> str:
    return as_html(CheckReport(findings, SOURCES, HEADINGS, OCCURRING, "2 bài trong kho", "bản in"), env)


class Outline(HTMLParser):
    """The tags of a page: they must close in order; ids and addresses are remembered."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.addresses.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_body_is_the_one_kept(env: Environment) -> None:
    body = re.sub(r"<style>.*</style>", "<style></style>", page(env), flags=re.DOTALL)
    assert body == golden("report.html", body)


def test_the_page_needs_nothing_but_itself(env: Environment) -> None:
    text = page(env)
    outline = Outline(text)
    assert outline.open == []
    assert not outline.tags & {"script", "link", "img", "iframe", "base"}
    assert all(address.startswith("#") for address in outline.addresses)
    assert not re.search(r"url\(|@import|https?:", text)


def test_every_address_leads_somewhere_and_every_id_is_one(env: Environment) -> None:
    outline = Outline(page(env))
    assert {address[1:] for address in outline.addresses} <= set(outline.ids)
    assert len(set(outline.ids)) == len(outline.ids)


def test_what_a_story_says_stays_words(env: Environment) -> None:
    nasty = replace(PHONE, message="Có <script>alert(1)</script>", hint="</style><img src=x>", span=CODE.span)
    text = page(env, [nasty])
    assert "&lt;script&gt;alert(1)" in text
    assert "<script" not in text
    assert "<img" not in text
    assert '<h2 id="bai-1-ten">&lt;b&gt;Giếng&lt;/b&gt; &amp; nước</h2>' in text


def test_a_file_without_a_title_goes_by_its_path_told_once(env: Environment) -> None:
    text = page(env, [CODE])
    assert f">{CUC}</h2>" in text
    assert f'<p class="path">{CUC}' not in text


def test_the_worst_file_comes_first_and_only_rules_that_occur_are_explained(env: Environment) -> None:
    mild = replace(PHONE, severity=FINDINGS[2].severity)
    text = page(env, [mild, CODE])
    assert text.index(f"{CUC}</h2>") < text.index("nước</h2>")
    assert set(re.findall(r'id="quy-tac-([\w-]+)"', text)) == {"privacy-phone", "header-vocabulary"}


def test_a_clean_stock_says_so_and_lists_nothing(env: Environment) -> None:
    text = page(env, [])
    assert "Không có gì phải sửa" in text
    assert "<main" not in text
    assert Outline(text).open == []

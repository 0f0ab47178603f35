"""What a query may cost: rare words first, common ones as far as the budget reaches, and never half a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browsing import launched, served
from tests.site.links import asset

PLAN = """async ([module, costs, budget, kept, query, most]) => {
  const { planned } = await import(`./${module}`);
  const terms = Object.keys(costs);
  const index = {
    files: new Map(terms.map((term) => [term, costs[term] ? `r-${term}` : "c-0"])),
    costs: new Map(terms.filter((term) => costs[term]).map((term) => [`r-${term}`, costs[term]])),
    order: terms,
    kept: new Map(kept.map((term) => [term, {}])),
    budget,
  };
  const words = query.split(" ").map((folded) => ({ open: false, forms: [{ folded }] }));
  words.at(-1).open = most > 0;
  return planned(index, words, most);
}"""
COSTS = {"mot": 140_000, "nguoi": 90_000, "nguon": 60_000, "cay": 20_000, "khe": 0, "khan": 0}
"""Zero: in the shared file, 16,000 bytes."""


@pytest.fixture(scope="module")
def page(built_site: Path) -> Iterator[Page]:
    with served(built_site) as address, launched() as chromium:
        tab = chromium.new_page()
        tab.goto(address)
        yield tab


Plan = Callable[..., Any]


@pytest.fixture(scope="module")
def plan(page: Page, built_site: Path) -> Plan:
    """The terms read for each word of a query; the last one is unfinished if ``most`` endings are allowed."""
    module = asset(built_site, "search/postings.js")

    def made(query: str, budget: int, most: int = 0, kept: tuple[str, ...] = ()) -> Any:
        return page.evaluate(PLAN, [module, COSTS, budget, list(kept), query, most])

    return made


def test_all_words_are_read_while_the_budget_lasts(plan: Plan) -> None:
    assert plan("mot nguoi", 230_000) == [["mot"], ["nguoi"]]
    assert plan("mot nguoi", 229_999) == [None, ["nguoi"]]


def test_the_rarest_words_are_read_first_wherever_they_stand(plan: Plan) -> None:
    assert plan("mot nguoi cay khe", 40_000) == [None, None, ["cay"], ["khe"]]


def test_a_file_is_paid_once_and_what_is_there_costs_nothing(plan: Plan) -> None:
    assert plan("khe khan", 16_000) == [["khe"], ["khan"]]
    assert plan("mot", 0, kept=("mot",)) == [["mot"]]


def test_a_word_no_text_holds_is_read_and_found_nowhere(plan: Plan) -> None:
    assert plan("xyz cay", 90_000) == [[], ["cay"]]


def test_endings_come_last_and_never_without_their_word(plan: Plan) -> None:
    assert plan("cay ngu", 100_000, most=2) == [["cay"], ["nguon"]]
    assert plan("cay ngu", 170_000, most=2) == [["cay"], ["nguon", "nguoi"]]
    assert plan("nguoi", 80_000, most=2) == [None]


PHRASES = """async ([module]) => {
  const { findPhrases, findNear } = await import(`./${module}`);
  const index = { starts: Uint32Array.of(0, 64, 128) };
  const table = { records: ["một", "hai"] };
  const at = (...places) => ({ all: Uint32Array.from(places), same: Uint32Array.from(places) });
  const query = { words: [{}, {}, {}], quoted: false, groups: [[0], [1], [2]] };
  const found = (places) => [findPhrases(table, query, index, places), findNear(table, query, index, places, [0, 0])]
    .map((answers) => answers.map(({ record }) => record));
  return [found([at(5, 70), null, at(7, 80)]), found([null, null, null]), found([at(5), at(6), at()])];
}"""


def test_an_unread_word_leaves_its_place_open(page: Page, built_site: Path) -> None:
    gap, none, absent = page.evaluate(PHRASES, [asset(built_site, "search/texts.js")])
    assert gap == [["một"], ["một", "hai"]]
    assert none == [[], []]
    assert absent == [[], []]

"""The list of sources: each is used, each is in words."""

from __future__ import annotations

import re

import pytest

from builder.vocabulary import load_milestones, load_vocabulary
from builder.vocabulary.sources import cited, source_words
from builder.vocabulary.tables import read_csv, read_toml

KEPT_ADDRESSES = {"luatgiapham.com", "thaihuuha.com", "Vietnam.vn", "TaiLieu.VN"}
"""Outlets whose address is the only name known, or is their name."""


def test_every_source_and_every_outlet_is_used() -> None:
    cells = [row["source"] for row in (*read_csv("districts"), *read_toml("milestones")["milestone"])]
    used = {code for cell in cells for code in cell.split(";")} | {"nq-1656"}
    assert used == set(source_words())
    document = read_toml("sources")
    read = {place["at"] for row in document["source"] for place in row.get("read", ())}
    assert read == {outlet["code"] for outlet in document["outlet"]}


def test_a_source_says_what_it_is_and_where_it_was_read() -> None:
    assert cited("nq-15-2008") == (
        "Nghị quyết 15/2008/QH12, có hiệu lực từ ngày 01/8/2008 "
        "(đọc trên trang Báo Mới, bài số 1671696, và trang Ngôi Sao, bài số 433424)"
    )
    assert cited("cuoc-thi-2019") == "Báo Lao động Thủ đô, bài số 97790"
    assert cited("cong-dan-uu-tu-2010") == "Trang talawas; chưa đối chiếu văn bản"
    assert cited("nd-69-cp;kh-long-bien-20-nam").count("; ") == 1
    assert cited("") == ""


def test_an_unknown_source_is_a_fault_of_the_data() -> None:
    with pytest.raises(KeyError):
        cited("bao-nao-do")


def test_no_reader_meets_an_address_or_an_office_abbreviation() -> None:
    shown = [district.source for district in load_vocabulary().districts.values()]
    shown += [stone.source for stone in load_milestones()]
    for text in shown:
        hosts = set(re.findall(r"\b[\w-]+\.(?:com|vn|co|org)\b", text, re.IGNORECASE))
        assert hosts <= KEPT_ADDRESSES, text
        assert not re.search(r"\b(?:NQ|NĐ|QĐ|vb)[ \d]", text), text
        assert text[0].isupper()

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from builder.catalogue import Library
from builder.site.table import CSV_FILE, JSON_FILE, SCHEMA_FILE, columns_told, harmless, table_files
from tests.factory import library, story


def files(stock: Library, site_url: str = "") -> dict[str, str]:
    return {file.path: file.data.decode() for file in table_files(stock, site_url)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_both_tables_say_the_same_of_a_story() -> None:
    told = story(title='Giếng, "nước"', ward="phuong-bo-de", author="Trần Minh Châu", sample=True)
    made = files(library(told), "https://hoa.test/sach/")
    (row,) = rows(made[CSV_FILE])
    (entry,) = json.loads(made[JSON_FILE])["bai"]
    assert list(row) == list(entry) == [name for name, _ in columns_told()]
    assert {name: str(value) for name, value in entry.items()} == row | {"bai_mau": "True"}
    assert row["bai_mau"] == "có"
    assert row["ten_bai"] == 'Giếng, "nước"'
    assert (row["quan_huyen"], row["xa_phuong"], row["nam"]) == ("Quận Long Biên", "Phường Bồ Đề", "2022")
    assert row["dia_chi"] == "https://hoa.test/sach/bai/tap-28/do-thi-hoa/"


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert table_files(library(story()), "")[0].data.startswith(b"\xef\xbb\xbfma,")


def test_the_json_keeps_to_its_schema_a_story_a_line() -> None:
    made = files(library(story(), story("tap-28/b", person="Lê An")))
    schema = json.loads(made[SCHEMA_FILE])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(made[JSON_FILE]))
    lines = made[JSON_FILE].splitlines()
    assert [json.loads(line.rstrip(","))["ma"] for line in lines[1:-1]] == ["tap-28/b", "tap-28/do-thi-hoa"]
    assert json.loads(files(library())[JSON_FILE])["bai"] == []


@pytest.mark.parametrize("evil", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u00a0=1"])
def test_no_cell_is_taken_for_a_formula(evil: str) -> None:
    assert harmless(evil) == f"'{evil}"


@given(st.text())
def test_a_cell_is_left_alone_or_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) in {text, f"'{text}"}
    assert harmless(text).lstrip(" \u00a0")[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_a_formula_in_a_header_reaches_the_csv_harmless_and_the_json_as_it_is() -> None:
    made = files(library(story(person="=HYPERLINK(1)")))
    assert rows(made[CSV_FILE])[0]["nhan_vat"] == "'=HYPERLINK(1)"
    assert json.loads(made[JSON_FILE])["bai"][0]["nhan_vat"] == "=HYPERLINK(1)"


def test_only_what_the_page_shows_is_told() -> None:
    told = {name for name, _ in columns_told()}
    assert told.isdisjoint({"noi_dung", "chuc_vu", "anh", "phe_duyet", "tham_tra"})

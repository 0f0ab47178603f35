import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from builder.model import Finding, Fix, Severity, Span
from builder.pipeline import ALL_RULES
from builder.reports import as_sarif
from builder.reports.manual import read_manual
from builder.rules import Rule
from tests.reports.making import BOM, CODE, FINDINGS, HOA, LETTER, OCCURRING, PHONE, SOURCES, golden

SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json"


def log(findings: list[Finding], rules: dict[str, Rule[Any]] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_sarif(findings, SOURCES, rules or OCCURRING))
    return found


def complaints(found: dict[str, Any]) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return [
        f"{'/'.join(map(str, error.path))}: {error.message}" for error in Draft4Validator(schema).iter_errors(found)
    ]


def result(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = log([finding])["runs"][0]["results"][0]
    return found


def test_the_log_is_the_one_kept() -> None:
    text = as_sarif(FINDINGS, SOURCES, OCCURRING)
    assert text == golden("findings.sarif", text)


def test_the_log_is_valid_with_every_rule_there_is_and_with_none() -> None:
    each = [Finding(rule_id, Severity.WARNING, HOA, Span(5, 1), "Sai.") for rule_id in ALL_RULES]
    for findings in ([], FINDINGS, each):
        assert complaints(log(findings, dict(ALL_RULES))) == []


def test_the_schema_in_use_would_notice() -> None:
    found = log([PHONE])
    found["runs"][0]["results"][0]["level"] = "lỗi"
    del found["version"]
    assert len(complaints(found)) == 2


def test_regions_count_code_points_and_end_behind_the_last_one() -> None:
    found = log([PHONE])["runs"][0]
    assert found["columnKind"] == "unicodeCodePoints"
    region = found["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = SOURCES[HOA][region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "0912.345.678"


def test_a_place_behind_the_end_of_a_line_stays_in_the_file() -> None:
    region = result(replace(PHONE, span=Span(4, 1)))["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1}


def test_a_fix_carries_the_text_that_goes_and_the_text_that_comes() -> None:
    (fix,) = result(CODE)["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    assert SOURCES[CODE.path][2][region["startColumn"] - 1 : region["endColumn"] - 1] == "Y đức"
    assert replacement["insertedContent"]["text"] == "y-duc"


def test_what_only_bytes_show_is_no_fix_of_the_text() -> None:
    assert "fixes" not in result(BOM)
    assert "fixes" not in result(replace(LETTER, fix=Fix(Span(99, 1), "x")))


def test_a_path_is_an_address() -> None:
    found = result(CODE)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert found == {"uri": "stories/tap-28/le%20c%C3%BAc.md", "uriBaseId": "ROOT"}


def test_every_result_points_at_its_rule() -> None:
    run = log(FINDINGS)["runs"][0]
    for found in run["results"]:
        assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]


def test_the_help_is_the_manual_page() -> None:
    (told,) = log([PHONE])["runs"][0]["tool"]["driver"]["rules"]
    manual = read_manual(OCCURRING[PHONE.rule].doc)
    assert told["shortDescription"]["text"] == f"{manual.title}."
    assert manual.remedy in told["help"]["markdown"]
    assert "Căn cứ: " in told["help"]["text"]

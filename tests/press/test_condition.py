import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from builder.model import BuilderError
from builder.press.condition import PrintCondition
from builder.press.facts import Facts
from builder.press.finish import declare
from tests.factory import REPOSITORY
from tests.press.making import condition

ICC = REPOSITORY / "assets" / "icc"


@pytest.mark.parametrize("name", ["ISOcoated_v2_300_bas", "FOGRA39L_coated"])
def test_the_conditions_of_the_house_are_named_as_the_trade_does(name: str) -> None:
    assert condition(name).identifier == "FOGRA39"
    assert len(condition(name).profile) > 100_000


def test_profiles_are_the_bytes_their_provenance_names() -> None:
    told = dict(re.findall(r"`(\w+\.icc)`.*`([0-9a-f]{64})`", (ICC / "README.md").read_text(encoding="utf-8")))
    assert told == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in ICC.glob("*.icc")}


def register(folder: Path, file: str) -> Path:
    entry = f'[giay]\nfile = "{file}"\nidentifier = "FOGRA52"\ncondition = "giấy Ford"\n'
    (folder / "profiles.toml").write_text(entry, encoding="utf-8")
    return folder


def test_an_unknown_condition_is_answered_with_those_there_are() -> None:
    with pytest.raises(BuilderError, match="“giay”") as caught:
        PrintCondition.named(ICC, "giay")
    assert "FOGRA39L_coated" in caught.value.remedy


@pytest.mark.parametrize(("data", "said"), [(None, "Không đọc được"), (b"RGB" * 99, "không phải hồ sơ màu CMYK")])
def test_a_missing_or_foreign_profile_is_named(tmp_path: Path, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / "giay.icc").write_bytes(data)
    with pytest.raises(BuilderError, match=f"{said}.*giay" if data is None else f"giay.*{said}"):
        PrintCondition.named(register(tmp_path, "giay.icc"), "giay")


def test_a_missing_register_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuilderError, match=r"profiles\.toml"):
        PrintCondition.named(tmp_path, "giay")


def test_a_shop_s_own_profile_is_named_by_its_file() -> None:
    own = PrintCondition.named(ICC, "FOGRA39L_coated.icc")
    assert own.profile == condition("FOGRA39L_coated").profile
    assert (own.identifier, own.registry) == ("Custom", "")
    assert own.label == own.words != ""
    assert condition().label == "FOGRA39"
    assert PrintCondition.named(Path("/"), str(ICC / "FOGRA39L_coated.icc")).profile == own.profile


def test_a_shop_s_own_profile_that_is_broken_is_named(tmp_path: Path) -> None:
    header = (ICC / "FOGRA39L_coated.icc").read_bytes()[:128]
    (tmp_path / "nha-in.icc").write_bytes(header)
    with pytest.raises(BuilderError, match=r"nha-in\.icc"):
        PrintCondition.named(tmp_path, "nha-in.icc")
    with pytest.raises(BuilderError, match=r"khac\.icc"):
        PrintCondition.named(tmp_path, "khac.icc")


def test_an_intent_of_the_shop_s_own_names_no_registry() -> None:
    facts = Facts("Sách", "", date(2024, 1, 1), "pdf/x-1a", PrintCondition.named(ICC, "FOGRA39L_coated.icc"))
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        declare(pdf, facts)
        (intent,) = pdf.Root.OutputIntents
        assert "/RegistryName" not in intent
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == ("Custom", facts.condition.words)

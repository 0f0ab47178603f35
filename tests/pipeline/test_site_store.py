"""What was made is made once; of some things only the latest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline import site_store
from builder.pipeline.site_store import Store
from builder.site.store import latest


def made(store: Store, name: str, text: str) -> str:
    return store.cached(name, lambda: text)


def test_what_was_made_under_a_name_is_given_again(tmp_path: Path) -> None:
    with Store(tmp_path / "a.sqlite") as store:
        assert made(store, "body\none", "một") == "một"
        assert made(store, "body\none", "hai") == "một"
    with Store(tmp_path / "a.sqlite") as store:
        assert made(store, "body\none", "ba") == "một"


def test_a_store_at_rest_has_nothing_open_and_is_opened_by_who_asks(tmp_path: Path) -> None:
    with Store(tmp_path / "a.sqlite") as store:
        made(store, "body\none", "một")
        store.rest()
        assert [file.name for file in tmp_path.iterdir()] == ["a.sqlite"]
        assert made(store, "body\none", "hai") == "một"
        store.rest()
        store.rest()


def test_the_latest_takes_the_place_of_what_was_before(tmp_path: Path) -> None:
    with Store(tmp_path / "a.sqlite") as store:
        assert made(store, latest("names", "one"), "một") == "một"
        assert made(store, latest("names", "one"), "hai") == "một"
        assert made(store, latest("names", "two"), "ba") == "ba"
        assert made(store, latest("names", "one"), "bốn") == "bốn"
        assert made(store, latest("other", "one"), "năm") == "năm"
    with Store(tmp_path / "a.sqlite") as store:
        assert made(store, latest("names", "one"), "sáu") == "bốn"


def test_other_code_makes_the_latest_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path / "a.sqlite") as store:
        made(store, latest("names", "one"), "một")
    monkeypatch.setattr(site_store, "code_fingerprint", lambda *packages: "/".join(packages).encode())
    with Store(tmp_path / "a.sqlite") as store:
        assert made(store, latest("names", "one"), "hai") == "hai"

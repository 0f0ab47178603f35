"""Assets under names that tell their content: references follow, and a change reaches all that lead to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import BuilderError
from builder.site import hashed_assets

FILES = {
    "site.css": b'@font-face { src: url("fonts/a.woff2") format("woff2"), url(fonts/b.woff2); } i { mask: url(#x) }',
    "fonts/a.woff2": b"\x00\xff",
    "fonts/b.woff2": b"b",
    "deep/page.js": b'import { a } from "./one.js";\nconst two = () => import("../two.js");\nconst at = "../";',
    "deep/one.js": b'import "../two.js";\nexport const a = 1;',
    "two.js": b'import { a } from "./deep/one.js";',
    "app.webmanifest": b'{"start_url": "../", "icons": [{"src": "fonts/a.woff2"}]}',
}


def test_every_name_tells_its_content_and_every_reference_follows() -> None:
    found = hashed_assets(FILES, "x")
    assert set(found.names) == set(FILES)
    assert set(found.names.values()) == set(found.files)
    for name, path in found.names.items():
        stem, suffix = name.rsplit(".", 1)
        assert path.startswith(f"x/{stem}.")
        assert path.endswith(f".{suffix}")
        assert len(path) == len(f"x/{name}") + 11
    short = {name: path.removeprefix("x/") for name, path in found.names.items()}
    assert found.files[found.names["site.css"]].decode() == (
        f'@font-face {{ src: url("{short["fonts/a.woff2"]}") format("woff2"), url({short["fonts/b.woff2"]}); }} '
        "i { mask: url(#x) }"
    )
    page = found.files[found.names["deep/page.js"]].decode()
    assert f'from "./{short["deep/one.js"].removeprefix("deep/")}"' in page
    assert f'import("../{short["two.js"]}")' in page
    assert f'"src": "{short["fonts/a.woff2"]}"' in found.files[found.names["app.webmanifest"]].decode()
    assert found.files[found.names["fonts/a.woff2"]] == b"\x00\xff"


def test_a_change_renames_whatever_leads_to_it_and_nothing_else() -> None:
    before = hashed_assets(FILES, "x").names
    after = hashed_assets(FILES | {"fonts/b.woff2": b"c"}, "x").names
    assert {name for name in FILES if before[name] != after[name]} == {"fonts/b.woff2", "site.css"}


def test_files_that_lead_to_each_other_change_together() -> None:
    before = hashed_assets(FILES, "x").names
    after = hashed_assets(FILES | {"two.js": FILES["two.js"] + b"//"}, "x").names
    assert {name for name in FILES if before[name] != after[name]} == {"deep/page.js", "deep/one.js", "two.js"}


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.css", b"url(gone.woff2)"), ("a.js", b'import "./gone.js"'), ("a.webmanifest", b'{"src": "gone.png"}')],
)
def test_an_asset_that_is_not_there_is_named(name: str, data: bytes) -> None:
    with pytest.raises(BuilderError, match="gone"):
        hashed_assets({name: data}, "x")


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,5}\.(css|png|woff2)", fullmatch=True), st.binary(max_size=9).map(bytes.hex))
)
def test_files_without_references_keep_their_bytes(texts: dict[str, str]) -> None:
    files = {name: text.encode() for name, text in texts.items()}
    found = hashed_assets(files, "x")
    assert {name: found.files[path] for name, path in found.names.items()} == files
    assert found == hashed_assets(dict(reversed(files.items())), "x")

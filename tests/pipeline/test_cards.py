from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline.cards import Public, write_cards
from builder.pipeline.outlet import Outlet
from builder.pipeline.stages import Stage
from builder.site import share_cards
from tests.factory import REPOSITORY, story

FONTS = REPOSITORY / "assets" / "fonts"


@pytest.mark.parametrize(
    ("site_url", "stage", "cards", "has"),
    [
        ("https://hoa.test/", Stage.WEB, True, True),
        ("https://hoa.test/", Stage.WEB, False, False),
        ("https://hoa.test/", Stage.DRAFT, True, False),
        ("", Stage.WEB, True, False),
    ],
)
def test_only_a_public_site_with_an_address_has_cards(site_url: str, stage: Stage, *, cards: bool, has: bool) -> None:
    assert Public.of(site_url, stage, cards=cards).cards is has


def drawn(folder: Path, count: int = 2) -> dict[str, Path]:
    """The cards of some stories, drawn below a folder that may hold them already."""
    stories = [story(f"tap-28/x{n}", title=f"Bài {n}") for n in range(count)]
    outlet = Outlet(folder / "site", folder / "outlet.sqlite")
    write_cards(share_cards(stories, ()), outlet, FONTS)
    outlet.close()
    return {name: folder / "site" / name for name in sorted(outlet.written)}


def test_a_card_is_drawn_once_and_again_when_it_is_gone_or_damaged(tmp_path: Path) -> None:
    cards = drawn(tmp_path)
    first = {name: (path.read_bytes(), path.stat().st_mtime_ns) for name, path in cards.items()}
    gone, damaged, left = cards
    cards[gone].unlink()
    cards[damaged].write_bytes(b"PNG")
    assert drawn(tmp_path) == cards
    assert {name: path.read_bytes() for name, path in cards.items()} == {
        name: data for name, (data, _) in first.items()
    }
    assert cards[left].stat().st_mtime_ns == first[left][1]
    assert cards[damaged].stat().st_mtime_ns > first[damaged][1]


def test_the_card_of_a_story_that_is_gone_goes_too(tmp_path: Path) -> None:
    before, after = drawn(tmp_path), drawn(tmp_path, 1)
    assert [name for name, path in before.items() if path.exists()] == list(after)


def test_workers_draw_the_same_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = drawn(tmp_path / "a")
    monkeypatch.setattr("builder.pipeline.cards._MANY", 1)
    together = drawn(tmp_path / "b")
    assert {name: path.read_bytes() for name, path in alone.items()} == {
        name: path.read_bytes() for name, path in together.items()
    }

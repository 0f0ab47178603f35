"""The cards for shared links onto the disk: each drawn once, many by several processes, flower by flower.

A card takes some 10 ms and 43 kB, its flower 70 ms, shared by all stories that carry it: ten thousand cards are 80 s on
two processors, once, and 430 MB. A card that lies on the site as it was drawn is left alone, and its bytes are kept
nowhere else. Cards are drawn only for a site whose address is known, for a shared link needs a whole address to
show them; a draft has none.
"""

from __future__ import annotations

import multiprocessing
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from builder.site import Order, ShareCard
from builder.workspace import code_fingerprint, digest

from .outlet import Outlet, Written, write_file
from .stages import Stage

_MANY = 12
"""From so many flowers on, starting processes pays."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Cards that carry one flower with their keys, where they go, where the fonts lie: what travels to a worker."""

    flower: Order
    cards: Sequence[tuple[ShareCard, bytes]]
    out: Path
    fonts: Path


@dataclass(frozen=True, slots=True)
class Public:
    """A site as the world sees it: its address with scheme (empty if not known), the pages that are not ours."""

    site_url: str = ""
    pages: tuple[str, ...] = ()
    cards: bool = False

    @classmethod
    def of(cls, site_url: str, stage: Stage, *, cards: bool) -> Public:
        """A site that may have ``cards``: it has them if a shared link can show them and it is no draft."""
        return cls(site_url, cards=cards and bool(site_url) and stage is not Stage.DRAFT)


def write_cards(cards: Iterable[ShareCard], outlet: Outlet, fonts: Path) -> None:
    """Draw the cards that do not lie in the outlet as they were drawn before."""
    keys = {card: _key(card) for card in cards}
    missing = [card for card, key in keys.items() if not outlet.holds(card.path, key)]
    batches = [
        _Batch(flower, tuple((card, keys[card]) for card in held), outlet.out, fonts)
        for flower, held in _by_flower(missing).items()
    ]
    if len(batches) < _MANY:
        outlet.add(file for batch in batches for file in _draw(batch))
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        outlet.add(file for files in pool.map(_draw, batches, chunksize=4) for file in files)


def _key(card: ShareCard) -> bytes:
    """A card depends on its words and its flower, which its path tells, and on the code that draws it."""
    return digest(code_fingerprint("flower", "press"), version("resvg-py"), "share card", card.path)


def _by_flower(cards: Iterable[ShareCard]) -> dict[Order, list[ShareCard]]:
    found: dict[Order, list[ShareCard]] = defaultdict(list)
    for card in cards:
        found[card.flower].append(card)
    return found


def _draw(batch: _Batch) -> list[tuple[str, Written]]:
    """Draw and write the cards of a flower."""
    # What draws takes a while to load: a site whose cards all lie there, or that has none, does without.
    from builder.press.share_card import Words, ground, share_card  # noqa: PLC0415

    paper = ground(batch.flower.draw())
    files = []
    for card, key in batch.cards:
        words = Words(card.series, card.title, card.name, card.place, card.note)
        files.append((card.path, write_file(batch.out, card.path, share_card(paper, words, batch.fonts), key)))
    return files

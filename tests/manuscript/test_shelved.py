"""A story whose text lies in a store is the story, whoever looks at it."""

from __future__ import annotations

import dataclasses
import pickle

from builder.manuscript.shelved import ShelvedStory
from builder.manuscript.story_row import RowReader, row_of
from builder.model import Story
from builder.vocabulary import load_vocabulary
from tests.factory import story

TOLD = story()


def shelved(fetched: list[str]) -> Story:
    def fetch() -> str:
        fetched.append(TOLD.id)
        return TOLD.body

    return RowReader(load_vocabulary(), {28: TOLD.volume}).shelved(row_of(TOLD), fetch)


def test_it_equals_hashes_and_shows_as_the_story_with_its_text() -> None:
    one, other = shelved([]), shelved([])
    assert one == other
    assert one == TOLD
    assert {TOLD: True}[one]
    assert one != dataclasses.replace(TOLD, body="Khác.\n")
    assert hash(one) == hash(TOLD)
    assert repr(one) == repr(TOLD)
    assert one.published


def test_changed_or_sent_away_it_becomes_the_story() -> None:
    one = shelved([])
    assert isinstance(one, ShelvedStory)
    for made in (pickle.loads(pickle.dumps(one)), dataclasses.replace(one)):  # noqa: S301  # what was just pickled
        assert type(made) is Story
        assert made == TOLD
    assert dataclasses.replace(one, title="Khác").body == TOLD.body


def test_the_text_is_fetched_only_when_it_is_asked_for() -> None:
    fetched: list[str] = []
    one = shelved(fetched)
    assert (one.title, one.person, one.place) == (TOLD.title, TOLD.person, TOLD.place)
    assert fetched == []
    assert one.body == TOLD.body
    assert fetched == [TOLD.id]

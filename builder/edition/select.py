"""Choosing stories for a book."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from builder.model import Selection, Story, Ward


def chosen(story: Story, selection: Selection) -> bool:
    """Whether a selection takes a story: ``exclude`` wins over all, ``ids`` adds, every other list must agree."""
    if story.id in selection.exclude:
        return False
    if story.id in selection.ids:
        return True
    if not _narrows(selection):
        return not selection.ids
    return (
        _allows(selection.volumes, {story.volume.number})
        and _allows(selection.districts, _places(story))
        and _allows(selection.fields, {story.field.code})
        and _allows(selection.awards, {award.kind.code for award in story.awards} | {story.award_level.code})
        and (selection.years is None or selection.years[0] <= story.year <= selection.years[1])
    )


def _narrows(selection: Selection) -> bool:
    return bool(selection.volumes or selection.districts or selection.fields or selection.awards or selection.years)


def _allows(wanted: tuple[object, ...], has: AbstractSet[object]) -> bool:
    return not wanted or not has.isdisjoint(wanted)


def _places(story: Story) -> set[str]:
    """A story's chapter, and its ward where that is one of 2025: a ward's book may ask for either."""
    codes = {story.place.chapter.code}
    if isinstance(story.place.ward, Ward):
        codes.add(story.place.ward.code)
    return codes

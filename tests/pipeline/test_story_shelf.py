"""A remembered chunk is the chunk that would be made."""

from dataclasses import replace

from builder.book import PhotoFile, Picture
from builder.book.story import story_chunk
from builder.model import Photo
from builder.pipeline.story_shelf import StoryShelf
from tests.book.making import desk, edition, stories
from tests.press.making import Memory


def photo(_: Photo) -> PhotoFile:
    return PhotoFile("/photos/a.jpg", b"\x00\xff", 900, 1200)


def test_a_chunk_comes_back_whole_from_the_store() -> None:
    story = replace(stories(1)[0], photos=(Photo("a.jpg", "Bà cụ", portrait=True),))
    made = story_chunk(desk(photo), story)
    assert isinstance(made.pictures[0], Picture)
    store = Memory()
    assert StoryShelf(store, b"1").of(edition(), photo, {})(story, lambda: made) == made

    def again() -> None:
        raise AssertionError

    assert StoryShelf(store, b"1").of(edition(), photo, {})(story, again) == made  # type: ignore[arg-type]  # must not run


def test_what_changes_a_chunk_makes_it_again() -> None:
    story = stories(1)[0]
    store, made = Memory(), []

    def make() -> object:
        made.append(1)
        return story_chunk(desk(), story)

    for templates, book, told in (
        (b"1", edition(), story),
        (b"2", edition(), story),
        (b"1", edition(title="Khác"), story),
        (b"1", edition(), replace(story, body="Khác.\n")),
        (b"1", edition(), story),
    ):
        StoryShelf(store, templates).of(book, photo, {})(told, make)  # type: ignore[arg-type]  # counts, and makes one
    assert len(made) == 4


def test_a_print_stands_for_a_story() -> None:
    story, store = stories(1)[0], Memory()
    made = story_chunk(desk(), story)
    shelf = StoryShelf(store, b"1")
    assert shelf.of(edition(), photo, {story.id: "1"})(story, lambda: made) is made
    changed = replace(story, body="Khác.\n")
    again = shelf.of(edition(), photo, {story.id: "2"})(changed, lambda: story_chunk(desk(), changed))
    assert again != made
    assert shelf.of(edition(), photo, {story.id: "1"})(story, lambda: again) == made

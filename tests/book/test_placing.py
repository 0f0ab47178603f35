from itertools import pairwise

from builder.book.geometry import PageGeometry
from builder.book.placing import Loose, place_loose
from builder.model import Length, Trim

PAGE = PageGeometry(Trim(Length(145), Length(205)), Length(3))
PARAGRAPH = f"<p>{'chữ ' * 63}hết</p>"
"""Some four lines."""
PHOTO = Loose("<figure></figure>", 16)


def body(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


def test_a_photo_stands_between_paragraphs_of_a_page_that_has_room() -> None:
    text, left = place_loose(body(*[PARAGRAPH] * 12), [PHOTO], PAGE, 20)
    assert not left
    before = text.split(PHOTO.html)[0].count("</p>")
    assert PAGE.lines <= 20 + 4 * before <= 2 * PAGE.lines - 16
    assert text.replace(f"{PHOTO.html}\n", "") == body(*[PARAGRAPH] * 12)


def test_photos_keep_their_order_and_a_page_each() -> None:
    photos = [Loose(f"<figure>{n}</figure>", 16) for n in range(3)]
    text, left = place_loose(body(*[PARAGRAPH] * 40), photos, PAGE, 20)
    assert not left
    places = [text.index(photo.html) for photo in photos]
    assert places == sorted(places)
    assert all(text[a:b].count("</p>") >= 2 for a, b in pairwise(places))


def test_what_finds_no_room_is_left_for_the_end() -> None:
    short = body(*[PARAGRAPH] * 2)
    assert place_loose(short, [PHOTO], PAGE, 20) == (short, [PHOTO.html])


def test_speech_is_not_parted_from_what_announces_it() -> None:
    for next_one in ("<p>– Ai đấy?</p>", "<p>“Ai đấy?”</p>"):
        text, left = place_loose(body(*[PARAGRAPH, next_one] * 12), [PHOTO], PAGE, 20)
        assert not left
        assert f"{PHOTO.html}\n{next_one}" not in text
    announced = PARAGRAPH.replace("hết", "hết:")
    assert place_loose(body(*[announced] * 12), [PHOTO], PAGE, 20)[1] == [PHOTO.html]

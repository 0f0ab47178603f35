from __future__ import annotations

import dataclasses

from builder.site import SITE_CARD, share_cards
from builder.site.share import story_card
from builder.site.story import story_page
from tests.factory import story
from tests.site.conftest import MakeKit


def test_a_card_says_who_what_and_where() -> None:
    card = story_card(story(honorific="Bà", ward="phuong-bo-de", sample=True))
    assert card.series == "Những bông hoa đẹp, tập 28"
    assert (card.title, card.name) == ("Giếng nước đầu ngõ", "Bà Đỗ Thị Hoà")
    assert card.place.replace("\u00a0", " ") == "Tổ dân phố số 6, phường Bồ Đề, quận Long Biên"
    assert card.note == "Bài mẫu – nhân vật hư cấu"
    assert story_card(story()).note == ""


def test_a_line_breaks_between_its_parts_unless_one_is_a_line_itself() -> None:
    long = "Ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn ven sông"
    place = story_card(story(unit=long)).place
    assert "chống thiên tai và tìm kiếm cứu nạn ven sông, quận\u00a0Long\u00a0Biên" in place


def test_a_card_has_a_new_address_when_its_words_change_and_only_then() -> None:
    paths = {
        story_card(story(**changes)).path
        for changes in ({}, {"title": "Khác"}, {"person": "Lê An"}, {"unit": "Khác"}, {"sample": True})
    }
    assert len(paths) == 5
    assert story_card(story(body="Chữ khác.")).path == story_card(story()).path
    assert story_card(story()).path.startswith("the/tap-28/do-thi-hoa-")


def test_every_story_and_the_site_have_cards(make_kit: MakeKit) -> None:
    told = story()
    cards = share_cards([told], ())
    assert cards == (SITE_CARD, story_card(told))
    assert story_page(told, make_kit(told)).card == story_card(told).path
    assert len({card.path for card in (*cards, dataclasses.replace(SITE_CARD, name="x"))}) == 3

from __future__ import annotations

import dataclasses
import re
from typing import Any

from builder.model import Photo, Story
from builder.site import Page
from builder.site.gallery import gallery_pages, hangings
from builder.site.paging import CARDS
from tests.factory import story
from tests.site.conftest import MakeKit


def told(number: int, *photos: Photo, **changes: Any) -> Story:
    return dataclasses.replace(story(f"tap-28/a{number}", **changes), photos=photos)


def photo(file: str = "x.jpg", /, **changes: Any) -> Photo:
    return Photo(file, "Bà cười bên giếng", **changes)


def pages_of(make_kit: MakeKit, *stories: Story) -> dict[str, Page]:
    return {pending.path: pending.make() for pending in gallery_pages(make_kit(*stories))}


def test_photos_come_first_and_every_story_hangs() -> None:
    stories = [told(1), told(2, photo("b.jpg"), photo("c.jpg")), told(3, photo("d.jpg", portrait=True))]
    hung = hangings(stories)
    assert [(hanging.story.id[-1], hanging.photo.file if hanging.photo else "") for hanging in hung] == [
        ("2", "b.jpg"),
        ("2", "c.jpg"),
        ("1", ""),
        ("3", ""),
    ]


def test_a_photo_keeps_its_words_its_size_and_its_way_to_the_story(make_kit: MakeKit) -> None:
    body = pages_of(make_kit, told(1, photo(caption="Trưa hè", credit="Lê An")))["thu-vien-anh/2022/"].body
    assert 'src="../../anh/x.jpg" alt="Bà cười bên giếng" width="800" height="600" loading="lazy"' in body
    assert 'href="../../bai/tap-28/a1/"' in body
    assert "Trưa hè" in body
    assert "Ảnh: Lê An" in body


def test_a_withheld_photo_is_nowhere(make_kit: MakeKit) -> None:
    pages = pages_of(make_kit, told(1, photo("kin.jpg", portrait=True)))
    assert not [path for path, page in pages.items() if "kin.jpg" in page.body]
    assert "1 bông hoa" in pages["thu-vien-anh/"].body


def test_a_full_year_goes_over_several_pages_and_loses_nobody(make_kit: MakeKit) -> None:
    stories = [told(n, photo(f"{n}.jpg")) if n % 9 == 0 else told(n) for n in range(2 * CARDS + 5)]
    pages = pages_of(make_kit, *stories)
    assert set(pages) == {"thu-vien-anh/", *(f"thu-vien-anh/2022/{leaf}" for leaf in ("", "2/", "3/"))}
    shown = [link for path, page in pages.items() if path != "thu-vien-anh/" for link in STORY_LINK.findall(page.body)]
    assert sorted(shown) == sorted(told.id for told in stories)
    assert "trang 2 / 3" in pages["thu-vien-anh/2022/2/"].title


def test_the_overview_shows_few_pictures_a_year_newest_first(make_kit: MakeKit) -> None:
    stories = [told(n) for n in range(30)] + [told(99, year=2023, volume=29)]
    body = pages_of(make_kit, *stories)["thu-vien-anh/"].body
    assert re.findall(r'class="album-year">(\d+)', body) == ["2023", "2022"]
    assert body.count("<img") == 6


STORY_LINK = re.compile(r'href="(?:\.\./)+bai/([^"]*)/"')


def test_the_key_of_a_page_changes_with_what_it_shows(make_kit: MakeKit) -> None:
    def keys(*stories: Story) -> list[str]:
        return [pending.key for pending in gallery_pages(make_kit(*stories))]

    assert keys(told(1)) == keys(told(1))
    assert keys(told(1)) != keys(told(1, title="Tên khác"))
    assert keys(told(1, photo())) != keys(told(1, photo(caption="Trưa hè")))

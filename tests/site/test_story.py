from __future__ import annotations

import dataclasses
import re
from datetime import date

from builder.model import Award, Photo
from builder.site import PhotoView
from builder.site.build import pending_pages
from builder.site.story import story_page
from builder.vocabulary import load_vocabulary
from tests.factory import story
from tests.site.conftest import MakeKit, view_of
from tests.site.golden import golden

AWARD = Award(load_vocabulary().awards["nguoi-tot-viec-tot-tp"], "4512/QĐ-UBND", date(2022, 10, 5))


def test_the_page_of_a_story(make_kit: MakeKit) -> None:
    told = story(
        author="Trần Minh Châu",
        written_on="2022-08-15",
        ward="phuong-bo-de",
        sample=True,
        summary="Một cái giếng chung.",
    )
    told = dataclasses.replace(told, awards=(AWARD,), position="tổ trưởng tổ dân phố")
    others = [story(f"tap-28/x{n}", person=name) for n, name in enumerate(("Lê Thị An", "Trần Văn Ơn"))]
    page = story_page(told, make_kit(told, *others))
    assert (page.path, page.title) == ("bai/tap-28/do-thi-hoa/", "Giếng nước đầu ngõ – Đỗ Thị Hoà")
    assert page.description == "Bài mẫu – nhân vật hư cấu. Một cái giếng chung."
    assert page.body == golden("story.html", page.body)


def test_a_story_is_not_trusted(make_kit: MakeKit) -> None:
    evil = "<script>alert(1)</script>"
    told = story(title=evil, person=evil, unit=evil, summary=evil, body=f"{evil}\n\n[x](javascript:alert(1))\n")
    page = story_page(told, make_kit(told))
    assert "<script>alert" not in page.body + page.head
    assert "javascript:" not in re.sub(r"<p>.*?</p>", "", page.body)


def test_only_samples_say_that_they_are(make_kit: MakeKit) -> None:
    real, sample = story(), story("tap-28/mau", sample=True)
    kit = make_kit(real, sample)
    assert "nhân vật hư cấu" in story_page(sample, kit).body
    assert "nhân vật hư cấu" not in story_page(real, kit).body


def test_a_portrait_takes_the_place_of_the_flower(make_kit: MakeKit) -> None:
    portrait = Photo("hoa.jpg", "Bà Hoà bên giếng", portrait=True, credit="Nguyễn An", consent=True)
    told = dataclasses.replace(story(), photos=(portrait,))
    body = story_page(told, make_kit(told)).body
    assert '<img src="../../../anh/hoa.jpg" alt="Bà Hoà bên giếng" width="800" height="600">' in body
    assert "Ảnh: Nguyễn An" in body
    assert "story-flower" not in body


def test_without_consent_the_flower_stands_for_the_portrait(make_kit: MakeKit) -> None:
    photos = (Photo("hoa.jpg", "Bà Hoà bên giếng", portrait=True), Photo("em.jpg", "Em bé bên giếng", minor=True))
    told = dataclasses.replace(story(body="Một.\n\n![x](em.jpg)\n\nHai.\n"), photos=photos)
    body = story_page(told, make_kit(told)).body
    assert "story-flower" in body
    assert "hoa.jpg" not in body
    assert "em.jpg" not in body
    assert "Em bé" not in body


def test_a_photo_that_may_not_be_shown_is_never_made_ready(make_kit: MakeKit) -> None:
    told = dataclasses.replace(story(), photos=(Photo("hoa.jpg", "Bà Hoà bên giếng", portrait=True),))
    asked: list[Photo] = []

    def view(photo: Photo) -> PhotoView:
        asked.append(photo)
        return view_of(photo)

    for pending in pending_pages(dataclasses.replace(make_kit(told), photo=view)):
        pending.make()
    assert asked == []


def test_photos_stand_where_the_text_wants_them_and_the_rest_at_its_end(make_kit: MakeKit) -> None:
    photos = (Photo("a.jpg", "Ảnh a"), Photo("b.jpg", "Ảnh b", caption="Cuối bài", credit="Tranh của Lan"))
    told = dataclasses.replace(story(body="Một.\n\n![x](a.jpg)\n\nHai.\n"), photos=photos)
    body = story_page(told, make_kit(told)).body
    assert body.index("ột.") < body.index("a.jpg") < body.index("Hai.") < body.index("b.jpg")
    assert 'Cuối bài <span class="credit">Tranh của Lan</span>' in body


def test_neighbours_are_those_of_the_volume(make_kit: MakeKit) -> None:
    first, second = story("tap-28/a", person="Lê An"), story("tap-28/b", person="Lê Bình")
    other = story("tap-29/c", person="Lê Chi", volume=29, year=2023)
    kit = make_kit(first, second, other)
    assert 'rel="next" href="../../../bai/tap-28/b/"' in story_page(first, kit).body
    assert 'rel="prev"' not in story_page(first, kit).body
    assert 'class="turn"' not in story_page(other, kit).body

from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest

from builder.model import Award, Story, Subject, Volume
from builder.site import Kit
from builder.site.metadata import description_of, story_data
from builder.vocabulary import load_vocabulary
from tests.factory import story
from tests.site.conftest import MakeKit
from tests.site.machines import thing

AWARD = Award(load_vocabulary().awards["nguoi-tot-viec-tot-tp"], "4512/QĐ-UBND", date(2022, 10, 5))


def data_of(told: Story, kit: Kit) -> str:
    return story_data(told, description_of(told, kit), kit)


def test_a_story_is_an_article_about_a_person(make_kit: MakeKit) -> None:
    told = story(
        ward="phuong-bo-de", author="Trần Minh Châu", written_on="2022-08-15", aliases=["Bà Hoà giếng"], honorific="Bà"
    )
    told = dataclasses.replace(told, awards=(AWARD,), position="tổ trưởng")
    article = thing(data_of(told, make_kit(told)), "Article")
    assert article["about"] == {
        "@type": "Person",
        "name": "Bà Đỗ Thị Hoà",
        "alternateName": ["Bà Hoà giếng"],
        "jobTitle": "Tổ trưởng",
        "affiliation": {"@type": "Organization", "name": "Tổ dân phố số 6"},
        "award": [AWARD.kind.label],
    }
    assert article["author"] == {"@type": "Person", "name": "Trần Minh Châu"}
    assert article["dateCreated"] == "2022-08-15"
    assert article["contentLocation"]["address"]["addressLocality"] == "Phường Bồ Đề, quận Long Biên"


def test_nobody_in_a_sample_is_offered_as_real(make_kit: MakeKit) -> None:
    told = story(sample=True, author="Trần Minh Châu", written_on="2022-08-15", ward="phuong-bo-de")
    told = dataclasses.replace(told, awards=(AWARD,))
    head = data_of(told, make_kit(told))
    work = thing(head, "ShortStory")
    assert work["creativeWorkStatus"] == "Bài mẫu – nhân vật hư cấu"
    assert work["character"] == {"@type": "Person", "name": "Đỗ Thị Hoà"}
    assert not {"about", "author", "dateCreated", "contentLocation"} & set(work)
    assert AWARD.kind.label not in head
    assert description_of(told, make_kit(told)).startswith("Bài mẫu – nhân vật hư cấu. ")


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        (Subject.COLLECTIVE, {"@type": "Organization", "name": "Tổ xe", "award": [AWARD.kind.label]}),
        (Subject.HOUSEHOLD, {"@type": "Thing", "name": "Tổ xe"}),
    ],
)
def test_collectives_are_organizations_and_households_claim_nothing(
    make_kit: MakeKit, subject: Subject, about: dict[str, object]
) -> None:
    told = dataclasses.replace(story(), subject=subject, person="Tổ xe", unit="Tổ xe", awards=(AWARD,))
    assert thing(data_of(told, make_kit(told)), "Article")["about"] == about


def test_only_a_documented_number_is_stated(make_kit: MakeKit) -> None:
    assumed = story()
    known = dataclasses.replace(assumed, volume=Volume(28, (2022,), documented=True))
    assert "volumeNumber" not in thing(data_of(assumed, make_kit(assumed)), "Article")["isPartOf"]
    assert thing(data_of(known, make_kit(known)), "Article")["isPartOf"]["volumeNumber"] == "28"


def test_addresses_are_whole_once_the_site_has_one(make_kit: MakeKit) -> None:
    told = story()
    kit = make_kit(told)
    crumbs = thing(data_of(told, kit), "BreadcrumbList")["itemListElement"]
    assert [crumb["item"] for crumb in crumbs] == [
        "../../../",
        "../../../tap/",
        "../../../tap/tap-28/",
        "../../../bai/tap-28/do-thi-hoa/",
    ]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3, 4]
    public = dataclasses.replace(kit, site_url="https://hoa.test/sach/")
    assert thing(data_of(told, public), "Article")["url"] == "https://hoa.test/sach/bai/tap-28/do-thi-hoa/"


def test_a_story_cannot_leave_its_block(make_kit: MakeKit) -> None:
    told = story(title="Giếng </script><b>&", summary="<!-- ")
    head = data_of(told, make_kit(told))
    assert head.count("</script>") == 1
    assert "<!--" not in head
    assert json.loads(head.partition(">")[2].removesuffix("</script>"))["@graph"][0]["headline"] == told.title

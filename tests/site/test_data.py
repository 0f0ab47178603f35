from __future__ import annotations

from builder.site.data import data_page
from builder.site.table import columns_told
from builder.vietnamese.numbers import file_size
from tests.factory import story
from tests.site.conftest import MakeKit


def test_the_page_names_every_column_and_file_with_its_size(make_kit: MakeKit) -> None:
    kit = make_kit(story(), story("tap-28/mau", sample=True))
    body = data_page(kit).body
    for name, about in columns_told():
        assert f"<code>{name}</code></dt> <dd>{about}</dd>" in body
    for file in kit.tables:
        assert f'href="../{file.path}" download' in body
        assert file_size(len(file.data)) in body
    assert "1 bài mẫu" in body
    assert 'href="../dia-ban/quan-long-bien/tin-moi.xml"' in body


def test_a_stock_of_samples_is_called_one(make_kit: MakeKit) -> None:
    assert "Đây là dữ liệu mẫu" in data_page(make_kit(story(sample=True))).body
    assert "Đây là dữ liệu mẫu" not in data_page(make_kit(story())).body


def test_without_stories_no_feed_is_promised(make_kit: MakeKit) -> None:
    assert "tin-moi.xml" not in data_page(make_kit()).body

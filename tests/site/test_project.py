"""What another generator is given: settings it understands, and a page with marks for each depth of address."""

from __future__ import annotations

from builder.site import DEPTHS, MARKS, marked_path, marked_sources, project_settings

OURS = {
    "site_name": "Hoa",
    "nav": [{"Về bộ sách": "gioi-thieu.md"}],
    "theme": {"name": "material", "language": "vi", "custom_dir": "theme/site/overrides"},
    "plugins": [{"hoa": {"stage": "web"}}],
    "watch": ["stories"],
}


def test_there_is_a_page_with_marks_for_each_depth() -> None:
    sources = list(marked_sources())
    assert [name.removesuffix("index.md").removesuffix(".md").count("/") for name in sources] == [0, 0, 1, 2, 3]
    assert [marked_path(depth).count("/") for depth in DEPTHS] == list(DEPTHS)
    assert all(meta["marks"] == dict(MARKS) for meta in marked_sources().values())


def test_settings_keep_what_all_generators_know_and_leave_the_plugin_out() -> None:
    settings = project_settings(OURS, "https://hoa.test/", {"site.css": "giao-dien/site.1.css"}, "")
    assert settings["nav"] == OURS["nav"]
    assert settings["theme"] == {
        "name": "material",
        "language": "vi",
        "variant": "classic",
        "custom_dir": "overrides",
    }
    assert settings["plugins"] == []
    assert "watch" not in settings
    assert settings["extra"]["assets"] == {"site.css": "giao-dien/site.1.css"}
    assert [door["path"] for door in settings["extra"]["doors"]][:2] == ["dia-ban/", "linh-vuc/"]

"""The thin shell on MkDocs: its theme is rendered into shells, and the press line pours every story into them.

MkDocs empties its folder at the start of every build. So it works in a folder of its own beside the site, and what it
made is carried over when all is done: a file that did not change is not touched, whether a story's or the theme's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builder.model import BuilderError
from builder.pipeline import Public, Stage, publish_site, site_assets
from builder.pipeline.shells import KeptShells, carry, drop_own_folder, own_folder
from builder.pipeline.site import Published
from builder.site import DEPTHS, DOORS, MARKS, POLICY, SIDE_DOORS, SITE_CARD
from builder.workspace import find_root

log = get_plugin_logger("hoa")

_UNUSED = ("assets/javascripts/", "assets/images/", "sitemap.xml")
"""What the theme brings for its own search, palette and badge, and the sitemap that MkDocs would write."""


class HoaConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its subclass hook untyped
    """Options in ``mkdocs.yml``: which stories are shown, and whether shared links get cards."""

    stage = Choice([stage.value for stage in Stage], default=Stage.WEB.value)
    cards = Type(bool, default=True)


class HoaPlugin(BasePlugin[HoaConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves its subclass hook untyped
    """Writes the stories into the site that MkDocs builds."""

    published: Published | None = None
    """The site as it was published, after a build."""
    made: KeptShells | None = None
    """What MkDocs gave for the build."""
    publishes = True
    """Whether the stories are written once MkDocs is done; if not, whoever let it build does so."""

    _out: Path
    _public: Public
    _nav: Navigation
    _shells: Mapping[int, str]
    _carried: frozenset[Path] = frozenset()
    _serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  # MkDocs names the arguments
        """Remember whether the folder beside the site is to go when MkDocs ends."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Send MkDocs to its own folder; leave the sitemap to us."""
        self._out = Path(config.site_dir)
        own = own_folder(self._out)
        self._carried = frozenset(_files(own))
        config.site_dir = str(own)
        config.theme.static_templates.discard("sitemap.xml")
        config.extra["doors"] = DOORS
        config.extra["side_doors"] = SIDE_DOORS
        config.extra["assets"] = _asset_names(Path(config.config_file_path).parent)
        config.extra["policy"] = POLICY
        # While serving, MkDocs puts a script of its own into pages, and what is kept would hide an edit.
        config.extra["serving"] = self._serving
        cards = self.config.cards and not self._serving
        self._public = Public.of(config.site_url or "", Stage(self.config.stage), cards=cards)
        config.extra["site_card"] = SITE_CARD.path if self._public.cards else ""
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Leave out what no page asks for."""
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Keep the menu for the shells."""
        self._nav = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Render the theme once for each depth of address."""
        self._shells = {depth: _shell(depth, env, config, files, self._nav) for depth in DEPTHS}

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the stories, then carry MkDocs' own pages over."""
        own = Path(config.site_dir)
        made = frozenset(_files(own))
        _remove(self._out, self._carried - made)
        try:
            public = replace(self._public, pages=tuple(page.url for page in self._nav.pages))
            self.made = KeptShells(self._shells, public)
            if not self.publishes:
                return
            stage = Stage(self.config.stage)
            self.published = publish_site(Path(config.config_file_path).parent, self.made, self._out, stage)
        except BuilderError as error:
            raise PluginError(str(error)) from error
        log.info("%s: %s", self._out, self.published.counts.line)
        carry(self._out)
        config.site_dir = str(self._out)

    def on_shutdown(self) -> None:
        """Take the folder beside a served site away; MkDocs does so with the site itself.

        MkDocs keeps a plugin for the next build of the same process, which need not be served.
        """
        if self._serving:
            drop_own_folder(self._out)
        self._serving = False


def _asset_names(root: Path) -> Mapping[str, str]:
    try:
        return site_assets(find_root(root)).names
    except BuilderError as error:
        raise PluginError(str(error)) from error


def _files(folder: Path) -> list[Path]:
    """The files below a folder, relative to it."""
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _remove(out: Path, names: Iterable[Path]) -> None:
    """Take away pages that MkDocs made in an earlier build and no longer makes, with folders left empty."""
    for name in names:
        path = out / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == out or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _shell(depth: int, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation) -> str:
    """The theme's page for an address ``depth`` folders deep, with marks where a page's own words go."""
    name = "/".join("x" * depth) + ".md" if depth else "index.md"
    page = Page(None, File.generated(config, name, content=""), config)
    page.meta = {"marks": MARKS, "title": MARKS["title"], "description": MARKS["description"]}
    page.content = MARKS["body"]
    page.canonical_url = config.site_url.rstrip("/") + "/" + MARKS["path"] if config.site_url else None
    context: Mapping[str, Any] = get_context(nav, files, config, page)
    return env.get_template("main.html").render(context)

"""The table of contents of the program: load, check, publish.

What stands here is loaded when it is first asked for: who makes a book does without the website, and the other way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.on_demand import names_of

if TYPE_CHECKING:
    from .approving import Consent, approvals, edition_approval, objections
    from .assets import site_assets
    from .books import MadeBook, make_proof, make_ready, plan_book, plan_books, see_ready
    from .cards import Public
    from .checking import FORMS, formatted, step_summary
    from .elsewhere import fill_site, write_project
    from .fixes import Mended, mendable, mended
    from .mkdocs_run import build_site_with_mkdocs
    from .package import Package, make_package
    from .pictures import strip_photos
    from .site import publish_site
    from .site_watch import SiteWatch
    from .spelling import spelt
    from .stages import Stage
    from .strays import stray_findings
    from .suppression_rules import ALL_RULES
    from .workshop import Workshop, load, read_volumes

__all__ = [
    "ALL_RULES",
    "FORMS",
    "Consent",
    "MadeBook",
    "Mended",
    "Package",
    "Public",
    "SiteWatch",
    "Stage",
    "Workshop",
    "approvals",
    "build_site_with_mkdocs",
    "edition_approval",
    "fill_site",
    "formatted",
    "load",
    "make_package",
    "make_proof",
    "make_ready",
    "mendable",
    "mended",
    "objections",
    "plan_book",
    "plan_books",
    "publish_site",
    "read_volumes",
    "see_ready",
    "site_assets",
    "spelt",
    "step_summary",
    "stray_findings",
    "strip_photos",
    "write_project",
]

__getattr__ = names_of(
    __name__,
    {
        "approving": "Consent approvals edition_approval objections",
        "assets": "site_assets",
        "books": "MadeBook make_proof make_ready plan_book plan_books see_ready",
        "cards": "Public",
        "checking": "FORMS formatted step_summary",
        "elsewhere": "fill_site write_project",
        "fixes": "Mended mendable mended",
        "mkdocs_run": "build_site_with_mkdocs",
        "package": "Package make_package",
        "pictures": "strip_photos",
        "site": "publish_site",
        "site_watch": "SiteWatch",
        "spelling": "spelt",
        "stages": "Stage",
        "strays": "stray_findings",
        "suppression_rules": "ALL_RULES",
        "workshop": "Workshop load read_volumes",
    },
)

"""Figures and findings put into words for people, and into forms for machines."""

from .counts import Counts
from .diff import as_diff
from .findings import ordered, summary
from .github import as_github, as_github_summary
from .gitlab import as_gitlab
from .page import CheckReport, Heading, as_html
from .plain import as_text
from .rows import as_json
from .sarif import as_sarif

__all__ = [
    "CheckReport",
    "Counts",
    "Heading",
    "as_diff",
    "as_github",
    "as_github_summary",
    "as_gitlab",
    "as_html",
    "as_json",
    "as_sarif",
    "as_text",
    "ordered",
    "summary",
]

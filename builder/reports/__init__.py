"""Figures and findings put into words for people, and into forms for machines."""

from .counts import Counts
from .findings import as_github, as_json, as_text, ordered, summary

__all__ = ["Counts", "as_github", "as_json", "as_text", "ordered", "summary"]

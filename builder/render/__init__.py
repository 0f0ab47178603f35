"""Markdown to HTML: one dialect for all outputs."""

from .markdown import Rendered, first_words, opened, plain_text, render

__all__ = ["Rendered", "first_words", "opened", "plain_text", "render"]

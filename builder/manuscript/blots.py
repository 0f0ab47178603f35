"""Blotting out what is no running text, code point for code point, so that every place stays what it was."""

from __future__ import annotations

import re

BLOT = "\ufffc"
"""Stands for each code point that is no prose: neither a letter nor a sign nor a space."""

_NO_PROSE = re.compile(
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|<https?:[^<>\n]*>|`[^`\n]*`|https?://[^\s“”()<>]+|www\.[^\s“”()<>]+"
    r"|[\w.+-]{1,64}@[\w.-]+|&\w{2,8};"
)
_NO_PROSE_SIGNS = ("](", "<h", "`", "://", "www.", "@", "&")
_MARKERS = re.compile(r"^[ \t]*(?:[-*+>]|#{1,6}|\d{1,3}[.)]|[a-zđ]\))(?:[ \t]+|$)", re.MULTILINE)
_QUOTED = re.compile("“[^“”\n]*”|«[^«»\n]*»")


def without_markup(text: str) -> str:
    """The text with addresses, link targets and code blotted out."""
    return _NO_PROSE.sub(_blot, text) if any(sign in text for sign in _NO_PROSE_SIGNS) else text


def without_markers(text: str) -> str:
    """The text with the signs of lists, headings and block quotes made line ends."""
    return _MARKERS.sub(lambda match: "\n" * len(match[0]), text)


def unquoted(text: str) -> str:
    """The text with what stands in “ ” blotted out: people are quoted as they spoke, and works as they are titled."""
    return _QUOTED.sub(_blot, text) if "“" in text or "«" in text else text


def _blot(match: re.Match[str]) -> str:
    return "\n".join(BLOT * len(line) for line in match[0].split("\n"))

"""The disk: finding the root, reading, writing atomically, keeping results by content hash."""

from .cache import Cache, digest
from .code import code_fingerprint
from .files import photo_names, read_story, story_files, write_atomic
from .root import Root, find_root
from .templates import template_environment

__all__ = [
    "Cache",
    "Root",
    "code_fingerprint",
    "digest",
    "find_root",
    "photo_names",
    "read_story",
    "story_files",
    "template_environment",
    "write_atomic",
]

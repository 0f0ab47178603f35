"""Reading a file into header and body, every field with its line and column; then a Story, if all is known."""

from .assemble import assemble, find_place
from .edition_file import EditionFile, edition_from, volumes_from
from .edition_schema import BACK_PARTS, FRONT_PARTS
from .fault import Fault, FaultKind
from .reader import STORY_FOLDER, Manuscript, read, unread
from .schema import Issue, StoryHeader, label_of, validate
from .strict_yaml import Location, Mark, value_at
from .yaml_file import YamlFile, read_yaml

__all__ = [
    "BACK_PARTS",
    "FRONT_PARTS",
    "STORY_FOLDER",
    "EditionFile",
    "Fault",
    "FaultKind",
    "Issue",
    "Location",
    "Manuscript",
    "Mark",
    "StoryHeader",
    "YamlFile",
    "assemble",
    "edition_from",
    "find_place",
    "label_of",
    "read",
    "read_yaml",
    "unread",
    "validate",
    "value_at",
    "volumes_from",
]

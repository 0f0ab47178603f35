"""Reading a file into header and body, every field with its line and column; then a Story, if all is known."""

from .assemble import assemble, find_place
from .edition_file import EditionFile, edition_from, volumes_from
from .edition_schema import BACK_PARTS, FRONT_PARTS, EditionHeader
from .fault import Fault, FaultKind
from .reader import STORY_FOLDER, Manuscript, read, unread
from .schema import Issue, StoryHeader, field_at, fields_of, is_blank, label_of, model_at, validate
from .strict_yaml import Location, Mark, value_at
from .yaml_file import YamlFile, read_yaml

__all__ = [
    "BACK_PARTS",
    "FRONT_PARTS",
    "STORY_FOLDER",
    "EditionFile",
    "EditionHeader",
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
    "field_at",
    "fields_of",
    "find_place",
    "is_blank",
    "label_of",
    "model_at",
    "read",
    "read_yaml",
    "unread",
    "validate",
    "value_at",
    "volumes_from",
]

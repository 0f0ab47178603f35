"""The nouns of the house: frozen values that know nothing of files, engines or the clock."""

from .cover import Binding, Cover
from .edition import (
    Credit,
    Edition,
    EditionKind,
    Imprint,
    Inks,
    Occasion,
    PrintSpec,
    SectionBy,
    Selection,
    TonePlacement,
)
from .errors import BuilderError
from .finding import Finding, Fix, Severity, Span
from .isbn import Isbn, IsbnError, parse_isbn
from .length import Length, Trim
from .story import Approval, Award, Photo, Place, Status, Story, Subject
from .terms import (
    NO_DISTRICTS_FROM,
    AwardKind,
    District,
    FormerWard,
    Succession,
    Term,
    Volume,
    Ward,
)

__all__ = [
    "NO_DISTRICTS_FROM",
    "Approval",
    "Award",
    "AwardKind",
    "Binding",
    "BuilderError",
    "Cover",
    "Credit",
    "District",
    "Edition",
    "EditionKind",
    "Finding",
    "Fix",
    "FormerWard",
    "Imprint",
    "Inks",
    "Isbn",
    "IsbnError",
    "Length",
    "Occasion",
    "Photo",
    "Place",
    "PrintSpec",
    "SectionBy",
    "Selection",
    "Severity",
    "Span",
    "Status",
    "Story",
    "Subject",
    "Succession",
    "Term",
    "TonePlacement",
    "Trim",
    "Volume",
    "Ward",
    "parse_isbn",
]

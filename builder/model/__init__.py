"""The nouns of the house: frozen values that know nothing of files, engines or the clock."""

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
)
from .errors import BuilderError
from .finding import Finding, Fix, Severity, Span
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
    "BuilderError",
    "Credit",
    "District",
    "Edition",
    "EditionKind",
    "Finding",
    "Fix",
    "FormerWard",
    "Imprint",
    "Inks",
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
    "Trim",
    "Volume",
    "Ward",
]

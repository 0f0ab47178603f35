"""Which stories make which book, in which order, under which headings."""

from .approval import edition_hash
from .plan import BookPlan, Section, plan

__all__ = ["BookPlan", "Section", "edition_hash", "plan"]

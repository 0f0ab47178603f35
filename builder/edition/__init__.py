"""Which stories make which book, in which order, under which headings."""

from .plan import BookPlan, Section, plan

__all__ = ["BookPlan", "Section", "plan"]

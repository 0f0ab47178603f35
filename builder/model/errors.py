"""Trouble with the workshop, as opposed to trouble with a text (that is a Finding)."""

from __future__ import annotations


class BuilderError(Exception):
    """The workshop is at fault: a missing font or tool, a broken configuration file.

    Args:
        message: one Vietnamese sentence saying what is wrong.
        remedy: one Vietnamese sentence saying what to do.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[BuilderError], tuple[str, str]]:
        """Travel between processes with both arguments."""
        return type(self), (self.message, self.remedy)

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"

"""The counts line: every story on disk is on the site, or the line says why not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories there are, how many are published, and why the others are not. The parts add up."""

    total: int
    published: int
    withdrawn: int
    drafts: int
    faulty: int

    def __post_init__(self) -> None:
        if self.total != self.published + self.withdrawn + self.drafts + self.faulty:
            msg = f"counts do not agree: {self}"
            raise ValueError(msg)

    @property
    def line(self) -> str:
        """“48 bài trong kho, 47 trên trang, 1 rút lại”."""
        parts = [f"{self.total} bài trong kho", f"{self.published} trên trang"]
        reasons = ((self.withdrawn, "rút lại"), (self.drafts, "bản nháp"), (self.faulty, "có lỗi, chưa đăng"))
        return ", ".join(parts + [f"{number} {reason}" for number, reason in reasons if number])

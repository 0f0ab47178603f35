"""A few findings with their files, and golden outputs: rewritten by ``HOA_GOLDEN=1 pytest tests/reports``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from builder.model import Finding, Fix, Severity, Span
from builder.rules import Rule, Scope

_FOLDER = Path(__file__).parent / "golden"

HOA, CUC = "stories/tap-28/do-thi-hoa.md", "stories/tap-28/le cúc.md"
SOURCES = {
    HOA: ["---", "title: <b>Giếng</b> & nước", "---", "", "Ai cần xin gọi bà Ðỗ, số 0912.345.678 nhé."],
    CUC: ["---", "title: Bốn", "field: Y đức", "---"],
}
PHONE = Finding(
    "privacy/phone", Severity.ERROR, HOA, Span(5, 26, 5, 37), "Lộ số điện thoại “0912.345.678”.", "Xóa khỏi tệp."
)
LETTER = Finding(
    "text/lookalike",
    Severity.ERROR,
    HOA,
    Span(5, 19, 5, 20),
    "Trong “Ðỗ” có chữ lạ Ð (U+00D0).",
    "Gõ lại: Đỗ",
    Fix(Span(5, 19, 5, 20), "Đỗ", safe=True),
)
BOM = Finding(
    "header/bom", Severity.WARNING, CUC, Span(), "Đầu tệp có dấu BOM.", "Lưu lại.", Fix(Span(1, 1), "-", safe=True)
)
CODE = Finding(
    "header/vocabulary",
    Severity.ERROR,
    CUC,
    Span(3, 8, 3, 12),
    "“Y đức” không có trong danh mục.",
    "Ghi mã thay cho tên: y-duc",
    Fix(Span(3, 8, 3, 12), "y-duc", safe=True),
)
APPROVAL = Finding("approval/missing", Severity.INFO, CUC, Span(2), "Bài chưa được duyệt đăng.")
FINDINGS = [CODE, PHONE, APPROVAL, LETTER, BOM]
DOCS = {
    "privacy/phone": "Sách không gỡ lại được.\n\nCách sửa: xóa số.\n\nSai: `số 0912.345.678`\nĐúng: bỏ câu ấy.",
    "text/lookalike": "Chữ Ð (eth) không phải chữ Đ.\n\nCách sửa: để máy sửa.\n\nSai: Ðỗ\nĐúng: Đỗ",
    "header/bom": "Ba byte thừa.\n\nCách sửa: lưu lại.\n\nSai: có BOM\nĐúng: không có BOM",
    "header/vocabulary": "Ghi mã.\n\nCách sửa: ghi `mã`.\n\nSai:\n    field: Y <đức>\nĐúng:\n    field: y-duc",
    "approval/missing": "Chưa duyệt thì chưa in.\n\nCách sửa: chờ.\n\nSai: không có\nĐúng: `approved: {}`",
}
OCCURRING: dict[str, Rule[Any]] = {
    finding.rule: Rule(
        id=finding.rule,
        severity=finding.severity,
        scope=Scope.COPY,
        source="Luật 91/2025 & <nghị định>" if finding is PHONE else "",
        check=lambda _: (),
        doc=f"Tên quy tắc {finding.rule}.\n\n{DOCS[finding.rule]}",
    )
    for finding in FINDINGS
}
"""Rules of our own, so that what is kept as golden does not change with the wording of the real ones."""


def golden(name: str, text: str) -> str:
    """The kept text of an output, after rewriting it if asked to."""
    path = _FOLDER / name
    if os.environ.get("HOA_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")

"""Templates from ``theme``: strict about what they are given, and escaping everything."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

_MARKED = re.compile("[&<>\"']")


class _Quick(CodeGenerator):
    """Escapes without making a ``Markup`` of every value: what a template puts out is joined and nothing more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Templates(Environment):
    """An environment whose templates escape so."""

    code_generator_class = _Quick

    @staticmethod
    def escaped(value: object) -> str:
        """What ``markupsafe.escape`` gives; most values have nothing that must be escaped, or are escaped already."""
        if type(value) is Markup or (type(value) is str and not _MARKED.search(value)):
            return value
        return escape(value)


def template_environment(folder: Path) -> Environment:
    """A Jinja environment on one folder of templates. An undefined name is an error, never an empty string."""
    return _Templates(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Nobody keeps an environment longer than one build: no template changes meanwhile.
        auto_reload=False,
    )

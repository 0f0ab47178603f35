"""Templates escape as Jinja and MarkupSafe do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from builder.workspace import template_environment


class Shown:
    """Something that knows how it looks in HTML."""

    def __html__(self) -> str:
        return "<b>'</b>"


class Word(str):
    """A text of another kind."""

    __slots__ = ()


VALUES = st.one_of(
    *(st.text(alphabet="aĐ&<>\"'", max_size=6).map(kind) for kind in (str, Markup, Word)),
    st.just(Shown()),
    st.none(),
    st.integers(),
)


@given(VALUES)
def test_what_a_template_puts_out_is_escaped_once(value: object) -> None:
    template = template_environment(Path()).from_string(
        "<p>{{ value }}{% for one in [value] %}{{ one }}{% endfor %}</p>"
    )
    assert template.render(value=value) == f"<p>{escape(value)}{escape(value)}</p>"


def test_macros_and_filters_give_what_is_not_escaped_again() -> None:
    source = "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(a) }}{{ a|lower }}{{ a ~ b }}{{ [a, b]|join(', ') }}"
    told = template_environment(Path()).from_string(source).render(a="Ê&", b=Markup("<br>"))
    assert told == "<i>Ê&amp;</i>ê&amp;Ê&amp;<br>Ê&amp;, <br>"


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        template_environment(Path()).from_string("{{ khong_co }}").render()

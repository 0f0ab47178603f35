from hypothesis import given
from hypothesis import strategies as st

from builder.rules.sketch import FEWEST, KEPT, alike, likeness, sketch

WORDS = [f"chữ{n}" for n in range(600)]
TEXT = " ".join(WORDS)


def mixed(common: int) -> str:
    """A text whose first ``common`` words are those of ``TEXT``."""
    return " ".join([*WORDS[:common], *(f"khác{n}" for n in range(600 - common))])


def test_a_text_is_like_itself_and_unlike_another() -> None:
    assert likeness(sketch(TEXT), sketch(TEXT)) == 1
    assert likeness(sketch(TEXT), sketch(mixed(0))) == 0


def test_marks_and_case_do_not_hide_a_copy() -> None:
    assert likeness(sketch(f"Sáng nào bà cũng ra giếng. {TEXT}"), sketch(TEXT.upper())) > 0.9


def test_likeness_follows_what_is_common() -> None:
    """Of 1,192 runs 396 to 400 are common where 400 of 600 words are: 400 / 792 = one half."""
    assert 0.35 < likeness(sketch(TEXT), sketch(mixed(400))) < 0.65


def test_short_texts_are_not_judged() -> None:
    assert sketch(" ".join(WORDS[: FEWEST // 2])) == ()


def test_only_pairs_that_are_alike_enough_are_told() -> None:
    sketches = {"a": sketch(TEXT), "b": sketch(mixed(590)), "c": sketch(mixed(0))}
    assert [(one, two) for one, two, _ in alike(sketches, 0.8)] == [("a", "b")]


@given(st.lists(st.sampled_from(WORDS), max_size=300), st.lists(st.sampled_from(WORDS), max_size=300))
def test_likeness_is_a_share_and_the_same_both_ways(one: list[str], two: list[str]) -> None:
    first, second = sketch(" ".join(one)), sketch(" ".join(two))
    assert len(first) <= KEPT
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1

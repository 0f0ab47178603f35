from builder.press.reading import page_texts
from tests.press.printing import Print, run, words


def test_what_is_read_is_what_poppler_reads_but_for_strips(printed: Print) -> None:
    story = printed.plan.stories[3]
    folio = printed.bound.folios[story.id] + 1
    (ours,) = page_texts(printed.bound.pdf, [folio]).values()
    theirs = run("pdftotext", "-raw", "-f", folio, "-l", folio, printed.path, "-")
    assert len(words(ours)) > 800
    assert words(ours) in words(theirs)


def test_only_the_pages_asked_for_are_read(printed: Print) -> None:
    assert set(page_texts(printed.bound.pdf, (5, 2))) == {2, 5}
    assert page_texts(printed.bound.pdf, ()) == {}

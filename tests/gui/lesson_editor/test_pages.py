"""Pages are found and moved about in a text that may not be readable yet."""

from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.lesson.reading import LessonError, read_lesson
from bertscope.gui.lesson_editor.pages import (
    UNTITLED,
    moved_page,
    new_lesson,
    page_at,
    page_text,
    passages,
    with_page,
    without_page,
)

TEXT = (
    '+++\ntitle = "T"\n# no page\n+++\n\n# One\n\n```x\n# no page\n```\n\n# Two\n~~~\n# no\n'
    "````\n~~~~\n# Three\nend\n"
)


def titles(text: str) -> list[str]:
    return [page.title for page in passages(text)]


def test_pages_are_found_as_they_are_read():
    assert (
        titles(TEXT) == [page.title for page in read_lesson(TEXT).pages] == ["One", "Two", "Three"]
    )
    assert [page.begin for page in passages(TEXT)] == [
        page.line - 1 for page in read_lesson(TEXT).pages
    ]
    assert [page_at(TEXT, line) for line in (0, 5, 8, 11, 99)] == [0, 0, 0, 1, 2]
    assert page_at("words", 0) == -1


def test_pages_move_with_all_that_is_theirs():
    assert titles(moved_page(TEXT, 0, 2)) == ["Two", "Three", "One"]
    assert page_text(moved_page(TEXT, 0, 2), 2) == page_text(TEXT, 0)
    assert titles(without_page(TEXT, 1)) == ["One", "Three"]
    assert titles(with_page(TEXT, page_text(TEXT, 0), 1)) == ["One", "One", "Two", "Three"]
    assert titles(with_page(TEXT, "# Last", 3)) == ["One", "Two", "Three", "Last"]


def test_a_new_lesson_can_be_read():
    assert [page.title for page in read_lesson(new_lesson()).pages] == [UNTITLED]


pieces = st.sampled_from(["# A\n", "```\n", "````\n", "~~~do\n", "+++\n", "x\n", "\n", "``` `\n"])


@given(st.text(max_size=60) | st.lists(pieces, max_size=20).map("".join))
def test_any_text_has_the_pages_that_reading_finds(text: str):
    found = passages(text)
    for number in range(len(found)):
        assert text.split("\n")[found[number].begin] in page_text(text, number)
    try:
        lesson = read_lesson(text)
    except LessonError:
        return
    assert len(lesson.pages) == len(found)

"""A random B is offered only to a model that a second sentence means something to."""

import pytest

from bertscope.gui.task.fitting import NO_RANDOM_PASSAGE, NO_SECOND, why_no_random_b
from bertscope.looks import Answer
from bertscope.task import Columns, Kind

ONE, TWO = Columns(a="sentence", label="label"), Columns(a="a", b="b", label="label")
CLASSES, SPAN = Answer(Kind.CLASSIFICATION), Answer(Kind.QA)


@pytest.mark.parametrize(
    ("answer", "columns", "why"),
    [
        (None, None, ""),
        (None, ONE, ""),
        (CLASSES, TWO, ""),
        (CLASSES, None, ""),
        (CLASSES, ONE, NO_SECOND),
        (SPAN, None, NO_RANDOM_PASSAGE),
    ],
)
def test_it_is_offered_where_it_means_something(
    answer: Answer | None, columns: Columns | None, why: str
) -> None:
    assert why_no_random_b(answer, columns) == why

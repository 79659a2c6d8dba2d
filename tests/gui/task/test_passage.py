"""Words of a passage are found again in what was typed."""

from dataclasses import replace

from bertscope.gui.session import Session
from bertscope.gui.task.flow_layout import box_at, flow
from bertscope.gui.task.passage import Passage
from bertscope.wire import messages as m
from tests.gui.looks import seen_of
from tests.gui.task import answers as a


def test_words_stand_as_they_were_typed(session: Session) -> None:
    a.asking(session)
    passage = Passage.of(session, seen_of(session))
    assert [w.text for w in passage.words][:5] == ["The", "Dog", "sleeps", "unbelievingly", ","]
    assert [w.is_glued for w in passage.words][3:5] == [False, True]
    word = passage.words[3]
    assert word.last > word.first


def test_an_answer_is_said_with_single_spaces(session: Session) -> None:
    a.asking(session)
    dog, last = session.pair.tokens.index("dog"), session.pair.tokens.index("and")
    span = m.Span(dog - 1, last, 1.0, 0.5)
    passage = Passage.of(session, seen_of(session))
    assert passage.text_of(span) == "The Dog sleeps unbelievingly, and"
    assert Passage(seen_of(session), None).text_of(span) == "the dog sleeps unbelievingly , and"


def test_another_text_with_the_same_pair_is_not_taken_for_it(session: Session) -> None:
    a.asking(session)
    seen = seen_of(session)
    other = replace(seen, question=replace(seen.question, pair=session.reader.read("a", "the dog")))
    assert [w.text for w in Passage.of(session, other).words] == ["the", "dog"]


def test_boxes_flow_into_lines_and_none_is_wider_than_its_line() -> None:
    boxes = flow([(5, 40), (5, 40), (5, 300)], 90, 20)
    assert [(b.left(), b.top(), b.width()) for b in boxes] == [(0, 0, 40), (45, 0, 40), (0, 20, 90)]
    assert box_at(boxes, 50, 5) == 1
    assert box_at(boxes, 50, 45) is None

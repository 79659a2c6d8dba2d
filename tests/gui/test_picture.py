"""The picture of one look, without a window: of both kinds of heads."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bertscope.gui.picture import write_picture
from bertscope.gui.session import Session
from bertscope.wire import messages as m
from tests.gui.looks import seen_of
from tests.gui.task import answers as a


def written(path: Path, session: Session, look: m.Look) -> str:
    state = session.state
    write_picture(path, session.reader, (state.a, state.b), state.plan, 0, look, dark=False)
    return path.read_text("utf-8")


def test_of_pre_training_it_is_what_both_heads_say(tmp_path: Path, session: Session) -> None:
    drawing = written(tmp_path / "look.svg", session, seen_of(session).look)
    assert "IsNext" in drawing
    assert "softmax" in drawing


@pytest.mark.parametrize("has_attribution", [True, False])
def test_of_a_fine_tuned_model_it_is_its_answer(
    tmp_path: Path, session: Session, *, has_attribution: bool
) -> None:
    counts = [0.25] * len(session.pair) if has_attribution else []
    answer = a.of_classes([2.0, 0.0], attribution=counts)
    drawing = written(tmp_path / "look.svg", session, a.answered(seen_of(session).look, answer))
    assert "negative" in drawing
    assert "88 %" in drawing
    assert ("speaks for" in drawing) is has_attribution
    assert "IsNext" not in drawing


def test_of_a_passage_all_answers_are_seen(tmp_path: Path, session: Session) -> None:
    a.asking(session)
    answer = a.of_span(session, 6, len(session.pair) - 2)
    look = a.answered(seen_of(session).look, answer)
    assert "best answers" in written(tmp_path / "look.svg", session, look)
    state = session.state
    path = tmp_path / "look.png"
    write_picture(path, session.reader, (state.a, state.b), state.plan, 0, look, dark=True)
    assert not QImage(str(path)).isNull()

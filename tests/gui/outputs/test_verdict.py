"""The verdict is the look's, and its label the session's."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.outputs.verdict import NO_HEAD, WITHOUT_B, VerdictControls, VerdictView
from bertscope.gui.outputs.verdict_geometry import Geometry
from bertscope.gui.session import Session
from bertscope.gui.theme import SCALES, Appearance, Theme
from bertscope.text.pair import Source
from tests.gui.looks import seen_of
from tests.gui.task.answers import of_classes, tuned


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> VerdictView:
    made = VerdictView(session, appearance)
    qtbot.addWidget(made)
    made.resize(262, 150)
    made.show()
    return made


def test_numbers_go_from_c_to_the_probabilities(view: VerdictView, session: Session) -> None:
    seen = seen_of(session)
    view.show_seen(seen)
    table = view.numbers()
    assert table is not None
    rows = list(table.rows)
    c = [value for name, _, value in rows if name == "C"]
    pooled = [value for name, _, value in rows if name == "pooled"]
    assert np.allclose(np.tanh(c), pooled)
    logits = np.array([value for name, _, value in rows if name == "logit"], float)
    shares = [value for name, _, value in rows if name == "probability"]
    assert np.allclose(np.exp(logits) / np.exp(logits).sum(), shares)


def test_without_b_the_way_is_shown_but_no_verdict(view: VerdictView, session: Session) -> None:
    view.show_seen(seen_of(session))
    with_b = view.grab().toImage()
    session.set_sentence(Source.B, "")
    view.show_seen(seen_of(session))
    assert view.grab().toImage() != with_b
    table = view.numbers()
    assert table is not None
    assert {row[0] for row in table.rows} == {"C", "pooled"}
    assert view.tip(QPointF(100, 140)) == WITHOUT_B


def test_before_the_first_look_it_waits(view: VerdictView) -> None:
    view.grab()
    assert view.numbers() is None
    assert "softmax" in view.tip(QPointF(5, 5))


@pytest.mark.parametrize("scale", SCALES)
def test_everything_fits_a_small_room(session: Session, scale: float) -> None:
    theme = Theme(scale=scale)
    geometry = Geometry.of(theme, theme.px(262), theme.px(150))
    assert geometry.line(1).bottom() <= theme.px(150) + 1
    start, end = geometry.track
    assert end - start >= theme.px(60)


def test_the_label_is_set_and_followed(qtbot: QtBot, session: Session) -> None:
    controls = VerdictControls(session)
    qtbot.addWidget(controls)
    controls.show()
    assert controls.is_next.text() == "B follows A"
    qtbot.mouseClick(controls.is_next, Qt.MouseButton.LeftButton)
    assert not session.state.is_next
    assert controls.is_next.text() == "B doesn't follow A"
    session.undo_stack.undo()
    assert controls.is_next.isChecked()


def test_there_is_no_label_without_b(qtbot: QtBot, session: Session) -> None:
    controls = VerdictControls(session)
    qtbot.addWidget(controls)
    session.set_sentence(Source.B, "")
    assert not controls.is_next.isEnabled()
    session.set_sentence(Source.B, "he likes playing")
    assert controls.is_next.isEnabled()


def test_a_fine_tuned_model_has_no_verdict_and_says_so(view: VerdictView, session: Session) -> None:
    view.show_seen(tuned(session, of_classes([1.0, 0.0])))
    view.grab()
    assert view.tip(QPointF(60, 10)) == NO_HEAD
    table = view.numbers()
    assert table is not None
    assert {row[0] for row in table.rows} == {"C"}

"""All hidden states: what is read out of them, and the way to one vector."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bertscope.gui.closer.layers_view import LayersView
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Vector
from bertscope.gui.theme import LIGHT, SCALES, Appearance, Mode
from bertscope.text.pair import Source
from tests.gui.hidden_looks import LAYERS, hidden_seen, states_of, without_hidden

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> LayersView:
    made = LayersView(session, appearance)
    qtbot.addWidget(made)
    made.resize(850, 260)
    made.show()
    made.show_seen(hidden_seen(session))
    return made


def cell(view: LayersView, layer: int, position: int) -> QPoint:
    assert view.grid is not None
    at = view.grid.cell(layer, position).center()
    return (at - QPointF(view.scrolled, view.verticalScrollBar().value())).toPoint()


def test_nothing_seen_says_so(view: LayersView) -> None:
    view.show_seen(None)
    assert view.numbers() is None
    assert view.read_out == ""
    view.grab()


def test_its_numbers_are_norms_and_cosines(view: LayersView, session: Session) -> None:
    hidden = states_of(len(session.pair)).astype(np.float64)
    table = view.numbers()
    assert table is not None
    rows = list(table.rows)
    assert len(rows) == (LAYERS + 1) * len(session.pair)
    assert rows[2] == (0, 2, "dog", pytest.approx(np.linalg.norm(hidden[0, 2])), None)
    now, before = hidden[2, 3], hidden[1, 3]
    cosine = now @ before / np.linalg.norm(now) / np.linalg.norm(before)
    assert rows[2 * len(session.pair) + 3][3:] == pytest.approx((np.linalg.norm(now), cosine))


def test_a_strip_lights_its_token_and_is_read_out(
    qtbot: QtBot, view: LayersView, session: Session
) -> None:
    qtbot.mouseMove(view.viewport(), cell(view, 2, 7))
    assert session.focus == 7
    table = view.numbers()
    assert table is not None
    cosine = list(table.rows)[2 * len(session.pair) + 7][4]
    assert isinstance(cosine, float)
    assert f"layer 2 · cosine to layer 1 {cosine:.3f}".replace("-", "−") in view.read_out
    assert view.read_out.startswith("likes · 7")
    qtbot.mouseMove(view.viewport(), cell(view, 0, 1))
    assert "input" in view.read_out
    assert "cosine" not in view.read_out


def test_a_click_opens_the_vector(qtbot: QtBot, view: LayersView, session: Session) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=cell(view, 3, 4))
    assert session.view.vector == Vector(Row.HIDDEN, 4, 3)


def test_keys_reach_every_strip(qtbot: QtBot, view: LayersView, session: Session) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.view.vector == Vector(Row.HIDDEN, 1, 2)
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert f"layer {LAYERS}" in view.read_out


def test_strips_show_the_values(qtbot: QtBot, view: LayersView, session: Session) -> None:
    """Least and greatest values have the ends of the scale, wherever the strip is."""
    hidden = np.zeros((3, len(session.pair), 12), np.float32)
    hidden[1, 2], hidden[2, 5] = 1, -1
    view.show_seen(hidden_seen(session, hidden=hidden))
    image = view.grab().toImage()
    assert image.pixelColor(cell(view, 1, 2)) == QColor(LIGHT.positive)
    assert image.pixelColor(cell(view, 2, 5)) == QColor(LIGHT.negative)
    assert image.pixelColor(cell(view, 2, 2)) == QColor(LIGHT.zero)


def test_a_look_without_hidden_states_keeps_those_that_are_still_true(
    view: LayersView, session: Session
) -> None:
    view.show_seen(without_hidden(hidden_seen(session)))
    assert view.numbers() is not None
    session.set_sentence(Source.A, "a cat")
    view.show_seen(without_hidden(hidden_seen(session)))
    assert view.numbers() is None


def test_a_pair_that_got_shorter_is_no_trap(
    qtbot: QtBot, view: LayersView, session: Session
) -> None:
    session.set_pair("dog", "")
    qtbot.mouseMove(view.viewport(), cell(view, 2, 7))
    qtbot.mouseClick(view.viewport(), LEFT, pos=cell(view, 2, 7))
    assert session.view.vector is None


def test_many_layers_scroll_when_they_would_be_too_low(
    qtbot: QtBot, view: LayersView, session: Session
) -> None:
    view.resize(560, 150)
    assert view.verticalScrollBar().maximum() == 0
    hidden = np.repeat(states_of(len(session.pair)), 10, axis=0)
    view.show_seen(hidden_seen(session, hidden=hidden))
    assert view.grid is not None
    assert view.grid.row >= 6
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    qtbot.mouseClick(view.viewport(), LEFT, pos=cell(view, 39, 1))
    assert session.view.vector == Vector(Row.HIDDEN, 1, 39)
    assert view.whole_size().height() == round(view.grid.height)


@pytest.mark.parametrize("size", [(560, 150), (850, 260), (1200, 420)])
@pytest.mark.parametrize("words", [1, 20, 60])
def test_it_paints_at_every_size(
    view: LayersView, session: Session, size: tuple[int, int], words: int
) -> None:
    session.set_pair("dog " * words, "")
    view.show_seen(hidden_seen(session))
    view.resize(*size)
    for scale in SCALES:
        view.appearance.set_scale(scale)
        session.set_focus(1)
        view.grab()
    view.appearance.set_mode(Mode.DARK)
    view.grab()

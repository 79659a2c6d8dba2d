"""One vector close up: what is said of it, and the ways to the next one."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from bertscope.gui.closer.vector_blocks import bars_plot, cosines_plot
from bertscope.gui.closer.vector_view import VectorView
from bertscope.gui.session import Session
from bertscope.gui.state import Row, Vector
from bertscope.gui.theme import SCALES, Appearance, Mode
from tests.gui.hidden_looks import LAYERS, WIDTH, hidden_seen, states_of, without_hidden

LEFT = Qt.MouseButton.LeftButton
SIZES = [(560, 150), (400, 600), (1200, 300), (240, 90)]


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> VectorView:
    made = VectorView(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.show_seen(hidden_seen(session))
    return made


def spot(point: QPointF) -> QPoint:
    return point.toPoint()


def test_nothing_looked_at_invites(view: VectorView) -> None:
    assert view.shown is None
    assert view.numbers() is None
    view.grab()


def test_its_numbers_are_those_of_the_look(view: VectorView, session: Session) -> None:
    session.inspect(Row.HIDDEN, 3, 2)
    seen = hidden_seen(session)
    view.show_seen(seen)
    table = view.numbers()
    assert table is not None
    rows = list(table.rows)
    assert table.columns[:2] == ("dimension", "value")
    hidden = seen.look.hidden_states
    assert hidden is not None
    assert [row[1] for row in rows] == hidden.numpy()[2, 3].tolist()
    total = [sum(row[2:5]) for row in rows]
    assert total == pytest.approx([row[5] for row in rows])


@pytest.mark.parametrize(
    ("vector", "is_there"),
    [
        (Vector(Row.TOKEN, 3), True),
        (Vector(Row.TOKEN, 99), False),
        (Vector(Row.HIDDEN, 3, 1), False),
    ],
)
def test_what_the_look_has_not_is_waited_for(
    view: VectorView, session: Session, vector: Vector, is_there: bool
) -> None:
    session.set_view(vector=vector)
    view.show_seen(without_hidden(hidden_seen(session)))
    assert (view.shown is not None) is is_there
    view.grab()


def test_a_layer_beyond_the_last_is_the_last(view: VectorView, session: Session) -> None:
    session.inspect(Row.HIDDEN, 1, 11)
    assert view.shown is not None
    hidden = view.shown.seen.look.hidden_states
    assert hidden is not None
    assert np.array_equal(view.shown.values, hidden.numpy()[LAYERS, 1])


def test_keys_go_through_tokens_and_rows(qtbot: QtBot, view: VectorView, session: Session) -> None:
    session.inspect(Row.POSITION, 0)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert session.view.vector == Vector(Row.POSITION, 0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.view.vector == Vector(Row.POSITION, 1)
    visited = []
    for _ in range(LAYERS + 3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert session.view.vector is not None
        visited.append((session.view.vector.row, session.view.vector.layer))
    layers = [(Row.HIDDEN, n) for n in (1, 2, 3, 3)]
    assert visited == [(Row.SUM, 0), (Row.NORMALIZED, 0), *layers]
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert session.view.vector == Vector(Row.TOKEN, 1)


def test_a_way_through_many_vectors_is_undone_at_once(
    qtbot: QtBot, view: VectorView, session: Session
) -> None:
    session.inspect(Row.SUM, 2)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    session.undo_stack.undo()
    assert session.view.vector is None


def test_the_ladder_has_every_layer_though_no_state_was_wanted(
    view: VectorView, session: Session
) -> None:
    view.show_seen(without_hidden(hidden_seen(session)))
    assert view.ladder.names[-LAYERS:] == [str(layer + 1) for layer in range(LAYERS)]


def test_the_ladder_is_clicked(qtbot: QtBot, view: VectorView, session: Session) -> None:
    session.inspect(Row.TOKEN, 2)
    rung = view.ladder.names.index("LayerNorm")
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot(view.ladder.places[rung].center()))
    assert session.view.vector == Vector(Row.NORMALIZED, 2)
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot(view.ladder.places[-1].center()))
    assert session.view.vector == Vector(Row.HIDDEN, 2, LAYERS)


def test_a_cosine_lights_its_token_and_opens_it(
    qtbot: QtBot, view: VectorView, session: Session
) -> None:
    session.inspect(Row.SUM, 2)
    plot = cosines_plot(view.theme, view.blocks.cosines, named=False)
    at = spot(QPointF(plot.left() + 7.5 / len(session.pair) * plot.width(), plot.center().y()))
    qtbot.mouseMove(view.viewport(), at)
    assert session.focus == 7
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert session.view.vector == Vector(Row.SUM, 7)


def test_the_value_under_the_mouse_is_marked(
    qtbot: QtBot, view: VectorView, session: Session
) -> None:
    session.inspect(Row.HIDDEN, 2, 1)
    before = view.grab().toImage()
    plot = bars_plot(view.theme, view.blocks.bars)
    at = QPointF(plot.left() + 4.5 / WIDTH * plot.width(), plot.center().y())
    qtbot.mouseMove(view.viewport(), spot(at))
    assert view.hovered == 4
    assert view.grab().toImage() != before


def test_the_mouse_rests_where_a_smaller_model_has_no_value(
    qtbot: QtBot, view: VectorView, session: Session
) -> None:
    session.inspect(Row.HIDDEN, 2, 1)
    plot = bars_plot(view.theme, view.blocks.bars)
    at = QPointF(plot.left() + (WIDTH - 0.5) / WIDTH * plot.width(), plot.center().y())
    qtbot.mouseMove(view.viewport(), spot(at))
    assert view.hovered == WIDTH - 1
    states = np.ascontiguousarray(states_of(len(session.pair))[..., : WIDTH // 2])
    view.show_seen(hidden_seen(session, hidden=states))
    assert view.hovered is None
    view.grab()


def test_neighbours_of_another_token_are_not_shown(view: VectorView, session: Session) -> None:
    session.inspect(Row.TOKEN, 2)
    view.show_seen(hidden_seen(session, neighbours_of=session.model_ids[2]))
    assert [n.token_id for n in view.neighbours][:2] == [
        session.model_ids[2] + 1,
        session.model_ids[2] + 2,
    ]
    session.inspect(Row.TOKEN, 3)
    assert view.neighbours == []
    view.show_seen(hidden_seen(session, neighbours_of=session.model_ids[3]))
    assert view.neighbours[0].token_id == session.model_ids[3] + 1
    session.inspect(Row.SUM, 3)
    assert view.neighbours == []


def test_its_shares_are_read_out_with_their_formula(view: VectorView, session: Session) -> None:
    session.inspect(Row.SUM, 7)
    assert view.blocks.shares is not None
    assert view.shown is not None
    assert view.shown.shares is not None
    words = view.tip(view.blocks.shares.center())
    assert "⟨e, x⟩ / ⟨x, x⟩" in words
    assert f"segment {view.shown.shares[1]:.3f}" in words


@pytest.mark.parametrize("row", list(Row))
@pytest.mark.parametrize("size", SIZES)
def test_blocks_keep_apart(
    view: VectorView, session: Session, row: Row, size: tuple[int, int]
) -> None:
    session.inspect(row, 1, 1)
    view.show_seen(hidden_seen(session, neighbours_of=7 if row is Row.TOKEN else None))
    for scale in SCALES:
        view.appearance.set_scale(scale)
        view.resize(*size)
        blocks = view.blocks
        names = ("head", "bars", "stats", "heat", "shares", "cosines", "neighbours")
        places = [place for name in names if (place := getattr(blocks, name)) is not None]
        for i, place in enumerate(places):
            inner = place.adjusted(0.01, 0.01, -0.01, -0.01)
            assert inner.isValid()
            assert not any(inner.intersects(other) for other in places[:i])
            assert place.bottom() <= view.viewport().height() + 0.01
        view.grab()


def test_a_long_pair_in_the_dark(view: VectorView, session: Session) -> None:
    session.set_pair("dog " * 58, "")
    view.show_seen(hidden_seen(session))
    view.appearance.set_mode(Mode.DARK)
    session.inspect(Row.SUM, 55)
    assert view.shown is not None
    view.grab()

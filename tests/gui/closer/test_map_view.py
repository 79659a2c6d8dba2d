"""Maps of tokens and of the vocabulary: what is on them, what is asked for, the search."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bertscope.gui.closer.map_view import MapView
from bertscope.gui.closer.map_wish import MapWish
from bertscope.gui.closer.token_scene import TokenScene
from bertscope.gui.closer.vocabulary_dots import search
from bertscope.gui.closer.vocabulary_scene import VocabularyScene
from bertscope.gui.session import Session
from bertscope.gui.state import Projection, Row, Space, Vector
from bertscope.gui.theme import SCALES, Appearance, Mode
from bertscope.text.pair import Source
from bertscope.wire import messages as m
from tests.gui.hidden_looks import LAYERS, hidden_seen, states_of, without_hidden

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, session: Session, appearance: Appearance) -> MapView:
    made = MapView(session, appearance)
    qtbot.addWidget(made)
    made.resize(850, 260)
    made.show()
    made.show_seen(hidden_seen(session))
    return made


@pytest.fixture
def vocabulary(session: Session) -> m.VocabularyMap:
    return vocabulary_map(session)


def vocabulary_map(
    session: Session, step: int | None = None, folder: str = "", turn: float = 0.0
) -> m.VocabularyMap:
    random = np.random.default_rng(0)
    points = random.normal(size=(len(session.reader.tokenizer), 2))
    turned = points @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    array = m.Array.of(turned.astype(np.float32))
    return m.VocabularyMap(1, m.ModelRef(folder), step, array, (0.2, 0.1))


def place(view: MapView, *index: int) -> QPoint:
    assert view.frame is not None
    assert view.scene is not None
    return QPointF(*view.frame.place(view.scene.plane.points[index]).tolist()).toPoint()


def turn_wheel(view: MapView, at: QPoint, notches: int) -> None:
    spot, none = QPointF(at), QPoint(0, 0)
    phase, keys = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(spot, spot, none, turn, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


class TestTokens:
    def test_every_state_is_a_point(self, view: MapView, session: Session) -> None:
        table = view.numbers()
        assert table is not None
        rows = list(table.rows)
        assert len(rows) == (LAYERS + 1) * len(session.pair)
        assert [row[:3] for row in rows[:2]] == [(0, 0, "[CLS]"), (0, 1, "my")]

    def test_without_hidden_states_it_waits(self, view: MapView, session: Session) -> None:
        view.show_seen(None)
        assert view.numbers() is None
        view.grab()
        view.show_seen(without_hidden(hidden_seen(session)))
        assert view.numbers() is None
        view.grab()

    def test_hover_lights_and_a_click_opens(
        self, qtbot: QtBot, view: MapView, session: Session
    ) -> None:
        qtbot.mouseMove(view.viewport(), place(view, 2, 7))
        assert session.focus == 7
        qtbot.mouseClick(view.viewport(), LEFT, pos=place(view, 2, 7))
        assert session.view.vector == Vector(Row.HIDDEN, 7, 2)

    def test_directions_are_another_plane(self, view: MapView, session: Session) -> None:
        before = view.numbers()
        session.set_view(projection=Projection.DIRECTIONS)
        assert view.numbers() != before

    def test_while_a_model_learns_the_map_does_not_flip(
        self, view: MapView, session: Session
    ) -> None:
        hidden = states_of(len(session.pair))
        view.show_seen(hidden_seen(session, step=1, hidden=hidden))
        assert view.scene is not None
        before = view.scene.plane.points
        view.show_seen(hidden_seen(session, step=2, hidden=-hidden))
        assert view.scene is not None
        assert view.scene.plane.points == pytest.approx(before, abs=1e-4)

    def test_a_fresh_look_is_always_the_same_picture(self, view: MapView, session: Session) -> None:
        hidden = states_of(len(session.pair))
        view.show_seen(hidden_seen(session, step=1, hidden=-hidden))
        view.grab()
        session.set_sentence(Source.A, "a cat")
        view.show_seen(hidden_seen(session, step=2))
        view.grab()
        session.undo_stack.undo()
        view.show_seen(hidden_seen(session, step=3, hidden=hidden))
        assert view.scene is not None
        points = view.scene.plane.points
        fresh = MapView(session, view.appearance)
        fresh.show_seen(hidden_seen(session, step=3, hidden=hidden))
        assert fresh.scene is not None
        assert np.array_equal(fresh.scene.plane.points, points)


class TestLooking:
    def test_the_wheel_looks_closer_where_the_mouse_is(self, view: MapView) -> None:
        at = place(view, 1, 4)
        turn_wheel(view, at, 3)
        assert (place(view, 1, 4) - at).manhattanLength() <= 2
        far = place(view, 0, 0) - at
        turn_wheel(view, at, 2)
        assert (place(view, 0, 0) - at).manhattanLength() > 1.3 * far.manhattanLength()

    def test_a_drag_moves_and_a_double_click_resets(
        self, qtbot: QtBot, view: MapView, session: Session
    ) -> None:
        home = place(view, 1, 4)
        turn_wheel(view, QPoint(400, 130), 2)
        before, start = place(view, 1, 4), QPoint(300, 100)
        qtbot.mousePress(view.viewport(), LEFT, pos=start)
        qtbot.mouseMove(view.viewport(), start + QPoint(30, 10))
        qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(30, 10))
        assert (place(view, 1, 4) - before - QPoint(30, 10)).manhattanLength() <= 2
        assert session.view.vector is None
        qtbot.mouseDClick(view.viewport(), LEFT, pos=QPoint(5, 5))
        assert place(view, 1, 4) == home

    def test_keys_do_the_same(self, qtbot: QtBot, view: MapView, session: Session) -> None:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert session.focus == 0
        home = place(view, 1, 4)
        qtbot.keyClick(view, Qt.Key.Key_Plus)
        closer = place(view, 1, 4)
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert place(view, 1, 4).x() < closer.x()
        qtbot.keyClick(view, Qt.Key.Key_0)
        assert place(view, 1, 4) == home


class TestVocabulary:
    @pytest.fixture(autouse=True)
    def space(self, session: Session) -> None:
        session.set_view(space=Space.VOCABULARY)

    def test_a_map_is_wanted_once_and_shown(
        self, qtbot: QtBot, session: Session, appearance: Appearance, vocabulary: m.VocabularyMap
    ) -> None:
        view = MapView(session, appearance)
        qtbot.addWidget(view)
        spy = QSignalSpy(view.map_wanted)
        view.show_seen(hidden_seen(session))
        assert spy.count() == 0  # it can't be seen yet
        with qtbot.waitExposed(view):
            view.show()
        view.show_seen(hidden_seen(session))
        assert spy.count() == 1
        view.show_map(vocabulary)
        view.show_seen(hidden_seen(session))
        assert spy.count() == 1
        table = view.numbers()
        assert table is not None
        assert len(list(table.rows)) == len(session.reader.tokenizer)

    def test_the_map_of_another_model_is_not_shown(
        self, view: MapView, session: Session, vocabulary: m.VocabularyMap
    ) -> None:
        view.show_map(vocabulary)
        assert isinstance(view.scene, VocabularyScene)
        view.show_seen(hidden_seen(session, folder="another"))
        assert view.scene is None
        view.grab()

    def test_it_follows_a_model_that_learns(
        self, qtbot: QtBot, view: MapView, session: Session
    ) -> None:
        view.show_seen(hidden_seen(session, step=1))
        view.show_map(vocabulary_map(session, step=1))
        spy = QSignalSpy(view.map_wanted)
        view.show_seen(hidden_seen(session, step=2))
        assert spy.count() == 0  # too soon
        assert view.scene is not None
        view._wish._rest.stop()
        view._wish.due.emit()
        assert spy.count() == 1
        assert isinstance(view.scene, VocabularyScene)
        before = view.scene.plane.points
        view.show_map(vocabulary_map(session, step=2, turn=2.5))
        assert isinstance(view.scene, VocabularyScene)
        assert view.scene.plane.points == pytest.approx(before, abs=1e-5)

    def test_what_is_searched_is_found_and_counted(
        self, view: MapView, session: Session, vocabulary: m.VocabularyMap
    ) -> None:
        view.show_map(vocabulary)
        before = view.grab().toImage()
        session.set_view(search="do")
        assert isinstance(view.scene, VocabularyScene)
        words = session.reader.tokenizer.vocabulary
        begins = [word for word in words if word.startswith("do")]
        assert sorted(words[i] for i in view.scene.found) == sorted(begins)
        assert view.scene.counted == f"{len(begins):,} of {len(words):,} found"
        assert view.grab().toImage() != before

    def test_hover_names_the_nearest_and_lights_a_token_of_the_pair(
        self, qtbot: QtBot, view: MapView, session: Session, vocabulary: m.VocabularyMap
    ) -> None:
        view.show_map(vocabulary)
        at = place(view, session.pair.ids[2])
        turn_wheel(view, at, 20)
        qtbot.mouseMove(view.viewport(), place(view, session.pair.ids[2]))
        assert session.focus == 2


def test_the_exact_word_is_found_first() -> None:
    words = ["Dogs", "dog", "##dog", "cat", "dogma"]
    assert [words[i] for i in search(words, "dog")] == ["dog", "Dogs", "dogma"]
    assert [words[i] for i in search(words, "##")] == ["##dog"]
    assert search(words, "") == []


def test_a_wish_that_is_never_answered_lapses(qtbot: QtBot, view: MapView) -> None:
    wish = MapWish(view)
    assert wish.may_ask()
    wish._rest.stop()
    assert not wish.may_ask()
    wish.answered()
    assert wish.may_ask()
    wish._rest.stop()
    wish._open.setInterval(0)
    with qtbot.waitSignal(wish.due):
        wish._open.start()
    assert wish.may_ask()


@pytest.mark.parametrize("size", [(560, 150), (850, 260), (1200, 420), (60, 40)])
@pytest.mark.parametrize("words", [0, 3, 60])
@pytest.mark.parametrize("space", list(Space))
def test_it_paints_at_every_size(
    view: MapView, session: Session, space: Space, words: int, size: tuple[int, int]
) -> None:
    session.set_pair("dog " * words, "")
    session.set_view(space=space, search="d")
    view.show_seen(hidden_seen(session))
    view.show_map(vocabulary_map(session))
    view.resize(*size)
    for scale in (SCALES[0], SCALES[-1]):
        view.appearance.set_scale(scale)
        session.set_focus(1)
        view.grab()
    view.appearance.set_mode(Mode.DARK)
    view.grab()
    expected = TokenScene if space is Space.TOKENS else VocabularyScene
    assert isinstance(view.scene, expected)

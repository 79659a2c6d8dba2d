"""Rings around real widgets, and the way of those into sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bertscope.gui.lesson.lesson import Place
from bertscope.gui.lesson.places import bring_into_sight, in_sight, widget_of
from bertscope.gui.lesson.pointer import Pointer, Ring
from bertscope.gui.main_window import MainWindow
from bertscope.gui.theme import Appearance, Mode
from tests.gui.conftest import FakeEngine


def spot(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def hugs(ring: Ring, widget: QWidget) -> bool:
    """Whether the ring stands around the widget, and nowhere else."""
    around, inside = ring.geometry(), spot(widget)
    away = inside.left() - around.left()
    return 4 < away < 20 and around == inside.adjusted(-away, -away, away, away)


@pytest.fixture
def room(qtbot: QtBot, appearance: Appearance) -> QWidget:
    """A window with a button far down in a scrolled part."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    area, inside = QScrollArea(made), QWidget()
    area.setGeometry(20, 20, 260, 160)
    inside.resize(240, 900)
    button = QPushButton("here", inside)
    button.setGeometry(40, 60, 80, 30)
    area.setWidget(inside)
    made.show()
    return made


def test_it_follows_what_is_scrolled_moved_and_hidden(
    qtbot: QtBot, room: QWidget, appearance: Appearance
) -> None:
    button, area = room.findChild(QPushButton), room.findChild(QScrollArea)
    pointer = Pointer(room, appearance)
    pointer.point([button])
    (ring,) = pointer.rings
    qtbot.waitUntil(lambda: hugs(ring, button))
    area.verticalScrollBar().setValue(20)
    qtbot.waitUntil(lambda: hugs(ring, button))
    area.move(30, 10)
    qtbot.waitUntil(lambda: hugs(ring, button))
    button.resize(120, 40)
    qtbot.waitUntil(lambda: hugs(ring, button))
    area.verticalScrollBar().setValue(500)
    qtbot.waitUntil(ring.isHidden)
    area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: hugs(ring, button) and ring.isVisible())
    button.hide()
    qtbot.waitUntil(ring.isHidden)
    pointer.clear()
    assert pointer.rings == []


def test_what_is_cut_off_is_no_part_of_what_is_in_sight(room: QWidget) -> None:
    button, area = room.findChild(QPushButton), room.findChild(QScrollArea)
    assert in_sight(button) == QRect(0, 0, 80, 30)
    area.verticalScrollBar().setValue(70)
    assert in_sight(button) == QRect(0, 10, 80, 20)
    area.verticalScrollBar().setValue(200)
    assert in_sight(button).isEmpty()


def test_it_takes_no_click_and_no_key(qtbot: QtBot, room: QWidget, appearance: Appearance) -> None:
    button = room.findChild(QPushButton)
    pointer = Pointer(room, appearance)
    pointer.point([button])
    (ring,) = pointer.rings
    qtbot.waitUntil(lambda: hugs(ring, button))
    assert room.childAt(spot(button).center()) is button
    assert room.childAt(ring.geometry().topLeft() + QPoint(6, 6)) is not ring
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_goes_with_its_widget(qtbot: QtBot, appearance: Appearance) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addWidget(button := QPushButton("here"))
    room.show()
    pointer = Pointer(room, appearance)
    pointer.point([button])
    button.deleteLater()
    with qtbot.waitSignal(button.destroyed):
        pass
    assert all(ring.isHidden() for ring in pointer.rings)
    pointer.clear()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_it_is_seen_in_both_themes(
    qtbot: QtBot, room: QWidget, appearance: Appearance, mode: Mode
) -> None:
    appearance.set_mode(mode)
    button = room.findChild(QPushButton)
    pointer = Pointer(room, appearance)
    pointer.point([button])
    (ring,) = pointer.rings
    edge = appearance.theme.palette.chosen_edge.lower()

    def seen() -> set[str]:
        image = room.grab(ring.geometry()).toImage()
        middle = image.height() // 2
        return {image.pixelColor(x, middle).name() for x in range(12)}

    qtbot.waitUntil(lambda: edge in seen())


def test_every_place_is_a_widget_of_the_window(window: MainWindow) -> None:
    found = {place: widget_of(window, place) for place in Place}
    assert [place for place, widget in found.items() if widget is None] == []
    assert len(set(map(id, found.values()))) == len(Place)
    assert all(widget.window() is window for widget in found.values() if widget is not None)


def test_what_lies_behind_a_tab_comes_forward(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    layers = widget_of(window, Place.LAYERS)
    assert layers is not None
    qtbot.waitUntil(lambda: in_sight(layers).isEmpty())
    bring_into_sight(window, layers)
    qtbot.waitUntil(lambda: not in_sight(layers).isEmpty())


def test_a_panel_taken_out_of_the_window_takes_its_ring_along(
    qtbot: QtBot, window: MainWindow
) -> None:
    roll, panel = window.views.transport.play, window.page.panels["training"]
    pointer = Pointer(window, window.appearance)
    pointer.point([roll])
    (ring,) = pointer.rings
    qtbot.waitUntil(lambda: hugs(ring, roll))
    panel.setFloating(True)
    qtbot.waitUntil(lambda: ring.window() is panel and hugs(ring, roll))
    panel.setFloating(False)
    qtbot.waitUntil(lambda: ring.window() is window and hugs(ring, roll))
